#include "core/hyperv/DeviceMemory.h"

#include "core/cim/ObjectPath.h"
#include "core/hyperv/Fields.h"
#include "core/hyperv/Queries.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

using model::Part;

/// Only a started device has resources.
bool isStarted(const model::Gpu& gpu)
{
    return gpu.pnp && !gpu.pnp->isDismounted() && gpu.pnp->present.value_or(true) &&
           gpu.pnp->problemCode == 0U;
}

/// From an earlier read of the same boot: firmware and Windows place a device's ranges once.
std::optional<model::DeviceMemory> remembered(const model::HostSnapshot* previous,
                                              const model::HostSnapshot& host, const model::Gpu& gpu)
{
    if (previous == nullptr || previous->host.lastBoot != host.host.lastBoot)
        return std::nullopt;
    const model::Gpu* known = previous->findGpu(gpu.id);
    if (known == nullptr || !known->memory)
        return std::nullopt;
    model::DeviceMemory memory = *known->memory;
    memory.remembered = !isStarted(gpu);
    return memory;
}

/// The StartingAddress a Win32_DeviceMemoryAddress path names; nullopt for other resources.
std::optional<std::uint64_t> addressIn(const cim::Instance& allocation)
{
    const auto path = allocation.value(u"Antecedent").toReference();
    if (!path || path->className().compare(u"Win32_DeviceMemoryAddress", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return path->key(u"StartingAddress").toUInt64();
}

model::GpuId deviceIn(const cim::Instance& allocation)
{
    const auto path = allocation.value(u"Dependent").toReference();
    return path ? model::gpuIdFrom(path->key(u"DeviceID").toString().value_or(QString())) : model::GpuId();
}

} // namespace

std::map<model::GpuId, std::vector<model::MemoryRange>>
memoryByDevice(const std::vector<cim::Instance>& addresses, const std::vector<cim::Instance>& allocations,
               ReadContext& context)
{
    std::map<std::uint64_t, std::uint64_t> lastOf; // by first address
    for (const cim::Instance& row : addresses) {
        const Fields fields(row, Part::DeviceMemory, row.value(u"StartingAddress").toString().value_or(u""_s),
                            context);
        const auto first = fields.u64(u"StartingAddress");
        const auto last = fields.u64(u"EndingAddress");
        if (first && last && *last >= *first)
            lastOf.emplace(*first, *last);
    }
    std::map<model::GpuId, std::vector<model::MemoryRange>> ranges;
    for (const cim::Instance& row : allocations) {
        const auto address = addressIn(row);
        const auto range = address ? lastOf.find(*address) : lastOf.end();
        if (range != lastOf.end())
            ranges[deviceIn(row)].push_back({range->first, range->second});
    }
    for (auto& [gpu, list] : ranges)
        std::ranges::sort(list, {}, &model::MemoryRange::first);
    return ranges;
}

void readDeviceMemory(Conversation& conversation, ReadContext& context, const model::HostSnapshot* previous,
                      model::HostSnapshot& host)
{
    bool isMissing = false;
    for (model::Gpu& gpu : host.gpus) {
        gpu.memory = remembered(previous, host, gpu);
        isMissing = isMissing || (!gpu.memory && isStarted(gpu));
    }
    if (!isMissing)
        return;
    const auto addresses = conversation.tryRows(queries::memoryAddresses());
    const auto allocations =
        addresses ? conversation.tryRows(queries::allocatedResources()) : base::fail(addresses.error());
    if (!allocations) {
        context.notes.push_back({Part::DeviceMemory, {}, allocations.error()});
        return;
    }
    auto ranges = memoryByDevice(*addresses, *allocations, context);
    for (model::Gpu& gpu : host.gpus)
        if (isStarted(gpu))
            gpu.memory = model::DeviceMemory{std::move(ranges[gpu.id]), false};
}

} // namespace hvgpu::hyperv
