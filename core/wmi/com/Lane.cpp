#include "core/wmi/com/Lane.h"

#include "core/wmi/com/Apartment.h"
#include "core/wmi/com/Client.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace hvgpu::com {
namespace {

/// What watches the deadline itself needs this long at most to notice.
constexpr std::chrono::seconds Grace{2};

} // namespace

struct Lane::State
{
    std::mutex mutex;
    std::condition_variable_any changed;
    Task task;
    bool done = false;
    bool quit = false;

    /// The next task; none when it is time to go.
    Task next()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return quit || task; });
        return quit ? Task() : std::exchange(task, {});
    }

    void finish()
    {
        const std::lock_guard lock(mutex);
        done = true;
        changed.notify_all();
    }

    void end()
    {
        const std::lock_guard lock(mutex);
        quit = true;
        changed.notify_all();
    }
};

Lane::Lane(std::function<std::unique_ptr<Client>()> makeClient)
    : m_state(std::make_shared<State>())
    , m_thread([state = m_state, makeClient = std::move(makeClient)] {
        const Apartment apartment;
        const std::unique_ptr<Client> client = makeClient();
        while (Task task = state->next()) {
            task(*client);
            task = {}; // what it owns goes before the caller is told
            state->finish();
        }
    })
{}

Lane::~Lane()
{
    m_state->end();
    if (m_abandoned)
        m_thread.detach();
    else
        m_thread.join();
}

Lane::End Lane::run(Task task, const Progress& progress)
{
    const Deadline& deadline = progress.deadline;
    if (deadline.stop.stop_requested())
        return End::Stopped;
    if (std::chrono::steady_clock::now() >= deadline.end)
        return End::TimedOut;
    State& state = *m_state;
    std::unique_lock lock(state.mutex);
    state.done = false;
    state.task = std::move(task);
    state.changed.notify_all();
    const auto isDone = [&state] { return state.done; };
    if (state.changed.wait_until(lock, deadline.stop, deadline.end, isDone))
        return End::Done;
    if (progress.watched && state.changed.wait_for(lock, Grace, isDone))
        return End::Done;
    m_abandoned = true;
    return deadline.stop.stop_requested() ? End::Stopped : End::TimedOut;
}

} // namespace hvgpu::com
