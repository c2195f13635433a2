#pragma once

#include "core/analysis/Sentinel.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/report/Table.h"

#include <concepts>
#include <optional>

namespace hvgpu::report {

/// A host in a report: what is known of it, and when "now" is. References live as long as the fleet.
struct HostContext
{
    const fleet::HostRecord& record;
    const fleet::EntryRecord* entry = nullptr;
    QDateTime now;
};

/// One column: its header and how a row answers it. Row has a member "host" of type HostContext.
template <class Row>
struct Field
{
    const char* id;
    const char* title;
    bool essential;
    Cell (*value)(const Row& row);
};

[[nodiscard]] Cell text(const QString& value); ///< unknown when empty
[[nodiscard]] Cell flag(std::optional<bool> value);
[[nodiscard]] Cell list(const QStringList& value); ///< unknown when empty
[[nodiscard]] Cell time(const QDateTime& value);   ///< unknown when invalid
[[nodiscard]] Cell hexadecimal(std::optional<std::uint32_t> value, int digits);
template <std::integral T>
[[nodiscard]] Cell number(std::optional<T> value)
{
    return value ? Cell(static_cast<std::uint64_t>(*value)) : Cell();
}
[[nodiscard]] inline Cell count(std::size_t value)
{
    return static_cast<std::uint64_t>(value);
}

/// An amount as it is to be read: bytes with their unit where @p isBytes, parts of the GPU where it is a
/// scale (EC-15); unknown when not reported.
[[nodiscard]] Cell quantity(const analysis::Quantity& quantity, bool isBytes);
[[nodiscard]] Cell byteCount(std::optional<std::uint64_t> value);

[[nodiscard]] Cell server(const HostContext& host);
[[nodiscard]] Cell cluster(const HostContext& host);
[[nodiscard]] Cell serverState(const HostContext& host);
[[nodiscard]] Cell dataTime(const HostContext& host);
[[nodiscard]] Cell dataAge(const HostContext& host);
[[nodiscard]] QString powerStateId(model::PowerState state);

/// Every host of the fleet in its order, with its entry.
[[nodiscard]] std::vector<HostContext> hosts(const fleet::FleetSnapshot& fleet, const QDateTime& now);

/// The columns every report begins with: which server, and how old its data is.
template <class Row>
[[nodiscard]] std::vector<Field<Row>> hostFields()
{
    return {{"server", "Server", true, [](const Row& row) { return server(row.host); }},
            {"cluster", "Cluster", true, [](const Row& row) { return cluster(row.host); }},
            {"server_state", "State", true, [](const Row& row) { return serverState(row.host); }},
            {"data_time", "Data of", false, [](const Row& row) { return dataTime(row.host); }},
            {"data_age_seconds", "Age (s)", false, [](const Row& row) { return dataAge(row.host); }}};
}

template <class Row>
[[nodiscard]] Table makeTable(const QString& name, const std::vector<Field<Row>>& fields,
                              const std::vector<Row>& rows)
{
    Table table;
    table.name = name;
    for (const Field<Row>& field : fields)
        table.columns.push_back(
            {QString::fromLatin1(field.id), QString::fromUtf8(field.title), field.essential});
    table.rows.reserve(rows.size());
    for (const Row& row : rows) {
        std::vector<Cell>& cells = table.rows.emplace_back();
        cells.reserve(fields.size());
        for (const Field<Row>& field : fields)
            cells.push_back(field.value(row));
    }
    return table;
}

} // namespace hvgpu::report
