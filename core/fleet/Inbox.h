#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace hvgpu::fleet {

/// Takes items from many threads; one thread fetches them in batches.
template <class Item>
class Inbox
{
public:
    /// True when the box was empty before: the time to wake the reader.
    bool put(Item&& item)
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back(std::move(item));
        return m_items.size() == 1;
    }

    [[nodiscard]] std::vector<Item> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_items, {});
    }

private:
    std::mutex m_mutex;
    std::vector<Item> m_items;
};

} // namespace hvgpu::fleet
