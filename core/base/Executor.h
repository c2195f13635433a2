#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hvgpu::base {

/// Runs tasks somewhere else. Tasks must not throw and must watch a stop token of their own.
class Executor
{
public:
    virtual ~Executor() = default;
    /// Queues @p task; callable from any thread. A task posted after shutdown began is dropped.
    virtual void post(std::function<void()> task) = 0;
};

/// A bounded pool of std threads, first in first out, that stand back behind the GUI thread. Plain std
/// primitives on purpose: Debian's Qt is not instrumented for ThreadSanitizer, and every worker of the
/// program runs here.
class ThreadPool final : public Executor
{
public:
    explicit ThreadPool(std::size_t threads);
    /// Drops what has not started and waits for what runs.
    ~ThreadPool() override;
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    void post(std::function<void()> task) override;
    /// Removes every queued task that has not started; returns how many.
    std::size_t clear();

private:
    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wakeup;
    std::deque<std::function<void()>> m_tasks;
    bool m_stopping = false;
    std::vector<std::jthread> m_threads; // last member: joins before the queue goes
};

} // namespace hvgpu::base
