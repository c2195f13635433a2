#include "core/base/Executor.h"

#include "core/base/ThreadPriority.h"

#include <utility>

namespace hvgpu::base {

ThreadPool::ThreadPool(std::size_t threads)
{
    m_threads.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

ThreadPool::~ThreadPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    clear();
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

void ThreadPool::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        m_tasks.push_back(std::move(task));
    }
    m_wakeup.notify_one();
}

std::size_t ThreadPool::clear()
{
    std::deque<std::function<void()>> dropped; // destroyed outside the lock: captures may post again
    {
        const std::lock_guard lock(m_mutex);
        dropped.swap(m_tasks);
    }
    return dropped.size();
}

void ThreadPool::work(const std::stop_token& stop)
{
    lowerThreadPriority();
    while (!stop.stop_requested()) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wakeup.wait(lock, stop, [this] { return !m_tasks.empty(); }))
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

} // namespace hvgpu::base
