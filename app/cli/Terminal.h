#pragma once

#include <QByteArray>
#include <QString>

namespace hvgpu::cli {

/// Writes a message to standard error as one line "hvgpu: …".
void say(const QString& message);
/// Writes text to standard error as it is.
void print(const QString& text);
/// Somebody sits there: standard input and standard error are a terminal.
[[nodiscard]] bool isInteractive();
/// Asks a question that is answered with yes or no, which is also what everything else means.
[[nodiscard]] bool confirm(const QString& question);
/// Bytes for a terminal: what servers say must not steer it.
[[nodiscard]] QByteArray harmless(QString text);
/// Shows how far the work is, in place, when standard error is a terminal; an empty text clears it.
void showProgress(const QString& text);
/// Writes bytes to standard output as they are; false when not all of them could be written.
[[nodiscard]] bool writeOutput(const QByteArray& bytes);

} // namespace hvgpu::cli
