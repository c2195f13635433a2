#include "core/fleet/FirstLooks.h"

#include <algorithm>
#include <utility>

namespace hvgpu::fleet {

void FirstLooks::add(FirstLookAt look, Time now)
{
    drop(look.host);
    m_kept.push_back({std::move(look), now + m_wait});
}

void FirstLooks::drop(const model::HostId& host)
{
    std::erase_if(m_kept, [&host](const Kept& kept) { return kept.look.host == host; });
}

std::vector<FirstLookAt> FirstLooks::takeDue(Time now)
{
    std::vector<FirstLookAt> due;
    while (!m_kept.empty() && m_kept.front().due <= now) {
        due.push_back(std::move(m_kept.front().look));
        m_kept.pop_front();
    }
    return due;
}

std::optional<std::chrono::milliseconds> FirstLooks::nextIn(Time now) const
{
    if (m_kept.empty())
        return std::nullopt;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_kept.front().due - now);
    return std::max(left, std::chrono::milliseconds(0));
}

} // namespace hvgpu::fleet
