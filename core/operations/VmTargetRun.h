#pragma once

#include "core/hyperv/HostControl.h"
#include "core/operations/Plan.h"
#include "core/operations/StepLog.h"

#include <stop_token>
#include <vector>

namespace hvgpu::operations {

/// Carries out one VM's target: power down, change adapters, power up; and puts the VM back when that fails.
/// Both are driven by the state read just before, never by what we believe we did, so that the same code
/// serves a normal run, resuming after a crash, and undoing.
class VmTargetRun
{
public:
    VmTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log, std::stop_token stop);

    /// From the state the plan expects to the end of the plan; decides the outcome.
    [[nodiscard]] Outcome run();
    /// Goes on where an interrupted run stopped: steps found done are not repeated.
    [[nodiscard]] Outcome resume();
    /// Brings the VM back to what the plan expected at its start. PutBack, PartlyDone or Indeterminate.
    [[nodiscard]] Outcome putBack();

private:
    [[nodiscard]] Outcome runSteps();
    [[nodiscard]] Outcome failed(base::Error error);
    [[nodiscard]] bool isAsExpected(const hyperv::VmState& state);
    /// The offline action a clustered VM is to have while the plan runs.
    [[nodiscard]] std::optional<std::uint32_t> configuredAction() const;
    [[nodiscard]] bool isDone(const Step& step, const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<QString> addedAdapters(const hyperv::VmState& state) const;

    [[nodiscard]] base::Result<hyperv::VmState> read(const std::stop_token& stop);
    base::Result<void> perform(int index);
    base::Result<void> act(const Step& step, const hyperv::VmState& state,
                           const hyperv::ActionContext& context);
    base::Result<void> powerDown(const Step& step, const hyperv::VmState& state,
                                 const hyperv::ActionContext& context);
    base::Result<void> clusterDown(const Step& step, const hyperv::VmState& state,
                                   const hyperv::ActionContext& context);

    [[nodiscard]] base::Result<hyperv::VmState> readSettled();
    [[nodiscard]] std::vector<Step> editsBack(const hyperv::VmState& state) const;
    [[nodiscard]] std::vector<Step> stepsBack(const hyperv::VmState& state) const;

    const Target& m_target;
    hyperv::HostControl& m_host;
    StepLog& m_log;
    std::stop_token m_stop;
    bool m_skipped = false; ///< the answer to a shutdown that took too long
};

} // namespace hvgpu::operations
