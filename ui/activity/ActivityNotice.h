#pragma once

#include "core/operations/Activity.h"

#include <QString>

namespace hvgpu::ui {

/// What is told of an activity that ended.
struct ActivityNotice
{
    QString text;
    bool succeeded = false;
};
[[nodiscard]] ActivityNotice noticeOf(const operations::Activity& activity);

/// True when it took long enough for the user to have turned to something else.
[[nodiscard]] bool tookLong(const operations::Activity& activity);

} // namespace hvgpu::ui
