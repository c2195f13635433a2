#include "core/hyperv/VideoControllers.h"

#include "core/hyperv/Fields.h"

#include <algorithm>
#include <utility>

namespace hvgpu::hyperv {

bool namesNoClasses(const std::vector<cim::Instance>& devices)
{
    return std::ranges::none_of(devices, [](const cim::Instance& device) {
        return !device.value(u"PNPClass").isNull() || !device.value(u"HardwareID").isNull() ||
               !device.value(u"CompatibleID").isNull();
    });
}

std::vector<model::PnpDevice> videoControllers(const std::vector<cim::Instance>& rows, ReadContext& context)
{
    std::vector<model::PnpDevice> devices;
    for (const cim::Instance& row : rows) {
        const QString instanceId = row.value(u"PNPDeviceID").toString().value_or(QString()).toUpper();
        if (!instanceId.startsWith(u"PCI\\"))
            continue;
        const Fields fields(row, model::Part::PnpDevices, instanceId, context);
        model::PnpDevice device;
        device.instanceId = context.strings.share(instanceId);
        device.name = fields.text(u"Name");
        device.status = fields.text(u"Status");
        device.manufacturer = fields.text(u"AdapterCompatibility");
        device.problemCode = fields.u32(u"ConfigManagerErrorCode");
        device.driverVersion = fields.text(u"DriverVersion");
        device.driverDate = fields.time(u"DriverDate");
        devices.push_back(std::move(device));
    }
    return devices;
}

} // namespace hvgpu::hyperv
