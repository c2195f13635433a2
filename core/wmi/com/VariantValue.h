#pragma once

#include "core/base/Result.h"
#include "core/cim/Value.h"
#include "core/wmi/com/ComPtr.h"
#include "core/wmi/com/Variant.h"

#include <wbemcli.h>

#include <functional>
#include <optional>

/// VARIANTs of WMI and CIM values (wmi.md 1.3): 64-bit integers travel as text, unsigned ones in signed
/// VARIANTs, datetimes and references as strings, embedded objects as IUnknown; VT_NULL is NULL, not 0.
namespace hvgpu::com {

/// Reads an embedded object.
using ObjectReader = std::function<base::Result<cim::Instance>(IUnknown& object)>;
/// Makes an embedded object.
using ObjectMaker = std::function<base::Result<ComPtr<IWbemClassObject>>(const cim::Instance& instance)>;

/// Without the array flag; nullopt for a number that is no type.
[[nodiscard]] std::optional<cim::Type> typeOf(CIMTYPE type);

/// Text that is no datetime or no object path stays text, so that whoever wants more of it notices. Errors:
/// ProtocolViolation for a VARIANT that @p type does not allow, and those of @p readObject.
[[nodiscard]] base::Result<cim::Value> valueFrom(const VARIANT& variant, CIMTYPE type,
                                                 const ObjectReader& readObject);

/// @p value as a property or parameter declared as @p type wants it; an instance for a string becomes CIM-XML
/// text. Errors: InvalidArgument when it does not fit, and those of @p makeObject.
[[nodiscard]] base::Result<Variant> variantFrom(const cim::Value& value, CIMTYPE type,
                                                const ObjectMaker& makeObject);

/// A path as WMI takes it in strings: with a host, "." where none is known.
[[nodiscard]] QString referenceText(const cim::ObjectPath& path);

} // namespace hvgpu::com
