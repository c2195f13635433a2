#include "core/hyperv/PciExpressSettings.h"

#include "core/hyperv/Queries.h"
#include "core/hyperv/VmIdentity.h"
#include "core/model/LocationPath.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

QString textOf(const cim::Instance& row, QStringView name)
{
    return row.value(name).toString().value_or(QString());
}

} // namespace

QString pciExpressSubType()
{
    return u"Microsoft:Hyper-V:Virtual Pci Express Port"_s;
}

cim::Instance newDeviceSettings(const QString& pool)
{
    cim::Instance settings(u"Msvm_PciExpressSettingData"_s);
    settings.set(u"ResourceType"_s, cim::Value::unsignedInteger(cim::Type::UInt16, pciExpressResourceType));
    settings.set(u"ResourceSubType"_s, cim::Value::string(pciExpressSubType()));
    settings.set(u"PoolID"_s, cim::Value::string(pool));
    return settings;
}

bool isAbout(const cim::Instance& row, const DeviceRef& device)
{
    const QString path = textOf(row, u"DeviceInstancePath");
    return path.isEmpty() ? model::isSameLocation(textOf(row, u"LocationPath"), device.locationPath)
                          : model::gpuIdFrom(path) == device.id;
}

bool isHostRow(const cim::Instance& row)
{
    return !vmIdFromGuid(textOf(row, u"SystemName"));
}

cim::ObjectPath assignablePath(const cim::Instance& row)
{
    std::vector<cim::Key> keys;
    for (const QString& name :
         {u"SystemCreationClassName"_s, u"SystemName"_s, u"CreationClassName"_s, u"DeviceID"_s})
        keys.push_back({name, row.value(name)});
    return {QString(), virtualization, u"Msvm_PciExpress"_s, std::move(keys)};
}

model::GpuId assignableDevice(const QString& deviceId)
{
    const qsizetype start = deviceId.indexOf(u"\\PCIP\\", 0, Qt::CaseInsensitive);
    return start < 0 ? model::GpuId() : model::gpuIdFrom(QStringView(deviceId).mid(start + 1));
}

} // namespace hvgpu::hyperv
