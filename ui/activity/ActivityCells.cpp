// What the cells of an ActivityModel hold.
#include "core/text/PlanText.h"
#include "ui/activity/ActivityNode.h"
#include "ui/change/PlainToolTip.h"
#include "ui/models/IconSource.h"

#include <QLocale>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

QString dateTime(const QDateTime& utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString cellText(const ActivityFace& face, int column)
{
    switch (column) {
    case ActivityModel::What:
        return face.what;
    case ActivityModel::State:
        return face.state;
    case ActivityModel::Progress:
        return face.progress;
    case ActivityModel::Started:
        return dateTime(face.started);
    case ActivityModel::Duration:
        return face.duration ? text::duration(*face.duration) : QString();
    case ActivityModel::By:
        return face.by;
    case ActivityModel::Server:
        return face.server;
    default:
        return {};
    }
}

QVariant rawValue(const ActivityFace& face, int column)
{
    if (column == ActivityModel::Started)
        return face.started.isValid() ? QVariant(face.started) : QVariant();
    if (column == ActivityModel::Duration)
        return face.duration ? QVariant::fromValue(static_cast<quint64>(face.duration->count())) : QVariant();
    const QString text = cellText(face, column);
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant toolTip(const ActivityFace& face, int column)
{
    const bool hasMore = column == ActivityModel::State && !face.stateTip.isEmpty();
    const QString text = hasMore ? face.stateTip : cellText(face, column);
    return text.isEmpty() ? QVariant() : QVariant(plainToolTip(text));
}

QString iconName(const ActivityFace& face, int column)
{
    if (column == ActivityModel::State)
        return face.stateIcon;
    return column == ActivityModel::What ? face.whatIcon : QString();
}

/// What a screen reader says of the row's first cell: what, how it stands, how far it is.
QString spoken(const ActivityFace& face)
{
    QStringList parts{face.what, face.state};
    if (face.percent)
        parts.append(u"%1 %"_s.arg(*face.percent));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

const std::vector<ColumnInfo>& ActivityModel::columns() const
{
    static const std::vector<ColumnInfo> all{
        {"what", tr("What"), tr("The change, what it is made to, its steps and the calls to the server"),
         true, false, 60},
        {"state", tr("State"), tr("How it stands or how it ended; for calls the server's answer"), true,
         false, 20},
        {"progress", tr("Progress"), tr("How much of it has ended"), true, false, 15},
        {"started", tr("Started"), tr("When it was begun, in your time zone"), true, false, 24},
        {"duration", tr("Duration"), tr("How long it took, or has been running"), true, true, 14},
        {"by", tr("By"), tr("Who began it, and on which computer"), true, false, 16},
        {"server", tr("Server"), tr("Where it is done"), true, false, 14},
    };
    return all;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    const Node* node = nodeAt(index);
    if (node == nullptr)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(node->face, column);
    case Qt::DecorationRole: {
        const QString name = column == What ? node->face.whatIcon : QString();
        return name.isEmpty() ? QVariant() : QVariant(iconFor(name));
    }
    case Qt::ToolTipRole:
        return toolTip(node->face, column);
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case AccessibleTextRole:
        return column == What ? spoken(node->face) : cellText(node->face, column);
    case RawValueRole:
    case SortRole:
        return rawValue(node->face, column);
    case IconNameRole:
        return iconName(node->face, column);
    case ProgressRole:
        return node->face.percent ? QVariant(*node->face.percent) : QVariant();
    case FilterKeyRole:
        return filterKey(index);
    default:
        return identity(*node, role);
    }
}

QVariant ActivityModel::identity(const Node& node, int role) const
{
    const operations::Activity& activity = activityOf(node);
    const operations::Target* target =
        node.place.target >= 0 ? &activity.plan.targets[static_cast<std::size_t>(node.place.target)]
                               : nullptr;
    switch (role) {
    case RowKindRole:
        return static_cast<int>(node.kind);
    case RowKeyRole:
        return node.key();
    case ActivityIdRole:
    case CopyIdRole:
        return activity.id;
    case HostIdRole:
        return target != nullptr ? target->host.text() : QString();
    case GpuIdRole:
        return target != nullptr ? target->gpu.text() : QString();
    case VmIdRole:
        return target != nullptr ? target->vm.text() : QString();
    default:
        return {};
    }
}

QString ActivityModel::filterKey(const QModelIndex& index) const
{
    const Node* node = nodeAt(index);
    if (node == nullptr)
        return {};
    const ActivityFace& face = node->face;
    return QStringList{face.what, face.state, face.server, face.by}.join(u' ').toCaseFolded();
}

} // namespace hvgpu::ui
