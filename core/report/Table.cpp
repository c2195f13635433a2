#include "core/report/Table.h"

#include <algorithm>

namespace hvgpu::report {

Table essential(const Table& table)
{
    if (std::ranges::none_of(table.columns, &Column::essential))
        return table;
    Table result;
    result.name = table.name;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].essential)
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

} // namespace hvgpu::report
