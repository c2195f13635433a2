#include "core/report/Table.h"

#include <algorithm>

namespace hvgpu::report {
namespace {

Table withColumns(const Table& table, const auto& wanted)
{
    Table result;
    result.name = table.name;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!wanted(table.columns[i]))
            continue;
        kept.push_back(i);
        result.columns.push_back(table.columns[i]);
    }
    result.rows.reserve(table.rows.size());
    for (const std::vector<Cell>& row : table.rows) {
        std::vector<Cell>& cells = result.rows.emplace_back();
        cells.reserve(kept.size());
        for (const std::size_t i : kept)
            cells.push_back(row.at(i));
    }
    return result;
}

} // namespace

Table essential(const Table& table)
{
    if (std::ranges::none_of(table.columns, &Column::essential))
        return table;
    return withColumns(table, [](const Column& column) { return column.essential; });
}

Table forPage(const Table& table)
{
    if (table.pageColumns.isEmpty())
        return essential(table);
    return withColumns(table,
                       [&table](const Column& column) { return table.pageColumns.contains(column.id); });
}

} // namespace hvgpu::report
