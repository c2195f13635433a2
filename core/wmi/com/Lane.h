#pragma once

#include "core/wmi/com/Progress.h"

#include <functional>
#include <memory>
#include <thread>

namespace hvgpu::com {

class Client;

/// The thread on which a session makes its calls, one after the other. Most calls watch the
/// deadline themselves (Watch). The others, connecting above all, cannot be cut short, whoever hangs on the
/// far side; so the caller waits here, and when its time is over it leaves the lane behind, which ends by
/// itself once the call returns. It is also what keeps proxies inside their apartment, whichever threads use
/// the session.
class Lane
{
public:
    using Task = std::function<void(Client&)>;
    enum class End { Done, TimedOut, Stopped };

    /// @p makeClient runs on the lane, and what it makes dies there.
    explicit Lane(std::function<std::unique_ptr<Client>()> makeClient);
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Runs @p task and waits for it until progress.deadline, and a little longer when it watches that
    /// itself. Once the lane is abandoned the task may still be running: it must own all that it touches, and
    /// the lane must not be used again.
    [[nodiscard]] End run(Task task, const Progress& progress);
    [[nodiscard]] bool isAbandoned() const noexcept { return m_abandoned; }

private:
    struct State;

    std::shared_ptr<State> m_state;
    std::thread m_thread;
    bool m_abandoned = false;
};

} // namespace hvgpu::com
