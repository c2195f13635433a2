#pragma once

#include "core/fleet/ServerEntry.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace hvgpu::bench {

/// hvgpu-sim as a process of its own, so that its work is not counted as ours.
class SimProcess
{
public:
    /// Blocks until it is ready; false when it did not start. @p ownProcessor: half of the processors for it,
    /// the other half for us, as if the servers were elsewhere (Linux).
    bool start(const QString& fleet, bool ownProcessor);
    ~SimProcess();

    [[nodiscard]] const std::vector<fleet::ServerEntry>& entries() const { return m_entries; }
    [[nodiscard]] double startSeconds() const { return m_startSeconds; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    std::vector<fleet::ServerEntry> m_entries;
    double m_startSeconds = 0;
};

} // namespace hvgpu::bench
