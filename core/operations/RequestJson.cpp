#include "core/operations/RequestJson.h"

#include "core/operations/DeviceRequestJson.h"
#include "core/operations/EnumNames.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace hvgpu::operations::detail {
namespace {

QJsonObject fields(const SetCountRequest& request)
{
    QJsonArray gpus;
    for (const GpuRef& ref : request.gpus)
        gpus.append(QJsonObject{{u"host"_s, ref.host.text()}, {u"gpu"_s, ref.gpu.text()}});
    QJsonArray servers;
    for (const model::HostId& id : request.servers)
        servers.append(id.text());
    return {{u"count"_s, static_cast<int>(request.count)}, {u"gpus"_s, gpus}, {u"servers"_s, servers}};
}

QJsonObject fields(const AssignRequest& request)
{
    QJsonArray vms;
    for (const model::VmId& id : request.vms)
        vms.append(id.text());
    QJsonObject json{{u"host"_s, request.host.text()},
                     {u"vms"_s, vms},
                     {u"power"_s, toJson(request.power)},
                     {u"powerOf"_s, powerMap(request.powerOf)},
                     {u"configureOfflineAction"_s, request.configureOfflineAction}};
    if (request.gpu)
        json[u"gpu"_s] = request.gpu->text();
    if (request.partitionVram)
        json[u"partitionVram"_s] = QString::number(*request.partitionVram);
    return json;
}

QJsonObject fields(const UnassignRequest& request)
{
    QJsonArray adapters;
    for (const AdapterRef& ref : request.adapters)
        adapters.append(QJsonObject{
            {u"host"_s, ref.host.text()}, {u"vm"_s, ref.vm.text()}, {u"adapterId"_s, ref.adapterId}});
    return {{u"adapters"_s, adapters},
            {u"power"_s, toJson(request.power)},
            {u"powerOf"_s, powerMap(request.powerOf)}};
}

std::optional<SetCountRequest> setCountFrom(const QJsonObject& json)
{
    const int count = json[u"count"_s].toInt(-1);
    if (count < 0 || count > std::numeric_limits<std::uint16_t>::max())
        return std::nullopt;
    SetCountRequest request;
    request.count = static_cast<std::uint16_t>(count);
    for (const QJsonValue value : json[u"gpus"_s].toArray())
        request.gpus.push_back(
            {model::HostId(value[u"host"_s].toString()), model::GpuId(value[u"gpu"_s].toString())});
    for (const QJsonValue value : json[u"servers"_s].toArray())
        request.servers.emplace_back(value.toString());
    return request;
}

AssignRequest assignFrom(const QJsonObject& json)
{
    AssignRequest request;
    request.host = model::HostId(json[u"host"_s].toString());
    for (const QJsonValue value : json[u"vms"_s].toArray())
        request.vms.emplace_back(value.toString());
    if (json.contains(u"gpu"_s))
        request.gpu = model::GpuId(json[u"gpu"_s].toString());
    if (json.contains(u"partitionVram"_s))
        request.partitionVram = json[u"partitionVram"_s].toString().toULongLong();
    request.power = powerFrom(json[u"power"_s].toObject()).value_or(PowerHandling{});
    request.powerOf = powerMapFrom(json[u"powerOf"_s].toObject());
    request.configureOfflineAction = json[u"configureOfflineAction"_s].toBool(true);
    return request;
}

UnassignRequest unassignFrom(const QJsonObject& json)
{
    UnassignRequest request;
    for (const QJsonValue value : json[u"adapters"_s].toArray())
        request.adapters.push_back({model::HostId(value[u"host"_s].toString()),
                                    model::VmId(value[u"vm"_s].toString()),
                                    value[u"adapterId"_s].toString()});
    request.power = powerFrom(json[u"power"_s].toObject()).value_or(PowerHandling{});
    request.powerOf = powerMapFrom(json[u"powerOf"_s].toObject());
    return request;
}

} // namespace

QJsonObject powerMap(const std::map<model::VmId, PowerHandling>& powerOf)
{
    QJsonObject json;
    for (const auto& [vm, power] : powerOf)
        json[vm.text()] = toJson(power);
    return json;
}

std::map<model::VmId, PowerHandling> powerMapFrom(const QJsonObject& json)
{
    std::map<model::VmId, PowerHandling> powerOf;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (const auto power = powerFrom(it.value().toObject()))
            powerOf.emplace(model::VmId(it.key()), *power);
    }
    return powerOf;
}

QJsonObject toJson(const PowerHandling& power)
{
    return {{u"policy"_s, powerPolicyNames(power.policy)},
            {u"shutdownTimeoutSeconds"_s, static_cast<int>(power.shutdownTimeout.count())}};
}

std::optional<PowerHandling> powerFrom(const QJsonObject& json)
{
    const auto policy = powerPolicyNames.parse(json[u"policy"_s].toString());
    if (!policy)
        return std::nullopt;
    return PowerHandling{*policy, std::chrono::seconds(json[u"shutdownTimeoutSeconds"_s].toInt(120))};
}

QJsonObject toJson(const Request& request)
{
    QJsonObject json = std::visit([](const auto& each) { return fields(each); }, request);
    json[u"kind"_s] = kindOf(request);
    return json;
}

std::optional<Request> requestFrom(const QJsonObject& json)
{
    const QString kind = json[u"kind"_s].toString();
    if (kind == u"set-count")
        return setCountFrom(json);
    if (kind == u"assign")
        return assignFrom(json);
    if (kind == u"unassign")
        return unassignFrom(json);
    return deviceRequestFrom(kind, json);
}

} // namespace hvgpu::operations::detail
