#pragma once

#include <QString>
#include <QStringList>

namespace hvgpu::base::log {

enum class Level { Debug, Info, Warning, Error };

/// Writes one line to stderr and, when set up, to the log file. Thread-safe. Never pass secrets.
void write(Level level, const QString& message);

/// Lines below @p level are dropped; Warning at start.
void setLevel(Level level);
/// Adds a rotating log file (5 MiB, three files). Returns false when it cannot be opened.
bool addFile(const QString& path);

/// The last lines that were written, oldest first; at most 200.
[[nodiscard]] QStringList lastLines();

inline void debug(const QString& message)
{
    write(Level::Debug, message);
}
inline void info(const QString& message)
{
    write(Level::Info, message);
}
inline void warning(const QString& message)
{
    write(Level::Warning, message);
}
inline void error(const QString& message)
{
    write(Level::Error, message);
}

} // namespace hvgpu::base::log
