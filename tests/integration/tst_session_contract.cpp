#include "core/base/Clock.h"
#include "core/simulation/FleetServer.h"
#include "core/simulation/SimulatedFleet.h"
#include "core/wmi/com/Transport.h"
#include "core/wmi/wsman/WsmanSession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using cim::Value;

namespace {

const QString cimv2 = u"root\\cimv2"_s;
const QString systemQuery = u"SELECT * FROM Win32_OperatingSystem"_s;

} // namespace

/// What holds for a session whatever its transport: WS-Management against a simulated host, and WMI of this
/// computer where there is one.
class tst_session_contract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto fleet = simulation::SimulatedFleet::load(u"scale:1x1x2"_s, m_clock);
        QVERIFY(fleet.has_value());
        m_fleet = *fleet;
        auto server = simulation::FleetServer::start(m_fleet, {});
        QVERIFY(server.has_value());
        m_server = *std::move(server);
    }

    void reads_data() { transports(); }
    void reads()
    {
        const auto session = open();
        const auto rows = wmi::queryAll(*session, cimv2, systemQuery, {});
        QVERIFY2(rows.has_value(), qPrintable(rows ? QString() : base::describe(rows.error())));
        QCOMPARE(rows->size(), 1U);
        QVERIFY(rows->front().value(u"BuildNumber").toUInt64().has_value());
        QVERIFY(rows->front().value(u"LastBootUpTime").toDateTime().has_value());
        QVERIFY(!rows->front().path().has_value());
        const auto one =
            session->get({{}, cimv2, u"Win32_OperatingSystem"_s}, {}); // a singleton by its class
        QVERIFY2(one.has_value(), qPrintable(one ? QString() : base::describe(one.error())));
        QCOMPARE(one->value(u"BuildNumber").toString(), rows->front().value(u"BuildNumber").toString());
        QVERIFY(session->statistics().roundTrips > 1);
        QVERIFY(!session->identify({})->productVendor.isEmpty());
    }

    void projection_data() { transports(); }
    void projection()
    {
        const auto session = open();
        const auto rows = wmi::queryAll(*session, cimv2, u"SELECT Name FROM Win32_ComputerSystem"_s, {});
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), 1U);
        QCOMPARE(rows->front().properties().size(), 1U);
        QCOMPARE(rows->front().className(), u"Win32_ComputerSystem"_s);
    }

    void registry_data() { transports(); }
    void registry()
    {
        const auto session = open();
        wmi::CallOptions reading;
        reading.readsOnly = true;
        const auto missing =
            session->invoke({{}, cimv2, u"StdRegProv"_s}, u"GetStringValue"_s,
                            {{u"hDefKey"_s, Value::unsignedInteger(cim::Type::UInt32, 0x80000002U)},
                             {u"sSubKeyName"_s, Value::string(u"No\\Such\\Key"_s)},
                             {u"sValueName"_s, Value::string(u"x"_s)}},
                            reading);
        QVERIFY2(missing.has_value(), qPrintable(missing ? QString() : base::describe(missing.error())));
        QVERIFY(missing->returnValue != 0); // a result, not an error
        // Null; under Wine it is an empty text.
        QVERIFY(missing->parameter(u"sValue").toString().value_or(QString()).isEmpty());
    }

    void errors_data() { transports(); }
    void errors()
    {
        const auto session = open();
        const auto noNamespace = wmi::queryAll(*session, u"root\\no\\such"_s, systemQuery, {});
        QVERIFY(!noNamespace.has_value());
        QCOMPARE(noNamespace.error().code, ErrorCode::InvalidNamespace);
        QCOMPARE(noNamespace.error().layer, base::Layer::Wmi);
        const auto noQuery = wmi::queryAll(*session, cimv2, u"SELEC * FROM Win32_OperatingSystem"_s, {});
        QVERIFY(!noQuery.has_value());
        QCOMPARE(noQuery.error().code, ErrorCode::InvalidQuery);
        QVERIFY(!noQuery.error().operation.isEmpty());
        QVERIFY(!noQuery.error().target.isEmpty());
        const auto noMethod = session->invoke({{}, cimv2, u"StdRegProv"_s}, u"NoSuchMethod"_s, {}, {});
        QVERIFY(!noMethod.has_value());
        QCOMPARE(noMethod.error().code, ErrorCode::Unsupported);
    }

    void ends_data() { transports(); }
    void ends()
    {
        const auto session = open();
        std::stop_source source;
        source.request_stop();
        wmi::CallOptions stopped;
        stopped.stop = source.get_token();
        QCOMPARE(wmi::queryAll(*session, cimv2, systemQuery, stopped).error().code, ErrorCode::Cancelled);
        wmi::CallOptions late;
        late.deadline = std::chrono::milliseconds(0);
        QCOMPARE(wmi::queryAll(*session, cimv2, systemQuery, late).error().code, ErrorCode::TimedOut);
        int seen = 0;
        const auto enough = session->query(cimv2, u"SELECT * FROM Win32_PnPEntity"_s,
                                           [&seen](cim::Instance&&) {
                                               ++seen;
                                               return false;
                                           },
                                           {});
        QVERIFY(enough.has_value());
        QCOMPARE(seen, 1);
        QVERIFY(wmi::queryAll(*session, cimv2, systemQuery, {}).has_value()); // of use after all that
    }

private:
    static void transports()
    {
        QTest::addColumn<bool>("native");
        QTest::newRow("WS-Management") << false;
        if (com::isAvailable())
            QTest::newRow("native") << true;
    }

    std::unique_ptr<wmi::Session> open() const
    {
        QFETCH(const bool, native);
        if (native)
            return com::makeSession({});
        wmi::ConnectionSettings settings;
        settings.host = m_server->endpoints().front().host;
        settings.port = m_server->endpoints().front().port;
        return wsman::makeSession(std::move(settings));
    }

    base::SystemClock m_clock;
    std::shared_ptr<simulation::SimulatedFleet> m_fleet;
    std::unique_ptr<simulation::FleetServer> m_server;
};

QTEST_GUILESS_MAIN(tst_session_contract)
#include "tst_session_contract.moc"
