#include "core/operations/PlanJson.h"

#include "core/operations/DeviceJson.h"
#include "core/operations/Downtime.h"
#include "core/operations/EnumNames.h"
#include "core/operations/RequestJson.h"

#include <QJsonArray>
#include <QUuid>

#include <limits>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

constexpr int formatVersion = 1;
constexpr int lastOfflineAction = 3;

// JSON numbers are doubles; uint64 travels as text so that it stays exact.
using detail::number;
using detail::toNumber;

template <class Id>
QJsonArray ids(const std::vector<Id>& values)
{
    QJsonArray array;
    for (const Id& value : values) {
        if constexpr (std::is_same_v<Id, QString>)
            array.append(value);
        else
            array.append(value.text());
    }
    return array;
}

QJsonObject toJson(const Step& step)
{
    QJsonObject json{{u"kind"_s, name(step.kind)}};
    if (step.before)
        json[u"before"_s] = number(step.before);
    if (step.after)
        json[u"after"_s] = number(step.after);
    if (!step.gpuName.isEmpty())
        json[u"gpuName"_s] = step.gpuName;
    if (!step.adapterId.isEmpty())
        json[u"adapterId"_s] = step.adapterId;
    if (step.minPartitionVram)
        json[u"minPartitionVram"_s] = number(step.minPartitionVram);
    json[u"power"_s] = detail::toJson(step.power);
    detail::addDeviceParts(json, step);
    return json;
}

QJsonObject toJson(const GpuExpectation& gpu)
{
    QJsonObject json{{u"name"_s, gpu.name}};
    if (gpu.partitionCount)
        json[u"partitionCount"_s] = static_cast<int>(*gpu.partitionCount);
    return json;
}

QJsonObject toJson(const Expectation& expected)
{
    QJsonObject json{{u"clustered"_s, expected.clustered}};
    if (expected.partitionCount)
        json[u"partitionCount"_s] = static_cast<int>(*expected.partitionCount);
    if (expected.power)
        json[u"power"_s] = powerStateNames(*expected.power);
    if (expected.offlineAction)
        json[u"offlineAction"_s] = static_cast<int>(*expected.offlineAction);
    json[u"adapterIds"_s] = ids(expected.adapterIds);
    json[u"assignedVms"_s] = ids(expected.assignedVms);
    QJsonArray gpus;
    for (const GpuExpectation& gpu : expected.gpus)
        gpus.append(toJson(gpu));
    if (!gpus.isEmpty())
        json[u"gpus"_s] = gpus;
    detail::addDeviceParts(json, expected);
    return json;
}

QJsonObject toJson(const Finding& finding)
{
    return {
        {u"code"_s, name(finding.code)},  {u"severity"_s, name(finding.severity)},
        {u"host"_s, finding.host.text()}, {u"gpu"_s, finding.gpu.text()},
        {u"vm"_s, finding.vm.text()},     {u"arguments"_s, QJsonArray::fromStringList(finding.arguments)}};
}

base::Error invalid(const QString& place)
{
    base::Error error;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = u"Read plan"_s;
    error.detail = place;
    return error;
}

bool isCount(const std::optional<std::uint64_t>& value)
{
    return value && *value > 0 && *value <= std::numeric_limits<std::uint16_t>::max();
}

base::Result<Step> stepFrom(const QJsonObject& json)
{
    const auto kind = stepKindNames.parse(json[u"kind"_s].toString());
    if (!kind)
        return base::fail(invalid(u"unknown step kind \"%1\""_s.arg(json[u"kind"_s].toString())));
    const auto power = detail::powerFrom(json[u"power"_s].toObject());
    if (!power)
        return base::fail(invalid(u"step without power handling"_s));
    Step step;
    step.kind = *kind;
    step.before = toNumber(json[u"before"_s]);
    step.after = toNumber(json[u"after"_s]);
    step.gpuName = json[u"gpuName"_s].toString();
    step.adapterId = json[u"adapterId"_s].toString();
    step.minPartitionVram = toNumber(json[u"minPartitionVram"_s]);
    step.power = *power;
    detail::readDeviceParts(step, json);
    if (const QString problem = detail::deviceProblem(step); !problem.isEmpty())
        return base::fail(invalid(problem));
    if (step.kind == StepKind::SetPartitionCount && !isCount(step.after))
        return base::fail(invalid(u"step without a valid partition count"_s));
    if (step.kind == StepKind::SetOfflineAction && (!step.after || *step.after > lastOfflineAction))
        return base::fail(invalid(u"step without a valid offline action"_s));
    return step;
}

base::Result<std::optional<std::uint16_t>> expectedCount(const QJsonObject& json)
{
    if (!json.contains(u"partitionCount"_s))
        return std::nullopt;
    const int count = json[u"partitionCount"_s].toInt(-1);
    if (count < 0 || count > std::numeric_limits<std::uint16_t>::max())
        return base::fail(invalid(u"partition count out of range"_s));
    return static_cast<std::uint16_t>(count);
}

base::Result<Expectation> expectationFrom(const QJsonObject& json)
{
    Expectation expected;
    expected.clustered = json[u"clustered"_s].toBool();
    const auto count = expectedCount(json);
    if (!count)
        return base::fail(count.error());
    expected.partitionCount = *count;
    for (const QJsonValue value : json[u"gpus"_s].toArray()) {
        const auto gpuCount = expectedCount(value.toObject());
        if (!gpuCount)
            return base::fail(gpuCount.error());
        expected.gpus.push_back({value[u"name"_s].toString(), *gpuCount});
    }
    if (json.contains(u"power"_s))
        expected.power = powerStateNames.parse(json[u"power"_s].toString());
    if (json.contains(u"offlineAction"_s)) {
        const int action = json[u"offlineAction"_s].toInt(-1);
        if (action < 0 || action > lastOfflineAction)
            return base::fail(invalid(u"offline action out of range"_s));
        expected.offlineAction = static_cast<std::uint32_t>(action);
    }
    for (const QJsonValue value : json[u"adapterIds"_s].toArray())
        expected.adapterIds.push_back(value.toString());
    for (const QJsonValue value : json[u"assignedVms"_s].toArray())
        expected.assignedVms.emplace_back(value.toString());
    detail::readDeviceParts(expected, json);
    return expected;
}

/// A VM that is taken down has to be started again.
bool isPowerInOrder(const Target& target)
{
    bool down = false;
    bool wentDown = false;
    for (const Step& step : target.steps) {
        const bool starts = step.kind == StepKind::StartVm || step.kind == StepKind::BringClusterOnline;
        if (takesDown(step) && down)
            return false;
        down = takesDown(step) || (down && !starts);
        wentDown = wentDown || takesDown(step);
    }
    return !down && target.goesDown == wentDown;
}

base::Result<Target> targetFrom(const QJsonObject& json)
{
    Target target;
    target.host = model::HostId(json[u"host"_s].toString());
    target.hostName = json[u"hostName"_s].toString();
    target.gpu = model::GpuId(json[u"gpu"_s].toString());
    target.vm = model::VmId(json[u"vm"_s].toString());
    target.pool = json[u"pool"_s].toString();
    target.name = json[u"name"_s].toString();
    target.gpuName = json[u"gpuName"_s].toString();
    auto expected = expectationFrom(json[u"expected"_s].toObject());
    if (!expected)
        return base::fail(expected.error());
    target.expected = std::move(*expected);
    target.goesDown = json[u"goesDown"_s].toBool();
    target.maxDowntime = std::chrono::seconds(json[u"maxDowntimeSeconds"_s].toInt());
    if (target.host.isEmpty() || (target.gpu.isEmpty() && target.vm.isEmpty() && target.pool.isEmpty()))
        return base::fail(invalid(u"target without a host and a GPU, VM or pool"_s));
    for (const QJsonValue value : json[u"steps"_s].toArray()) {
        auto step = stepFrom(value.toObject());
        if (!step)
            return base::fail(step.error());
        target.steps.push_back(std::move(*step));
    }
    if (!isPowerInOrder(target))
        return base::fail(
            invalid(u"a VM would be left off, or taken down although the plan says it is not"_s));
    return target;
}

base::Result<Finding> findingFrom(const QJsonObject& json)
{
    const auto code = findingNames.parse(json[u"code"_s].toString());
    const auto severity = severityNames.parse(json[u"severity"_s].toString());
    if (!code || !severity)
        return base::fail(invalid(u"unknown finding \"%1\""_s.arg(json[u"code"_s].toString())));
    Finding finding{*code,
                    *severity,
                    model::HostId(json[u"host"_s].toString()),
                    model::GpuId(json[u"gpu"_s].toString()),
                    model::VmId(json[u"vm"_s].toString()),
                    {}};
    for (const QJsonValue value : json[u"arguments"_s].toArray())
        finding.arguments << value.toString();
    return finding;
}

} // namespace

QLatin1String name(StepKind kind)
{
    return stepKindNames(kind);
}

QLatin1String name(FindingCode code)
{
    return findingNames(code);
}

QLatin1String name(Severity severity)
{
    return severityNames(severity);
}

QLatin1String name(PowerPolicy policy)
{
    return powerPolicyNames(policy);
}

QJsonObject toJson(const Target& target)
{
    QJsonArray steps;
    for (const Step& step : target.steps)
        steps.append(toJson(step));
    QJsonObject json{{u"host"_s, target.host.text()},
                     {u"hostName"_s, target.hostName},
                     {u"gpu"_s, target.gpu.text()},
                     {u"vm"_s, target.vm.text()},
                     {u"name"_s, target.name},
                     {u"gpuName"_s, target.gpuName},
                     {u"expected"_s, toJson(target.expected)},
                     {u"steps"_s, steps},
                     {u"goesDown"_s, target.goesDown},
                     {u"maxDowntimeSeconds"_s, static_cast<int>(target.maxDowntime.count())}};
    if (!target.pool.isEmpty())
        json[u"pool"_s] = target.pool;
    return json;
}

QJsonObject toJson(const Plan& plan)
{
    QJsonArray targets;
    for (const Target& target : plan.targets)
        targets.append(toJson(target));
    QJsonArray findings;
    for (const Finding& finding : plan.findings)
        findings.append(toJson(finding));
    return {{u"format"_s, u"hvgpu-plan"_s},
            {u"version"_s, formatVersion},
            {u"id"_s, plan.id},
            {u"createdAt"_s, plan.createdAt.toString(Qt::ISODateWithMs)},
            {u"request"_s, detail::toJson(plan.request)},
            {u"targets"_s, targets},
            {u"findings"_s, findings}};
}

base::Result<Plan> planFromJson(const QJsonObject& json)
{
    if (json[u"format"_s].toString() != u"hvgpu-plan" || json[u"version"_s].toInt() != formatVersion)
        return base::fail(invalid(u"not a plan of format version %1"_s.arg(formatVersion)));
    const auto request = detail::requestFrom(json[u"request"_s].toObject());
    if (!request)
        return base::fail(invalid(u"unknown kind of request, or a value out of range"_s));
    Plan plan;
    plan.id = json[u"id"_s].toString();
    plan.createdAt = QDateTime::fromString(json[u"createdAt"_s].toString(), Qt::ISODateWithMs);
    plan.request = *request;
    // The id becomes a file's name.
    if (QUuid::fromString(plan.id).toString(QUuid::WithoutBraces).compare(plan.id, Qt::CaseInsensitive) !=
            0 ||
        !plan.createdAt.isValid())
        return base::fail(invalid(u"plan without a GUID as its id, or without a date"_s));
    for (const QJsonValue value : json[u"targets"_s].toArray()) {
        auto target = targetFrom(value.toObject());
        if (!target)
            return base::fail(target.error());
        plan.targets.push_back(std::move(*target));
    }
    for (const QJsonValue value : json[u"findings"_s].toArray()) {
        auto finding = findingFrom(value.toObject());
        if (!finding)
            return base::fail(finding.error());
        plan.findings.push_back(std::move(*finding));
    }
    return plan;
}

} // namespace hvgpu::operations
