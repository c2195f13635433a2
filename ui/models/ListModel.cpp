#include "ui/models/ListModel.h"

#include <utility>

namespace hvgpu::ui {

namespace {
constexpr int ageRefreshMs = 30'000;
}

ListModel::ListModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_now([] { return QDateTime::currentDateTimeUtc(); })
{
    connect(&m_ageTimer, &QTimer::timeout, this, &ListModel::refreshAges);
    m_ageTimer.start(ageRefreshMs);
}

int ListModel::columnOf(QLatin1String id) const
{
    const std::vector<ColumnInfo>& all = columns();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (QLatin1String(all[i].id) == id)
            return static_cast<int>(i);
    return -1;
}

void ListModel::setNow(std::function<QDateTime()> now)
{
    m_now = std::move(now);
}

QDateTime ListModel::now() const
{
    return m_now();
}

int ListModel::columnCount(const QModelIndex&) const
{
    return static_cast<int>(columns().size());
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnInfo& column = columns()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
    case AccessibleTextRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft));
    case ColumnIdRole:
        return QString::fromLatin1(column.id);
    default:
        return {};
    }
}

void ListModel::refreshAges() {}

} // namespace hvgpu::ui
