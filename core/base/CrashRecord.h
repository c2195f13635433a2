#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace hvgpu::base {

/// What recordCrashes() left of one crash.
struct CrashRecord
{
    QString path;
    QDateTime when; ///< UTC
    QString text;   ///< at most 64 KiB of it
};

/// Those of @p folder, newest first; older ones than the newest ten are deleted.
[[nodiscard]] std::vector<CrashRecord> crashRecords(const QString& folder);

} // namespace hvgpu::base
