#pragma once

#include "core/operations/Activities.h"
#include "tests/core/operations/RunScenario.h"
#include "tests/support/ManualClock.h"

#include <QTemporaryDir>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace hvgpu::test {

/// Holds workers back at the door of a host until a test lets them in. Thread-safe.
class Door
{
public:
    void close(const model::HostId& host);
    void open(const model::HostId& host);
    /// Blocks while @p host is closed.
    void pass(const model::HostId& host);
    [[nodiscard]] int waiting() const;
    /// How often somebody passed.
    [[nodiscard]] int passed() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_opened;
    std::set<model::HostId> m_closed;
    int m_waiting = 0;
    int m_passed = 0;
};

/// Activities over fake hosts, each with a world of its own, and what was signalled.
class ActivitiesBench
{
public:
    explicit ActivitiesBench(bool readOnly = false);
    ~ActivitiesBench();
    ActivitiesBench(const ActivitiesBench&) = delete;
    ActivitiesBench& operator=(const ActivitiesBench&) = delete;

    /// Puts what @p scenario is about on @p host and returns its plan for there.
    operations::Plan place(const RunScenario& scenario, const model::HostId& host = scenarioHost);
    /// The program is left and started again.
    void restart(bool readOnly = false);
    [[nodiscard]] bool waitEnded(const QString& id, int times = 1) const;
    [[nodiscard]] operations::ActivityState state(const QString& id) const;
    [[nodiscard]] operations::Outcome outcome(const QString& id, std::size_t target = 0) const;
    [[nodiscard]] QString journal(const QString& id) const;

    QTemporaryDir folder;
    tests::ManualClock clock;
    std::map<model::HostId, FakeWorld> worlds;
    std::vector<Fault> faults;    ///< at every host
    std::size_t keepFinished = 0; ///< from the next restart on
    Door door;
    std::unique_ptr<operations::Activities> activities;
    std::vector<QString> ended;
    std::vector<std::pair<QString, int>> asked;
    std::set<model::HostId> touched;
    std::vector<std::pair<QString, base::ErrorCode>> refused;
    QStringList unreadable;
    int loaded = 0;

private:
    void make(bool readOnly);
};

} // namespace hvgpu::test
