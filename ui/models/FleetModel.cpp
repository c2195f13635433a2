#include "ui/models/FleetModel.h"

#include <QElapsedTimer>

#include <utility>

namespace hvgpu::ui {

namespace {

constexpr int ageRefreshMs = 30'000;

bool isUsed(std::chrono::microseconds budget, const QElapsedTimer& timer)
{
    return timer.nsecsElapsed() / 1000 >= budget.count();
}

} // namespace

FleetModel::FleetModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_now([] { return QDateTime::currentDateTimeUtc(); })
{
    m_sliceTimer.setSingleShot(true);
    connect(&m_sliceTimer, &QTimer::timeout, this, &FleetModel::continueSlices);
    connect(&m_ageTimer, &QTimer::timeout, this, &FleetModel::refreshAges);
    m_ageTimer.start(ageRefreshMs);
}

void FleetModel::setSnapshot(std::shared_ptr<const fleet::FleetSnapshot> snapshot)
{
    m_sliceTimer.stop();
    m_pending.clear();
    beginResetModel();
    m_snapshot = std::move(snapshot);
    rebuild(m_snapshot ? *m_snapshot : fleet::FleetSnapshot{});
    endResetModel();
    Q_EMIT applied();
}

void FleetModel::apply(const fleet::FleetDelta& delta)
{
    if (!delta.snapshot)
        return;
    const bool waiting = hasPending();
    m_pending.push_back(
        Pending{delta.snapshot, {delta.hosts.begin(), delta.hosts.end()}, delta.entriesChanged});
    if (!waiting)
        continueSlices();
}

void FleetModel::flush()
{
    m_sliceTimer.stop();
    if (hasPending())
        runSlice(std::chrono::hours(1));
}

bool FleetModel::hasPending() const
{
    return !m_pending.empty();
}

void FleetModel::setSliceBudget(std::chrono::microseconds budget)
{
    m_budget = budget;
}

std::shared_ptr<const fleet::FleetSnapshot> FleetModel::snapshot() const
{
    return m_snapshot;
}

void FleetModel::continueSlices()
{
    if (!runSlice(m_budget))
        m_sliceTimer.start(0);
}

bool FleetModel::runSlice(std::chrono::microseconds budget)
{
    QElapsedTimer timer;
    timer.start();
    Q_EMIT aboutToApply();
    while (!m_pending.empty()) {
        Pending& next = m_pending.front();
        while (!next.hosts.empty() && !isUsed(budget, timer)) {
            applyHost(next.hosts.front(), *next.fleet);
            next.hosts.pop_front();
        }
        if (!next.hosts.empty())
            break;
        if (next.entriesChanged)
            applyEntries(*next.fleet);
        m_snapshot = next.fleet;
        m_pending.pop_front();
    }
    Q_EMIT applied();
    return m_pending.empty();
}

int FleetModel::columnOf(QLatin1String id) const
{
    const std::vector<ColumnInfo>& all = columns();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (QLatin1String(all[i].id) == id)
            return static_cast<int>(i);
    return -1;
}

void FleetModel::setNow(std::function<QDateTime()> now)
{
    m_now = std::move(now);
}

QDateTime FleetModel::now() const
{
    return m_now();
}

int FleetModel::columnCount(const QModelIndex&) const
{
    return static_cast<int>(columns().size());
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
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

void FleetModel::refreshAges() {}

} // namespace hvgpu::ui
