#include "core/operations/DeviceRequestJson.h"

#include "core/operations/DeviceJson.h"
#include "core/operations/RequestJson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace hvgpu::operations::detail {
namespace {

QJsonArray refs(const std::vector<GpuRef>& devices)
{
    QJsonArray array;
    for (const GpuRef& ref : devices)
        array.append(QJsonObject{{u"host"_s, ref.host.text()}, {u"gpu"_s, ref.gpu.text()}});
    return array;
}

std::vector<GpuRef> refsFrom(const QJsonValue& json)
{
    std::vector<GpuRef> devices;
    for (const QJsonValue value : json.toArray())
        devices.push_back(
            {model::HostId(value[u"host"_s].toString()), model::GpuId(value[u"gpu"_s].toString())});
    return devices;
}

PowerHandling power(const QJsonObject& json)
{
    return powerFrom(json[u"power"_s].toObject()).value_or(PowerHandling{});
}

std::optional<std::uint32_t> offlineActionFrom(const QJsonObject& json)
{
    constexpr std::uint64_t last = 3;
    const auto action = toNumber(json[u"offlineAction"_s]);
    return action && *action <= last ? std::optional(static_cast<std::uint32_t>(*action)) : std::nullopt;
}

template <class Named>
void addMmio(QJsonObject& json, const Named& request)
{
    if (request.lowMmioMb)
        json[u"lowMmioMb"_s] = number(request.lowMmioMb);
    if (request.highMmioMb)
        json[u"highMmioMb"_s] = number(request.highMmioMb);
    json[u"makeMemoryStatic"_s] = request.makeMemoryStatic;
    json[u"disableCheckpoints"_s] = request.disableCheckpoints;
}

template <class Named>
void readVm(Named& request, const QJsonObject& json)
{
    request.host = model::HostId(json[u"host"_s].toString());
    request.vm = model::VmId(json[u"vm"_s].toString());
    request.power = power(json);
}

template <class Named>
void readMmio(Named& request, const QJsonObject& json)
{
    request.lowMmioMb = toNumber(json[u"lowMmioMb"_s]);
    request.highMmioMb = toNumber(json[u"highMmioMb"_s]);
    request.makeMemoryStatic = json[u"makeMemoryStatic"_s].toBool();
    request.disableCheckpoints = json[u"disableCheckpoints"_s].toBool();
}

DdaAssignRequest ddaAssignFrom(const QJsonObject& json)
{
    DdaAssignRequest request;
    readVm(request, json);
    readMmio(request, json);
    for (const QJsonValue value : json[u"devices"_s].toArray())
        request.devices.emplace_back(value.toString());
    request.requirements = requirementsFrom(json[u"requirements"_s].toObject());
    request.configureOfflineAction = json[u"configureOfflineAction"_s].toBool(true);
    request.unassignPartitions = json[u"unassignPartitions"_s].toBool();
    request.powerOf = powerMapFrom(json[u"powerOf"_s].toObject());
    return request;
}

DdaRemoveRequest ddaRemoveFrom(const QJsonObject& json)
{
    DdaRemoveRequest request;
    readVm(request, json);
    for (const QJsonValue value : json[u"adapters"_s].toArray())
        request.adapters.push_back(value.toString());
    request.keepDismounted = json[u"keepDismounted"_s].toBool();
    request.forPartitioning = json[u"forPartitioning"_s].toBool();
    request.restore = settingsFrom(json[u"restore"_s].toObject());
    request.offlineAction = offlineActionFrom(json);
    return request;
}

VmSettingsRequest vmSettingsFrom(const QJsonObject& json)
{
    VmSettingsRequest request;
    for (const QJsonValue value : json[u"vms"_s].toArray())
        request.vms.push_back(
            {model::HostId(value[u"host"_s].toString()), model::VmId(value[u"vm"_s].toString())});
    request.settings = settingsFrom(json[u"settings"_s].toObject());
    request.offlineAction = offlineActionFrom(json);
    request.power = power(json);
    return request;
}

DeletePoolRequest deletePoolFrom(const QJsonObject& json)
{
    DeletePoolRequest request;
    request.name = json[u"name"_s].toString();
    for (const QJsonValue value : json[u"hosts"_s].toArray())
        request.hosts.emplace_back(value.toString());
    request.mountDevices = json[u"mountDevices"_s].toBool();
    return request;
}

AssignPoolRequest assignPoolFrom(const QJsonObject& json)
{
    AssignPoolRequest request;
    readVm(request, json);
    readMmio(request, json);
    request.pool = json[u"pool"_s].toString();
    request.count = json[u"count"_s].toInt(1);
    return request;
}

} // namespace

QJsonObject fields(const DdaAssignRequest& request)
{
    QJsonArray devices;
    for (const model::GpuId& id : request.devices)
        devices.append(id.text());
    QJsonObject json{{u"host"_s, request.host.text()},
                     {u"vm"_s, request.vm.text()},
                     {u"devices"_s, devices},
                     {u"requirements"_s, toJson(request.requirements)},
                     {u"configureOfflineAction"_s, request.configureOfflineAction},
                     {u"unassignPartitions"_s, request.unassignPartitions},
                     {u"power"_s, toJson(request.power)},
                     {u"powerOf"_s, powerMap(request.powerOf)}};
    addMmio(json, request);
    return json;
}

QJsonObject fields(const DdaRemoveRequest& request)
{
    QJsonObject json{
        {u"host"_s, request.host.text()},
        {u"vm"_s, request.vm.text()},
        {u"adapters"_s, QJsonArray::fromStringList({request.adapters.begin(), request.adapters.end()})},
        {u"keepDismounted"_s, request.keepDismounted},
        {u"forPartitioning"_s, request.forPartitioning},
        {u"restore"_s, toJson(request.restore)},
        {u"power"_s, toJson(request.power)}};
    if (request.offlineAction)
        json[u"offlineAction"_s] = number(*request.offlineAction);
    return json;
}

QJsonObject fields(const DismountRequest& request)
{
    return {{u"devices"_s, refs(request.devices)},
            {u"requirements"_s, toJson(request.requirements)},
            {u"unassignPartitions"_s, request.unassignPartitions},
            {u"power"_s, toJson(request.power)},
            {u"powerOf"_s, powerMap(request.powerOf)}};
}

QJsonObject fields(const MountRequest& request)
{
    return {{u"devices"_s, refs(request.devices)}, {u"forPartitioning"_s, request.forPartitioning}};
}

QJsonObject fields(const VmSettingsRequest& request)
{
    QJsonArray vms;
    for (const VmRef& ref : request.vms)
        vms.append(QJsonObject{{u"host"_s, ref.host.text()}, {u"vm"_s, ref.vm.text()}});
    QJsonObject json{
        {u"vms"_s, vms}, {u"settings"_s, toJson(request.settings)}, {u"power"_s, toJson(request.power)}};
    if (request.offlineAction)
        json[u"offlineAction"_s] = number(*request.offlineAction);
    return json;
}

QJsonObject fields(const CreatePoolRequest& request)
{
    return {{u"name"_s, request.name},
            {u"devices"_s, refs(request.devices)},
            {u"requirements"_s, toJson(request.requirements)}};
}

QJsonObject fields(const DeletePoolRequest& request)
{
    QJsonArray hosts;
    for (const model::HostId& id : request.hosts)
        hosts.append(id.text());
    return {{u"name"_s, request.name}, {u"hosts"_s, hosts}, {u"mountDevices"_s, request.mountDevices}};
}

QJsonObject fields(const AssignPoolRequest& request)
{
    QJsonObject json{{u"host"_s, request.host.text()},
                     {u"vm"_s, request.vm.text()},
                     {u"pool"_s, request.pool},
                     {u"count"_s, request.count},
                     {u"power"_s, toJson(request.power)}};
    addMmio(json, request);
    return json;
}

std::optional<Request> deviceRequestFrom(const QString& kind, const QJsonObject& json)
{
    if (kind == u"dda-assign")
        return ddaAssignFrom(json);
    if (kind == u"dda-remove")
        return ddaRemoveFrom(json);
    if (kind == u"dismount")
        return DismountRequest{
            refsFrom(json[u"devices"_s]), requirementsFrom(json[u"requirements"_s].toObject()),
            json[u"unassignPartitions"_s].toBool(), power(json), powerMapFrom(json[u"powerOf"_s].toObject())};
    if (kind == u"mount")
        return MountRequest{refsFrom(json[u"devices"_s]), json[u"forPartitioning"_s].toBool()};
    if (kind == u"vm-settings")
        return vmSettingsFrom(json);
    if (kind == u"create-pool")
        return CreatePoolRequest{json[u"name"_s].toString(), refsFrom(json[u"devices"_s]),
                                 requirementsFrom(json[u"requirements"_s].toObject())};
    if (kind == u"delete-pool")
        return deletePoolFrom(json);
    if (kind == u"assign-pool")
        return assignPoolFrom(json);
    return std::nullopt;
}

} // namespace hvgpu::operations::detail
