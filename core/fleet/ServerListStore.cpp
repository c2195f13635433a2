#include "core/fleet/ServerListStore.h"

#include "core/fleet/ServerListJson.h"
#include "core/fleet/ServerListText.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

namespace {

constexpr qint64 maximumFileSize = 16LL * 1024 * 1024;

base::Error ioError(const QString& operation, const QString& path, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::Io;
    error.operation = operation;
    error.target = path;
    error.detail = detail;
    return error;
}

base::Result<std::vector<ServerEntry>> withoutProblems(ServerListText list)
{
    if (list.problems.empty())
        return std::move(list.entries);
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = u"Read server list"_s;
    error.detail = describe(list.problems.front());
    return base::fail(std::move(error));
}

} // namespace

QString ServerListStore::defaultPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation))
        .filePath(u"servers.json"_s);
}

base::Result<std::vector<ServerEntry>> readServerFile(const QString& path)
{
    const QString operation = u"Read server list"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        base::Error error = ioError(operation, path, file.errorString());
        if (!file.exists())
            error.code = base::ErrorCode::NotFound;
        return base::fail(std::move(error));
    }
    const QByteArray json = file.read(maximumFileSize + 1);
    if (file.error() != QFileDevice::NoError)
        return base::fail(ioError(operation, path, file.errorString()));
    if (json.size() > maximumFileSize)
        return base::fail(ioError(operation, path, u"the file is larger than 16 MiB"_s));
    const bool isText =
        path.endsWith(u".txt"_s, Qt::CaseInsensitive) || path.endsWith(u".csv"_s, Qt::CaseInsensitive);
    base::Result<std::vector<ServerEntry>> entries =
        isText ? withoutProblems(serverListFromText(QString::fromUtf8(json))) : serverListFromJson(json);
    if (!entries)
        entries.error().target = path;
    return entries;
}

base::Result<std::vector<ServerEntry>> ServerListStore::load() const
{
    if (!QFileInfo::exists(m_path))
        return std::vector<ServerEntry>();
    return readServerFile(m_path);
}

base::Result<void> ServerListStore::save(const std::vector<ServerEntry>& entries) const
{
    const QString operation = u"Save server list"_s;
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return base::fail(ioError(operation, m_path, u"the folder cannot be made"_s));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return base::fail(ioError(operation, m_path, file.errorString()));
    // An error of write() makes commit() fail.
    file.write(serverListToJson(entries));
    if (!file.commit())
        return base::fail(ioError(operation, m_path, file.errorString()));
    return {};
}

} // namespace hvgpu::fleet
