#include "ui/health/HealthWatch.h"

#include "core/analysis/Doctor.h"
#include "core/analysis/Prerequisites.h"
#include "core/operations/Observe.h"
#include "core/operations/Remedy.h"

#include <QMetaObject>

#include <mutex>
#include <utility>

namespace hvgpu::ui {

namespace {

constexpr int delayMs = 250;

std::shared_ptr<const Health>
examine(std::shared_ptr<const fleet::FleetSnapshot> fleet,
        const std::vector<std::shared_ptr<const operations::Activity>>& activities,
        const HealthFilter& filter)
{
    auto health = std::make_shared<Health>();
    const analysis::ObservedFleet observed = operations::observe(*fleet, activities);
    health->checks = analysis::prerequisites(observed);
    health->diagnoses = analysis::diagnose(observed);
    for (const analysis::Diagnosis& diagnosis : health->diagnoses) {
        if (operations::fixOf(diagnosis, *fleet) != operations::Fix::None)
            health->fixable.insert(diagnosis.id());
    }
    health->fleet = std::move(fleet);
    health->filter = filter;
    health->checkRows = makeCheckRows(*health);
    health->findingRows = makeFindingRows(*health);
    return health;
}

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

void HealthWatch::setFilter(const HealthFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_timer.start(0);
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
    auto activities = m_activities != nullptr ? m_activities->all()
                                              : std::vector<std::shared_ptr<const operations::Activity>>();
    if (m_executor == nullptr)
        return take(examine(m_fleet.snapshot(), activities, m_filter));
    m_working = true;
    m_executor->post(
        [link = m_link, fleet = m_fleet.snapshot(), activities = std::move(activities), filter = m_filter] {
            auto health = examine(fleet, activities, filter);
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
    m_health = std::move(health);
    if (std::exchange(m_again, false))
        m_timer.start(0);
    Q_EMIT changed();
}

} // namespace hvgpu::ui
