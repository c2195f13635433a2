#include "core/analysis/MmioSizing.h"
#include "tests/core/analysis/SampleHosts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using analysis::MmioPart;
using Fit = analysis::MmioSizing::Fit;

namespace {

constexpr std::uint64_t mb = 1024ULL * 1024;
constexpr std::uint64_t high = 0x380000000000;

model::MemoryRange range(std::uint64_t first, std::uint64_t sizeMb)
{
    return {first, first + sizeMb * mb - 1};
}

/// A GPU with a range of 16 MB below 4 GB, and one above.
model::Gpu gpu(const QString& id, std::uint64_t largeMb, std::uint64_t place = high)
{
    model::Gpu result = tests::mountedGpu();
    result.id = model::GpuId(id);
    result.memory = model::DeviceMemory{{range(0xC0000000, 16), range(place, largeMb)}, false};
    return result;
}

} // namespace

class tst_analysis_mmio_sizing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutDevices();
    void documentedExampleOf32Gigabytes();
    void partsAddUp_data();
    void partsAddUp();
    void severalDevices();
    void ofOtherBase();
    void lowHasALimit();
    void highHasALimit();
    void addressWidthIsProvenByDevices();
    void unreadIsNamed();
    void rememberedIsNamed();
    void senselessRangesAreNotCounted();
    void isEnough();
    void devicesOfAVm();
};

void tst_analysis_mmio_sizing::withoutDevices()
{
    const auto sizing = analysis::mmioSizing({}, tests::healthyHost());
    QCOMPARE(sizing.lowMb, 128U);
    QCOMPARE(sizing.highMb, 512U);
    QCOMPARE(sizing.parts.size(), 2U);
    QVERIFY(sizing.isComplete());
    QCOMPARE(sizing.highFit, Fit::Fits); // ends at 64 GB
}

void tst_analysis_mmio_sizing::documentedExampleOf32Gigabytes()
{
    const model::Gpu a10 = gpu(u"A10"_s, 32768);
    const auto sizing = analysis::mmioSizing({&a10}, tests::healthyHost());
    QCOMPARE(sizing.lowMb, 128U + 16U);
    QCOMPARE(sizing.highMb, 33280U);
}

void tst_analysis_mmio_sizing::partsAddUp_data()
{
    QTest::addColumn<quint64>("large");
    QTest::addColumn<quint64>("expected");
    QTest::newRow("64 MB") << quint64{64} << quint64{512 + 64};
    QTest::newRow("16 GB") << quint64{16384} << quint64{512 + 16384};
    QTest::newRow("64 GB") << quint64{65536} << quint64{512 + 65536};
    // 128 GB begins at a multiple of 128 GB: from 64 GB on, 64 GB are lost.
    QTest::newRow("128 GB") << quint64{131072} << quint64{512 + 65536 + 131072};
}

void tst_analysis_mmio_sizing::partsAddUp()
{
    QFETCH(quint64, large);
    QFETCH(quint64, expected);
    const model::Gpu one = gpu(u"one"_s, large);
    const auto sizing = analysis::mmioSizing({&one}, tests::healthyHost());
    QCOMPARE(sizing.highMb, expected);
    std::uint64_t lowSum = 0;
    std::uint64_t highSum = 0;
    for (const MmioPart& part : sizing.parts)
        (part.low ? lowSum : highSum) += part.bytes;
    QCOMPARE(lowSum, sizing.lowMb * mb);
    QCOMPARE(highSum, sizing.highMb * mb);
}

void tst_analysis_mmio_sizing::severalDevices()
{
    const model::Gpu small = gpu(u"small"_s, 256, high);
    const model::Gpu large = gpu(u"large"_s, 16384, high + (1ULL << 40U));
    const auto sizing = analysis::mmioSizing({&small, &large}, tests::healthyHost());
    QCOMPARE(sizing.lowMb, 128U + 32U);
    // The larger one first, so that nothing is lost between them.
    QCOMPARE(sizing.highMb, 512U + 16384U + 256U);
    QVERIFY(std::none_of(sizing.parts.begin(), sizing.parts.end(),
                         [](const MmioPart& part) { return part.kind == MmioPart::Kind::Alignment; }));
}

void tst_analysis_mmio_sizing::ofOtherBase()
{
    const model::Gpu one = gpu(u"one"_s, 16384);
    model::VirtualMachine vm;
    vm.highMmioBaseMb = 48128; // 47 GB, as used for processors with 36 bits
    const auto sizing = analysis::mmioSizing({&one}, tests::healthyHost(), &vm);
    QCOMPARE(sizing.highBaseMb, 48128U);
    // Its own 512 MB end at 47.5 GB, the next multiple of 16 GB is 48 GB.
    QCOMPARE(sizing.highMb, 512U + 512U + 16384U);
    QCOMPARE(sizing.parts.back().kind, MmioPart::Kind::Range);
    QCOMPARE(sizing.parts[sizing.parts.size() - 2].kind, MmioPart::Kind::Alignment);
}

void tst_analysis_mmio_sizing::lowHasALimit()
{
    model::Gpu one = gpu(u"one"_s, 64);
    one.memory->ranges = {range(0x80000000, 3456)};
    QCOMPARE(analysis::mmioSizing({&one}, tests::healthyHost()).lowFit, Fit::Fits);
    one.memory->ranges = {range(0x80000000, 3457)};
    QCOMPARE(analysis::mmioSizing({&one}, tests::healthyHost()).lowFit, Fit::TooLarge);
}

void tst_analysis_mmio_sizing::highHasALimit()
{
    const model::Gpu one = gpu(u"one"_s, 262144);
    const auto sizing = analysis::mmioSizing({&one}, tests::healthyHost());
    QVERIFY(sizing.highMb > 262656);
    QCOMPARE(sizing.highFit, Fit::TooLarge);
}

void tst_analysis_mmio_sizing::addressWidthIsProvenByDevices()
{
    const model::Gpu low = gpu(u"low"_s, 16384, 32ULL << 30U);
    model::HostSnapshot host = tests::healthyHost();
    host.gpus = {low};
    auto sizing = analysis::mmioSizing({&low}, host);
    QCOMPARE(sizing.provenAddressBits, std::optional(36U)); // ends at 48 GB
    QCOMPARE(sizing.highFit, Fit::NotKnown);
    host.gpus.push_back(gpu(u"far"_s, 16384));
    sizing = analysis::mmioSizing({&low}, host);
    QCOMPARE(sizing.provenAddressBits, std::optional(46U));
    QCOMPARE(sizing.highFit, Fit::Fits);
    host.gpus.clear();
    QVERIFY(!analysis::mmioSizing({&low}, host).provenAddressBits);
}

void tst_analysis_mmio_sizing::unreadIsNamed()
{
    model::Gpu one = gpu(u"one"_s, 64);
    one.memory.reset();
    const auto sizing = analysis::mmioSizing({&one}, tests::healthyHost());
    QVERIFY(!sizing.isComplete());
    QCOMPARE(sizing.unread.size(), 1U);
    QCOMPARE(sizing.unread[0], one.id);
}

void tst_analysis_mmio_sizing::rememberedIsNamed()
{
    model::Gpu one = gpu(u"one"_s, 64);
    one.memory->remembered = true;
    const auto sizing = analysis::mmioSizing({&one}, tests::healthyHost());
    QVERIFY(sizing.isComplete());
    QCOMPARE(sizing.remembered.size(), 1U);
    QCOMPARE(sizing.highMb, 576U);
}

void tst_analysis_mmio_sizing::senselessRangesAreNotCounted()
{
    model::Gpu one = gpu(u"one"_s, 64);
    one.memory->ranges.push_back({5, 4});
    one.memory->ranges.push_back({0, ~0ULL});
    QCOMPARE(analysis::mmioSizing({&one}, tests::healthyHost()).highMb, 576U);
}

void tst_analysis_mmio_sizing::isEnough()
{
    analysis::MmioSizing sizing;
    sizing.lowMb = 176;
    sizing.highMb = 33280;
    QCOMPARE(sizing.isEnough(176, 33280), std::optional(true));
    QCOMPARE(sizing.isEnough(175, 33280), std::optional(false));
    QCOMPARE(sizing.isEnough(176, 512), std::optional(false));
    QCOMPARE(sizing.isEnough(std::nullopt, 512), std::optional(false));
    QCOMPARE(sizing.isEnough(176, std::nullopt), std::nullopt);
}

void tst_analysis_mmio_sizing::devicesOfAVm()
{
    model::HostSnapshot host = tests::healthyHost();
    host.gpus = {gpu(u"one"_s, 64), gpu(u"two"_s, 64), gpu(u"three"_s, 64)};
    const model::VirtualMachine vm = tests::vm(u"VM"_s, u"VM"_s, model::PowerState::Off);
    host.gpus[0].assignments = {tests::wholeDeviceOf(u"VM"_s)};
    host.gpus[1].assignments = {tests::wholeDeviceOf(u"OTHER"_s), tests::partitionOf(u"VM"_s, 1)};
    QCOMPARE(analysis::wholeDevicesOf(vm, host).size(), 1U);
    QCOMPARE(analysis::mmioSizingOf(vm, host).lowMb, 144U);
}

QTEST_GUILESS_MAIN(tst_analysis_mmio_sizing)
#include "tst_analysis_mmio_sizing.moc"
