#pragma once

#include "core/fleet/ConnectionTest.h"

namespace hvgpu::test {

/// What a test of a connection tells when everything before @p stage passed and @p error is why that did not.
inline fleet::ConnectionTestReport reportUpTo(fleet::TestStage stage, const base::Error& error)
{
    fleet::ConnectionTestReport report;
    for (int i = 0; i <= static_cast<int>(fleet::lastTestStage); ++i) {
        fleet::TestStageResult result;
        result.stage = static_cast<fleet::TestStage>(i);
        result.passed = result.stage < stage;
        result.applicable = result.stage <= stage;
        report.stages.push_back(result);
    }
    report.stages[static_cast<std::size_t>(stage)].error = error;
    return report;
}

} // namespace hvgpu::test
