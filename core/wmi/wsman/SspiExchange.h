#pragma once

#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/SspiHandles.h"
#include "core/wmi/wsman/SspiIdentity.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace hvgpu::wsman::sspi {

/// What one call of SSPI came to.
struct ExchangeStep
{
    SECURITY_STATUS status = SEC_E_OK; ///< SEC_E_OK: complete; SEC_I_CONTINUE_NEEDED: the host's turn
    bool hasCredential = false;        ///< it was not the credential that failed
    QByteArray token;
    unsigned long promised = 0;
    TimeStamp end{};
};

/// A credential and a context of SSPI with all that they are made of. Its steps may ask a domain controller,
/// for which SSPI knows no deadline; so it can be left to a thread of its own. One call at a time.
class Exchange
{
public:
    /// @p package: "Negotiate", "Kerberos" or "NTLM".
    Exchange(const wmi::ConnectionSettings& settings, const QString& package, const Functions& functions);

    [[nodiscard]] const QString& package() const noexcept { return m_package; }
    [[nodiscard]] QString service() const { return QString::fromStdWString(m_service); }
    /// A new context and its first token. @p binding: as SECBUFFER_CHANNEL_BINDINGS wants it; may be empty.
    ExchangeStep begin(const QByteArray& binding);
    ExchangeStep proceed(const QByteArray& hostToken);

    [[nodiscard]] bool hasContext() const { return m_context.isValid(); }
    [[nodiscard]] SecHandle* context() { return m_context.get(); }
    void dropContext() { m_context.reset(); }

private:
    SECURITY_STATUS acquire();

    const Functions& m_functions;
    QString m_package;
    std::wstring m_service;
    Identity m_identity;
    Credential m_credential;
    Context m_context;
    QByteArray m_binding;
};

} // namespace hvgpu::wsman::sspi
