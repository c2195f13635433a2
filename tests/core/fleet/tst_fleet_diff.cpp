#include "core/fleet/FleetDelta.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using fleet::HostDelta;
using fleet::HostRecord;

namespace {

using Record = std::shared_ptr<const HostRecord>;

model::HostSnapshot sample()
{
    model::HostSnapshot snapshot;
    for (int i = 0; i < 8; ++i) {
        model::Gpu& gpu = snapshot.gpus.emplace_back();
        gpu.id = model::GpuId(u"GPU%1"_s.arg(i));
        gpu.partitioning.emplace().partitionCount = 16;
        gpu.assignments.resize(2);
    }
    for (int i = 0; i < 30; ++i) {
        model::VirtualMachine& vm = snapshot.vms.emplace_back();
        vm.id = model::VmId(u"VM%1"_s.arg(i));
        vm.name = u"same"_s;
    }
    return snapshot;
}

Record record(model::HostSnapshot snapshot)
{
    auto result = std::make_shared<HostRecord>();
    result->id = model::HostId(u"host"_s);
    result->phase = fleet::HostPhase::Ready;
    result->snapshot = std::make_shared<const model::HostSnapshot>(std::move(snapshot));
    return result;
}

} // namespace

class tst_fleet_diff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedAndRemoved();
    void sameDataNewRead();
    void stateOnly_data();
    void stateOnly();
    void shapes();
    void firstData();
    void randomChangesAreFoundExactly();
};

void tst_fleet_diff::addedAndRemoved()
{
    const Record host = record(sample());
    QCOMPARE(fleet::diff(nullptr, host).kind, HostDelta::Kind::Added);
    QCOMPARE(fleet::diff(nullptr, host).id, host->id);
    QCOMPARE(fleet::diff(host, nullptr).kind, HostDelta::Kind::Removed);
    QCOMPARE(fleet::diff(host, nullptr).id, host->id);
}

void tst_fleet_diff::sameDataNewRead()
{
    const HostDelta delta = fleet::diff(record(sample()), record(sample()));
    QCOMPARE(delta.kind, HostDelta::Kind::Changed);
    QVERIFY(delta.stateChanged); // its age
    QVERIFY(!delta.gpuShapeChanged && !delta.vmShapeChanged);
    QVERIFY(delta.changedGpus.empty() && delta.changedVms.empty());
}

void tst_fleet_diff::stateOnly_data()
{
    QTest::addColumn<int>("what");
    for (int i = 0; i < 5; ++i)
        QTest::addRow("%d", i) << i;
}

void tst_fleet_diff::stateOnly()
{
    QFETCH(const int, what);
    const Record before = record(sample());
    HostRecord changed = *before;
    switch (what) {
    case 0:
        changed.phase = fleet::HostPhase::Failed;
        break;
    case 1:
        changed.lastError = base::Error();
        break;
    case 2:
        changed.displayName = u"other"_s;
        break;
    case 3:
        changed.nodeState = model::NodeState::Down;
        break;
    default:
        changed.lastAttempt = QDateTime::currentDateTimeUtc();
        break;
    }
    const HostDelta delta = fleet::diff(before, std::make_shared<const HostRecord>(changed));
    QVERIFY(delta.stateChanged);
    QVERIFY(!delta.gpuShapeChanged && delta.changedGpus.empty());
    QVERIFY(!fleet::diff(before, std::make_shared<const HostRecord>(*before)).stateChanged);
}

void tst_fleet_diff::shapes()
{
    const auto shape = [](const auto& change) {
        model::HostSnapshot after = sample();
        change(after);
        const HostDelta delta = fleet::diff(record(sample()), record(after));
        return std::pair(delta.gpuShapeChanged, delta.vmShapeChanged);
    };
    using Pair = std::pair<bool, bool>;
    QCOMPARE(shape([](auto& s) { s.gpus.pop_back(); }), Pair(true, false));
    QCOMPARE(shape([](auto& s) { std::swap(s.gpus[0], s.gpus[1]); }), Pair(true, false));
    QCOMPARE(shape([](auto& s) { s.gpus[3].partitioning->partitionCount = 8; }), Pair(true, false));
    QCOMPARE(shape([](auto& s) { s.gpus[3].assignments.resize(17); }), Pair(true, false)); // over-committed
    QCOMPARE(shape([](auto& s) { s.gpus[3].assignments.resize(9); }),
             Pair(false, false)); // same rows, other VMs on them
    QCOMPARE(shape([](auto& s) { s.vms.emplace_back(); }), Pair(false, true));
    QCOMPARE(shape([](auto& s) { std::swap(s.vms[0], s.vms[1]); }), Pair(false, true));
}

void tst_fleet_diff::firstData()
{
    const Record after = record(sample());
    HostRecord unread = *after;
    unread.snapshot = nullptr;
    const HostDelta delta = fleet::diff(std::make_shared<const HostRecord>(unread), after);
    QVERIFY(delta.stateChanged && delta.gpuShapeChanged && delta.vmShapeChanged);
}

void tst_fleet_diff::randomChangesAreFoundExactly()
{
    QRandomGenerator random(20260711);
    for (int round = 0; round < 300; ++round) {
        model::HostSnapshot after = sample();
        std::vector<int> gpus;
        std::vector<int> vms;
        for (int i = 0; i < static_cast<int>(after.gpus.size()); ++i) {
            if (random.bounded(4) != 0)
                continue;
            model::Gpu& gpu = after.gpus[static_cast<std::size_t>(i)];
            switch (random.bounded(4)) {
            case 0:
                gpu.partitioning->vram.available = random.generate64();
                break;
            case 1:
                gpu.assignments[1].partitionId = static_cast<std::uint16_t>(random.bounded(16));
                break;
            case 2:
                gpu.assignments.resize(static_cast<std::size_t>(3 + random.bounded(10)));
                break;
            default:
                gpu.pnp.emplace().problemCode = 43;
                break;
            }
            gpus.push_back(i);
        }
        for (int i = 0; i < static_cast<int>(after.vms.size()); ++i) {
            if (random.bounded(5) != 0)
                continue;
            model::VirtualMachine& vm = after.vms[static_cast<std::size_t>(i)];
            if (random.bounded(2) == 0)
                vm.upTimeMs = random.generate64();
            else
                vm.name = u"renamed"_s;
            vms.push_back(i);
        }
        const HostDelta delta = fleet::diff(record(sample()), record(after));
        QVERIFY(!delta.gpuShapeChanged && !delta.vmShapeChanged);
        QCOMPARE(delta.changedGpus, gpus);
        QCOMPARE(delta.changedVms, vms);
    }
}

QTEST_GUILESS_MAIN(tst_fleet_diff)
#include "tst_fleet_diff.moc"
