#include "core/analysis/AssignedStatus.h"
#include "core/analysis/MmioSizing.h"
#include "core/analysis/PartitionLayout.h"
#include "core/analysis/Sentinel.h"
#include "core/report/Fields.h"
#include "core/report/Reports.h"
#include "core/text/Text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using analysis::Meaning;
using model::Capacity;
using model::Partitioning;
using model::PnpDevice;

struct GpuRow
{
    HostContext host;
    const model::Gpu& gpu;
    analysis::StatusVerdict verdict;
    analysis::Occupancy occupancy;
};

using R = const GpuRow&;

template <class Value>
Cell device(R row, Value value)
{
    return row.gpu.pnp ? value(*row.gpu.pnp) : Cell();
}

template <class Value>
Cell partitioning(R row, Value value)
{
    return row.gpu.partitioning ? value(*row.gpu.partitioning) : Cell();
}

Cell evidence(R row)
{
    QStringList lines;
    for (const analysis::Evidence& fact : row.verdict.evidence)
        lines << fact.source + u'=' + fact.value;
    return list(lines);
}

Cell assignedVm(R row)
{
    QStringList names;
    for (const model::Assignment& assignment : row.gpu.assignments) {
        if (assignment.kind == model::Assignment::Kind::WholeDevice)
            names << (assignment.vmName.isEmpty() ? assignment.vm.text() : assignment.vmName);
    }
    return list(names);
}

Cell validCounts(R row)
{
    if (!row.gpu.partitioning || row.gpu.partitioning->validPartitionCounts.empty())
        return {};
    const auto& counts = row.gpu.partitioning->validPartitionCounts;
    return Numbers(counts.begin(), counts.end());
}

Cell used(R row, int analysis::Occupancy::*member)
{
    if (!row.gpu.partitioning || !row.occupancy.facts.adapters || !row.occupancy.facts.partitions)
        return {};
    return static_cast<std::uint64_t>(row.occupancy.*member);
}

/// Adapters beyond the partitions there are: their virtual machines do not start.
Cell overCommitted(R row)
{
    if (!row.gpu.partitioning || !row.occupancy.facts.adapters || !row.occupancy.total)
        return {};
    return static_cast<std::uint64_t>(std::max(0, row.occupancy.used() - *row.occupancy.total));
}

Cell freePartitions(R row)
{
    return number(row.occupancy.free());
}

Cell capacityKind(R row)
{
    return partitioning(row, [](const Partitioning& p) -> Cell {
        switch (analysis::quantity(p.vram.total, p).meaning) {
        case Meaning::Scale:
            return u"scale"_s;
        case Meaning::Amount:
            return u"amount"_s;
        case Meaning::NotReported:
            break;
        }
        return {};
    });
}

template <Capacity Partitioning::*Kind, std::optional<std::uint64_t> Capacity::*Value>
Cell capacity(R row)
{
    return partitioning(row, [](const Partitioning& p) -> Cell {
        return quantity(analysis::quantity(p.*Kind.*Value, p), Kind == &Partitioning::vram);
    });
}

std::vector<Field<GpuRow>> statusFields()
{
    return {
        {"gpu_name", "GPU", true, [](R row) { return text(row.gpu.name); }},
        {"assigned_status", "Assigned status", true,
         [](R row) { return text(text::statusLabelEnglish(row.verdict.status)); }},
        {"sub_status", "Because", true, [](R row) { return text(text::subStatusId(row.verdict.subStatus)); }},
        {"status_evidence", "Evidence", false, evidence},
        {"assigned_vm", "VM", false, assignedVm},
        {"gpu_id", "GPU ID", false,
         [](R row) { return partitioning(row, [](const Partitioning& p) { return text(p.name); }); }},
        {"instance_id", "Instance", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return text(d.instanceId); }); }},
        {"location_path", "Location", false, [](R row) { return text(row.gpu.locationPath); }},
        {"bus_number", "Bus", true,
         [](R row) { return device(row, [](const PnpDevice& d) { return number(d.busNumber); }); }},
        {"vendor_id", "Vendor", false, [](R row) { return hexadecimal(row.gpu.vendorId, 4); }},
        {"device_id", "Device", false, [](R row) { return hexadecimal(row.gpu.deviceId, 4); }},
        {"subsystem_id", "Subsystem", false, [](R row) { return hexadecimal(row.gpu.subsystemId, 8); }},
    };
}

std::vector<Field<GpuRow>> deviceFields()
{
    return {
        {"manufacturer", "Manufacturer", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return text(d.manufacturer); }); }},
        {"driver_version", "Driver", true,
         [](R row) { return device(row, [](const PnpDevice& d) { return text(d.driverVersion); }); }},
        {"driver_provider", "Provider", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return text(d.driverProvider); }); }},
        {"driver_date", "Driver date", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return time(d.driverDate); }); }},
        {"problem_code", "Problem", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return number(d.problemCode); }); }},
        {"sriov_support", "SR-IOV", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return number(d.sriovSupport); }); }},
        {"link_speed", "Link speed", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return number(d.linkSpeed); }); }},
        {"link_width", "Link width", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return number(d.linkWidth); }); }},
        {"numa_node", "NUMA node", false,
         [](R row) { return device(row, [](const PnpDevice& d) { return number(d.numaNode); }); }},
        {"adapter_memory_bytes", "Memory", false, [](R row) { return byteCount(row.gpu.adapterMemory); }},
    };
}

std::vector<Field<GpuRow>> partitionFields()
{
    return {
        {"partition_count", "Partitions", true,
         [](R row) {
             return partitioning(row, [](const Partitioning& p) { return number(p.partitionCount); });
         }},
        {"valid_partition_counts", "Valid counts", false, validCounts},
        {"partitions_running", "Running", true,
         [](R row) { return used(row, &analysis::Occupancy::running); }},
        {"partitions_resolved_at_start", "At start", true,
         [](R row) { return used(row, &analysis::Occupancy::resolvedAtStart); }},
        {"partitions_free", "Free", true, freePartitions},
        {"incoming_live_migration", "Live migration", false,
         [](R row) {
             return partitioning(row,
                                 [](const Partitioning& p) { return flag(p.supportsIncomingLiveMigration); });
         }},
        {"over_committed", "Too many", false, overCommitted},
        {"capacity_kind", "Capacity", false, capacityKind},
    };
}

template <Capacity Partitioning::*Kind>
void addCapacity(std::vector<Field<GpuRow>>& fields, const std::array<const char*, 5>& ids)
{
    const bool isVram = Kind == &Partitioning::vram;
    fields.push_back({ids[0], "VRAM total", isVram, capacity<Kind, &Capacity::total>});
    fields.push_back({ids[1], "VRAM free", isVram, capacity<Kind, &Capacity::available>});
    fields.push_back({ids[2], "Minimum", false, capacity<Kind, &Capacity::minPartition>});
    fields.push_back({ids[3], "Maximum", false, capacity<Kind, &Capacity::maxPartition>});
    fields.push_back({ids[4], "Optimal", false, capacity<Kind, &Capacity::optimalPartition>});
}

void addCapacities(std::vector<Field<GpuRow>>& fields)
{
    addCapacity<&Partitioning::vram>(fields, {"vram_total", "vram_available", "vram_partition_min",
                                              "vram_partition_max", "vram_partition_optimal"});
    addCapacity<&Partitioning::encode>(fields, {"encode_total", "encode_available", "encode_partition_min",
                                                "encode_partition_max", "encode_partition_optimal"});
    addCapacity<&Partitioning::decode>(fields, {"decode_total", "decode_available", "decode_partition_min",
                                                "decode_partition_max", "decode_partition_optimal"});
    addCapacity<&Partitioning::compute>(fields,
                                        {"compute_total", "compute_available", "compute_partition_min",
                                         "compute_partition_max", "compute_partition_optimal"});
}

/// What a VM needs for this GPU alone, as a whole device; nothing while its memory ranges are not known.
template <std::uint64_t analysis::MmioSizing::*Space>
Cell mmioNeed(R row)
{
    if (!row.gpu.memory || row.host.record.snapshot == nullptr)
        return {};
    return analysis::mmioSizing({&row.gpu}, *row.host.record.snapshot).*Space;
}

Cell gpuPool(R row)
{
    const model::GpuPool* pool =
        row.host.record.snapshot != nullptr ? row.host.record.snapshot->poolOf(row.gpu) : nullptr;
    return pool != nullptr ? text(pool->name) : Cell();
}

std::vector<Field<GpuRow>> wholeDeviceFields()
{
    return {
        {"mmio_low_mb", "Low MMIO", false, mmioNeed<&analysis::MmioSizing::lowMb>},
        {"mmio_high_mb", "High MMIO", false, mmioNeed<&analysis::MmioSizing::highMb>},
        {"gpu_pool", "GPU pool", false, gpuPool},
    };
}

} // namespace

Table gpus(const fleet::FleetSnapshot& fleet, const QDateTime& now)
{
    std::vector<GpuRow> rows;
    for (const HostContext& host : hosts(fleet, now)) {
        if (host.record.snapshot == nullptr)
            continue;
        const model::HostSnapshot& snapshot = *host.record.snapshot;
        for (const model::Gpu& gpu : snapshot.gpus) {
            rows.push_back({host, gpu, analysis::assignedStatus(gpu, snapshot),
                            analysis::occupancy(gpu, analysis::assignmentFacts(snapshot))});
        }
    }
    std::vector<Field<GpuRow>> fields = hostFields<GpuRow>();
    for (const auto& more : {statusFields(), deviceFields(), partitionFields()})
        fields.insert(fields.end(), more.begin(), more.end());
    addCapacities(fields);
    const auto wholeDevice = wholeDeviceFields();
    fields.insert(fields.end(), wholeDevice.begin(), wholeDevice.end());
    return makeTable(u"gpus"_s, fields, rows);
}

} // namespace hvgpu::report
