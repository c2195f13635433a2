#include "core/analysis/PartitionMmio.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::analysis;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t gigabyte = 1024ULL * 1024 * 1024;

model::Gpu gpuWith(std::optional<std::uint64_t> vram, const QString& name = u"\\\\?\\PCI#VEN"_s)
{
    model::Gpu gpu;
    gpu.partitioning = model::Partitioning{};
    gpu.partitioning->name = name;
    gpu.partitioning->vram.total = vram;
    return gpu;
}

} // namespace

class TestPartitionMmio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paravirtualAsksForTheUsualSpaceAndCacheTypes()
    {
        const auto need = mmioNeed(gpuWith(1'000'000'000, u"\\\\?\\PCI#VEN#{guid}\\GPUPARAV"_s));
        QCOMPARE(need, std::optional(MmioNeed{1024, 32768, true}));
    }

    void onlyLargeGpusAskForTheirMemory()
    {
        QVERIFY(!mmioNeed(model::Gpu{}));
        QVERIFY(!mmioNeed(gpuWith(16 * gigabyte)));
        QVERIFY(!mmioNeed(gpuWith(std::nullopt)));
        QVERIFY(!mmioNeed(gpuWith(18'446'744'073'709'551'615ULL))); // "not reported"
        QCOMPARE(mmioNeed(gpuWith(48 * gigabyte)), std::optional(MmioNeed{0, 49152, false}));
        QCOMPARE(mmioNeed(gpuWith(48 * gigabyte + 1)), std::optional(MmioNeed{0, 49153, false}));
    }

    void eachValueMayFallShortAndUnknownOnesDoNot()
    {
        const MmioNeed need{1024, 32768, true};
        model::VirtualMachine vm;
        QVERIFY(!fallsShort(vm, need));
        vm.lowMmioGapMb = 1024;
        vm.highMmioGapMb = 32768;
        vm.guestControlledCacheTypes = true;
        QVERIFY(!fallsShort(vm, need));
        vm.lowMmioGapMb = 1023;
        QVERIFY(fallsShort(vm, need));
        vm.lowMmioGapMb = 1024;
        vm.highMmioGapMb = 512;
        QVERIFY(fallsShort(vm, need));
        vm.highMmioGapMb = 65536;
        vm.guestControlledCacheTypes = false;
        QVERIFY(fallsShort(vm, need));
        QVERIFY(!fallsShort(vm, MmioNeed{1024, 32768, false}));
    }
};

QTEST_GUILESS_MAIN(TestPartitionMmio)
#include "tst_analysis_partition_mmio.moc"
