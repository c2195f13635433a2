#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;
class QWidget;

namespace hvgpu::ui {

/// Asks where to save and calls back with the path.
using SaveChooser = std::function<void(QWidget* parent, const QString& suggestion, const QString& filter,
                                       std::function<void(const QString& path)> chosen)>;

/// The file dialog, without blocking.
[[nodiscard]] SaveChooser saveDialog();
/// A file name made of @p words and @p suffix: letters, digits, "-" and "_" only.
[[nodiscard]] QString fileNameOf(const QString& words, const QString& suffix);
/// Replaces the file as a whole or leaves it as it was, on a worker; @p done is then told on the GUI thread
/// what to show, unless @p shownBy is gone: as which file it was saved, or why not.
void saveFile(QObject* shownBy, const QString& path, const QByteArray& content,
              std::function<void(const QString& message)> done);

} // namespace hvgpu::ui
