#include "core/analysis/UnreadParts.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace hvgpu::analysis {

std::vector<model::Part> unreadInventory(const model::HostSnapshot& host)
{
    using model::Part;
    constexpr std::array lists{Part::PnpDevices,      Part::PartitionableGpus, Part::AssignableDevices,
                               Part::VirtualMachines, Part::VmRuntime,         Part::PartitionAdapters,
                               Part::Partitions,      Part::DeviceAdapters};
    std::vector<Part> unread;
    std::ranges::copy_if(lists, std::back_inserter(unread),
                         [&host](Part part) { return host.couldNotRead(part); });
    return unread;
}

bool couldNotReadAdapters(const model::HostSnapshot& host)
{
    return host.couldNotRead(model::Part::PartitionAdapters) ||
           host.couldNotRead(model::Part::DeviceAdapters);
}

} // namespace hvgpu::analysis
