#pragma once

#include "core/hyperv/HostControl.h"
#include "core/operations/Plan.h"
#include "core/operations/StepLog.h"
#include "core/operations/TargetHistory.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <stop_token>

namespace hvgpu::operations {

/// The power of one target's VM and its place in the cluster: taken down, brought up, read until it has
/// settled, and what must hold of it when the target is put back.
class VmPower
{
public:
    VmPower(const Target& target, hyperv::HostControl& host, StepLog& log, const TargetHistory& earlier);

    [[nodiscard]] base::Result<hyperv::VmState> read(const std::stop_token& stop);
    /// Waits for what the host has begun; not to be stopped.
    [[nodiscard]] base::Result<hyperv::VmState> readSettled();
    [[nodiscard]] bool isPending(const hyperv::VmState& state) const;
    /// The answer to a shutdown that took too long was to leave the VM as it is.
    [[nodiscard]] bool wasSkipped() const { return m_skipped; }
    /// What became of a VM that was to be left as it is: its guest had been asked to shut down before, and
    /// cannot be called back.
    [[nodiscard]] Outcome outcomeOfSkipping();

    /// The offline action that is to stand when the plan has been carried out.
    [[nodiscard]] std::optional<std::uint32_t> configuredAction() const;
    /// How power and cluster differ from what the plan expects; empty when they do not.
    [[nodiscard]] QString difference(const hyperv::VmState& state) const;
    /// Steps of power and cluster; nullopt for other steps.
    [[nodiscard]] std::optional<bool> isDone(const Step& step, const hyperv::VmState& state) const;
    [[nodiscard]] std::optional<base::Result<void>> act(const Step& step, const hyperv::VmState& state,
                                                        const hyperv::ActionContext& context);

    // Going on.
    /// Nothing but power may be left to do; when the VM is as the plan wants it in the end, it is not taken
    /// down again for what is done.
    void judgeAsAWhole(const hyperv::VmState& state);

    // Putting back.
    /// The user asked for it, and may be asked: what the plan says of guests that take too long holds.
    void followHandling() { m_followsHandling = true; }
    void noteFound(const hyperv::VmState& state);
    /// The VM has to run when everything is back.
    [[nodiscard]] bool mustRun() const;
    [[nodiscard]] Step downBack(const hyperv::VmState& state) const;
    /// The steps behind edits that were put back: cluster, offline action, power.
    [[nodiscard]] std::vector<Step> upBack(const hyperv::VmState& state, bool edited) const;
    /// A guest that did not shut down in time was left as it is, as the power handling or a person said, and
    /// it did not go down after that either. To be asked once after each attempt.
    [[nodiscard]] bool stayedUp();
    /// Whether it may be, when @p steps take the VM down.
    [[nodiscard]] bool mayTakeDown(const std::vector<Step>& steps) const;
    /// The VM could not be read; one that the cluster has moved is brought online where it is now.
    [[nodiscard]] Outcome putBackLost(const base::Error& error);
    /// Starts a VM that an undo which was cut off had taken down, when the plan itself does not.
    [[nodiscard]] Outcome
    startAgain(const std::function<base::Result<void>(const Step&, const hyperv::VmState&)>& perform);

private:
    [[nodiscard]] bool hasBegun(std::initializer_list<StepKind> kinds) const;
    /// How the VM is left, should nothing more be done.
    [[nodiscard]] VmLeft left() const;
    void noteSeen(const base::Result<hyperv::VmState>& state);
    [[nodiscard]] ShutdownAnswer answerTo(const Step& step, const std::stop_token& stop);
    void noteWhetherAsked(const base::Error& error);
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

    const Target& m_target;
    hyperv::HostControl& m_host;
    StepLog& m_log;
    const TargetHistory& m_earlier;
    bool m_skipped = false;
    QString m_notAsked;      ///< why the guest could not be asked to shut down; empty when it was asked
    bool m_finished = false; ///< see judgeAsAWhole()
    bool m_followsHandling = false;
    bool m_restarted = false; ///< the guest went down although it was to be left, and was started again
    bool m_wentDown;          ///< a shutdown was begun, now or earlier
    std::optional<model::PowerState> m_now; ///< as last read; nullopt when it could not be
    std::optional<bool> m_foundRunning;     ///< when putting back began
    QString m_resource;                     ///< cluster resource, as last seen
    /// A shutdown was asked for and not seen to end: until then a running VM may still go off.
    std::optional<std::chrono::steady_clock::time_point> m_goingDownUntil;
};

/// True when the host certainly did not do it; anything else may have taken effect, or may yet.
[[nodiscard]] bool isRefusal(const base::Error& error);
/// An error of ours about the target's state.
[[nodiscard]] base::Error targetError(base::ErrorCode code, const QString& detail);
/// A step that is no step of the plan.
[[nodiscard]] Step stepBack(StepKind kind);
/// How long the cluster may take to move a resource, beyond the guest's own shutdown.
inline constexpr std::chrono::seconds clusterTimeout{180};
/// How long a change of power that the host has begun is waited for after its own limit.
inline constexpr std::chrono::seconds settleTime{90};

} // namespace hvgpu::operations
