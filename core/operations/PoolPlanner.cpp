#include "core/analysis/VmTitle.h"
#include "core/model/WindowsBuild.h"
#include "core/operations/DdaPlanner.h"
#include "core/operations/Devices.h"
#include "core/operations/Planner.h"

#include <algorithm>
#include <map>
#include <set>

namespace hvgpu::operations {
namespace {

bool checkName(PlanBuilder& builder, const QString& name)
{
    if (!name.trimmed().isEmpty() && name == name.trimmed())
        return true;
    builder.add(FindingCode::PoolNameInvalid, Severity::Blocking, {}, {}, {}, {name});
    return false;
}

bool checkBuild(PlanBuilder& builder, const fleet::HostRecord& record)
{
    const std::uint32_t build = record.snapshot->host.build.value_or(model::windowsServer2025Build);
    if (build < model::windowsServer2025Build)
        builder.add(FindingCode::PoolsNeedServer2025, Severity::Blocking, record.id, {}, {},
                    {QString::number(build)});
    return build >= model::windowsServer2025Build;
}

const model::GpuPool* findPool(const model::HostSnapshot& host, const QString& name)
{
    const auto found = std::find_if(host.pools.begin(), host.pools.end(),
                                    [&name](const model::GpuPool& pool) { return pool.name == name; });
    return found == host.pools.end() ? nullptr : &*found;
}

/// Names of the VMs with a place in the pool, off or on.
QStringList usersOf(const model::HostSnapshot& host, const QString& pool)
{
    QStringList names;
    const auto collect = [&](const std::vector<model::Assignment>& assignments) {
        for (const model::Assignment& assignment : assignments) {
            if (assignment.poolName == pool)
                names << analysis::vmName(assignment);
        }
    };
    for (const model::Gpu& gpu : host.gpus)
        collect(gpu.assignments);
    collect(host.unplacedAssignments);
    names.removeDuplicates();
    return names;
}

/// Nodes of the host's cluster, that were read, without a pool of this name.
QStringList nodesWithout(const fleet::FleetSnapshot& fleet, const fleet::HostRecord& record,
                         const QString& pool, const std::set<model::HostId>& besides)
{
    QStringList names;
    for (const auto& other : fleet.hosts) {
        const bool isNode = other->entry == record.entry && other->id != record.id && other->snapshot;
        if (isNode && !besides.contains(other->id) && findPool(*other->snapshot, pool) == nullptr)
            names << other->displayName;
    }
    return names;
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
    const model::GpuPool* pool = record.snapshot->poolOf(*device.card);
    if (pool != nullptr)
        builder.add(FindingCode::DeviceInPool, Severity::Blocking, record.id, device.id, {}, {pool->name});
    return checkDismount(builder, record, device) && owners.isEmpty() && pool == nullptr;
}

void planNode(PlanBuilder& builder, const CreatePoolRequest& request, const fleet::HostRecord& record,
              const std::vector<model::GpuId>& ids)
{
    std::vector<DeviceFacts> devices;
    bool blocked = !checkBuild(builder, record);
    if (findPool(*record.snapshot, request.name) != nullptr) {
        builder.add(FindingCode::PoolExists, Severity::Blocking, record.id, {}, {}, {request.name});
        blocked = true;
    }
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

/// The devices of the pool that are GPUs or on their cards, as they stand.
std::vector<DeviceFacts> devicesIn(const model::GpuPool& pool, const model::HostSnapshot& host)
{
    std::vector<DeviceFacts> devices;
    for (const QString& path : pool.devices) {
        if (const auto device = findDevice(host, model::gpuIdFrom(path)))
            devices.push_back(*device);
    }
    return devices;
}

void planDeletion(PlanBuilder& builder, const DeletePoolRequest& request, const fleet::HostRecord& record)
{
    const model::GpuPool* pool = findPool(*record.snapshot, request.name);
    if (pool == nullptr)
        return builder.add(FindingCode::PoolNotFound, Severity::Blocking, record.id, {}, {}, {request.name});
    if (const QStringList users = usersOf(*record.snapshot, request.name); !users.isEmpty())
        return builder.add(FindingCode::PoolInUse, Severity::Blocking, record.id, {}, {}, users);
    Target target = poolTarget(record, request.name);
    Step step;
    step.kind = StepKind::DeletePool;
    step.pool = request.name;
    for (const QString& path : pool->devices)
        step.poolDevices.push_back(model::gpuIdFrom(path));
    target.steps.push_back(std::move(step));
    for (const DeviceFacts& device : devicesIn(*pool, *record.snapshot)) {
        if (!request.mountDevices)
            break;
        target.expected.devices.push_back(device.expectation({}));
        for (const Step& back : mountSteps(device))
            target.steps.push_back(back);
    }
    builder.add(std::move(target));
}

/// A VM's pool has enough devices where it is now, and is on every node it may move to.
bool checkPool(PlanBuilder& builder, const AssignPoolRequest& request, const fleet::FleetSnapshot& fleet,
               const fleet::HostRecord& record)
{
    const model::GpuPool* pool = findPool(*record.snapshot, request.pool);
    if (pool == nullptr) {
        builder.add(FindingCode::PoolNotFound, Severity::Blocking, record.id, {}, {}, {request.pool});
        return false;
    }
    const QStringList without = nodesWithout(fleet, record, request.pool, {});
    if (!without.isEmpty())
        builder.add(FindingCode::PoolNotOnNodes, Severity::Warning, record.id, {}, {}, without);
    if (pool->devices.size() >= request.count)
        return true;
    builder.add(FindingCode::PoolTooSmall, Severity::Blocking, record.id, {}, {},
                {request.pool, QString::number(pool->devices.size())});
    return false;
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
    std::set<model::HostId> chosen;
    for (const auto& [host, ids] : byHost)
        chosen.insert(host);
    for (const auto& [host, ids] : byHost) {
        const fleet::HostRecord* record = builder.usableHost(host);
        if (record == nullptr)
            continue;
        planNode(builder, request, *record, ids);
        const QStringList without = nodesWithout(fleet, *record, request.name, chosen);
        if (host == byHost.begin()->first && !without.isEmpty())
            builder.add(FindingCode::PoolNotOnNodes, Severity::Warning, host, {}, {}, without);
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
        planDeletion(builder, request, *record);
    }
    return builder.take();
}

Plan planAssignPool(const AssignPoolRequest& request, const fleet::FleetSnapshot& fleet,
                    const PlanContext& context)
{
    PlanBuilder builder(request, fleet, context);
    if (request.count < 1)
        builder.add(FindingCode::NothingSelected, Severity::Blocking, request.host);
    const fleet::HostRecord* record = builder.usableHostOfVms(request.host);
    if (record == nullptr)
        return builder.take();
    const model::VirtualMachine* vm = record->snapshot->findVm(request.vm);
    if (vm == nullptr) {
        builder.add(FindingCode::VmNotFound, Severity::Blocking, request.host, {}, request.vm,
                    {request.vm.text()});
        return builder.take();
    }
    const bool build = checkBuild(builder, *record) && checkPool(builder, request, fleet, *record);
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
