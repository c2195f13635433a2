#pragma once

#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/HttpMessage.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace hvgpu::wsman {

/// A message as a security context sealed it: signature and ciphertext travel side by side.
struct SealedMessage
{
    QByteArray signature;
    QByteArray data;
    qsizetype plainLength = 0; ///< of the message, with the padding that went into data
};

/// What to send next while signing in.
struct AuthStep
{
    QByteArray token; ///< may be empty when complete
    bool complete = false;
};

/// A security context of the operating system: GSSAPI on Linux, SSPI on Windows. It knows tokens and
/// messages, not how they travel. One at a time; not thread-safe.
class AuthMechanism
{
public:
    virtual ~AuthMechanism() = default;
    AuthMechanism() = default;
    AuthMechanism(const AuthMechanism&) = delete;
    AuthMechanism& operator=(const AuthMechanism&) = delete;

    /// Starts anew, whatever state there was. @p channelBinding: "tls-server-end-point:" and the hash of the
    /// host's certificate; empty without TLS. May ask a domain controller, so it may take a while; @p limit
    /// is for that.
    [[nodiscard]] virtual base::Result<AuthStep> begin(const QByteArray& channelBinding,
                                                       const TransferLimit& limit) = 0;
    /// Answers the host's token.
    [[nodiscard]] virtual base::Result<AuthStep> proceed(const QByteArray& hostToken) = 0;

    /// Scheme of the Authorization header: "Negotiate" or "Kerberos".
    [[nodiscard]] virtual QByteArray scheme() const = 0;
    /// What the context was made with, once begun: "Kerberos" or "NTLM".
    [[nodiscard]] virtual QString package() const = 0;
    /// Why it is not the package that is tried first; empty when it is.
    [[nodiscard]] virtual QString remark() const { return {}; }
    /// Whether the context has run out, so that it is time for begin().
    [[nodiscard]] virtual bool hasExpired() const = 0;

    [[nodiscard]] virtual base::Result<SealedMessage> seal(const QByteArray& plain) = 0;
    /// The plain bytes; an error when the message was changed, was seen before, or is out of order.
    [[nodiscard]] virtual base::Result<QByteArray> unseal(QByteArrayView signature, QByteArrayView data) = 0;
};

/// The system's mechanism for settings.authentication (Negotiate, Kerberos or Ntlm); null when this build has
/// none.
[[nodiscard]] std::unique_ptr<AuthMechanism> makeAuthMechanism(const wmi::ConnectionSettings& settings);

} // namespace hvgpu::wsman
