#include "ui/details/Describe.h"
#include "ui/details/SectionBuilder.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct VmDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::VmDetails)
};
using T = VmDetails;

QString stopAction(std::optional<std::uint16_t> action)
{
    switch (action.value_or(0)) {
    case 2:
        return T::tr("turn off");
    case 3:
        return T::tr("save");
    case 4:
        return T::tr("shut down");
    default:
        return {};
    }
}

QString offlineAction(std::uint32_t action)
{
    switch (action) {
    case 0:
        return T::tr("turn off");
    case 1:
        return T::tr("save");
    case 2:
        return T::tr("shut down");
    case 3:
        return T::tr("forced shut down");
    default:
        return QString::number(action);
    }
}

QString upTime(std::optional<std::uint64_t> milliseconds)
{
    if (!milliseconds || *milliseconds == 0)
        return {};
    const auto minutes = static_cast<int>(*milliseconds / 60000);
    constexpr int minutesPerHour = 60;
    constexpr int minutesPerDay = 24 * minutesPerHour;
    if (minutes >= minutesPerDay)
        return T::tr("%n day(s)", nullptr, minutes / minutesPerDay);
    if (minutes >= minutesPerHour)
        return T::tr("%n hour(s)", nullptr, minutes / minutesPerHour);
    return T::tr("%n minute(s)", nullptr, minutes);
}

DetailSection mainFields(const fleet::HostRecord& host, const model::VirtualMachine& vm)
{
    SectionBuilder section(u"document"_s, {});
    section.add(u"vmName"_s, T::tr("Name"), vm.name);
    section.addIdentifier(u"vmId"_s, T::tr("VM ID"), vm.id.text());
    section.add(u"state"_s, T::tr("Power state"), text::powerState(vm.state));
    section.add(u"server"_s, T::tr("Server"), host.displayName);
    section.add(u"generation"_s, T::tr("Generation"),
                vm.generation ? QString::number(*vm.generation) : QString());
    section.add(u"version"_s, T::tr("Configuration version"), vm.version);
    section.addOptional(u"guest"_s, T::tr("Guest operating system"), vm.guestOperatingSystem);
    section.addOptional(u"upTime"_s, T::tr("Up time"), upTime(vm.upTimeMs));
    return section.take();
}

DetailSection gpuFields(const fleet::HostRecord& host, const model::VirtualMachine& vm)
{
    SectionBuilder section(u"gpus"_s, T::tr("GPUs"));
    section.add(u"partitions"_s, T::tr("Partitions assigned"), QString::number(vm.partitionAdapters));
    section.add(u"wholeDevices"_s, T::tr("Whole devices assigned"), QString::number(vm.wholeDevices));
    QStringList places;
    if (host.snapshot) {
        for (const model::Gpu& gpu : host.snapshot->gpus) {
            for (const model::Assignment& assignment : gpu.assignments) {
                if (!(assignment.vm == vm.id))
                    continue;
                places.append(assignment.partitionId
                                  ? T::tr("%1, partition %2").arg(gpu.name).arg(*assignment.partitionId)
                                  : gpu.name);
            }
        }
        for (const model::Assignment& assignment : host.snapshot->unplacedAssignments) {
            if (assignment.vm == vm.id)
                places.append(assignment.automatic ? T::tr("chosen by the host at start")
                                                   : T::tr("a GPU that this server does not have (%1)")
                                                         .arg(assignment.deviceInstancePath));
        }
    }
    section.addOptional(u"places"_s, T::tr("On"), places.join(u'\n'));
    if (vm.remoteFxAdapter)
        section.add(u"remoteFx"_s, T::tr("RemoteFX adapter"),
                    T::tr("present (no longer supported by Windows)"));
    return section.take();
}

DetailSection memoryFields(const model::VirtualMachine& vm)
{
    SectionBuilder section(u"resources"_s, T::tr("Processor and memory"));
    section.add(u"processors"_s, T::tr("Virtual processors"), DetailWords::number(vm.processorCount));
    if (vm.processorLoadPercent)
        section.add(u"load"_s, T::tr("Processor load"), T::tr("%1 %").arg(*vm.processorLoadPercent));
    section.add(u"startupMemory"_s, T::tr("Startup memory"), DetailWords::megabytes(vm.startupMemoryMb));
    section.add(u"dynamicMemory"_s, T::tr("Dynamic memory"), DetailWords::yesNo(vm.dynamicMemory));
    if (vm.dynamicMemory.value_or(false)) {
        section.add(u"minimumMemory"_s, T::tr("Minimum memory"), DetailWords::megabytes(vm.minimumMemoryMb));
        section.add(u"maximumMemory"_s, T::tr("Maximum memory"), DetailWords::megabytes(vm.maximumMemoryMb));
    }
    if (vm.memoryUsageMb)
        section.add(u"memoryUsage"_s, T::tr("Memory in use"), DetailWords::megabytes(vm.memoryUsageMb));
    return section.take();
}

DetailSection settingFields(const model::VirtualMachine& vm)
{
    SectionBuilder section(u"settings"_s, T::tr("Settings that matter for GPUs"));
    section.add(u"lowMmio"_s, T::tr("Low MMIO space"), DetailWords::megabytes(vm.lowMmioGapMb));
    section.add(u"highMmio"_s, T::tr("High MMIO space"), DetailWords::megabytes(vm.highMmioGapMb));
    section.add(u"cacheTypes"_s, T::tr("Guest-controlled cache types"),
                DetailWords::yesNo(vm.guestControlledCacheTypes));
    section.add(u"stopAction"_s, T::tr("Automatic stop action"), stopAction(vm.automaticShutdownAction));
    if (vm.userSnapshotType)
        section.add(u"checkpoints"_s, T::tr("Checkpoints"),
                    *vm.userSnapshotType == 2 ? T::tr("disabled") : T::tr("enabled"));
    if (vm.clustered)
        section.add(u"clustered"_s, T::tr("In the cluster"), DetailWords::yesNo(vm.clustered));
    if (vm.offlineAction)
        section.add(u"offlineAction"_s, T::tr("Cluster offline action"), offlineAction(*vm.offlineAction));
    return section.take();
}

} // namespace

DetailContent describeVm(const fleet::HostRecord& host, const model::VirtualMachine& vm)
{
    DetailContent content{vm.name, T::tr("Virtual machine on %1").arg(host.displayName), u"vm-other"_s, {}};
    content.sections = {mainFields(host, vm), gpuFields(host, vm), memoryFields(vm), settingFields(vm)};
    return content;
}

} // namespace hvgpu::ui
