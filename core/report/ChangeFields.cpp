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

} // namespace

QString kindId(const operations::Request& request)
{
    return operations::kindOf(request);
}

Cell before(const operations::Target& target)
{
    return target.vm.isEmpty() ? number(target.expected.partitionCount)
                               : count(target.expected.adapterIds.size());
}

Cell after(const operations::Target& target)
{
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
