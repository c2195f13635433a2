#pragma once

#include "core/analysis/AssignedStatus.h"
#include "core/analysis/PartitionLayout.h"
#include "core/analysis/Sentinel.h"
#include "core/base/Error.h"
#include "core/fleet/FleetSnapshot.h"
#include "core/model/VirtualMachine.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

/// Words for codes: the only place of core with translatable text (QCoreApplication::translate). Logic never
/// compares what these return. Callable from any thread once translators are installed.
namespace hvgpu::text {

enum class Unit { Bytes, Blocks540p60, Gflops };

/// "1.85 GB" with 1 GB = 1,073,741,824 bytes as Windows counts; "512 MB" below 1 GB.
[[nodiscard]] QString bytes(std::uint64_t value);
/// "1,991,245,824 bytes" for tooltips.
[[nodiscard]] QString exactBytes(std::uint64_t value);
/// "not reported", "50 % of the GPU" or an amount with its unit.
[[nodiscard]] QString quantity(const analysis::Quantity& quantity, Unit unit);
/// Free capacity bars and lists: "3 of 8", "3 of ?" when the count is unknown.
[[nodiscard]] QString occupancy(const analysis::Occupancy& occupancy);
/// What a screen reader says of an occupancy cell.
[[nodiscard]] QString occupancySpoken(const analysis::Occupancy& occupancy);

/// "Ready for DDA assignment", "Partitioned" …: the documents' labels, translated.
[[nodiscard]] QString statusLabel(analysis::AssignedStatus status);
/// The same label in English, for files.
[[nodiscard]] QLatin1String statusLabelEnglish(analysis::AssignedStatus status);
/// Stable identifier of the sub-status, for JSON ("sriov-off-on-server").
[[nodiscard]] QLatin1String subStatusId(analysis::SubStatus subStatus);
/// One line that says what the word means ("can be partitioned; says nothing about assignments").
[[nodiscard]] QString statusGloss(analysis::AssignedStatus status);
/// Short label of the sub-status; empty for None.
[[nodiscard]] QString subStatusLabel(analysis::SubStatus subStatus);
/// Why this GPU has this status, one or two sentences.
[[nodiscard]] QString statusReason(const analysis::StatusVerdict& verdict);
/// What to do about it; empty when there is nothing to do.
[[nodiscard]] QString statusAdvice(const analysis::StatusVerdict& verdict);

[[nodiscard]] QString powerState(model::PowerState state);
[[nodiscard]] QString nodeState(model::NodeState state);
/// "just now", "5 minutes ago", "2 days ago".
[[nodiscard]] QString age(std::chrono::seconds elapsed);
[[nodiscard]] QString part(model::Part part);

/// An error for people.
struct ErrorText
{
    QString title;       ///< what happened, to what
    QString explanation; ///< what it means
    QString advice;      ///< what to try
    QString details;     ///< technical: codes and the host's own text, for copying
};
[[nodiscard]] ErrorText present(const base::Error& error);
/// The same, calling the server @p server, as the user knows it, instead of by the address in use.
[[nodiscard]] ErrorText present(const base::Error& error, const QString& server);

} // namespace hvgpu::text
