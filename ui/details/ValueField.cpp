#include "ui/details/ValueField.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>
#include <memory>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int documentMargin = 2;
constexpr int narrowestCharacters = 8;
} // namespace

ValueField::ValueField(QWidget* parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    setFocusPolicy(Qt::ClickFocus); // one of a pane's values is a tab stop; see DetailsPane
    document()->setDocumentMargin(documentMargin);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    viewport()->setAutoFillBackground(false);
}

void ValueField::setValue(const QString& value, bool isIdentifier)
{
    if (m_value == value && !toPlainText().isEmpty())
        return;
    m_value = value;
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(isIdentifier ? Qt::LeftToRight : layoutDirection());
    document()->setDefaultTextOption(option);
    setWordWrapMode(isIdentifier ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    setPlainText(value);
    updateGeometry();
}

void ValueField::copyValue() const
{
    QApplication::clipboard()->setText(m_value);
}

int ValueField::heightForWidth(int width) const
{
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(std::max(1, width));
    return static_cast<int>(std::ceil(copy->size().height()));
}

QSize ValueField::sizeHint() const
{
    const int wanted = fontMetrics().horizontalAdvance(m_value) + 3 * documentMargin;
    return {wanted, fontMetrics().lineSpacing() + 2 * documentMargin};
}

QSize ValueField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * narrowestCharacters,
            fontMetrics().lineSpacing() + 2 * documentMargin};
}

void ValueField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && !textCursor().hasSelection()) {
        copyValue();
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        Q_EMIT walkRequested(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void ValueField::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"valueMenu"_s);
    QAction* selection = menu->addAction(tr("Copy &selection"), this, &QTextEdit::copy);
    selection->setEnabled(textCursor().hasSelection());
    if (!selection->isEnabled())
        selection->setStatusTip(tr("Nothing is selected in this value."));
    menu->addAction(tr("Copy &value"), this, &ValueField::copyValue);
    menu->addAction(tr("Copy &all details"), this, &ValueField::copyAllRequested);
    menu->popup(event->globalPos());
}

void ValueField::focusInEvent(QFocusEvent* event)
{
    QTextEdit::focusInEvent(event);
    viewport()->update();
}

void ValueField::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        QTextCursor cursor = textCursor();
        cursor.clearSelection();
        setTextCursor(cursor);
    }
    viewport()->update();
}

void ValueField::paintEvent(QPaintEvent* event)
{
    QTextEdit::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
}

void ValueField::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void ValueField::wheelEvent(QWheelEvent* event)
{
    event->ignore();
} // scrolls the pane, not the value

} // namespace hvgpu::ui
