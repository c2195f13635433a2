#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <variant>
#include <vector>

namespace hvgpu::report {

/// A number that people read in another unit than files hold it.
struct Amount
{
    std::uint64_t value = 0; ///< exact, for CSV and JSON
    QString shown;           ///< English, for tables and pages: "15.86 GB", "100 % of the GPU"

    friend bool operator==(const Amount&, const Amount&) = default;
};

/// A list of numbers.
using Numbers = std::vector<std::uint64_t>;

/// One cell. monostate = unknown or not reported: empty in CSV, null in JSON, never 0.
using Cell =
    std::variant<std::monostate, QString, std::uint64_t, bool, QDateTime, QStringList, Numbers, Amount>;

struct Column
{
    QString id;             ///< stable, documented, snake_case: header of CSV, key of JSON
    QString title;          ///< for people, used by tables on a terminal
    bool essential = false; ///< kept by essential()
};

/// A report as data, before any file format. A plain value.
struct Table
{
    QString name; ///< "gpus", "partitions", "vms", "inventory"
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    QStringList pageColumns; ///< ids of those on a page to print; empty: the essential ones
};

/// The table with its essential columns only, narrow enough for a terminal; all of them when none is marked.
[[nodiscard]] Table essential(const Table& table);
/// The table with the columns that are worth the space on a page.
[[nodiscard]] Table forPage(const Table& table);

} // namespace hvgpu::report
