#pragma once

#include <QString>

class QWidget;

namespace hvgpu::ui {

/// Tells the user on the desktop that @p window has something to say: a message of the system tray where
/// there is one, otherwise the window asks for attention in the task bar.
void showDesktopNotice(QWidget* window, const QString& title, const QString& text);

} // namespace hvgpu::ui
