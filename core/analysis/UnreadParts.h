#pragma once

#include "core/model/HostSnapshot.h"

#include <vector>

namespace hvgpu::analysis {

/// Which of the lists that an inventory of GPUs, partitions and virtual machines rests on could not be read
/// of @p host: what is not there may be there all the same. Empty when all were.
[[nodiscard]] std::vector<model::Part> unreadInventory(const model::HostSnapshot& host);

/// Which virtual machines have partitions or whole devices is not known in full.
[[nodiscard]] bool couldNotReadAdapters(const model::HostSnapshot& host);

} // namespace hvgpu::analysis
