#pragma once

#include "core/base/Executor.h"
#include "core/fleet/ConnectionDirectory.h"
#include "core/fleet/FirstLooks.h"
#include "core/fleet/Fleet.h"
#include "core/fleet/FleetOptions.h"
#include "core/fleet/FleetState.h"
#include "core/fleet/Inbox.h"
#include "core/fleet/Refresher.h"
#include "core/fleet/SessionFactory.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <unordered_map>
#include <unordered_set>

namespace hvgpu::fleet {

/// Fleet over real reads: keeps FleetState on its own thread, lets a Refresher work, and publishes what came
/// in slices.
class LiveFleet final : public Fleet
{
    Q_OBJECT

public:
    LiveFleet(ChannelFactory channels, SessionFactory sessions, base::Clock& clock,
              const FleetOptions& options, std::shared_ptr<ConnectionDirectory> connections = nullptr);
    ~LiveFleet() override;

    [[nodiscard]] std::shared_ptr<const FleetSnapshot> snapshot() const override;
    void addServer(const ServerEntry& entry, const base::Secret& password) override;
    void changeServer(const ServerEntry& entry) override;
    void notePasswordSaved(const model::EntryId& id, bool saved) override;
    void removeServer(const model::EntryId& id) override;
    [[nodiscard]] std::vector<ServerEntry> servers() const override;
    void refreshAll() override;
    void refresh(const std::vector<model::HostId>& hosts) override;
    void refreshChanged(const std::vector<model::HostId>& hosts) override;
    void cancelRefresh() override;
    [[nodiscard]] bool isRefreshing() const override;
    void setPollInterval(std::chrono::seconds interval) override;
    void testConnection(const ServerEntry& entry, const base::Secret& password, QObject* context,
                        std::function<void(const ConnectionTestReport&)> done) override;

private:
    struct RunningTest
    {
        QPointer<QObject> context;
        bool hasContext = false;
        std::function<void(const ConnectionTestReport&)> done;
    };

    [[nodiscard]] base::Secret knownPassword(const ServerEntry& entry) const;
    void setHostTarget(const model::HostId& id);
    void setClusterTarget(const ServerEntry& entry);
    enum class Asked { ByPerson, ByTimer };
    void startHost(const model::HostId& id, Asked asked = Asked::ByPerson);
    void startNodes(const model::EntryId& id);
    void take(const FleetState::HostChanges& changes);
    void forget(const model::HostId& id);
    void handleOutcomes();
    void handleFirstLook(const ReadOutcome& outcome);
    void showFirstLooks();
    void handleHost(const ReadOutcome& outcome);
    void handleNodes(const ReadOutcome& outcome);
    void scheduleFlush();
    void flush();
    void schedulePoll();
    void poll();
    void finishTest(int number, const ConnectionTestReport& report);

    SessionFactory m_sessions;
    base::Clock& m_clock;
    const FleetOptions m_options;
    std::shared_ptr<ConnectionDirectory> m_connections; ///< null when nobody asks
    FleetState m_state;
    std::unordered_map<model::EntryId, base::Secret> m_passwords;
    std::unordered_set<model::HostId> m_pending;   ///< reads asked for and not yet ended
    std::unordered_set<model::HostId> m_readAgain; ///< changed while being read
    int m_total = 0;                               ///< hosts of the current refresh
    int m_done = 0;
    int m_reportedDone = 0;
    int m_reportedTotal = 0;
    bool m_refreshAnnounced = false; ///< refreshFinished() is owed
    FirstLooks m_firstLooks;         ///< not shown yet
    QTimer m_lookTimer;
    bool m_hasShownRows = false;
    QTimer m_flushTimer;
    QElapsedTimer m_sinceFlush;
    QTimer m_pollTimer;
    std::chrono::seconds m_pollInterval{};
    unsigned m_polls = 0;
    std::unordered_map<int, RunningTest> m_tests;
    int m_nextTest = 0;
    std::stop_source m_stopTests;
    Inbox<ReadOutcome> m_inbox;
    std::unique_ptr<Refresher> m_refresher; // last: its workers use what is above
    std::unique_ptr<base::ThreadPool> m_testWorkers;
};

} // namespace hvgpu::fleet
