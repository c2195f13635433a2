#pragma once

#include "core/operations/Activity.h"
#include "core/operations/Journal.h"
#include "core/operations/Runner.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace hvgpu::operations {

/// What the threads of an activity have to say, to be applied where the activities are kept.
struct ActivityEvent
{
    enum class Kind { Changed, Asked, TargetEnded, Ended, Refused };

    QString id;
    Kind kind = Kind::Changed;
    int target = -1;
    std::function<void(Activity&)> apply;
    std::optional<base::Error> error = {}; ///< Refused: why nothing was begun
};

/// One activity on its way: a lead thread that waits for its turn, runs or takes back the plan, and tells
/// what happens. Destroying it cancels and waits. The thread itself is over soon after its Ended event.
class ActivityRun final : private RunObserver
{
public:
    struct Job
    {
        ActivityTask task = ActivityTask::Run;
        Plan plan;
        QString journalFolder; ///< Run: where the journal is made
        QString journalPath;   ///< other tasks: the journal to go on with
        RunOptions options;
        QString by; ///< "user@computer"
    };
    struct Services
    {
        HostControlFactory controls;
        base::Executor& hosts;                   ///< where hosts are worked on; outlives the run
        base::Clock& clock;                      ///< outlives the run
        std::function<void(ActivityEvent)> tell; ///< from any thread
    };

    ActivityRun(Job job, Services services);
    ~ActivityRun() override;
    ActivityRun(const ActivityRun&) = delete;
    ActivityRun& operator=(const ActivityRun&) = delete;

    /// Its hosts are free.
    /// @p holds: see RunOptions.
    void allow(const std::map<model::HostId, base::Error>& holds);
    void cancel();
    void answer(int target, ShutdownAnswer answer);

private:
    void targetStarted(int target) override;
    void stepProgress(int target, int step, int percent) override;
    void targetEnded(int target, const TargetReport& report) override;
    ShutdownAnswer askAboutShutdown(int target, const QString& because, const std::stop_token& stop) override;

    void lead(const std::stop_token& stop);
    [[nodiscard]] bool awaitTurn(const std::stop_token& stop);
    /// Makes or opens it here, off the GUI thread. False when there is none; that is told then.
    [[nodiscard]] bool openJournal();
    [[nodiscard]] std::optional<base::Error> noteStart();
    [[nodiscard]] std::optional<base::Error> work(const std::stop_token& stop, bool isItsTurn);
    void tellEnd(const QString& path, const std::optional<base::Error>& error);
    void tell(ActivityEvent::Kind kind, int target, std::function<void(Activity&)> apply);
    void tellTarget(ActivityEvent::Kind kind, int target, std::function<void(TargetProgress&)> apply);

    Job m_job;
    Services m_services;
    std::unique_ptr<Journal> m_journal;
    std::mutex m_mutex;
    std::condition_variable_any m_wakeup;
    bool m_isItsTurn = false;
    std::map<int, ShutdownAnswer> m_answers;
    std::jthread m_lead; // last: uses what is above
};

} // namespace hvgpu::operations
