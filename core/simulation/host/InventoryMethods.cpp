#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Partitions.h"
#include "core/simulation/host/PnpDevice.h"

// Methods of Win32_PnPEntity.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

PciDevice* targetDevice(Call& call)
{
    const auto index = findDevice(call.host(), call.target.key(u"DeviceID").toString().value_or(QString()));
    return index ? &call.host().devices[*index] : nullptr;
}

base::Result<MethodOutcome> setDisabled(Call& call, bool disabled)
{
    PciDevice* const device = targetDevice(call);
    if (!device)
        return base::fail(wmiError(Hr::NotFound, u"Invoke "_s + call.method.name, call.target.toString()));
    const auto index = static_cast<std::size_t>(device - call.host().devices.data());
    const bool busy = disabled && !runningOn(call.world, call.hostIndex, index).empty();
    if (device->dismounted || busy)
        return base::fail(wmiError(Hr::Failed, u"Invoke "_s + call.method.name, call.target.toString()));
    device->disabled = disabled;
    call.out(u"rebootNeeded", cim::Value::boolean(false));
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> enable(Call& call)
{
    return setDisabled(call, false);
}

base::Result<MethodOutcome> disable(Call& call)
{
    return setDisabled(call, true);
}

base::Result<MethodOutcome> getDeviceProperties(Call& call)
{
    const PciDevice* const device = targetDevice(call);
    if (!device)
        return base::fail(wmiError(Hr::NotFound, u"Invoke GetDeviceProperties"_s, call.target.toString()));
    QStringList keys;
    for (const cim::Value& key : call.in(u"devicePropertyKeys").elements())
        keys.append(key.toString().value_or(QString()));
    auto properties = deviceProperties(call.host(), *device, keys);
    if (!properties)
        return base::fail(properties.error());
    call.out(u"deviceProperties", *std::move(properties));
    return call.finish(returns::completed);
}

constexpr MethodEntry methods[] = {
    {u"Win32_PnPEntity", u"Enable", enable},
    {u"Win32_PnPEntity", u"Disable", disable},
    {u"Win32_PnPEntity", u"GetDeviceProperties", getDeviceProperties},
};

} // namespace

std::span<const MethodEntry> inventoryMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
