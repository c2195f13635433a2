#include "core/wmi/SignInName.h"
#include "core/wmi/wsman/AuthMechanism.h"
#include "core/wmi/wsman/GssContext.h"
#include "core/wmi/wsman/GssErrors.h"
#include "core/wmi/wsman/KdcSilence.h"
#include "core/wmi/wsman/KerberosStart.h"
#include "core/wmi/wsman/MakeError.h"

#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace hvgpu::wsman {
namespace gss {
namespace {

// 1.3.6.1.5.5.2, 1.2.840.113554.1.2.2, 1.3.6.1.4.1.311.2.2.10
gss_OID_desc describe(const char* bytes)
{
    return {static_cast<OM_uint32>(std::strlen(bytes)), const_cast<char*>(bytes)};
}

} // namespace

gss_OID spnego() noexcept
{
    static gss_OID_desc oid = describe("\x2b\x06\x01\x05\x05\x02");
    return &oid;
}

gss_OID kerberos() noexcept
{
    static gss_OID_desc oid = describe("\x2a\x86\x48\x86\xf7\x12\x01\x02\x02");
    return &oid;
}

gss_OID ntlm() noexcept
{
    static gss_OID_desc oid = describe("\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a");
    return &oid;
}

} // namespace gss

namespace {

using gss::Package;

/// More of them at a time are not begun while the controllers are silent.
constexpr int MostLeftBehind = 16;

/// Kerberos or NTLM by GSSAPI, and the choice between them.
class GssMechanism final : public AuthMechanism
{
public:
    explicit GssMechanism(const wmi::ConnectionSettings& settings)
        : m_credentials(settings)
        , m_authentication(settings.authentication)
        , m_user(settings.user)
        , m_host(settings.host)
        , m_serviceClass(settings.serviceClass)
    {}

    base::Result<AuthStep> begin(const QByteArray& channelBinding, const TransferLimit& limit) override;
    base::Result<AuthStep> proceed(const QByteArray& hostToken) override
    {
        return m_context->step(hostToken);
    }
    [[nodiscard]] QByteArray scheme() const override { return isRaw() ? "Kerberos" : "Negotiate"; }
    [[nodiscard]] QString package() const override
    {
        return m_context ? gss::packageName(m_context->package()) : QString();
    }
    [[nodiscard]] QString remark() const override { return m_ntlmWorks ? m_whyNtlm : QString(); }
    [[nodiscard]] bool hasExpired() const override { return !m_context || m_context->hasExpired(); }
    base::Result<SealedMessage> seal(const QByteArray& plain) override { return m_context->seal(plain); }
    base::Result<QByteArray> unseal(QByteArrayView signature, QByteArrayView data) override
    {
        return m_context->unseal(signature, data);
    }

private:
    [[nodiscard]] bool isRaw() const { return m_authentication == wmi::Authentication::Kerberos; }
    [[nodiscard]] bool mayTakeNtlm(const base::Error& error) const;
    base::Result<AuthStep> beginKerberos(const QByteArray& channelBinding, const TransferLimit& limit);
    base::Result<AuthStep> beginNtlm(const QByteArray& channelBinding);
    [[nodiscard]] gss::ContextOptions options(Package package, const QByteArray& channelBinding) const;
    [[nodiscard]] QString realmOfHost() const;

    gss::Credentials m_credentials;
    wmi::Authentication m_authentication;
    QString m_user;
    QString m_host;
    QString m_serviceClass;
    bool m_ntlmWorks = false; ///< after Kerberos did not: not tried again in this session
    QString m_whyNtlm;
    std::optional<gss::ClientContext> m_context;
};

base::Result<AuthStep> GssMechanism::begin(const QByteArray& channelBinding, const TransferLimit& limit)
{
    m_context.reset();
    if (m_authentication == wmi::Authentication::Ntlm || m_ntlmWorks)
        return beginNtlm(channelBinding);
    base::Result<AuthStep> kerberos = beginKerberos(channelBinding, limit);
    if (kerberos || !mayTakeNtlm(kerberos.error()))
        return kerberos;
    base::Result<AuthStep> ntlm = beginNtlm(channelBinding);
    m_ntlmWorks = ntlm.has_value();
    m_whyNtlm = kerberos.error().detail;
    if (ntlm)
        return ntlm;
    kerberos.error().detail += u"; "_s + ntlm.error().detail;
    return kerberos;
}

// As Windows does: NTLM where Kerberos has nothing to say about this user or this host. Where the domain has
// spoken (wrong password, locked, expired) its word counts, and is not asked twice.
bool GssMechanism::mayTakeNtlm(const base::Error& error) const
{
    if (m_authentication != wmi::Authentication::Negotiate)
        return false;
    switch (error.code) {
    case base::ErrorCode::RealmUnknown:
    case base::ErrorCode::ServiceUnknown:
    case base::ErrorCode::CredentialsMissing:
    case base::ErrorCode::Unsupported:
    case base::ErrorCode::InvalidArgument:
        return true;
    case base::ErrorCode::CredentialsRejected: // unknown to the default realm: perhaps an account of the host
        return gss::isUnknownUser(error) && wmi::SignInName::parse(m_user).domain.isEmpty();
    default:
        return false;
    }
}

gss::ContextOptions GssMechanism::options(Package package, const QByteArray& channelBinding) const
{
    return {.package = package,
            .raw = isRaw(),
            .serviceClass = m_serviceClass,
            .host = m_host,
            .channelBinding = channelBinding};
}

/// Where the ticket for the host comes from, as far as its name tells.
QString GssMechanism::realmOfHost() const
{
    const QString domain = m_host.section(u'.', 1).toUpper();
    return domain.isEmpty() ? defaultRealm() : domain;
}

// The controllers are asked on threads that can be left behind.
base::Result<AuthStep> GssMechanism::beginKerberos(const QByteArray& channelBinding,
                                                   const TransferLimit& limit)
{
    if (wmi::isAddress(m_host)) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::ServiceUnknown,
                                    u"Kerberos needs the host's name; %1 is an address"_s.arg(m_host)));
    }
    const auto start = steady_clock::now();
    const auto patience = kdc::patience(limit, m_authentication == wmi::Authentication::Negotiate);
    if (auto fresh = m_credentials.refreshTickets({patience, limit.stop}); !fresh)
        return base::fail(fresh.error());

    // Where nobody answered lately only what is in the cache of tickets counts, which is found at once.
    const QString realm = realmOfHost();
    const bool silent = kdc::isSilent(realm);
    if (silent && gss::kerberosStartsUnderWay() >= MostLeftBehind)
        return base::fail(kdc::noAnswer(realm, limit.stop));
    const auto asked = steady_clock::now();
    const auto attempt = gss::startKerberos(m_credentials, options(Package::Kerberos, channelBinding), realm);
    gss::KerberosStart* const outcome =
        attempt->wait(silent ? asked + gss::FromCache : start + patience, limit.stop);
    if (outcome == nullptr) {
        if (!limit.stop.stop_requested())
            kdc::heardNothing(
                realm, std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - asked));
        return base::fail(kdc::noAnswer(realm, limit.stop));
    }
    m_context = std::move(outcome->context);
    return std::move(outcome->step);
}

base::Result<AuthStep> GssMechanism::beginNtlm(const QByteArray& channelBinding)
{
    base::Result<gss::Credential> credential = m_credentials.acquire(Package::Ntlm, isRaw());
    if (!credential)
        return base::fail(credential.error());
    m_context.emplace(std::move(*credential), options(Package::Ntlm, channelBinding));
    return m_context->step({});
}

} // namespace

std::unique_ptr<AuthMechanism> makeAuthMechanism(const wmi::ConnectionSettings& settings)
{
    return std::make_unique<GssMechanism>(settings);
}

} // namespace hvgpu::wsman
