#pragma once

#include "core/base/Error.h"

#include <QString>

#include <optional>
#include <vector>

namespace hvgpu::fleet {

/// The stages of a connection test, in order.
enum class TestStage { Connect, Identify, OperatingSystem, HyperV, Gpus, Cluster };

struct TestStageResult
{
    TestStage stage = TestStage::Connect;
    bool passed = false;
    bool applicable = true; ///< false: not tried, because an earlier stage failed or it does not apply
    QString fact;           ///< what was learned, for example "Windows Server 2025 (26100)"
    std::optional<base::Error> error;
};

struct ConnectionTestReport
{
    std::vector<TestStageResult> stages;
    [[nodiscard]] bool passed() const;
};

} // namespace hvgpu::fleet
