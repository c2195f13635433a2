#pragma once

#include "core/base/Result.h"
#include "core/report/Table.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>
#include <stop_token>

namespace hvgpu::report {

enum class Format { Csv, Json, Text, Html };

struct ExportOptions
{
    bool byteOrderMark = false; ///< CSV: UTF-8 BOM, for Excel
    bool formulaGuard = true;   ///< CSV: an apostrophe before cells that a spreadsheet would run (EC-63)
    bool allColumns = false;    ///< Html: every column, not only those for a page
    int textWidth = 0;          ///< Text: cells are cut so that lines fit this many columns; 0 = never cut
    QDateTime made;             ///< Html: when the report was made; now when invalid
    std::stop_token stop;
    std::function<void(int percent)> progress; ///< called on the caller's thread; may be empty
};

/// The table as bytes: RFC 4180 with CRLF, a JSON array of objects (numbers above 2^53 as strings), aligned
/// columns for a terminal, or one self-contained page to read and print. Error: Cancelled.
[[nodiscard]] base::Result<QByteArray> serialize(const Table& table, Format format,
                                                 const ExportOptions& options);

/// Writes to @p path atomically: the file is complete, or it is as it was before. Errors: Cancelled, Io with
/// the path and the system's reason.
[[nodiscard]] base::Result<void> exportToFile(const Table& table, Format format, const QString& path,
                                              const ExportOptions& options);

} // namespace hvgpu::report
