#include "core/analysis/VmTitle.h"
#include "core/model/LiveDevice.h"
#include "ui/details/Describe.h"
#include "ui/details/DescribeMmio.h"
#include "ui/details/SectionBuilder.h"
#include "ui/models/GpuCells.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct VmDetails
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::VmDetails)
};

QString stopAction(std::optional<std::uint16_t> action)
{
    switch (action.value_or(0)) {
    case 2:
        return VmDetails::tr("turn off");
    case 3:
        return VmDetails::tr("save");
    case 4:
        return VmDetails::tr("shut down");
    default:
        return {};
    }
}

QString offlineAction(std::uint32_t action)
{
    switch (action) {
    case 0:
        return VmDetails::tr("turn off");
    case 1:
        return VmDetails::tr("save");
    case 2:
        return VmDetails::tr("shut down");
    case 3:
        return VmDetails::tr("forced shut down");
    default:
        return QString::number(action);
    }
}

QString protection(const model::VirtualMachine& vm)
{
    QStringList kinds;
    if (vm.shielded.value_or(false))
        kinds << VmDetails::tr("shielded");
    if (vm.isolationType)
        kinds << VmDetails::tr("isolated from its server");
    if (vm.virtualTpm.value_or(false))
        kinds << VmDetails::tr("virtual TPM");
    return kinds.join(u", "_s);
}

QString upTime(std::optional<std::uint64_t> milliseconds)
{
    if (!milliseconds || *milliseconds == 0)
        return {};
    const auto minutes = static_cast<int>(*milliseconds / 60000);
    constexpr int minutesPerHour = 60;
    constexpr int minutesPerDay = 24 * minutesPerHour;
    if (minutes >= minutesPerDay)
        return VmDetails::tr("%n day(s)", nullptr, minutes / minutesPerDay);
    if (minutes >= minutesPerHour)
        return VmDetails::tr("%n hour(s)", nullptr, minutes / minutesPerHour);
    return VmDetails::tr("%n minute(s)", nullptr, minutes);
}

DetailSection mainFields(const fleet::HostRecord& host, const model::VirtualMachine& vm)
{
    SectionBuilder section(u"document"_s, {});
    section.add(u"vmName"_s, VmDetails::tr("Name"), analysis::vmName(vm));
    section.addIdentifier(u"vmId"_s, VmDetails::tr("VM ID"), vm.id.text());
    section.add(u"state"_s, VmDetails::tr("Power state"), text::powerState(vm.state));
    section.add(u"server"_s, VmDetails::tr("Server"), host.displayName);
    section.add(u"generation"_s, VmDetails::tr("Generation"),
                vm.generation ? QString::number(*vm.generation) : QString());
    section.add(u"version"_s, VmDetails::tr("Configuration version"), vm.version);
    section.addOptional(u"guest"_s, VmDetails::tr("Guest operating system"), vm.guestOperatingSystem);
    section.addOptional(u"upTime"_s, VmDetails::tr("Up time"), upTime(vm.upTimeMs));
    return section.take();
}

QString place(const model::Gpu& gpu, const model::Assignment& assignment)
{
    if (assignment.partitionId)
        return VmDetails::tr("%1, partition %2").arg(gpu.name).arg(*assignment.partitionId);
    return model::hasLiveDevice(assignment)
               ? VmDetails::tr("%1, a partition, which one is not reported").arg(gpu.name)
               : gpu.name;
}

DetailSection gpuFields(const fleet::HostRecord& host, const model::VirtualMachine& vm)
{
    SectionBuilder section(u"gpus"_s, VmDetails::tr("GPUs"));
    const auto count = [&host](model::Part source, int number) { // nothing when it is not known
        return host.snapshot && host.snapshot->couldNotRead(source) ? QString() : QString::number(number);
    };
    section.add(u"partitions"_s, VmDetails::tr("Partitions assigned"),
                count(model::Part::PartitionAdapters, vm.partitionAdapters));
    section.add(u"wholeDevices"_s, VmDetails::tr("Whole devices assigned"),
                count(model::Part::DeviceAdapters, vm.wholeDevices));
    QStringList places;
    if (host.snapshot) {
        for (const model::Gpu& gpu : host.snapshot->gpus) {
            for (const model::Assignment& assignment : gpu.assignments) {
                if (!(assignment.vm == vm.id))
                    continue;
                places.append(place(gpu, assignment));
            }
        }
        for (const model::Assignment& assignment : host.snapshot->unplacedAssignments) {
            if (assignment.vm == vm.id)
                places.append(assignment.automatic
                                  ? VmDetails::tr("chosen by the host at start")
                                  : VmDetails::tr("a GPU that this server does not have (%1)")
                                        .arg(assignment.deviceInstancePath));
        }
    }
    section.addOptional(u"places"_s, VmDetails::tr("On"), places.join(u'\n'));
    if (vm.remoteFxAdapter)
        section.add(u"remoteFx"_s, VmDetails::tr("RemoteFX adapter"),
                    VmDetails::tr("present (no longer supported by Windows)"));
    return section.take();
}

DetailSection memoryFields(const model::VirtualMachine& vm)
{
    SectionBuilder section(u"resources"_s, VmDetails::tr("Processor and memory"));
    section.add(u"processors"_s, VmDetails::tr("Virtual processors"), DetailWords::number(vm.processorCount));
    if (vm.processorLoadPercent)
        section.add(u"load"_s, VmDetails::tr("Processor load"),
                    VmDetails::tr("%1 %").arg(*vm.processorLoadPercent));
    section.add(u"startupMemory"_s, VmDetails::tr("Startup memory"),
                DetailWords::megabytes(vm.startupMemoryMb));
    section.add(u"dynamicMemory"_s, VmDetails::tr("Dynamic memory"), DetailWords::yesNo(vm.dynamicMemory));
    if (vm.dynamicMemory.value_or(false)) {
        section.add(u"minimumMemory"_s, VmDetails::tr("Minimum memory"),
                    DetailWords::megabytes(vm.minimumMemoryMb));
        section.add(u"maximumMemory"_s, VmDetails::tr("Maximum memory"),
                    DetailWords::megabytes(vm.maximumMemoryMb));
    }
    if (vm.memoryUsageMb)
        section.add(u"memoryUsage"_s, VmDetails::tr("Memory in use"),
                    DetailWords::megabytes(vm.memoryUsageMb));
    return section.take();
}

DetailSection settingFields(const model::VirtualMachine& vm)
{
    SectionBuilder section(u"settings"_s, VmDetails::tr("Settings that matter for GPUs"));
    section.add(u"cacheTypes"_s, VmDetails::tr("Guest-controlled cache types"),
                DetailWords::yesNo(vm.guestControlledCacheTypes));
    section.add(u"stopAction"_s, VmDetails::tr("Automatic stop action"),
                stopAction(vm.automaticShutdownAction));
    if (vm.userSnapshotType)
        section.add(u"checkpoints"_s, VmDetails::tr("Checkpoints"),
                    *vm.userSnapshotType == 2 ? VmDetails::tr("disabled") : VmDetails::tr("enabled"));
    section.addOptional(u"protection"_s, VmDetails::tr("Protection"), protection(vm));
    if (vm.nestedVirtualization.value_or(false))
        section.add(u"nested"_s, VmDetails::tr("Nested virtualization"), DetailWords::yesNo(true));
    if (vm.replicationMode.value_or(0) != 0)
        section.add(u"replication"_s, VmDetails::tr("Replicated"), DetailWords::yesNo(true));
    if (vm.clustered)
        section.add(u"clustered"_s, VmDetails::tr("In the cluster"), DetailWords::yesNo(vm.clustered));
    if (vm.offlineAction)
        section.add(u"offlineAction"_s, VmDetails::tr("Cluster offline action"),
                    offlineAction(*vm.offlineAction));
    return section.take();
}

} // namespace

DetailContent describeVm(const fleet::HostRecord& host, const model::VirtualMachine& vm)
{
    DetailContent content{analysis::vmName(vm),
                          VmDetails::tr("Virtual machine on %1").arg(host.displayName),
                          cells::powerStateIcon(vm.state),
                          {}};
    content.sections = {mainFields(host, vm), gpuFields(host, vm), memoryFields(vm), settingFields(vm)};
    if (host.snapshot)
        content.sections.push_back(mmioOfVm(*host.snapshot, vm));
    return content;
}

} // namespace hvgpu::ui
