#pragma once

#include "core/fleet/Fleet.h"

#include <QStringList>

namespace hvgpu::tests {

/// A fleet without servers: shows the snapshots that the test publishes and writes down what was asked of it.
class FakeFleet final : public fleet::Fleet
{
public:
    explicit FakeFleet(std::shared_ptr<const fleet::FleetSnapshot> snapshot)
        : m_snapshot(std::move(snapshot))
    {}

    /// Shows @p next and tells what changed.
    void publish(std::shared_ptr<const fleet::FleetSnapshot> next);
    void finishRefresh();
    /// Answers the connection test that waits; false when none does.
    bool answerTest(const fleet::ConnectionTestReport& report);

    QStringList calls; ///< "refreshAll", "refresh hv01", "remove hv01" …
    std::vector<fleet::ServerEntry> added;
    std::vector<base::Secret> passwords;

    [[nodiscard]] std::shared_ptr<const fleet::FleetSnapshot> snapshot() const override { return m_snapshot; }
    void addServer(const fleet::ServerEntry& entry, const base::Secret& password) override;
    void changeServer(const fleet::ServerEntry& entry) override;
    void notePasswordSaved(const model::EntryId& id, bool saved) override;
    void removeServer(const model::EntryId& id) override;
    [[nodiscard]] std::vector<fleet::ServerEntry> servers() const override { return added; }
    void refreshAll() override;
    void refresh(const std::vector<model::HostId>& hosts) override;
    void cancelRefresh() override;
    [[nodiscard]] bool isRefreshing() const override { return m_refreshing; }
    void setPollInterval(std::chrono::seconds interval) override;
    void testConnection(const fleet::ServerEntry& entry, const base::Secret& password, QObject* context,
                        std::function<void(const fleet::ConnectionTestReport&)> done) override;

private:
    std::shared_ptr<const fleet::FleetSnapshot> m_snapshot;
    bool m_refreshing = false;
    std::function<void(const fleet::ConnectionTestReport&)> m_test;
};

} // namespace hvgpu::tests
