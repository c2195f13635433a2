#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PnpDevice.h"
#include "core/simulation/host/RowContext.h"

// PCI devices in root\cimv2: plug and play, drivers, display adapters and the memory and interrupts they use.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

void pnpEntity(RowContext& context, const PciDevice& device)
{
    const QString id = pnpInstanceId(device);
    const std::uint32_t problem = problemOf(device);
    Row row = context.row();
    row.set(u"DeviceID", id)
        .set(u"PNPDeviceID", id)
        .set(u"SystemName", context.host().name)
        .set(u"Status", problem == 0 ? u"OK"_s : u"Error"_s)
        .number(u"ConfigManagerErrorCode", problem)
        .set(u"ConfigManagerUserConfig", false)
        .texts(u"HardwareID", hardwareIds(device))
        .texts(u"CompatibleID", compatibleIds(device));
    const QString name = shownName(device);
    row.set(u"Name", name).set(u"Caption", name).set(u"Description", name);
    if (device.dismounted) {
        row.set(u"Manufacturer", u"Microsoft"_s)
            .set(u"PNPClass", u"System"_s)
            .set(u"ClassGuid", u"{4d36e97d-e325-11ce-bfc1-08002be10318}"_s)
            .set(u"Service", u"pcip"_s);
    } else if (!device.service.isEmpty()) {
        row.set(u"Manufacturer", device.manufacturer)
            .set(u"PNPClass", device.pnpClass)
            .set(u"ClassGuid", device.classGuid)
            .set(u"Service", device.service);
    }
    context.add(row);
}

void pnpEntities(RowContext& context)
{
    for (const PciDevice& device : context.host().devices)
        pnpEntity(context, device);
}

void signedDrivers(RowContext& context)
{
    for (const PciDevice& device : context.host().devices) {
        Row row = context.row();
        row.set(u"DeviceID", pnpInstanceId(device))
            .set(u"DeviceName", shownName(device))
            .set(u"HardWareID", hardwareIds(device).constFirst());
        if (device.dismounted) {
            row.set(u"DeviceClass", u"SYSTEM"_s)
                .set(u"DriverProviderName", u"Microsoft"_s)
                .set(u"DriverVersion", context.host().systemVersion + u".1"_s)
                .set(u"InfName", u"pcip.inf"_s);
        } else if (!device.service.isEmpty()) {
            row.set(u"DeviceClass", device.pnpClass.toUpper())
                .set(u"ClassGuid", device.classGuid)
                .set(u"DriverProviderName", device.driverProvider)
                .set(u"DriverVersion", device.driverVersion)
                .set(u"InfName", device.inf)
                .set(u"Manufacturer", device.manufacturer)
                .set(u"Signer", u"Microsoft Windows Hardware Compatibility Publisher"_s);
            if (const auto date = cim::DateTime::fromCim(device.driverDate))
                row.set(u"DriverDate", cim::Value::dateTime(*date));
        } else {
            continue;
        }
        context.add(row);
    }
}

void videoControllers(RowContext& context)
{
    constexpr std::uint64_t adapterRamLimit = 4293918720; // what the 32-bit property shows for large boards
    std::uint32_t index = 0;
    for (const PciDevice& device : context.host().devices) {
        const bool isShown = !device.dismounted && device.pnpClass == u"Display"_s && !device.disabled;
        if (!isShown)
            continue;
        Row row = context.row();
        row.set(u"DeviceID", u"VideoController%1"_s.arg(++index))
            .set(u"Name", device.name)
            .set(u"Caption", device.name)
            .set(u"Description", device.name)
            .set(u"PNPDeviceID", pnpInstanceId(device))
            .set(u"SystemName", context.host().name)
            .set(u"Status", problemOf(device) == 0 ? u"OK"_s : u"Error"_s)
            .number(u"ConfigManagerErrorCode", problemOf(device))
            .number(u"Availability", 8)
            .set(u"AdapterCompatibility", device.manufacturer)
            .set(u"VideoProcessor", device.name)
            .set(u"DriverVersion", device.driverVersion)
            .set(u"InfFilename", device.inf)
            .number(u"AdapterRAM", std::min(device.videoMemory, adapterRamLimit));
        if (const auto date = cim::DateTime::fromCim(device.driverDate))
            row.set(u"DriverDate", cim::Value::dateTime(*date));
        context.add(row);
    }
}

/// Only a started device has resources.
bool hasResources(const PciDevice& device)
{
    return problemOf(device) == 0;
}

void memoryAddresses(RowContext& context)
{
    for (const PciDevice& device : context.host().devices) {
        if (!hasResources(device))
            continue;
        for (const MemoryRange& range : device.memory) {
            const std::uint64_t end = range.start + range.size - 1;
            const QString name =
                u"0x%1-0x%2"_s.arg(range.start, 0, 16).arg(end, 0, 16).toUpper().replace(u'X', u'x');
            context.add(context.row()
                            .number(u"StartingAddress", range.start)
                            .number(u"EndingAddress", end)
                            .set(u"Name", name)
                            .set(u"Caption", name)
                            .set(u"CSName", context.host().name)
                            .set(u"Status", u"OK"_s));
        }
    }
}

void interrupts(RowContext& context)
{
    const auto& devices = context.host().devices;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (hasResources(devices[i])) {
            context.add(context.row()
                            .number(u"IRQNumber", interruptOf(devices[i], i))
                            .set(u"Name", u"IRQ %1"_s.arg(interruptOf(devices[i], i)))
                            .set(u"CSName", context.host().name)
                            .set(u"Status", u"OK"_s));
        }
    }
}

void allocatedResources(RowContext& context)
{
    const Host& host = context.host();
    for (std::size_t i = 0; i < host.devices.size(); ++i) {
        const PciDevice& device = host.devices[i];
        if (!hasResources(device))
            continue;
        const auto dependent = makePath(host.name, inventoryNamespace, u"Win32_PnPEntity"_s,
                                        {{u"DeviceID"_s, pnpInstanceId(device)}});
        const auto add = [&](const QString& className, const QString& key, cim::Value value) {
            const cim::ObjectPath antecedent(host.name, inventoryNamespace, className,
                                             {{key, std::move(value)}});
            context.add(context.row().set(u"Antecedent", antecedent).set(u"Dependent", dependent));
        };
        for (const MemoryRange& range : device.memory) {
            add(u"Win32_DeviceMemoryAddress"_s, u"StartingAddress"_s,
                cim::Value::unsignedInteger(cim::Type::UInt64, range.start));
        }
        add(u"Win32_IRQResource"_s, u"IRQNumber"_s,
            cim::Value::unsignedInteger(cim::Type::UInt32, interruptOf(device, i)));
    }
}

constexpr RowSource sources[] = {
    {u"Win32_PnPEntity", pnpEntities},
    {u"Win32_PnPSignedDriver", signedDrivers},
    {u"Win32_VideoController", videoControllers},
    {u"Win32_DeviceMemoryAddress", memoryAddresses},
    {u"Win32_IRQResource", interrupts},
    {u"Win32_PnPAllocatedResource", allocatedResources},
};

} // namespace

std::span<const RowSource> deviceSources()
{
    return sources;
}

} // namespace hvgpu::simulation
