#include "core/wmi/wsman/GssErrors.h"

#include "core/wmi/wsman/MakeError.h"

#include <QStringList>
#include <gssapi/gssapi_krb5.h>
#include <krb5.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman::gss {
namespace {

using base::ErrorCode;

struct Row
{
    krb5_error_code code;
    ErrorCode meaning;
};

// KG_CCACHE_NOMATCH and KG_EMPTY_CCACHE, which MIT's headers do not show.
constexpr krb5_error_code CacheHoldsOthers = 39756032;
constexpr krb5_error_code CacheIsEmpty = 39756044;

// What the Kerberos library and the domain controllers say, by what the user can do about it.
constexpr std::array Rows{
    Row{KRB5KDC_ERR_PREAUTH_FAILED, ErrorCode::CredentialsRejected},
    Row{KRB5KRB_AP_ERR_BAD_INTEGRITY, ErrorCode::CredentialsRejected}, // a wrong password without preauth
    Row{KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN, ErrorCode::CredentialsRejected},
    Row{KRB5KDC_ERR_CLIENT_REVOKED, ErrorCode::AccountDisabled},
    Row{KRB5KDC_ERR_NAME_EXP, ErrorCode::AccountDisabled},
    Row{KRB5KDC_ERR_CLIENT_NOTYET, ErrorCode::AccountDisabled},
    Row{KRB5KDC_ERR_POLICY, ErrorCode::AccountDisabled},
    Row{KRB5KDC_ERR_KEY_EXP, ErrorCode::PasswordExpired},
    Row{KRB5KRB_AP_ERR_TKT_EXPIRED, ErrorCode::TicketExpired},
    Row{KRB5KDC_ERR_NEVER_VALID, ErrorCode::TicketExpired},
    Row{KRB5KRB_AP_ERR_SKEW, ErrorCode::ClockSkew},
    Row{KRB5_KDCREP_SKEW, ErrorCode::ClockSkew},
    Row{KRB5KRB_AP_ERR_TKT_NYV, ErrorCode::ClockSkew},
    Row{KRB5_REALM_UNKNOWN, ErrorCode::RealmUnknown},
    Row{KRB5_REALM_CANT_RESOLVE, ErrorCode::RealmUnknown},
    Row{KRB5_KDC_UNREACH, ErrorCode::RealmUnknown},
    Row{KRB5_CONFIG_NODEFREALM, ErrorCode::RealmUnknown},
    Row{KRB5_CONFIG_CANTOPEN, ErrorCode::RealmUnknown},
    Row{KRB5KDC_ERR_WRONG_REALM, ErrorCode::RealmUnknown},
    Row{KRB5_ERR_HOST_REALM_UNKNOWN, ErrorCode::RealmUnknown},
    Row{KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, ErrorCode::ServiceUnknown},
    Row{KRB5KDC_ERR_PRINCIPAL_NOT_UNIQUE, ErrorCode::ServiceUnknown},
    Row{KRB5_ERR_BAD_HOSTNAME, ErrorCode::ServiceUnknown},
    Row{KRB5KDC_ERR_ETYPE_NOSUPP, ErrorCode::Unsupported},
    Row{KRB5KRB_AP_ERR_MODIFIED, ErrorCode::Untrusted}, // the host has another key than the domain gave it
    Row{KRB5_MUTUAL_FAILED, ErrorCode::Untrusted},
    Row{KRB5_FCC_NOFILE, ErrorCode::CredentialsMissing},
    Row{KRB5_CC_NOTFOUND, ErrorCode::CredentialsMissing},
    Row{KRB5_FCC_PERM, ErrorCode::CredentialsMissing},
    Row{CacheHoldsOthers, ErrorCode::CredentialsMissing},
    Row{CacheIsEmpty, ErrorCode::CredentialsMissing},
};

/// Words of the Kerberos library that have a name in the middle, in place of the ones its codes stand for.
struct Phrase
{
    QLatin1String begin;
    QLatin1String end;
    krb5_error_code code;
};

constexpr std::array Phrases{
    Phrase{"Server "_L1, " not found in Kerberos database"_L1, KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN},
    Phrase{"Cannot contact any KDC for realm "_L1, {}, KRB5_KDC_UNREACH},
    Phrase{"Cannot find KDC for realm "_L1, {}, KRB5_REALM_UNKNOWN},
    Phrase{"Cannot resolve servers for KDC in realm "_L1, {}, KRB5_REALM_CANT_RESOLVE},
};

QString wordsFor(OM_uint32 code, int kind, gss_OID mechanism)
{
    QStringList lines;
    OM_uint32 more = 0;
    do {
        Buffer text;
        OM_uint32 minor = 0;
        if (gss_display_status(&minor, code, kind, mechanism, &more, text.out()) != GSS_S_COMPLETE)
            break;
        lines += QString::fromUtf8(text.view()).trimmed();
    } while (more != 0 && lines.size() < 8);
    return lines.join("; "_L1);
}

// Codes that pass through SPNEGO come out under made-up numbers; the words are still those of Kerberos.
const Row* rowFor(OM_uint32 minor, const QString& words)
{
    const auto* const byCode = std::ranges::find(Rows, static_cast<krb5_error_code>(minor), &Row::code);
    if (byCode != Rows.end() || words.isEmpty())
        return byCode;
    const auto* const phrase = std::ranges::find_if(
        Phrases, [&words](const Phrase& p) { return words.contains(p.begin) && words.contains(p.end); });
    if (phrase != Phrases.end())
        return std::ranges::find(Rows, phrase->code, &Row::code);
    return std::ranges::find_if(Rows, [&words](const Row& row) {
        const char* const text = krb5_get_error_message(nullptr, row.code);
        const bool same = words.contains(QString::fromUtf8(text));
        krb5_free_error_message(nullptr, text);
        return same;
    });
}

ErrorCode meaningOf(OM_uint32 major)
{
    switch (GSS_ROUTINE_ERROR(major)) {
    case GSS_S_NO_CRED:
        return ErrorCode::CredentialsMissing;
    case GSS_S_CREDENTIALS_EXPIRED:
    case GSS_S_CONTEXT_EXPIRED:
        return ErrorCode::TicketExpired;
    case GSS_S_BAD_MECH:
    case GSS_S_UNAVAILABLE:
        return ErrorCode::Unsupported;
    case GSS_S_BAD_NAME:
    case GSS_S_BAD_NAMETYPE:
        return ErrorCode::InvalidArgument;
    case GSS_S_DEFECTIVE_TOKEN:
    case GSS_S_BAD_SIG:
    case GSS_S_DUPLICATE_TOKEN:
    case GSS_S_OLD_TOKEN:
        return ErrorCode::ProtocolViolation;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

base::Error kerberosError(qint32 code, const QString& doing, const QString& words)
{
    const auto* const row = std::ranges::find(Rows, code, &Row::code);
    const ErrorCode meaning = row != Rows.end() ? row->meaning : ErrorCode::Internal;
    base::Error error = makeError(base::Layer::Auth, meaning, u"Kerberos, %1: %2"_s.arg(doing, words));
    error.nativeCode = static_cast<std::uint32_t>(code);
    return error;
}

base::Error error(OM_uint32 major, OM_uint32 minor, const ErrorPlace& place)
{
    const QString general = wordsFor(major, GSS_C_GSS_CODE, GSS_C_NO_OID);
    const QString special = minor != 0 ? wordsFor(minor, GSS_C_MECH_CODE, place.mechanism) : QString();
    const Row* const row = rowFor(minor, special);
    const ErrorCode meaning = row != Rows.end() ? row->meaning : meaningOf(major);
    base::Error error = makeError(base::Layer::Auth, meaning, place.doing + u": "_s + general);
    if (!special.isEmpty())
        error.detail += u" (%1)"_s.arg(special);
    error.nativeCode = minor != 0 ? minor : major;
    return error;
}

bool isUnknownUser(const base::Error& error)
{
    return error.nativeCode == static_cast<std::uint32_t>(KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN);
}

} // namespace hvgpu::wsman::gss
