#pragma once

#include "core/wmi/Session.h"
#include "core/wmi/com/Namespace.h"

namespace hvgpu::com {

/// Calls a method with parameters as the class declares them. Errors of its own: Unsupported for a method
/// that the class does not have, InvalidArgument for parameters that the method does not have.
[[nodiscard]] base::Result<wmi::InvokeResult> callMethod(Namespace& place, const cim::ObjectPath& target,
                                                         const QString& method,
                                                         const std::vector<cim::Property>& parameters,
                                                         bool readsOnly);

} // namespace hvgpu::com
