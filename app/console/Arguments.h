#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace hvgpu::console {

/// The command line, checked.
struct Arguments
{
    std::optional<QString> demo; ///< what DemoFleet::start takes
    bool local = false;          ///< this computer
    QStringList servers;
    QString serverFile;
    QString language; ///< empty: settings, then the system
    QString theme;    ///< empty: settings
    QString configFolder;
    QString screenshotFolder;
    bool readOnly = false;
};

/// Reads what Qt left of the command line. An exit code means that the program is done: help and version went
/// to standard output, complaints to standard error.
[[nodiscard]] std::variant<Arguments, int> parseArguments(int argc, const char* const* argv);

} // namespace hvgpu::console
