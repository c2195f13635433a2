#include "core/analysis/PartitionLayout.h"
#include "core/analysis/Sentinel.h"
#include "tests/core/analysis/SampleHosts.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using analysis::Meaning;
using analysis::PartitionSlot;

namespace {

/// "R0 S F1 F2 O": running with id, resolved at start, free with id, over-committed.
QString shape(const model::Gpu& gpu)
{
    QStringList words;
    for (const PartitionSlot& slot : analysis::partitionLayout(gpu)) {
        static constexpr QStringView letters = u"FRSO";
        QString word = QString(letters[static_cast<qsizetype>(slot.state)]);
        if (slot.partitionId)
            word += QString::number(*slot.partitionId);
        words << word;
    }
    return words.join(u' ');
}

/// A GPU of @p count partitions (-1: not reported) with adapters "3" (running on 3) or "s" (not running).
model::Gpu gpuWith(int count, const QString& adapters)
{
    model::Gpu gpu = tests::mountedGpu();
    gpu.partitioning = tests::a2Partitioning();
    gpu.partitioning->partitionCount =
        count < 0 ? std::nullopt : std::optional<std::uint16_t>(static_cast<std::uint16_t>(count));
    for (const QString& adapter : adapters.split(u' ', Qt::SkipEmptyParts)) {
        const auto id = adapter == u"s"_s ? std::nullopt : std::optional<std::uint16_t>(adapter.toUShort());
        gpu.assignments.push_back(tests::partitionOf(u"vm%1"_s.arg(gpu.assignments.size()), id));
    }
    return gpu;
}

} // namespace

Q_DECLARE_METATYPE(Meaning)

class TestPartitions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layout_data();
    void layout();
    void wholeDevicesAreNoPartitions();
    void slotsPointIntoTheGpu();
    void whatCouldNotBeReadIsNotFree();
    void notPartitionable();
    void occupancyCounts();
    void runningWithoutPartitionId();
    void sentinels_data();
    void sentinels();
};

void TestPartitions::layout_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("adapters");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all free") << 4 << QString() << u"F0 F1 F2 F3"_s;
    QTest::newRow("sorted by id") << 4 << u"3 1"_s << u"R1 R3 F0 F2"_s;
    QTest::newRow("resolved at start") << 4 << u"s 2"_s << u"R2 S F0 F1"_s;
    QTest::newRow("full") << 2 << u"0 1"_s << u"R0 R1"_s;
    QTest::newRow("over-committed") << 2 << u"0 s s s"_s << u"R0 S O O"_s;
    QTest::newRow("over-committed while all run") << 1 << u"0 s"_s << u"R0 O"_s;
    QTest::newRow("count 0") << 0 << QString() << QString();
    QTest::newRow("count 0 with adapters") << 0 << u"0 s"_s << u"R0 O"_s;
    QTest::newRow("count 1") << 1 << QString() << u"F0"_s;
    QTest::newRow("count missing") << -1 << u"5 s"_s << u"R5 S"_s;
    QTest::newRow("same id twice") << 4 << u"1 1"_s << u"R1 R1 F0 F2"_s;
    QTest::newRow("id beyond the count") << 2 << u"7"_s << u"R7 F0"_s;
    QTest::newRow("more running than the count") << 1 << u"0 1 2"_s << u"R0 R1 R2"_s;
}

void TestPartitions::layout()
{
    QFETCH(int, count);
    QFETCH(QString, adapters);
    const model::Gpu gpu = gpuWith(count, adapters);
    QTEST(shape(gpu), "expected");
    const analysis::Occupancy occupancy = analysis::occupancy(gpu);
    QCOMPARE(occupancy.total.value_or(-1), count);
    QCOMPARE(static_cast<std::size_t>(occupancy.used()), gpu.assignments.size());
    if (count >= 0)
        QCOMPARE(occupancy.free(), std::optional<int>(std::max(0, count - occupancy.used())));
    else
        QCOMPARE(occupancy.free(), std::nullopt);
}

void TestPartitions::wholeDevicesAreNoPartitions()
{
    model::Gpu gpu = gpuWith(2, u"0"_s);
    gpu.assignments.push_back(tests::wholeDeviceOf(u"dda"_s));
    QCOMPARE(shape(gpu), u"R0 F1"_s);
    QCOMPARE(analysis::occupancy(gpu).used(), 1);
}

void TestPartitions::slotsPointIntoTheGpu()
{
    const model::Gpu gpu = gpuWith(3, u"s 2"_s);
    const auto layout = analysis::partitionLayout(gpu);
    QCOMPARE(layout.size(), std::size_t{3});
    QCOMPARE(layout[0].assignment, &gpu.assignments[1]);
    QCOMPARE(layout[1].assignment, gpu.assignments.data());
    QVERIFY(layout[2].isFree());
}

void TestPartitions::whatCouldNotBeReadIsNotFree()
{
    using State = analysis::PartitionSlot::State;
    const model::Gpu none = gpuWith(2, {});
    const auto unread = analysis::partitionLayout(none, {.adapters = false});
    QCOMPARE(unread.size(), std::size_t{2});
    for (const analysis::PartitionSlot& slot : unread)
        QVERIFY(slot.state == State::Unread && !slot.isFree() && slot.assignment == nullptr &&
                !slot.partitionId);
    QCOMPARE(analysis::occupancy(none, {.adapters = false}).free(), std::nullopt);
    QCOMPARE(analysis::occupancy(none).free(), std::optional(2));

    const auto running = analysis::partitionLayout(gpuWith(2, u"1"_s), {.adapters = false});
    QVERIFY(running[0].state == State::Running && running[1].state == State::Unread);

    // Three assigned, none with an id: how they stand is not known, but what is left is.
    const model::Gpu gpu = gpuWith(4, u"s s s"_s);
    const auto layout = analysis::partitionLayout(gpu, {.partitions = false});
    QCOMPARE(layout.size(), std::size_t{4});
    QVERIFY(layout[0].state == State::Unread && layout[0].assignment == gpu.assignments.data());
    QVERIFY(layout[3].isFree() && !layout[3].partitionId);
    QCOMPARE(analysis::occupancy(gpu, {.partitions = false}).free(), std::optional(1));
    for (const analysis::PartitionSlot& slot :
         analysis::partitionLayout(gpuWith(1, u"s s"_s), {.partitions = false}))
        QVERIFY(slot.state != State::OverCommitted);
}

void TestPartitions::notPartitionable()
{
    const model::Gpu gpu = tests::mountedGpu();
    QVERIFY(analysis::partitionLayout(gpu).empty());
    QCOMPARE(analysis::occupancy(gpu).total, std::nullopt);
}

void TestPartitions::occupancyCounts()
{
    const analysis::Occupancy occupancy = analysis::occupancy(gpuWith(8, u"0 4 s"_s));
    QCOMPARE(occupancy.running, 2);
    QCOMPARE(occupancy.resolvedAtStart, 1);
    QCOMPARE(occupancy.free(), std::optional<int>(5));
}

void TestPartitions::runningWithoutPartitionId()
{
    model::Gpu gpu = gpuWith(4, u"s 2 s"_s);
    gpu.assignments[0].currentVram = 1U;
    QCOMPARE(shape(gpu), u"R2 R S F0"_s);
    const analysis::Occupancy occupancy = analysis::occupancy(gpu);
    QCOMPARE(occupancy.running, 2);
    QCOMPARE(occupancy.resolvedAtStart, 1);
    QCOMPARE(occupancy.free().value(), 1);
}

void TestPartitions::sentinels_data()
{
    QTest::addColumn<bool>("paravirtual");
    QTest::addColumn<bool>("reported");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<Meaning>("meaning");
    constexpr quint64 max = std::numeric_limits<quint64>::max();
    QTest::newRow("null") << false << false << quint64{0} << Meaning::NotReported;
    QTest::newRow("max") << false << true << max << Meaning::NotReported;
    QTest::newRow("max, paravirtual") << true << true << max << Meaning::NotReported;
    QTest::newRow("just below max") << false << true << max - 1 << Meaning::Amount;
    QTest::newRow("bytes") << false << true << quint64{15'929'966'592} << Meaning::Amount;
    QTest::newRow("zero") << false << true << quint64{0} << Meaning::Amount;
    QTest::newRow("whole scale") << true << true << quint64{1'000'000'000} << Meaning::Scale;
    QTest::newRow("half scale") << true << true << quint64{500'000'000} << Meaning::Scale;
    QTest::newRow("zero of scale") << true << true << quint64{0} << Meaning::Scale;
    QTest::newRow("bytes somebody set") << true << true << quint64{11'811'160'064} << Meaning::Amount;
}

void TestPartitions::sentinels()
{
    QFETCH(bool, paravirtual);
    QFETCH(bool, reported);
    QFETCH(quint64, value);
    const model::Partitioning partitioning =
        paravirtual ? tests::paravirtualPartitioning() : tests::a2Partitioning();
    const auto quantity =
        analysis::quantity(reported ? std::optional<std::uint64_t>(value) : std::nullopt, partitioning);
    QTEST(quantity.meaning, "meaning");
    if (quantity.meaning != Meaning::NotReported)
        QCOMPARE(quint64{quantity.value}, value);

    model::Partitioning byTotal = tests::paravirtualPartitioning();
    byTotal.name = tests::a2Partitioning().name; // the total alone gives the scale away
    QCOMPARE(analysis::quantity(250'000'000ULL, byTotal).meaning, Meaning::Scale);
}

QTEST_GUILESS_MAIN(TestPartitions)
#include "tst_analysis_partitions.moc"
