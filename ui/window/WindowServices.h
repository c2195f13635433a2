#pragma once

#include "core/base/Executor.h"
#include "core/base/Result.h"

#include <QDateTime>

#include <functional>

namespace hvgpu::ui {

/// What the main window needs from whoever composes the program.
struct WindowServices
{
    base::Executor* background = nullptr; ///< for exports; outlives the window
    /// Adds the simulated fleet to the list; empty when there is none to offer.
    std::function<base::Result<void>()> openDemo;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

} // namespace hvgpu::ui
