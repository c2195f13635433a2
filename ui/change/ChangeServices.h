#pragma once

#include "core/fleet/Fleet.h"
#include "core/operations/Activities.h"

#include <QDateTime>

#include <functional>

namespace hvgpu::ui {

/// What the dialogs that change something work with. Everything referred to outlives them.
struct ChangeServices
{
    fleet::Fleet& fleet;
    operations::Activities& activities;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

} // namespace hvgpu::ui
