#include "core/hyperv/AdapterMemory.h"

#include "core/hyperv/RegistryValue.h"

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

base::Result<std::optional<std::uint64_t>> readAdapterMemory(Conversation& conversation,
                                                             const QString& instanceId)
{
    const base::Result<cim::Value> driver =
        registryValue(conversation, u"GetStringValue"_s, u"SYSTEM\\CurrentControlSet\\Enum\\"_s + instanceId,
                      u"Driver"_s, u"sValue");
    if (!driver)
        return base::fail(driver.error());
    const QString driverKey = driver->toString().value_or(QString());
    if (driverKey.isEmpty())
        return std::optional<std::uint64_t>();

    const QString classKey = u"SYSTEM\\CurrentControlSet\\Control\\Class\\"_s + driverKey;
    const base::Result<cim::Value> wide = registryValue(conversation, u"GetQWORDValue"_s, classKey,
                                                        u"HardwareInformation.qwMemorySize"_s, u"uValue");
    if (!wide)
        return base::fail(wide.error());
    if (!wide->isNull())
        return wide->toUInt64();
    const base::Result<cim::Value> narrow = registryValue(conversation, u"GetDWORDValue"_s, classKey,
                                                          u"HardwareInformation.MemorySize"_s, u"uValue");
    if (!narrow)
        return base::fail(narrow.error());
    return narrow->toUInt64();
}

} // namespace hvgpu::hyperv
