#include "core/operations/Plan.h"

#include <algorithm>
#include <array>

namespace hvgpu::operations {

QLatin1String kindOf(const Request& request)
{
    constexpr std::array<const char*, std::variant_size_v<Request>> names{
        "set-count", "assign",      "unassign",    "dda-assign",  "dda-remove", "dismount",
        "mount",     "vm-settings", "create-pool", "delete-pool", "assign-pool"};
    return QLatin1String(names.at(request.index()));
}

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
