#include "app/composition/HostControls.h"
#include "app/composition/SessionFactory.h"
#include "core/base/Clock.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/MakeFleet.h"
#include "core/simulation/FleetServer.h"
#include "core/simulation/SimulatedFleet.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

constexpr int Many = 24;
constexpr int Deadline = 60'000;

/// One simulated host, and everything that asks it things.
class Bench
{
public:
    explicit Bench(int limit)
        : m_sessions(app::makeSessionFactory(m_gates))
        , m_connections(std::make_shared<fleet::ConnectionDirectory>())
        , fleet(fleet::makeFleet(m_sessions, m_clock, {}, m_connections))
        , m_controls(app::makeHostControlFactory(m_sessions, m_connections, m_clock))
    {
        m_gates->setLimit(limit);
        auto loaded = simulation::SimulatedFleet::load(u"scale:1x2x8"_s, m_clock);
        auto started = loaded ? simulation::FleetServer::start(*loaded, {}) : base::fail(loaded.error());
        // So long that many come together on a busy computer too, and one after the other does not take
        // minutes.
        const QByteArray latency = limit == 1 ? "20" : "150";
        if (!started || !(*started)->setFaults("[{\"latencyMs\": " + latency + "}]")) {
            problem = started ? u"no faults"_s : base::describe(started.error());
            return;
        }
        m_simulated = *loaded;
        server = std::move(*started);
        m_entry = fleet::entryFromText(u"127.0.0.1:%1"_s.arg(server->endpoints().front().port)).value();
        m_entry.authentication = fleet::ServerEntry::Authentication::None;
    }

    /// Reads the host, tests the connection to it, looks at its machines as before a change, and asks it
    /// directly, all at the same time; how much of it failed.
    int askAtOnce()
    {
        std::atomic<int> failed = 0;
        int tests = 4;
        fleet->addServer(m_entry, {});
        for (int i = tests; i > 0; --i) {
            fleet->testConnection(m_entry, {}, nullptr, [&](const fleet::ConnectionTestReport& report) {
                failed += report.passed() ? 0 : 1;
                --tests;
            });
        }
        {
            std::vector<std::jthread> sessions;
            for (int i = 0; i < Many; ++i)
                sessions.emplace_back(
                    [this, i, &failed] { failed += (i % 2 == 0 ? query() : control()) ? 0 : 1; });
        }
        const bool ended = QTest::qWaitFor([&] { return tests == 0 && !fleet->isRefreshing(); }, Deadline);
        const auto snapshot = fleet->snapshot();
        const bool read =
            !snapshot->hosts.empty() && snapshot->hosts.front()->phase == fleet::HostPhase::Ready;
        return failed + (ended && read ? 0 : 1);
    }

    [[nodiscard]] int mostAtOnce() const
    {
        return server->mostAtOnce(server->endpoints().front().computerName);
    }

    QString problem;
    std::unique_ptr<simulation::FleetServer> server;

private:
    bool query()
    {
        const auto session = m_sessions(m_entry, u"127.0.0.1:%1"_s.arg(m_entry.port), {});
        return wmi::queryAll(*session, u"root\\virtualization\\v2"_s, u"SELECT * FROM Msvm_ComputerSystem"_s,
                             {.deadline = std::chrono::seconds(50), .stop = {}})
            .has_value();
    }

    bool control()
    {
        const model::HostId host(m_entry.id.text());
        const auto control = m_controls(host);
        if (!control)
            return false;
        const auto state = (*control)->readVm(model::VmId(u"00000000-0000-0000-0000-000000000000"_s), {});
        return state || state.error().code == base::ErrorCode::NotFound;
    }

    base::SystemClock m_clock;
    std::shared_ptr<wmi::HostGates> m_gates = std::make_shared<wmi::HostGates>();
    fleet::SessionFactory m_sessions;
    std::shared_ptr<fleet::ConnectionDirectory> m_connections;

public:
    std::unique_ptr<fleet::Fleet> fleet;

private:
    operations::HostControlFactory m_controls;
    std::shared_ptr<simulation::SimulatedFleet> m_simulated;
    fleet::ServerEntry m_entry;
};

} // namespace

/// What the host sees of a program that does much at the same time.
class TestOperationsAtOnce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanTheLimit_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("one") << 1;
        QTest::newRow("the usual") << wmi::HostGates::UsualLimit;
    }
    void neverMoreThanTheLimit()
    {
        QFETCH(const int, limit);
        Bench bench(limit);
        QVERIFY2(bench.problem.isEmpty(), qPrintable(bench.problem));
        QCOMPARE(bench.askAtOnce(), 0);
        QCOMPARE(bench.mostAtOnce(), limit);
    }

    // Without a limit worth the name they come all together: what is counted above would be seen.
    void withoutALimitTheyComeTogether()
    {
        Bench bench(wmi::HostGates::HighestLimit);
        QVERIFY2(bench.problem.isEmpty(), qPrintable(bench.problem));
        QCOMPARE(bench.askAtOnce(), 0);
        QVERIFY2(bench.mostAtOnce() > wmi::HostGates::UsualLimit,
                 qPrintable(QString::number(bench.mostAtOnce())));
    }

    void everyPartOfAProgramHasTheSameGates()
    {
        QCOMPARE(app::hostGates(), app::hostGates());
        QCOMPARE(app::hostGates()->limit(), wmi::HostGates::UsualLimit);
    }
};

QTEST_GUILESS_MAIN(TestOperationsAtOnce)
#include "tst_operations_at_once.moc"
