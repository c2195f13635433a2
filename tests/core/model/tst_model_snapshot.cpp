#include "core/model/HostSnapshot.h"

#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu::model;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByIdentity()
    {
        HostSnapshot snapshot;
        snapshot.vms.resize(2);
        snapshot.vms[0].id = VmId(u"A"_s);
        snapshot.vms[1].id = VmId(u"B"_s);
        snapshot.gpus.resize(1);
        snapshot.gpus[0].id = GpuId(u"G"_s);
        QCOMPARE(snapshot.findVm(VmId(u"B"_s)), &snapshot.vms[1]);
        QCOMPARE(snapshot.findGpu(GpuId(u"G"_s)), &snapshot.gpus[0]);
        QVERIFY(!snapshot.findVm(VmId(u"b"_s)));
        QVERIFY(!snapshot.findGpu(GpuId()));
        QVERIFY(!HostSnapshot().findVm(VmId(u"A"_s)));
    }

    void onlyNotesAboutTheWholePartCount()
    {
        HostSnapshot snapshot;
        QVERIFY(!snapshot.couldNotRead(Part::Cluster));
        snapshot.notes.push_back({Part::DeviceProperties, u"PCI\\X"_s, {}});
        snapshot.notes.push_back({Part::Cluster, {}, {}});
        QVERIFY(!snapshot.couldNotRead(Part::DeviceProperties));
        QVERIFY(snapshot.couldNotRead(Part::Cluster));
        QVERIFY(!snapshot.couldNotRead(Part::VmMemory));
    }

    void partNamesAreUnique()
    {
        QSet<QLatin1String> names;
        for (int part = 0; part <= static_cast<int>(Part::ClusterResources); ++part)
            names.insert(name(static_cast<Part>(part)));
        QCOMPARE(names.size(), static_cast<int>(Part::ClusterResources) + 1);
    }

    void idsDoNotMixAndOrder()
    {
        static_assert(!std::is_convertible_v<VmId, GpuId>);
        static_assert(!std::is_convertible_v<QString, VmId>);
        QVERIFY(HostId(u"a"_s) < HostId(u"b"_s));
        QVERIFY(HostId(u"a"_s) != HostId(u"A"_s));
        QCOMPARE(qHash(HostId(u"a"_s)), qHash(HostId(u"a"_s)));
        QCOMPARE((QSet<HostId>{HostId(u"a"_s), HostId(u"a"_s), HostId(u"b"_s)}.size()), 2);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_model_snapshot.moc"
