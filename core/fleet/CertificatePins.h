#pragma once

#include "core/fleet/ServerEntry.h"

#include <QString>

namespace hvgpu::fleet {

/// The fingerprints of ServerEntry::certificatePin that count at @p address ("host:port"), with commas. For a
/// server all of them. For a cluster those of the node at that address ("node1:5986=3F:A0:…", or "node1=…" at
/// any port); of a node that is not named those without a name, as earlier versions wrote them and as --pin
/// gives them. At the cluster's own name, which is now one node and now another, all of them.
[[nodiscard]] QString pinsAt(const ServerEntry& entry, const QString& address);

/// Trusts @p fingerprint at @p address, in place of what was trusted there: for a server the only one, for a
/// cluster that of one of its nodes.
void trustAt(ServerEntry& entry, const QString& address, const QString& fingerprint);

} // namespace hvgpu::fleet
