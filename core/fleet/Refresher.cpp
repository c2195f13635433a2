#include "core/fleet/Refresher.h"

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

struct Refresher::Slot
{
    Target target;
    std::unique_ptr<HostChannel> channel; ///< used by the running read only
    bool busy = false;
    std::stop_source stop{std::nostopstate};
    std::shared_ptr<const model::HostSnapshot> last;
};

namespace {

base::Error localError(base::ErrorCode code, const Target& target, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = code;
    error.operation = u"Refresh"_s;
    error.host = target.address;
    error.detail = detail;
    return error;
}

} // namespace

Refresher::Refresher(ChannelFactory channels, base::Clock& clock, const RefresherOptions& options, Sink sink)
    : m_channels(std::move(channels))
    , m_clock(clock)
    , m_sink(std::move(sink))
    , m_normal(options.workers)
    , m_slow(options.slowWorkers)
{}

Refresher::~Refresher()
{
    std::unordered_map<model::HostId, std::shared_ptr<Slot>> slots;
    {
        const std::lock_guard lock(m_mutex);
        slots.swap(m_slots); // outcomes of forgotten slots go nowhere
    }
    for (const auto& [id, slot] : slots)
        slot->stop.request_stop();
}

void Refresher::replace(const model::HostId& id, std::shared_ptr<Slot> slot)
{
    std::shared_ptr<Slot> old;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto place = m_slots.find(id); place != m_slots.end()) {
            old = std::move(place->second);
            m_slots.erase(place);
        }
        if (slot) {
            if (old)
                slot->last = old->last;
            m_slots.emplace(id, std::move(slot));
        }
    }
    if (old)
        old->stop.request_stop(); // outside the lock: runs the stop callbacks of the session
}

void Refresher::setTarget(Target target)
{
    auto slot = std::make_shared<Slot>();
    const model::HostId id = target.id;
    slot->target = std::move(target);
    replace(id, std::move(slot));
}

void Refresher::remove(const model::HostId& id)
{
    replace(id, nullptr);
}

bool Refresher::request(const model::HostId& id, Lane lane, const hyperv::ReadOptions& limits)
{
    std::shared_ptr<Slot> slot;
    hyperv::ReadOptions options = limits;
    {
        const std::lock_guard lock(m_mutex);
        const auto place = m_slots.find(id);
        if (place == m_slots.end() || place->second->busy)
            return false;
        slot = place->second;
        slot->busy = true;
        slot->stop = std::stop_source();
        options.stop = slot->stop.get_token();
    }
    base::ThreadPool& pool = lane == Lane::Slow ? m_slow : m_normal;
    pool.post([this, slot = std::move(slot), options = std::move(options)] { run(slot, options); });
    return true;
}

void Refresher::cancelAll()
{
    std::vector<std::stop_source> running;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, slot] : m_slots)
            if (slot->busy)
                running.push_back(slot->stop);
    }
    for (std::stop_source& stop : running)
        stop.request_stop();
}

ReadOutcome Refresher::read(Slot& slot, const hyperv::ReadOptions& options)
{
    ReadOutcome outcome;
    outcome.id = slot.target.id;
    outcome.purpose = slot.target.purpose;
    outcome.attempted = m_clock.now();
    if (options.stop.stop_requested()) {
        outcome.error = localError(base::ErrorCode::Cancelled, slot.target, u"stopped before it began"_s);
        return outcome;
    }
    if (!slot.channel)
        slot.channel = m_channels(slot.target);
    if (!slot.channel) {
        outcome.error = localError(base::ErrorCode::Internal, slot.target, u"no session could be made"_s);
    } else if (slot.target.purpose == Target::Purpose::ClusterNodes) {
        base::Result<model::ClusterFacts> facts = slot.channel->readNodes(options);
        if (facts)
            outcome.cluster = std::make_shared<const model::ClusterFacts>(std::move(*facts));
        else
            outcome.error = std::move(facts.error());
    } else {
        base::Result<model::HostSnapshot> snapshot = slot.channel->readHost(options);
        if (snapshot)
            outcome.snapshot = std::make_shared<const model::HostSnapshot>(std::move(*snapshot));
        else
            outcome.error = std::move(snapshot.error());
    }
    if (outcome.error)
        slot.channel.reset();
    return outcome;
}

void Refresher::run(const std::shared_ptr<Slot>& slot, hyperv::ReadOptions options)
{
    {
        const std::lock_guard lock(m_mutex);
        options.previous = slot->last;
    }
    options.firstLook = [this, &slot](model::FirstLook&& look) {
        ReadOutcome seen;
        seen.id = slot->target.id;
        seen.firstLook = std::make_shared<const model::FirstLook>(std::move(look));
        const std::lock_guard lock(m_mutex);
        deliver(slot, std::move(seen));
    };
    ReadOutcome outcome = read(*slot, options);
    if (outcome.snapshot) {
        outcome.previous = options.previous; // a slot is read by one worker at a time
        outcome.diff = diffSnapshots(outcome.previous.get(), outcome.snapshot.get());
    }
    const std::lock_guard lock(m_mutex);
    slot->busy = false;
    if (outcome.snapshot)
        slot->last = outcome.snapshot;
    deliver(slot, std::move(outcome));
}

/// Under the lock. What comes of a target that was replaced or removed meanwhile goes nowhere.
void Refresher::deliver(const std::shared_ptr<Slot>& slot, ReadOutcome&& outcome)
{
    const auto place = m_slots.find(outcome.id);
    if (place != m_slots.end() && place->second == slot)
        m_sink(std::move(outcome));
}

} // namespace hvgpu::fleet
