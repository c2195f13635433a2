#include "core/simulation/host/Embedded.h"
#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PoolTypes.h"

#include <algorithm>

// Msvm_ResourcePoolConfigurationService: child pools for assignable devices (wmi.md 2.5).
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint16_t createPoolJob = 150;
constexpr std::uint16_t modifyPoolJob = 80;
constexpr std::uint16_t deletePoolJob = 153;

ChildPool* findPool(Call& call, QStringView parameter)
{
    const auto path = call.in(parameter).toReference();
    const QString id = path ? path->key(u"InstanceID").toString().value_or(QString()) : QString();
    auto& pools = call.host().pools;
    const auto found =
        std::find_if(pools.begin(), pools.end(), [&id](const ChildPool& pool) { return pool.id == id; });
    return found == pools.end() ? nullptr : &*found;
}

/// Device instance paths of the Msvm_PciExpress objects that the allocation settings name.
tl::expected<QStringList, std::uint32_t> hostResources(const cim::Value& texts)
{
    QStringList result;
    for (const cim::Value& text : texts.elements()) {
        const auto settings = readEmbedded(text.toString().value_or(QString()));
        if (!settings)
            return tl::unexpected(settings.error());
        for (const QString& resource : settings->texts(u"HostResource"_s)) {
            const auto path = cim::ObjectPath::parse(resource);
            const QString id = path ? path->key(u"DeviceID").toString().value_or(QString()) : QString();
            result.append(id.section(u'\\', 1)); // "Microsoft:<GUID>\PCIP\…"
        }
    }
    return result;
}

bool isPoolUsed(const Call& call, const QString& name)
{
    const auto& vms = call.world.vms();
    return std::any_of(vms.begin(), vms.end(), [&](const auto& vm) {
        return vm->host == call.hostIndex &&
               std::any_of(vm->devices.begin(), vm->devices.end(),
                           [&name](const DeviceAssignment& assignment) { return assignment.poolId == name; });
    });
}

Outcome completed(Call& call, std::uint16_t type, const QString& caption)
{
    return startJob(call.world, call.hostIndex, type, caption, call.target, configureDuration, {});
}

base::Result<MethodOutcome> createPool(Call& call)
{
    const auto settings = readEmbedded(call.text(u"PoolSettings"));
    const auto resources = hostResources(call.in(u"AllocationSettings"));
    if (!settings || !resources)
        return call.finish(settings ? resources.error() : settings.error());
    const QString name = settings->text(u"PoolID"_s);
    const auto type = static_cast<std::uint16_t>(settings->number(u"ResourceType"_s));
    const bool exists = std::any_of(call.host().pools.begin(), call.host().pools.end(),
                                    [&name](const ChildPool& pool) { return pool.name == name; });
    if (name.isEmpty() || exists || type != pciExpressType)
        return call.finish(returns::invalidParameter);
    const ChildPool pool{settingsId(call.world.nextGuid()), name, type, settings->text(u"ResourceSubType"_s),
                         *resources};
    call.out(u"Pool", cim::Value::reference(instanceIdPath(call.host(), u"Msvm_ResourcePool"_s, pool.id)));
    call.host().pools.push_back(pool);
    return call.finish(completed(call, createPoolJob, u"Creating Resource Pool"_s));
}

base::Result<MethodOutcome> modifyPoolResources(Call& call)
{
    ChildPool* const pool = findPool(call, u"ChildPool");
    const auto resources = hostResources(call.in(u"AllocationSettings"));
    if (!pool || !resources)
        return call.finish(resources ? returns::invalidParameter : resources.error());
    pool->hostResources = *resources;
    return call.finish(completed(call, modifyPoolJob, u"Modifying Resource Pool"_s));
}

base::Result<MethodOutcome> modifyPoolSettings(Call& call)
{
    ChildPool* const pool = findPool(call, u"ChildPool");
    const auto settings = readEmbedded(call.text(u"PoolSettings"));
    if (!pool || !settings)
        return call.finish(settings ? returns::invalidParameter : settings.error());
    if (isPoolUsed(call, pool->name))
        return call.finish(returns::inUse);
    if (settings->has(u"PoolID"_s))
        pool->name = settings->text(u"PoolID"_s);
    return call.finish(completed(call, modifyPoolJob, u"Modifying Resource Pool"_s));
}

base::Result<MethodOutcome> deletePool(Call& call)
{
    const ChildPool* const pool = findPool(call, u"Pool");
    if (!pool)
        return call.finish(returns::invalidParameter);
    if (isPoolUsed(call, pool->name))
        return call.finish(returns::inUse);
    std::erase_if(call.host().pools, [id = pool->id](const ChildPool& other) { return other.id == id; });
    return call.finish(completed(call, deletePoolJob, u"Deleting Resource Pool"_s));
}

constexpr MethodEntry methods[] = {
    {u"Msvm_ResourcePoolConfigurationService", u"CreatePool", createPool},
    {u"Msvm_ResourcePoolConfigurationService", u"ModifyPoolResources", modifyPoolResources},
    {u"Msvm_ResourcePoolConfigurationService", u"ModifyPoolSettings", modifyPoolSettings},
    {u"Msvm_ResourcePoolConfigurationService", u"DeletePool", deletePool},
};

} // namespace

std::span<const MethodEntry> poolMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
