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
    for (const auto& [id, vm] : world.vms) {
        model::VirtualMachine made;
        made.id = id;
        made.name = vm.name;
        made.state = vm.power;
        made.generation = 2;
        made.version = u"12.0"_s;
        made.dynamicMemory = false;
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
        vm.adapters.push_back(adapter);
        request.adapters.push_back({scenarioHost, scenarioVm, adapter.adapterId});
    }
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
