#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace hvgpu::wsman {

/// Work on a thread of its own that whoever waits for it can leave behind: for calls of libraries that know
/// no deadline and cannot be stopped. Several may wait. Thread-safe.
template <class T>
class Aside
{
public:
    /// @p work owns all that it uses, since it may go on when nobody waits any more.
    [[nodiscard]] static std::shared_ptr<Aside> start(std::function<T()> work)
    {
        auto self = std::make_shared<Aside>();
        std::thread([self, work = std::move(work)]() mutable {
            T result = work();
            work = nullptr;
            {
                const std::scoped_lock lock(self->m_mutex);
                self->m_result.emplace(std::move(result));
            }
            self->m_done.notify_all();
        }).detach();
        return self;
    }

    /// What came of it; null when @p end or the request to stop came first. Lives as long as this.
    [[nodiscard]] T* wait(std::chrono::steady_clock::time_point end, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        m_done.wait_until(lock, stop, end, [this] { return m_result.has_value(); });
        return m_result ? &*m_result : nullptr;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_done;
    std::optional<T> m_result;
};

} // namespace hvgpu::wsman
