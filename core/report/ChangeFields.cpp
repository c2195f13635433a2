#include "core/report/ChangeFields.h"

#include "core/report/Fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using operations::StepKind;

std::size_t stepsOf(const operations::Target& target, StepKind kind)
{
    return static_cast<std::size_t>(
        std::count_if(target.steps.begin(), target.steps.end(),
                      [kind](const operations::Step& step) { return step.kind == kind; }));
}

/// The target is about whole devices of a VM, not about its partitions.
bool isOfDevices(const operations::Target& target)
{
    return !target.vm.isEmpty() &&
           (!target.expected.devices.empty() || stepsOf(target, StepKind::AssignFromPool) > 0 ||
            stepsOf(target, StepKind::RemoveDevice) > 0);
}

std::size_t devicesBefore(const operations::Target& target)
{
    const auto& devices = target.expected.devices;
    const auto given =
        std::count_if(devices.begin(), devices.end(), [](const operations::DeviceExpectation& device) {
            return !device.adapterId.isEmpty();
        });
    return static_cast<std::size_t>(given) + target.expected.poolAdapterIds.size();
}

std::size_t devicesAfter(const operations::Target& target)
{
    const std::size_t removed = std::min(stepsOf(target, StepKind::RemoveDevice), devicesBefore(target));
    return devicesBefore(target) - removed + stepsOf(target, StepKind::AssignDevice) +
           stepsOf(target, StepKind::AssignFromPool);
}

} // namespace

QString kindId(const operations::Request& request)
{
    return operations::kindOf(request);
}

Cell before(const operations::Target& target)
{
    if (isOfDevices(target))
        return count(devicesBefore(target));
    return target.vm.isEmpty() ? number(target.expected.partitionCount)
                               : count(target.expected.adapterIds.size());
}

Cell after(const operations::Target& target)
{
    if (isOfDevices(target))
        return count(devicesAfter(target));
    if (!target.vm.isEmpty()) {
        const std::size_t removed =
            std::min(stepsOf(target, StepKind::RemovePartitionAdapter), target.expected.adapterIds.size());
        return count(target.expected.adapterIds.size() + stepsOf(target, StepKind::AddPartitionAdapter) -
                     removed);
    }
    const auto set =
        std::find_if(target.steps.rbegin(), target.steps.rend(),
                     [](const operations::Step& step) { return step.kind == StepKind::SetPartitionCount; });
    return set == target.steps.rend() ? before(target) : number(set->after);
}

Cell gpuPath(const operations::Target& target)
{
    if (!target.gpuName.isEmpty())
        return target.gpuName;
    const auto named = std::find_if(target.steps.begin(), target.steps.end(),
                                    [](const operations::Step& step) { return !step.gpuName.isEmpty(); });
    return named == target.steps.end() ? Cell() : Cell(named->gpuName);
}

} // namespace hvgpu::report
