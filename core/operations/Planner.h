#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"

#include <QDateTime>
#include <QString>

namespace hvgpu::operations {

/// What a plan needs besides the request and the fleet, so that planning stays pure.
struct PlanContext
{
    QString id;    ///< GUID of the plan
    QDateTime now; ///< UTC
};

/// Works a request out against what is known of the fleet. Pure: reads nothing, changes nothing. A plan with
/// blocking findings still lists what it would do for the targets that are not blocked.
[[nodiscard]] Plan plan(const Request& request, const fleet::FleetSnapshot& fleet,
                        const PlanContext& context);

[[nodiscard]] Plan planSetCount(const SetCountRequest& request, const fleet::FleetSnapshot& fleet,
                                const PlanContext& context);
[[nodiscard]] Plan planAssign(const AssignRequest& request, const fleet::FleetSnapshot& fleet,
                              const PlanContext& context);
[[nodiscard]] Plan planUnassign(const UnassignRequest& request, const fleet::FleetSnapshot& fleet,
                                const PlanContext& context);

[[nodiscard]] Plan planDdaAssign(const DdaAssignRequest& request, const fleet::FleetSnapshot& fleet,
                                 const PlanContext& context);
[[nodiscard]] Plan planDdaRemove(const DdaRemoveRequest& request, const fleet::FleetSnapshot& fleet,
                                 const PlanContext& context);
[[nodiscard]] Plan planDismount(const DismountRequest& request, const fleet::FleetSnapshot& fleet,
                                const PlanContext& context);
[[nodiscard]] Plan planMount(const MountRequest& request, const fleet::FleetSnapshot& fleet,
                             const PlanContext& context);
[[nodiscard]] Plan planVmSettings(const VmSettingsRequest& request, const fleet::FleetSnapshot& fleet,
                                  const PlanContext& context);
[[nodiscard]] Plan planCreatePool(const CreatePoolRequest& request, const fleet::FleetSnapshot& fleet,
                                  const PlanContext& context);
[[nodiscard]] Plan planDeletePool(const DeletePoolRequest& request, const fleet::FleetSnapshot& fleet,
                                  const PlanContext& context);
[[nodiscard]] Plan planAssignPool(const AssignPoolRequest& request, const fleet::FleetSnapshot& fleet,
                                  const PlanContext& context);

} // namespace hvgpu::operations
