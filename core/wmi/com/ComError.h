#pragma once

#include "core/base/Error.h"

#include <QString>

#include <qt_windows.h>

#include <objbase.h>

namespace hvgpu::com {

/// A failed call to WMI as an error of ours, with what the host says about it (__ExtendedStatus). To be asked
/// right after the call, on the same thread. @p doing: what for, as a clause of the detail; may be empty.
[[nodiscard]] base::Error errorFrom(HRESULT result, const QString& doing = {});

/// Whether the connection is gone, so that what was got through it is of no more use.
[[nodiscard]] bool isConnectionLost(HRESULT result);

} // namespace hvgpu::com
