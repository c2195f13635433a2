#pragma once

#include "core/analysis/Check.h"
#include "core/analysis/Diagnosis.h"
#include "core/analysis/ObservedFleet.h"

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// The health of one server or cluster of the list. Immutable; stays valid as long as what was seen of it is
/// the same, so that work grows with what changed.
struct EntryHealth
{
    analysis::ObservedEntry seen;
    int serious = 0; ///< errors and warnings
    /// Only while such a page is looked at.
    /// @{
    std::shared_ptr<const std::vector<analysis::Diagnosis>> diagnoses;
    std::shared_ptr<const std::vector<analysis::CheckGroup>> checks;
    /// @}
};

enum class HealthPart { Count, Diagnoses, Checks };

/// Works out @p part of @p entry, taking over from @p before (may be null) what still holds. Pure.
[[nodiscard]] std::shared_ptr<const EntryHealth> examineEntry(const analysis::ObservedEntry& entry,
                                                              std::shared_ptr<const EntryHealth> before,
                                                              HealthPart part);

} // namespace hvgpu::ui
