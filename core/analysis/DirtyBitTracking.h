#pragma once

#include <QString>

#include <optional>

namespace hvgpu::analysis {

/// Whether the IOMMU of this processor can track which memory a device has written, which live migration with
/// a GPU partition needs: AMD EPYC 7002 and later, Intel Xeon Scalable of the 4th generation and later
/// (wmi.md 4.7). Windows does not report it, so this is known by name only; nullopt for names it cannot tell.
/// Pure.
[[nodiscard]] std::optional<bool> tracksDmaWrites(const QString& processorName);

} // namespace hvgpu::analysis
