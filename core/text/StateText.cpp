#include "core/text/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace hvgpu::text {
namespace {

constexpr std::int64_t second = 1;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

} // namespace

QString powerState(model::PowerState state)
{
    switch (state) {
    case model::PowerState::Running:
        return QCoreApplication::translate("PowerState", "Running");
    case model::PowerState::Off:
        return QCoreApplication::translate("PowerState", "Off");
    case model::PowerState::ShuttingDown:
        return QCoreApplication::translate("PowerState", "Shutting down");
    case model::PowerState::Saved:
        return QCoreApplication::translate("PowerState", "Saved");
    case model::PowerState::Paused:
        return QCoreApplication::translate("PowerState", "Paused");
    case model::PowerState::Starting:
        return QCoreApplication::translate("PowerState", "Starting");
    case model::PowerState::Saving:
        return QCoreApplication::translate("PowerState", "Saving");
    case model::PowerState::Stopping:
        return QCoreApplication::translate("PowerState", "Stopping");
    case model::PowerState::Pausing:
        return QCoreApplication::translate("PowerState", "Pausing");
    case model::PowerState::Resuming:
        return QCoreApplication::translate("PowerState", "Resuming");
    case model::PowerState::Critical:
        return QCoreApplication::translate("PowerState", "Critical");
    case model::PowerState::Unknown:
        break;
    }
    return QCoreApplication::translate("PowerState", "Unknown");
}

QString nodeState(model::NodeState state)
{
    switch (state) {
    case model::NodeState::Up:
        return QCoreApplication::translate("NodeState", "Up");
    case model::NodeState::Down:
        return QCoreApplication::translate("NodeState", "Down");
    case model::NodeState::Paused:
        return QCoreApplication::translate("NodeState", "Paused");
    case model::NodeState::Joining:
        return QCoreApplication::translate("NodeState", "Joining");
    case model::NodeState::Unknown:
        break;
    }
    return QCoreApplication::translate("NodeState", "Unknown");
}

QString age(std::chrono::seconds elapsed)
{
    const std::int64_t seconds = elapsed.count();
    constexpr std::int64_t justNow = 10;
    // One argument: lupdate 6.4 never returns from a comma inside a call that is an argument of translate().
    const auto in = [seconds](std::int64_t unit) {
        return static_cast<int>(std::min<std::int64_t>(seconds / unit, std::numeric_limits<int>::max()));
    };
    if (seconds < justNow) // also a clock that was set back
        return QCoreApplication::translate("Age", "just now");
    if (seconds < minute)
        return QCoreApplication::translate("Age", "%n seconds ago", nullptr, in(second));
    if (seconds < hour)
        return QCoreApplication::translate("Age", "%n minutes ago", nullptr, in(minute));
    if (seconds < day)
        return QCoreApplication::translate("Age", "%n hours ago", nullptr, in(hour));
    return QCoreApplication::translate("Age", "%n days ago", nullptr, in(day));
}

QString part(model::Part part)
{
    switch (part) {
    case model::Part::OperatingSystem:
        return QCoreApplication::translate("Part", "Operating system");
    case model::Part::ComputerSystem:
        return QCoreApplication::translate("Part", "Computer model");
    case model::Part::PnpDevices:
        return QCoreApplication::translate("Part", "Plug and Play devices");
    case model::Part::DeviceProperties:
        return QCoreApplication::translate("Part", "Device properties");
    case model::Part::AdapterMemory:
        return QCoreApplication::translate("Part", "Adapter memory");
    case model::Part::PartitionableGpus:
        return QCoreApplication::translate("Part", "Partitionable GPUs");
    case model::Part::AssignableDevices:
        return QCoreApplication::translate("Part", "Assignable devices");
    case model::Part::VirtualMachines:
        return QCoreApplication::translate("Part", "Virtual machines");
    case model::Part::VmRuntime:
        return QCoreApplication::translate("Part", "State of virtual machines");
    case model::Part::VmMemory:
        return QCoreApplication::translate("Part", "Memory of virtual machines");
    case model::Part::VmSecurity:
        return QCoreApplication::translate("Part", "Security settings of virtual machines");
    case model::Part::VmProcessors:
        return QCoreApplication::translate("Part", "Processor settings of virtual machines");
    case model::Part::PartitionAdapters:
        return QCoreApplication::translate("Part", "GPU partition adapters");
    case model::Part::Partitions:
        return QCoreApplication::translate("Part", "GPU partitions");
    case model::Part::DeviceAdapters:
        return QCoreApplication::translate("Part", "Devices assigned to virtual machines");
    case model::Part::RemoteFx:
        return QCoreApplication::translate("Part", "RemoteFX adapters");
    case model::Part::IovSupport:
        return QCoreApplication::translate("Part", "SR-IOV support of the server");
    case model::Part::Processors:
        return QCoreApplication::translate("Part", "Processors");
    case model::Part::DeviceGuard:
        return QCoreApplication::translate("Part", "Security features of the hardware");
    case model::Part::Policies:
        return QCoreApplication::translate("Part", "Policies in the registry");
    case model::Part::MigrationSettings:
        return QCoreApplication::translate("Part", "Live migration settings");
    case model::Part::Cluster:
        return QCoreApplication::translate("Part", "Cluster");
    case model::Part::DeviceMemory:
        return QCoreApplication::translate("Part", "Memory ranges of devices");
    case model::Part::ResourcePools:
        return QCoreApplication::translate("Part", "GPU pools");
    case model::Part::ClusterResources:
        break;
    }
    return QCoreApplication::translate("Part", "Cluster resources");
}

} // namespace hvgpu::text
