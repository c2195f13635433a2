#include "core/hyperv/GpuPools.h"

#include "core/cim/ObjectPath.h"
#include "core/hyperv/Fields.h"
#include "core/hyperv/Queries.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

bool byName(const model::GpuPool& a, const model::GpuPool& b)
{
    const int order = a.name.compare(b.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.instanceId < b.instanceId;
}

} // namespace

std::vector<model::GpuPool> gpuPools(const std::vector<cim::Instance>& rows, ReadContext& context)
{
    std::vector<model::GpuPool> pools;
    for (const cim::Instance& row : rows) {
        const QString id = row.value(u"InstanceID").toString().value_or(QString());
        const Fields fields(row, model::Part::ResourcePools, id, context);
        model::GpuPool pool;
        pool.instanceId = id;
        pool.name = fields.text(u"PoolID");
        if (!fields.flag(u"Primordial").value_or(pool.name.isEmpty()))
            pools.push_back(std::move(pool));
    }
    std::sort(pools.begin(), pools.end(), byName);
    return pools;
}

QStringList poolDevices(const std::vector<cim::Instance>& settings, ReadContext& context)
{
    QStringList devices;
    for (const cim::Instance& row : settings) {
        const Fields fields(row, model::Part::ResourcePools, {}, context);
        for (const QString& resource : fields.texts(u"HostResource")) {
            const base::Result<cim::ObjectPath> path = cim::ObjectPath::parse(resource);
            if (!path) {
                context.notes.push_back({model::Part::ResourcePools, resource, path.error()});
                continue;
            }
            // "Microsoft:<GUID>\PCIP\VEN_…"
            const QString device =
                path->key(u"DeviceID").toString().value_or(QString()).section(u'\\', 1).toUpper();
            if (!device.isEmpty() && !devices.contains(device))
                devices.append(device);
        }
    }
    devices.sort();
    return devices;
}

std::vector<model::GpuPool> readGpuPools(Conversation& conversation, ReadContext& context)
{
    const auto rows = conversation.tryRows(queries::resourcePools());
    if (!rows) {
        context.notes.push_back({model::Part::ResourcePools, {}, rows.error()});
        return {};
    }
    std::vector<model::GpuPool> pools = gpuPools(*rows, context);
    for (model::GpuPool& pool : pools) {
        const cim::ObjectPath path({}, virtualization, u"Msvm_ResourcePool"_s,
                                   {{u"InstanceID"_s, cim::Value::string(pool.instanceId)}});
        const auto settings =
            conversation.tryRelated(path, u"Msvm_SettingsDefineState"_s, u"Msvm_PciExpressSettingData"_s);
        if (settings)
            pool.devices = poolDevices(*settings, context);
        else
            context.notes.push_back({model::Part::ResourcePools, pool.name, settings.error()});
    }
    return pools;
}

} // namespace hvgpu::hyperv
