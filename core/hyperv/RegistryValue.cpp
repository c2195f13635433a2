#include "core/hyperv/RegistryValue.h"

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

constexpr std::uint64_t localMachine = 2147483650;   // HKEY_LOCAL_MACHINE
constexpr std::uint32_t keyNotFound = 2;             // ERROR_FILE_NOT_FOUND
constexpr std::uint32_t accessDenied = 5;            // ERROR_ACCESS_DENIED
constexpr std::uint32_t wrongValueType = 2147749893; // WBEM_E_TYPE_MISMATCH

} // namespace

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

} // namespace hvgpu::hyperv
