#pragma once

#include "core/base/Clock.h"
#include "core/simulation/host/Model.h"

#include <QHash>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace hvgpu::simulation {

/// Hosts that influence each other: one stand-alone server, or the nodes of a cluster. One lock guards all of
/// it; different worlds are independent. Call advance() after locking: work that fell due since the last call
/// is done then, in the order of its times, so no thread is needed.
class World
{
public:
    explicit World(base::Clock& clock)
        : m_clock(clock)
    {}

    [[nodiscard]] std::mutex& mutex() noexcept { return m_mutex; }
    [[nodiscard]] SteadyTime now() const { return m_clock.steadyNow(); }
    [[nodiscard]] WallTime wallNow() const { return m_clock.now(); }

    std::vector<Host> hosts;
    std::optional<Cluster> cluster;

    [[nodiscard]] const std::vector<std::unique_ptr<Vm>>& vms() const noexcept { return m_vms; }
    /// Null when there is none; @p id in any case.
    [[nodiscard]] Vm* vm(const QString& id) const { return m_vmsById.value(id.toUpper()); }
    Vm& addVm(std::unique_ptr<Vm> vm);
    void removeVm(const QString& id);

    /// Runs @p action @p delay from now, under the lock.
    void schedule(std::chrono::milliseconds delay, std::function<void()> action);
    /// Starts a job on a host and returns its id.
    QString startJob(std::size_t host, Job job);
    void advance();

    /// A number that differs at each call and is the same in every run.
    [[nodiscard]] std::uint32_t nextNumber() { return ++m_counter; }
    /// An upper case GUID that differs at each call and is the same in every run.
    [[nodiscard]] QString nextGuid();

private:
    struct Due
    {
        SteadyTime time;
        std::uint64_t order = 0;
        std::function<void()> action;
    };
    void finishJob(std::size_t host, const QString& jobId);

    base::Clock& m_clock;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Vm>> m_vms;
    QHash<QString, Vm*> m_vmsById;
    std::vector<Due> m_due;
    std::uint64_t m_order = 0;
    std::uint32_t m_counter = 0;
};

/// How long a finished job stays readable (wmi.md 2.12).
inline constexpr std::chrono::minutes jobRetention{5};

/// GUID made from text, the same in every run, upper case.
[[nodiscard]] QString guidFrom(const QString& text);

} // namespace hvgpu::simulation
