#include "ui/theme/ConsoleStyle.h"

#include "ui/theme/Icons.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    if ((!isBox && element != PE_IndicatorRadioButton) || !isDark(option->palette))
        return;
    const bool isEnabled = (option->state & State_Enabled) != 0;
    painter->save();
    painter->setPen(option->palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter->setBrush(Qt::NoBrush);
    constexpr qreal faint = 0.6;
    painter->setOpacity(painter->opacity() * faint);
    if (isBox) {
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    } else {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawEllipse(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

QIcon ConsoleStyle::standardIcon(StandardPixmap standard, const QStyleOption* option,
                                 const QWidget* widget) const
{
    switch (standard) {
    case SP_MessageBoxQuestion:
    case SP_MessageBoxInformation:
        return icon(u"info");
    case SP_MessageBoxWarning:
        return icon(u"warning");
    case SP_MessageBoxCritical:
        return icon(u"error");
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace hvgpu::ui
