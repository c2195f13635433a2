#include "core/analysis/PartitionLayout.h"
#include "core/report/Fields.h"
#include "core/report/Reports.h"

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using model::Assignment;

struct PartitionRow
{
    HostContext host;
    const model::Gpu* gpu = nullptr;        ///< null: the adapter's GPU is not known
    const Assignment* assignment = nullptr; ///< null: free
    QString state;
    std::optional<std::uint16_t> partitionId;
};

using R = const PartitionRow&;

QString stateId(const analysis::PartitionSlot& slot)
{
    switch (slot.state) {
    case analysis::PartitionSlot::State::Running:
        return u"running"_s;
    case analysis::PartitionSlot::State::ResolvedAtStart:
        return u"resolved_at_start"_s;
    case analysis::PartitionSlot::State::OverCommitted:
        return u"over_committed"_s;
    case analysis::PartitionSlot::State::Unread:
        return u"unknown"_s;
    case analysis::PartitionSlot::State::Free:
        break;
    }
    return u"free"_s;
}

template <class Value>
Cell gpuCell(R row, Value value)
{
    return row.gpu != nullptr ? value(*row.gpu) : Cell();
}

template <class Value>
Cell assigned(R row, Value value)
{
    return row.assignment != nullptr ? value(*row.assignment) : Cell();
}

template <std::optional<std::uint64_t> Assignment::*Value>
Cell current(R row)
{
    constexpr bool isBytes = Value == &Assignment::currentVram || Value == &Assignment::minPartitionVram;
    return assigned(row, [row](const Assignment& a) {
        const bool knowsGpu = row.gpu != nullptr && row.gpu->partitioning.has_value();
        if (knowsGpu)
            return quantity(analysis::quantity(a.*Value, *row.gpu->partitioning), isBytes);
        return isBytes ? byteCount(a.*Value) : number(a.*Value);
    });
}

Cell vmState(R row)
{
    if (row.assignment == nullptr)
        return {};
    const model::VirtualMachine* vm = row.host.record.snapshot->findVm(row.assignment->vm);
    return vm != nullptr ? text(powerStateId(vm->state)) : Cell();
}

Cell instanceId(R row)
{
    return gpuCell(row, [](const model::Gpu& gpu) { return gpu.pnp ? text(gpu.pnp->instanceId) : Cell(); });
}

Cell gpuId(R row)
{
    return gpuCell(
        row, [](const model::Gpu& gpu) { return gpu.partitioning ? text(gpu.partitioning->name) : Cell(); });
}

std::vector<Field<PartitionRow>> partitionFields()
{
    return {
        {"gpu_name", "GPU", true,
         [](R row) { return gpuCell(row, [](const model::Gpu& gpu) { return text(gpu.name); }); }},
        {"gpu_id", "GPU ID", false, gpuId},
        {"instance_id", "Instance", false, instanceId},
        {"location_path", "Location", false,
         [](R row) { return gpuCell(row, [](const model::Gpu& gpu) { return text(gpu.locationPath); }); }},
        {"bus_number", "Bus", true,
         [](R row) {
             return gpuCell(
                 row, [](const model::Gpu& gpu) { return gpu.pnp ? number(gpu.pnp->busNumber) : Cell(); });
         }},
        {"partition_state", "Partition", true, [](R row) { return text(row.state); }},
        {"partition_id", "ID", true, [](R row) { return number(row.partitionId); }},
        {"vm_name", "VM", true,
         [](R row) { return assigned(row, [](const Assignment& a) { return text(a.vmName); }); }},
        {"vm_id", "VM ID", false,
         [](R row) { return assigned(row, [](const Assignment& a) { return text(a.vm.text()); }); }},
        {"vm_state", "VM state", true, vmState},
        {"automatic", "Automatic", false,
         [](R row) {
             // Without the adapter nothing tells who chose the GPU.
             return assigned(
                 row, [](const Assignment& a) { return a.adapterId.isEmpty() ? Cell() : Cell(a.automatic); });
         }},
        {"adapter_id", "Adapter", false,
         [](R row) { return assigned(row, [](const Assignment& a) { return text(a.adapterId); }); }},
        {"adapter_instance_path", "Instance path", false,
         [](R row) { return assigned(row, [](const Assignment& a) { return text(a.deviceInstancePath); }); }},
        {"vf_luid", "VF LUID", false,
         [](R row) { return assigned(row, [](const Assignment& a) { return text(a.partitionVfLuid); }); }},
        {"partition_vram", "VRAM", true, current<&Assignment::currentVram>},
        {"partition_encode", "Encode", false, current<&Assignment::currentEncode>},
        {"partition_decode", "Decode", false, current<&Assignment::currentDecode>},
        {"partition_compute", "Compute", false, current<&Assignment::currentCompute>},
        {"partition_vram_min_quota", "Quota", false, current<&Assignment::minPartitionVram>},
        {"outgoing_live_migration", "Live migration", false,
         [](R row) {
             return assigned(row, [](const Assignment& a) { return flag(a.supportsOutgoingLiveMigration); });
         }},
    };
}

void addRows(const HostContext& host, std::vector<PartitionRow>& rows)
{
    const model::HostSnapshot& snapshot = *host.record.snapshot;
    const analysis::AssignmentFacts facts = analysis::assignmentFacts(snapshot);
    for (const model::Gpu& gpu : snapshot.gpus) {
        for (const analysis::PartitionSlot& slot : analysis::partitionLayout(gpu, facts))
            rows.push_back({host, &gpu, slot.assignment, stateId(slot), slot.partitionId});
    }
    for (const Assignment& assignment : snapshot.unplacedAssignments) {
        if (assignment.kind == Assignment::Kind::Partition)
            rows.push_back({host, nullptr, &assignment, u"gpu_unknown"_s, assignment.partitionId});
    }
}

} // namespace

Table partitions(const fleet::FleetSnapshot& fleet, const QDateTime& now)
{
    std::vector<PartitionRow> rows;
    for (const HostContext& host : hosts(fleet, now)) {
        if (host.record.snapshot != nullptr)
            addRows(host, rows);
    }
    std::vector<Field<PartitionRow>> fields = hostFields<PartitionRow>();
    const auto more = partitionFields();
    fields.insert(fields.end(), more.begin(), more.end());
    return makeTable(u"partitions"_s, fields, rows);
}

} // namespace hvgpu::report
