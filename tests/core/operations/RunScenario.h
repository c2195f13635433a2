#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Runner.h"
#include "tests/core/operations/FakeHost.h"

#include <QString>

namespace hvgpu::test {

/// Runs tasks where they are posted, so that an injected crash unwinds straight to the test.
class InlineExecutor final : public base::Executor
{
public:
    void post(std::function<void()> task) override
    {
        if (!m_drops)
            task();
    }
    /// As a pool that is being torn down does.
    void dropFromNowOn() { m_drops = true; }

private:
    bool m_drops = false;
};

/// Answers the question about a slow guest and counts what it is told.
class QuietObserver final : public operations::RunObserver
{
public:
    void targetStarted(int) override { ++started; }
    void stepProgress(int, int, int) override {}
    void targetEnded(int, const operations::TargetReport&) override { ++ended; }
    operations::ShutdownAnswer askAboutShutdown(int, const QString& because, const std::stop_token&) override
    {
        ++asked;
        askedBecause = because;
        if (whenAsked)
            whenAsked();
        return answer;
    }

    operations::ShutdownAnswer answer = operations::ShutdownAnswer::TurnOff;
    std::function<void()> whenAsked;
    int started = 0;
    int ended = 0;
    int asked = 0;
    QString askedBecause;
};

/// One VM or GPU, the plan for it and the world before.
struct RunScenario
{
    QString name;
    FakeWorld world;
    operations::Plan plan;

    void setPolicy(operations::PowerPolicy policy);

    static RunScenario setCount();
    static RunScenario assign(bool running, bool clustered, bool chosenGpu);
    static RunScenario unassign(bool running, bool clustered, int adapters);
    /// Several VMs of one host in one plan.
    static RunScenario assignSeveral(int count, bool running, bool clustered);
    static RunScenario unassignSeveral(int count, bool running, bool clustered);
    /// Whole devices: a card of two functions.
    static RunScenario ddaAssign(bool running, bool clustered, bool dismounted);
    static RunScenario ddaRemove(bool running, bool clustered, bool keepDismounted);
    /// A GPU whose partitions two VMs have goes to a third one; and only is taken from the host.
    static RunScenario convert(bool running, bool clustered);
    static RunScenario convertFor(const RunScenario& scenario, const model::VmId& vm);
    static RunScenario convertForAll();
    /// Back to the host, which can partition it then.
    static RunScenario convertBack(bool running, bool clustered);
    static RunScenario dismount();
    static RunScenario mount();
    static RunScenario vmSettings(bool running, bool needsOff);
    static RunScenario createPool();
    static RunScenario deletePool();
    static RunScenario assignPool(bool running);
    static std::vector<RunScenario> allOfDevices();
    static std::vector<RunScenario> all();
    /// One of each kind, for tests that try pairs of troubles.
    static std::vector<RunScenario> some();
};

/// The fleet as a refresh at @p readAt would have seen @p world.
[[nodiscard]] fleet::FleetSnapshot fleetSeen(const FakeWorld& world, const QDateTime& readAt);

inline const model::HostId scenarioHost(QStringLiteral("host"));
inline const model::VmId scenarioVm(QStringLiteral("11111111-2222-3333-4444-555555555555"));
inline const model::VmId scenarioOtherVm(QStringLiteral("11111111-2222-3333-4444-666666666666"));
inline const model::VmId scenarioThirdVm(QStringLiteral("11111111-2222-3333-4444-777777777777"));
inline const model::GpuId
    scenarioCard(QStringLiteral("VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\\4&1&0&0000"));
inline const model::GpuId
    scenarioAudio(QStringLiteral("VEN_10DE&DEV_10F8&SUBSYS_12A210DE&REV_A1\\4&1&0&0100"));
inline const QString scenarioGpu = QStringLiteral("\\\\?\\PCI#VEN_10DE&DEV_25B6#1#{guid}");

} // namespace hvgpu::test
