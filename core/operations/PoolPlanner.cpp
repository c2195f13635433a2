#include "core/operations/DdaPlanner.h"
#include "core/operations/Devices.h"
#include "core/operations/Planner.h"

#include <algorithm>
#include <map>

namespace hvgpu::operations {
namespace {

constexpr std::uint32_t windowsServer2025Build = 26100;

bool checkName(PlanBuilder& builder, const QString& name)
{
    if (!name.trimmed().isEmpty() && name == name.trimmed())
        return true;
    builder.add(FindingCode::PoolNameInvalid, Severity::Blocking, {}, {}, {}, {name});
    return false;
}

bool checkBuild(PlanBuilder& builder, const fleet::HostRecord& record)
{
    const std::uint32_t build = record.snapshot->host.build.value_or(windowsServer2025Build);
    if (build < windowsServer2025Build)
        builder.add(FindingCode::PoolsNeedServer2025, Severity::Blocking, record.id, {}, {},
                    {QString::number(build)});
    return build >= windowsServer2025Build;
}

Target poolTarget(const fleet::HostRecord& record, const QString& pool)
{
    Target target;
    target.host = record.id;
    target.hostName = record.displayName;
    target.pool = pool;
    target.name = pool;
    return target;
}

/// The chosen devices of one host that may go into a pool.
bool usable(PlanBuilder& builder, const fleet::HostRecord& record, const DeviceFacts& device)
{
    const QStringList owners = device.holders(model::Assignment::Kind::WholeDevice);
    if (!owners.isEmpty())
        builder.add(FindingCode::DeviceAssigned, Severity::Blocking, record.id, device.id, {}, owners);
    return checkDismount(builder, record, device) && owners.isEmpty();
}

void planNode(PlanBuilder& builder, const CreatePoolRequest& request, const fleet::HostRecord& record,
              const std::vector<model::GpuId>& ids)
{
    std::vector<DeviceFacts> devices;
    bool blocked = !checkBuild(builder, record);
    for (const model::GpuId& id : ids) {
        if (const auto device = findDevice(*record.snapshot, id)) {
            blocked = !usable(builder, record, *device) || blocked;
            devices.push_back(*device);
        } else {
            builder.add(FindingCode::DeviceNotFound, Severity::Blocking, record.id, id, {}, {id.text()});
            blocked = true;
        }
    }
    warnOfCards(builder, record, devices);
    if (blocked)
        return;
    Target target = poolTarget(record, request.name);
    Step create;
    create.kind = StepKind::CreatePool;
    create.pool = request.name;
    for (const DeviceFacts& device : devices) {
        target.expected.devices.push_back(device.expectation({}));
        create.poolDevices.push_back(device.id);
        for (const Step& step : dismountSteps(device, request.requirements))
            target.steps.push_back(step);
    }
    target.steps.push_back(std::move(create));
    builder.add(std::move(target));
}

} // namespace

Plan planCreatePool(const CreatePoolRequest& request, const fleet::FleetSnapshot& fleet,
                    const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.devices.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, {});
    if (!checkName(builder, request.name))
        return builder.take();
    // The devices that were chosen and no others: everything dismounted would take disks along (EC-50).
    std::map<model::HostId, std::vector<model::GpuId>> byHost;
    for (const GpuRef& ref : request.devices)
        byHost[ref.host].push_back(ref.gpu);
    for (const auto& [host, ids] : byHost) {
        if (const fleet::HostRecord* record = builder.usableHost(host))
            planNode(builder, request, *record, ids);
    }
    warnOfForce(builder, {}, request.requirements);
    return builder.take();
}

Plan planDeletePool(const DeletePoolRequest& request, const fleet::FleetSnapshot& fleet,
                    const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.hosts.empty())
        builder.add(FindingCode::NothingSelected, Severity::Blocking, {});
    for (const model::HostId& host : request.hosts) {
        const fleet::HostRecord* record = builder.usableHost(host);
        if (record == nullptr)
            continue;
        Target target = poolTarget(*record, request.name);
        Step step;
        step.kind = StepKind::DeletePool;
        step.pool = request.name;
        target.steps.push_back(std::move(step));
        builder.add(std::move(target));
    }
    return builder.take();
}

Plan planAssignPool(const AssignPoolRequest& request, const fleet::FleetSnapshot& fleet,
                    const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.count < 1)
        builder.add(FindingCode::NothingSelected, Severity::Blocking, request.host);
    const fleet::HostRecord* record = builder.usableHost(request.host);
    if (record == nullptr)
        return builder.take();
    const model::VirtualMachine* vm = record->snapshot->findVm(request.vm);
    if (vm == nullptr) {
        builder.add(FindingCode::VmNotFound, Severity::Blocking, request.host, {}, request.vm,
                    {request.vm.text()});
        return builder.take();
    }
    const bool build = checkBuild(builder, *record);
    const VmChange change{*record, *vm, request.power, true};
    const auto settings = settingsForDevices(
        builder, *record, *vm,
        {request.lowMmioMb, request.highMmioMb, request.makeMemoryStatic, request.disableCheckpoints});
    if (!builder.checkPower(change) || !build || !settings || request.count < 1)
        return builder.take();
    std::vector<Step> edits = PlanBuilder::settingSteps(*vm, *settings);
    for (int i = 0; i < request.count; ++i) {
        Step step;
        step.kind = StepKind::AssignFromPool;
        step.pool = request.pool;
        edits.push_back(std::move(step));
    }
    builder.addVmTarget(change, std::move(edits));
    return builder.take();
}

} // namespace hvgpu::operations
