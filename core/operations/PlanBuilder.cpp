#include "core/operations/PlanBuilder.h"

#include "core/analysis/VmTitle.h"
#include "core/model/OfflineAction.h"
#include "core/operations/Downtime.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

Expectation expectationOf(const fleet::HostRecord& record, const model::VirtualMachine& vm)
{
    Expectation expected;
    expected.power = vm.state;
    expected.clustered = vm.clustered.value_or(false);
    expected.offlineAction = vm.offlineAction;
    const auto collect = [&](const std::vector<model::Assignment>& assignments) {
        for (const model::Assignment& assignment : assignments) {
            // One without an id could not be told apart from another; the runner finds the difference.
            if (assignment.vm != vm.id || assignment.adapterId.isEmpty())
                continue;
            if (assignment.kind == model::Assignment::Kind::Partition)
                expected.adapterIds.push_back(assignment.adapterId);
            else if (!assignment.poolName.isEmpty())
                expected.poolAdapterIds.push_back(assignment.adapterId);
        }
    };
    for (const model::Gpu& gpu : record.snapshot->gpus)
        collect(gpu.assignments);
    collect(record.snapshot->unplacedAssignments);
    std::sort(expected.adapterIds.begin(), expected.adapterIds.end());
    std::sort(expected.poolAdapterIds.begin(), expected.poolAdapterIds.end());
    return expected;
}

Step powerStep(StepKind kind, const PowerHandling& power)
{
    Step step;
    step.kind = kind;
    step.power = power;
    return step;
}

/// What a plan must know of a host and could not be read: nothing there is not the same as not seen.
QStringList unreadParts(const model::HostSnapshot& host)
{
    QStringList parts;
    for (const model::Part part :
         {model::Part::PartitionableGpus, model::Part::VirtualMachines, model::Part::VmRuntime,
          model::Part::PartitionAdapters, model::Part::Partitions}) {
        if (host.couldNotRead(part))
            parts << model::name(part);
    }
    return parts;
}

QStringList unreadPartsForVms(const model::HostSnapshot& host)
{
    QStringList parts = unreadParts(host);
    // Without the nodes the resources still say which VMs are clustered.
    if (!host.cluster && host.couldNotRead(model::Part::Cluster))
        parts << model::name(model::Part::Cluster);
    if (host.couldNotRead(model::Part::ClusterResources))
        parts << model::name(model::Part::ClusterResources);
    return parts;
}

} // namespace

PlanBuilder::PlanBuilder(Request request, const fleet::FleetSnapshot& fleet, const PlanContext& context)
    : m_fleet(fleet)
    , m_now(context.now)
{
    m_plan.id = context.id;
    m_plan.createdAt = context.now;
    m_plan.request = std::move(request);
}

void PlanBuilder::add(FindingCode code, Severity severity, const model::HostId& host, const model::GpuId& gpu,
                      const model::VmId& vm, QStringList arguments)
{
    m_plan.findings.push_back({code, severity, host, gpu, vm, std::move(arguments)});
}

const fleet::HostRecord* PlanBuilder::usableHost(const model::HostId& id)
{
    return usable(id, &unreadParts);
}

const fleet::HostRecord* PlanBuilder::usableHostOfVms(const model::HostId& id)
{
    return usable(id, &unreadPartsForVms);
}

const fleet::HostRecord* PlanBuilder::usable(const model::HostId& id,
                                             QStringList (*unreadOf)(const model::HostSnapshot&))
{
    const auto record = m_fleet.find(id);
    const bool judged = std::find(m_judgedHosts.begin(), m_judgedHosts.end(), id) != m_judgedHosts.end();
    if (!judged)
        m_judgedHosts.push_back(id);
    if (!record || !record->snapshot || record->nodeState == model::NodeState::Down) {
        if (!judged)
            add(FindingCode::HostNotReady, Severity::Blocking, id);
        return nullptr;
    }
    if (const QStringList unread = unreadOf(*record->snapshot); !unread.isEmpty()) {
        if (!judged)
            add(FindingCode::HostNotReady, Severity::Blocking, id, {}, {}, unread);
        return nullptr;
    }
    if (!judged && record->phase == fleet::HostPhase::Failed) {
        const qint64 seconds = record->lastSuccess.secsTo(m_now);
        add(FindingCode::DataStale, Severity::Warning, id, {}, {}, {QString::number(seconds)});
    }
    if (!judged && record->nodeState == model::NodeState::Paused)
        add(FindingCode::NodeNotUp, Severity::Warning, id);
    // The snapshot keeps the record alive for as long as planning runs.
    return record.get();
}

bool PlanBuilder::checkPower(const VmChange& change)
{
    const auto note = [&](FindingCode code, Severity severity) {
        add(code, severity, change.record.id, {}, change.vm.id, {change.vm.name});
        return severity != Severity::Blocking;
    };
    if (change.vm.isSaved.value_or(false) || change.vm.state == model::PowerState::Saved)
        return note(FindingCode::VmSaved, Severity::Blocking);
    switch (change.vm.state) {
    case model::PowerState::Off:
        return true;
    case model::PowerState::Running:
        if (change.staysUp)
            return true;
        if (change.power.policy == PowerPolicy::Skip) {
            note(FindingCode::VmRunningSkipped, Severity::Note);
            return false;
        }
        return note(FindingCode::VmGoesDown, Severity::Warning);
    case model::PowerState::Paused:
        return note(FindingCode::VmPaused, Severity::Blocking);
    case model::PowerState::Critical:
    case model::PowerState::Unknown:
        return note(FindingCode::VmCritical, Severity::Blocking);
    default:
        return note(FindingCode::VmTransient, Severity::Blocking);
    }
}

void PlanBuilder::addVmTarget(const VmChange& change, std::vector<Step> edits)
{
    Target target;
    target.host = change.record.id;
    target.hostName = change.record.displayName;
    target.vm = change.vm.id;
    target.name = analysis::vmTitle(*change.record.snapshot, change.vm);
    target.expected = expectationOf(change.record, change.vm);
    target.expected.devices = change.devices;
    target.expected.gpus = change.gpus;
    for (const Step& edit : edits)
        target.expected.settings = target.expected.settings.mergedWith(edit.settingsBefore);
    target.goesDown = change.vm.state == model::PowerState::Running && !change.staysUp;

    const bool clustered = target.expected.clustered;
    target.steps = change.before;
    const std::optional<std::uint32_t> action =
        change.configureOfflineAction
            ? std::optional(change.offlineAction.value_or(model::offlineActionForcedShutDown))
            : change.offlineAction;
    if (clustered && action && change.vm.offlineAction != action) {
        Step step;
        step.kind = StepKind::SetOfflineAction;
        step.before = change.vm.offlineAction;
        step.after = *action;
        target.steps.push_back(step);
    }
    if (target.goesDown) {
        target.steps.push_back(
            powerStep(clustered ? StepKind::TakeClusterOffline : StepKind::ShutDownGuest, change.power));
    }
    for (Step& edit : edits)
        target.steps.push_back(std::move(edit));
    if (clustered && !edits.empty())
        target.steps.push_back(powerStep(StepKind::UpdateClusterVm, change.power));
    if (target.goesDown)
        target.steps.push_back(
            powerStep(clustered ? StepKind::BringClusterOnline : StepKind::StartVm, change.power));
    target.maxDowntime = longestDowntime(target.steps);
    add(std::move(target));
}

std::vector<Step> PlanBuilder::settingSteps(const model::VirtualMachine& vm, const model::VmSettings& wanted)
{
    const model::VmSettings changes = wanted.differingFrom(vm.settings());
    std::vector<Step> steps;
    const auto add = [&](StepKind kind, const model::VmSettings& part) {
        if (part.isEmpty())
            return;
        Step step;
        step.kind = kind;
        step.settingsBefore = vm.settings().only(part);
        step.settingsAfter = part;
        steps.push_back(step);
    };
    add(StepKind::SetVmSettings, changes.systemPart());
    add(StepKind::SetVmMemory, changes.memoryPart());
    return steps;
}

void PlanBuilder::warnOfProtection(const fleet::HostRecord& record, const model::VirtualMachine& vm)
{
    const auto note = [&](bool applies, FindingCode code, Severity severity) {
        if (applies)
            add(code, severity, record.id, {}, vm.id, {vm.name});
    };
    note(vm.shielded.value_or(false) || vm.isolationType, FindingCode::VmShielded, Severity::Warning);
    note(vm.virtualTpm.value_or(false), FindingCode::VmVirtualTpm, Severity::Warning);
    note(vm.nestedVirtualization.value_or(false), FindingCode::VmNested, Severity::Warning);
    note(vm.replicationMode.value_or(0) != 0, FindingCode::VmReplicated, Severity::Note);
    note(vm.incrementalBackup.value_or(false), FindingCode::VmBackedUp, Severity::Note);
    QStringList unread;
    for (const model::Part part : {model::Part::VmSecurity, model::Part::VmProcessors}) {
        if (record.snapshot->couldNotRead(part))
            unread << model::name(part);
    }
    const Finding unknown{FindingCode::ProtectionUnknown, Severity::Warning, record.id, {}, {}, unread};
    // Once for the server, however many of its VMs the plan is about.
    if (!unread.isEmpty() &&
        std::find(m_plan.findings.begin(), m_plan.findings.end(), unknown) == m_plan.findings.end())
        m_plan.findings.push_back(unknown);
}

bool PlanBuilder::checkMemory(const fleet::HostRecord& record, const model::VirtualMachine& vm,
                              bool madeStatic)
{
    if (madeStatic || !vm.dynamicMemory.value_or(true))
        return true;
    if (!vm.dynamicMemory || !vm.minimumMemoryMb || !vm.startupMemoryMb) {
        add(FindingCode::MemoryUnknown, Severity::Warning, record.id, {}, vm.id, {vm.name});
        return true;
    }
    if (vm.minimumMemoryMb == vm.startupMemoryMb)
        return true;
    add(FindingCode::DynamicMemory, Severity::Blocking, record.id, {}, vm.id,
        {vm.name, QString::number(*vm.startupMemoryMb), QString::number(*vm.minimumMemoryMb)});
    return false;
}

} // namespace hvgpu::operations
