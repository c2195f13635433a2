#pragma once

#include <QByteArray>
#include <QString>

namespace hvgpu::cli {

/// Writes a message to standard error as one line "hvgpu: …".
void say(const QString& message);
/// Shows how far the work is, in place, when standard error is a terminal; an empty text clears it.
void showProgress(const QString& text);
/// Writes bytes to standard output as they are; false when not all of them could be written.
[[nodiscard]] bool writeOutput(const QByteArray& bytes);

} // namespace hvgpu::cli
