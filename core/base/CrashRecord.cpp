#include "core/base/CrashRecord.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace hvgpu::base {

std::vector<CrashRecord> crashRecords(const QString& folder)
{
    constexpr qsizetype kept = 10;
    constexpr qint64 longest = qint64(64) * 1024;
    const QFileInfoList files =
        QDir(folder).entryInfoList({u"crash-*.txt"_s}, QDir::Files, QDir::Time); // newest first
    std::vector<CrashRecord> records;
    for (qsizetype index = 0; index < files.size(); ++index) {
        QFile file(files[index].filePath());
        if (index >= kept)
            file.remove();
        else if (file.open(QIODevice::ReadOnly))
            records.push_back({file.fileName(), files[index].lastModified().toUTC(),
                               QString::fromUtf8(file.read(longest))});
    }
    return records;
}

} // namespace hvgpu::base
