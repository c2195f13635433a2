#pragma once

#include <QString>

namespace hvgpu::app {

/// Where journals are kept, the same for every program of the product: "hvgpu/journals" in the user's folder
/// for state. @p folder overrides.
[[nodiscard]] QString journalFolder(const QString& folder = {});

/// Where records of crashes are kept: "hvgpu/crashes" in the user's folder for state. @p folder overrides.
[[nodiscard]] QString crashFolder(const QString& folder = {});

} // namespace hvgpu::app
