#pragma once

#include "core/analysis/MmioSizing.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hvgpu::text {

/// One line of the sum: what needs the space, and how much.
struct MmioLine
{
    QString what;
    QString amount; ///< "16 MB"
    QString where;  ///< "below 4 GB", "above 4 GB"
};

/// How the spaces were added up, line by line, the two sums last.
[[nodiscard]] std::vector<MmioLine> mmioLines(const analysis::MmioSizing& sizing,
                                              const model::HostSnapshot& host);
/// "low 176 MB, high 33,280 MB"
[[nodiscard]] QString mmioSpaces(std::uint64_t lowMb, std::uint64_t highMb);
[[nodiscard]] QString megabytes(std::uint64_t mb);
/// What limits how far the sum can be relied on, in sentences; empty when nothing does.
[[nodiscard]] QStringList mmioCaveats(const analysis::MmioSizing& sizing, const model::HostSnapshot& host);
/// Why a value cannot be set; empty when it can.
/// @{
[[nodiscard]] QString whyNotLowMmio(std::uint64_t mb);
[[nodiscard]] QString whyNotHighMmio(std::uint64_t mb);
/// @}

} // namespace hvgpu::text
