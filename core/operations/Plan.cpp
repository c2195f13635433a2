#include "core/operations/Plan.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace hvgpu::operations {

QLatin1String kindOf(const Request& request)
{
    constexpr std::array<const char*, std::variant_size_v<Request>> names{
        "set-count", "assign",      "unassign",    "dda-assign",  "dda-remove", "dismount",
        "mount",     "vm-settings", "create-pool", "delete-pool", "assign-pool"};
    return QLatin1String(names.at(request.index()));
}

Request withPower(Request request, const PowerHandling& power)
{
    std::visit(
        [&power](auto& made) {
            if constexpr (requires { made.power; })
                made.power = power;
        },
        request);
    return request;
}

bool Plan::isBlocked() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::Blocking; });
}

std::size_t Plan::vmsGoingDown() const
{
    // One that goes down twice is still one.
    std::set<std::pair<model::HostId, model::VmId>> vms;
    for (const Target& target : targets) {
        if (target.goesDown)
            vms.insert({target.host, target.vm});
    }
    return vms.size();
}

} // namespace hvgpu::operations
