#pragma once

#include "core/base/Result.h"
#include "core/fleet/ServerEntry.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace hvgpu::fleet {

/// The ports of WinRM.
inline constexpr std::uint16_t winRmHttpPort = 5985;
inline constexpr std::uint16_t winRmHttpsPort = 5986;

/// A server from what people type: "host", "host:port", "http://host:5985", "https://host", IPv6 with or
/// without brackets; "user@" before the host gives the user. Without a port that of WinRM is taken. Signs in
/// by Negotiate, which needs no change of the server; without a user as the current one. The id is filled.
/// InvalidArgument when it is none of these; a password in the text is refused.
[[nodiscard]] base::Result<ServerEntry> entryFromText(const QString& text);

/// Operation of the errors of entryFromText().
inline const QString readAddressOperation = QStringLiteral("Read server address");

/// The name of @p entry, with the port where that is not WinRM's own: servers behind one address differ in
/// it.
[[nodiscard]] QString nameWithPort(const ServerEntry& entry);

/// This computer, by its own WMI.
[[nodiscard]] ServerEntry thisComputer();

/// The id that names the same place as @p entry: "name:port" in lower case, "cluster:name:port" for a
/// cluster, "dcom:name" by DCOM, "local" for this computer.
[[nodiscard]] model::EntryId entryIdFor(const ServerEntry& entry);

/// The id for a new @p entry of @p list: that of its place, unless an entry holds it that was there once and
/// is elsewhere now.
[[nodiscard]] model::EntryId freeIdFor(const ServerEntry& entry, const std::vector<ServerEntry>& list);

/// Whether @p list has the place of @p entry under another id.
[[nodiscard]] bool isListed(const ServerEntry& entry, const std::vector<ServerEntry>& list);

/// What Kerberos can be asked for of a server: "HTTP", which is the usual one, "WSMAN" and "host".
[[nodiscard]] const QStringList& serviceClasses();
/// The one that @p text means, whatever its case; nullopt when it is none.
[[nodiscard]] std::optional<QString> serviceClassOf(const QString& text);

/// Whether the password of @p entry travels unencrypted beyond this computer, as the user allowed.
[[nodiscard]] bool sendsPasswordInClear(const ServerEntry& entry);

/// "https://host:5986/wsman" of @p address ("host:port") reached the way @p entry says; "\\host" by DCOM, the
/// entry's name for this computer.
[[nodiscard]] QString urlOf(const ServerEntry& entry, const QString& address);

} // namespace hvgpu::fleet
