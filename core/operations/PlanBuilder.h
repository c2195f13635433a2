#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"
#include "core/operations/Planner.h"

#include <memory>

namespace hvgpu::operations {

/// Where a VM target stands and how its power is handled; shared by assigning and unassigning.
struct VmChange
{
    const fleet::HostRecord& record;
    const model::VirtualMachine& vm;
    PowerHandling power;
    bool configureOfflineAction = false;
    std::optional<std::uint32_t> offlineAction = std::nullopt; ///< to set, instead of "forced shut down"
    std::vector<Step> before = {};                             ///< done while the VM is still as it is
    std::vector<DeviceExpectation> devices = {};
    std::vector<GpuExpectation> gpus = {};
    bool staysUp = false; ///< nothing of it needs the VM off
};

/// Collects targets and findings of one plan. Not thread-safe; lives for one planning.
class PlanBuilder
{
public:
    PlanBuilder(Request request, const fleet::FleetSnapshot& fleet, const PlanContext& context);

    /// The host's record when it has usable data; otherwise null, and a blocking HostNotReady is noted once.
    /// Data kept from before a failure is used, with a DataStale warning.
    [[nodiscard]] const fleet::HostRecord* usableHost(const model::HostId& id);
    /// As usableHost(), and it is known which of its VMs are clustered: taken down as if it were not, one
    /// that is would be started again by its cluster.
    [[nodiscard]] const fleet::HostRecord* usableHostOfVms(const model::HostId& id);

    void add(FindingCode code, Severity severity, const model::HostId& host, const model::GpuId& gpu = {},
             const model::VmId& vm = {}, QStringList arguments = {});
    void add(Target target) { m_plan.targets.push_back(std::move(target)); }

    /// Checks the state of a VM whose adapters are to change; notes what stands in the way. False = blocked
    /// or skipped.
    [[nodiscard]] bool checkPower(const VmChange& change);
    /// A target for the VM with @p edits between power down and power up.
    void addVmTarget(const VmChange& change, std::vector<Step> edits);

    /// Steps that bring the VM's settings to @p wanted where they differ, its memory's in one of its own.
    [[nodiscard]] static std::vector<Step> settingSteps(const model::VirtualMachine& vm,
                                                        const model::VmSettings& wanted);
    /// Dynamic memory keeps a VM with a device from starting when it may go below what it starts with. False
    /// = blocked; not when @p madeStatic.
    [[nodiscard]] bool checkMemory(const fleet::HostRecord& record, const model::VirtualMachine& vm,
                                   bool madeStatic = false);

    /// Notes what of the VM does not go well with a GPU: shielding, a virtual TPM, nesting, replication,
    /// backups (EC-31, EC-32); and that some of it could not be read.
    void warnOfProtection(const fleet::HostRecord& record, const model::VirtualMachine& vm);

    [[nodiscard]] const std::vector<Target>& targets() const { return m_plan.targets; }
    [[nodiscard]] Plan take() { return std::move(m_plan); }

private:
    [[nodiscard]] const fleet::HostRecord* usable(const model::HostId& id,
                                                  QStringList (*unreadOf)(const model::HostSnapshot&));

    const fleet::FleetSnapshot& m_fleet;
    Plan m_plan;
    std::vector<model::HostId> m_judgedHosts;
    QDateTime m_now;
};

} // namespace hvgpu::operations
