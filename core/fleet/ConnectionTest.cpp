#include "core/fleet/ConnectionTest.h"

#include <algorithm>

namespace hvgpu::fleet {

bool ConnectionTestReport::passed() const
{
    return !stages.empty() && std::none_of(stages.begin(), stages.end(), [](const TestStageResult& stage) {
        return stage.error.has_value() || (stage.applicable && !stage.passed);
    });
}

} // namespace hvgpu::fleet
