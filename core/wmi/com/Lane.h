#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace hvgpu::com {

class Client;

/// Until when a call may run, over all its round trips.
struct Deadline
{
    std::chrono::steady_clock::time_point end;
    std::stop_token stop;
};

/// The thread on which a session makes its calls, one after the other. COM calls cannot be cut short, whoever
/// hangs on the far side; so the caller waits here instead, and when its time is over it leaves the lane
/// behind, which ends by itself once the call returns. It is also what keeps proxies inside their apartment,
/// whichever threads use the session.
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

    /// Runs @p task and waits for it. After any other end than Done the task may still be running: it must
    /// own all that it touches, and the lane must not be used again.
    [[nodiscard]] End run(Task task, const Deadline& deadline);

private:
    struct State;

    std::shared_ptr<State> m_state;
    std::thread m_thread;
    bool m_abandoned = false;
};

} // namespace hvgpu::com
