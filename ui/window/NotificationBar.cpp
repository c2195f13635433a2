#include "ui/window/NotificationBar.h"

#include "ui/theme/Icons.h"

#include <QAccessible>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;

struct Look
{
    const char16_t* icon;
    QRgb light;
    QRgb dark;
};

Look lookOf(NotificationBar::Kind kind)
{
    switch (kind) {
    case NotificationBar::Kind::Success:
        return {u"done", 0xffe2f3e6, 0xff17331f};
    case NotificationBar::Kind::Problem:
        return {u"error", 0xfffbe3e4, 0xff43191c};
    case NotificationBar::Kind::Information:
        break;
    }
    return {u"info", 0xffe1edfa, 0xff172c44};
}

} // namespace

NotificationBar::NotificationBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_details(new QPushButton(tr("Show de&tails"), this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"notificationBar"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(u"notificationText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setObjectName(u"notificationDetails"_s);
    m_details->setToolTip(tr("Shows the change with every step in the Activity tab"));
    m_close->setObjectName(u"notificationClose"_s);
    m_close->setIcon(icon(u"close"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setToolTip(tr("Close this notification"));
    m_close->setAccessibleName(tr("Close this notification"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_details, &QPushButton::clicked, this, [this] { Q_EMIT detailsRequested(m_subject); });
    applyColours();
    hide();
}

void NotificationBar::notify(Kind kind, const QString& text, const QString& subject)
{
    m_kind = kind;
    m_subject = subject;
    m_text->setText(text);
    m_details->setVisible(!subject.isEmpty());
    setAccessibleName(text);
    applyColours();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString NotificationBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NotificationBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isDark(QGuiApplication::palette()) != m_dark)
        applyColours();
}

void NotificationBar::applyColours()
{
    const Look look = lookOf(m_kind);
    m_dark = isDark(QGuiApplication::palette());
    m_icon->setPixmap(icon(look.icon).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    // Only the ground is ours: with every role set, a change of theme would not reach this widget.
    QPalette colours;
    colours.setColor(QPalette::Window, m_dark ? look.dark : look.light);
    setPalette(colours);
}

} // namespace hvgpu::ui
