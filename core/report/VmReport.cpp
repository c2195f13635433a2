#include "core/report/Fields.h"
#include "core/report/Reports.h"

#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using model::VirtualMachine;

struct VmRow
{
    HostContext host;
    const VirtualMachine& vm;
    QStringList gpus;
    QStringList instanceIds; ///< of the same GPUs, in the same order
};

using R = const VmRow&;

/// A number of GPU adapters, unless they could not be read.
Cell adapters(R row, model::Part source, int value)
{
    return row.host.record.snapshot->couldNotRead(source) ? Cell() : count(static_cast<std::size_t>(value));
}

std::vector<Field<VmRow>> vmFields()
{
    return {
        {"vm_name", "VM", true, [](R row) { return Cell(row.vm.name); }},
        {"vm_id", "VM ID", false, [](R row) { return text(row.vm.id.text()); }},
        {"vm_state", "VM state", true, [](R row) { return text(powerStateId(row.vm.state)); }},
        {"enabled_state", "Code", false, [](R row) { return number(row.vm.enabledState); }},
        {"gpu_partitions", "Partitions", true,
         [](R row) { return adapters(row, model::Part::PartitionAdapters, row.vm.partitionAdapters); }},
        {"whole_devices", "Devices", true,
         [](R row) { return adapters(row, model::Part::DeviceAdapters, row.vm.wholeDevices); }},
        {"remotefx_adapter", "RemoteFX", false,
         [](R row) {
             return row.host.record.snapshot->couldNotRead(model::Part::RemoteFx)
                        ? Cell()
                        : Cell(row.vm.remoteFxAdapter);
         }},
        {"gpus", "GPUs", true, [](R row) { return list(row.gpus); }},
        {"generation", "Generation", true, [](R row) { return number(row.vm.generation); }},
        {"version", "Version", false, [](R row) { return text(row.vm.version); }},
        {"guest_os", "Guest", false, [](R row) { return text(row.vm.guestOperatingSystem); }},
        {"clustered", "Clustered", true, [](R row) { return flag(row.vm.clustered); }},
        {"offline_action", "Offline action", false, [](R row) { return number(row.vm.offlineAction); }},
        {"gpu_instance_ids", "GPU instances", false, [](R row) { return list(row.instanceIds); }},
    };
}

std::vector<Field<VmRow>> settingFields()
{
    return {
        {"automatic_stop_action", "Stop action", false,
         [](R row) { return number(row.vm.automaticShutdownAction); }},
        {"checkpoint_type", "Checkpoints", false, [](R row) { return number(row.vm.userSnapshotType); }},
        {"processors", "CPUs", true, [](R row) { return number(row.vm.processorCount); }},
        {"processor_load_percent", "Load %", false,
         [](R row) { return number(row.vm.processorLoadPercent); }},
        {"dynamic_memory", "Dynamic memory", false, [](R row) { return flag(row.vm.dynamicMemory); }},
        {"memory_startup_mb", "Memory (MB)", true, [](R row) { return number(row.vm.startupMemoryMb); }},
        {"memory_min_mb", "Minimum", false, [](R row) { return number(row.vm.minimumMemoryMb); }},
        {"memory_max_mb", "Maximum", false, [](R row) { return number(row.vm.maximumMemoryMb); }},
        {"memory_used_mb", "In use", false, [](R row) { return number(row.vm.memoryUsageMb); }},
        {"uptime_ms", "Up (ms)", false, [](R row) { return number(row.vm.upTimeMs); }},
        {"low_mmio_mb", "Low MMIO", false, [](R row) { return number(row.vm.lowMmioGapMb); }},
        {"high_mmio_mb", "High MMIO", false, [](R row) { return number(row.vm.highMmioGapMb); }},
        {"guest_controlled_cache_types", "Cache types", false,
         [](R row) { return flag(row.vm.guestControlledCacheTypes); }},
    };
}

/// Names tell twins not apart, ids do.
struct GpusOfVm
{
    QStringList names;
    QStringList instanceIds;
};

std::map<model::VmId, GpusOfVm> gpusByVm(const model::HostSnapshot& snapshot)
{
    std::map<model::VmId, GpusOfVm> result;
    for (const model::Gpu& gpu : snapshot.gpus) {
        for (const model::Assignment& assignment : gpu.assignments) {
            GpusOfVm& held = result[assignment.vm];
            held.names << (gpu.name.isEmpty() ? gpu.id.text() : gpu.name);
            held.instanceIds << (gpu.pnp ? gpu.pnp->instanceId : gpu.id.text());
        }
    }
    return result;
}

} // namespace

Table vms(const fleet::FleetSnapshot& fleet, const QDateTime& now)
{
    std::vector<VmRow> rows;
    for (const HostContext& host : hosts(fleet, now)) {
        if (host.record.snapshot == nullptr)
            continue;
        const auto gpus = gpusByVm(*host.record.snapshot);
        for (const VirtualMachine& vm : host.record.snapshot->vms) {
            const auto held = gpus.find(vm.id);
            const GpusOfVm its = held != gpus.end() ? held->second : GpusOfVm();
            rows.push_back({host, vm, its.names, its.instanceIds});
        }
    }
    std::vector<Field<VmRow>> fields = hostFields<VmRow>();
    for (const auto& more : {vmFields(), settingFields()})
        fields.insert(fields.end(), more.begin(), more.end());
    return makeTable(u"vms"_s, fields, rows);
}

} // namespace hvgpu::report
