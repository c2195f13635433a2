#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace hvgpu::wsman {

/// The tickets of one user in a cache that exists in this process' memory only, and only as long as this.
/// Asked for with a password, which is not kept. Thread-safe once made.
class KerberosTickets
{
public:
    /// Asks the domain controllers; blocks until they answer or the Kerberos library gives up.
    [[nodiscard]] static base::Result<std::shared_ptr<const KerberosTickets>>
    byPassword(const QString& principal, const base::Secret& password);
    ~KerberosTickets();
    KerberosTickets(const KerberosTickets&) = delete;
    KerberosTickets& operator=(const KerberosTickets&) = delete;

    /// Name of the cache, "MEMORY:…".
    [[nodiscard]] QByteArray cacheName() const;
    /// Whether it is time for new ones.
    [[nodiscard]] bool runsOutSoon() const;

private:
    class Library;
    explicit KerberosTickets(std::unique_ptr<Library> library);

    std::unique_ptr<Library> m_library;
};

/// The realm of this computer's Kerberos configuration; empty when it names none.
[[nodiscard]] QString defaultRealm();

} // namespace hvgpu::wsman
