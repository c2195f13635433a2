#include "core/operations/Plan.h"

#include <algorithm>

namespace hvgpu::operations {

bool Plan::isBlocked() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::Blocking; });
}

std::size_t Plan::vmsGoingDown() const
{
    return static_cast<std::size_t>(
        std::count_if(targets.begin(), targets.end(), [](const Target& target) { return target.goesDown; }));
}

} // namespace hvgpu::operations
