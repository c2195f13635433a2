#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/fleet/ServerEntry.h"
#include "core/secrets/SecretStore.h"

#include <memory>

namespace hvgpu::cli {

/// The user's keychain, waited for: a person who has to unlock it gets a minute, a script some seconds.
class Keychain
{
public:
    Keychain();

    /// Errors: NotFound; any other means that the keychain cannot be used now.
    [[nodiscard]] base::Result<base::Secret> find(const fleet::ServerEntry& entry);
    [[nodiscard]] base::Result<void> save(const fleet::ServerEntry& entry, const base::Secret& password);
    [[nodiscard]] base::Result<void> forget(const fleet::ServerEntry& entry);

private:
    std::unique_ptr<secrets::SecretStore> m_store;
};

} // namespace hvgpu::cli
