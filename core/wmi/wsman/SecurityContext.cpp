#include "core/wmi/wsman/SecurityContext.h"

#include "core/wmi/SignInGate.h"
#include "core/wmi/wsman/CurlSetup.h"
#include "core/wmi/wsman/HttpStatus.h"
#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/NegotiatedSecurity.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

class NoSecurity final : public SecurityContext
{
public:
    base::Result<void> protect(HttpRequest& /*request*/) override { return {}; }
    [[nodiscard]] bool sendsCredentials() const override { return false; }
};

/// RFC 7617 with UTF-8. The password is readable by anyone on the way unless TLS is around it.
class BasicSecurity final : public SecurityContext
{
public:
    explicit BasicSecurity(const wmi::ConnectionSettings& settings)
        : m_user(settings.user)
        , m_password(settings.password)
        , m_allowed(settings.https || settings.allowInsecureBasic)
        , m_gate(settings)
    {}

    base::Result<void> prepare(HttpConnection& /*connection*/, const TransferLimit& limit) override
    {
        if (!m_allowed)
            return {}; // nothing will be shown
        auto turn = m_gate.enter(limit.stop, std::chrono::steady_clock::now() + limit.timeLeft);
        if (!turn)
            return base::fail(turn.error());
        m_turn = std::move(*turn);
        return {};
    }

    base::Result<void> protect(HttpRequest& request) override
    {
        if (!m_allowed) {
            return base::fail(makeError(base::Layer::Auth, base::ErrorCode::EncryptionRequired,
                                        u"Basic authentication over plain HTTP would show the password"_s));
        }
        if (m_user.contains(u':')) {
            return base::fail(makeError(base::Layer::Auth, base::ErrorCode::InvalidArgument,
                                        u"a user name for Basic authentication must not have a colon"_s));
        }
        const base::Secret plain(m_user.toUtf8() + ':' + m_password.reveal());
        QByteArray coded = plain.reveal().toBase64();
        request.authorization = base::Secret("Basic " + coded);
        base::wipe(coded);
        return {};
    }
    void learn(const HttpHead* head) override
    {
        if (head != nullptr && head->status == 401 && offers(*head, scheme()))
            m_gate.refused(errorFromStatus(*head, true, {}));
        else if (head != nullptr && head->status != 401 && isSoap(head->contentType))
            m_gate.accepted();
        m_turn = {};
    }
    [[nodiscard]] bool sendsCredentials() const override { return true; }
    [[nodiscard]] QByteArray scheme() const override { return "Basic"; }

private:
    QString m_user;
    base::Secret m_password;
    bool m_allowed;
    wmi::SignInGate m_gate;
    wmi::SignInGate::Turn m_turn;
};

/// The host knows us by the certificate that TLS shows it, and maps it to an account (DSP0226, C.3.7).
class CertificateSecurity final : public SecurityContext
{
public:
    explicit CertificateSecurity(const wmi::ConnectionSettings& settings)
        : m_https(settings.https)
        , m_usable(takesClientCertificate(settings.tls.clientCertificate))
    {}

    base::Result<void> protect(HttpRequest& request) override
    {
        if (!m_https) {
            return base::fail(makeError(base::Layer::Auth, base::ErrorCode::EncryptionRequired,
                                        u"a client certificate can be shown over HTTPS only"_s));
        }
        if (!m_usable) {
            return base::fail(makeError(base::Layer::Tls, base::ErrorCode::CredentialsMissing,
                                        u"Windows takes it as a PKCS #12 file only (.p12 or .pfx)"_s));
        }
        request.authorization =
            base::Secret("http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual");
        return {};
    }
    [[nodiscard]] bool sendsCredentials() const override { return true; }

private:
    bool m_https;
    bool m_usable;
};

} // namespace

std::unique_ptr<SecurityContext> makeSecurityContext(const wmi::ConnectionSettings& settings)
{
    switch (settings.authentication) {
    case wmi::Authentication::Basic:
        return std::make_unique<BasicSecurity>(settings);
    case wmi::Authentication::Certificate:
        return std::make_unique<CertificateSecurity>(settings);
    case wmi::Authentication::Negotiate:
    case wmi::Authentication::Kerberos:
    case wmi::Authentication::Ntlm:
        return std::make_unique<NegotiatedSecurity>(makeAuthMechanism(settings), settings.https,
                                                    wmi::SignInGate(settings));
    case wmi::Authentication::None:
        break;
    }
    return std::make_unique<NoSecurity>();
}

} // namespace hvgpu::wsman
