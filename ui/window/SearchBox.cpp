#include "ui/window/SearchBox.h"

#include "ui/theme/Icons.h"

#include <QAction>
#include <QKeyEvent>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int widthInCharacters = 34;
}

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent)
{
    setObjectName(u"searchBox"_s);
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search (Ctrl+F)"));
    setToolTip(tr("Shows only rows that contain every word, in any column"));
    setClearButtonEnabled(true);
    addAction(icon(u"search"), QLineEdit::LeadingPosition)->setText(tr("Search"));
    if (auto* clearButton =
            findChild<QAction*>(u"_q_qlineeditclearaction"_s)) // QLineEdit leaves it without a name
        clearButton->setText(tr("Clear the search"));
    setMaximumWidth(fontMetrics().averageCharWidth() * widthInCharacters);
    setMinimumWidth(fontMetrics().averageCharWidth() * widthInCharacters / 2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

bool SearchBox::event(QEvent* event)
{
    // Esc belongs to the box while it has the focus, not to "Cancel refresh".
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down || event->key() == Qt::Key_Return) {
        Q_EMIT leaveRequested();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace hvgpu::ui
