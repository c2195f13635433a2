#include "core/wmi/HostGates.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace hvgpu::wmi {

HostGate::HostGate(std::shared_ptr<const std::atomic<int>> limit)
    : m_limit(std::move(limit))
{}

base::Result<HostGate::Pass> HostGate::enter(const CallOptions& options)
{
    const auto begin = steady_clock::now();
    std::unique_lock lock(m_mutex);
    const std::uint64_t number = m_next++;
    m_waiting.push_back(number);
    const bool mine = m_changed.wait_until(lock, options.stop, begin + options.deadline, [&] {
        return m_waiting.front() == number && m_inside < *m_limit;
    });
    std::erase(m_waiting, number);
    if (mine)
        ++m_inside;
    m_changed.notify_all(); // somebody else is the first now
    if (!mine) {
        base::Error error;
        error.code = options.stop.stop_requested() ? base::ErrorCode::Cancelled : base::ErrorCode::TimedOut;
        error.operation = u"Wait"_s;
        error.detail = u"other operations on this host have not ended"_s;
        error.retryable = true;
        return base::fail(std::move(error));
    }
    CallOptions left = options;
    left.deadline -= std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begin);
    return Pass(shared_from_this(), std::move(left));
}

void HostGate::leave()
{
    const std::scoped_lock lock(m_mutex);
    --m_inside;
    m_changed.notify_all();
}

HostGate::Pass::~Pass()
{
    if (m_gate)
        m_gate->leave();
}

void HostGates::setLimit(int operations)
{
    *m_limit = std::clamp(operations, 1, HighestLimit);
}

std::shared_ptr<HostGate> HostGates::at(const QString& place)
{
    const std::scoped_lock lock(m_mutex);
    std::weak_ptr<HostGate>& known = m_gates[place.toCaseFolded()];
    std::shared_ptr<HostGate> gate = known.lock();
    if (!gate) {
        gate = std::make_shared<HostGate>(m_limit);
        known = gate;
    }
    return gate;
}

} // namespace hvgpu::wmi
