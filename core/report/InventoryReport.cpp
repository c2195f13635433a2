#include "core/analysis/AssignedStatus.h"
#include "core/analysis/PartitionTotals.h"
#include "core/report/Fields.h"
#include "core/report/Reports.h"

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using analysis::AssignedStatus;
using model::Part;

struct Counts
{
    std::array<std::size_t, 6> byStatus{};
    std::optional<std::uint64_t> partitions;
    std::uint64_t partitionsUsed = 0;
    std::uint64_t partitionsBeyond = 0;
};

struct ServerRow
{
    HostContext host;
    const model::HostSnapshot* snapshot; ///< null when the server was never read
    std::optional<base::Error> error;
    Counts counts;
};

Counts countGpus(const model::HostSnapshot& snapshot)
{
    Counts counts;
    for (const model::Gpu& gpu : snapshot.gpus) {
        ++counts.byStatus.at(static_cast<std::size_t>(analysis::assignedStatus(gpu, snapshot).status));
    }
    const analysis::PartitionTotals totals = analysis::partitionTotals(snapshot);
    if (!totals.partitionsUnknown)
        counts.partitions = totals.partitions;
    counts.partitionsUsed = totals.used;
    counts.partitionsBeyond = totals.beyond;
    return counts;
}

/// A count, unless the part it comes from could not be read.
Cell countOf(const ServerRow& row, Part source, std::uint64_t value)
{
    return row.snapshot != nullptr && !row.snapshot->couldNotRead(source) ? Cell(value) : Cell();
}

Cell countOf(const ServerRow& row, AssignedStatus status)
{
    // Which are partitioned is told by a list of its own.
    if (row.snapshot != nullptr && row.snapshot->couldNotRead(Part::PartitionableGpus))
        return {};
    return countOf(row, Part::PnpDevices, row.counts.byStatus.at(static_cast<std::size_t>(status)));
}

/// Adapters are counted at the GPUs they are of.
Cell adapterCount(const ServerRow& row, std::uint64_t value)
{
    if (row.snapshot != nullptr && row.snapshot->couldNotRead(Part::PartitionableGpus))
        return {};
    return countOf(row, Part::PartitionAdapters, value);
}

/// Virtual machines exist only where the Hyper-V role does.
Cell vmCount(const ServerRow& row, bool runningOnly)
{
    if (row.snapshot == nullptr || !row.snapshot->host.hyperVRole)
        return {};
    if (runningOnly && row.snapshot->couldNotRead(Part::VmRuntime))
        return {};
    const auto matching = std::ranges::count_if(row.snapshot->vms, [runningOnly](const auto& vm) {
        return !runningOnly || vm.state == model::PowerState::Running;
    });
    return countOf(row, Part::VirtualMachines, static_cast<std::uint64_t>(matching));
}

Cell nodeState(const ServerRow& row)
{
    if (!row.host.record.inCluster)
        return {};
    switch (row.host.record.nodeState) {
    case model::NodeState::Up:
        return u"up"_s;
    case model::NodeState::Down:
        return u"down"_s;
    case model::NodeState::Paused:
        return u"paused"_s;
    case model::NodeState::Joining:
        return u"joining"_s;
    case model::NodeState::Unknown:
        break;
    }
    return u"unknown"_s;
}

Cell unreadParts(const ServerRow& row)
{
    QStringList parts;
    if (row.snapshot == nullptr)
        return {};
    for (const model::ReadNote& note : row.snapshot->notes) {
        if (const QString part = model::name(note.part); !parts.contains(part))
            parts << part;
    }
    return list(parts);
}

/// A cell about what the host is, unknown when it was never read.
template <class Value>
Cell fact(const ServerRow& row, Value value)
{
    return row.snapshot != nullptr ? value(row.snapshot->host) : Cell();
}

std::vector<Field<ServerRow>> connectionFields()
{
    using R = const ServerRow&;
    return {
        {"address", "Address", false, [](R row) { return text(row.host.record.address); }},
        {"last_attempt", "Last attempt", false, [](R row) { return time(row.host.record.lastAttempt); }},
        {"error_code", "Error", true,
         [](R row) { return row.error ? text(base::name(row.error->code)) : Cell(); }},
        {"error_layer", "Layer", false,
         [](R row) { return row.error ? text(base::name(row.error->layer)) : Cell(); }},
        {"error", "Error text", false, [](R row) { return row.error ? text(describe(*row.error)) : Cell(); }},
        {"unread_parts", "Not read", false, unreadParts},
        {"node_state", "Node", true, nodeState},
    };
}

std::vector<Field<ServerRow>> factFields()
{
    using R = const ServerRow&;
    using H = const model::HostFacts&;
    return {
        {"computer_name", "Computer", false,
         [](R row) { return fact(row, [](H h) { return text(h.computerName); }); }},
        {"os", "Operating system", false,
         [](R row) { return fact(row, [](H h) { return text(h.osCaption); }); }},
        {"os_build", "Build", true, [](R row) { return fact(row, [](H h) { return number(h.build); }); }},
        {"manufacturer", "Manufacturer", false,
         [](R row) { return fact(row, [](H h) { return text(h.manufacturer); }); }},
        {"model", "Model", false, [](R row) { return fact(row, [](H h) { return text(h.model); }); }},
        {"hyperv_role", "Hyper-V", false,
         [](R row) { return fact(row, [](H h) { return Cell(h.hyperVRole); }); }},
        {"iov_supported", "SR-IOV", false,
         [](R row) { return fact(row, [](H h) { return flag(h.iovSupport); }); }},
        {"iov_reasons", "SR-IOV reasons", false,
         [](R row) { return fact(row, [](H h) { return list(h.iovSupportReasons); }); }},
        {"last_boot", "Last boot", false,
         [](R row) { return fact(row, [](H h) { return time(h.lastBoot); }); }},
    };
}

std::vector<Field<ServerRow>> countFields()
{
    using R = const ServerRow&;
    return {
        {"gpus", "GPUs", true,
         [](R row) {
             return row.snapshot != nullptr ? countOf(row, Part::PnpDevices, row.snapshot->gpus.size())
                                            : Cell();
         }},
        {"gpus_ready_for_dda", "DDA", false,
         [](R row) { return countOf(row, AssignedStatus::ReadyForDdaAssignment); }},
        {"gpus_partitioned", "Partitioned", true,
         [](R row) { return countOf(row, AssignedStatus::Partitioned); }},
        {"gpus_paravirtualization", "Paravirtual", false,
         [](R row) { return countOf(row, AssignedStatus::Paravirtualization); }},
        {"gpus_not_assignable", "Not assignable", false,
         [](R row) { return countOf(row, AssignedStatus::NotAssignable); }},
        {"gpus_used_by_host", "Host", false, [](R row) { return countOf(row, AssignedStatus::HostOwned); }},
        {"gpus_unknown", "Unknown", false, [](R row) { return countOf(row, AssignedStatus::Unknown); }},
        {"partitions", "Partitions", true,
         [](R row) {
             return row.counts.partitions ? countOf(row, Part::PartitionableGpus, *row.counts.partitions)
                                          : Cell();
         }},
        {"partitions_used", "Used", true, [](R row) { return adapterCount(row, row.counts.partitionsUsed); }},
        {"vms", "VMs", true, [](R row) { return vmCount(row, false); }},
        {"vms_running", "Running", true, [](R row) { return vmCount(row, true); }},
        {"partitions_over_committed", "Too many", false,
         [](R row) {
             return row.counts.partitions ? adapterCount(row, row.counts.partitionsBeyond) : Cell();
         }},
    };
}

ServerRow serverRow(const HostContext& host)
{
    const model::HostSnapshot* snapshot = host.record.snapshot.get();
    // Not a conditional expression: GCC 12 fails on it when it optimises.
    Counts counts;
    if (snapshot != nullptr)
        counts = countGpus(*snapshot);
    return {host, snapshot, host.record.lastError, counts};
}

/// Stands for a cluster whose nodes could not be listed, so that it does not vanish from the report.
std::shared_ptr<fleet::HostRecord> placeholder(const fleet::EntryRecord& entry)
{
    auto record = std::make_shared<fleet::HostRecord>();
    record->entry = entry.id;
    record->displayName = entry.displayName;
    record->phase = entry.expansionError ? fleet::HostPhase::Failed : fleet::HostPhase::NeverRead;
    record->lastError = entry.expansionError;
    return record;
}

} // namespace

Table inventory(const fleet::FleetSnapshot& fleet, const QDateTime& now)
{
    std::vector<ServerRow> rows;
    std::vector<std::shared_ptr<fleet::HostRecord>> placeholders; // keeps what rows refer to
    for (const HostContext& host : hosts(fleet, now))
        rows.push_back(serverRow(host));
    for (const auto& entry : fleet.entries) {
        if (!entry->hosts.empty())
            continue;
        placeholders.push_back(placeholder(*entry));
        rows.push_back(serverRow({*placeholders.back(), entry.get(), now}));
    }
    std::vector<Field<ServerRow>> fields = hostFields<ServerRow>();
    for (const auto& more : {connectionFields(), factFields(), countFields()})
        fields.insert(fields.end(), more.begin(), more.end());
    return makeTable(u"inventory"_s, fields, rows);
}

} // namespace hvgpu::report
