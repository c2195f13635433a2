#pragma once

#include "core/hyperv/HostControl.h"
#include "core/operations/Plan.h"
#include "core/operations/StepLog.h"
#include "core/operations/TargetHistory.h"

#include <optional>
#include <stop_token>

namespace hvgpu::operations {

/// Carries out one GPU's target: sets the partition count and reads it back.
class GpuTargetRun
{
public:
    /// @p earlier is what the journal knows of the target; empty for a first run.
    GpuTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log, const TargetHistory& earlier,
                 std::stop_token stop);

    [[nodiscard]] Outcome run();
    [[nodiscard]] Outcome resume();
    /// Sets the count the plan expected at its start, when it is different now.
    [[nodiscard]] Outcome putBack();
    /// The same as a wish of its own: refused when somebody changed the GPU since the plan was carried out.
    [[nodiscard]] Outcome undo();

private:
    /// An unreadable count is an error, as it must not be taken for a number.
    [[nodiscard]] base::Result<hyperv::GpuState> read(const std::stop_token& stop);
    /// What is not as the plan expects; empty when the count may be set.
    [[nodiscard]] QString difference(const hyperv::GpuState& state) const;
    /// What somebody changed since the plan was carried out; empty when it may be taken back.
    [[nodiscard]] QString changedSince(const hyperv::GpuState& state) const;
    [[nodiscard]] Outcome setCounts();
    /// The step has the count it is to have in the end, or the outcome of what stands in the way.
    [[nodiscard]] std::optional<Outcome> setCount(int index);
    [[nodiscard]] Outcome cancelled();
    base::Result<void> setAndReadBack(std::uint16_t count, std::optional<std::uint16_t>& found,
                                      const hyperv::ActionContext& context);

    const Target& m_target;
    hyperv::HostControl& m_host;
    StepLog& m_log;
    const TargetHistory& m_earlier;
    std::stop_token m_stop;
    bool m_touched; ///< a count was set, now or earlier
};

} // namespace hvgpu::operations
