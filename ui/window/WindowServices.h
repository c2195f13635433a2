#pragma once

#include "core/base/CrashRecord.h"
#include "core/base/Executor.h"
#include "core/base/Result.h"
#include "core/fleet/PasswordKeeper.h"
#include "core/operations/Activities.h"

#include <QDateTime>
#include <QStringList>

#include <functional>
#include <vector>

namespace hvgpu::ui {

/// What the main window needs from whoever composes the program.
struct WindowServices
{
    base::Executor* background = nullptr; ///< for exports; outlives the window
    /// Adds the simulated fleet to the list; empty when there is none to offer.
    std::function<base::Result<void>()> openDemo;
    /// What changes servers; outlives the window. Without it the window only shows.
    operations::Activities* activities = nullptr;
    /// Saved passwords; outlives the window. Without it none are saved.
    fleet::PasswordKeeper* passwords = nullptr;
    QStringList components;                 ///< versions of what the program is made of, for support files
    std::vector<base::CrashRecord> crashes; ///< of earlier runs, newest first
    bool readOnly = false;                  ///< for this run of the program, whatever the settings say
    /// Tells the user on the desktop; by the system's means unless set.
    std::function<void(const QString& title, const QString& text)> notifyDesktop;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

} // namespace hvgpu::ui
