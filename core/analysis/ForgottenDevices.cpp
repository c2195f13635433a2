#include "core/analysis/ForgottenDevices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::Part;

bool isFree(const std::vector<model::Assignment>& assignments, const model::HostSnapshot& host)
{
    return std::ranges::all_of(assignments,
                               [&host](const model::Assignment& each) { return isLeftBehind(each, host); });
}

bool isInPool(const model::GpuId& device, const model::HostSnapshot& host)
{
    return std::ranges::any_of(host.pools, [&device](const model::GpuPool& pool) {
        return std::ranges::any_of(
            pool.devices, [&device](const QString& path) { return model::gpuIdFrom(path) == device; });
    });
}

} // namespace

bool isLeftBehind(const model::Assignment& assignment, const model::HostSnapshot& host)
{
    return assignment.kind == model::Assignment::Kind::WholeDevice && assignment.adapterId.isEmpty() &&
           !host.couldNotRead(Part::VirtualMachines) && host.findVm(assignment.vm) == nullptr;
}

std::vector<model::GpuId> forgottenDevices(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    std::vector<model::GpuId> devices;
    // A single pool that could not be read may hold any of them.
    const bool poolsKnown =
        std::ranges::find(host.notes, Part::ResourcePools, &model::ReadNote::part) == host.notes.end();
    if (host.couldNotRead(Part::DeviceAdapters) || !poolsKnown)
        return devices;
    const bool dismounted = gpu.dismounted || (gpu.pnp && gpu.pnp->isDismounted());
    if (dismounted && isFree(gpu.assignments, host) && !isInPool(gpu.id, host))
        devices.push_back(gpu.id);
    for (const model::CompanionFunction& companion : gpu.companions) {
        if (companion.dismounted && isFree(companion.assignments, host) && !isInPool(companion.id, host))
            devices.push_back(companion.id);
    }
    return devices;
}

std::vector<model::GpuId> forgottenDevices(const model::HostSnapshot& host)
{
    std::vector<model::GpuId> devices;
    for (const model::Gpu& gpu : host.gpus) {
        const std::vector<model::GpuId> ofCard = forgottenDevices(gpu, host);
        devices.insert(devices.end(), ofCard.begin(), ofCard.end());
    }
    return devices;
}

} // namespace hvgpu::analysis
