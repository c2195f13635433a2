#include "tests/core/operations/RunScenario.h"

#include "core/operations/PlanBuilder.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace hvgpu::test {
namespace {

using model::PowerState;
using operations::StepKind;

FakeWorld::Vm machine(bool running, bool clustered, int number = 1)
{
    FakeWorld::Vm vm;
    vm.name = u"=odd, \"name\""_s;
    vm.power = running ? PowerState::Running : PowerState::Off;
    if (clustered)
        vm.cluster =
            hyperv::ClusterResource{u"Virtual Machine vm %1"_s.arg(number), u"node1"_s, 1, running ? 2U : 3U};
    return vm;
}

std::vector<model::Assignment> claimsOn(const FakeWorld& world, const model::GpuId& device)
{
    std::vector<model::Assignment> claims;
    for (const auto& [id, vm] : world.vms) {
        for (const model::Assignment& adapter : vm.devices) {
            if (adapter.deviceInstancePath == u"PCIP\\"_s + device.text())
                claims.push_back(adapter);
        }
    }
    return claims;
}

/// The card of @p world and its other function.
void addDevices(model::HostSnapshot& host, const FakeWorld& world)
{
    const auto card = world.devices.find(scenarioCard);
    if (card == world.devices.end())
        return;
    const bool dismounted = card->second.mount == model::DeviceMount::Dismounted;
    model::Gpu gpu;
    gpu.id = scenarioCard;
    gpu.name = u"NVIDIA T4"_s;
    gpu.locationPath = u"PCIROOT(21)#PCI(0300)#PCI(0000)"_s;
    gpu.pnp = model::PnpDevice{};
    gpu.pnp->instanceId = (dismounted ? u"PCIP\\"_s : u"PCI\\"_s) + scenarioCard.text();
    gpu.pnp->problemCode = 0;
    gpu.pnp->propertiesRead = true;
    gpu.pnp->deviceType = 2;
    gpu.pnp->baseClass = 3;
    gpu.pnp->acsCompatibleUpHierarchy = 3;
    gpu.pnp->requiresReservedMemoryRegion = 0;
    gpu.pnp->interruptSupport = 6;
    gpu.pnp->locationPaths = QStringList{gpu.locationPath};
    if (dismounted)
        gpu.dismounted = model::DismountedDevice{gpu.pnp->instanceId, gpu.locationPath};
    gpu.assignments = claimsOn(world, scenarioCard);
    if (const QString name = card->second.partitions; !dismounted && !name.isEmpty()) {
        gpu.partitioning = model::Partitioning{};
        gpu.partitioning->name = name;
        gpu.partitioning->partitionCount = std::uint16_t{4};
        for (const auto& [id, vm] : world.vms)
            gpu.assignments.insert(gpu.assignments.end(), vm.adapters.begin(), vm.adapters.end());
    }
    gpu.companions.push_back({scenarioAudio, u"High Definition Audio"_s, u"PCIROOT(21)#PCI(0300)#PCI(0001)"_s,
                              0, world.devices.at(scenarioAudio).mount == model::DeviceMount::Dismounted,
                              claimsOn(world, scenarioAudio)});
    host.host.iovSupport = true;
    host.gpus.push_back(std::move(gpu));
    for (const auto& [name, pool] : world.pools) {
        model::GpuPool made;
        made.name = name;
        for (const model::GpuId& device : pool.devices)
            made.devices << u"PCIP\\"_s + device.text();
        host.pools.push_back(made);
    }
}

/// A world with the card, how the host has it, and a VM with settings worth putting back.
FakeWorld deviceWorld(bool running, bool clustered, bool dismounted)
{
    FakeWorld world;
    for (const model::GpuId& id : {scenarioCard, scenarioAudio}) {
        world.devices[id].mount = dismounted ? model::DeviceMount::Dismounted : model::DeviceMount::Enabled;
        world.devices[id].listedAfter = 2;
    }
    FakeWorld::Vm vm = machine(running, clustered);
    vm.settings.lowMmioMb = 128;
    vm.settings.highMmioMb = 512;
    vm.settings.guestControlledCacheTypes = false;
    vm.settings.automaticStopAction = model::stopActionSave;
    vm.settings.checkpointType = 3;
    vm.settings.dynamicMemory = true;
    vm.settings.minimumMemoryMb = 512;
    vm.settings.maximumMemoryMb = 8192;
    world.vms[scenarioVm] = vm;
    return world;
}

/// The fleet as a refresh would have seen @p world.
fleet::FleetSnapshot seen(const FakeWorld& world)
{
    auto host = std::make_shared<model::HostSnapshot>();
    host->host.build = 26100;
    for (const auto& [name, gpu] : world.gpus) {
        model::Gpu made;
        made.id = model::GpuId(u"GPU"_s);
        made.name = u"NVIDIA A2"_s;
        made.partitioning = model::Partitioning{};
        made.partitioning->name = name;
        made.partitioning->partitionCount = gpu.count;
        made.partitioning->validPartitionCounts = gpu.valid;
        for (const auto& [id, vm] : world.vms) {
            for (const model::Assignment& adapter : vm.adapters) {
                if (!adapter.automatic)
                    made.assignments.push_back(adapter);
                else
                    host->unplacedAssignments.push_back(adapter);
            }
        }
        host->gpus.push_back(made);
    }
    addDevices(*host, world);
    for (const auto& [id, vm] : world.vms) {
        model::VirtualMachine made;
        made.id = id;
        made.lowMmioGapMb = vm.settings.lowMmioMb;
        made.highMmioGapMb = vm.settings.highMmioMb;
        made.guestControlledCacheTypes = vm.settings.guestControlledCacheTypes;
        made.automaticShutdownAction = vm.settings.automaticStopAction;
        made.userSnapshotType = vm.settings.checkpointType;
        made.name = vm.name;
        made.state = vm.power;
        made.generation = 2;
        made.version = u"12.0"_s;
        made.dynamicMemory = vm.settings.dynamicMemory.value_or(false);
        made.startupMemoryMb = 4096;
        made.minimumMemoryMb = vm.settings.minimumMemoryMb;
        made.maximumMemoryMb = vm.settings.maximumMemoryMb;
        made.partitionAdapters = static_cast<int>(vm.adapters.size());
        made.clustered = vm.cluster.has_value();
        if (vm.cluster)
            made.offlineAction = vm.cluster->offlineAction;
        host->vms.push_back(made);
    }
    auto record = std::make_shared<fleet::HostRecord>();
    record->id = scenarioHost;
    record->displayName = u"HV01"_s;
    record->phase = fleet::HostPhase::Ready;
    record->snapshot = host;
    fleet::FleetSnapshot fleet;
    fleet.hosts.push_back(record);
    return fleet;
}

operations::PlanContext context()
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), QDateTime::currentDateTimeUtc()};
}

QString describe(bool running, bool clustered)
{
    return (running ? u"running"_s : u"off"_s) + (clustered ? u", clustered"_s : u""_s);
}

} // namespace

fleet::FleetSnapshot fleetSeen(const FakeWorld& world, const QDateTime& readAt)
{
    fleet::FleetSnapshot fleet = seen(world);
    auto record = std::make_shared<fleet::HostRecord>(*fleet.hosts.front());
    record->lastSuccess = readAt;
    fleet.hosts.front() = record;
    return fleet;
}

RunScenario RunScenario::setCount()
{
    RunScenario scenario;
    scenario.name = u"set count"_s;
    scenario.world.gpus[scenarioGpu] = {};
    scenario.plan = operations::planSetCount({{{scenarioHost, model::GpuId(u"GPU"_s)}}, 8, {}},
                                             seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::assign(bool running, bool clustered, bool chosenGpu)
{
    RunScenario scenario;
    scenario.name =
        u"assign, %1%2"_s.arg(describe(running, clustered), chosenGpu ? u", GPU chosen"_s : u""_s);
    scenario.world.gpus[scenarioGpu] = {};
    scenario.world.vms[scenarioVm] = machine(running, clustered);
    operations::AssignRequest request;
    request.host = scenarioHost;
    request.vms = {scenarioVm};
    if (chosenGpu)
        request.gpu = model::GpuId(u"GPU"_s);
    scenario.plan = operations::planAssign(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::unassign(bool running, bool clustered, int adapters)
{
    RunScenario scenario;
    scenario.name = u"unassign %1, %2"_s.arg(adapters).arg(describe(running, clustered));
    scenario.world.gpus[scenarioGpu] = {};
    FakeWorld::Vm vm = machine(running, clustered);
    operations::UnassignRequest request;
    for (int i = 0; i < adapters; ++i) {
        model::Assignment adapter;
        adapter.vm = scenarioVm;
        adapter.adapterId = u"Microsoft:%1\\%2"_s.arg(scenarioVm.text()).arg(scenario.world.nextAdapter++);
        adapter.deviceInstancePath = scenarioGpu;
        adapter.minPartitionVram = 1'000'000'000U + static_cast<unsigned>(i);
        vm.quotas[adapter.adapterId] = {{u"MinPartitionVRAM"_s, *adapter.minPartitionVram},
                                        {u"MaxPartitionVRAM"_s, 2'000'000'000},
                                        {u"OptimalPartitionCompute"_s, 100U + static_cast<unsigned>(i)}};
        vm.adapters.push_back(adapter);
        request.adapters.push_back({scenarioHost, scenarioVm, adapter.adapterId});
    }
    scenario.world.takesNoQuotas = adapters > 1;
    scenario.world.vms[scenarioVm] = vm;
    scenario.plan = operations::planUnassign(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::assignSeveral(int count, bool running, bool clustered)
{
    RunScenario scenario;
    scenario.name = u"assign %1, %2"_s.arg(count).arg(describe(running, clustered));
    scenario.world.gpus[scenarioGpu] = {};
    operations::AssignRequest request;
    request.host = scenarioHost;
    for (int i = 1; i <= count; ++i) {
        const model::VmId id(u"11111111-2222-3333-4444-00000000000%1"_s.arg(i));
        scenario.world.vms[id] = machine(running, clustered, i);
        request.vms.push_back(id);
    }
    scenario.plan = operations::planAssign(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::unassignSeveral(int count, bool running, bool clustered)
{
    RunScenario scenario = assignSeveral(count, running, clustered);
    scenario.name = u"unassign from %1, %2"_s.arg(count).arg(describe(running, clustered));
    operations::UnassignRequest request;
    for (auto& [id, vm] : scenario.world.vms) {
        model::Assignment adapter;
        adapter.vm = id;
        adapter.adapterId = u"Microsoft:%1\\%2"_s.arg(id.text()).arg(scenario.world.nextAdapter++);
        adapter.deviceInstancePath = scenarioGpu;
        vm.adapters.push_back(adapter);
        request.adapters.push_back({scenarioHost, id, adapter.adapterId});
    }
    scenario.plan = operations::planUnassign(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::ddaAssign(bool running, bool clustered, bool dismounted)
{
    RunScenario scenario;
    scenario.name = u"DDA assign, %1%2"_s.arg(describe(running, clustered),
                                              dismounted ? u", dismounted before"_s : u""_s);
    scenario.world = deviceWorld(running, clustered, dismounted);
    operations::DdaAssignRequest request;
    request.host = scenarioHost;
    request.vm = scenarioVm;
    request.devices = {scenarioCard, scenarioAudio};
    request.makeMemoryStatic = true;
    request.disableCheckpoints = true;
    scenario.plan = operations::planDdaAssign(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::ddaRemove(bool running, bool clustered, bool keepDismounted)
{
    RunScenario scenario;
    scenario.name = u"DDA remove, %1%2"_s.arg(describe(running, clustered),
                                              keepDismounted ? u", left dismounted"_s : u""_s);
    scenario.world = deviceWorld(running, clustered, true);
    FakeWorld::Vm& vm = scenario.world.vms[scenarioVm];
    operations::DdaRemoveRequest request;
    request.host = scenarioHost;
    request.vm = scenarioVm;
    request.keepDismounted = keepDismounted;
    for (const model::GpuId& id : {scenarioCard, scenarioAudio}) {
        model::Assignment adapter;
        adapter.kind = model::Assignment::Kind::WholeDevice;
        adapter.vm = scenarioVm;
        adapter.adapterId = u"Microsoft:%1\\%2"_s.arg(scenarioVm.text()).arg(scenario.world.nextAdapter++);
        adapter.deviceInstancePath = u"PCIP\\"_s + id.text();
        vm.devices.push_back(adapter);
        request.adapters.push_back(adapter.adapterId);
    }
    vm.settings.lowMmioMb = 3072;
    vm.settings.dynamicMemory = false;
    if (!keepDismounted) {
        request.restore.lowMmioMb = 128;
        request.restore.automaticStopAction = model::stopActionShutDown;
        request.restore.dynamicMemory = true;
        request.offlineAction = 2;
    }
    scenario.plan = operations::planDdaRemove(request, seen(scenario.world), context());
    return scenario;
}

namespace {

/// The card can be partitioned, and two other VMs have partitions of it.
FakeWorld partitionedWorld(bool running, bool clustered)
{
    FakeWorld world = deviceWorld(running, clustered, false);
    world.devices[scenarioCard].partitions = scenarioGpu;
    int number = 2;
    for (const model::VmId& id : {scenarioOtherVm, scenarioThirdVm}) {
        FakeWorld::Vm& vm = world.vms[id] = machine(running, clustered, number++);
        vm.settings = world.vms[scenarioVm].settings;
        model::Assignment adapter;
        adapter.vm = id;
        adapter.adapterId = u"Microsoft:%1\\%2"_s.arg(id.text()).arg(world.nextAdapter++);
        adapter.deviceInstancePath = scenarioGpu;
        vm.adapters.push_back(adapter);
    }
    return world;
}

} // namespace

RunScenario RunScenario::convert(bool running, bool clustered)
{
    RunScenario scenario;
    scenario.name = u"convert to DDA, %1"_s.arg(describe(running, clustered));
    scenario.world = partitionedWorld(running, clustered);
    operations::DdaAssignRequest request;
    request.host = scenarioHost;
    request.vm = scenarioVm;
    request.devices = {scenarioCard, scenarioAudio};
    request.makeMemoryStatic = true;
    request.unassignPartitions = true;
    scenario.plan = operations::planDdaAssign(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::convertFor(const RunScenario& scenario, const model::VmId& vm)
{
    RunScenario other = scenario;
    auto request = std::get<operations::DdaAssignRequest>(scenario.plan.request);
    request.vm = vm;
    other.plan = operations::planDdaAssign(request, seen(scenario.world), context());
    return other;
}

RunScenario RunScenario::convertForAll()
{
    RunScenario scenario;
    scenario.name = u"convert to DDA, no VM"_s;
    scenario.world = partitionedWorld(true, false);
    const operations::DismountRequest request{
        {{scenarioHost, scenarioCard}, {scenarioHost, scenarioAudio}}, {}, true};
    scenario.plan = operations::planDismount(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::convertBack(bool running, bool clustered)
{
    RunScenario scenario = ddaRemove(running, clustered, false);
    scenario.name = u"convert to GPU-P, %1"_s.arg(describe(running, clustered));
    scenario.world.devices[scenarioCard].partitions = scenarioGpu;
    auto request = std::get<operations::DdaRemoveRequest>(scenario.plan.request);
    request.forPartitioning = true;
    scenario.plan = operations::planDdaRemove(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::dismount()
{
    RunScenario scenario;
    scenario.name = u"dismount"_s;
    scenario.world = deviceWorld(false, false, false);
    scenario.plan = operations::planDismount(
        {{{scenarioHost, scenarioCard}, {scenarioHost, scenarioAudio}}, {}}, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::mount()
{
    RunScenario scenario;
    scenario.name = u"mount"_s;
    scenario.world = deviceWorld(false, false, true);
    scenario.plan = operations::planMount({{{scenarioHost, scenarioCard}, {scenarioHost, scenarioAudio}}},
                                          seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::vmSettings(bool running, bool needsOff)
{
    RunScenario scenario;
    scenario.name = u"settings, %1%2"_s.arg(describe(running, true), needsOff ? u", MMIO"_s : u""_s);
    scenario.world = deviceWorld(running, true, false);
    operations::VmSettingsRequest request;
    request.vms = {{scenarioHost, scenarioVm}};
    request.settings.automaticStopAction = model::stopActionTurnOff;
    if (needsOff)
        request.settings.lowMmioMb = 1024;
    request.offlineAction = 3;
    scenario.plan = operations::planVmSettings(request, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::createPool()
{
    RunScenario scenario;
    scenario.name = u"create pool"_s;
    scenario.world = deviceWorld(false, false, false);
    scenario.plan = operations::planCreatePool(
        {u"GPUs"_s, {{scenarioHost, scenarioCard}, {scenarioHost, scenarioAudio}}, {}}, seen(scenario.world),
        context());
    return scenario;
}

RunScenario RunScenario::deletePool()
{
    RunScenario scenario;
    scenario.name = u"delete pool"_s;
    scenario.world = deviceWorld(false, false, true);
    scenario.world.pools[u"GPUs"_s].devices = {scenarioCard, scenarioAudio};
    scenario.plan =
        operations::planDeletePool({u"GPUs"_s, {scenarioHost}, true}, seen(scenario.world), context());
    return scenario;
}

RunScenario RunScenario::assignPool(bool running)
{
    RunScenario scenario;
    scenario.name = u"assign from pool, "_s + describe(running, true);
    scenario.world = deviceWorld(running, true, true);
    scenario.world.pools[u"GPUs"_s].devices = {scenarioCard, scenarioAudio};
    operations::AssignPoolRequest request;
    request.host = scenarioHost;
    request.vm = scenarioVm;
    request.pool = u"GPUs"_s;
    request.count = 2;
    request.makeMemoryStatic = true;
    scenario.plan = operations::planAssignPool(request, seen(scenario.world), context());
    return scenario;
}

std::vector<RunScenario> RunScenario::allOfDevices()
{
    std::vector<RunScenario> scenarios{dismount(), mount(), createPool(), deletePool(), convertForAll()};
    for (const bool running : {false, true}) {
        scenarios.push_back(vmSettings(running, running));
        scenarios.push_back(vmSettings(running, !running));
        scenarios.push_back(assignPool(running));
        for (const bool clustered : {false, true}) {
            scenarios.push_back(ddaAssign(running, clustered, false));
            scenarios.push_back(ddaRemove(running, clustered, false));
        }
        scenarios.push_back(convert(running, running));
        scenarios.push_back(convertBack(running, !running));
        scenarios.push_back(ddaAssign(running, false, true));
        scenarios.push_back(ddaRemove(running, true, true));
    }
    return scenarios;
}

void RunScenario::setPolicy(operations::PowerPolicy policy)
{
    for (operations::Target& target : plan.targets) {
        for (operations::Step& step : target.steps)
            step.power.policy = policy;
    }
}

std::vector<RunScenario> RunScenario::some()
{
    std::vector<RunScenario> scenarios{setCount(), unassign(true, false, 2)};
    for (const bool clustered : {false, true}) {
        scenarios.push_back(assign(true, clustered, true));
        scenarios.push_back(unassign(true, clustered, 1));
    }
    return scenarios;
}

std::vector<RunScenario> RunScenario::all()
{
    std::vector<RunScenario> scenarios{setCount()};
    for (const bool running : {false, true}) {
        for (const bool clustered : {false, true}) {
            scenarios.push_back(assign(running, clustered, false));
            scenarios.push_back(assign(running, clustered, true));
            scenarios.push_back(unassign(running, clustered, 1));
            scenarios.push_back(unassign(running, clustered, 2));
            scenarios.push_back(assignSeveral(2, running, clustered));
        }
    }
    return scenarios;
}

} // namespace hvgpu::test
