#pragma once

#include "core/base/Result.h"
#include "core/wmi/com/ComPtr.h"

#include <QStringList>

#include <wbemcli.h>

namespace hvgpu::com {

/// What tells PutInstance to write the named properties only (__PUT_EXTENSIONS): the others were read a while
/// ago and may have changed.
[[nodiscard]] base::Result<ComPtr<IWbemContext>> partialUpdate(const QStringList& names);

} // namespace hvgpu::com
