#pragma once

#include "core/base/Clock.h"
#include "core/base/Executor.h"
#include "core/operations/Activity.h"
#include "core/operations/Journal.h"
#include "core/operations/Outcome.h"
#include "core/operations/Plan.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <stop_token>

namespace hvgpu::operations {

/// What to do about a guest that does not shut down.
enum class ShutdownAnswer { WaitOn, TurnOff, Skip };

/// Watches a run. Called from worker threads, several at once for different targets; must be quick, except
/// askAboutShutdown(), which may wait for a person (and should give up when @p stop is requested).
class RunObserver
{
public:
    virtual ~RunObserver() = default;
    virtual void targetStarted(int target) = 0;
    /// @p percent of the step's job, 0 when it has just begun; step -1 = putting back.
    virtual void stepProgress(int target, int step, int percent) = 0;
    virtual void targetEnded(int target, const TargetReport& report) = 0;
    /// The guest did not shut down in time or, when @p because is not empty, could not even be asked to:
    /// then that is why, English, as text::reason() knows it.
    virtual ShutdownAnswer askAboutShutdown(int target, const QString& because,
                                            const std::stop_token& stop) = 0;
};

class StepLog;

/// Makes the control of one host; called on the worker that will use it.
using HostControlFactory =
    std::function<base::Result<std::unique_ptr<hyperv::HostControl>>(const model::HostId& host)>;

struct RunOptions
{
    /// Start no further target anywhere once one has failed. Whatever it says, nothing further is begun on a
    /// host where a VM was left off or the account was denied a change.
    bool stopAfterFailure = false;
    /// Partition adapters that other changes are known to have added; going on or back never takes them.
    std::set<QString> othersAdapters = {};
    /// Why nothing is to be begun on a host, known from changes that were made just before.
    std::map<model::HostId, base::Error> holds = {};
};

struct TargetHistory;

/// Runs plans. Hosts in parallel (as many as the executor has threads), targets of one host strictly in
/// order. Before each step the target is read again and compared with what the plan expects; after it the
/// result is read back. A failed or cancelled target is put back: a VM that ran runs again, settings are as
/// they were. The journal has every step on disk before it begins.
/// Every call blocks until its targets have ended; never call from a task of the same executor, which would
/// wait for itself. Targets that an executor on its way out drops stay as they are, and their plan open.
class Runner
{
public:
    Runner(HostControlFactory factory, base::Executor& executor, base::Clock& clock);

    /// Stopping ends each target before its next step, put back. A plan with blocking findings is refused.
    RunReport run(const Plan& plan, Journal& journal, RunObserver& observer, const RunOptions& options,
                  const std::stop_token& stop);

    /// Goes on with an interrupted plan: what is found done is not repeated, targets that were not begun are
    /// run from their start, those that succeeded or were refused are left alone. Stopping puts back what was
    /// begun. The choice to stop after a failure is the one that the plan was begun with.
    RunReport resume(const JournalStory& story, Journal& journal, RunObserver& observer,
                     const std::stop_token& stop, const RunOptions& options = {});
    /// Brings the targets of an interrupted or finished plan back to the values recorded at its start. Those
    /// that were never touched, or are back already, are left alone; those that somebody changed since they
    /// succeeded are refused.
    RunReport putBack(const JournalStory& story, Journal& journal, RunObserver& observer,
                      const RunOptions& options = {});

private:
    struct Work;

    RunReport runAll(const Plan& plan, ActivityTask task, const std::vector<JournalRecord>& earlier,
                     Journal& journal, RunObserver& observer, const RunOptions& options,
                     const std::stop_token& stop);
    void runHosts(Work& work);
    void runHost(Work& work, const std::vector<int>& indexes);
    [[nodiscard]] Outcome settle(Work& work, int index, std::unique_ptr<hyperv::HostControl>& control,
                                 StepLog& log);
    /// What a target ends with that is not begun; nullopt when it is.
    [[nodiscard]] static std::optional<Outcome> leftOut(Work& work, int index, StepLog& log);
    enum class Way { Run, Resume, Undo, BackOut };
    [[nodiscard]] static Outcome runTarget(const Work& work, int index, Way way, hyperv::HostControl& control,
                                           StepLog& log);
    static void close(Work& work);

    HostControlFactory m_factory;
    base::Executor& m_executor;
    base::Clock& m_clock;
};

} // namespace hvgpu::operations
