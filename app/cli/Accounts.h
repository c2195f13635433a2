#pragma once

#include "app/cli/Arguments.h"
#include "core/fleet/ServerEntry.h"

#include <QString>

namespace hvgpu::cli {

/// The account that --password-file and HVGPU_PASSWORD belong to: that of --client-cert or --user, else the
/// only user that --server and --cluster name. Empty when there is none; a list never names it.
[[nodiscard]] QString accountOfCommandLine(const Arguments& arguments);

/// Whether @p entry signs in with the account @p given, as accountOfCommandLine() tells it.
[[nodiscard]] bool isAccount(const fleet::ServerEntry& entry, const QString& given);

/// Entries with the same key are signed in to with the same password: a domain's account wherever it is
/// named, and @p given, which the command line names for all its servers. A local account of a list is one of
/// its server alone, whatever other servers call theirs.
[[nodiscard]] QString accountKey(const fleet::ServerEntry& entry, const QString& given);

/// "CONTOSO\ada", "ada on hv01", for people.
[[nodiscard]] QString accountName(const fleet::ServerEntry& entry, const QString& given);

} // namespace hvgpu::cli
