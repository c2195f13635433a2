#pragma once

#include "core/model/Ids.h"
#include "core/operations/Activity.h"

#include <QDateTime>

namespace hvgpu::ui {

/// Which activities are shown.
struct ActivityFilter
{
    enum class Period { Today, Week, Month, All };
    enum class Result {
        All,
        UnderWay,     ///< queued, running or interrupted: something is still to come
        Succeeded,    ///< ended, all targets succeeded
        NotSucceeded, ///< ended, at least one target did not succeed
        PutBack       ///< put back on request, or cancelled
    };

    Period period = Period::All;
    Result result = Result::All;
    model::HostId host; ///< empty = every server

    /// Work under way is of every period. @p now is UTC; days are those of the user's time zone.
    [[nodiscard]] bool accepts(const operations::Activity& activity, const QDateTime& now) const;
    [[nodiscard]] bool isOpen() const { return *this == ActivityFilter(); }
    friend bool operator==(const ActivityFilter&, const ActivityFilter&) = default;
};

/// True for what waits, runs here or elsewhere, or waits for a decision.
[[nodiscard]] bool isUnderWay(const operations::Activity& activity);
/// True when nothing of it was left changed, as the user wished: put back on request, or cancelled.
[[nodiscard]] bool isTakenBack(const operations::Activity& activity);

} // namespace hvgpu::ui
