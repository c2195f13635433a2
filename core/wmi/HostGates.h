#pragma once

#include "core/base/Result.h"
#include "core/wmi/CallOptions.h"

#include <QString>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>

namespace hvgpu::wmi {

/// Lets so many operations at a time through to one host, first come, first served. Thread-safe.
class HostGate : public std::enable_shared_from_this<HostGate>
{
public:
    class Pass;

    /// @p limit may change at any time.
    explicit HostGate(std::shared_ptr<const std::atomic<int>> limit);

    /// Waits for its turn, at most as long as @p options allow; what is left of the time is in the pass.
    [[nodiscard]] base::Result<Pass> enter(const CallOptions& options);

private:
    void leave();

    std::shared_ptr<const std::atomic<int>> m_limit;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::uint64_t> m_waiting; ///< in the order they came
    std::uint64_t m_next = 0;
    int m_inside = 0;
};

/// One operation under way; it ends when this goes.
class HostGate::Pass
{
public:
    Pass(std::shared_ptr<HostGate> gate, CallOptions options)
        : m_gate(std::move(gate))
        , m_options(std::move(options))
    {}
    ~Pass();
    Pass(Pass&&) noexcept = default;
    Pass& operator=(Pass&&) = delete;

    /// What the call was allowed, without the time that was spent waiting.
    [[nodiscard]] const CallOptions& options() const { return m_options; }

private:
    std::shared_ptr<HostGate> m_gate;
    CallOptions m_options;
};

/// The gates of all hosts that a program talks to: whatever asks one, refreshes, changes and connection tests
/// together, asks it no more than so many things at the same time. Windows counts operations and shells per
/// user (wsman.md 1.7) and answers the one too many with an error. Thread-safe.
class HostGates
{
public:
    static constexpr int UsualLimit = 5;
    static constexpr int HighestLimit = 100;

    /// For operations that wait already, too.
    void setLimit(int operations);
    [[nodiscard]] int limit() const { return *m_limit; }
    /// The one gate of @p place, "host:port".
    [[nodiscard]] std::shared_ptr<HostGate> at(const QString& place);

private:
    std::shared_ptr<std::atomic<int>> m_limit = std::make_shared<std::atomic<int>>(UsualLimit);
    std::mutex m_mutex;
    std::map<QString, std::weak_ptr<HostGate>> m_gates;
};

} // namespace hvgpu::wmi
