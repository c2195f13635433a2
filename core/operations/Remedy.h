#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Request.h"

#include <optional>

namespace hvgpu::operations {

/// What can be done here about something that is wrong.
enum class Fix {
    None,    ///< a person has to do it elsewhere; the advice says what and why
    Plan,    ///< a plan, see remedy()
    Decision ///< a change was cut off: resume it, put it back, or dismiss it
};

/// The one answer of windows, command line and reports. Pure.
[[nodiscard]] Fix fixOf(const analysis::Diagnosis& diagnosis, const fleet::FleetSnapshot& fleet);

/// What would put right what @p diagnosis says, where that can be done safely by a plan; nullopt where a
/// person has to. The plan made of it is reviewed like every other. Pure.
[[nodiscard]] std::optional<Request> remedy(const analysis::Diagnosis& diagnosis,
                                            const fleet::FleetSnapshot& fleet);

/// The part of remedy() that is about settings of virtual machines.
[[nodiscard]] std::optional<Request> settingsRemedy(const analysis::Diagnosis& diagnosis,
                                                    const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::operations
