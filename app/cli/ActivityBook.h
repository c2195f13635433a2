#pragma once

#include "app/cli/ActivityTables.h"
#include "app/cli/Arguments.h"
#include "core/base/Clock.h"
#include "core/fleet/ConnectionDirectory.h"
#include "core/operations/Activities.h"

#include <QTemporaryDir>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace hvgpu::cli {

/// The activities of the journal folder that the command line means. Those of a simulated fleet end with it,
/// and so does their folder.
class ActivityBook
{
public:
    /// Reads the journals that are there, and says which could not be read. @p clock must outlive this.
    ActivityBook(const Arguments& arguments, std::shared_ptr<const fleet::ConnectionDirectory> connections,
                 base::Clock& clock);

    [[nodiscard]] operations::Activities& activities() { return *m_activities; }
    /// By id or its beginning; the error says why there is none, or none in particular.
    [[nodiscard]] tl::expected<std::shared_ptr<const operations::Activity>, QString>
    find(const QString& id) const;
    /// Blocks in an event loop until it is on disk.
    base::Result<void> dismiss(const QString& id);
    /// False when journals could not be read.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// Newest first.
    [[nodiscard]] ActivityList all() const { return m_activities->all(); }

private:
    bool m_isComplete = true;
    std::optional<QTemporaryDir> m_temporary;
    std::unique_ptr<operations::Activities> m_activities; // before the folder it writes to goes
};

} // namespace hvgpu::cli
