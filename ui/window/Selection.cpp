#include "ui/window/Selection.h"

#include "ui/details/Describe.h"
#include "ui/details/DescribePool.h"
#include "ui/details/FleetSummary.h"
#include "ui/models/FleetTreeModel.h"
#include "ui/models/HostTreeModel.h"
#include "ui/models/PoolTreeModel.h"
#include "ui/models/VmTableModel.h"

namespace hvgpu::ui {

namespace {

RowKind kindOf(const QModelIndex& index)
{
    return static_cast<RowKind>(index.data(RowKindRole).toInt());
}

/// An assignment whose GPU the server does not have: a partition without a place.
DetailContent unplacedDetails(const fleet::HostRecord& host, const model::Assignment& assignment)
{
    analysis::PartitionSlot slot;
    slot.state = analysis::PartitionSlot::State::ResolvedAtStart;
    slot.partitionId = assignment.partitionId;
    slot.assignment = &assignment;
    return describePartition(host, model::Gpu{}, slot);
}

DetailContent single(const HostTreeModel& model, const QModelIndex& row, const QDateTime& now)
{
    const auto host = model.hostAt(row);
    if (!host)
        return {};
    const model::Gpu* gpu = model.gpuAt(row);
    if (gpu != nullptr) {
        const analysis::PartitionSlot* slot = model.slotAt(row);
        return slot != nullptr ? describePartition(*host, *gpu, *slot) : describeGpu(*host, *gpu);
    }
    const model::Assignment* assignment = model.assignmentAt(row);
    return assignment != nullptr ? unplacedDetails(*host, *assignment) : describeHost(*host, now);
}

} // namespace

DetailContent selectionDetails(const HostTreeModel& model, const QModelIndexList& rows, const QDateTime& now)
{
    if (rows.size() == 1)
        return single(model, rows.first(), now);
    std::vector<GpuOfHost> gpus;
    int servers = 0;
    int partitions = 0;
    for (const QModelIndex& row : rows) {
        switch (kindOf(row)) {
        case RowKind::Gpu:
            gpus.push_back({model.hostAt(row), model.gpuAt(row)});
            break;
        case RowKind::Host:
            ++servers;
            break;
        case RowKind::ArrivingGpu: // nothing to sum up yet
            break;
        default:
            ++partitions;
            break;
        }
    }
    if (rows.isEmpty())
        return {};
    return gpus.empty() ? describeCount(partitions, 0, servers) : describeGpus(gpus);
}

DetailContent selectionDetails(const PoolTreeModel& model, const QModelIndexList& rows, const QDateTime& now)
{
    if (rows.size() != 1)
        return rows.isEmpty() ? DetailContent{} : describeCount(static_cast<int>(rows.size()), 0, 0);
    const QModelIndex& row = rows.first();
    const auto host = model.hostAt(row);
    if (!host)
        return {};
    if (kindOf(row) == RowKind::Pool)
        return describePool(*host, row.data(PoolRole).toString(), model.poolAt(row),
                            row.siblingAtColumn(PoolTreeModel::Note).data().toString());
    if (const model::Gpu* gpu = model.gpuAt(row))
        return describeGpu(*host, *gpu);
    const model::Assignment* assignment = model.assignmentAt(row);
    const model::VirtualMachine* vm =
        assignment != nullptr && host->snapshot ? host->snapshot->findVm(assignment->vm) : nullptr;
    if (vm != nullptr)
        return describeVm(*host, *vm);
    return kindOf(row) == RowKind::Host ? describeHost(*host, now) : DetailContent{};
}

DetailContent selectionDetails(const VmTableModel& model, const QModelIndexList& rows, const QDateTime& now)
{
    if (rows.isEmpty())
        return {};
    if (rows.size() > 1)
        return describeCount(0, static_cast<int>(rows.size()), 0);
    const auto host = model.hostAt(rows.first());
    const model::VirtualMachine* vm = model.vmAt(rows.first());
    if (!host)
        return {};
    return vm != nullptr ? describeVm(*host, *vm) : describeHost(*host, now);
}

DetailContent selectionDetails(const FleetTreeModel& model, const QModelIndexList& rows, const QDateTime& now)
{
    const auto fleet = model.snapshot();
    if (rows.isEmpty() || !fleet)
        return {};
    const Scope scope = model.scopeOf(rows.first());
    if (scope.kind == Scope::Kind::All)
        return describeFleet(*fleet);
    if (scope.kind == Scope::Kind::Host) {
        const auto host = fleet->find(scope.host);
        return host ? describeHost(*host, now) : DetailContent{};
    }
    for (const auto& entry : fleet->entries) {
        if (entry->id == scope.entry)
            return describeCluster(*entry, *fleet);
    }
    return {};
}

} // namespace hvgpu::ui
