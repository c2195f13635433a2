#pragma once

#include "app/cli/Arguments.h"
#include "core/base/Error.h"
#include "core/report/Table.h"

#include <QByteArray>

#include <stop_token>

namespace hvgpu::cli {

/// Writes a report to where the command line says, in its format. Success or Failure, which it explains.
[[nodiscard]] ExitCode write(const report::Table& table, const Arguments& arguments,
                             const std::stop_token& stop);
/// Writes bytes to where the command line says: standard output, or a file that is complete or as before.
[[nodiscard]] ExitCode write(const QByteArray& bytes, const Arguments& arguments);
/// Whether the file that --output names could be written now, without writing it; says why not.
[[nodiscard]] ExitCode checkOutput(const Arguments& arguments);
/// Replaces a file as a whole. Success or Failure, which it explains.
[[nodiscard]] ExitCode writeFile(const QString& path, const QByteArray& bytes);

/// Says which certificate was not trusted and how to trust it; nothing for other errors.
void sayCertificate(const base::Error& error);

/// Says an error with its technical side and what to do about it.
void complain(const base::Error& error);

} // namespace hvgpu::cli
