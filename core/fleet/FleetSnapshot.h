#pragma once

#include "core/base/Error.h"
#include "core/model/FirstLook.h"
#include "core/model/HostSnapshot.h"
#include "core/model/Ids.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::fleet {

/// Where a host stands. "Stale" is: Failed or Reading with a snapshot from earlier.
enum class HostPhase {
    NeverRead, ///< nothing asked yet
    Reading,   ///< a refresh is under way (snapshot, if any, is the previous one)
    Ready,     ///< the last refresh succeeded
    Failed     ///< the last refresh failed; lastError says why; snapshot, if any, is the last known data
};

/// What is known of one host. Immutable; replaced as a whole.
struct HostRecord
{
    model::HostId id;
    model::EntryId entry;
    bool inCluster = false;
    QString displayName; ///< node or server name as the user knows it
    QString address;     ///< URL in use
    HostPhase phase = HostPhase::NeverRead;
    std::shared_ptr<const model::HostSnapshot> snapshot; ///< last good data, or null
    /// Only while the host is being read for the first time, and not at once; for rows to look at.
    std::shared_ptr<const model::FirstLook> firstLook;
    std::optional<base::Error> lastError;
    QDateTime lastSuccess;                                  ///< UTC; invalid when never
    QDateTime lastAttempt;                                  ///< UTC
    model::NodeState nodeState = model::NodeState::Unknown; ///< cluster nodes only
    int consecutiveFailures = 0;
    bool passwordInClear = false; ///< by the user's choice the password goes over the network unencrypted

    [[nodiscard]] bool isStale() const { return snapshot != nullptr && phase == HostPhase::Failed; }
};

/// One entry of the server list with the hosts it stands for.
struct EntryRecord
{
    model::EntryId id;
    bool isCluster = false;
    QString displayName;                       ///< cluster name once known, else what the user typed
    std::vector<model::HostId> hosts;          ///< in display order; one for a stand-alone server
    std::optional<base::Error> expansionError; ///< cluster: its nodes could not be listed
};

/// The whole fleet at one moment. Immutable.
struct FleetSnapshot
{
    std::uint64_t generation = 0;
    std::vector<std::shared_ptr<const EntryRecord>> entries;
    std::vector<std::shared_ptr<const HostRecord>> hosts; ///< in entry order

    [[nodiscard]] std::shared_ptr<const HostRecord> find(const model::HostId& id) const;
};

} // namespace hvgpu::fleet
