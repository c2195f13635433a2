#include "ui/window/ShownTable.h"

#include <QCoreApplication>
#include <QHeaderView>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

report::Cell toCell(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return {};
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::UShort:
    case QMetaType::Short:
        return value.toLongLong() < 0 && value.typeId() != QMetaType::ULongLong
                   ? report::Cell(value.toString())
                   : report::Cell(static_cast<std::uint64_t>(value.toULongLong()));
    case QMetaType::QDateTime:
        return value.toDateTime();
    case QMetaType::QStringList:
        return value.toStringList();
    default:
        return value.toString();
    }
}

std::vector<int> visibleColumns(const DataTreeView& view)
{
    std::vector<int> result;
    const QHeaderView& header = *view.header();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int logical = header.logicalIndex(visual);
        if (!header.isSectionHidden(logical))
            result.push_back(logical);
    }
    return result;
}

/// Depth of the deepest row; the rows above it turn into columns.
int depthOf(const QAbstractItemModel& model, const QModelIndex& parent)
{
    int deepest = 0;
    for (int row = 0; row < model.rowCount(parent); ++row)
        deepest = std::max(deepest, 1 + depthOf(model, model.index(row, 0, parent)));
    return deepest;
}

class Walk
{
public:
    Walk(const QAbstractItemModel& model, std::vector<int> columns, int ancestors, report::Table& table)
        : m_model(model)
        , m_columns(std::move(columns))
        , m_ancestors(ancestors)
        , m_table(table)
    {}

    void below(const QModelIndex& parent, const QStringList& path)
    {
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex index = m_model.index(row, 0, parent);
            if (m_model.rowCount(index) > 0)
                below(index, path + QStringList{index.data().toString()});
            else
                add(index, path);
        }
    }

private:
    void add(const QModelIndex& index, const QStringList& path)
    {
        std::vector<report::Cell> cells;
        cells.reserve(static_cast<std::size_t>(m_ancestors) + m_columns.size());
        const QStringList names = path + QStringList{index.data().toString()};
        for (int level = 0; level < m_ancestors; ++level)
            cells.push_back(level < names.size() ? report::Cell(names[level]) : report::Cell());
        for (const int column : m_columns)
            cells.push_back(toCell(index.siblingAtColumn(column).data(RawValueRole)));
        m_table.rows.push_back(std::move(cells));
    }

    const QAbstractItemModel& m_model;
    std::vector<int> m_columns;
    int m_ancestors;
    report::Table& m_table;
};

} // namespace

report::Table shownTable(const DataTreeView& view, const QString& name)
{
    report::Table table;
    table.name = name;
    const QAbstractItemModel& model = *view.proxy();
    const int ancestors = std::max(0, depthOf(model, {}) - 1);
    const QList<report::Column> above{
        {u"server"_s, QCoreApplication::translate("hvgpu::ui::DataTreeView", "Server")},
        view.content() == DataTreeView::Content::Pools
            ? report::Column{u"gpu_pool"_s,
                             QCoreApplication::translate("hvgpu::ui::DataTreeView", "GPU pool")}
            : report::Column{u"gpu"_s, QCoreApplication::translate("hvgpu::ui::DataTreeView", "GPU")}};
    for (int level = 0; level < ancestors; ++level)
        table.columns.push_back(above[std::min(level, static_cast<int>(above.size()) - 1)]);
    const std::vector<int> columns = visibleColumns(view);
    for (const int column : columns)
        table.columns.push_back({model.headerData(column, Qt::Horizontal, ColumnIdRole).toString(),
                                 model.headerData(column, Qt::Horizontal).toString()});
    Walk(model, columns, ancestors, table).below({}, {});
    return table;
}

} // namespace hvgpu::ui
