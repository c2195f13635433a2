#pragma once

#include "core/model/HostSnapshot.h"
#include "core/operations/Request.h"

#include <vector>

namespace hvgpu::operations {

/// The partitions that a host has for one request to assign some, given out one by one. Pointers into the
/// snapshot, which must outlive it.
class PartitionSupply
{
public:
    PartitionSupply(const AssignRequest& request, const model::HostSnapshot& host);

    /// How many there are still, less those that adapters without a GPU of their own will take when their VM
    /// starts. A GPU that does not report its partition count has none.
    [[nodiscard]] int free() const;
    /// GPUs that are partitionable and fit the request, also when they are full.
    [[nodiscard]] std::vector<const model::Gpu*> gpus() const;
    /// Takes one. The GPU it has to be of; null when the host may choose. A size is only certain of a GPU
    /// that has it: what the host would choose may be larger.
    const model::Gpu* take();

private:
    struct Candidate
    {
        const model::Gpu* gpu = nullptr;
        int free = 0;
    };
    std::vector<Candidate> m_candidates;
    int m_ofAll = 0;  ///< free on all GPUs of the host, less those awaited
    bool m_mayChoose; ///< the host
};

} // namespace hvgpu::operations
