#pragma once

#include "core/fleet/FleetSnapshot.h"

#include <QString>

#include <vector>

namespace hvgpu::ui {

/// What a server row has to say about its server. "Could not read" never looks like "none".
enum class HostCondition {
    NeverRead,
    Loading,    ///< first read under way, nothing to show yet
    Refreshing, ///< read again; the data shown is the previous one
    Ready,
    Stale,          ///< the last refresh failed; last known data shown
    Failed,         ///< could not be read, no data
    NoHyperV,       ///< read, but the Hyper-V role is missing
    GpusUnreadable, ///< read, but the list of devices could not be
    NoGpus          ///< read completely; there is none
};

[[nodiscard]] HostCondition hostCondition(const fleet::HostRecord& host);
/// "Reading…", "Could not read: Connection refused", "No GPUs" …; empty for Ready.
[[nodiscard]] QString hostConditionText(const fleet::HostRecord& host);
/// The same, with the server's name where the words do not say it.
[[nodiscard]] QString namedHostCondition(const fleet::HostRecord& host);
/// Read, but not every list that the inventory rests on.
[[nodiscard]] bool isPartlyRead(const fleet::HostRecord& host);
/// What could not be read of a server that was, by name: "Partitions, Virtual machines"; empty when nothing.
[[nodiscard]] QString unreadOf(const fleet::HostRecord& host);
/// The same for some of its lists, or what they say of @p subject.
[[nodiscard]] QString unreadOf(const fleet::HostRecord& host, const std::vector<model::Part>& parts,
                               const QString& subject);
/// The condition with the error's explanation, advice and the data's age, as rich tooltips show it.
[[nodiscard]] QString hostToolTip(const fleet::HostRecord& host, const QDateTime& now);
/// "5 minutes ago"; empty when the host was never read.
[[nodiscard]] QString hostAge(const fleet::HostRecord& host, const QDateTime& now);
/// Icon that goes with the condition.
[[nodiscard]] QString hostIconName(const fleet::HostRecord& host);

} // namespace hvgpu::ui
