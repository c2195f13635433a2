#include "core/hyperv/PnpDevices.h"

#include "core/hyperv/Fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

/// PCI ids carry the class code as "…\CC_0302" or "…&CC_030200".
bool hasDisplayClassCode(const QStringList& ids)
{
    return std::any_of(ids.begin(), ids.end(), [](const QString& id) {
        return id.contains(u"\\CC_03", Qt::CaseInsensitive) || id.contains(u"&CC_03", Qt::CaseInsensitive);
    });
}

bool isPci(const QString& instanceId)
{
    return instanceId.startsWith(u"PCI\\", Qt::CaseInsensitive) ||
           instanceId.startsWith(u"PCIP\\", Qt::CaseInsensitive);
}

model::PnpDevice pnpDevice(const cim::Instance& row, ReadContext& context)
{
    const QString instanceId = row.value(u"DeviceID").toString().value_or(QString());
    const Fields fields(row, model::Part::PnpDevices, instanceId, context);
    model::PnpDevice device;
    device.instanceId = context.strings.share(instanceId.toUpper());
    device.name = fields.text(u"Name");
    device.pnpClass = fields.text(u"PNPClass");
    device.service = fields.text(u"Service");
    device.status = fields.text(u"Status");
    device.manufacturer = fields.text(u"Manufacturer");
    device.problemCode = fields.u32(u"ConfigManagerErrorCode");
    device.present = fields.flag(u"Present");
    device.hardwareIds = fields.texts(u"HardwareID");
    device.compatibleIds = fields.texts(u"CompatibleID");
    return device;
}

using Number = std::optional<std::uint32_t> model::PnpDevice::*;

struct NumberKey
{
    QStringView key;
    Number target;
};

constexpr NumberKey numberKeys[] = {
    {u"DEVPKEY_Device_BusNumber", &model::PnpDevice::busNumber},
    {u"DEVPKEY_Device_Address", &model::PnpDevice::address},
    {u"DEVPKEY_Device_Numa_Node", &model::PnpDevice::numaNode},
    {u"DEVPKEY_PciDevice_DeviceType", &model::PnpDevice::deviceType},
    {u"DEVPKEY_PciDevice_BaseClass", &model::PnpDevice::baseClass},
    {u"DEVPKEY_PciDevice_SriovSupport", &model::PnpDevice::sriovSupport},
    {u"DEVPKEY_PciDevice_AcsCompatibleUpHierarchy", &model::PnpDevice::acsCompatibleUpHierarchy},
    {u"DEVPKEY_PciDevice_RequiresReservedMemoryRegion", &model::PnpDevice::requiresReservedMemoryRegion},
    {u"DEVPKEY_PciDevice_InterruptSupport", &model::PnpDevice::interruptSupport},
    {u"DEVPKEY_PciDevice_CurrentLinkSpeed", &model::PnpDevice::linkSpeed},
    {u"DEVPKEY_PciDevice_CurrentLinkWidth", &model::PnpDevice::linkWidth},
};

using Text = QString model::PnpDevice::*;

struct TextKey
{
    QStringView key;
    Text target;
};

constexpr TextKey textKeys[] = {
    {u"DEVPKEY_Device_DriverVersion", &model::PnpDevice::driverVersion},
    {u"DEVPKEY_Device_DriverProvider", &model::PnpDevice::driverProvider},
    {u"DEVPKEY_Device_DriverInfPath", &model::PnpDevice::driverInf},
};

constexpr QStringView locationPathsKey = u"DEVPKEY_Device_LocationPaths";
constexpr QStringView driverDateKey = u"DEVPKEY_Device_DriverDate";

void applyDeviceProperty(const QString& key, const Fields& fields, model::PnpDevice& device)
{
    for (const NumberKey& number : numberKeys)
        if (key.compare(number.key, Qt::CaseInsensitive) == 0)
            device.*number.target = fields.u32(u"Data");
    for (const TextKey& text : textKeys)
        if (key.compare(text.key, Qt::CaseInsensitive) == 0)
            device.*text.target = fields.text(u"Data");
    if (key.compare(locationPathsKey, Qt::CaseInsensitive) == 0)
        device.locationPaths = fields.texts(u"Data");
    if (key.compare(driverDateKey, Qt::CaseInsensitive) == 0)
        device.driverDate = fields.time(u"Data");
}

} // namespace

PciDevices pciDevices(const std::vector<cim::Instance>& rows, ReadContext& context)
{
    PciDevices devices;
    for (const cim::Instance& row : rows) {
        const QString instanceId = row.value(u"DeviceID").toString().value_or(QString());
        if (!isPci(instanceId))
            continue;
        model::PnpDevice device = pnpDevice(row, context);
        const bool display = hasDisplayClassCode(device.compatibleIds) ||
                             hasDisplayClassCode(device.hardwareIds) ||
                             device.pnpClass.compare(u"Display", Qt::CaseInsensitive) == 0;
        if (display) {
            devices.display.push_back(std::move(device));
        } else {
            devices.others.insert(model::gpuIdFrom(device.instanceId));
            devices.notDisplay.push_back(std::move(device));
        }
    }
    return devices;
}

const QStringList& devicePropertyKeys()
{
    static const QStringList keys = [] {
        QStringList list{locationPathsKey.toString(), driverDateKey.toString()};
        for (const NumberKey& number : numberKeys)
            list.append(number.key.toString());
        for (const TextKey& text : textKeys)
            list.append(text.key.toString());
        return list;
    }();
    return keys;
}

const QStringList& placeKeys()
{
    static const QStringList keys{locationPathsKey.toString()};
    return keys;
}

void applyDeviceProperties(const cim::Value& deviceProperties, model::PnpDevice& device, ReadContext& context)
{
    for (const cim::Value& element : deviceProperties.elements()) {
        const cim::Instance* property = element.toObject();
        if (property == nullptr)
            continue;
        const QString key = property->value(u"KeyName").toString().value_or(QString());
        const Fields fields(*property, model::Part::DeviceProperties, device.instanceId + u' ' + key,
                            context);
        applyDeviceProperty(key, fields, device);
    }
    device.propertiesRead = true;
}

} // namespace hvgpu::hyperv
