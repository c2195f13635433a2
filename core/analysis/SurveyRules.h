#pragma once

#include "core/analysis/AssignedStatus.h"

namespace hvgpu::analysis {

/// Microsoft's device survey for discrete device assignment, rule by rule in its order (wmi.md 6.2), for a
/// GPU the host has mounted. A rule that fails decides even if an input of an earlier one is missing; an
/// input that is missing without any failure makes the verdict Unknown. Pure.
[[nodiscard]] StatusVerdict surveyVerdict(const model::Gpu& gpu, const model::PnpDevice& device,
                                          const model::HostSnapshot& host);

/// Evidence that a part of the host could not be read, in the words of its read note; null when it was read.
[[nodiscard]] std::optional<Evidence> unreadable(const model::HostSnapshot& host, model::Part part,
                                                 const QString& source);

} // namespace hvgpu::analysis
