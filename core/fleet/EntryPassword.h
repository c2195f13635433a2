#pragma once

#include "core/fleet/ServerEntry.h"
#include "core/secrets/SecretKey.h"

namespace hvgpu::fleet {

/// The key under which the password of @p entry is saved: its account at its place. An entry that was given
/// another address has another key, so that a password never follows it to another host.
[[nodiscard]] secrets::SecretKey secretKeyOf(const ServerEntry& entry);
/// The key of earlier versions, which an edited entry kept.
[[nodiscard]] secrets::SecretKey formerSecretKeyOf(const ServerEntry& entry);
/// Whether what lies under that key is of the place that @p entry has: its id tells no other one.
[[nodiscard]] bool formerKeyIsOfItsPlace(const ServerEntry& entry);

/// Whether signing in to @p entry takes a password (or one that opens a key) at all.
[[nodiscard]] bool takesPassword(const ServerEntry& entry);

/// Whether the password of @p before may go on as that of @p after without being asked for: the same account
/// at the same place, shown to it in no weaker way (HTTPS left, a way of signing in that reveals more).
[[nodiscard]] bool mayKeepPassword(const ServerEntry& before, const ServerEntry& after);

} // namespace hvgpu::fleet
