#pragma once

#include "core/model/Gpu.h"

#include <vector>

namespace hvgpu::model {

/// The GPUs of a host that has never been read, known from its first lists while the rest is still being
/// read: what they are and how they are partitioned, not what uses them. Never a substitute for a
/// HostSnapshot: nothing may be judged or planned from it.
struct FirstLook
{
    std::vector<Gpu> gpus;
};

} // namespace hvgpu::model
