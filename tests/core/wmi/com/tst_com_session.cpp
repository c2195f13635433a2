#include "core/wmi/com/ComError.h"
#include "core/wmi/com/Probe.h"
#include "core/wmi/com/Transport.h"
#include "tests/core/wmi/com/Listener.h"

#include <QSet>
#include <QSysInfo>
#include <QtTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using cim::Value;

namespace {

const QString cimv2 = u"root\\cimv2"_s;

cim::ObjectPath registry()
{
    return {{}, cimv2, u"StdRegProv"_s};
}

Value localMachine()
{
    return Value::unsignedInteger(cim::Type::UInt32, 0x80000002U);
}

} // namespace

/// This computer's WMI; what differs between Windows and Wine is not asserted, or said.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_session = com::makeSession({}); }
    void cleanup() { m_session.reset(); }

    void operatingSystem()
    {
        const auto rows = wmi::queryAll(*m_session, cimv2, u"SELECT * FROM Win32_OperatingSystem"_s, {});
        QVERIFY2(rows.has_value(), qPrintable(rows ? QString() : base::describe(rows.error())));
        QCOMPARE(rows->size(), 1U);
        const cim::Instance& system = rows->front();
        QCOMPARE(system.className(), u"Win32_OperatingSystem"_s);
        QCOMPARE(system.nameSpace().toLower(), cimv2);
        QVERIFY(system.value(u"BuildNumber").toUInt64().value_or(0) >= 7600);
        QCOMPARE(system.value(u"CSName").toString()->toUpper(),
                 QSysInfo::machineHostName().toUpper().left(15));
        QCOMPARE(system.value(u"OperatingSystemSKU").type(), cim::Type::UInt32);
        QCOMPARE(system.value(u"TotalVisibleMemorySize").type(), cim::Type::UInt64);
        QVERIFY(system.value(u"TotalVisibleMemorySize").toUInt64().value_or(0) > 100'000);
        QVERIFY(system.value(u"LastBootUpTime").toDateTime().has_value());
        QCOMPARE(system.value(u"Primary").toBool(), std::optional(true));
        QVERIFY(!system.path().has_value()); // not asked for
    }

    void thisComputerIsReachedWithoutANetwork()
    {
        const auto reached = m_session->reach({});
        QVERIFY(reached.has_value());
        QCOMPARE(reached->port, std::uint16_t(0));
    }

    void aNameThatIsNoneIsNotReached()
    {
        wmi::ConnectionSettings settings;
        settings.host = u"no-such-host.invalid"_s;
        const auto reached = com::makeSession(settings)->reach({});
        QVERIFY(!reached.has_value());
        QCOMPARE(reached.error().layer, base::Layer::Name);
        QCOMPARE(reached.error().code, ErrorCode::Unreachable);
    }

    void aPortIsOpenOrIsNot()
    {
        const auto soon = [] { return std::chrono::steady_clock::now() + std::chrono::seconds(10); };
        test::Listener listener;
        const auto open = com::probe(u"127.0.0.1"_s, listener.port(), soon());
        QVERIFY(open.has_value());
        QCOMPARE(*open, u"127.0.0.1"_s);
        const std::uint16_t port = listener.port();
        listener.close();
        const auto closed = com::probe(u"127.0.0.1"_s, port, soon());
        QVERIFY(!closed.has_value());
        QCOMPARE(closed.error().layer, base::Layer::Connect);
    }

    void projectionAndCondition()
    {
        const auto rows = wmi::queryAll(*m_session, cimv2, u"SELECT Name FROM Win32_ComputerSystem"_s, {});
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), 1U);
        QCOMPARE(rows->front().properties().size(), 1U);
        QCOMPARE(rows->front().properties().front().name, u"Name"_s);
        const auto none = wmi::queryAll(*m_session, cimv2,
                                        u"SELECT * FROM Win32_Service WHERE Name='no such service'"_s, {});
        QVERIFY(none.has_value());
        QVERIFY(none->empty());
    }

    void like()
    {
        const auto all = wmi::queryAll(*m_session, cimv2, u"SELECT DeviceID FROM Win32_PnPEntity"_s, {});
        QVERIFY(all.has_value());
        qsizetype expected = 0;
        for (const cim::Instance& row : *all)
            expected += row.value(u"DeviceID").toString()->startsWith(u"PCI"_s, Qt::CaseInsensitive) ? 1 : 0;
        const auto pci = wmi::queryAll(
            *m_session, cimv2, u"SELECT DeviceID FROM Win32_PnPEntity WHERE DeviceID LIKE 'PCI%'"_s, {});
        QVERIFY(pci.has_value());
        QCOMPARE(static_cast<qsizetype>(pci->size()), expected);
    }

    void videoController()
    {
        wmi::CallOptions options;
        options.withPaths = true;
        const auto rows = wmi::queryAll(*m_session, cimv2, u"SELECT * FROM Win32_VideoController"_s, options);
        QVERIFY(rows.has_value());
        QVERIFY(!rows->empty());
        const cim::Instance& adapter = rows->front();
        QVERIFY(adapter.value(u"PNPDeviceID").toString().value_or(QString()).contains(u'\\'));
        QCOMPARE(adapter.value(u"ConfigManagerErrorCode").toUInt64(), std::optional<std::uint64_t>(0));
        QVERIFY(adapter.value(u"DriverDate").toDateTime().has_value());
        QVERIFY(adapter.path().has_value());
        QCOMPARE(adapter.path()->className(), u"Win32_VideoController"_s);
        // The same by its path.
        const auto same = m_session->get(*adapter.path(), {});
        QVERIFY2(same.has_value(), qPrintable(same ? QString() : base::describe(same.error())));
        QCOMPARE(same->value(u"Name").toString(), adapter.value(u"Name").toString());
        QCOMPARE(same->path()->relativePath(), adapter.path()->relativePath());
    }

    void references()
    {
        const auto rows =
            wmi::queryAll(*m_session, cimv2, u"SELECT * FROM Win32_DiskDriveToDiskPartition"_s, {});
        QVERIFY(rows.has_value());
        for (const cim::Instance& row : *rows) {
            const auto drive = row.value(u"Antecedent").toReference();
            QVERIFY(drive.has_value());
            QCOMPARE(drive->className(), u"Win32_DiskDrive"_s);
        }
    }

    void arraysAndNull()
    {
        const auto rows =
            wmi::queryAll(*m_session, cimv2, u"SELECT * FROM Win32_NetworkAdapterConfiguration"_s, {});
        QVERIFY(rows.has_value());
        for (const cim::Instance& row : *rows) {
            QVERIFY(row.value(u"IPAddress").isArray());
            QCOMPARE(row.value(u"IPAddress").isNull(), row.value(u"IPAddress").elements().empty());
        }
    }

    void singletonByItsClass()
    {
        const auto system = m_session->get({{}, cimv2, u"Win32_OperatingSystem"_s}, {});
        QVERIFY2(system.has_value(), qPrintable(system ? QString() : base::describe(system.error())));
        QVERIFY(!system->value(u"BuildNumber").isNull());
    }

    void missingInstance()
    {
        const auto missing = m_session->get(
            {{}, cimv2, u"Win32_Service"_s, {{u"Name"_s, Value::string(u"no such service"_s)}}}, {});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(missing.error().nativeCode, std::optional<std::uint32_t>(0x80041002));
        QCOMPARE(missing.error().operation, u"Get"_s);
        QVERIFY(missing.error().target.contains(u"Win32_Service"_s));
    }

    void registryByMethods()
    {
        const QString key = u"Software\\Microsoft\\Windows NT\\CurrentVersion"_s;
        const auto version = m_session->invoke(registry(), u"GetStringValue"_s,
                                               {{u"hDefKey"_s, localMachine()},
                                                {u"sSubKeyName"_s, Value::string(key)},
                                                {u"sValueName"_s, Value::string(u"CurrentVersion"_s)}},
                                               {});
        QVERIFY2(version.has_value(), qPrintable(version ? QString() : base::describe(version.error())));
        QCOMPARE(version->returnValue, 0U);
        QVERIFY(version->parameter(u"sValue").toString()->startsWith(u"6."_s));
        const auto missing = m_session->invoke(registry(), u"GetStringValue"_s,
                                               {{u"hDefKey"_s, localMachine()},
                                                {u"sSubKeyName"_s, Value::string(u"No\\Such\\Key"_s)},
                                                {u"sValueName"_s, Value::string(u"x"_s)}},
                                               {});
        QVERIFY(missing.has_value());
        QVERIFY(missing->returnValue != 0); // an answer, not an error
        const auto keys = m_session->invoke(
            registry(), u"EnumKey"_s,
            {{u"hDefKey"_s, localMachine()}, {u"sSubKeyName"_s, Value::string(u"Software\\Microsoft"_s)}},
            {});
        QVERIFY(keys.has_value());
        QSet<QString> names;
        for (const Value& name : keys->parameter(u"sNames").elements())
            names.insert(name.toString()->toLower());
        QVERIFY(names.contains(u"windows nt"_s));
    }

    void badMethodsAndParameters()
    {
        const auto noMethod = m_session->invoke(registry(), u"NoSuchMethod"_s, {}, {});
        QVERIFY(!noMethod.has_value());
        QCOMPARE(noMethod.error().code, ErrorCode::Unsupported);
        const auto noParameter =
            m_session->invoke(registry(), u"EnumKey"_s, {{u"nonsense"_s, localMachine()}}, {});
        QVERIFY(!noParameter.has_value());
        QCOMPARE(noParameter.error().code, ErrorCode::InvalidArgument);
        QVERIFY(noParameter.error().detail.contains(u"nonsense"_s));
        const auto noClass = m_session->invoke({{}, cimv2, u"No_Such_Class"_s}, u"M"_s, {}, {});
        QVERIFY(!noClass.has_value());
        QCOMPARE(noClass.error().code, ErrorCode::InvalidClass);
    }

    void missingNamespace()
    {
        const auto rows =
            wmi::queryAll(*m_session, u"root\\no\\such"_s, u"SELECT * FROM Win32_OperatingSystem"_s, {});
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().code, ErrorCode::InvalidNamespace);
        QCOMPARE(rows.error().nativeCode, std::optional<std::uint32_t>(0x8004100E));
        QCOMPARE(rows.error().layer, base::Layer::Wmi);
    }

    void brokenQuery()
    {
        const auto rows = wmi::queryAll(*m_session, cimv2, u"SELEC * FROM Win32_OperatingSystem"_s, {});
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().code, ErrorCode::InvalidQuery);
        QCOMPARE(rows.error().nativeCode, std::optional<std::uint32_t>(0x80041017));
        QCOMPARE(rows.error().target, u"SELEC * FROM Win32_OperatingSystem"_s);
    }

    void otherHost()
    {
        wmi::ConnectionSettings settings;
        settings.host = u"no-such-host.invalid"_s;
        settings.user = u"CONTOSO\\ada"_s;
        settings.password = base::Secret("secret");
        const auto session = com::makeSession(settings);
        const auto rows = wmi::queryAll(*session, cimv2, u"SELECT * FROM Win32_OperatingSystem"_s, {});
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().code, ErrorCode::Unreachable);
        QCOMPARE(rows.error().layer, base::Layer::Connect);
        QCOMPARE(rows.error().host, u"no-such-host.invalid"_s);
        QVERIFY(!base::describe(rows.error()).contains(u"secret"_s));
    }

    void sinkMayStop()
    {
        int seen = 0;
        const auto result = m_session->query(cimv2, u"SELECT * FROM Win32_PnPEntity"_s,
                                             [&seen](cim::Instance&&) {
                                                 ++seen;
                                                 return false;
                                             },
                                             {});
        QVERIFY(result.has_value());
        QCOMPARE(seen, 1);
        QVERIFY(m_session->identify({}).has_value()); // and goes on being of use
    }

    void stopAndDeadline()
    {
        std::stop_source source;
        source.request_stop();
        wmi::CallOptions stopped;
        stopped.stop = source.get_token();
        const QString wql = u"SELECT * FROM Win32_OperatingSystem"_s;
        QCOMPARE(wmi::queryAll(*m_session, cimv2, wql, stopped).error().code, ErrorCode::Cancelled);
        wmi::CallOptions late;
        late.deadline = std::chrono::milliseconds(0);
        QCOMPARE(wmi::queryAll(*m_session, cimv2, wql, late).error().code, ErrorCode::TimedOut);
        QVERIFY(wmi::queryAll(*m_session, cimv2, wql, {}).has_value());
    }

    void anyThread()
    {
        bool first = false;
        bool second = false;
        std::thread([&] { first = m_session->identify({}).has_value(); }).join();
        std::thread([&] { second = m_session->identify({}).has_value(); }).join();
        QVERIFY(first && second);
        QCOMPARE(m_session->statistics().connectionsOpened, std::uint64_t(1));
    }

    void identity()
    {
        const auto identity = m_session->identify({});
        QVERIFY(identity.has_value());
        QCOMPARE(identity->productVendor, u"Windows Management Instrumentation"_s);
        QVERIFY(identity->productVersion.count(u'.') >= 2);
        const wmi::SessionStatistics statistics = m_session->statistics();
        QVERIFY(statistics.roundTrips >= 3); // connect, query, rows
        QVERIFY(statistics.timeInTransfer > std::chrono::nanoseconds(0));
    }

private:
    std::unique_ptr<wmi::Session> m_session;
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_com_session.moc"
