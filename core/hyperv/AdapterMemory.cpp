#include "core/hyperv/AdapterMemory.h"

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

constexpr std::uint64_t localMachine = 2147483650;   // HKEY_LOCAL_MACHINE
constexpr std::uint32_t keyNotFound = 2;             // ERROR_FILE_NOT_FOUND
constexpr std::uint32_t accessDenied = 5;            // ERROR_ACCESS_DENIED
constexpr std::uint32_t wrongValueType = 2147749893; // WBEM_E_TYPE_MISMATCH

/// One value of the registry; NULL when the key or value does not exist.
base::Result<cim::Value> registryValue(Conversation& conversation, const QString& method, const QString& key,
                                       const QString& valueName, QStringView outParameter)
{
    const cim::ObjectPath target({}, registry, u"StdRegProv"_s);
    const base::Result<wmi::InvokeResult> result =
        conversation.tryInvoke(target, method,
                               {{u"hDefKey"_s, cim::Value::unsignedInteger(cim::Type::UInt32, localMachine)},
                                {u"sSubKeyName"_s, cim::Value::string(key)},
                                {u"sValueName"_s, cim::Value::string(valueName)}});
    if (!result)
        return base::fail(result.error());
    if (result->returnValue == 0)
        return result->parameter(outParameter);
    if (result->returnValue == keyNotFound || result->returnValue == 1 ||
        result->returnValue == wrongValueType)
        return cim::Value();
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code =
        result->returnValue == accessDenied ? base::ErrorCode::AccessDenied : base::ErrorCode::Internal;
    error.operation = u"Invoke "_s + method;
    error.target = key + u'\\' + valueName;
    error.nativeCode = result->returnValue;
    return base::fail(std::move(error));
}

} // namespace

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
