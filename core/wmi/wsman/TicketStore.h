#pragma once

#include "core/wmi/wsman/HttpMessage.h"
#include "core/wmi/wsman/KerberosTickets.h"

namespace hvgpu::wsman {

/// Tickets by password for all sessions of this process: who signs in to a hundred hosts asks the domain
/// once. A password that the domain refused is not shown to it again for a while, or the account would be
/// locked. Tickets live as long as a session holds them. @p limit holds even when the domain says nothing.
/// Thread-safe; callers for the same user wait for the same answer.
[[nodiscard]] base::Result<std::shared_ptr<const KerberosTickets>>
sharedTickets(const QString& principal, const base::Secret& password, const TransferLimit& limit);

} // namespace hvgpu::wsman
