#include "tests/core/report/SampleFleet.h"

using namespace Qt::StringLiterals;

namespace hvgpu::tests {
namespace {

using namespace operations;

const model::HostId node(u"NODE1"_s);
const model::HostId old(u"OLD"_s);

Step stepOf(StepKind kind)
{
    Step step;
    step.kind = kind;
    return step;
}

Target vmTarget(const QString& id, const QString& name)
{
    Target target;
    target.host = node;
    target.hostName = u"NODE1"_s;
    target.vm = model::VmId(id);
    target.name = name;
    target.expected.power = model::PowerState::Running;
    target.expected.adapterIds = {u"Microsoft:"_s + id + u"\\1"_s};
    target.steps = {stepOf(StepKind::ShutDownGuest), stepOf(StepKind::RemovePartitionAdapter),
                    stepOf(StepKind::StartVm)};
    target.goesDown = true;
    target.maxDowntime = std::chrono::seconds(210);
    return target;
}

StepReport done(int step, int calls, int ms)
{
    StepReport report;
    report.step = step;
    report.done = true;
    report.calls.resize(static_cast<std::size_t>(calls));
    report.duration = std::chrono::milliseconds(ms);
    return report;
}

Activity activityOf(const Plan& plan)
{
    Activity activity;
    activity.id = plan.id;
    activity.plan = plan;
    activity.startedAt = sampleNow();
    activity.by = u"ada@console"_s;
    activity.targets.resize(plan.targets.size());
    return activity;
}

Plan unassignPlan()
{
    Plan plan;
    plan.id = u"00000000-0000-0000-0000-000000000002"_s;
    plan.createdAt = sampleNow();
    plan.request = UnassignRequest{};
    plan.targets = {vmTarget(u"A"_s, u"=web"_s), vmTarget(u"B"_s, u"db, \"main\""_s)};
    return plan;
}

} // namespace

Plan samplePlan()
{
    Plan plan;
    plan.id = u"00000000-0000-0000-0000-000000000001"_s;
    plan.createdAt = sampleNow();
    plan.request = SetCountRequest{{}, 8, {}};
    Target target;
    target.host = node;
    target.hostName = u"NODE1"_s;
    target.gpu = model::GpuId(u"VEN_10DE&DEV_25B6\\1"_s);
    target.name = u"NVIDIA A2"_s;
    target.gpuName = u"\\\\?\\PCI#VEN_10DE&DEV_25B6#1#{guid}"_s;
    target.expected.partitionCount = 4;
    target.steps = {stepOf(StepKind::SetPartitionCount)};
    target.steps.front().after = 8;
    plan.targets = {target};
    plan.findings = {{FindingCode::ServersDiffer, Severity::Warning, {}, {}, {}, {}},
                     {FindingCode::CountUnchanged, Severity::Note, node, target.gpu, {}, {u"8"_s}},
                     {FindingCode::DataStale, Severity::Warning, old, {}, {}, {u"3600"_s}},
                     {FindingCode::HostNotReady, Severity::Blocking, old, {}, {}, {}}};
    return plan;
}

std::vector<std::shared_ptr<const Activity>> sampleActivities()
{
    Activity counted = activityOf(samplePlan());
    counted.state = ActivityState::Ended;
    counted.endedAt = sampleNow().addSecs(5);
    counted.targets.front().report.outcome = Outcome::Succeeded;
    counted.targets.front().report.steps = {done(0, 3, 1200)};

    Activity lost = activityOf(unassignPlan());
    lost.state = ActivityState::Interrupted;
    TargetProgress& first = lost.targets.front();
    first.unfinished = true;
    first.report.vmLeft = operations::VmLeft::MayBeOff;
    first.report.steps = {done(0, 4, 30'000)};
    first.report.undo = {done(-1, 1, 500)};
    base::Error error;
    error.code = base::ErrorCode::Unreachable;
    error.host = u"NODE1"_s;
    first.report.error = error;
    lost.targets.back().report.outcome = Outcome::Refused;
    lost.targets.back().report.changed = u"its power state is different"_s;
    return {std::make_shared<const Activity>(counted), std::make_shared<const Activity>(lost)};
}

} // namespace hvgpu::tests
