#pragma once

#include "core/text/Text.h"
#include "ui/models/HostTreeModel.h"

#include <QVariant>

namespace hvgpu::ui::cells {

/// "—": not known or not applicable; the tooltip says which.
[[nodiscard]] QString unknown();
/// "…": the server is still being read for the first time.
[[nodiscard]] QString stillToCome();
[[nodiscard]] QString orUnknown(const QString& text);
/// "NVIDIA A2", "NVIDIA A2 #2" when the server has several of that name.
[[nodiscard]] QString title(const GpuRow& row);
/// Device interface path, else the instance ID.
[[nodiscard]] QString gpuId(const model::Gpu& gpu);
/// "PCI bus 101, device 0, function 0", else the location path.
[[nodiscard]] QString location(const model::Gpu& gpu);
/// Sorts by bus, device, function; invalid when unknown.
[[nodiscard]] QVariant locationRank(const model::Gpu& gpu);

/// A number of the GPU with its unit. @p expected marks "≈": what a partition will get, not what it has.
[[nodiscard]] QString quantity(const model::Gpu& gpu, const std::optional<std::uint64_t>& value,
                               text::Unit unit, bool expected = false);
/// The amount as quint64; invalid unless it is a real amount.
[[nodiscard]] QVariant amount(const model::Gpu& gpu, const std::optional<std::uint64_t>& value);
/// Exact bytes, or why there is no number.
[[nodiscard]] QString quantityToolTip(const model::Gpu& gpu, const std::optional<std::uint64_t>& value,
                                      text::Unit unit);

/// Total VRAM: the driver's figure, else the adapter's own memory ("≈", the tooltip names the source).
[[nodiscard]] QString totalVram(const model::Gpu& gpu);
[[nodiscard]] QVariant totalVramAmount(const model::Gpu& gpu);
[[nodiscard]] QString totalVramToolTip(const model::Gpu& gpu);

[[nodiscard]] QString partitionCount(const model::Gpu& gpu);
[[nodiscard]] QVariant partitionCountValue(const model::Gpu& gpu);
[[nodiscard]] QString partitionCountToolTip(const model::Gpu& gpu);
/// Valid counts sorted and without duplicates, "2, 4, 8, 16".
[[nodiscard]] QString validCounts(const model::Gpu& gpu);
/// The valid counts as the driver reports them.
[[nodiscard]] QString validCountsToolTip(const model::Gpu& gpu);

[[nodiscard]] QString statusIcon(analysis::AssignedStatus status);
[[nodiscard]] QString powerStateIcon(model::PowerState state);
/// Name of the VM of an assignment, or words for a VM that @p host, when it is given, does not list.
[[nodiscard]] QString vmName(const model::Assignment& assignment,
                             const std::shared_ptr<const model::HostSnapshot>& host = {});

} // namespace hvgpu::ui::cells
