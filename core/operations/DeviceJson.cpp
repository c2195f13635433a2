#include "core/operations/DeviceJson.h"

#include "core/operations/EnumNames.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace hvgpu::operations::detail {
namespace {

template <class Value>
void put(QJsonObject& json, const QString& name, const std::optional<Value>& value)
{
    if (!value)
        return;
    if constexpr (std::is_same_v<Value, bool>)
        json[name] = *value;
    else
        json[name] = QString::number(*value);
}

std::optional<bool> flagFrom(const QJsonValue& value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<std::uint16_t> shortFrom(const QJsonValue& value)
{
    const auto number = toNumber(value);
    return number && *number <= std::numeric_limits<std::uint16_t>::max()
               ? std::optional(static_cast<std::uint16_t>(*number))
               : std::nullopt;
}

QJsonObject deviceJson(const DeviceExpectation& device)
{
    QJsonObject json{{u"id"_s, device.id.text()},
                     {u"name"_s, device.name},
                     {u"locationPath"_s, device.locationPath},
                     {u"mount"_s, deviceMountNames(device.mount)}};
    if (!device.adapterId.isEmpty())
        json[u"adapterId"_s] = device.adapterId;
    return json;
}

DeviceExpectation deviceFrom(const QJsonObject& json)
{
    return {model::GpuId(json[u"id"_s].toString()), json[u"name"_s].toString(),
            json[u"locationPath"_s].toString(),
            deviceMountNames.parse(json[u"mount"_s].toString()).value_or(model::DeviceMount::Absent),
            json[u"adapterId"_s].toString()};
}

bool isAboutDevice(StepKind kind)
{
    switch (kind) {
    case StepKind::DisableDevice:
    case StepKind::DismountDevice:
    case StepKind::VerifyAssignable:
    case StepKind::VerifyPartitionable:
    case StepKind::AssignDevice:
    case StepKind::MountDevice:
    case StepKind::EnableDevice:
        return true;
    default:
        return false;
    }
}

} // namespace

QJsonValue number(const std::optional<std::uint64_t>& value)
{
    return value ? QJsonValue(QString::number(*value)) : QJsonValue();
}

std::optional<std::uint64_t> toNumber(const QJsonValue& value)
{
    bool ok = false;
    const std::uint64_t parsed = value.toString().toULongLong(&ok);
    return ok ? std::optional(parsed) : std::nullopt;
}

QJsonObject toJson(const model::VmSettings& settings)
{
    QJsonObject json;
    put(json, u"lowMmioMb"_s, settings.lowMmioMb);
    put(json, u"highMmioMb"_s, settings.highMmioMb);
    put(json, u"guestControlledCacheTypes"_s, settings.guestControlledCacheTypes);
    put(json, u"automaticStopAction"_s, settings.automaticStopAction);
    put(json, u"checkpointType"_s, settings.checkpointType);
    put(json, u"dynamicMemory"_s, settings.dynamicMemory);
    put(json, u"minimumMemoryMb"_s, settings.minimumMemoryMb);
    put(json, u"maximumMemoryMb"_s, settings.maximumMemoryMb);
    return json;
}

model::VmSettings settingsFrom(const QJsonObject& json)
{
    return {toNumber(json[u"lowMmioMb"_s]),
            toNumber(json[u"highMmioMb"_s]),
            flagFrom(json[u"guestControlledCacheTypes"_s]),
            shortFrom(json[u"automaticStopAction"_s]),
            shortFrom(json[u"checkpointType"_s]),
            flagFrom(json[u"dynamicMemory"_s]),
            toNumber(json[u"minimumMemoryMb"_s]),
            toNumber(json[u"maximumMemoryMb"_s])};
}

QJsonObject toJson(const DismountRequirements& requirements)
{
    return {{u"acs"_s, requirements.acs}, {u"mitigations"_s, requirements.mitigations}};
}

DismountRequirements requirementsFrom(const QJsonObject& json)
{
    return {json[u"acs"_s].toBool(true), json[u"mitigations"_s].toBool(true)};
}

void addDeviceParts(QJsonObject& json, const Step& step)
{
    if (!step.device.isEmpty())
        json[u"device"_s] = step.device.text();
    if (!step.deviceName.isEmpty())
        json[u"deviceName"_s] = step.deviceName;
    if (!step.locationPath.isEmpty())
        json[u"locationPath"_s] = step.locationPath;
    if (step.requirements != DismountRequirements{})
        json[u"requirements"_s] = toJson(step.requirements);
    if (!step.settingsBefore.isEmpty())
        json[u"settingsBefore"_s] = toJson(step.settingsBefore);
    if (!step.settingsAfter.isEmpty())
        json[u"settingsAfter"_s] = toJson(step.settingsAfter);
    if (!step.pool.isEmpty())
        json[u"pool"_s] = step.pool;
    if (step.poolDevices.empty())
        return;
    QJsonArray devices;
    for (const model::GpuId& id : step.poolDevices)
        devices.append(id.text());
    json[u"poolDevices"_s] = devices;
}

void readDeviceParts(Step& step, const QJsonObject& json)
{
    step.device = model::GpuId(json[u"device"_s].toString());
    step.deviceName = json[u"deviceName"_s].toString();
    step.locationPath = json[u"locationPath"_s].toString();
    step.requirements = requirementsFrom(json[u"requirements"_s].toObject());
    step.settingsBefore = settingsFrom(json[u"settingsBefore"_s].toObject());
    step.settingsAfter = settingsFrom(json[u"settingsAfter"_s].toObject());
    step.pool = json[u"pool"_s].toString();
    for (const QJsonValue value : json[u"poolDevices"_s].toArray())
        step.poolDevices.emplace_back(value.toString());
}

void addDeviceParts(QJsonObject& json, const Expectation& expected)
{
    QJsonArray devices;
    for (const DeviceExpectation& device : expected.devices)
        devices.append(deviceJson(device));
    if (!devices.isEmpty())
        json[u"devices"_s] = devices;
    if (!expected.poolAdapterIds.empty())
        json[u"poolAdapterIds"_s] =
            QJsonArray::fromStringList({expected.poolAdapterIds.begin(), expected.poolAdapterIds.end()});
    if (!expected.settings.isEmpty())
        json[u"settings"_s] = toJson(expected.settings);
}

void readDeviceParts(Expectation& expected, const QJsonObject& json)
{
    for (const QJsonValue value : json[u"devices"_s].toArray())
        expected.devices.push_back(deviceFrom(value.toObject()));
    for (const QJsonValue value : json[u"poolAdapterIds"_s].toArray())
        expected.poolAdapterIds.push_back(value.toString());
    expected.settings = settingsFrom(json[u"settings"_s].toObject());
}

QString deviceProblem(const Step& step)
{
    if (isAboutDevice(step.kind) && step.device.isEmpty())
        return u"step without a device"_s;
    const bool setsSettings = step.kind == StepKind::SetVmSettings || step.kind == StepKind::SetVmMemory;
    if (setsSettings && step.settingsAfter.isEmpty())
        return u"step without settings"_s;
    const std::uint64_t low = step.settingsAfter.lowMmioMb.value_or(model::leastLowMmioMb);
    if (low < model::leastLowMmioMb || low > model::mostLowMmioMb)
        return u"low MMIO space out of range"_s;
    const bool isPool = step.kind == StepKind::CreatePool || step.kind == StepKind::DeletePool ||
                        step.kind == StepKind::AssignFromPool;
    if (isPool && step.pool.isEmpty())
        return u"step without a pool"_s;
    return step.kind == StepKind::RemoveDevice && step.adapterId.isEmpty() ? u"step without an adapter"_s
                                                                           : QString();
}

} // namespace hvgpu::operations::detail
