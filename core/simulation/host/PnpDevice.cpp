#include "core/simulation/host/PnpDevice.h"

#include "core/simulation/host/Errors.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/Row.h"

#include <functional>
#include <span>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

// DEVPROPTYPE values (wmi.md 3.2).
constexpr std::uint32_t typeUInt32 = 7;
constexpr std::uint32_t typeBoolean = 17;
constexpr std::uint32_t typeDateTime = 16;
constexpr std::uint32_t typeString = 18;
constexpr std::uint32_t typeStringList = 8210;

/// A device property: name, key, type and where its value comes from. NULL: the device does not have it.
struct DeviceKey
{
    const char16_t* name;
    const char16_t* key;
    std::uint32_t type;
    cim::Value (*read)(const PciDevice& device);
};

cim::Value number(std::uint32_t value)
{
    return cim::Value::unsignedInteger(cim::Type::UInt32, value);
}

cim::Value textOrNull(const QString& value)
{
    return value.isEmpty() ? cim::Value() : cim::Value::string(value);
}

cim::Value driverText(const PciDevice& device, const QString& value)
{
    return device.dismounted ? cim::Value() : textOrNull(value);
}

cim::Value locationPaths(const PciDevice& device)
{
    const QString acpi = u"ACPI(_SB_)#ACPI(PC%1)#"_s.arg(device.bus, 2, 10, QLatin1Char('0'));
    const QString tail = device.locationPath.section(u'#', 1);
    return cim::Value::strings({device.locationPath, acpi + tail});
}

cim::Value locationInfo(const PciDevice& device)
{
    return cim::Value::string(
        u"PCI bus %1, device %2, function %3"_s.arg(device.bus).arg(device.slot).arg(device.function));
}

cim::Value driverDate(const PciDevice& device)
{
    const auto date = cim::DateTime::fromCim(device.driverDate);
    return date && !device.dismounted ? cim::Value::dateTime(*date) : cim::Value::null(cim::Type::DateTime);
}

cim::Value linkGeneration(const PciDevice& device)
{
    return device.deviceType >= 2 ? number(4) : cim::Value();
}

cim::Value linkWidth(const PciDevice& device)
{
    return device.deviceType >= 2 ? number(16) : cim::Value();
}

constexpr DeviceKey deviceKeys[] = {
    {u"DEVPKEY_Device_LocationPaths", u"{a45c254e-df1c-4efd-8020-67d146a850e0} 37", typeStringList,
     locationPaths},
    {u"DEVPKEY_Device_LocationInfo", u"{a45c254e-df1c-4efd-8020-67d146a850e0} 15", typeString, locationInfo},
    {u"DEVPKEY_Device_BusNumber", u"{a45c254e-df1c-4efd-8020-67d146a850e0} 23", typeUInt32,
     [](const PciDevice& d) { return number(d.bus); }},
    {u"DEVPKEY_Device_Address", u"{a45c254e-df1c-4efd-8020-67d146a850e0} 30", typeUInt32,
     [](const PciDevice& d) { return number((d.slot << 16U) | d.function); }},
    {u"DEVPKEY_Device_DriverDate", u"{a8b865dd-2e3d-4094-ad97-e593a70c75d6} 2", typeDateTime, driverDate},
    {u"DEVPKEY_Device_DriverVersion", u"{a8b865dd-2e3d-4094-ad97-e593a70c75d6} 3", typeString,
     [](const PciDevice& d) { return driverText(d, d.driverVersion); }},
    {u"DEVPKEY_Device_DriverInfPath", u"{a8b865dd-2e3d-4094-ad97-e593a70c75d6} 5", typeString,
     [](const PciDevice& d) { return driverText(d, d.inf); }},
    {u"DEVPKEY_Device_DriverProvider", u"{a8b865dd-2e3d-4094-ad97-e593a70c75d6} 9", typeString,
     [](const PciDevice& d) { return driverText(d, d.driverProvider); }},
    {u"DEVPKEY_Device_ProblemCode", u"{4340a6c5-93fa-4706-972c-7b648008a5a7} 3", typeUInt32,
     [](const PciDevice& d) { return number(problemOf(d)); }},
    {u"DEVPKEY_Device_Numa_Node", u"{540b947e-8b40-45bc-a8a2-6a0b894cbda2} 3", typeUInt32,
     [](const PciDevice& d) { return number(d.bus >= 128 ? 1 : 0); }},
    {u"DEVPKEY_Device_IsPresent", u"{540b947e-8b40-45bc-a8a2-6a0b894cbda2} 5", typeBoolean,
     [](const PciDevice&) { return cim::Value::boolean(true); }},
    {u"DEVPKEY_PciDevice_DeviceType", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 1", typeUInt32,
     [](const PciDevice& d) { return number(d.deviceType); }},
    {u"DEVPKEY_PciDevice_BaseClass", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 3", typeUInt32,
     [](const PciDevice& d) { return number(d.classCode.left(2).toUInt(nullptr, 16)); }},
    {u"DEVPKEY_PciDevice_SubClass", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 4", typeUInt32,
     [](const PciDevice& d) { return number(d.classCode.mid(2, 2).toUInt(nullptr, 16)); }},
    {u"DEVPKEY_PciDevice_CurrentLinkSpeed", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 9", typeUInt32,
     linkGeneration},
    {u"DEVPKEY_PciDevice_CurrentLinkWidth", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 10", typeUInt32,
     linkWidth},
    {u"DEVPKEY_PciDevice_InterruptSupport", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 14", typeUInt32,
     [](const PciDevice& d) { return number(d.interruptSupport); }},
    {u"DEVPKEY_PciDevice_SriovSupport", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 26", typeUInt32,
     [](const PciDevice& d) { return d.sriovSupport ? number(*d.sriovSupport) : cim::Value(); }},
    {u"DEVPKEY_PciDevice_AcsSupport", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 29", typeUInt32,
     [](const PciDevice& d) { return number(d.acsUpHierarchy == 0 ? 2 : 0); }},
    {u"DEVPKEY_PciDevice_AcsCompatibleUpHierarchy", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 31", typeUInt32,
     [](const PciDevice& d) { return number(d.acsUpHierarchy); }},
    {u"DEVPKEY_PciDevice_RequiresReservedMemoryRegion", u"{3AB22E31-8264-4b4e-9AF5-A8D2D8E33E62} 34",
     typeUInt32, [](const PciDevice& d) { return number(d.reservedMemoryRegion); }},
};

const DeviceKey* findKey(const QString& nameOrKey)
{
    for (const DeviceKey& key : deviceKeys) {
        if (nameOrKey.compare(QStringView(key.name), Qt::CaseInsensitive) == 0 ||
            nameOrKey.compare(QStringView(key.key), Qt::CaseInsensitive) == 0)
            return &key;
    }
    return nullptr;
}

QString propertyClass(std::uint32_t type)
{
    switch (type) {
    case typeUInt32:
        return u"Win32_PnPDevicePropertyUint32"_s;
    case typeBoolean:
        return u"Win32_PnPDevicePropertyBoolean"_s;
    case typeDateTime:
        return u"Win32_PnPDevicePropertyDateTime"_s;
    case typeStringList:
        return u"Win32_PnPDevicePropertyStringArray"_s;
    default:
        return u"Win32_PnPDevicePropertyString"_s;
    }
}

cim::Value propertyObject(const Host& host, const PciDevice& device, const DeviceKey& key)
{
    const ClassInfo* const info = ClassCatalogue::builtIn().find(inventoryNamespace, propertyClass(key.type));
    Row row(*info, host.name);
    row.set(u"DeviceID", pnpInstanceId(device))
        .set(u"KeyName", QString::fromUtf16(key.name))
        .set(u"key", QString::fromUtf16(key.key))
        .number(u"Type", key.type);
    if (auto value = key.read(device); !value.isNull())
        row.set(u"Data", std::move(value));
    return cim::Value::object(row.build());
}

} // namespace

std::uint32_t problemOf(const PciDevice& device)
{
    constexpr std::uint32_t disabledByUser = 22;
    if (device.dismounted)
        return 0;
    return device.disabled ? disabledByUser : device.problem;
}

QString shownName(const PciDevice& device)
{
    if (device.dismounted)
        return u"PCI Express Device - Dismounted"_s;
    return device.name;
}

QStringList hardwareIds(const PciDevice& device)
{
    const QString bus = device.dismounted ? u"PCIP\\"_s : u"PCI\\"_s;
    const QString full = device.instance.section(u'\\', 0, 0);
    const QString withoutRevision = full.section(u"&REV_"_s, 0, 0);
    const QString vendorDevice = full.section(u"&SUBSYS_"_s, 0, 0);
    return {bus + full, bus + withoutRevision, bus + vendorDevice + u"&CC_%100"_s.arg(device.classCode),
            bus + vendorDevice + u"&CC_"_s + device.classCode};
}

QStringList compatibleIds(const PciDevice& device)
{
    const QString vendor = device.instance.left(8);
    const QString vendorDevice = device.instance.section(u"&SUBSYS_"_s, 0, 0);
    const QString bus = device.dismounted ? u"PCIP\\"_s : u"PCI\\"_s;
    return {bus + vendorDevice, bus + vendor + u"&CC_"_s + device.classCode, bus + vendor,
            bus + u"CC_%100"_s.arg(device.classCode), bus + u"CC_"_s + device.classCode};
}

std::uint64_t interruptOf(const PciDevice& device, std::size_t index)
{
    constexpr std::uint64_t messageSignalledBase = 4294967280; // negative vectors seen as uint32
    return device.lineInterrupt ? *device.lineInterrupt : messageSignalledBase - index;
}

std::optional<std::size_t> findDevice(const Host& host, const QString& instanceId)
{
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        if (pnpInstanceId(host.devices[i]).compare(instanceId, Qt::CaseInsensitive) == 0)
            return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> findDeviceAt(const Host& host, const QString& locationPath)
{
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        if (host.devices[i].locationPath.compare(locationPath, Qt::CaseInsensitive) == 0)
            return i;
    }
    return std::nullopt;
}

base::Result<cim::Value> deviceProperties(const Host& host, const PciDevice& device, const QStringList& keys)
{
    std::vector<cim::Value> result;
    for (const QString& name : keys) {
        const DeviceKey* const key = findKey(name);
        if (!key)
            return base::fail(wmiError(Hr::Failed, u"Invoke GetDeviceProperties"_s, name));
        result.push_back(propertyObject(host, device, *key));
    }
    if (keys.isEmpty()) {
        for (const DeviceKey& key : deviceKeys)
            result.push_back(propertyObject(host, device, key));
    }
    return cim::Value::array(cim::Type::Object, std::move(result));
}

} // namespace hvgpu::simulation
