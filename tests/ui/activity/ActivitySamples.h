#pragma once

#include "core/operations/Activity.h"

#include <memory>

namespace hvgpu::tests {

/// When the samples are looked at.
[[nodiscard]] QDateTime activityNow();

/// One partition for each of "cad-01" (running) and "cad-02" (off) on hv01; nothing begun.
[[nodiscard]] operations::Activity assigning(const QString& id);
/// The count of an A2 of hv02 from 4 to 8; ended well an hour before activityNow().
[[nodiscard]] operations::Activity countSet(const QString& id);

/// The target has come to its end.
void end(operations::Activity& activity, std::size_t target, operations::Outcome outcome);
/// Every step of the target done, with one call each.
void finishSteps(operations::Activity& activity, std::size_t target);

[[nodiscard]] std::shared_ptr<const operations::Activity> share(const operations::Activity& activity);

} // namespace hvgpu::tests
