#pragma once

#include "core/model/Gpu.h"
#include "core/model/VirtualMachine.h"

#include <cstdint>
#include <optional>

namespace hvgpu::analysis {

/// Memory-mapped I/O space that a VM should have for a partition of some GPU (EC-30), MB.
struct MmioNeed
{
    std::uint64_t lowMb = 0;
    std::uint64_t highMb = 0;
    bool cacheTypes = false; ///< guest-controlled cache types

    friend bool operator==(const MmioNeed&, const MmioNeed&) = default;
};

/// For GPU paravirtualization what its users agree on: 1 GB, 32 GB and guest-controlled cache types. For GPUs
/// with more memory than Windows' usual 512 MB window could ever map, from 32 GB on, a high space of the
/// GPU's memory. Otherwise nullopt: Microsoft asks for nothing on servers with SR-IOV (wmi.md 5.2). Pure.
[[nodiscard]] std::optional<MmioNeed> mmioNeed(const model::Gpu& gpu);

/// Whether what is known of @p vm falls short of @p need. Unknown is not short. Pure.
[[nodiscard]] bool fallsShort(const model::VirtualMachine& vm, const MmioNeed& need);

} // namespace hvgpu::analysis
