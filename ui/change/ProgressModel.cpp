#include "ui/change/ProgressModel.h"

#include "core/text/PlanText.h"
#include "ui/activity/ActivityFace.h"
#include "ui/change/PlainToolTip.h"
#include "ui/theme/Icons.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using operations::Outcome;
using operations::TargetProgress;

namespace {

constexpr int full = 100;

/// Steps done and the share of the one under way, of all of them.
int percentOf(const operations::Target& target, const TargetProgress& progress)
{
    if (progress.state == TargetProgress::State::Ended)
        return full;
    const int steps = static_cast<int>(target.steps.size());
    if (steps == 0 || progress.step < 0)
        return 0;
    return std::clamp((progress.step * full + progress.percent) / steps, 0, full);
}

QString stepText(const operations::Target& target, int step)
{
    const int steps = static_cast<int>(target.steps.size());
    if (step < 0 || step >= steps)
        return {};
    const QString words = text::step(target.steps[static_cast<std::size_t>(step)]);
    return steps == 1 ? words : ProgressModel::tr("%1 of %2: %3").arg(step + 1).arg(steps).arg(words);
}

bool isSame(const TargetProgress& a, const TargetProgress& b)
{
    return a.state == b.state && a.step == b.step && a.percent == b.percent &&
           a.report.outcome == b.report.outcome && a.report.steps.size() == b.report.steps.size() &&
           a.report.undo.size() == b.report.undo.size() && a.report.vmLeft == b.report.vmLeft;
}

} // namespace

ProgressModel::Row ProgressModel::rowOf(const operations::Target& target, const TargetProgress& progress)
{
    Row row;
    row.isVm = !target.vm.isEmpty();
    row.target = target.name;
    row.server = target.hostName;
    row.percent = percentOf(target, progress);
    row.step = stepText(target, progress.step);
    switch (progress.state) {
    case TargetProgress::State::Waiting:
        row.state = tr("Waiting");
        row.icon = u"waiting"_s;
        break;
    case TargetProgress::State::Running:
        row.state = tr("Running");
        row.icon = u"running"_s;
        break;
    case TargetProgress::State::PuttingBack:
        row.state = tr("Being put back");
        row.icon = u"undo"_s;
        row.step = tr("Restores what was there before");
        break;
    case TargetProgress::State::Asking:
        row.state = tr("Waits for an answer");
        row.icon = u"warning"_s;
        break;
    case TargetProgress::State::Ended:
        row.state = text::outcome(progress.report);
        row.icon = outcomeIcon(progress.report);
        row.showsPercent = progress.report.outcome == Outcome::Succeeded && !progress.report.undoError;
        row.step = text::targetReason(progress.report, target.hostName);
        break;
    }
    return row;
}

void ProgressModel::showActivity(const std::shared_ptr<const operations::Activity>& activity)
{
    const auto previous = std::exchange(m_activity, activity);
    const std::size_t count = std::min(activity->targets.size(), activity->plan.targets.size());
    if (!previous || previous->id != activity->id || m_rows.size() != count) {
        beginResetModel();
        m_rows.clear();
        for (std::size_t i = 0; i < count; ++i)
            m_rows.push_back(rowOf(activity->plan.targets[i], activity->targets[i]));
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (isSame(previous->targets[i], activity->targets[i]))
            continue;
        m_rows[i] = rowOf(activity->plan.targets[i], activity->targets[i]);
        const int row = static_cast<int>(i);
        Q_EMIT dataChanged(index(row, State), index(row, Progress));
    }
}

int ProgressModel::overall() const
{
    if (m_rows.empty())
        return 0;
    int sum = 0;
    for (const Row& row : m_rows)
        sum += row.percent;
    return sum * 10 / static_cast<int>(m_rows.size());
}

int ProgressModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProgressModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ProgressModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == percentRole)
        return row.showsPercent ? QVariant(row.percent) : QVariant();
    if (role == Qt::DecorationRole) {
        if (index.column() == Target)
            return icon(row.isVm ? u"vm-off"_s : u"gpu"_s);
        return index.column() == State ? QVariant(icon(row.icon)) : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto text = [&]() -> QString {
        switch (index.column()) {
        case Target:
            return row.target;
        case Server:
            return row.server;
        case State:
            return row.state;
        case Step:
            return row.step;
        default:
            return row.showsPercent ? tr("%1 %", "percent").arg(row.percent) : QString();
        }
    }();
    return role == Qt::DisplayRole ? text : plainToolTip(text);
}

QVariant ProgressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Target:
        return tr("GPU or virtual machine");
    case Server:
        return tr("Server");
    case State:
        return tr("State");
    case Step:
        return tr("Step or reason");
    case Progress:
        return tr("Progress");
    default:
        return {};
    }
}

} // namespace hvgpu::ui
