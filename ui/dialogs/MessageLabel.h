#pragma once

#include <QLabel>

namespace hvgpu::ui {

/// Text below a field in the colour of errors, readable in light and dark.
class MessageLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit MessageLabel(QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    bool m_dark = false;
};

} // namespace hvgpu::ui
