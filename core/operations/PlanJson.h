#pragma once

#include "core/base/Result.h"
#include "core/operations/Plan.h"

#include <QJsonObject>

namespace hvgpu::operations {

/// The plan as JSON, complete: what is saved, printed by --what-if, and written to the journal. Format
/// version 1.
[[nodiscard]] QJsonObject toJson(const Plan& plan);
[[nodiscard]] QJsonObject toJson(const Target& target);

/// Reads what toJson() wrote. Errors: InvalidArgument with the place in detail.
[[nodiscard]] base::Result<Plan> planFromJson(const QJsonObject& json);

/// Stable English identifiers ("set-partition-count", "part-of-homogeneous-set").
[[nodiscard]] QLatin1String name(StepKind kind);
[[nodiscard]] QLatin1String name(FindingCode code);
[[nodiscard]] QLatin1String name(Severity severity);
[[nodiscard]] QLatin1String name(PowerPolicy policy);

} // namespace hvgpu::operations
