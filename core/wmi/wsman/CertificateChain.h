#pragma once

#include "core/base/Result.h"
#include "core/wmi/wsman/CryptHandles.h"

#include <QString>

#include <chrono>

namespace hvgpu::wsman::crypt {

struct ChainQuestion
{
    PCCERT_CONTEXT certificate; ///< of a server; its store has the others that it showed
    QString host;               ///< the name or address that it must be for
    QString caFile;             ///< PEM: only what is in it is trusted; empty: what Windows trusts
    std::chrono::milliseconds revocationMayTake; ///< asking whether it was revoked; no answer counts as no
};

/// Whether the certificate is to be trusted, by the rules of Windows. Untrusted for every doubt but one, and
/// Io when the CA file cannot be read; the detail says why, without the host.
[[nodiscard]] base::Result<void> judgeChain(const ChainQuestion& question);

} // namespace hvgpu::wsman::crypt
