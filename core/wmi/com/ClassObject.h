#pragma once

#include "core/base/Result.h"
#include "core/cim/Instance.h"
#include "core/wmi/com/ComPtr.h"
#include "core/wmi/com/VariantValue.h"

#include <wbemcli.h>

#include <optional>
#include <vector>

/// Reading and writing WMI's objects.
namespace hvgpu::com {

/// How instanceFrom() reads.
struct ReadObject
{
    QString nameSpace;     ///< where the object itself does not say
    bool withPath = false; ///< keeps the object path, if it has one that can be read
    int depth = 0;         ///< how deep it is embedded in others
};

/// The properties that are not WMI's own, in WMI's order. Errors: ProtocolViolation for a value that cannot
/// be read, LimitExceeded for objects inside objects without end.
[[nodiscard]] base::Result<cim::Instance> instanceFrom(IWbemClassObject& object, const ReadObject& how);

/// A string property, system properties included; null when it is NULL or absent.
[[nodiscard]] QString textProperty(IWbemClassObject& object, const wchar_t* name);

/// Sets @p properties as the object declares them. Errors: InvalidArgument for one that it does not have or
/// that does not fit.
[[nodiscard]] base::Result<void> setProperties(IWbemClassObject& object,
                                               const std::vector<cim::Property>& properties,
                                               const ObjectMaker& makeObject);

/// Names of a class's key properties; nullopt when WMI cannot say (Wine).
[[nodiscard]] std::optional<std::vector<QString>> keyNames(IWbemClassObject& classObject);

} // namespace hvgpu::com
