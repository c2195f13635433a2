#include "core/analysis/GpuTitle.h"

namespace hvgpu::analysis {
using namespace Qt::StringLiterals;

QString gpuTitle(const model::HostSnapshot& host, const model::Gpu& gpu)
{
    if (gpu.name.isEmpty())
        return gpu.id.text();
    int total = 0;
    int ordinal = 0;
    for (const model::Gpu& other : host.gpus) {
        total += other.name == gpu.name ? 1 : 0;
        if (other.id == gpu.id)
            ordinal = total;
    }
    return total > 1 ? u"%1 #%2"_s.arg(gpu.name).arg(ordinal) : gpu.name;
}

} // namespace hvgpu::analysis
