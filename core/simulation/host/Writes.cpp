#include "core/simulation/host/Writes.h"

#include "core/simulation/host/ClusterState.h"
#include "core/simulation/host/Coercion.h"
#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Partitions.h"

#include <algorithm>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

base::Error putError(Hr code, const cim::Instance& current, const QString& text = {})
{
    return wmiError(code, u"PutInstance"_s, current.path() ? current.path()->toString() : current.className(),
                    text);
}

/// The changes that really change something, in declared types. A whole instance may be put back, so
/// properties that stay as they are never matter.
base::Result<std::vector<cim::Property>> realChanges(const ClassInfo& info, const cim::Instance& current,
                                                     const std::vector<cim::Property>& given)
{
    std::vector<cim::Property> result;
    for (const cim::Property& property : given) {
        const PropertyDeclaration* const declaration = info.declaration.property(property.name);
        auto value = declaration ? coerce(*declaration, property.value) : std::nullopt;
        if (!value)
            return base::fail(putError(Hr::InvalidParameter, current));
        const bool isObject = declaration->type == cim::Type::Object;
        if (value->isNull() || (!isObject && *value == current.value(declaration->name)))
            continue;
        if (!declaration->isWritable)
            return base::fail(putError(Hr::ReadOnly, current));
        result.push_back({declaration->name, *std::move(value)});
    }
    return result;
}

base::Result<void> setPartitionCount(World& world, std::size_t host, const cim::Instance& current,
                                     std::uint64_t count)
{
    const auto index = findGpu(world.hosts[host], current.value(u"Name").toString().value_or(QString()));
    if (!index)
        return base::fail(putError(Hr::NotFound, current));
    Partitioning& partitioning = *world.hosts[host].devices[*index].partitioning;
    const auto& valid = partitioning.validCounts;
    if (std::find(valid.begin(), valid.end(), count) == valid.end()) {
        return base::fail(
            putError(Hr::InvalidParameter, current,
                     u"The partition count %1 is not one of the valid partition counts."_s.arg(count)));
    }
    const bool assigned = world.hosts[host].refusesCountWhileAssigned && isAssigned(world, host, *index);
    if (assigned || !runningOn(world, host, *index).empty()) {
        return base::fail(
            putError(Hr::Failed, current,
                     u"The partition count cannot be changed because partitions of the GPU are in use."_s));
    }
    partitioning.count = static_cast<std::uint16_t>(count);
    return {};
}

base::Result<void> writeGpu(World& world, std::size_t host, const cim::Instance& current,
                            const std::vector<cim::Property>& changes)
{
    for (const cim::Property& change : changes) {
        if (change.name != u"PartitionCount"_s)
            continue; // ValidPartitionCounts is writable by name only: the driver says what is valid
        if (auto result = setPartitionCount(world, host, current, change.value.toUInt64().value_or(0));
            !result)
            return result;
    }
    return {};
}

base::Result<void> writeResource(World& world, const cim::Instance& current,
                                 const std::vector<cim::Property>& changes)
{
    constexpr std::uint64_t largestAction = 3;
    Vm* const vm = vmOfResource(world, current.value(u"Name").toString().value_or(QString()));
    for (const cim::Property& change : changes) {
        const cim::Instance* const object = change.value.toObject();
        if (!vm || !object)
            continue;
        const auto set = [&object](QStringView name, std::uint32_t& target) {
            const auto value = object->value(name).toUInt64();
            if (value && *value > largestAction)
                return false;
            target = static_cast<std::uint32_t>(value.value_or(target));
            return true;
        };
        if (!set(u"OfflineAction", vm->cluster->offlineAction) ||
            !set(u"ShutdownAction", vm->cluster->shutdownAction))
            return base::fail(putError(Hr::InvalidParameter, current));
    }
    return {};
}

} // namespace

base::Result<void> write(World& world, std::size_t host, const ClassInfo& info, const cim::Instance& current,
                         const std::vector<cim::Property>& changes)
{
    const bool isGpu = info.declaration.name == u"Msvm_PartitionableGpu"_s;
    const bool isResource = info.declaration.name == u"MSCluster_Resource"_s;
    if (!isGpu && !isResource)
        return base::fail(putError(Hr::NotCapable, current));
    const auto real = realChanges(info, current, changes);
    if (!real)
        return base::fail(real.error());
    return isGpu ? writeGpu(world, host, current, *real) : writeResource(world, current, *real);
}

} // namespace hvgpu::simulation
