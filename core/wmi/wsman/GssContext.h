#pragma once

#include "core/wmi/wsman/AuthMechanism.h"
#include "core/wmi/wsman/GssCredentials.h"

#include <chrono>

namespace hvgpu::wsman::gss {

/// How a context is to be made.
struct ContextOptions
{
    Package package = Package::Kerberos;
    bool raw = false;     ///< Kerberos without SPNEGO around it
    QString serviceClass; ///< "HTTP"
    QString host;         ///< "hv01.contoso.com"
    QByteArray channelBinding;
};

/// One security context with one host, from the first token to the sealed messages.
class ClientContext
{
public:
    ClientContext(Credential credential, ContextOptions options);

    /// The next token; @p hostToken is empty for the first.
    [[nodiscard]] base::Result<AuthStep> step(const QByteArray& hostToken);
    [[nodiscard]] Package package() const noexcept { return m_options.package; }
    [[nodiscard]] bool hasExpired() const noexcept;
    [[nodiscard]] base::Result<SealedMessage> seal(const QByteArray& plain);
    [[nodiscard]] base::Result<QByteArray> unseal(QByteArrayView signature, QByteArrayView data);

private:
    [[nodiscard]] base::Result<void> checkPromises(OM_uint32 flags) const;
    void rememberLifetime(OM_uint32 seconds);
    [[nodiscard]] gss_OID mechanism() const noexcept;
    [[nodiscard]] base::Result<SealedMessage> sealByVector(const QByteArray& plain);
    [[nodiscard]] base::Result<SealedMessage> sealAndSplit(const QByteArray& plain);

    Credential m_credential;
    ContextOptions m_options;
    Name m_target;
    Context m_context;
    bool m_complete = false;
    std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::time_point::max();
};

} // namespace hvgpu::wsman::gss
