#pragma once

#include <QProxyStyle>

namespace hvgpu::ui {

/// Fusion, with check boxes and radio buttons whose outline can be seen in the dark, too: Fusion draws it
/// darker than the window, whatever the window is. Message boxes have our icons: Fusion's are pixels that
/// blur on dense screens.
class ConsoleStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    ConsoleStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption* option,
                                     const QWidget* widget) const override;
};

} // namespace hvgpu::ui
