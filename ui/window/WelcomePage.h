#pragma once

#include <QWidget>

class QAction;

namespace hvgpu::ui {

/// What the window shows while the list of servers is empty.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(QAction* addServer, QAction* openDemo, QWidget* parent = nullptr);
};

} // namespace hvgpu::ui
