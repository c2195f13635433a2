#include "core/hyperv/GpuJoin.h"
#include "tests/support/FakeSession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const QString tail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000"_s;
const QString twinTail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&5906F5E&0&0010"_s;
const QString interfacePath =
    u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&18416dc3&0&0000#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;
const QString twinPath =
    u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&5906f5e&0&0010#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;

model::PnpDevice pnp(const QString& instanceId, std::optional<std::uint32_t> bus = {},
                     std::optional<bool> present = true)
{
    model::PnpDevice device;
    device.instanceId = instanceId;
    device.name = u"NVIDIA A2"_s;
    device.busNumber = bus;
    device.present = present;
    return device;
}

model::Partitioning partitioning(const QString& name)
{
    model::Partitioning result;
    result.name = name;
    result.partitionCount = 4;
    return result;
}

hyperv::AssignableRow assignable(const QString& instancePath)
{
    hyperv::AssignableRow row;
    row.device = {instancePath, u"PCIROOT(0)#PCI(0300)#PCI(0000)"_s};
    row.gpu = model::gpuIdFrom(instancePath);
    return row;
}

} // namespace

class tst_hyperv_gpu_join : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partitionableMeetsPnp();
    void paravirtualMeetsPnp();
    void twinsStayApart();
    void dismounted();
    void deadNodeBesideDismounted();
    void deadNodeAlone();
    void partitionableWithoutPnp();
    void poolDevicesThatAreNoGpus();
    void slotOrder();
    void partitioningFacts();
    void malformedNumberIsUnknown();
    void duplicateNamesOnce();
};

void tst_hyperv_gpu_join::partitionableMeetsPnp()
{
    const auto gpus = hyperv::joinGpus({pnp(u"PCI\\"_s + tail, 101)}, {partitioning(interfacePath)}, {});
    QCOMPARE(gpus.size(), 1U);
    QCOMPARE(gpus[0].id, model::GpuId(tail));
    QCOMPARE(gpus[0].name, u"NVIDIA A2"_s);
    QVERIFY(gpus[0].pnp && gpus[0].partitioning && !gpus[0].dismounted);
    QVERIFY(!gpus[0].partitioning->isParavirtual());
    QCOMPARE(gpus[0].vendorId.value(), 0x10DE);
    QCOMPARE(gpus[0].deviceId.value(), 0x25B6);
    QCOMPARE(gpus[0].subsystemId.value(), 0x157E10DEU);
}

void tst_hyperv_gpu_join::paravirtualMeetsPnp()
{
    const auto gpus =
        hyperv::joinGpus({pnp(u"PCI\\"_s + tail)}, {partitioning(interfacePath + u"\\GPUPARAV"_s)}, {});
    QCOMPARE(gpus.size(), 1U);
    QVERIFY(gpus[0].pnp && gpus[0].partitioning);
    QVERIFY(gpus[0].partitioning->isParavirtual());
}

void tst_hyperv_gpu_join::twinsStayApart()
{
    model::Partitioning second = partitioning(twinPath);
    second.partitionCount = 8;
    const auto gpus = hyperv::joinGpus({pnp(u"PCI\\"_s + twinTail, 102), pnp(u"PCI\\"_s + tail, 101)},
                                       {second, partitioning(interfacePath)}, {});
    QCOMPARE(gpus.size(), 2U);
    QCOMPARE(gpus[0].id, model::GpuId(tail));
    QCOMPARE(gpus[0].partitioning->partitionCount.value(), 4);
    QCOMPARE(gpus[1].id, model::GpuId(twinTail));
    QCOMPARE(gpus[1].partitioning->partitionCount.value(), 8);
}

void tst_hyperv_gpu_join::dismounted()
{
    const auto gpus =
        hyperv::joinGpus({pnp(u"PCIP\\"_s + tail)}, {},
                         {assignable(u"PCIP\\"_s + tail), assignable(u"PCIP\\"_s + tail.toLower())});
    QCOMPARE(gpus.size(), 1U);
    QCOMPARE(gpus[0].id, model::GpuId(tail)); // the id it had before the dismount
    QVERIFY(gpus[0].dismounted);
    QCOMPARE(gpus[0].locationPath, u"PCIROOT(0)#PCI(0300)#PCI(0000)"_s);
}

void tst_hyperv_gpu_join::deadNodeBesideDismounted()
{
    for (const bool deadFirst : {true, false}) {
        std::vector<model::PnpDevice> nodes{pnp(u"PCI\\"_s + tail, {}, false), pnp(u"PCIP\\"_s + tail)};
        if (!deadFirst)
            std::swap(nodes[0], nodes[1]);
        const auto gpus = hyperv::joinGpus(nodes, {}, {assignable(u"PCIP\\"_s + tail)});
        QCOMPARE(gpus.size(), 1U);
        QVERIFY(gpus[0].pnp->isDismounted());
    }
}

void tst_hyperv_gpu_join::deadNodeAlone()
{
    const auto gpus = hyperv::joinGpus({pnp(u"PCI\\"_s + tail, {}, false)}, {}, {});
    QCOMPARE(gpus.size(), 1U);
    QCOMPARE(gpus[0].pnp->present, std::optional(false));
}

void tst_hyperv_gpu_join::partitionableWithoutPnp()
{
    const auto gpus = hyperv::joinGpus({}, {partitioning(interfacePath)}, {});
    QCOMPARE(gpus.size(), 1U);
    QVERIFY(!gpus[0].pnp);
    QCOMPARE(gpus[0].name, u"PCI\\"_s + tail);
}

void tst_hyperv_gpu_join::poolDevicesThatAreNoGpus()
{
    const auto gpus = hyperv::joinGpus(
        {pnp(u"PCI\\"_s + tail)}, {},
        {assignable(u"PCIP\\VEN_144D&DEV_A820&SUBSYS_1F951028&REV_03\\4&368722DD&0&0010"_s)});
    QCOMPARE(gpus.size(), 1U);
    QVERIFY(!gpus[0].dismounted);
}

void tst_hyperv_gpu_join::slotOrder()
{
    const auto gpus = hyperv::joinGpus({pnp(u"PCI\\VEN_1&DEV_1\\B"_s), pnp(u"PCI\\VEN_1&DEV_1\\A"_s),
                                        pnp(u"PCI\\VEN_9&DEV_9\\C"_s, 3), pnp(u"PCI\\VEN_1&DEV_1\\D"_s, 130)},
                                       {}, {});
    QStringList order;
    for (const model::Gpu& gpu : gpus)
        order.append(gpu.id.text().right(1));
    QCOMPARE(order, (QStringList{u"C"_s, u"D"_s, u"A"_s, u"B"_s}));
}

void tst_hyperv_gpu_join::partitioningFacts()
{
    hyperv::ReadContext context;
    cim::Instance row =
        tests::row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, interfacePath + u"\\GPUPARAV"_s},
                                                {u"PartitionCount"_s, u"32"_s},
                                                {u"TotalVRAM"_s, u"1000000000"_s},
                                                {u"MinPartitionVRAM"_s, u"0"_s},
                                                {u"TotalEncode"_s, u"18446744073709551615"_s},
                                                {u"SupportsIncomingLiveMigration"_s, u"false"_s}});
    row.set(u"ValidPartitionCounts"_s, cim::Value::string(u"32"_s));
    const auto list = hyperv::partitionings({row}, context);
    QCOMPARE(list.size(), 1U);
    QCOMPARE(list[0].partitionCount.value(), 32);
    QCOMPARE(list[0].validPartitionCounts, std::vector<std::uint16_t>{32});
    QCOMPARE(list[0].vram.total.value(), 1'000'000'000U);
    QCOMPARE(list[0].vram.minPartition.value(), 0U);
    QVERIFY(!list[0].vram.maxPartition.has_value());
    QCOMPARE(list[0].encode.total.value(), UINT64_MAX);
    QCOMPARE(list[0].supportsIncomingLiveMigration, std::optional(false));
    QVERIFY(context.notes.empty());
}

void tst_hyperv_gpu_join::malformedNumberIsUnknown()
{
    hyperv::ReadContext context;
    const auto list =
        hyperv::partitionings({tests::row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, interfacePath},
                                                                       {u"PartitionCount"_s, u"four"_s},
                                                                       {u"TotalVRAM"_s, u"-5"_s}})},
                              context);
    QVERIFY(!list.at(0).partitionCount.has_value());
    QVERIFY(!list.at(0).vram.total.has_value());
    QVERIFY(!list.at(0).supportsIncomingLiveMigration.has_value());
    QCOMPARE(context.notes.size(), 2U);
    QCOMPARE(context.notes[0].subject, interfacePath);
}

void tst_hyperv_gpu_join::duplicateNamesOnce()
{
    hyperv::ReadContext context;
    const auto list = hyperv::partitionings(
        {tests::row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, interfacePath}}),
         tests::row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, interfacePath.toUpper()}})},
        context);
    QCOMPARE(list.size(), 1U);
}

QTEST_GUILESS_MAIN(tst_hyperv_gpu_join)
#include "tst_hyperv_gpu_join.moc"
