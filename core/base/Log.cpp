#include "core/base/Log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace hvgpu::base::log {
namespace {

spdlog::logger& logger()
{
    static const std::shared_ptr<spdlog::logger> instance = [] {
        auto made = std::make_shared<spdlog::logger>("hvgpu", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_level(spdlog::level::warn);
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l: %v");
        made->flush_on(spdlog::level::warn);
        return made;
    }();
    return *instance;
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

} // namespace

void write(Level level, const QString& message)
{
    logger().log(toSpdlog(level), message.toStdString());
}

void setLevel(Level level)
{
    logger().set_level(toSpdlog(level));
}

bool addFile(const QString& path)
{
    constexpr std::size_t maxBytes = 5U * 1024U * 1024U;
    try {
        logger().sinks().push_back(
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.toStdString(), maxBytes, 3));
        return true;
    } catch (const spdlog::spdlog_ex&) {
        return false;
    }
}

} // namespace hvgpu::base::log
