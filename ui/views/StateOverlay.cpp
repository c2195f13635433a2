#include "ui/views/StateOverlay.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {

StateOverlay::StateOverlay(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_busy(new QProgressBar(this))
    , m_button(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setObjectName(QStringLiteral("stateText"));
    m_busy->setRange(0, 0);
    m_busy->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    m_button->setObjectName(QStringLiteral("stateButton"));
    auto* column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(m_label);
    column->addWidget(m_busy, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Filtered)
            Q_EMIT clearFilterRequested();
        else if (m_state == State::Error)
            Q_EMIT retryRequested();
        else
            Q_EMIT actionRequested();
    });
    parent->installEventFilter(this);
    hide();
}

void StateOverlay::hideState()
{
    m_state = State::Hidden;
    hide();
}

void StateOverlay::showLoading(const QString& text)
{
    present(State::Loading, text, {});
}

void StateOverlay::showEmpty(const QString& text, const QString& action)
{
    present(State::Empty, text, action);
}

void StateOverlay::showFiltered(const QString& filter)
{
    present(State::Filtered, tr("Nothing matches “%1”.").arg(filter), tr("Clea&r filter"));
}

void StateOverlay::showError(const QString& text)
{
    present(State::Error, text, tr("&Retry"));
}

QString StateOverlay::text() const
{
    return m_label->text();
}

void StateOverlay::present(State state, const QString& text, const QString& button)
{
    m_state = state;
    m_label->setText(text);
    setAccessibleName(text);
    m_busy->setVisible(state == State::Loading);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    follow();
    show();
    raise();
}

bool StateOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        follow();
    return QWidget::eventFilter(watched, event);
}

void StateOverlay::follow()
{
    setGeometry(parentWidget()->rect());
}

} // namespace hvgpu::ui
