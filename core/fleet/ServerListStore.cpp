#include "core/fleet/ServerListStore.h"

#include "core/fleet/ListBytes.h"
#include "core/fleet/ServerListJson.h"
#include "core/fleet/ServerListText.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStringList>

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
    constexpr qsizetype mostSaid = 5;
    if (list.problems.empty())
        return std::move(list.entries);
    QStringList said;
    for (const ListProblem& problem : list.problems) {
        if (said.size() < mostSaid)
            said << describe(problem);
    }
    if (const auto more = static_cast<qsizetype>(list.problems.size()) - said.size(); more > 0)
        said << u"and %1 more"_s.arg(more);
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::InvalidArgument;
    error.operation = u"Read server list"_s;
    error.detail = said.join(u"; "_s);
    return base::fail(std::move(error));
}

/// By its name, else by how it begins: JSON as the program writes it, or a list as people write them.
bool isJson(const QString& path, const QString& text)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    static const QStringList lists{u"txt"_s, u"csv"_s, u"tsv"_s};
    return suffix == u"json"_s || (!lists.contains(suffix) && text.trimmed().startsWith(u'{'));
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
    const QByteArray bytes = file.read(maximumFileSize + 1);
    if (file.error() != QFileDevice::NoError)
        return base::fail(ioError(operation, path, file.errorString()));
    if (bytes.size() > maximumFileSize)
        return base::fail(ioError(operation, path, u"the file is larger than 16 MiB"_s));
    const QString text = listTextOf(bytes);
    base::Result<std::vector<ServerEntry>> entries =
        isJson(path, text) ? serverListFromJson(text.toUtf8()) : withoutProblems(serverListFromText(text));
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
