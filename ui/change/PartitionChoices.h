#pragma once

#include "core/model/HostSnapshot.h"
#include "core/operations/Request.h"
#include "ui/change/ChoiceRow.h"
#include "ui/models/ListModel.h"

#include <optional>
#include <vector>

namespace hvgpu::ui {

/// One VRAM size that partitions of a server have, as its GPUs are configured now.
struct SizeOption
{
    std::optional<std::uint64_t> bytes; ///< nullopt: these GPUs report no size
    int free = 0;
    int gpus = 0;

    friend bool operator==(const SizeOption&, const SizeOption&) = default;
};

/// Smallest first, those without a size last. One without free partitions is there too.
[[nodiscard]] std::vector<SizeOption> sizeOptions(const model::HostSnapshot& host);
/// "1.85 GB (5 free)".
[[nodiscard]] QString sizeText(const SizeOption& option);

/// Key of the row that leaves the choice of the GPU to the server.
[[nodiscard]] QString automaticGpuKey();
/// The GPUs whose partitions have @p size, after the row for the automatic choice; the others say why not.
/// Keys are GPU ids.
[[nodiscard]] std::vector<ChoiceRow> gpuRows(const model::HostSnapshot& host, const SizeOption& size);
[[nodiscard]] std::vector<ColumnInfo> gpuColumns();

} // namespace hvgpu::ui
