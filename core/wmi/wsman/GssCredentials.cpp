#include "core/wmi/wsman/GssCredentials.h"

#include "core/wmi/SignInName.h"
#include "core/wmi/wsman/GssErrors.h"
#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/TicketStore.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman::gss {
namespace {

base::Result<Name> userName(const QString& text, gss_OID mechanism)
{
    const QByteArray utf8 = text.toUtf8();
    gss_buffer_desc buffer = input(utf8);
    Name name;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_import_name(&minor, &buffer, GSS_C_NT_USER_NAME, name.out());
    if (major != GSS_S_COMPLETE)
        return base::fail(error(major, minor, {u"reading the user name"_s, mechanism}));
    return name;
}

/// @p store: where to take it from; null for what the current user's session has.
base::Result<Credential> acquireFrom(gss_name_t name, gss_OID mechanism, const gss_key_value_set_desc* store,
                                     const QString& doing)
{
    gss_OID_set_desc mechanisms{1, mechanism};
    Credential credential;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_acquire_cred_from(&minor, name, GSS_C_INDEFINITE, &mechanisms, GSS_C_INITIATE,
                                                  store, credential.out(), nullptr, nullptr);
    if (major != GSS_S_COMPLETE)
        return base::fail(error(major, minor, {doing, mechanism}));
    return credential;
}

base::Result<void> checkLifetime(const Credential& credential)
{
    OM_uint32 minor = 0;
    OM_uint32 lifetime = 0;
    const OM_uint32 major = gss_inquire_cred(&minor, credential.get(), nullptr, &lifetime, nullptr, nullptr);
    if (major == GSS_S_COMPLETE && lifetime > 0)
        return {};
    if (major != GSS_S_COMPLETE && major != GSS_S_CREDENTIALS_EXPIRED)
        return base::fail(error(major, minor, {u"looking at the Kerberos ticket"_s, kerberos()}));
    return base::fail(makeError(base::Layer::Auth, base::ErrorCode::TicketExpired,
                                u"the Kerberos ticket in the cache has run out"_s));
}

base::Result<void> restrictTo(const Credential& credential, gss_OID mechanism)
{
    gss_OID_set_desc only{1, mechanism};
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_set_neg_mechs(&minor, credential.get(), &only);
    if (major != GSS_S_COMPLETE)
        return base::fail(error(major, minor, {u"choosing how to sign in"_s, spnego()}));
    return {};
}

} // namespace

QString packageName(Package package)
{
    return package == Package::Kerberos ? u"Kerberos"_s : u"NTLM"_s;
}

Credentials::Credentials(const wmi::ConnectionSettings& settings)
    : m_user(settings.user)
    , m_password(settings.password)
{}

base::Result<Credential> Credentials::acquire(Package package, bool raw)
{
    const bool isKerberos = package == Package::Kerberos;
    const gss_OID own = isKerberos ? kerberos() : ntlm();
    const auto make = [this, isKerberos](gss_OID mechanism) {
        return isKerberos ? kerberosCredential(mechanism) : ntlmCredential(mechanism);
    };
    // First alone: inside SPNEGO a mechanism that cannot be used is passed over in silence.
    base::Result<Credential> credential = make(own);
    if (!credential)
        return credential;
    if (isKerberos) {
        if (base::Result<void> alive = checkLifetime(*credential); !alive)
            return base::fail(alive.error());
    }
    if (raw)
        return credential;
    credential = make(spnego());
    if (!credential)
        return credential;
    if (base::Result<void> done = restrictTo(*credential, own); !done)
        return base::fail(done.error());
    return credential;
}

base::Result<void> Credentials::refreshTickets(const TransferLimit& limit)
{
    if (m_password.isEmpty() || (m_tickets && !m_tickets->runsOutSoon()))
        return {};
    const QString principal = wmi::SignInName::parse(m_user).principal(defaultRealm());
    if (principal.isEmpty()) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::RealmUnknown,
                                    u"no Kerberos realm is known for the user \"%1\""_s.arg(m_user)));
    }
    auto tickets = sharedTickets(principal, m_password, limit);
    if (!tickets)
        return base::fail(tickets.error());
    m_tickets = std::move(*tickets);
    return {};
}

base::Result<Credential> Credentials::kerberosCredential(gss_OID mechanism)
{
    const QString doing = u"looking for a Kerberos ticket"_s;
    if (m_tickets) {
        const QByteArray cache = m_tickets->cacheName();
        gss_key_value_element_desc element{"ccache", cache.constData()};
        const gss_key_value_set_desc store{1, &element};
        return acquireFrom(GSS_C_NO_NAME, mechanism, &store, doing);
    }
    Name name;
    if (!m_user.isEmpty()) {
        auto wanted = userName(wmi::SignInName::parse(m_user).principal(defaultRealm()), kerberos());
        if (!wanted)
            return base::fail(wanted.error());
        name = std::move(*wanted);
    }
    return acquireFrom(name.get(), mechanism, nullptr, doing);
}

base::Result<Credential> Credentials::ntlmCredential(gss_OID mechanism)
{
    const QString doing = u"preparing NTLM"_s;
    // What the current user has for NTLM may be another account's.
    if (!m_user.isEmpty() && m_password.isEmpty()) {
        return base::fail(makeError(base::Layer::Auth, base::ErrorCode::CredentialsMissing,
                                    u"NTLM needs the password of %1"_s.arg(m_user)));
    }
    if (m_user.isEmpty()) {
        base::Result<Credential> own = acquireFrom(GSS_C_NO_NAME, mechanism, nullptr, doing);
        // gss-ntlmssp says of a user without an NTLM file only that there is no such file.
        if (!own && own.error().code == base::ErrorCode::Internal)
            own.error().code = base::ErrorCode::CredentialsMissing;
        return own;
    }
    auto name = userName(wmi::SignInName::parse(m_user).ntlmName(), ntlm());
    if (!name)
        return base::fail(name.error());
    gss_key_value_element_desc element{"ntlmssp_password", m_password.reveal().constData()};
    const gss_key_value_set_desc store{1, &element};
    return acquireFrom(name->get(), mechanism, &store, doing);
}

} // namespace hvgpu::wsman::gss
