#pragma once

#include "core/base/Result.h"
#include "core/operations/Plan.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace hvgpu::cli {

/// Plans as JSON: one as core/operations writes it, several as {"format": "hvgpu-plans", "plans": […]}.
[[nodiscard]] QByteArray plansToJson(const std::vector<operations::Plan>& plans);
/// Reads what plansToJson() wrote. Errors: InvalidArgument with the place in detail.
[[nodiscard]] base::Result<std::vector<operations::Plan>> plansFromJson(const QByteArray& json);
/// Reads such a file. Errors: the same, Io.
[[nodiscard]] base::Result<std::vector<operations::Plan>> readPlans(const QString& path);

} // namespace hvgpu::cli
