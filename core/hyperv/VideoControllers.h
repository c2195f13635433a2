#pragma once

#include "core/cim/Instance.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/Gpu.h"

#include <vector>

namespace hvgpu::hyperv {

/// Whether a list of devices (Win32_PnPEntity) names neither class nor hardware ids of any, so that display
/// adapters cannot be told from the rest. Windows always names them; Wine does not.
[[nodiscard]] bool namesNoClasses(const std::vector<cim::Instance>& devices);

/// The PCI display adapters among Win32_VideoController rows.
[[nodiscard]] std::vector<model::PnpDevice> videoControllers(const std::vector<cim::Instance>& rows,
                                                             ReadContext& context);

} // namespace hvgpu::hyperv
