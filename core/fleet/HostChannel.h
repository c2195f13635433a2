#pragma once

#include "core/base/Clock.h"
#include "core/base/Secret.h"
#include "core/fleet/ServerEntry.h"
#include "core/fleet/SessionFactory.h"
#include "core/hyperv/Conversation.h"
#include "core/model/HostSnapshot.h"
#include "core/model/Ids.h"

#include <QString>

#include <functional>
#include <memory>

namespace hvgpu::fleet {

/// One place a refresher asks: a host, or a cluster for its list of nodes.
struct Target
{
    enum class Purpose { Host, ClusterNodes };

    model::HostId id; ///< for ClusterNodes the entry's id
    Purpose purpose = Purpose::Host;
    ServerEntry entry;
    QString address; ///< "host:port"
    base::Secret password;
};

/// A kept conversation with one target. Used by one thread at a time.
class HostChannel
{
public:
    virtual ~HostChannel() = default;
    HostChannel() = default;
    HostChannel(const HostChannel&) = delete;
    HostChannel& operator=(const HostChannel&) = delete;

    virtual base::Result<model::HostSnapshot> readHost(const hyperv::ReadOptions& options) = 0;
    virtual base::Result<model::ClusterFacts> readNodes(const hyperv::ReadOptions& options) = 0;
};

/// Makes the channel of a target; called from worker threads.
using ChannelFactory = std::function<std::unique_ptr<HostChannel>(const Target& target)>;

/// Channels over WMI sessions, opened on first use and kept. @p clock must outlive them.
[[nodiscard]] ChannelFactory wmiChannels(SessionFactory sessions, base::Clock& clock);

} // namespace hvgpu::fleet
