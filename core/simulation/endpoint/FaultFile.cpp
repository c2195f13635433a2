#include "core/simulation/endpoint/FaultFile.h"

#include <QFile>
#include <QFileInfo>

namespace hvgpu::simulation {

std::optional<QByteArray> FaultFile::changedContent()
{
    const QFileInfo info(m_path);
    const QDateTime time = info.exists() ? info.lastModified() : QDateTime();
    const qint64 size = info.exists() ? info.size() : 0;
    if (m_time == time && m_size == size)
        return std::nullopt;
    m_time = time;
    m_size = size;
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace hvgpu::simulation
