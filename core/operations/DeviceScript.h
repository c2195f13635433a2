#pragma once

#include "core/operations/Plan.h"

#include <QStringList>

namespace hvgpu::operations {

/// The lines of PowerShell that do a step about a device, a VM's settings or a pool; empty for other steps.
/// They rely on $vm in steps about a VM.
[[nodiscard]] QStringList deviceScript(const Step& step);

/// A string PowerShell takes as it is. It also reads the typographic single quotes as quotes.
[[nodiscard]] QString quotedForPowerShell(const QString& text);

} // namespace hvgpu::operations
