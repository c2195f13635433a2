// What the user does with keys, mouse and clipboard in a DataTreeView.
#include "ui/models/IconSource.h"
#include "ui/views/DataTreeView.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

QString tsvCell(QString text)
{
    return text.replace(u"\r\n"_s, u"\\n"_s)
        .replace(u'\n', u"\\n"_s)
        .replace(u'\r', u"\\n"_s)
        .replace(u'\t', u"\\t"_s);
}

QString serverOf(QModelIndex index)
{
    while (index.parent().isValid())
        index = index.parent();
    return index.siblingAtColumn(0).data().toString();
}

void toClipboard(const QString& text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace

std::vector<int> DataTreeView::visibleColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < header()->count(); ++visual)
        if (const int logical = header()->logicalIndex(visual); !isColumnHidden(logical))
            columns.push_back(logical);
    return columns;
}

QString DataTreeView::selectionAsTsv(bool withHeader) const
{
    const QModelIndexList rows = selectedSourceRows();
    if (rows.isEmpty())
        return {};
    const std::vector<int> columns = visibleColumns();
    const bool namesServer = m_content == Content::Gpus || m_content == Content::Partitions;
    QStringList lines;
    if (withHeader) {
        QStringList titles;
        if (namesServer)
            titles << tr("Server");
        for (const int column : columns)
            titles << tsvCell(listModel()->columns()[static_cast<std::size_t>(column)].title);
        lines << titles.join(u'\t');
    }
    for (const QModelIndex& row : rows) {
        QStringList cells;
        if (namesServer)
            cells << tsvCell(serverOf(row));
        for (const int column : columns)
            cells << tsvCell(row.siblingAtColumn(column).data().toString());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

// NOLINTNEXTLINE(readability-make-member-function-const): a command of the menu
void DataTreeView::copyRows()
{
    toClipboard(selectionAsTsv(false));
}

// NOLINTNEXTLINE(readability-make-member-function-const): a command of the menu
void DataTreeView::copyRowsWithHeader()
{
    toClipboard(selectionAsTsv(true));
}

void DataTreeView::copyCell()
{
    toClipboard(currentIndex().data().toString());
}

// NOLINTNEXTLINE(readability-make-member-function-const): a command of the menu
void DataTreeView::copyId()
{
    QStringList ids;
    for (const QModelIndex& row : selectedSourceRows())
        ids << row.data(CopyIdRole).toString();
    toClipboard(ids.join(u'\n'));
}

void DataTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    QMenu menu(this);
    const bool any = selectionModel() != nullptr && selectionModel()->hasSelection();
    const auto add = [this, &menu, any](const QString& text, auto slot, const QKeySequence& keys = {}) {
        QAction* action = menu.addAction(text, this, slot);
        action->setShortcut(keys);
        action->setEnabled(any);
        return action;
    };
    add(tr("Cop&y"), &DataTreeView::copyRows, QKeySequence::Copy)->setIcon(iconFor(u"copy"_s));
    add(tr("Copy with &header"), &DataTreeView::copyRowsWithHeader,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    add(tr("Copy ce&ll"), &DataTreeView::copyCell);
    add(tr("Copy I&D"), &DataTreeView::copyId);
    if (rootIsDecorated()) {
        menu.addSeparator();
        menu.addAction(tr("&Expand all"), this, &DataTreeView::expandAllGuarded);
        menu.addAction(tr("C&ollapse all"), this, &DataTreeView::collapseAllKept);
    }
    m_proxy->setResortSuspended(true);
    Q_EMIT contextMenuWanted(&menu);
    menu.exec(position);
    m_proxy->setResortSuspended(false);
}

void DataTreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
    } else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyRowsWithHeader();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               currentIndex().isValid()) {
        Q_EMIT rowActivated(currentSource());
    } else {
        QTreeView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void DataTreeView::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    const bool byKeyboard =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (byKeyboard && selectionModel() != nullptr && !selectionModel()->hasSelection()) {
        if (!currentIndex().isValid())
            setCurrentIndex(m_proxy->index(0, 0));
        else
            selectionModel()->select(currentIndex(),
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    QTreeView::focusInEvent(event);
}

void DataTreeView::mousePressEvent(QMouseEvent* event)
{
    m_proxy->setResortSuspended(true);
    QTreeView::mousePressEvent(event);
}

void DataTreeView::mouseReleaseEvent(QMouseEvent* event)
{
    QTreeView::mouseReleaseEvent(event);
    m_proxy->setResortSuspended(false);
}

} // namespace hvgpu::ui
