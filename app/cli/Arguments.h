#pragma once

#include "core/report/Export.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace hvgpu::cli {

/// What the program ends with; documented in hvgpu.1 and never changed.
enum ExitCode { Success = 0, Failure = 1, Usage = 2, SomeUnreachable = 3, Interrupted = 130 };

enum class Report { Inventory, Gpus, Partitions, Vms };

/// The command line, checked. Never holds a password.
struct Arguments
{
    Report report = Report::Inventory;
    bool demo = false;
    QStringList servers;
    QStringList clusters;
    QString serverFile;
    QString user;
    QString passwordFile;
    QString caFile;
    bool insecureBasic = false;
    report::Format format = report::Format::Text;
    QString output; ///< empty: standard output
    bool byteOrderMark = false;
    bool allColumns = false; ///< tables only; files always have all
    int width = 0;
    int timeoutSeconds = 30;
    int parallel = 16;
    bool verbose = false;
};

/// Reads the command line. An exit code means that the program is done: help and version are printed to
/// standard output, complaints to standard error.
[[nodiscard]] std::variant<Arguments, ExitCode> parseArguments(int argc, const char* const* argv);

} // namespace hvgpu::cli
