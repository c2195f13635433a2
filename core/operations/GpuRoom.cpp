#include "core/operations/GpuRoom.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

int freeOf(const hyperv::GpuState& gpu)
{
    return static_cast<int>(gpu.partitioning.partitionCount.value_or(0)) -
           static_cast<int>(gpu.assignedVms.size());
}

int freeOfAll(const std::vector<hyperv::GpuState>& gpus)
{
    int free = 0;
    for (const hyperv::GpuState& gpu : gpus)
        free += std::max(freeOf(gpu), 0);
    return gpus.empty() ? 0 : free - static_cast<int>(gpus.front().automaticVms.size());
}

const hyperv::GpuState* find(const std::vector<hyperv::GpuState>& gpus, const QString& name)
{
    const auto found = std::ranges::find_if(
        gpus, [&name](const hyperv::GpuState& gpu) { return isSame(gpu.partitioning.name, name); });
    return found == gpus.end() ? nullptr : &*found;
}

QString lackOn(const QString& name, const std::vector<hyperv::GpuState>& gpus, int needed)
{
    const hyperv::GpuState* gpu = find(gpus, name);
    if (gpu == nullptr)
        return u"the chosen GPU is no longer on this server, or can no longer be partitioned"_s;
    return freeOf(*gpu) < needed ? u"the chosen GPU has no free partition any more"_s : QString();
}

/// Sizes that may be an estimate, or less what the driver keeps for itself (EC-17).
bool isAbout(std::uint64_t size, std::uint64_t wanted)
{
    constexpr std::uint64_t parts = 10;
    const std::uint64_t difference = size > wanted ? size - wanted : wanted - size;
    return difference <= wanted / parts;
}

} // namespace

QString lackOfRoom(const Target& target, const std::vector<hyperv::GpuState>& gpus, int needed)
{
    for (const GpuExpectation& expected : target.expected.gpus) {
        const hyperv::GpuState* gpu = find(gpus, expected.name);
        if (gpu != nullptr && gpu->partitioning.partitionCount != expected.partitionCount)
            return u"the partition count of the chosen GPU is %1"_s.arg(
                gpu->partitioning.partitionCount.value_or(0));
    }
    for (const Step& step : target.steps) {
        if (step.kind != StepKind::AddPartitionAdapter || step.gpuName.isEmpty())
            continue;
        if (const QString lack = lackOn(step.gpuName, gpus, needed); !lack.isEmpty())
            return lack;
    }
    return freeOfAll(gpus) < needed ? u"no GPU of this server has a free partition any more"_s : QString();
}

QString differenceOf(const model::Assignment& adapter, const Step& step)
{
    if (!step.gpuName.isEmpty() && !isSame(adapter.deviceInstancePath, step.gpuName))
        return u"the new partition adapter is not of the chosen GPU"_s;
    if (step.minPartitionVram && adapter.minPartitionVram != step.minPartitionVram)
        return u"the new partition adapter does not have the chosen size"_s;
    return {};
}

QString differenceOf(const std::vector<model::Assignment>& partitions, const Target& target)
{
    for (const Step& step : target.steps) {
        if (step.kind != StepKind::AddPartitionAdapter || step.gpuName.isEmpty() || partitions.empty())
            continue;
        const auto on = std::ranges::find_if(partitions, [&step](const model::Assignment& partition) {
            return model::gpuIdFrom(partition.deviceInstancePath) == model::gpuIdFrom(step.gpuName);
        });
        if (on == partitions.end())
            return u"the VM runs with a partition of another GPU than the chosen one"_s;
        if (step.minPartitionVram && on->currentVram && !isAbout(*on->currentVram, *step.minPartitionVram))
            return u"the VM runs with a partition of another size than the chosen one"_s;
    }
    return {};
}

} // namespace hvgpu::operations
