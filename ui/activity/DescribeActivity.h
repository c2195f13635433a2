#pragma once

#include "ui/activity/ActivityModel.h"
#include "ui/details/DetailContent.h"

#include <QModelIndexList>

namespace hvgpu::ui {

/// Details of what is selected in the Activity tab; rows are of the source model, column 0.
[[nodiscard]] DetailContent activityDetails(const ActivityModel& model, const QModelIndexList& rows);

} // namespace hvgpu::ui
