#pragma once

#include "core/report/Export.h"

namespace hvgpu::report {

/// Says how far the work is and whether to go on; one per export.
class Pace
{
public:
    explicit Pace(const ExportOptions& options)
        : m_options(options)
    {}
    /// False when the caller asked to stop. Reports percents from @p from to @p to, each once.
    [[nodiscard]] bool step(std::size_t done, std::size_t total, int from, int to);

private:
    const ExportOptions& m_options;
    int m_last = -1;
};

/// A time as ISO 8601 in UTC, to the second.
[[nodiscard]] QString isoTime(const QDateTime& time);
/// A cell as plain text: lists joined with ";".
[[nodiscard]] QString plainText(const Cell& cell);
/// The cell for people: amounts with their unit.
[[nodiscard]] QString shownText(const Cell& cell);

[[nodiscard]] base::Result<QByteArray> writeCsv(const Table& table, const ExportOptions& options, Pace& pace);
[[nodiscard]] base::Result<QByteArray> writeJson(const Table& table, Pace& pace);
[[nodiscard]] base::Result<QByteArray> writeText(const Table& table, const ExportOptions& options,
                                                 Pace& pace);

[[nodiscard]] base::Result<QByteArray> writeHtml(const Table& table, const ExportOptions& options,
                                                 Pace& pace);

/// The error of an export that was stopped.
[[nodiscard]] base::Error cancelled();

constexpr int serializedPercent = 90; ///< the rest of the progress is writing the file

} // namespace hvgpu::report
