#include "core/analysis/WriteRights.h"

#include <algorithm>

namespace hvgpu::analysis {
namespace {

bool isRefusal(const model::ReadNote& note)
{
    if (note.error.code != base::ErrorCode::AccessDenied || !note.subject.isEmpty())
        return false;
    return note.part == model::Part::VmRuntime || note.part == model::Part::VirtualMachines ||
           note.part == model::Part::PartitionableGpus;
}

} // namespace

std::optional<base::Error> refusedRights(const model::HostSnapshot& host)
{
    const auto refusal = std::find_if(host.notes.begin(), host.notes.end(), isRefusal);
    return refusal == host.notes.end() ? std::nullopt : std::optional(refusal->error);
}

} // namespace hvgpu::analysis
