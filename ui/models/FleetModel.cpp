#include "ui/models/FleetModel.h"

#include <QElapsedTimer>

#include <utility>

namespace hvgpu::ui {

namespace {

bool isUsed(std::chrono::microseconds budget, const QElapsedTimer& timer)
{
    return timer.nsecsElapsed() / 1000 >= budget.count();
}

} // namespace

FleetModel::FleetModel(QObject* parent)
    : ListModel(parent)
{
    m_sliceTimer.setSingleShot(true);
    connect(&m_sliceTimer, &QTimer::timeout, this, &FleetModel::continueSlices);
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

void FleetModel::apply(const fleet::FleetDelta& delta, When when)
{
    if (!delta.snapshot)
        return;
    const bool waiting = hasPending();
    m_pending.push_back(
        Pending{delta.snapshot, {delta.hosts.begin(), delta.hosts.end()}, delta.entriesChanged});
    if (waiting)
        return;
    if (when == When::Now)
        continueSlices();
    else
        m_sliceTimer.start(0);
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

} // namespace hvgpu::ui
