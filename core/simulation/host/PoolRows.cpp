#include "core/simulation/host/PoolRows.h"
#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PoolTypes.h"
#include "core/simulation/host/RowContext.h"

#include <algorithm>

// Resource pools, their capabilities, and the associations that lead to the setting templates.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

QString primordialPoolId(const Host& host, const PoolType& type)
{
    return settingsId(guidFrom(host.name + type.subTypeText() + u"pool"_s));
}

QString capabilitiesId(const Host& host, const PoolType& type)
{
    return settingsId(guidFrom(host.name + type.subTypeText() + u"capabilities"_s));
}

QString poolSettingsId(const ChildPool& pool)
{
    return pool.id + u'\\' + guidFrom(pool.id);
}

QStringList poolHostResources(const Host& host, const ChildPool& pool)
{
    QStringList paths;
    for (const PciDevice& device : host.devices) {
        if (device.dismounted &&
            pool.hostResources.contains(dismountedInstanceId(device), Qt::CaseInsensitive))
            paths.append(
                devicePath(host, u"Msvm_PciExpress"_s, host.name, pciExpressDeviceId(device, host.name))
                    .toString());
    }
    return paths;
}

namespace {

constexpr std::uint16_t processorType = 3;

/// How many of the resource the host has and how many are in use; nothing for resources without a number.
std::optional<std::pair<std::uint64_t, std::uint64_t>> countsOf(const RowContext& context, std::uint16_t type)
{
    const Host& host = context.host();
    std::uint64_t capacity = 0;
    std::uint64_t used = 0;
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        const PciDevice& device = host.devices[i];
        if (type == gpuPartitionType && isPartitionable(device)) {
            capacity += device.partitioning->count;
            used += runningOn(context.world(), context.hostIndex(), i).size();
        }
        if (type == pciExpressType && device.dismounted)
            ++capacity;
    }
    if (type != gpuPartitionType && type != pciExpressType)
        return std::nullopt;
    return std::pair(capacity, used);
}

void pool(RowContext& context, const PoolType& type)
{
    Row row = context.row();
    row.set(u"InstanceID", primordialPoolId(context.host(), type))
        .set(u"PoolID", QString())
        .set(u"Primordial", true)
        .number(u"ResourceType", type.resourceType)
        .set(u"ResourceSubType", type.subTypeText())
        .numbers(u"OperationalStatus", {2});
    if (const auto counts = countsOf(context, type.resourceType)) {
        row.number(u"Capacity", counts->first)
            .number(u"Reserved", counts->second)
            .number(u"CurrentlyConsumedResource", counts->second)
            .number(u"MaxConsumableResource", counts->first);
    }
    context.add(row);
}

void pools(RowContext& context)
{
    for (const PoolType& type : poolTypes()) {
        if (type.resourceType != processorType)
            pool(context, type);
    }
    for (const ChildPool& child : context.host().pools) {
        context.add(context.row()
                        .set(u"InstanceID", child.id)
                        .set(u"PoolID", child.name)
                        .set(u"ElementName", child.name)
                        .set(u"Primordial", false)
                        .number(u"ResourceType", child.resourceType)
                        .set(u"ResourceSubType", child.resourceSubType)
                        .number(u"Capacity", static_cast<std::uint64_t>(child.hostResources.size()))
                        .numbers(u"OperationalStatus", {2}));
    }
}

void processorPools(RowContext& context)
{
    for (const PoolType& type : poolTypes()) {
        if (type.resourceType == processorType)
            pool(context, type);
    }
}

void poolSettings(RowContext& context)
{
    for (const ChildPool& child : context.host().pools) {
        context.add(context.row()
                        .set(u"InstanceID", child.id)
                        .set(u"PoolID", child.name)
                        .set(u"ElementName", child.name)
                        .number(u"ResourceType", child.resourceType)
                        .set(u"ResourceSubType", child.resourceSubType));
    }
}

void capabilities(RowContext& context)
{
    for (const PoolType& type : poolTypes()) {
        const bool isHot = type.resourceType != gpuPartitionType && type.resourceType != pciExpressType &&
                           type.resourceType != processorType;
        Row row = context.row();
        row.set(u"InstanceID", capabilitiesId(context.host(), type))
            .set(u"ElementName", u"Allocation Capabilities"_s)
            .number(u"ResourceType", type.resourceType)
            .set(u"ResourceSubType", type.subTypeText())
            .number(u"RequestTypesSupported", 4)
            .number(u"SharingMode", type.resourceType == pciExpressType ? 2 : 3);
        const std::vector<std::uint64_t> states =
            isHot ? std::vector<std::uint64_t>{2, 3} : std::vector<std::uint64_t>{3};
        row.numbers(u"SupportedAddStates", states).numbers(u"SupportedRemoveStates", states);
        context.add(row);
    }
}

void elementCapabilities(RowContext& context)
{
    const Host& host = context.host();
    for (const PoolType& type : poolTypes()) {
        const QString poolClass =
            type.resourceType == processorType ? u"Msvm_ProcessorPool"_s : u"Msvm_ResourcePool"_s;
        context.add(context.row()
                        .set(u"ManagedElement", instanceIdPath(host, poolClass, primordialPoolId(host, type)))
                        .set(u"Capabilities", instanceIdPath(host, u"Msvm_AllocationCapabilities"_s,
                                                             capabilitiesId(host, type))));
    }
}

void templateLinks(RowContext& context)
{
    const Host& host = context.host();
    for (const PoolType& type : poolTypes()) {
        for (const TemplateKind& kind : templateKinds()) {
            context.add(context.row()
                            .set(u"GroupComponent", instanceIdPath(host, u"Msvm_AllocationCapabilities"_s,
                                                                   capabilitiesId(host, type)))
                            .set(u"PartComponent",
                                 instanceIdPath(host, type.settingClassText(), templateId(type, kind)))
                            .number(u"PropertyPolicy", 0)
                            .number(u"ValueRole", kind.valueRole)
                            .number(u"ValueRange", kind.valueRange)
                            .number(u"SupportStatement", 0));
        }
    }
}

constexpr RowSource sources[] = {
    {u"Msvm_ResourcePool", pools},
    {u"Msvm_ProcessorPool", processorPools},
    {u"Msvm_ResourcePoolSettingData", poolSettings},
    {u"Msvm_AllocationCapabilities", capabilities},
    {u"Msvm_ElementCapabilities", elementCapabilities},
    {u"Msvm_SettingsDefineCapabilities", templateLinks},
};

} // namespace

std::span<const RowSource> poolSources()
{
    return sources;
}

} // namespace hvgpu::simulation
