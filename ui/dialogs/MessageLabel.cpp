#include "ui/dialogs/MessageLabel.h"

#include "ui/theme/Icons.h"

#include <QEvent>
#include <QGuiApplication>

namespace hvgpu::ui {

namespace {
constexpr QRgb lightMessage = 0xffb3121d;
constexpr QRgb darkMessage = 0xffff8f87;
} // namespace

MessageLabel::MessageLabel(QWidget* parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
    recolour();
}

void MessageLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isDark(QGuiApplication::palette()) != m_dark)
        recolour();
}

void MessageLabel::recolour()
{
    QPalette colours = QGuiApplication::palette();
    m_dark = isDark(colours);
    colours.setColor(QPalette::WindowText, m_dark ? darkMessage : lightMessage);
    setPalette(colours);
}

} // namespace hvgpu::ui
