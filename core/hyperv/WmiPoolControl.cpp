// WmiHostControl: pools of assignable devices (wmi.md 2.5, 6.8).
#include "core/cim/CimXml.h"
#include "core/cim/Wql.h"
#include "core/hyperv/ControlPaths.h"
#include "core/hyperv/PciExpressSettings.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/VmIdentity.h"
#include "core/hyperv/WmiHostControl.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

using base::ErrorCode;

QString v2()
{
    return QStringView(virtualization).toString();
}

QString textOf(const cim::Instance& row, QStringView name)
{
    return row.value(name).toString().value_or(QString());
}

base::Result<void> plain(const base::Result<wmi::InvokeResult>& result)
{
    return result ? base::Result<void>() : base::Result<void>(base::fail(result.error()));
}

base::Error missing(const QString& what, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = ErrorCode::NotFound;
    error.operation = u"Query"_s;
    error.target = what;
    error.detail = detail;
    return error;
}

/// The devices that the setting data of a pool names.
void addDevices(const cim::Instance& setting, std::vector<model::GpuId>& devices)
{
    for (const cim::Value& resource : setting.value(u"HostResource").elements()) {
        const auto path = resource.toReference();
        const model::GpuId device =
            path ? assignableDevice(path->key(u"DeviceID").toString().value_or(QString())) : model::GpuId();
        if (!device.isEmpty() && std::find(devices.begin(), devices.end(), device) == devices.end())
            devices.push_back(device);
    }
}

} // namespace

base::Result<std::vector<cim::Instance>> WmiHostControl::poolRows(bool primordial,
                                                                  const ActionContext& context)
{
    auto rows =
        m_calls.rows(v2(),
                     cim::wql::select(u"Msvm_ResourcePool"_s, {u"InstanceID"_s, u"PoolID"_s, u"Primordial"_s},
                                      u"ResourceType = %1"_s.arg(pciExpressResourceType)),
                     context);
    if (rows)
        std::erase_if(*rows, [primordial](const cim::Instance& row) {
            return row.value(u"Primordial").toBool().value_or(false) != primordial;
        });
    return rows;
}

base::Result<std::vector<PoolState>> WmiHostControl::readPools(const ActionContext& context)
{
    const auto rows = poolRows(false, context);
    if (!rows)
        return base::fail(rows.error());
    const auto settings = deviceSettings({}, context);
    if (!settings)
        return base::fail(settings.error());
    std::vector<PoolState> pools;
    for (const cim::Instance& row : *rows) {
        PoolState pool;
        pool.name = textOf(row, u"PoolID");
        // Its own setting data, which is named like that of a VM, says what is in it.
        const auto id = vmIdFromInstanceId(textOf(row, u"InstanceID"));
        for (const cim::Instance& setting : *settings) {
            const auto owner = vmIdFromInstanceId(textOf(setting, u"InstanceID"));
            if (owner && owner == id)
                addDevices(setting, pool.devices);
            else if (owner && textOf(setting, u"PoolID") == pool.name)
                pool.vms.push_back(*owner);
        }
        pools.push_back(std::move(pool));
    }
    return pools;
}

base::Result<void> WmiHostControl::createPool(const QString& name, const std::vector<model::GpuId>& devices,
                                              const ActionContext& context)
{
    const auto parents = poolRows(true, context);
    if (!parents)
        return base::fail(parents.error());
    const auto listed = assignableRows(context);
    if (!listed)
        return base::fail(listed.error());
    if (parents->empty())
        return base::fail(missing(u"Msvm_ResourcePool"_s, u"the host has no pool of assignable devices"_s));
    std::vector<QString> resources;
    for (const model::GpuId& device : devices) {
        const auto row = std::find_if(listed->begin(), listed->end(), [&device](const cim::Instance& each) {
            return isHostRow(each) && isAbout(each, {device, {}});
        });
        if (row == listed->end())
            return base::fail(missing(device.text(), u"the host does not list the device as assignable"_s));
        resources.push_back(assignablePath(*row).toString());
    }
    cim::Instance settings(u"Msvm_ResourcePoolSettingData"_s);
    settings.set(u"PoolID"_s, cim::Value::string(name));
    settings.set(u"ElementName"_s, cim::Value::string(name));
    settings.set(u"ResourceType"_s, cim::Value::unsignedInteger(cim::Type::UInt16, pciExpressResourceType));
    settings.set(u"ResourceSubType"_s, cim::Value::string(pciExpressSubType()));
    cim::Instance allocation = newDeviceSettings({});
    allocation.set(u"HostResource"_s, cim::Value::strings(resources));
    const cim::ObjectPath parent = paths::resourcePool(textOf(parents->front(), u"InstanceID"));
    return plain(m_calls.invokeAndWait(
        paths::poolService(), u"CreatePool"_s,
        {{u"PoolSettings"_s, cim::Value::string(cim::xml::write(settings))},
         {u"ParentPools"_s, cim::Value::array(cim::Type::Reference, {cim::Value::reference(parent)})},
         {u"AllocationSettings"_s, cim::Value::strings({cim::xml::write(allocation)})}},
        context));
}

base::Result<void> WmiHostControl::deletePool(const QString& name, const ActionContext& context)
{
    const auto rows = poolRows(false, context);
    if (!rows)
        return base::fail(rows.error());
    const auto pool = std::find_if(rows->begin(), rows->end(), [&name](const cim::Instance& row) {
        return textOf(row, u"PoolID") == name;
    });
    if (pool == rows->end())
        return base::fail(missing(name, u"there is no such pool"_s));
    return plain(m_calls.invokeAndWait(
        paths::poolService(), u"DeletePool"_s,
        {{u"Pool"_s, cim::Value::reference(paths::resourcePool(textOf(*pool, u"InstanceID")))}}, context));
}

base::Result<QString> WmiHostControl::assignFromPool(const model::VmId& vm, const QString& pool,
                                                     const ActionContext& context)
{
    return addDeviceSettings(vm, newDeviceSettings(pool), context);
}

} // namespace hvgpu::hyperv
