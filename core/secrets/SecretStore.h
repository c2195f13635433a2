#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/secrets/SecretKey.h"

#include <functional>
#include <memory>

namespace hvgpu::secrets {

/// The system's own place for passwords, where they outlive the program. Used on one thread with an event
/// loop. Every call answers once, later, on that thread and never from within the call; not at all when the
/// store is destroyed first. A locked store may ask the user, so that an answer takes as long as a person
/// does: callers have a patience of their own. That there is no store is an answer (Unsupported), not a wait.
class SecretStore
{
public:
    using ReadDone = std::function<void(base::Result<base::Secret>)>;
    using Done = std::function<void(base::Result<void>)>;

    /// Where passwords go, for the words of the UI.
    enum class Kind { None, Keychain, CredentialManager };

    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;

    [[nodiscard]] virtual Kind kind() const = 0;
    /// Errors: NotFound (nothing is saved), AccessDenied (locked, and the user said no), Unsupported (there
    /// is no store, or it does not run), Io.
    virtual void read(const SecretKey& key, ReadDone done) = 0;
    /// Replaces what is saved under the key. Errors as for read().
    virtual void write(const SecretKey& key, const base::Secret& secret, Done done) = 0;
    /// Success also when nothing is saved. Errors as for read().
    virtual void remove(const SecretKey& key, Done done) = 0;
};

/// The store of this system: Secret Service or KWallet on Linux, the Credential Manager on Windows; one that
/// always answers Unsupported where there is none. Never null.
[[nodiscard]] std::unique_ptr<SecretStore> makeSystemStore();

/// Whether @p store works, found out by looking for something that is never saved; does not make a locked
/// store ask. @p store must outlive the answer or be destroyed to cancel it.
void checkStore(SecretStore& store, SecretStore::Done done);

} // namespace hvgpu::secrets
