#include "core/wmi/GatedSession.h"
#include "tests/support/FakeSession.h"

#include <QTest>

#include <future>
#include <optional>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace std::chrono_literals;
using base::ErrorCode;
using wmi::HostGate;
using wmi::HostGates;

namespace {

const wmi::CallOptions Ample{.deadline = 20s, .stop = {}};

using Pass = base::Result<HostGate::Pass>;

std::future<Pass> enterLater(const std::shared_ptr<HostGate>& gate, const wmi::CallOptions& options = Ample)
{
    return std::async(std::launch::async, [gate, options] { return gate->enter(options); });
}

/// Whether @p pass is there now, or comes at once.
bool isThrough(std::future<Pass>& pass)
{
    return pass.wait_for(0s) == std::future_status::ready;
}

} // namespace

/// So many at a time, in the order they came.
class TestWmiGates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesHaveOneGateEach()
    {
        HostGates gates;
        const auto gate = gates.at(u"HV01:5985"_s);
        QCOMPARE(gates.at(u"hv01:5985"_s), gate);
        QVERIFY(gates.at(u"hv02:5985"_s) != gate);
        QVERIFY(gates.at(u"hv01:5986"_s) != gate);
    }

    void letsSoManyThrough()
    {
        HostGates gates;
        gates.setLimit(2);
        const auto gate = gates.at(u"hv01:5985"_s);
        std::optional<Pass> first(gate->enter(Ample));
        const Pass second = gate->enter(Ample);
        QVERIFY(*first && second);
        std::future<Pass> third = enterLater(gate);
        const Pass refused = gate->enter({.deadline = 50ms, .stop = {}}); // behind the third, or before it
        QCOMPARE(refused.error().code, ErrorCode::TimedOut);
        QVERIFY(!isThrough(third));
        first.reset();
        QCOMPARE(third.wait_for(20s), std::future_status::ready);
        QVERIFY(third.get());
    }

    void aNewLimitCountsAtTheNextChange()
    {
        HostGates gates;
        gates.setLimit(0); // one at least
        QCOMPARE(gates.limit(), 1);
        const auto gate = gates.at(u"hv01:5985"_s);
        const Pass first = gate->enter(Ample);
        gates.setLimit(2);
        QVERIFY(gate->enter(Ample)); // nobody has to end for that
    }

    void whoGivesUpHoldsNobodyUp_data()
    {
        QTest::addColumn<bool>("stopped");
        QTest::newRow("stopped") << true;
        QTest::newRow("out of time") << false;
    }
    void whoGivesUpHoldsNobodyUp()
    {
        QFETCH(const bool, stopped);
        HostGates gates;
        gates.setLimit(1);
        const auto gate = gates.at(u"hv01:5985"_s);
        std::optional<Pass> inside(gate->enter(Ample));
        std::stop_source stop;
        std::future<Pass> impatient =
            enterLater(gate, {.deadline = stopped ? 20'000ms : 100ms, .stop = stop.get_token()});
        std::future<Pass> patient = enterLater(gate);
        if (stopped)
            stop.request_stop();
        QCOMPARE(impatient.wait_for(20s), std::future_status::ready);
        const Pass given = impatient.get();
        QVERIFY(!given);
        QCOMPARE(given.error().code, stopped ? ErrorCode::Cancelled : ErrorCode::TimedOut);
        inside.reset();
        QCOMPARE(patient.wait_for(20s), std::future_status::ready);
        QVERIFY(patient.get());
    }

    void everyCallOfASessionGoesThrough()
    {
        HostGates gates;
        gates.setLimit(1);
        const auto gate = gates.at(u"hv01:5985"_s);
        auto fake = std::make_unique<tests::FakeSession>();
        fake->addRow(tests::row(u"Win32_OperatingSystem"_s, {{u"BuildNumber"_s, u"26100"_s}}));
        const tests::FakeSession& asked = *fake;
        wmi::GatedSession session(std::move(fake), gate, u"hv01"_s);
        const wmi::CallOptions brief{.deadline = 20ms, .stop = {}};
        const cim::ObjectPath path({}, u"root\\cimv2"_s, u"Win32_OperatingSystem"_s);
        const auto sink = [](cim::Instance&&) { return true; };
        std::optional<Pass> inside(gate->enter(Ample));
        for (const base::Error& error :
             {session.query(u"root\\cimv2"_s, u"SELECT * FROM Win32_OperatingSystem"_s, sink, brief).error(),
              session.get(path, brief).error(), session.put(path, {}, brief).error(),
              session.invoke(path, u"Reboot"_s, {}, brief).error(), session.identify(brief).error(),
              session.reach(brief).error()}) {
            QCOMPARE(error.code, ErrorCode::TimedOut);
            QCOMPARE(error.host, u"hv01"_s);
        }
        QVERIFY(asked.calls().isEmpty());
        inside.reset();
        QVERIFY(session.query(u"root\\cimv2"_s, u"SELECT * FROM Win32_OperatingSystem"_s, sink, Ample));
        QVERIFY(session.query(u"root\\cimv2"_s, u"SELECT * FROM Win32_OperatingSystem"_s, sink, Ample));
        QCOMPARE(asked.calls().size(), 2); // the gate is free again after each
    }
};

QTEST_GUILESS_MAIN(TestWmiGates)
#include "tst_wmi_gates.moc"
