#include "SampleHosts.h"
#include "core/analysis/HomogeneousSets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace hvgpu::tests;
using analysis::homogeneousSets;

namespace {

constexpr std::uint64_t gib = 1024ULL * 1024 * 1024;

using Change = void (*)(model::Gpu&);

model::Gpu a2(int number)
{
    model::Gpu gpu = mountedGpu();
    gpu.id = model::GpuId(u"A2-%1"_s.arg(number));
    gpu.vendorId = std::uint16_t{0x10DE};
    gpu.deviceId = std::uint16_t{0x25B6};
    gpu.subsystemId = 0x157E10DEU;
    gpu.partitioning = a2Partitioning();
    gpu.adapterMemory = 16 * gib;
    return gpu;
}

model::Gpu withoutMemory(int number, std::uint16_t count, std::optional<std::uint64_t> total)
{
    model::Gpu gpu = a2(number);
    gpu.adapterMemory.reset();
    gpu.partitioning->partitionCount = count;
    gpu.partitioning->vram.total = total;
    return gpu;
}

/// The ids of each set: "A2-1 A2-2 | A2-3".
QString grouped(const std::vector<model::Gpu>& gpus)
{
    std::vector<analysis::GpuOfHost> all;
    all.reserve(gpus.size());
    for (const model::Gpu& gpu : gpus)
        all.push_back({model::HostId(u"host"_s), nullptr, &gpu});
    QStringList sets;
    for (const analysis::HomogeneousSet& set : homogeneousSets(all)) {
        QStringList ids;
        for (const analysis::GpuOfHost& gpu : set.gpus)
            ids << gpu.gpu->id.text();
        sets << ids.join(u' ');
    }
    return sets.join(u" | "_s);
}

} // namespace

class tst_analysis_homogeneous_sets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreSortedWithoutDuplicates();
    void nameAndConfiguredCountDoNotMatter();
    void whatMakesAnotherConfiguration_data();
    void whatMakesAnotherConfiguration();
    void unreadableMemoryIsNotAnotherSize();
    void totalsOfOneCountAreCompared();
    void orderOfUnknownOnesDoesNotDecide();
    void largestFirstThenAsGiven();
    void paravirtualAndPlainOnesHaveNoSet();
};

// EC-19
void tst_analysis_homogeneous_sets::countsAreSortedWithoutDuplicates()
{
    model::Partitioning partitioning = a2Partitioning();
    partitioning.validPartitionCounts = {4, 16, 4, 1, 2, 16};
    QCOMPARE(analysis::offeredCounts(partitioning), (std::vector<std::uint16_t>{1, 2, 4, 16}));
    QCOMPARE(partitioning.validPartitionCounts.size(), 6U);
    std::vector<model::Gpu> gpus{a2(1), a2(2)};
    gpus[1].partitioning->validPartitionCounts = {1, 2, 2, 4, 8, 16};
    QCOMPARE(grouped(gpus), u"A2-1 A2-2"_s);
}

void tst_analysis_homogeneous_sets::nameAndConfiguredCountDoNotMatter()
{
    std::vector<model::Gpu> gpus{a2(1), a2(2), a2(3)};
    gpus[1].name = u"NVIDIA A2 (other driver)"_s;
    gpus[2].partitioning->partitionCount = std::uint16_t{1};
    gpus[2].partitioning->vram.total = 16'000'000'000ULL;
    QCOMPARE(grouped(gpus), u"A2-1 A2-2 A2-3"_s);
}

// EC-20
void tst_analysis_homogeneous_sets::whatMakesAnotherConfiguration_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("manufacturer") << Change([](model::Gpu& gpu) { gpu.vendorId = std::uint16_t{0x1002}; });
    QTest::newRow("model") << Change([](model::Gpu& gpu) { gpu.deviceId = std::uint16_t{0x25B7}; });
    QTest::newRow("board") << Change([](model::Gpu& gpu) { gpu.subsystemId = 0x000010DEU; });
    QTest::newRow("size") << Change([](model::Gpu& gpu) { gpu.adapterMemory = 24 * gib; });
    QTest::newRow("counts") << Change([](model::Gpu& gpu) {
        gpu.partitioning->validPartitionCounts = {1, 2, 4};
    });
}

void tst_analysis_homogeneous_sets::whatMakesAnotherConfiguration()
{
    QFETCH(const Change, change);
    std::vector<model::Gpu> gpus{a2(1), a2(2)};
    change(gpus[1]);
    QCOMPARE(grouped(gpus), u"A2-1 | A2-2"_s);
}

void tst_analysis_homogeneous_sets::unreadableMemoryIsNotAnotherSize()
{
    const auto total = a2Partitioning().vram.total;
    QCOMPARE(grouped({a2(1), withoutMemory(2, 8, total)}), u"A2-1 A2-2"_s);
    QCOMPARE(grouped({withoutMemory(1, 8, total), a2(2)}), u"A2-1 A2-2"_s);
    QCOMPARE(grouped({a2(1), withoutMemory(2, 8, std::nullopt)}), u"A2-1 A2-2"_s);
}

void tst_analysis_homogeneous_sets::totalsOfOneCountAreCompared()
{
    QCOMPARE(grouped({withoutMemory(1, 8, 40 * gib), withoutMemory(2, 8, 48 * gib)}), u"A2-1 | A2-2"_s);
    // The driver's reserve changes with the count.
    QCOMPARE(grouped({withoutMemory(1, 8, 15 * gib), withoutMemory(2, 4, 15 * gib + 1)}), u"A2-1 A2-2"_s);
}

void tst_analysis_homogeneous_sets::orderOfUnknownOnesDoesNotDecide()
{
    model::Gpu large = a2(2);
    large.adapterMemory = 24 * gib;
    large.partitioning->vram.total = 23 * gib;
    const model::Gpu unread = withoutMemory(3, 8, 23 * gib);
    QCOMPARE(grouped({a2(1), large, unread}), u"A2-2 A2-3 | A2-1"_s);
    QCOMPARE(grouped({unread, large, a2(1)}), u"A2-3 A2-2 | A2-1"_s);
}

void tst_analysis_homogeneous_sets::largestFirstThenAsGiven()
{
    std::vector<model::Gpu> gpus{a2(1), a2(2), a2(3), a2(4)};
    gpus[0].adapterMemory.reset();
    gpus[0].partitioning->vram.total = 1 * gib;
    gpus[1].adapterMemory = 24 * gib;
    QCOMPARE(grouped(gpus), u"A2-3 A2-4 | A2-1 | A2-2"_s);
}

void tst_analysis_homogeneous_sets::paravirtualAndPlainOnesHaveNoSet()
{
    model::Gpu paravirtual = a2(1);
    paravirtual.partitioning = paravirtualPartitioning();
    QVERIFY(!analysis::configurationKey(paravirtual));
    QVERIFY(!analysis::configurationKey(mountedGpu()));
    QCOMPARE(grouped({paravirtual, mountedGpu()}), QString());
}

QTEST_GUILESS_MAIN(tst_analysis_homogeneous_sets)
#include "tst_analysis_homogeneous_sets.moc"
