#pragma once

#include "core/cim/Value.h"
#include "core/hyperv/Conversation.h"

#include <QString>

namespace hvgpu::hyperv {

/// One value below HKEY_LOCAL_MACHINE by a method of StdRegProv ("GetStringValue" gives "sValue", the numbers
/// give "uValue"); NULL when the key or the value does not exist, or has another type.
[[nodiscard]] base::Result<cim::Value> registryValue(Conversation& conversation, const QString& method,
                                                     const QString& key, const QString& valueName,
                                                     QStringView outParameter);

} // namespace hvgpu::hyperv
