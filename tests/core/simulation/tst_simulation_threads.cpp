#include "tests/core/simulation/HostFixture.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

class TestThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void queriesAndCallsAtOnce();
};

/// Meant for ThreadSanitizer: nodes of one cluster are read and changed from several threads.
void TestThreads::queriesAndCallsAtOnce()
{
    HostFixture fixture(R"({"clusters": [{"name": "C", "nodes": [
        {"name": "N1", "devices": [{"model": "A2", "partitions": 16}]}, {"name": "N2"}],
        "vms": [{"name": "v", "count": 8, "clustered": true, "gpus": [{"device": 0}]}]}]})");
    const auto vms = fixture.query(u"SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER"_s);
    QCOMPARE(vms.size(), 8U);
    std::atomic<int> answers{0};
    const auto work = [&](std::size_t thread) {
        for (int round = 0; round < 25; ++round) {
            fixture.clock.advance(std::chrono::milliseconds(400));
            const cim::ObjectPath& vm = *vms[(thread + static_cast<std::size_t>(round)) % vms.size()].path();
            const std::uint64_t target = round % 2 == 0 ? 2 : 3;
            answers +=
                fixture.host(0).invoke(vm, u"RequestStateChange"_s, {number(u"RequestedState"_s, target)})
                    ? 1
                    : 0;
            answers +=
                fixture.host(0).query(HostFixture::virtualization, u"SELECT * FROM Msvm_GpuPartition"_s) ? 1
                                                                                                         : 0;
            answers +=
                fixture.host(1).query(HostFixture::mscluster, u"SELECT * FROM MSCluster_Resource"_s) ? 1 : 0;
            answers += fixture.host(thread % 2).enumerate(HostFixture::cimv2, u"Win32_PnPEntity"_s) ? 1 : 0;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < 4; ++i)
            threads.emplace_back(work, i);
    }
    QCOMPARE(answers.load(), 4 * 25 * 4);
}

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_simulation_threads.moc"
