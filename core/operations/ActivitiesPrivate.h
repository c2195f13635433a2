#pragma once

#include "core/base/Executor.h"
#include "core/fleet/Inbox.h"
#include "core/operations/Activities.h"
#include "core/operations/ActivityRun.h"

#include <QTimer>

#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

namespace hvgpu::operations {

/// The list of activities and who of them may run; everything but post() on the owner's thread.
class Activities::Private
{
public:
    struct Entry
    {
        Activity now;
        std::shared_ptr<const Activity> shown; ///< now, as it was last told
        QString path;                          ///< of the journal
        std::unique_ptr<ActivityRun> run;      ///< while it is active
        bool hasItsTurn = false;
        std::map<model::HostId, base::Error> holds; ///< from those that it waited for
        std::shared_ptr<const Activity> before;     ///< as it was when going on or back was asked for
        std::jthread dismissal;                     ///< while it is being written

        [[nodiscard]] bool isBeingDismissed() const { return dismissal.joinable(); }
    };

    Private(Activities& owner, HostControlFactory controls, base::Clock& clock, ActivitiesOptions options);
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    [[nodiscard]] Entry* find(const QString& id);
    [[nodiscard]] const std::map<QString, Entry>& entries() const { return m_entries; }
    [[nodiscard]] const ActivitiesOptions& options() const { return m_options; }
    [[nodiscard]] base::Clock& clock() { return m_clock; }
    [[nodiscard]] bool isBusy() const { return !m_active.empty(); }

    void begin(Activity activity, ActivityRun::Job job, const QString& journalPath);
    /// Goes on with or takes back what its journal holds.
    base::Result<void> again(const QString& id, ActivityTask task);
    /// Partition adapters that other activities than @p id have added.
    [[nodiscard]] std::set<QString> adaptersOfOthers(const QString& id) const;
    void dismiss(Entry& entry);
    void cancel(Entry& entry);
    void setReadOnly(bool readOnly);
    void load();
    void noteChanged(Entry& entry);
    void forgetDenials(const std::vector<model::HostId>& hosts);
    [[nodiscard]] std::optional<base::Error> denial(const model::HostId& host) const;

private:
    /// From any thread; @p task runs on the owner's.
    void post(std::function<void()> task);
    void handleTasks();
    void handle(const ActivityEvent& event);
    void noteTargetEnd(const Entry& entry, int target);
    void noteWrites(const Target& target, const TargetReport& report);
    void noteEnd(Entry& entry);
    void holdThoseWaiting(const Activity& ended);
    void noteRefusal(Entry& entry, const base::Error& error);
    void noteDismissal(const QString& id, const base::Result<void>& written);
    void retire(Entry& entry);
    void giveTurns();
    void updateGate();
    void flushSoon();
    void flush();
    void take(Activity activity, const QString& path);
    void readJournals(const std::stop_token& stop, const ActivitiesOptions& options);

    Activities& m_owner;
    base::Clock& m_clock;
    ActivitiesOptions m_options;
    std::shared_ptr<std::atomic<bool>> m_gate; ///< no host can be changed while false
    HostControlFactory m_controls;
    std::map<QString, Entry> m_entries;
    std::vector<QString> m_active; ///< in the order they were asked for
    std::map<model::HostId, base::Error> m_denials;
    std::set<QString> m_changed;
    std::set<model::HostId> m_touched;
    std::vector<QString> m_ended;
    std::vector<std::pair<QString, base::Error>> m_refusals;
    std::vector<std::pair<QString, int>> m_questions; ///< activity and target
    QTimer m_flushTimer;
    bool m_isLoading = false;
    fleet::Inbox<std::function<void()>> m_inbox;
    std::unique_ptr<base::ThreadPool> m_hosts; ///< made when first needed
    std::jthread m_loader;
};

/// An error of ours about what was asked of the activities.
[[nodiscard]] base::Error activityError(base::ErrorCode code, const QString& operation, const QString& target,
                                        const QString& detail);

} // namespace hvgpu::operations
