#include "ui/change/PlanTableModel.h"

#include "core/operations/Downtime.h"
#include "core/text/PlanText.h"
#include "ui/change/PlainToolTip.h"
#include "ui/theme/Icons.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using operations::StepKind;

namespace {

QString partitions(int count)
{
    return count == 0 ? PlanTableModel::tr("none", "no partition")
                      : PlanTableModel::tr("%n partition(s)", nullptr, count);
}

QString arrow(const QString& before, const QString& after)
{
    return u"%1 → %2"_s.arg(before, after);
}

QString countText(const std::optional<std::uint64_t>& count)
{
    return count ? QString::number(*count) : PlanTableModel::tr("not reported");
}

int countOf(const operations::Target& target, std::initializer_list<StepKind> kinds)
{
    return static_cast<int>(std::ranges::count_if(target.steps, [&kinds](const operations::Step& step) {
        return std::ranges::find(kinds, step.kind) != kinds.end();
    }));
}

/// What becomes of a GPU on its server, or of a pool.
QString changeOnServer(const operations::Target& target)
{
    if (countOf(target, {StepKind::CreatePool}) > 0)
        return arrow(PlanTableModel::tr("none", "no GPU pool"), PlanTableModel::tr("GPU pool"));
    if (countOf(target, {StepKind::DeletePool}) > 0)
        return arrow(PlanTableModel::tr("GPU pool"), PlanTableModel::tr("none", "no GPU pool"));
    if (countOf(target, {StepKind::DismountDevice}) > 0)
        return arrow(PlanTableModel::tr("on the server"), PlanTableModel::tr("dismounted"));
    if (countOf(target, {StepKind::MountDevice}) > 0)
        return arrow(PlanTableModel::tr("dismounted"), PlanTableModel::tr("on the server"));
    return arrow(PlanTableModel::tr("disabled", "GPU"), PlanTableModel::tr("enabled", "GPU"));
}

/// What a plan about whole devices does; empty when the target is not of one.
QString deviceChange(const operations::Target& target)
{
    if (countOf(target, {StepKind::AddPartitionAdapter, StepKind::RemovePartitionAdapter}) > 0)
        return {};
    if (target.vm.isEmpty())
        return changeOnServer(target);
    if (const int added = countOf(target, {StepKind::AssignDevice, StepKind::AssignFromPool}); added > 0)
        return PlanTableModel::tr("+%n device(s)", "given to a virtual machine", added);
    if (const int removed = countOf(target, {StepKind::RemoveDevice}); removed > 0)
        return PlanTableModel::tr("−%n device(s)", "taken from a virtual machine", removed);
    return PlanTableModel::tr("settings", "of a virtual machine");
}

} // namespace

QString changeOf(const operations::Target& target)
{
    int added = 0;
    int removed = 0;
    for (const operations::Step& step : target.steps) {
        if (step.kind == StepKind::SetPartitionCount)
            return arrow(countText(step.before), countText(step.after));
        added += step.kind == StepKind::AddPartitionAdapter ? 1 : 0;
        removed += step.kind == StepKind::RemovePartitionAdapter ? 1 : 0;
    }
    if (const QString devices = deviceChange(target); !devices.isEmpty())
        return devices;
    const int before = static_cast<int>(target.expected.adapterIds.size());
    return arrow(partitions(before), partitions(std::max(0, before + added - removed)));
}

PlanTableModel::Row PlanTableModel::rowOf(const operations::Target& target)
{
    Row row;
    row.isVm = !target.vm.isEmpty();
    QStringList steps;
    for (const operations::Step& step : target.steps) {
        const QString words = text::step(step);
        steps << (target.steps.size() == 1 ? words : u"%1. %2"_s.arg(steps.size() + 1).arg(words));
    }
    row.cells[Target] = target.name;
    row.cells[Server] = target.hostName;
    row.cells[Steps] = steps.join(u'\n');
    row.cells[Change] = changeOf(target);
    row.cells[Downtime] = !target.goesDown ? tr("none", "downtime")
                          : operations::asks(target)
                              ? tr("at most %1, and until you answer").arg(text::duration(target.maxDowntime))
                              : tr("at most %1").arg(text::duration(target.maxDowntime));
    row.spoken = steps.join(u", "_s);
    row.path = target.gpuName;
    return row;
}

void PlanTableModel::setTargets(const std::vector<operations::Target>& targets)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(targets.size());
    for (const operations::Target& target : targets)
        m_rows.push_back(rowOf(target));
    endResetModel();
}

int PlanTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlanTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant PlanTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString& text = row.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Target && !row.path.isEmpty() ? text + u'\n' + row.path : text);
    case Qt::AccessibleTextRole:
        return index.column() == Steps ? row.spoken : text;
    case Qt::DecorationRole:
        return index.column() == Target ? QVariant(icon(row.isVm ? u"vm-off"_s : u"gpu"_s)) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignLeft | Qt::AlignTop);
    default:
        return {};
    }
}

QVariant PlanTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Target:
        return tr("GPU or virtual machine");
    case Server:
        return tr("Server");
    case Steps:
        return tr("Steps");
    case Change:
        return tr("Before → after");
    case Downtime:
        return tr("Downtime");
    default:
        return {};
    }
}

} // namespace hvgpu::ui
