#pragma once

#include "core/hyperv/HostControl.h"
#include "core/operations/Plan.h"
#include "core/operations/StepLog.h"

#include <stop_token>

namespace hvgpu::operations {

/// Carries out one GPU's target: sets the partition count and reads it back.
class GpuTargetRun
{
public:
    GpuTargetRun(const Target& target, hyperv::HostControl& host, StepLog& log, std::stop_token stop);

    [[nodiscard]] Outcome run();
    [[nodiscard]] Outcome resume();
    /// Sets the count the plan expected at its start, when it is different now.
    [[nodiscard]] Outcome putBack();

private:
    [[nodiscard]] base::Result<hyperv::GpuState> read(const std::stop_token& stop);

    const Target& m_target;
    hyperv::HostControl& m_host;
    StepLog& m_log;
    std::stop_token m_stop;
};

} // namespace hvgpu::operations
