#include "core/fleet/Refresher.h"
#include "tests/core/fleet/FakeChannels.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::Lane;
using fleet::ReadOutcome;
using fleet::Refresher;

namespace {

/// Collects outcomes and lets the test wait for them without an event loop.
class Outcomes
{
public:
    Refresher::Sink sink()
    {
        return [this](ReadOutcome&& outcome) {
            {
                const std::lock_guard lock(m_mutex);
                m_list.push_back(std::move(outcome));
            }
            m_changed.notify_all();
        };
    }
    bool waitFor(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return m_list.size() >= count; });
    }
    std::vector<ReadOutcome> all()
    {
        const std::lock_guard lock(m_mutex);
        return m_list;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<ReadOutcome> m_list;
};

fleet::Target target(int number)
{
    fleet::Target result;
    result.id = model::HostId(u"host%1"_s.arg(number));
    result.address = u"host%1:5985"_s.arg(number);
    return result;
}

model::HostSnapshot snapshotWithVms(int count)
{
    model::HostSnapshot snapshot;
    for (int i = 0; i < count; ++i)
        snapshot.vms.emplace_back().id = model::VmId(QString::number(i));
    return snapshot;
}

} // namespace

class tst_fleet_refresher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInParallelWithinBounds();
    void oneReadPerHost();
    void unknownTarget();
    void deadHostsDoNotBlockHealthyOnes();
    void channelIsKeptAndDroppedAfterErrors();
    void diffIsMadeOnTheWay();
    void cancelEndsRunningAndQueued();
    void removedTargetIsSilent();
    void replacedTargetForgetsTheOldRead();
    void destructionWhileReading();
    void storm();
    void firstLookComesBeforeTheOutcome();
};

void tst_fleet_refresher::readsInParallelWithinBounds()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {.workers = 4, .slowWorkers = 1}, outcomes.sink());
    channels.closeGate();
    for (int i = 0; i < 40; ++i) {
        refresher.setTarget(target(i));
        QVERIFY(refresher.request(target(i).id, Lane::Normal, {}));
    }
    QTRY_COMPARE(channels.waiting(), 4);
    channels.openGate();
    QVERIFY(outcomes.waitFor(40));
    QCOMPARE(channels.mostAtOnce(), 4);
    for (const ReadOutcome& outcome : outcomes.all()) {
        QVERIFY(!outcome.error);
        QVERIFY(outcome.snapshot);
    }
}

void tst_fleet_refresher::oneReadPerHost()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {}, outcomes.sink());
    refresher.setTarget(target(1));
    channels.closeGate();
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {}));
    QVERIFY(!refresher.request(target(1).id, Lane::Normal, {}));
    QVERIFY(!refresher.request(target(1).id, Lane::Slow, {}));
    channels.openGate();
    QVERIFY(outcomes.waitFor(1));
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {})); // the sink heard of it: it can be asked again
    QVERIFY(outcomes.waitFor(2));
    QCOMPARE(channels.mostAtOnceOfOne(), 1);
}

void tst_fleet_refresher::unknownTarget()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {}, outcomes.sink());
    QVERIFY(!refresher.request(model::HostId(u"nobody"_s), Lane::Normal, {}));
    QCOMPARE(channels.opened(), 0);
}

void tst_fleet_refresher::deadHostsDoNotBlockHealthyOnes()
{
    tests::FakeChannels dead;
    tests::FakeChannels healthy;
    dead.closeGate();
    tests::ManualClock clock;
    Outcomes outcomes;
    const fleet::ChannelFactory factory = [&](const fleet::Target& wanted) {
        return wanted.address.startsWith(u"dead"_s) ? dead.factory()(wanted) : healthy.factory()(wanted);
    };
    Refresher refresher(factory, clock, {.workers = 2, .slowWorkers = 2}, outcomes.sink());
    for (int i = 0; i < 10; ++i) {
        fleet::Target hung = target(100 + i);
        hung.address = u"dead:%1"_s.arg(i);
        refresher.setTarget(hung);
        QVERIFY(refresher.request(hung.id, Lane::Slow, {}));
    }
    for (int i = 0; i < 20; ++i) {
        refresher.setTarget(target(i));
        QVERIFY(refresher.request(target(i).id, Lane::Normal, {}));
    }
    QVERIFY(outcomes.waitFor(20)); // while the dead ones still hang
    QVERIFY(dead.mostAtOnce() <= 2);
    QCOMPARE(outcomes.all().size(), 20U);
}

void tst_fleet_refresher::channelIsKeptAndDroppedAfterErrors()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {}, outcomes.sink());
    refresher.setTarget(target(1));
    std::size_t done = 0;
    const auto readOnce = [&] {
        return refresher.request(target(1).id, Lane::Normal, {}) && outcomes.waitFor(++done);
    };
    QVERIFY(readOnce());
    QVERIFY(readOnce());
    QCOMPARE(channels.opened(), 1);
    channels.setDead(target(1).address);
    QVERIFY(readOnce());
    QCOMPARE(outcomes.all().back().error->code, base::ErrorCode::Unreachable);
    QVERIFY(readOnce());
    QCOMPARE(channels.opened(), 2);
}

void tst_fleet_refresher::diffIsMadeOnTheWay()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {}, outcomes.sink());
    refresher.setTarget(target(1));
    channels.setSnapshot(target(1).address, snapshotWithVms(3));
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {}));
    QVERIFY(outcomes.waitFor(1));
    model::HostSnapshot changed = snapshotWithVms(3);
    changed.vms[1].name = u"renamed"_s;
    channels.setSnapshot(target(1).address, changed);
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {}));
    QVERIFY(outcomes.waitFor(2));
    const std::vector<ReadOutcome> all = outcomes.all();
    QVERIFY(!all[0].previous);
    QVERIFY(all[0].diff.vmShapeChanged);
    QCOMPARE(all[1].previous, all[0].snapshot);
    QVERIFY(!all[1].diff.vmShapeChanged);
    QCOMPARE(all[1].diff.changedVms, std::vector<int>{1});
}

void tst_fleet_refresher::cancelEndsRunningAndQueued()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {.workers = 2, .slowWorkers = 1}, outcomes.sink());
    channels.closeGate();
    for (int i = 0; i < 30; ++i) {
        refresher.setTarget(target(i));
        QVERIFY(refresher.request(target(i).id, Lane::Normal, {}));
    }
    QTRY_COMPARE(channels.waiting(), 2);
    refresher.cancelAll();
    QVERIFY(outcomes.waitFor(30));
    for (const ReadOutcome& outcome : outcomes.all())
        QCOMPARE(outcome.error->code, base::ErrorCode::Cancelled);
    QCOMPARE(channels.opened(), 2); // the queued ones never spoke to anybody
}

void tst_fleet_refresher::removedTargetIsSilent()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {}, outcomes.sink());
    refresher.setTarget(target(1));
    refresher.setTarget(target(2));
    channels.closeGate();
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {}));
    QVERIFY(refresher.request(target(2).id, Lane::Normal, {}));
    QTRY_COMPARE(channels.waiting(), 2);
    refresher.remove(target(1).id);
    QTRY_COMPARE(channels.waiting(), 1); // its read was stopped at once
    channels.openGate();
    QVERIFY(outcomes.waitFor(1));
    QCOMPARE(outcomes.all().size(), 1U);
    QCOMPARE(outcomes.all()[0].id, target(2).id);
}

void tst_fleet_refresher::replacedTargetForgetsTheOldRead()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {}, outcomes.sink());
    refresher.setTarget(target(1));
    channels.closeGate();
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {}));
    QTRY_COMPARE(channels.waiting(), 1);
    fleet::Target moved = target(1);
    moved.address = u"elsewhere:5985"_s;
    channels.setSnapshot(moved.address, snapshotWithVms(7));
    refresher.setTarget(moved);
    QVERIFY(refresher.request(moved.id, Lane::Normal, {}));
    channels.openGate();
    QVERIFY(outcomes.waitFor(1));
    QCOMPARE(outcomes.all().size(), 1U);
    QCOMPARE(outcomes.all()[0].snapshot->vms.size(), 7U);
}

void tst_fleet_refresher::destructionWhileReading()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    {
        Refresher refresher(channels.factory(), clock, {.workers = 3, .slowWorkers = 1}, outcomes.sink());
        channels.closeGate();
        for (int i = 0; i < 10; ++i) {
            refresher.setTarget(target(i));
            QVERIFY(refresher.request(target(i).id, Lane::Normal, {}));
        }
        QTRY_COMPARE(channels.waiting(), 3);
    }
    QCOMPARE(channels.waiting(), 0);
    QVERIFY(outcomes.all().empty());
}

void tst_fleet_refresher::storm()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    constexpr int hosts = 20;
    {
        Refresher refresher(channels.factory(), clock, {.workers = 6, .slowWorkers = 2}, outcomes.sink());
        for (int i = 0; i < hosts; ++i) {
            channels.setSnapshot(target(i).address, snapshotWithVms(i));
            refresher.setTarget(target(i));
        }
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < 3; ++caller) {
            callers.emplace_back([&, caller] {
                for (int round = 0; round < 200; ++round) {
                    const int host = (round * 7 + caller) % hosts;
                    static_cast<void>(
                        refresher.request(target(host).id, round % 5 == 0 ? Lane::Slow : Lane::Normal, {}));
                    if (round % 50 == 49)
                        refresher.cancelAll();
                    if (round % 60 == 59)
                        refresher.setTarget(target(host));
                    if (round % 90 == 89)
                        channels.setDead(target(host).address);
                }
            });
        }
        callers.clear();
        QVERIFY(outcomes.waitFor(1));
    }
    QVERIFY(channels.mostAtOnceOfOne() <= 1);
    for (const ReadOutcome& outcome : outcomes.all())
        QVERIFY(outcome.error.has_value() != (outcome.snapshot != nullptr));
}

void tst_fleet_refresher::firstLookComesBeforeTheOutcome()
{
    tests::FakeChannels channels;
    tests::ManualClock clock;
    Outcomes outcomes;
    Refresher refresher(channels.factory(), clock, {}, outcomes.sink());
    model::FirstLook look;
    look.gpus.emplace_back().name = u"NVIDIA A2"_s;
    channels.setFirstLook(target(1).address, look);
    refresher.setTarget(target(1));
    channels.closeGate();
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {}));
    QVERIFY(outcomes.waitFor(1));
    QCOMPARE(outcomes.all().at(0).firstLook->gpus.at(0).name, u"NVIDIA A2"_s);
    QVERIFY(!outcomes.all().at(0).snapshot);
    QVERIFY(!refresher.request(target(1).id, Lane::Normal, {})); // the read goes on
    channels.openGate();
    QVERIFY(outcomes.waitFor(2));
    QVERIFY(outcomes.all().at(1).snapshot);
    QVERIFY(refresher.request(target(1).id, Lane::Normal, {}));
    QVERIFY(outcomes.waitFor(3));
    QVERIFY(outcomes.all().at(2).snapshot); // read before: no look
}

QTEST_GUILESS_MAIN(tst_fleet_refresher)
#include "tst_fleet_refresher.moc"
