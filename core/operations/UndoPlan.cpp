#include "core/operations/UndoPlan.h"

#include "core/operations/Downtime.h"
#include "core/operations/PlanBuilder.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using model::PowerState;

bool same(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// The partition adapters of a VM.
std::vector<model::Assignment> adaptersOf(const model::HostSnapshot& host, const model::VmId& vm)
{
    std::vector<model::Assignment> found;
    const auto collect = [&](const std::vector<model::Assignment>& assignments) {
        std::ranges::copy_if(assignments, std::back_inserter(found), [&](const model::Assignment& each) {
            return each.vm == vm && each.kind == model::Assignment::Kind::Partition &&
                   !each.adapterId.isEmpty();
        });
    };
    for (const model::Gpu& gpu : host.gpus)
        collect(gpu.assignments);
    collect(host.unplacedAssignments);
    return found;
}

bool has(const std::vector<model::Assignment>& adapters, const QString& id)
{
    return std::ranges::any_of(adapters,
                               [&](const model::Assignment& each) { return same(each.adapterId, id); });
}

/// The step that undoes one about whole devices, settings or pools; nullopt for those that leave nothing.
std::optional<Step> inverse(const Step& step)
{
    static const std::map<StepKind, StepKind> kinds{{StepKind::DisableDevice, StepKind::EnableDevice},
                                                    {StepKind::EnableDevice, StepKind::DisableDevice},
                                                    {StepKind::DismountDevice, StepKind::MountDevice},
                                                    {StepKind::MountDevice, StepKind::DismountDevice},
                                                    {StepKind::AssignDevice, StepKind::RemoveDevice},
                                                    {StepKind::RemoveDevice, StepKind::AssignDevice},
                                                    {StepKind::CreatePool, StepKind::DeletePool},
                                                    {StepKind::DeletePool, StepKind::CreatePool},
                                                    {StepKind::AssignFromPool, StepKind::RemoveDevice},
                                                    {StepKind::SetVmSettings, StepKind::SetVmSettings},
                                                    {StepKind::SetVmMemory, StepKind::SetVmMemory}};
    const auto kind = kinds.find(step.kind);
    if (kind == kinds.end())
        return std::nullopt;
    Step back = step;
    back.kind = kind->second;
    if (step.kind == StepKind::RemoveDevice && step.device.isEmpty())
        back.kind = StepKind::AssignFromPool;
    std::swap(back.settingsBefore, back.settingsAfter);
    return back;
}

bool needsOff(const Step& step)
{
    switch (step.kind) {
    case StepKind::AddPartitionAdapter:
    case StepKind::RemovePartitionAdapter:
    case StepKind::AssignDevice:
    case StepKind::RemoveDevice:
    case StepKind::AssignFromPool:
    case StepKind::SetVmMemory:
        return true;
    case StepKind::SetVmSettings:
        return step.settingsAfter.needsOff();
    default:
        return false;
    }
}

/// Works out one target.
class Back
{
public:
    /// @p isFresh: the host was read after the change had ended; otherwise it is taken to be as that left it.
    Back(const Target& of, const TargetProgress& progress, const model::HostSnapshot& host, bool isFresh)
        : m_of(of)
        , m_progress(progress)
        , m_host(host)
        , m_isFresh(isFresh)
        , m_vm(of.vm.isEmpty() ? nullptr : host.findVm(of.vm))
    {}

    /// Nothing to do, or @p changed says what is in the way, when it has no steps.
    Target operator()(QString& changed)
    {
        Target back = m_of;
        back.steps.clear();
        back.goesDown = false;
        back.maxDowntime = {};
        if (!m_of.gpuName.isEmpty() && m_of.vm.isEmpty() && m_of.expected.partitionCount)
            back.steps = countBack(changed);
        else if (!m_of.vm.isEmpty() && m_vm == nullptr)
            changed = u"the VM is no longer on this server"_s;
        else
            back.steps = edits(changed);
        if (changed.isEmpty() && m_vm != nullptr)
            addPower(back);
        back.expected = asItIs();
        if (!back.steps.empty() && back.steps.front().kind == StepKind::SetPartitionCount)
            back.expected.partitionCount = static_cast<std::uint16_t>(*back.steps.front().before);
        return back;
    }

private:
    [[nodiscard]] bool stands() const
    {
        return m_progress.stands || m_progress.report.outcome == Outcome::Succeeded;
    }

    std::vector<Step> countBack(QString& changed) const
    {
        const model::Gpu* gpu = m_host.findGpu(m_of.gpu);
        if (gpu == nullptr || !gpu->partitioning || !gpu->partitioning->partitionCount) {
            changed = u"the GPU is no longer on this server"_s;
            return {};
        }
        const std::uint64_t read = *gpu->partitioning->partitionCount;
        const std::uint64_t left = m_of.steps.empty() ? read : m_of.steps.back().after.value_or(read);
        const std::optional<std::uint64_t> now = m_isFresh ? read : left;
        if (*now == *m_of.expected.partitionCount)
            return {};
        if (stands() && *now != left) {
            changed = u"its partition count is %1, where this change left %2; before it was %3"_s.arg(*now)
                          .arg(left)
                          .arg(*m_of.expected.partitionCount);
            return {};
        }
        if (!gpu->assignments.empty()) {
            changed = u"%1 of its partitions were assigned to VMs"_s.arg(gpu->assignments.size());
            return {};
        }
        Step step;
        step.before = *now;
        step.after = *m_of.expected.partitionCount;
        return {step};
    }

    std::vector<Step> edits(QString& changed) const
    {
        const std::vector<model::Assignment> adapters = m_vm == nullptr ? std::vector<model::Assignment>()
                                                        : m_isFresh     ? adaptersOf(m_host, m_of.vm)
                                                                        : adaptersLeft();
        std::vector<Step> steps;
        for (const Step& step : m_of.steps) {
            if (step.kind == StepKind::AddPartitionAdapter)
                removeAgain(step, adapters, steps);
            else if (step.kind == StepKind::RemovePartitionAdapter && !has(adapters, step.adapterId))
                steps.push_back(addAgain(step));
            else if (auto back = inverse(step))
                steps.insert(steps.begin(), *back);
        }
        if (stands() && changesAdapters() && !areThese(adapters, leftAdapters()) &&
            !areThese(adapters, m_of.expected.adapterIds))
            changed =
                u"its partition adapters are not those that this change left: %1 now, %2 then, %3 before"_s
                    .arg(adapters.size())
                    .arg(leftAdapters().size())
                    .arg(m_of.expected.adapterIds.size());
        return steps;
    }

    [[nodiscard]] std::vector<QString> leftAdapters() const
    {
        std::vector<QString> left = m_of.expected.adapterIds;
        for (const Step& step : m_of.steps) {
            if (step.kind == StepKind::RemovePartitionAdapter)
                std::erase_if(left, [&](const QString& id) { return same(id, step.adapterId); });
        }
        if (!m_progress.report.newAdapter.isEmpty())
            left.push_back(m_progress.report.newAdapter);
        return left;
    }

    /// What is before taking back, for reports.
    [[nodiscard]] Expectation asItIs() const
    {
        Expectation now = m_of.expected;
        if (m_vm != nullptr) {
            now.adapterIds.clear();
            for (const model::Assignment& adapter : m_isFresh ? adaptersOf(m_host, m_of.vm) : adaptersLeft())
                now.adapterIds.push_back(adapter.adapterId);
            std::ranges::sort(now.adapterIds);
        }
        return now;
    }

    [[nodiscard]] std::vector<model::Assignment> adaptersLeft() const
    {
        std::vector<model::Assignment> adapters;
        for (const QString& id : leftAdapters())
            adapters.emplace_back().adapterId = id;
        return adapters;
    }

    [[nodiscard]] bool changesAdapters() const
    {
        return std::ranges::any_of(m_of.steps, [](const Step& step) {
            return step.kind == StepKind::AddPartitionAdapter ||
                   step.kind == StepKind::RemovePartitionAdapter;
        });
    }

    [[nodiscard]] static bool areThese(const std::vector<model::Assignment>& adapters,
                                       const std::vector<QString>& ids)
    {
        return adapters.size() == ids.size() &&
               std::ranges::all_of(ids, [&](const QString& id) { return has(adapters, id); });
    }

    void removeAgain(const Step& addition, const std::vector<model::Assignment>& adapters,
                     std::vector<Step>& steps) const
    {
        const QString& known = m_progress.report.newAdapter;
        for (const model::Assignment& adapter : adapters) {
            const bool before = std::ranges::any_of(
                m_of.expected.adapterIds, [&](const QString& id) { return same(id, adapter.adapterId); });
            const bool likely = addition.gpuName.isEmpty()
                                    ? adapter.automatic
                                    : same(adapter.deviceInstancePath, addition.gpuName);
            if (before || (known.isEmpty() ? !likely : !same(adapter.adapterId, known)))
                continue;
            Step step;
            step.kind = StepKind::RemovePartitionAdapter;
            step.adapterId = adapter.adapterId;
            step.gpuName = adapter.deviceInstancePath;
            step.deviceName = addition.deviceName;
            steps.push_back(step);
        }
    }

    static Step addAgain(const Step& removal)
    {
        Step step = removal;
        step.kind = StepKind::AddPartitionAdapter;
        step.adapterId.clear();
        return step;
    }

    /// As VmPower does it: down for what needs the VM off, and up again when it ran.
    void addPower(Target& back) const
    {
        const bool clustered = m_vm->clustered.value_or(false);
        const bool runs = (m_isFresh ? m_vm->state : m_of.expected.power) == PowerState::Running;
        const bool off = std::ranges::any_of(back.steps, needsOff);
        const auto planned = std::ranges::find_if(m_of.steps, takesDown);
        const PowerHandling power = planned == m_of.steps.end() ? PowerHandling() : planned->power;
        const auto step = [&](StepKind kind) {
            Step made;
            made.kind = kind;
            made.power = power;
            return made;
        };
        back.goesDown = off && runs;
        if (back.goesDown) {
            back.steps.insert(back.steps.begin(),
                              step(clustered ? StepKind::TakeClusterOffline : StepKind::ShutDownGuest));
        }
        if (off && clustered)
            back.steps.push_back(step(StepKind::UpdateClusterVm));
        if (clustered && m_of.expected.offlineAction && m_vm->offlineAction != m_of.expected.offlineAction) {
            back.steps.push_back(step(StepKind::SetOfflineAction));
            back.steps.back().before = m_vm->offlineAction;
            back.steps.back().after = *m_of.expected.offlineAction;
        }
        const bool mustRun = runs ? off : !stands() && m_of.expected.power == PowerState::Running;
        if (mustRun)
            back.steps.push_back(step(clustered ? StepKind::BringClusterOnline : StepKind::StartVm));
        back.maxDowntime = longestDowntime(back.steps);
    }

    const Target& m_of;
    const TargetProgress& m_progress;
    const model::HostSnapshot& m_host;
    bool m_isFresh;
    const model::VirtualMachine* m_vm;
};

/// Whether its GPUs have partitions for what @p back adds again, after what the targets before it do.
bool hasRoomFor(const Target& back, const std::vector<Target>& before, const model::HostSnapshot& host)
{
    std::map<QString, int> wanted;
    const auto count = [&](const Target& target, bool ofItself) {
        for (const Step& step : target.steps) {
            const QString gpu = step.gpuName.toUpper();
            if (step.kind == StepKind::AddPartitionAdapter && (ofItself || wanted.contains(gpu)))
                ++wanted[gpu];
            else if (step.kind == StepKind::RemovePartitionAdapter && wanted.contains(gpu))
                --wanted[gpu];
        }
    };
    count(back, true);
    for (const Target& target : before) {
        if (target.host == back.host)
            count(target, false);
    }
    return std::ranges::all_of(host.gpus, [&](const model::Gpu& gpu) {
        const auto more = gpu.partitioning ? wanted.find(gpu.partitioning->name.toUpper()) : wanted.end();
        return more == wanted.end() || !gpu.partitioning->partitionCount ||
               static_cast<int>(gpu.assignments.size()) + more->second <= *gpu.partitioning->partitionCount;
    });
}

bool isLeftToTakeBack(const TargetProgress& target)
{
    const Outcome outcome = target.report.outcome;
    return target.unfinished || target.stands || outcome == Outcome::Succeeded ||
           outcome == Outcome::PartlyDone || outcome == Outcome::Indeterminate;
}

} // namespace

Plan undoPlan(const Activity& activity, const fleet::FleetSnapshot& fleet, const QDateTime& now)
{
    PlanBuilder builder(activity.plan.request, fleet, {activity.id, now});
    for (std::size_t i = std::min(activity.targets.size(), activity.plan.targets.size()); i-- > 0;) {
        const Target& target = activity.plan.targets[i];
        if (!isLeftToTakeBack(activity.targets[i]))
            continue;
        const fleet::HostRecord* record = builder.usableHost(target.host);
        if (record == nullptr)
            continue;
        QString changed;
        const QDateTime ended = activity.endedAt.isValid() ? activity.endedAt : activity.startedAt;
        const bool isFresh = record->lastSuccess.isValid() && record->lastSuccess >= ended;
        Target back = Back(target, activity.targets[i], *record->snapshot, isFresh)(changed);
        if (!changed.isEmpty())
            builder.add(FindingCode::ChangedSince, Severity::Warning, target.host, target.gpu, target.vm,
                        {changed});
        else if (isFresh && !hasRoomFor(back, builder.targets(), *record->snapshot))
            builder.add(FindingCode::NoFreePartition, Severity::Warning, target.host, {}, target.vm);
        else if (!back.steps.empty())
            builder.add(std::move(back));
    }
    return builder.take();
}

} // namespace hvgpu::operations
