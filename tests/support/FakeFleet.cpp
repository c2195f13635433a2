#include "tests/support/FakeFleet.h"

namespace hvgpu::tests {
using namespace Qt::StringLiterals;

void FakeFleet::publish(std::shared_ptr<const fleet::FleetSnapshot> next)
{
    fleet::FleetDelta delta;
    delta.snapshot = next;
    for (const auto& host : m_snapshot->hosts) {
        if (!next->find(host->id)) {
            fleet::HostDelta gone;
            gone.kind = fleet::HostDelta::Kind::Removed;
            gone.id = host->id;
            gone.before = host;
            delta.hosts.push_back(gone);
            delta.entriesChanged = true;
        }
    }
    for (const auto& host : next->hosts) {
        const auto before = m_snapshot->find(host->id);
        if (before == host)
            continue;
        if (before) {
            delta.hosts.push_back(fleet::diff(before, host));
            continue;
        }
        fleet::HostDelta fresh;
        fresh.kind = fleet::HostDelta::Kind::Added;
        fresh.id = host->id;
        fresh.after = host;
        delta.hosts.push_back(fresh);
        delta.entriesChanged = true;
    }
    m_snapshot = std::move(next);
    Q_EMIT changed(delta);
}

void FakeFleet::finishRefresh()
{
    m_refreshing = false;
    Q_EMIT refreshFinished();
}

bool FakeFleet::answerTest(const fleet::ConnectionTestReport& report)
{
    if (!m_test)
        return false;
    const auto done = std::exchange(m_test, nullptr);
    done(report);
    return true;
}

void FakeFleet::addServer(const fleet::ServerEntry& entry, const base::Secret& password)
{
    calls.append(u"add %1"_s.arg(entry.id.text()));
    added.push_back(entry);
    passwords.push_back(password);
}

void FakeFleet::changeServer(const fleet::ServerEntry& entry)
{
    calls.append(u"change %1"_s.arg(entry.id.text()));
    std::erase_if(added, [&entry](const fleet::ServerEntry& other) { return other.id == entry.id; });
    added.push_back(entry);
}

void FakeFleet::notePasswordSaved(const model::EntryId& id, bool saved)
{
    for (fleet::ServerEntry& entry : added) {
        if (entry.id == id) {
            entry.passwordSaved = saved;
            entry.savedUnderId = false;
        }
    }
}

void FakeFleet::removeServer(const model::EntryId& id)
{
    calls.append(u"remove %1"_s.arg(id.text()));
    auto next = std::make_shared<fleet::FleetSnapshot>(*m_snapshot);
    std::erase_if(next->entries, [&id](const auto& entry) { return entry->id == id; });
    std::erase_if(next->hosts, [&id](const auto& host) { return host->entry == id; });
    publish(next);
}

void FakeFleet::refreshAll()
{
    calls.append(u"refreshAll"_s);
    m_refreshing = true;
    Q_EMIT refreshProgress(0, static_cast<int>(m_snapshot->hosts.size()));
}

void FakeFleet::refresh(const std::vector<model::HostId>& hosts)
{
    QStringList names;
    for (const model::HostId& host : hosts)
        names.append(host.text());
    calls.append(u"refresh %1"_s.arg(names.join(u' ')));
}

void FakeFleet::cancelRefresh()
{
    calls.append(u"cancelRefresh"_s);
    if (m_refreshing)
        finishRefresh();
}

void FakeFleet::setPollInterval(std::chrono::seconds interval)
{
    calls.append(u"poll %1"_s.arg(interval.count()));
}

void FakeFleet::testConnection(const fleet::ServerEntry& entry, const base::Secret& /*password*/,
                               QObject* context, std::function<void(const fleet::ConnectionTestReport&)> done)
{
    calls.append(u"test %1"_s.arg(entry.name));
    m_test = std::move(done);
    connect(context, &QObject::destroyed, this, [this] { m_test = nullptr; });
}

} // namespace hvgpu::tests
