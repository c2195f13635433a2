#include "tests/core/operations/ActivitiesBench.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

using namespace operations;

void Door::close(const model::HostId& host)
{
    const std::lock_guard lock(m_mutex);
    m_closed.insert(host);
}

void Door::open(const model::HostId& host)
{
    const std::lock_guard lock(m_mutex);
    m_closed.erase(host);
    m_opened.notify_all();
}

void Door::pass(const model::HostId& host)
{
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    m_opened.wait(lock, [&] { return !m_closed.contains(host); });
    --m_waiting;
    ++m_passed;
}

int Door::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting;
}

int Door::passed() const
{
    const std::lock_guard lock(m_mutex);
    return m_passed;
}

ActivitiesBench::ActivitiesBench(bool readOnly)
{
    make(readOnly);
}

ActivitiesBench::~ActivitiesBench()
{
    for (const auto& [host, world] : worlds)
        door.open(host);
}

void ActivitiesBench::make(bool readOnly)
{
    const auto control =
        [this](const model::HostId& host) -> base::Result<std::unique_ptr<hyperv::HostControl>> {
        door.pass(host);
        return std::make_unique<FakeHost>(worlds.at(host), std::make_shared<int>(0), faults, clock,
                                          std::stop_source());
    };
    activities.reset();
    activities = std::make_unique<Activities>(
        control, clock, ActivitiesOptions{folder.filePath(u"journals"_s), 4, readOnly, keepFinished});
    QObject::connect(activities.get(), &Activities::ended,
                     [this](const QString& id) { ended.push_back(id); });
    QObject::connect(activities.get(), &Activities::askedAboutShutdown, activities.get(),
                     [this](const QString& id, int target) { asked.emplace_back(id, target); });
    QObject::connect(
        activities.get(), &Activities::hostsTouched, activities.get(),
        [this](const std::vector<model::HostId>& hosts) { touched.insert(hosts.begin(), hosts.end()); });
    QObject::connect(
        activities.get(), &Activities::refused, activities.get(),
        [this](const QString& id, const base::Error& error) { refused.emplace_back(id, error.code); });
    QObject::connect(activities.get(), &Activities::unreadableJournals, activities.get(),
                     [this](const QStringList& messages) { unreadable += messages; });
    QObject::connect(activities.get(), &Activities::loaded, activities.get(), [this] { ++loaded; });
}

void ActivitiesBench::restart(bool readOnly)
{
    make(readOnly);
    const int before = loaded;
    activities->load();
    QVERIFY(QTest::qWaitFor([&] { return loaded > before; }, 20'000));
}

Plan ActivitiesBench::place(const RunScenario& scenario, const model::HostId& host)
{
    FakeWorld& world = worlds[host];
    for (const auto& [id, vm] : scenario.world.vms)
        world.vms[id] = vm;
    for (const auto& [name, gpu] : scenario.world.gpus)
        world.gpus[name] = gpu;
    world.nextAdapter = std::max(world.nextAdapter, scenario.world.nextAdapter);
    world.shutdownTakes = scenario.world.shutdownTakes;
    Plan plan = scenario.plan;
    for (Target& target : plan.targets)
        target.host = host;
    return plan;
}

bool ActivitiesBench::waitEnded(const QString& id, int times) const
{
    return QTest::qWaitFor([&] { return std::count(ended.begin(), ended.end(), id) >= times; }, 20'000);
}

ActivityState ActivitiesBench::state(const QString& id) const
{
    return activities->find(id)->state;
}

Outcome ActivitiesBench::outcome(const QString& id, std::size_t target) const
{
    return activities->find(id)->targets.at(target).report.outcome;
}

QString ActivitiesBench::journal(const QString& id) const
{
    return QDir(folder.filePath(u"journals"_s)).filePath(id + u".journal"_s);
}

} // namespace hvgpu::test
