#include "ui/change/GpuChoiceView.h"

#include "ui/change/CheckRowDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace hvgpu::ui {

GpuChoiceView::GpuChoiceView(GpuChoiceModel* model, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegate(new CheckRowDelegate(
        [](const QModelIndex& index) { return index.data(GpuChoiceModel::isChoosableRole).toBool(); }, this));
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(true);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &GpuChoiceView::remember);
    connect(model, &QAbstractItemModel::modelReset, this, &GpuChoiceView::restore);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() != GpuChoiceModel::Name && index.parent().isValid())
            m_model->toggle(index);
    });
}

void GpuChoiceView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (event->key() == Qt::Key_Space && plain) {
        m_model->toggle(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void GpuChoiceView::remember()
{
    m_folded.clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex server = m_model->index(row, 0);
        if (!isExpanded(server) && m_model->rowCount(server) > 0)
            m_folded.insert(server.data(GpuChoiceModel::keyRole).toString());
    }
    m_current = currentIndex().data(GpuChoiceModel::keyRole).toString();
}

void GpuChoiceView::restore()
{
    QModelIndex current;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex server = m_model->index(row, 0);
        const QString key = server.data(GpuChoiceModel::keyRole).toString();
        setExpanded(server, !m_folded.contains(key));
        if (key == m_current)
            current = server;
        for (int gpu = 0; gpu < m_model->rowCount(server); ++gpu) {
            const QModelIndex index = m_model->index(gpu, 0, server);
            if (index.data(GpuChoiceModel::keyRole).toString() == m_current)
                current = index;
        }
    }
    setCurrentIndex(current.isValid() ? current : m_model->index(0, 0));
    sizeColumns();
}

void GpuChoiceView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    sizeColumns();
}

/// Once, when rows and width are there; in characters, so that every font and scale does.
void GpuChoiceView::sizeColumns()
{
    if (m_sized || !isVisible() || m_model->rowCount() == 0)
        return;
    m_sized = true;
    constexpr std::array<int, GpuChoiceModel::ColumnCount> characters{34, 16, 24, 9, 38, 24};
    for (int column = 0; column < GpuChoiceModel::ColumnCount; ++column)
        setColumnWidth(column,
                       characters[static_cast<std::size_t>(column)] * fontMetrics().averageCharWidth());
}

} // namespace hvgpu::ui
