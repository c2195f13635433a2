#include "core/base/Log.h"

#include <QFile>

#include <spdlog/sinks/dist_sink.h>
#include <spdlog/sinks/ringbuffer_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace hvgpu::base::log {
namespace {

/// The logger and its outputs; the latter take a new one while other threads write.
struct Sinks
{
    Sinks()
    {
        outputs->add_sink(std::make_shared<spdlog::sinks::stderr_sink_mt>());
        outputs->add_sink(last);
        logger.set_level(spdlog::level::warn);
        logger.set_pattern(pattern);
        logger.flush_on(spdlog::level::warn);
    }

    static constexpr std::size_t keptLines = 200;
    static constexpr const char* pattern = "%Y-%m-%dT%H:%M:%S.%e%z %l: %v";
    std::shared_ptr<spdlog::sinks::dist_sink_mt> outputs = std::make_shared<spdlog::sinks::dist_sink_mt>();
    std::shared_ptr<spdlog::sinks::ringbuffer_sink_mt> last =
        std::make_shared<spdlog::sinks::ringbuffer_sink_mt>(keptLines);
    spdlog::logger logger{"hvgpu", outputs};
};

Sinks& sinks()
{
    static Sinks instance;
    return instance;
}

spdlog::level::level_enum toSpdlog(Level level)
{
    switch (level) {
    case Level::Debug:
        return spdlog::level::debug;
    case Level::Info:
        return spdlog::level::info;
    case Level::Warning:
        return spdlog::level::warn;
    case Level::Error:
        break;
    }
    return spdlog::level::err;
}

/// Text from a host must not be able to forge further lines.
QString oneLine(QString message)
{
    return message.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '));
}

} // namespace

void write(Level level, const QString& message)
{
    if (sinks().logger.should_log(toSpdlog(level)))
        sinks().logger.log(toSpdlog(level), oneLine(message).toStdString());
}

void setLevel(Level level)
{
    sinks().logger.set_level(toSpdlog(level));
}

bool addFile(const QString& path)
{
    constexpr std::size_t maxBytes = std::size_t(5) * 1024 * 1024;
    constexpr std::size_t files = 3;
    try {
        auto file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(path).toStdString(), maxBytes, files);
        file->set_pattern(Sinks::pattern);
        sinks().outputs->add_sink(std::move(file));
        return true;
    } catch (const spdlog::spdlog_ex&) {
        return false;
    }
}

QStringList lastLines()
{
    QStringList lines;
    for (const std::string& line : sinks().last->last_formatted())
        lines << QString::fromStdString(line).trimmed();
    return lines;
}

} // namespace hvgpu::base::log
