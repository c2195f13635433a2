#pragma once

#include "core/wmi/wsman/Aside.h"
#include "core/wmi/wsman/GssContext.h"

#include <optional>

namespace hvgpu::wsman::gss {

/// A context with its first token, for which a domain controller may have been asked.
struct KerberosStart
{
    std::optional<ClientContext> context;
    base::Result<AuthStep> step;
};

/// Begins one aside. @p realm: whose controllers it asks; when they answer, however late, they are not taken
/// for silent any more.
[[nodiscard]] std::shared_ptr<Aside<KerberosStart>>
startKerberos(const Credentials& credentials, const ContextOptions& options, const QString& realm);
/// How many have not ended, those included that nobody waits for any more.
[[nodiscard]] int kerberosStartsUnderWay() noexcept;

/// What is found without asking anybody is found within this.
constexpr std::chrono::milliseconds FromCache{300};

} // namespace hvgpu::wsman::gss
