#include "core/operations/Planner.h"

namespace hvgpu::operations {
namespace {

struct PlannerOf
{
    const fleet::FleetSnapshot& fleet;
    const PlanContext& context;

    Plan operator()(const SetCountRequest& request) const { return planSetCount(request, fleet, context); }
    Plan operator()(const AssignRequest& request) const { return planAssign(request, fleet, context); }
    Plan operator()(const UnassignRequest& request) const { return planUnassign(request, fleet, context); }
    Plan operator()(const DdaAssignRequest& request) const { return planDdaAssign(request, fleet, context); }
    Plan operator()(const DdaRemoveRequest& request) const { return planDdaRemove(request, fleet, context); }
    Plan operator()(const DismountRequest& request) const { return planDismount(request, fleet, context); }
    Plan operator()(const MountRequest& request) const { return planMount(request, fleet, context); }
    Plan operator()(const VmSettingsRequest& request) const
    {
        return planVmSettings(request, fleet, context);
    }
    Plan operator()(const CreatePoolRequest& request) const
    {
        return planCreatePool(request, fleet, context);
    }
    Plan operator()(const DeletePoolRequest& request) const
    {
        return planDeletePool(request, fleet, context);
    }
    Plan operator()(const AssignPoolRequest& request) const
    {
        return planAssignPool(request, fleet, context);
    }
};

} // namespace

Plan plan(const Request& request, const fleet::FleetSnapshot& fleet, const PlanContext& context)
{
    return std::visit(PlannerOf{fleet, context}, request);
}

} // namespace hvgpu::operations
