#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace hvgpu::simulation {

/// A file whose content is read again when it changes. A missing file counts as empty, so that it may come
/// and go.
class FaultFile
{
public:
    explicit FaultFile(QString path)
        : m_path(std::move(path))
    {}

    /// The content when it may have changed since the last call (time or size differ), else nullopt.
    [[nodiscard]] std::optional<QByteArray> changedContent();

private:
    QString m_path;
    std::optional<QDateTime> m_time;
    qint64 m_size = -1;
};

} // namespace hvgpu::simulation
