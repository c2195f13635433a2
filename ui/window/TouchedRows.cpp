#include "ui/window/TouchedRows.h"

#include "core/model/Gpu.h"
#include "ui/models/FleetModel.h"

#include <algorithm>

namespace hvgpu::ui {

namespace {

RowKind kindOf(const QModelIndex& row)
{
    return static_cast<RowKind>(row.data(RowKindRole).toInt());
}

/// The GPUs that a virtual machine's partitions were taken from, as far as the plan names them.
bool takesFrom(const operations::Target& target, const model::GpuId& gpu)
{
    return std::ranges::any_of(target.steps, [&gpu](const operations::Step& step) {
        return step.kind == operations::StepKind::RemovePartitionAdapter && !step.gpuName.isEmpty() &&
               model::gpuIdFrom(step.gpuName) == gpu;
    });
}

} // namespace

TouchedRows::TouchedRows(fleet::Fleet& fleet, DataTreeView* view, QObject* parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_view(view)
{
    connect(view->listModel(), &ListModel::applied, this, &TouchedRows::tryNow);
}

void TouchedRows::await(const std::shared_ptr<const operations::Activity>& activity)
{
    m_activity = activity;
    tryNow();
}

/// Every server was read after the change had ended, or could not be read.
bool TouchedRows::isRead() const
{
    const auto snapshot = m_fleet.snapshot();
    return std::ranges::all_of(m_activity->plan.targets, [&](const operations::Target& target) {
        const auto host = snapshot->find(target.host);
        return !host || host->phase == fleet::HostPhase::Failed ||
               (host->phase == fleet::HostPhase::Ready && host->lastSuccess >= m_activity->endedAt);
    });
}

void TouchedRows::tryNow()
{
    const auto* model = qobject_cast<const FleetModel*>(m_view->listModel());
    if (!m_activity || !isRead() || (model != nullptr && model->hasPending()))
        return;
    select();
    m_activity.reset();
}

bool TouchedRows::isTouched(const QModelIndex& row) const
{
    const model::HostId host(row.data(HostIdRole).toString());
    const model::GpuId gpu(row.data(GpuIdRole).toString());
    const model::VmId vm(row.data(VmIdRole).toString());
    const bool isGpu = kindOf(row) == RowKind::Gpu;
    return std::ranges::any_of(m_activity->plan.targets, [&](const operations::Target& target) {
        if (target.host != host)
            return false;
        if (isGpu)
            return (!target.gpu.isEmpty() && target.gpu == gpu) || takesFrom(target, gpu);
        return !vm.isEmpty() && target.vm == vm;
    });
}

void TouchedRows::select()
{
    const QAbstractItemModel& model = *m_view->model();
    QItemSelection rows;
    QModelIndex first;
    const auto visit = [&](const QModelIndex& row) {
        if (!isTouched(row))
            return;
        first = first.isValid() ? first : row;
        m_view->expand(row.parent());
        rows.append(QItemSelectionRange(row, row.siblingAtColumn(model.columnCount() - 1)));
    };
    for (int host = 0; host < model.rowCount(); ++host) {
        const QModelIndex server = model.index(host, 0);
        for (int gpu = 0; gpu < model.rowCount(server); ++gpu) {
            const QModelIndex card = model.index(gpu, 0, server);
            visit(card);
            for (int slot = 0; slot < model.rowCount(card); ++slot)
                visit(model.index(slot, 0, card));
        }
    }
    if (!first.isValid())
        return;
    m_view->setCurrentIndex(first);
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(first);
}

} // namespace hvgpu::ui
