#include "tests/ui/activity/ActivitySamples.h"

namespace hvgpu::tests {
using namespace Qt::StringLiterals;
using operations::StepKind;

namespace {

operations::Step step(StepKind kind)
{
    operations::Step made;
    made.kind = kind;
    return made;
}

operations::Target machine(const QString& name, model::PowerState power)
{
    operations::Target target;
    target.host = model::HostId(u"hv01"_s);
    target.hostName = u"hv01"_s;
    target.vm = model::VmId(name.toUpper());
    target.name = name;
    target.expected.power = power;
    target.goesDown = power == model::PowerState::Running;
    if (target.goesDown)
        target.steps.push_back(step(StepKind::ShutDownGuest));
    target.steps.push_back(step(StepKind::AddPartitionAdapter));
    if (target.goesDown)
        target.steps.push_back(step(StepKind::StartVm));
    return target;
}

operations::Activity begun(const QString& id, operations::Plan plan)
{
    operations::Activity activity;
    activity.id = id;
    activity.plan = std::move(plan);
    activity.plan.id = id;
    activity.state = operations::ActivityState::Running;
    activity.by = u"admin@desk"_s;
    activity.targets.resize(activity.plan.targets.size());
    return activity;
}

} // namespace

QDateTime activityNow()
{
    return QDateTime(QDate(2026, 3, 18), QTime(12, 0), Qt::UTC);
}

operations::Activity assigning(const QString& id)
{
    operations::AssignRequest request;
    request.host = model::HostId(u"hv01"_s);
    operations::Plan plan;
    plan.targets = {machine(u"cad-01"_s, model::PowerState::Running),
                    machine(u"cad-02"_s, model::PowerState::Off)};
    for (const operations::Target& target : plan.targets)
        request.vms.push_back(target.vm);
    plan.request = request;
    operations::Activity activity = begun(id, std::move(plan));
    activity.startedAt = activityNow().addSecs(-90);
    return activity;
}

operations::Activity countSet(const QString& id)
{
    operations::SetCountRequest request;
    request.count = 8;
    request.gpus = {{model::HostId(u"hv02"_s), model::GpuId(u"A2"_s)}};
    operations::Target target;
    target.host = model::HostId(u"hv02"_s);
    target.hostName = u"hv02"_s;
    target.gpu = model::GpuId(u"A2"_s);
    target.name = u"NVIDIA A2"_s;
    target.gpuName = u"\\\\?\\PCI#A2"_s;
    target.steps.push_back(step(StepKind::SetPartitionCount));
    target.steps.back().before = 4;
    target.steps.back().after = 8;
    operations::Plan plan;
    plan.request = request;
    plan.targets = {target};
    operations::Activity activity = begun(id, std::move(plan));
    activity.startedAt = activityNow().addSecs(-3600);
    activity.endedAt = activity.startedAt.addSecs(2);
    activity.state = operations::ActivityState::Ended;
    finishSteps(activity, 0);
    end(activity, 0, operations::Outcome::Succeeded);
    return activity;
}

void end(operations::Activity& activity, std::size_t target, operations::Outcome outcome)
{
    activity.targets[target].state = operations::TargetProgress::State::Ended;
    activity.targets[target].report.outcome = outcome;
}

void finishSteps(operations::Activity& activity, std::size_t target)
{
    operations::TargetReport& report = activity.targets[target].report;
    for (std::size_t i = 0; i < activity.plan.targets[target].steps.size(); ++i) {
        operations::StepReport done;
        done.step = static_cast<int>(i);
        done.done = true;
        done.duration = std::chrono::milliseconds(1200);
        done.calls.push_back({u"Invoke Something"_s, activity.plan.targets[target].name,
                              std::chrono::milliseconds(1100), u"4096, job completed"_s});
        report.steps.push_back(std::move(done));
    }
}

std::shared_ptr<const operations::Activity> share(const operations::Activity& activity)
{
    return std::make_shared<operations::Activity>(activity);
}

} // namespace hvgpu::tests
