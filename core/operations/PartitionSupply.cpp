#include "core/operations/PartitionSupply.h"

#include "core/analysis/PartitionLayout.h"
#include "core/analysis/PartitionSize.h"
#include "core/operations/FreePartitions.h"

#include <algorithm>

namespace hvgpu::operations {
namespace {

bool fits(const AssignRequest& request, const model::Gpu& gpu)
{
    if (request.gpu && gpu.id != *request.gpu)
        return false;
    if (!request.partitionVram)
        return true;
    const auto size = analysis::currentPartitionSize(gpu);
    return size && size->bytes == *request.partitionVram;
}

} // namespace

PartitionSupply::PartitionSupply(const AssignRequest& request, const model::HostSnapshot& host)
    : m_mayChoose(!request.gpu && !request.partitionVram)
{
    for (const model::Gpu& gpu : host.gpus) {
        if (!gpu.partitioning)
            continue;
        const int free = std::max(analysis::occupancy(gpu).free().value_or(0), 0);
        m_ofAll += free;
        if (fits(request, gpu))
            m_candidates.push_back({&gpu, free});
    }
    m_ofAll -=
        static_cast<int>(std::ranges::count_if(host.unplacedAssignments, &model::Assignment::automatic));
}

int PartitionSupply::free() const
{
    int free = 0;
    for (const Candidate& candidate : m_candidates)
        free += candidate.free;
    return std::max(std::min(free, m_ofAll), 0);
}

std::vector<const model::Gpu*> PartitionSupply::gpus() const
{
    std::vector<const model::Gpu*> gpus;
    for (const Candidate& candidate : m_candidates)
        gpus.push_back(candidate.gpu);
    return gpus;
}

const model::Gpu* PartitionSupply::take()
{
    --m_ofAll;
    const auto most = std::ranges::max_element(m_candidates, {}, &Candidate::free);
    if (most == m_candidates.end())
        return nullptr;
    --most->free;
    return m_mayChoose ? nullptr : most->gpu;
}

int freePartitions(const AssignRequest& request, const model::HostSnapshot& host)
{
    return PartitionSupply(request, host).free();
}

} // namespace hvgpu::operations
