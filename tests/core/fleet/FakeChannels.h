#pragma once

#include "core/fleet/HostChannel.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

namespace hvgpu::tests {

/// Hosts that answer from a table, for the fleet above them: what they say, whether they are dead, and a gate
/// that holds reads until the test lets them go. Thread-safe; no Qt event loop.
class FakeChannels
{
public:
    [[nodiscard]] fleet::ChannelFactory factory()
    {
        return [this](const fleet::Target& target) -> std::unique_ptr<fleet::HostChannel> {
            ++m_opened;
            return std::make_unique<Channel>(*this, target);
        };
    }

    void setSnapshot(const QString& address, model::HostSnapshot snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_snapshots[address] = std::move(snapshot);
        m_dead.erase(address);
    }
    void setCluster(const QString& address, model::ClusterFacts cluster)
    {
        const std::lock_guard lock(m_mutex);
        m_clusters[address] = std::move(cluster);
        m_dead.erase(address);
    }
    void setDead(const QString& address, base::ErrorCode code = base::ErrorCode::Unreachable)
    {
        const std::lock_guard lock(m_mutex);
        m_dead[address] = code;
    }
    /// What the host is seen to have before its read comes to the gate.
    void setFirstLook(const QString& address, model::FirstLook look)
    {
        const std::lock_guard lock(m_mutex);
        m_looks[address] = std::move(look);
    }
    /// While closed, reads wait until opened or stopped.
    void closeGate()
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }
    void openGate()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_open = true;
        }
        m_changed.notify_all();
    }

    [[nodiscard]] int reads(const QString& address)
    {
        const std::lock_guard lock(m_mutex);
        return m_reads[address];
    }
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] int mostAtOnce() const { return m_most; }
    [[nodiscard]] int mostAtOnceOfOne() const { return m_mostOfOne; }
    [[nodiscard]] int opened() const { return m_opened; }

private:
    class Channel final : public fleet::HostChannel
    {
    public:
        Channel(FakeChannels& owner, const fleet::Target& target)
            : m_owner(owner)
            , m_address(target.address)
        {}
        base::Result<model::HostSnapshot> readHost(const hyperv::ReadOptions& options) override
        {
            if (auto look = m_owner.lookAt(m_address); look && options.firstLook && !options.previous)
                options.firstLook(std::move(*look));
            if (const auto error = m_owner.enter(m_address, options.stop))
                return base::fail(*error);
            const std::lock_guard lock(m_owner.m_mutex);
            return m_owner.m_snapshots[m_address];
        }
        base::Result<model::ClusterFacts> readNodes(const hyperv::ReadOptions& options) override
        {
            if (const auto error = m_owner.enter(m_address, options.stop))
                return base::fail(*error);
            const std::lock_guard lock(m_owner.m_mutex);
            return m_owner.m_clusters[m_address];
        }

    private:
        FakeChannels& m_owner;
        QString m_address;
    };

    static base::Error error(base::ErrorCode code)
    {
        base::Error result;
        result.layer = base::Layer::Connect;
        result.code = code;
        return result;
    }

    std::optional<model::FirstLook> lookAt(const QString& address)
    {
        const std::lock_guard lock(m_mutex);
        const auto place = m_looks.find(address);
        return place == m_looks.end() ? std::nullopt : std::optional(place->second);
    }

    std::optional<base::Error> enter(const QString& address, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        ++m_reads[address];
        const int ofOne = ++m_running[address];
        m_mostOfOne = std::max(m_mostOfOne.load(), ofOne);
        m_most = std::max(m_most.load(), ++m_inside);
        ++m_waiting;
        m_changed.wait(lock, stop, [this] { return m_open; });
        --m_waiting;
        --m_inside;
        --m_running[address];
        if (stop.stop_requested())
            return error(base::ErrorCode::Cancelled);
        if (const auto dead = m_dead.find(address); dead != m_dead.end())
            return error(dead->second);
        return std::nullopt;
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_open = true;
    int m_inside = 0;
    std::atomic<int> m_waiting{0};
    std::atomic<int> m_most{0};
    std::atomic<int> m_mostOfOne{0};
    std::atomic<int> m_opened{0};
    std::map<QString, int> m_reads;
    std::map<QString, int> m_running;
    std::map<QString, model::HostSnapshot> m_snapshots;
    std::map<QString, model::FirstLook> m_looks;
    std::map<QString, model::ClusterFacts> m_clusters;
    std::map<QString, base::ErrorCode> m_dead;
};

} // namespace hvgpu::tests
