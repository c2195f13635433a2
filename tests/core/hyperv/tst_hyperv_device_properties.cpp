#include "core/hyperv/HostReader.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

const QString bootTime = u"20191201080000.000000+000"_s;

/// What the lists say: a server with @p gpus GPUs, and how the last of them is.
void list(tests::FakeSession& session, int gpus, const QString& bootedAt, const QString& problemCode)
{
    session.setRows(u"Win32_OperatingSystem"_s,
                    {tests::row(u"Win32_OperatingSystem"_s,
                                {{u"BuildNumber"_s, u"26100"_s}, {u"LastBootUpTime"_s, bootedAt}})});
    std::vector<cim::Instance> devices;
    for (int i = 0; i < gpus; ++i) {
        devices.push_back(tests::row(
            u"Win32_PnPEntity"_s,
            {{u"DeviceID"_s, u"PCI\\VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1\\4&%1&0&0008"_s.arg(i)},
             {u"Name"_s, u"NVIDIA A2"_s},
             {u"ConfigManagerErrorCode"_s, i + 1 == gpus ? problemCode : u"0"_s},
             {u"Present"_s, u"true"_s}}));
        devices.back().set(u"CompatibleID"_s, cim::Value::strings({u"PCI\\CC_0302"_s}));
    }
    session.setRows(u"Win32_PnPEntity"_s, devices);
}

/// A server with @p gpus GPUs.
void fill(tests::FakeSession& session, int gpus)
{
    session.setMissingNamespace(u"root\\MSCluster"_s);
    session.setMethod(u"Msvm_VirtualSystemManagementService"_s, u"GetSummaryInformation"_s,
                      [](const auto&, const auto&) { return wmi::InvokeResult{}; });
    session.setMethod(u"StdRegProv"_s, u"GetDWORDValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{2, {}}; // no such value
    });
    list(session, gpus, bootTime, u"0"_s);
    session.setMethod(u"StdRegProv"_s, u"GetStringValue"_s, [](const auto&, const auto&) {
        return wmi::InvokeResult{2, {}}; // no driver key
    });
    session.setMethod(u"Win32_PnPEntity"_s, u"GetDeviceProperties"_s, [](const auto&, const auto&) {
        cim::Instance version(u"Win32_PnPDevicePropertyString"_s, u"root\\cimv2"_s);
        version.set(u"KeyName"_s, cim::Value::string(u"DEVPKEY_Device_DriverVersion"_s));
        version.set(u"Data"_s, cim::Value::string(u"32.0.15.7283"_s));
        return wmi::InvokeResult{
            0,
            {{u"deviceProperties"_s, cim::Value::array(cim::Type::Object, {cim::Value::object(version)})}}};
    });
}

hyperv::ReadOptions after(const model::HostSnapshot& previous)
{
    hyperv::ReadOptions options;
    options.previous = std::make_shared<const model::HostSnapshot>(previous);
    return options;
}

} // namespace

/// What of devices is asked for again and what is taken from the reading before.
class tst_hyperv_device_properties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripsOfTheNextReadDoNotDependOnGpus();
    void propertiesAreAskedAgain_data();
    void propertiesAreAskedAgain();
    void firstLookComesBeforeTheCallsPerDevice();
};

namespace {

base::Result<model::HostSnapshot> read(tests::FakeSession& session, tests::ManualClock& clock,
                                       const hyperv::ReadOptions& options = {})
{
    return hyperv::HostReader(session, clock).read(options);
}

} // namespace

void tst_hyperv_device_properties::roundTripsOfTheNextReadDoNotDependOnGpus()
{
    QSet<qsizetype> trips;
    for (const int count : {1, 16}) {
        tests::FakeSession session;
        tests::ManualClock clock;
        fill(session, count);
        const auto first = read(session, clock);
        QVERIFY(first.has_value());
        QCOMPARE(session.calls().filter(u"GetDeviceProperties"_s).size(), count);
        const qsizetype before = session.calls().size();
        clock.advance(std::chrono::seconds(30));
        const auto next = read(session, clock, after(*first));
        QVERIFY(next.has_value());
        trips.insert(session.calls().size() - before);
        QCOMPARE(next->gpus.size(), static_cast<std::size_t>(count));
        QVERIFY(next->gpus == first->gpus);
        QCOMPARE(next->gpus.at(0).pnp->driverVersion, u"32.0.15.7283"_s);
        QCOMPARE(next->propertiesAt, first->propertiesAt); // so that they do not stay young for ever
    }
    QCOMPARE(trips.size(), 1);
    QVERIFY2(*trips.begin() <= 26, qPrintable(QString::number(*trips.begin())));
}

void tst_hyperv_device_properties::propertiesAreAskedAgain_data()
{
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<QString>("bootedAt");
    QTest::addColumn<QString>("problemCode");
    QTest::addColumn<bool>("refusedBefore");
    QTest::addColumn<int>("asked");
    QTest::newRow("young") << 59 << bootTime << u"0"_s << false << 0;
    QTest::newRow("old") << 60 << bootTime << u"0"_s << false << 2;
    QTest::newRow("clock set back") << -5 << bootTime << u"0"_s << false << 2;
    QTest::newRow("host was started") << 30 << u"20191202080000.000000+000"_s << u"0"_s << false << 2;
    QTest::newRow("start not known") << 30 << QString() << u"0"_s << false << 2;
    QTest::newRow("one was disabled") << 30 << bootTime << u"22"_s << false << 1;
    QTest::newRow("were refused") << 30 << bootTime << u"0"_s << true << 2;
}

void tst_hyperv_device_properties::propertiesAreAskedAgain()
{
    QFETCH(const int, secondsLater);
    QFETCH(const QString, bootedAt);
    QFETCH(const QString, problemCode);
    QFETCH(const bool, refusedBefore);
    QFETCH(const int, asked);
    tests::FakeSession refusing;
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(refusing, 2);
    fill(session, 2);
    if (refusedBefore)
        refusing.setMethod(u"Win32_PnPEntity"_s, u"GetDeviceProperties"_s, [](const auto&, const auto&) {
            return wmi::InvokeResult{5, {}};
        });
    const auto first = read(refusing, clock);
    QVERIFY(first.has_value());

    clock.advance(std::chrono::seconds(secondsLater));
    list(session, 2, bootedAt, problemCode);
    const auto next = read(session, clock, after(*first));
    QVERIFY(next.has_value());
    QCOMPARE(session.calls().filter(u"GetDeviceProperties"_s).size(), asked);
    for (const model::Gpu& gpu : next->gpus)
        QCOMPARE(gpu.pnp->driverVersion, u"32.0.15.7283"_s);
}

void tst_hyperv_device_properties::firstLookComesBeforeTheCallsPerDevice()
{
    tests::FakeSession session;
    tests::ManualClock clock;
    fill(session, 3);
    cim::Instance partitionable = tests::row(
        u"Msvm_PartitionableGpu"_s,
        {{u"Name"_s,
          u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&1&0&0008#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s},
         {u"PartitionCount"_s, u"16"_s}});
    session.setRows(u"Msvm_PartitionableGpu"_s, {partitionable});
    std::vector<model::FirstLook> looks;
    qsizetype callsBefore = 0;
    hyperv::ReadOptions options;
    options.firstLook = [&](model::FirstLook&& look) {
        callsBefore = session.calls().size();
        looks.push_back(std::move(look));
    };
    const auto first = read(session, clock, options);
    QVERIFY(first.has_value());
    QCOMPARE(looks.size(), 1U);
    QCOMPARE(callsBefore, 4); // system, computer, devices, partitionable GPUs
    QCOMPARE(looks[0].gpus.size(), 3U);
    QCOMPARE(looks[0].gpus[1].name, u"NVIDIA A2"_s);
    QCOMPARE(looks[0].gpus[1].partitioning->partitionCount.value(), 16);
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(looks[0].gpus[i].id, first->gpus[i].id);
    options.previous = std::make_shared<const model::HostSnapshot>(*first);
    QVERIFY(read(session, clock, options).has_value());
    QCOMPARE(looks.size(), 1U); // the last reading is on screen, and says more
}

QTEST_GUILESS_MAIN(tst_hyperv_device_properties)
#include "tst_hyperv_device_properties.moc"
