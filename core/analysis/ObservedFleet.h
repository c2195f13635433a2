#pragma once

#include "core/base/Error.h"
#include "core/model/HostSnapshot.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::analysis {

/// One host as analysis across hosts sees it: what was read of it, or why nothing was.
struct ObservedHost
{
    model::HostId id;
    QString name;                                        ///< as the user knows it
    std::shared_ptr<const model::HostSnapshot> snapshot; ///< last good data, or null
    std::optional<base::Error> error;                    ///< of the last read, when that failed
    QDateTime lastSuccess;                               ///< UTC; invalid when never
    model::NodeState nodeState = model::NodeState::Unknown;
    bool pending = false; ///< was never read to the end yet: neither data nor an error
};

/// One entry of the server list: a cluster with its nodes, or a stand-alone server.
struct ObservedEntry
{
    model::EntryId id;
    bool isCluster = false;
    QString name;
    std::vector<ObservedHost> hosts;
    std::optional<base::Error> error; ///< a cluster whose nodes could not be listed
};

/// A change that began and did not end, and that nobody works on.
struct InterruptedChange
{
    QString id;
    QDateTime started; ///< UTC
    std::vector<model::HostId> hosts;
};

/// Everything that checks and diagnoses are made from. A plain value.
struct ObservedFleet
{
    std::vector<ObservedEntry> entries;
    std::vector<InterruptedChange> interrupted;
};

} // namespace hvgpu::analysis
