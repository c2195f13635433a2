#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace hvgpu::ui {

/// Asks where to save and calls back with the path.
using SaveChooser = std::function<void(QWidget* parent, const QString& suggestion, const QString& filter,
                                       std::function<void(const QString& path)> chosen)>;

/// The file dialog, without blocking.
[[nodiscard]] SaveChooser saveDialog();
/// A file name made of @p words and @p suffix: letters, digits, "-" and "_" only.
[[nodiscard]] QString fileNameOf(const QString& words, const QString& suffix);
/// Replaces the file as a whole or leaves it as it was; empty on success, else why not, for people.
[[nodiscard]] QString saveFile(const QString& path, const QByteArray& content);

} // namespace hvgpu::ui
