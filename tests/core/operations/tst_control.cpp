#include "core/hyperv/WmiHostControl.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <algorithm>
#include <deque>

using namespace hvgpu;
using namespace hvgpu::hyperv;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

using base::ErrorCode;

namespace {

const model::VmId vm(u"11111111-2222-3333-4444-555555555555"_s);

base::Error wmiError(ErrorCode code, std::optional<std::uint32_t> native = std::nullopt)
{
    base::Error error = makeError(base::Layer::Wmi, code);
    error.nativeCode = native;
    return error;
}

/// What a host answers to its next calls; outlives the sessions that are dropped after a lost connection.
struct Script
{
    base::Result<wmi::InvokeResult> invoked;
    std::vector<cim::Property> parameters;
    std::deque<base::Result<cim::Instance>> gets; ///< the last one is repeated
    std::map<QString, std::vector<cim::Instance>> rows;
    int sessions = 0;
    int invokes = 0;

    void thenGet(const QString& property, std::uint64_t value)
    {
        cim::Instance row(u"Any"_s);
        row.set(property, cim::Value::unsignedInteger(cim::Type::UInt32, value));
        gets.emplace_back(std::move(row));
    }
    void thenLose() { gets.emplace_back(base::fail(wmiError(ErrorCode::Unreachable))); }
    void answerInvoke(std::uint32_t value)
    {
        wmi::InvokeResult result;
        result.returnValue = value;
        if (value == 4096)
            result.outParameters.push_back(
                {u"Job"_s, cim::Value::reference({QString(),
                                                  u"root\\virtualization\\v2",
                                                  u"Msvm_ConcreteJob"_s,
                                                  {{u"InstanceID"_s, cim::Value::string(u"J"_s)}}})});
        invoked = result;
    }
};

class ScriptedSession final : public wmi::Session
{
public:
    explicit ScriptedSession(Script& script)
        : m_script(script)
    {
        ++m_script.sessions;
    }
    base::Result<void> query(const QString&, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions&) override
    {
        for (const auto& [className, rows] : m_script.rows) {
            if (!wql.contains(className))
                continue;
            for (const cim::Instance& row : rows)
                sink(cim::Instance(row));
        }
        return {};
    }
    base::Result<cim::Instance> get(const cim::ObjectPath&, const wmi::CallOptions&) override
    {
        auto answer = m_script.gets.front();
        if (m_script.gets.size() > 1)
            m_script.gets.pop_front();
        return answer;
    }
    base::Result<cim::Instance> put(const cim::ObjectPath&, const std::vector<cim::Property>&,
                                    const wmi::CallOptions&) override
    {
        return base::fail(wmiError(ErrorCode::ReadOnly));
    }
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath&, const QString&,
                                           const std::vector<cim::Property>& parameters,
                                           const wmi::CallOptions&) override
    {
        ++m_script.invokes;
        m_script.parameters = parameters;
        return m_script.invoked;
    }
    base::Result<wmi::Identity> identify(const wmi::CallOptions&) override { return wmi::Identity{}; }
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return {}; }

private:
    Script& m_script;
};

} // namespace

/// Waiting for what a host has begun: it goes on whatever becomes of our connection.
class TestControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_script = Script{};
        m_script.answerInvoke(0);
        m_script.rows[u"Msvm_ShutdownComponent"_s] = {
            row(u"Msvm_ShutdownComponent"_s, {{u"DeviceID"_s, u"S"_s}})};
        m_clock = std::make_unique<ManualClock>();
        m_control = std::make_unique<WmiHostControl>(
            [this]() -> base::Result<std::unique_ptr<wmi::Session>> {
                return std::make_unique<ScriptedSession>(m_script);
            },
            *m_clock);
    }

    void limitsOfAnAdapterAreReadAndSet()
    {
        cim::Instance adapter = row(u"Msvm_GpuPartitionSettingData"_s,
                                    {{u"InstanceID"_s, u"Microsoft:"_s + vm.text() + u"\\1"_s}});
        constexpr std::uint64_t most = 18446744073709551615U;
        adapter.set(u"OptimalPartitionEncode"_s, cim::Value::unsignedInteger(cim::Type::UInt64, most));
        adapter.set(u"MinPartitionVRAM"_s, cim::Value::unsignedInteger(cim::Type::UInt64, 0));
        m_script.rows[u"Msvm_GpuPartitionSettingData"_s] = {adapter};
        m_script.rows[u"Msvm_ComputerSystem"_s] = {row(u"Msvm_ComputerSystem"_s, {{u"Name"_s, vm.text()}})};
        m_script.thenGet(u"Unrelated"_s, 0);
        const auto state = m_control->readVm(vm, {});
        QVERIFY(state.has_value());
        const QString id = state->adapters.at(0).adapterId;
        const PartitionQuotas limits{{u"OptimalPartitionEncode"_s, most}, {u"MinPartitionVRAM"_s, 0}};
        QCOMPARE(state->quotas, (std::map<QString, PartitionQuotas>{{id, limits}}));

        QVERIFY(m_control->setPartitionQuotas(id, limits, {}).has_value());
        const QString text = m_script.parameters.at(0).value.elements().at(0).toString().value_or(QString());
        QVERIFY2(text.contains(u"<VALUE>18446744073709551615</VALUE>"_s), qPrintable(text));
        QVERIFY2(text.contains(u"MinPartitionVRAM"_s) && !text.contains(u"MaxPartition"_s), qPrintable(text));
    }

    void shutdownUnderWayIsWaitedFor()
    {
        m_script.answerInvoke(32782);
        m_script.thenGet(u"EnabledState"_s, 2);
        m_script.thenLose();
        m_script.thenLose();
        m_script.thenGet(u"EnabledState"_s, 3);
        QVERIFY(m_control->shutDownGuest(vm, std::chrono::seconds(120), {}).has_value());
        QVERIFY(m_script.sessions > 1);
        QCOMPARE(m_script.invokes, 1);
    }

    void guestThatIsNotReadyIsNotWaitedFor()
    {
        m_script.answerInvoke(32780);
        m_script.thenGet(u"EnabledState"_s, 2);
        const auto down = m_control->shutDownGuest(vm, std::chrono::seconds(120), {});
        QCOMPARE(down.error().code, ErrorCode::Unsupported);
        QVERIFY(m_clock->elapsed() < std::chrono::seconds(1));
    }

    void guestWithoutAServiceIsWaitedForWhenItGoesDownAnyway()
    {
        m_script.rows.clear();
        m_script.thenGet(u"EnabledState"_s, 4);
        m_script.thenGet(u"EnabledState"_s, 4);
        m_script.thenGet(u"EnabledState"_s, 3);
        QVERIFY(m_control->shutDownGuest(vm, std::chrono::seconds(120), {}).has_value());
        QCOMPARE(m_script.invokes, 0);
    }

    void guestWithoutAServiceIsNotWaitedFor()
    {
        m_script.rows.clear();
        m_script.thenGet(u"EnabledState"_s, 2);
        const auto down = m_control->shutDownGuest(vm, std::chrono::seconds(120), {});
        QCOMPARE(down.error().code, ErrorCode::Unsupported);
        QVERIFY(down.error().detail.contains(u"integration service is off"_s));
        QVERIFY(m_clock->elapsed() < std::chrono::seconds(1));
    }

    void lostConnectionEndsTheWaitOnlyAtItsDeadline()
    {
        m_script.thenLose();
        const auto down = m_control->shutDownGuest(vm, std::chrono::seconds(120), {});
        QCOMPARE(down.error().code, ErrorCode::Unreachable);
        QVERIFY(m_clock->elapsed() >= std::chrono::seconds(120));
    }

    void guestThatStaysUpTimesOut()
    {
        m_script.thenGet(u"EnabledState"_s, 2);
        const auto down = m_control->shutDownGuest(vm, std::chrono::seconds(120), {});
        QCOMPARE(down.error().code, ErrorCode::TimedOut);
    }

    void jobSurvivesALostLook()
    {
        m_script.answerInvoke(4096);
        m_script.thenLose();
        m_script.thenGet(u"JobState"_s, 4);
        m_script.thenLose();
        m_script.thenGet(u"JobState"_s, 7);
        QVERIFY(m_control->start(vm, {}).has_value());
    }

    void jobsEndAsTheySay()
    {
        m_script.answerInvoke(4096);
        m_script.thenGet(u"JobState"_s, 10);
        QCOMPARE(m_control->start(vm, {}).error().layer, base::Layer::Job);

        m_script.gets.clear();
        m_script.gets.emplace_back(base::fail(wmiError(ErrorCode::NotFound)));
        QCOMPARE(m_control->start(vm, {}).error().code, ErrorCode::Indeterminate);

        m_script.gets.clear();
        m_script.thenLose();
        ActionContext context;
        context.deadline = std::chrono::seconds(50);
        QCOMPARE(m_control->start(vm, context).error().code, ErrorCode::Unreachable);
        QVERIFY(m_clock->elapsed() >= std::chrono::seconds(50));
    }

    void clusterVerbsGoOnWithoutTheirAnswer_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<uint>("native");
        QTest::newRow("answer lost") << int(ErrorCode::Indeterminate) << 0U;
        QTest::newRow("deadline") << int(ErrorCode::TimedOut) << 0U;
        QTest::newRow("io pending") << int(ErrorCode::JobFailed) << 0x800703E5U;
        QTest::newRow("wait timeout") << int(ErrorCode::JobFailed) << 0x80070102U;
        QTest::newRow("already under way") << int(ErrorCode::InvalidState) << 0x8007139FU;
    }
    void clusterVerbsGoOnWithoutTheirAnswer()
    {
        QFETCH(int, code);
        QFETCH(uint, native);
        m_script.invoked = base::fail(wmiError(static_cast<ErrorCode>(code), native));
        m_script.thenGet(u"State"_s, 130);
        m_script.thenGet(u"State"_s, 130);
        m_script.thenLose();
        m_script.thenGet(u"State"_s, 3);
        QVERIFY(m_control->takeOffline(u"R"_s, std::chrono::seconds(120), {}).has_value());
        const auto timeout = std::find_if(m_script.parameters.begin(), m_script.parameters.end(),
                                          [](const auto& parameter) { return parameter.name == u"TimeOut"; });
        QVERIFY(timeout != m_script.parameters.end());
        QCOMPARE(timeout->value.toUInt64(), std::optional<quint64>(30));
    }

    void clusterVerbThatDidNotArriveIsAskedForAgain()
    {
        m_script.invoked = base::fail(wmiError(ErrorCode::Indeterminate));
        m_script.thenGet(u"State"_s, 3);
        m_script.thenGet(u"State"_s, 129);
        m_script.thenGet(u"State"_s, 2);
        QVERIFY(m_control->bringOnline(u"R"_s, std::chrono::seconds(120), {}).has_value());
        QCOMPARE(m_script.invokes, 2);
    }

    void refusedClusterVerbFailsAtOnce()
    {
        m_script.invoked = base::fail(wmiError(ErrorCode::AccessDenied));
        m_script.thenGet(u"State"_s, 2);
        QCOMPARE(m_control->takeOffline(u"R"_s, std::chrono::seconds(120), {}).error().code,
                 ErrorCode::AccessDenied);
    }

    void onlyGpuCountsNoParavirtualOnes()
    {
        const QString gpu = u"\\\\?\\PCI#VEN_10DE&DEV_25B6#1#{guid}"_s;
        const auto gpuRow = [](const QString& path) {
            return row(u"Msvm_PartitionableGpu"_s, {{u"Name"_s, path}});
        };
        m_script.thenGet(u"PartitionCount"_s, 4);
        m_script.rows[u"Msvm_PartitionableGpu"_s] = {gpuRow(gpu), gpuRow(gpu + u"\\GPUPARAV"_s)};
        QVERIFY(m_control->readGpu(gpu, {})->onlyGpu);
        m_script.rows[u"Msvm_PartitionableGpu"_s].push_back(
            gpuRow(u"\\\\?\\PCI#VEN_10DE&DEV_25B6#2#{guid}"_s));
        QVERIFY(!m_control->readGpu(gpu, {})->onlyGpu);
    }

private:
    Script m_script;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<WmiHostControl> m_control;
};

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"
