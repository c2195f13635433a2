#pragma once

#include "core/base/Error.h"
#include "core/wmi/com/Progress.h"

#include <optional>

namespace hvgpu::com {

/// Of a call that got no answer. @p stopped: by the caller, else its time is over. @p change: what of it may
/// have happened.
[[nodiscard]] base::Error noAnswer(bool stopped, Change change);

/// Kept by a call that waits in short steps and looks at its deadline in between: it ends in good order then,
/// and neither its thread nor its connection has to be left behind.
class Watch
{
public:
    explicit Watch(Progress& progress)
        : m_progress(progress)
    {
        m_progress.watched = true;
    }
    ~Watch() { m_progress.watched = false; }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// The error to end with when it is time to go.
    [[nodiscard]] std::optional<base::Error> over() const;
    /// How long the next step may wait, in milliseconds.
    [[nodiscard]] long step() const;

private:
    Progress& m_progress;
};

} // namespace hvgpu::com
