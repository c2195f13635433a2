#pragma once

#include "core/wmi/wsman/AuthMechanism.h"
#include "core/wmi/wsman/SspiHandles.h"
#include "core/wmi/wsman/SspiIdentity.h"

#include <chrono>

namespace hvgpu::wsman::sspi {

/// Kerberos and NTLM of Windows, and its own choice between them.
class Mechanism final : public AuthMechanism
{
public:
    /// @p functions: the system's (InitSecurityInterfaceW), or a test's; must outlive the mechanism.
    Mechanism(const wmi::ConnectionSettings& settings, const Functions& functions);

    base::Result<AuthStep> begin(const QByteArray& channelBinding, const TransferLimit& limit) override;
    base::Result<AuthStep> proceed(const QByteArray& hostToken) override;
    [[nodiscard]] QByteArray scheme() const override;
    [[nodiscard]] QString package() const override { return m_package; }
    [[nodiscard]] bool hasExpired() const override;
    base::Result<SealedMessage> seal(const QByteArray& plain) override;
    base::Result<QByteArray> unseal(QByteArrayView signature, QByteArrayView data) override;

private:
    [[nodiscard]] base::Error failed(SECURITY_STATUS status, const QString& doing) const;
    base::Result<void> acquire();
    base::Result<AuthStep> step(const QByteArray& hostToken);
    base::Result<void> finish(unsigned long promised);
    void readPackage();
    void rememberEnd(const TimeStamp& end);

    const Functions& m_functions;
    wmi::Authentication m_authentication;
    QString m_host;
    std::wstring m_service;
    Identity m_identity;
    Credential m_credential;
    Context m_context;
    QByteArray m_binding; ///< SEC_CHANNEL_BINDINGS with its data
    QString m_package;
    SecPkgContext_Sizes m_sizes{};
    bool m_complete = false;
    std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::time_point::max();
};

} // namespace hvgpu::wsman::sspi
