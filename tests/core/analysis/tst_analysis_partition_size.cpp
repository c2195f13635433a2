#include "SampleHosts.h"
#include "core/analysis/PartitionSize.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::tests;
using analysis::partitionSize;
using analysis::PartitionSize;

namespace {

constexpr std::uint64_t mib = 1024ULL * 1024;

model::Gpu a2()
{
    model::Gpu gpu = mountedGpu();
    gpu.partitioning = a2Partitioning();
    gpu.partitioning->vram.total = 15'192 * mib;
    gpu.partitioning->vram.optimalPartition.reset();
    gpu.partitioning->vram.maxPartition.reset();
    return gpu;
}

} // namespace

class tst_analysis_partition_size : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // EC-17
    void estimateFromTheTotal()
    {
        QVERIFY(partitionSize(a2(), 8) == PartitionSize({1'991'245'824ULL, true}));
        QVERIFY(partitionSize(a2(), 4) == PartitionSize({3'982'491'648ULL, true}));
        QVERIFY(analysis::currentPartitionSize(a2()) == PartitionSize({1'991'245'824ULL, true}));
    }

    void driversFigureWhenTheCountIsCurrent()
    {
        model::Gpu gpu = a2();
        gpu.partitioning->vram.maxPartition = 1'900 * mib;
        QVERIFY(partitionSize(gpu, 8) == PartitionSize({1'900 * mib, false}));
        gpu.partitioning->vram.optimalPartition = 1'850 * mib;
        QVERIFY(partitionSize(gpu, 8) == PartitionSize({1'850 * mib, false}));
        QVERIFY(partitionSize(gpu, 16) == PartitionSize({995'622'912ULL, true}));
    }

    void noneWithoutRealAmounts()
    {
        model::Gpu paravirtual = mountedGpu();
        paravirtual.partitioning = paravirtualPartitioning();
        QVERIFY(!partitionSize(paravirtual, 32));
        QVERIFY(!analysis::currentPartitionSize(paravirtual));
        QVERIFY(!partitionSize(mountedGpu(), 8));
        QVERIFY(!partitionSize(a2(), 0));
        model::Gpu silent = a2();
        silent.partitioning->vram.total.reset();
        QVERIFY(!partitionSize(silent, 8));
        silent.partitioning->partitionCount.reset();
        QVERIFY(!analysis::currentPartitionSize(silent));
    }
};

QTEST_GUILESS_MAIN(tst_analysis_partition_size)
#include "tst_analysis_partition_size.moc"
