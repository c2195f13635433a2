#include "core/model/Gpu.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu::model;

namespace {

const QString guid = u"#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;
const QString a2 = u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&18416dc3&0&0000"_s;
const QString a2Tail = u"VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&18416DC3&0&0000"_s;

} // namespace

class TestGpu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interfacePaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("instanceId");
        QTest::newRow("SR-IOV") << a2 + guid << u"PCI\\"_s + a2Tail;
        QTest::newRow("paravirtual") << a2 + guid + u"\\GPUPARAV"_s << u"PCI\\"_s + a2Tail;
        QTest::newRow("kernel prefix") << u"\\??\\"_s + a2.mid(4) + guid << u"PCI\\"_s + a2Tail;
        QTest::newRow("Intel") << u"\\\\?\\PCI#VEN_8086&DEV_A7A0&SUBSYS_252D1043&REV_04#3&11583659&0&10"_s +
                                      guid
                               << u"PCI\\VEN_8086&DEV_A7A0&SUBSYS_252D1043&REV_04\\3&11583659&0&10"_s;
        QTest::newRow("dismounted") << u"\\\\?\\PCIP#VEN_10DE&DEV_25B6#4&1"_s + guid
                                    << u"PCIP\\VEN_10DE&DEV_25B6\\4&1"_s;
        QTest::newRow("instance id") << u"PCI\\VEN_10DE&DEV_25B6\\4&1"_s << QString();
        QTest::newRow("no class") << a2 << QString();
        QTest::newRow("only prefix") << u"\\\\?\\"_s + guid << QString();
        QTest::newRow("too short") << u"\\\\?\\PCI#VEN_10DE"_s + guid << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("file") << u"\\\\?\\C:\\x"_s << QString();
    }
    void interfacePaths()
    {
        QFETCH(QString, path);
        QTEST(pnpInstanceIdFromInterfacePath(path), "instanceId");
    }

    void sameGpuUnderEveryName()
    {
        const GpuId id(a2Tail);
        QCOMPARE(gpuIdFrom(a2 + guid), id);
        QCOMPARE(gpuIdFrom(a2 + guid + u"\\GPUPARAV"_s), id);
        QCOMPARE(gpuIdFrom(u"PCI\\"_s + a2Tail.toLower()), id);
        QCOMPARE(gpuIdFrom(u"PCIP\\"_s + a2Tail), id);
        QCOMPARE(gpuIdFrom(u"pcip\\"_s + a2Tail), id);
        QVERIFY(gpuIdFrom(u"PCI\\VEN_10DE&DEV_25B6\\4&2") != gpuIdFrom(u"PCI\\VEN_10DE&DEV_25B6\\4&1"));
        QVERIFY(gpuIdFrom(u"").isEmpty());
        QCOMPARE(gpuIdFrom(u"Root\\BasicRender\\0000").text(), u"ROOT\\BASICRENDER\\0000"_s);
    }

    void paravirtual()
    {
        Partitioning partitioning;
        QVERIFY(!partitioning.isParavirtual());
        partitioning.name = a2 + guid;
        QVERIFY(!partitioning.isParavirtual());
        partitioning.name += u"\\gpuparav"_s;
        QVERIFY(partitioning.isParavirtual());
    }

    void dismounted()
    {
        PnpDevice device;
        device.instanceId = u"PCI\\"_s + a2Tail;
        QVERIFY(!device.isDismounted());
        device.instanceId = u"PCIP\\"_s + a2Tail;
        QVERIFY(device.isDismounted());
    }
};

QTEST_GUILESS_MAIN(TestGpu)
#include "tst_model_gpu.moc"
