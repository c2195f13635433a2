#include "ui/window/DesktopNotice.h"

#include "ui/theme/Icons.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

namespace hvgpu::ui {

namespace {
constexpr int shownMs = 10'000;
}

void showDesktopNotice(QWidget* window, const QString& title, const QString& text)
{
    QApplication::alert(window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    // The icon is there for the message only.
    auto* tray = new QSystemTrayIcon(applicationIcon(), window);
    QObject::connect(tray, &QSystemTrayIcon::messageClicked, window, [window] {
        window->showNormal();
        window->raise();
        window->activateWindow();
    });
    QTimer::singleShot(2 * shownMs, tray, &QObject::deleteLater);
    tray->show();
    tray->showMessage(title, text, applicationIcon(), shownMs);
}

} // namespace hvgpu::ui
