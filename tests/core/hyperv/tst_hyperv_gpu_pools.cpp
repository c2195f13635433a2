#include "core/hyperv/GpuPools.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using model::Part;

namespace {

const QString tail = u"VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\4&18416DC3&0&2100"_s;

QString devicePath(const QString& device)
{
    return u"\\\\HV01\\root\\virtualization\\v2:Msvm_PciExpress.DeviceID=\"Microsoft:AB\\\\PCIP\\\\%1\""_s
        .arg(QString(device).replace(u'\\', u"\\\\"_s));
}

void addPool(tests::FakeSession& session, const QString& id, const QString& name, bool primordial)
{
    session.addRow(
        tests::row(u"Msvm_ResourcePool"_s, {{u"InstanceID"_s, u"Microsoft:"_s + id},
                                            {u"PoolID"_s, name},
                                            {u"ResourceType"_s, u"32769"_s},
                                            {u"Primordial"_s, primordial ? u"true"_s : u"false"_s}}));
}

void addDevices(tests::FakeSession& session, const std::vector<QString>& paths)
{
    cim::Instance settings =
        tests::row(u"Msvm_PciExpressSettingData"_s, {{u"InstanceID"_s, u"Microsoft:B\\1"_s}});
    settings.set(u"HostResource"_s, cim::Value::strings(paths));
    session.addRow(settings);
}

} // namespace

class tst_hyperv_gpu_pools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutPools();
    void poolWithDevices();
    void sortedByName();
    void unreadableListIsANote();
    void unreadableContentIsANoteOfThatPool();
    void malformedPathIsANote();

private:
    hyperv::ReadContext m_context;
    tests::ManualClock m_clock;
    std::vector<model::GpuPool> read(tests::FakeSession& session)
    {
        m_context.notes.clear();
        hyperv::Conversation conversation(session, m_clock, {});
        return hyperv::readGpuPools(conversation, m_context);
    }
};

void tst_hyperv_gpu_pools::withoutPools()
{
    tests::FakeSession session;
    addPool(session, u"A"_s, {}, true);
    QVERIFY(read(session).empty());
    QVERIFY(m_context.notes.empty());
    QCOMPARE(session.calls().size(), 1);
}

void tst_hyperv_gpu_pools::poolWithDevices()
{
    tests::FakeSession session;
    addPool(session, u"A"_s, {}, true);
    addPool(session, u"B"_s, u"T4 pool"_s, false);
    addDevices(session, {devicePath(tail), devicePath(tail)});
    const auto pools = read(session);
    QVERIFY(m_context.notes.empty());
    QCOMPARE(pools.size(), 1U);
    QCOMPARE(pools[0].name, u"T4 pool"_s);
    QCOMPARE(pools[0].instanceId, u"Microsoft:B"_s);
    QCOMPARE(pools[0].devices, QStringList{u"PCIP\\"_s + tail});
    model::Gpu gpu;
    gpu.id = model::gpuIdFrom(u"PCI\\"_s + tail);
    QVERIFY(pools[0].holds(gpu));
    gpu.id = model::GpuId(u"other"_s);
    QVERIFY(!pools[0].holds(gpu));
    QVERIFY2(session.calls().constLast().contains(
                 u"ASSOCIATORS OF {Msvm_ResourcePool.InstanceID=\"Microsoft:B\"}"_s),
             qPrintable(session.calls().constLast()));
}

void tst_hyperv_gpu_pools::sortedByName()
{
    tests::FakeSession session;
    for (const QString& name : {u"zeta"_s, u"Alpha"_s, u"beta"_s})
        addPool(session, name, name, false);
    const auto pools = read(session);
    QCOMPARE(pools.size(), 3U);
    QCOMPARE(pools[0].name, u"Alpha"_s);
    QCOMPARE(pools[1].name, u"beta"_s);
    QCOMPARE(pools[2].name, u"zeta"_s);
}

void tst_hyperv_gpu_pools::unreadableListIsANote()
{
    tests::FakeSession session;
    session.setFailure(u"Msvm_ResourcePool"_s,
                       tests::makeError(base::Layer::Wmi, base::ErrorCode::AccessDenied));
    QVERIFY(read(session).empty());
    QCOMPARE(m_context.notes.size(), 1U);
    QCOMPARE(m_context.notes[0].part, Part::ResourcePools);
    QVERIFY(m_context.notes[0].subject.isEmpty());
}

void tst_hyperv_gpu_pools::unreadableContentIsANoteOfThatPool()
{
    tests::FakeSession session;
    addPool(session, u"B"_s, u"T4 pool"_s, false);
    session.setFailure(u"Msvm_PciExpressSettingData"_s,
                       tests::makeError(base::Layer::Wmi, base::ErrorCode::AccessDenied));
    const auto pools = read(session);
    QCOMPARE(pools.size(), 1U);
    QCOMPARE(m_context.notes.size(), 1U);
    QCOMPARE(m_context.notes[0].subject, u"T4 pool"_s);
}

void tst_hyperv_gpu_pools::malformedPathIsANote()
{
    tests::FakeSession session;
    addPool(session, u"B"_s, u"T4 pool"_s, false);
    addDevices(session, {u"\"=no path"_s, devicePath(tail)});
    const auto pools = read(session);
    QCOMPARE(pools[0].devices.size(), 1);
    QCOMPARE(m_context.notes.size(), 1U);
    QCOMPARE(m_context.notes[0].part, Part::ResourcePools);
}

QTEST_GUILESS_MAIN(tst_hyperv_gpu_pools)
#include "tst_hyperv_gpu_pools.moc"
