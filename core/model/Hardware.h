#pragma once

#include "core/model/Ids.h"

namespace hvgpu::model {

/// "VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1": equal on equal cards, and what stays when a card goes to
/// another slot.
[[nodiscard]] inline QString hardwareOf(const GpuId& id)
{
    return id.text().section(QLatin1Char('\\'), 0, 0);
}

} // namespace hvgpu::model
