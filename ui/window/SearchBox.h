#pragma once

#include <QLineEdit>

namespace hvgpu::ui {

/// The filter box: Esc empties it, then lets go; Down goes to the list.
class SearchBox final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget* parent = nullptr);

Q_SIGNALS:
    void leaveRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace hvgpu::ui
