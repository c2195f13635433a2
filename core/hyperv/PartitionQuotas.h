#pragma once

#include <QString>

#include <cstdint>
#include <map>

namespace hvgpu::hyperv {

/// The limits of a partition adapter that are set (not NULL), by property: Min-, Max- and OptimalPartition of
/// VRAM, Encode, Decode and Compute (Msvm_GpuPartitionSettingData).
using PartitionQuotas = std::map<QString, std::uint64_t>;

} // namespace hvgpu::hyperv
