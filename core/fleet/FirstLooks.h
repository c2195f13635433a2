#pragma once

#include "core/model/FirstLook.h"
#include "core/model/Ids.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::fleet {

struct FirstLookAt
{
    model::HostId host;
    std::shared_ptr<const model::FirstLook> look;
};

/// Keeps first looks back until the reads they come from have taken long enough for somebody to wait for
/// them. Most hosts are read to the end before that, and cost their receivers one change instead of two. A
/// plain object of one thread.
class FirstLooks
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit FirstLooks(std::chrono::milliseconds wait)
        : m_wait(wait)
    {}

    void add(FirstLookAt look, Time now);
    /// The read has ended.
    void drop(const model::HostId& host);
    [[nodiscard]] std::vector<FirstLookAt> takeDue(Time now);
    /// How long until the next is due; nothing when none is kept.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextIn(Time now) const;

private:
    struct Kept
    {
        FirstLookAt look;
        Time due;
    };

    std::chrono::milliseconds m_wait;
    std::deque<Kept> m_kept; ///< in the order they are due; no longer than reads run at a time
};

} // namespace hvgpu::fleet
