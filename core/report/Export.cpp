#include "core/report/Export.h"

#include "core/report/Writers.h"

#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

base::Error ioError(const QString& path, const QString& reason)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::Io;
    error.operation = u"Write"_s;
    error.target = path;
    error.detail = reason;
    return error;
}

struct PlainText
{
    QString operator()(std::monostate /*unknown*/) const { return {}; }
    QString operator()(const QString& text) const { return text; }
    QString operator()(bool value) const { return value ? u"true"_s : u"false"_s; }
    QString operator()(const QDateTime& time) const { return isoTime(time); }
    QString operator()(std::uint64_t value) const { return QString::number(static_cast<qulonglong>(value)); }
    QString operator()(const QStringList& values) const { return values.join(u';'); }
    QString operator()(const Numbers& values) const
    {
        QStringList texts;
        for (const std::uint64_t value : values)
            texts << (*this)(value);
        return (*this)(texts);
    }
    QString operator()(const Amount& amount) const { return (*this)(amount.value); }
};

base::Result<QByteArray> serialize(const Table& table, Format format, const ExportOptions& options,
                                   Pace& pace)
{
    switch (format) {
    case Format::Csv:
        return writeCsv(table, options, pace);
    case Format::Json:
        return writeJson(table, pace);
    case Format::Html:
        return writeHtml(options.allColumns ? table : forPage(table), options, pace);
    case Format::Text:
        break;
    }
    return writeText(table, options, pace);
}

bool writeAll(QSaveFile& file, const QByteArray& bytes, Pace& pace, bool& stopped)
{
    constexpr qsizetype chunk = 256 * 1024;
    for (qsizetype offset = 0; offset < bytes.size(); offset += chunk) {
        const qsizetype size = std::min(chunk, bytes.size() - offset);
        stopped = !pace.step(static_cast<std::size_t>(offset), static_cast<std::size_t>(bytes.size()),
                             serializedPercent, 100);
        if (stopped || file.write(bytes.constData() + offset, size) != size)
            return false;
    }
    stopped = !pace.step(1, 1, serializedPercent, 100);
    return !stopped && file.flush();
}

} // namespace

bool Pace::step(std::size_t done, std::size_t total, int from, int to)
{
    if (m_options.stop.stop_requested())
        return false;
    const int percent =
        from + (total == 0 ? 0 : static_cast<int>(done * static_cast<std::size_t>(to - from) / total));
    if (m_options.progress && percent > m_last)
        m_options.progress(percent);
    m_last = std::max(m_last, percent);
    return !m_options.stop.stop_requested();
}

QString isoTime(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QString plainText(const Cell& cell)
{
    return std::visit(PlainText{}, cell);
}

QString shownText(const Cell& cell)
{
    const auto* amount = std::get_if<Amount>(&cell);
    return amount != nullptr ? amount->shown : plainText(cell);
}

base::Error cancelled()
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = base::ErrorCode::Cancelled;
    error.operation = u"Export"_s;
    return error;
}

base::Result<QByteArray> serialize(const Table& table, Format format, const ExportOptions& options)
{
    Pace pace(options);
    return serialize(table, format, options, pace);
}

base::Result<void> exportToFile(const Table& table, Format format, const QString& path,
                                const ExportOptions& options)
{
    Pace pace(options);
    const base::Result<QByteArray> bytes = serialize(table, format, options, pace);
    if (!bytes)
        return base::fail(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return base::fail(ioError(path, file.errorString()));
    bool stopped = false;
    if (!writeAll(file, *bytes, pace, stopped)) {
        const QString reason = file.errorString();
        file.cancelWriting();
        return base::fail(stopped ? cancelled() : ioError(path, reason));
    }
    if (!file.commit())
        return base::fail(ioError(path, file.errorString()));
    return {};
}

} // namespace hvgpu::report
