#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Request.h"

#include <QModelIndexList>
#include <QString>

#include <functional>
#include <vector>

namespace hvgpu::ui {

/// A virtual machine on its host.
struct VmRef
{
    model::HostId host;
    model::VmId vm;

    friend auto operator<=>(const VmRef&, const VmRef&) = default;
};

/// A GPU pool of a host.
struct PoolRef
{
    model::HostId host;
    QString name;

    friend bool operator==(const PoolRef&, const PoolRef&) = default;
};

/// What the selected rows mean to the commands that change something. A plain value; nothing is there twice.
struct ChangeSelection
{
    std::vector<operations::GpuRef> gpus;         ///< GPU rows and rows of free partitions
    std::vector<operations::AdapterRef> adapters; ///< rows of assigned partitions
    std::vector<VmRef> vms;                       ///< rows of virtual machines
    std::vector<operations::AdapterRef> devices; ///< assigned whole devices and places in pools, on their tab
    std::vector<PoolRef> pools;                  ///< rows of pools, and those of what is in them
    std::vector<model::HostId> hosts;            ///< of everything above, and of rows of servers

    [[nodiscard]] bool isEmpty() const { return hosts.empty(); }
};
[[nodiscard]] ChangeSelection changeSelection(const QModelIndexList& rows);

/// GPUs a partition count would be set for: those selected, and those whose assigned partitions are.
[[nodiscard]] std::vector<operations::GpuRef> gpusToConfigure(const ChangeSelection& selection,
                                                              const fleet::FleetSnapshot& fleet);
/// Adapters to take away: those selected, and all of the selected virtual machines.
[[nodiscard]] std::vector<operations::AdapterRef> adaptersToUnassign(const ChangeSelection& selection,
                                                                     const fleet::FleetSnapshot& fleet);

/// Why a command cannot be used on the selection, for people; empty when it can. Without a selection the
/// dialogs ask, so that only a fleet without anything to choose from stands in the way.
class ChangeReasons
{
public:
    /// @p readOnlyReason says of a host why nothing may be written there; empty when it may.
    ChangeReasons(const fleet::FleetSnapshot& fleet,
                  std::function<QString(const model::HostId&)> readOnlyReason);

    [[nodiscard]] QString configure(const ChangeSelection& selection) const;
    [[nodiscard]] QString assign(const ChangeSelection& selection) const;
    [[nodiscard]] QString unassign(const ChangeSelection& selection) const;

private:
    [[nodiscard]] QString hosts(const std::vector<model::HostId>& hosts) const;
    [[nodiscard]] QString anything(const char* nothing) const;
    [[nodiscard]] QString gpu(const operations::GpuRef& ref) const;
    [[nodiscard]] QString vm(const VmRef& ref) const;
    [[nodiscard]] QString unread(const ChangeSelection& selection, bool anyKnown) const;

    const fleet::FleetSnapshot& m_fleet;
    std::function<QString(const model::HostId&)> m_readOnlyReason;
};

} // namespace hvgpu::ui
