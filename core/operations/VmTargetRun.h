#pragma once

#include "core/hyperv/HostControl.h"
#include "core/operations/Plan.h"
#include "core/operations/StepLog.h"
#include "core/operations/TargetHistory.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <stop_token>
#include <vector>

namespace hvgpu::operations {

/// Carries out one VM's target: power down, change adapters, power up; and puts the VM back when that fails.
/// Both are driven by the state read just before, never by what we believe we did, so that the same code
/// serves a normal run, resuming after a crash, and undoing.
class VmTargetRun
{
public:
    /// @p earlier is what the journal knows of the target; empty for a first run.
    VmTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log, const TargetHistory& earlier,
                std::stop_token stop);

    /// From the state the plan expects to the end of the plan; decides the outcome.
    [[nodiscard]] Outcome run();
    /// Goes on where an interrupted run stopped: steps found done are not repeated.
    [[nodiscard]] Outcome resume();
    /// Brings the VM back to what the plan expected at its start; its power to that too, unless the plan had
    /// been carried out: then the VM is left as it is found. PutBack, PartlyDone or Indeterminate.
    [[nodiscard]] Outcome putBack();

private:
    [[nodiscard]] Outcome runSteps();
    [[nodiscard]] Outcome failed(const base::Error& error);
    [[nodiscard]] Outcome startAgain();
    [[nodiscard]] bool isAsExpected(const hyperv::VmState& state);
    [[nodiscard]] bool isDone(const Step& step, const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<QString> addedAdapters(const hyperv::VmState& state) const;
    /// Those of the added ones that may be ours; more than one when it is not known which.
    [[nodiscard]] std::vector<QString> ownAdapters(const hyperv::VmState& state) const;

    [[nodiscard]] base::Result<hyperv::VmState> read(const std::stop_token& stop);
    [[nodiscard]] base::Result<hyperv::VmState> readSettled();
    [[nodiscard]] bool isPending(const hyperv::VmState& state) const;
    /// What stands against a step, because it was not there when the plan was made; empty when nothing does.
    [[nodiscard]] QString conflict(const Step& step, const hyperv::VmState& state) const;
    base::Result<void> perform(int index);
    base::Result<void> actAndReadBack(const Step& step, const hyperv::VmState& before,
                                      const hyperv::ActionContext& context);
    base::Result<void> act(const Step& step, const hyperv::VmState& state,
                           const hyperv::ActionContext& context);
    base::Result<void> addAdapter(const Step& step, const hyperv::ActionContext& context);
    void findNewAdapter(const hyperv::VmState& before, const hyperv::VmState& after);

    // Power, in VmTargetPower.cpp.
    /// The offline action a clustered VM is to have while the plan runs.
    [[nodiscard]] std::optional<std::uint32_t> configuredAction() const;
    [[nodiscard]] ShutdownAnswer answerTo(const Step& step, const std::stop_token& stop);
    void noteMayGoDown(const base::Error& error, std::chrono::seconds timeout);
    /// Shuts down until it is down, or, after an error of @p askAfter, as the power handling or a person
    /// says.
    base::Result<void> shutDownOrAsk(const Step& step, const std::stop_token& stop,
                                     const std::function<base::Result<void>()>& shutDown,
                                     std::initializer_list<base::ErrorCode> askAfter,
                                     const std::function<base::Result<void>()>& turnOff);
    base::Result<void> powerDown(const Step& step, const hyperv::VmState& state,
                                 const hyperv::ActionContext& context);
    base::Result<void> clusterDown(const Step& step, const hyperv::VmState& state,
                                   const hyperv::ActionContext& context);
    base::Result<void> stopThroughCluster(const Step& step, const QString& resource,
                                          const hyperv::ActionContext& context,
                                          const hyperv::ActionContext& patient);

    // Putting back, in VmTargetUndo.cpp.
    [[nodiscard]] Outcome putBackLost(const base::Error& error);
    /// Why nothing may or can be put back in this state; nullopt when it can.
    [[nodiscard]] std::optional<Outcome> obstacle(const hyperv::VmState& state);
    void noteFound(const hyperv::VmState& state);
    [[nodiscard]] bool mustRun() const;
    [[nodiscard]] bool adds() const;
    [[nodiscard]] Step downBack(const hyperv::VmState& state) const;
    /// Adapters that an earlier putting back may have added in place of the one @p removal took away.
    [[nodiscard]] std::vector<QString> readdedAdapters(const Step& removal,
                                                       const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> removalsBack(const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> additionsBack(const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> editsBack(const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> stepsBack(const hyperv::VmState& state) const;

    const Target& m_target;
    hyperv::HostControl& m_host;
    StepLog& m_log;
    const TargetHistory& m_earlier;
    std::stop_token m_stop;
    bool m_touched = false;             ///< something was begun, now or earlier
    bool m_mayHaveAdded = false;        ///< an adapter that was not expected may be ours
    bool m_mayHaveReadded = false;      ///< putting back may have added a removed adapter again
    bool m_skipped = false;             ///< the answer to a shutdown that took too long
    std::optional<bool> m_foundRunning; ///< when putting back began
    QString m_answeredAdapter;          ///< id the host gave in answer to the last addition
    QString m_resource;                 ///< cluster resource, as last seen
    /// A shutdown was asked for and not seen to end: until then a running VM may still go off.
    std::optional<std::chrono::steady_clock::time_point> m_goingDownUntil;
};

/// True when the host certainly did not do it; anything else may have taken effect, or may yet.
[[nodiscard]] bool isRefusal(const base::Error& error);
/// An error of ours about the target's state.
[[nodiscard]] base::Error targetError(base::ErrorCode code, const QString& detail);
/// How long the cluster may take to move a resource, beyond the guest's own shutdown.
inline constexpr std::chrono::seconds clusterTimeout{180};

} // namespace hvgpu::operations
