#include "app/composition/StateFolders.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hvgpu::app {
namespace {

/// Where what a program remembers between its runs belongs; QStandardPaths knows no such place before Qt 6.7.
QString stateFolder()
{
#ifdef Q_OS_WIN
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#else
    const QString chosen = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(chosen) ? chosen : QDir::home().filePath(u".local/state"_s);
#endif
}

QString folderFor(const QString& what, const QString& chosen)
{
    return chosen.isEmpty() ? QDir(stateFolder()).filePath(u"hvgpu/"_s + what) : chosen;
}

} // namespace

QString journalFolder(const QString& folder)
{
    return folderFor(u"journals"_s, folder);
}

QString crashFolder(const QString& folder)
{
    return folderFor(u"crashes"_s, folder);
}

} // namespace hvgpu::app
