#pragma once

#include "core/model/HostSnapshot.h"

#include <QHash>
#include <QString>

namespace hvgpu::ui {

/// The GPUs of every VM of @p host that has any, as a cell shows them: "NVIDIA A2 #1, chosen at start". One
/// pass over the host's assignments.
[[nodiscard]] QHash<model::VmId, QString> gpusByVm(const model::HostSnapshot& host);

} // namespace hvgpu::ui
