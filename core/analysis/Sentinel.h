#pragma once

#include "core/model/Gpu.h"

#include <cstdint>
#include <optional>

namespace hvgpu::analysis {

/// How to read a number of a partitionable GPU (EC-15, EC-16).
enum class Meaning {
    NotReported, ///< NULL, or 18446744073709551615 ("no limit / not reported")
    Scale,       ///< paravirtual: 1,000,000,000 stands for the whole GPU; show percent
    Amount       ///< a real amount in the unit of its column
};

struct Quantity
{
    Meaning meaning = Meaning::NotReported;
    std::uint64_t value = 0; ///< bytes, blocks or GFLOPS when Amount; parts of 1,000,000,000 when Scale
};

/// Judges one number of @p partitioning. Pure.
[[nodiscard]] Quantity quantity(std::optional<std::uint64_t> reported,
                                const model::Partitioning& partitioning);

} // namespace hvgpu::analysis
