#include "ui/health/HealthWatch.h"

#include <QMetaObject>

#include <mutex>
#include <utility>

namespace hvgpu::ui {

namespace {

constexpr int delayMs = 250;

} // namespace

/// Lets a worker reach the watch as long as it lives: the watch clears the pointer under the lock.
struct HealthWatch::Link
{
    std::mutex mutex;
    HealthWatch* watch = nullptr;
};

HealthWatch::HealthWatch(fleet::Fleet& fleet, operations::Activities* activities, base::Executor* executor,
                         QObject* parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_activities(activities)
    , m_executor(executor)
    , m_link(std::make_shared<Link>())
{
    auto empty = std::make_shared<Health>();
    empty->fleet = m_fleet.snapshot();
    m_health = std::move(empty);
    m_link->watch = this;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HealthWatch::work);
    connect(&m_fleet, &fleet::Fleet::changed, this, &HealthWatch::schedule);
    if (m_activities != nullptr) {
        connect(m_activities, &operations::Activities::changed, this, &HealthWatch::schedule);
        connect(m_activities, &operations::Activities::loaded, this, &HealthWatch::schedule);
    }
    m_timer.start(0);
}

HealthWatch::~HealthWatch()
{
    const std::scoped_lock lock(m_link->mutex);
    m_link->watch = nullptr;
}

void HealthWatch::setView(const HealthView& view)
{
    if (view == m_view)
        return;
    const bool others = view.page != m_view.page || view.filter != m_view.filter;
    m_view = view;
    // A list that is whole is narrowed by what shows it; a page nobody looks at can wait.
    if (view.page != HealthView::Page::None && (others || m_health->isCut))
        m_timer.start(0);
}

std::vector<std::shared_ptr<const operations::Activity>> HealthWatch::activities() const
{
    return m_activities != nullptr ? m_activities->all()
                                   : std::vector<std::shared_ptr<const operations::Activity>>();
}

void HealthWatch::schedule()
{
    if (!m_timer.isActive())
        m_timer.start(delayMs);
}

void HealthWatch::work()
{
    if (m_working) {
        m_again = true;
        return;
    }
    if (m_executor == nullptr)
        return take(examine(*m_health, m_fleet.snapshot(), activities(), m_view));
    m_working = true;
    m_executor->post([link = m_link, before = m_health, fleet = m_fleet.snapshot(), activities = activities(),
                      view = m_view] {
        auto health = examine(*before, fleet, activities, view);
        const std::scoped_lock lock(link->mutex);
        if (link->watch != nullptr)
            QMetaObject::invokeMethod(
                link->watch,
                [watch = link->watch, health = std::move(health)] {
                    watch->m_working = false;
                    watch->take(health);
                },
                Qt::QueuedConnection);
    });
}

void HealthWatch::take(std::shared_ptr<const Health> health)
{
    auto old = std::exchange(m_health, std::move(health));
    if (std::exchange(m_again, false))
        m_timer.start(0);
    Q_EMIT changed();
    if (m_executor != nullptr) // to give back what a large fleet needed takes its time, too
        m_executor->post([old = std::move(old)]() mutable { old.reset(); });
}

} // namespace hvgpu::ui
