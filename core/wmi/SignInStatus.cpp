#include "core/wmi/SignInStatus.h"

#include <algorithm>
#include <array>

namespace hvgpu::wmi {
namespace {

using base::ErrorCode;

struct Row
{
    std::uint32_t status;
    ErrorCode meaning;
};

constexpr std::array Rows{
    Row{0x80090302, ErrorCode::Unsupported},         // SEC_E_UNSUPPORTED_FUNCTION
    Row{0x80090303, ErrorCode::ServiceUnknown},      // SEC_E_TARGET_UNKNOWN
    Row{0x80090305, ErrorCode::Unsupported},         // SEC_E_SECPKG_NOT_FOUND
    Row{0x80090306, ErrorCode::CredentialsMissing},  // SEC_E_NOT_OWNER
    Row{0x80090308, ErrorCode::ProtocolViolation},   // SEC_E_INVALID_TOKEN
    Row{0x8009030A, ErrorCode::Unsupported},         // SEC_E_QOP_NOT_SUPPORTED
    Row{0x8009030C, ErrorCode::CredentialsRejected}, // SEC_E_LOGON_DENIED
    Row{0x8009030D, ErrorCode::CredentialsMissing},  // SEC_E_UNKNOWN_CREDENTIALS
    Row{0x8009030E, ErrorCode::CredentialsMissing},  // SEC_E_NO_CREDENTIALS
    Row{0x8009030F, ErrorCode::ProtocolViolation},   // SEC_E_MESSAGE_ALTERED
    Row{0x80090310, ErrorCode::ProtocolViolation},   // SEC_E_OUT_OF_SEQUENCE
    Row{0x80090311, ErrorCode::RealmUnknown},        // SEC_E_NO_AUTHENTICATING_AUTHORITY
    Row{0x80090317, ErrorCode::TicketExpired},       // SEC_E_CONTEXT_EXPIRED
    Row{0x80090318, ErrorCode::ProtocolViolation},   // SEC_E_INCOMPLETE_MESSAGE
    Row{0x80090320, ErrorCode::CredentialsMissing},  // SEC_E_INCOMPLETE_CREDENTIALS
    Row{0x80090322, ErrorCode::Untrusted},           // SEC_E_WRONG_PRINCIPAL: other key than the domain has
    Row{0x80090324, ErrorCode::ClockSkew},           // SEC_E_TIME_SKEW
    Row{0x80090325, ErrorCode::Untrusted},           // SEC_E_UNTRUSTED_ROOT
    Row{0x80090326, ErrorCode::ProtocolViolation},   // SEC_E_ILLEGAL_MESSAGE
    Row{0x80090327, ErrorCode::Untrusted},           // SEC_E_CERT_UNKNOWN
    Row{0x80090328, ErrorCode::Untrusted},           // SEC_E_CERT_EXPIRED
    Row{0x80090330, ErrorCode::ProtocolViolation},   // SEC_E_DECRYPT_FAILURE
    Row{0x80090331, ErrorCode::Unsupported},         // SEC_E_ALGORITHM_MISMATCH
    Row{0x80090338, ErrorCode::RealmUnknown},        // SEC_E_MAX_REFERRALS_EXCEEDED
    Row{0x8009033A, ErrorCode::Unsupported},         // SEC_E_STRONG_CRYPTO_NOT_SUPPORTED
    Row{0x8009033B, ErrorCode::ServiceUnknown},      // SEC_E_TOO_MANY_PRINCIPALS
    Row{0x8009033D, ErrorCode::CredentialsRejected}, // SEC_E_PKINIT_NAME_MISMATCH
    Row{0x8009033E, ErrorCode::AccountDisabled},     // SEC_E_SMARTCARD_LOGON_REQUIRED
    Row{0x80090340, ErrorCode::ProtocolViolation},   // SEC_E_KDC_INVALID_REQUEST
    Row{0x80090341, ErrorCode::RealmUnknown},        // SEC_E_KDC_UNABLE_TO_REFER
    Row{0x80090342, ErrorCode::Unsupported},         // SEC_E_KDC_UNKNOWN_ETYPE
    Row{0x80090343, ErrorCode::Unsupported},         // SEC_E_UNSUPPORTED_PREAUTH
    Row{0x80090346, ErrorCode::Untrusted},           // SEC_E_BAD_BINDINGS
    Row{0x80090347, ErrorCode::ServiceUnknown},      // SEC_E_MULTIPLE_ACCOUNTS
    Row{0x80090348, ErrorCode::Unsupported},         // SEC_E_NO_KERB_KEY
    Row{0x80090349, ErrorCode::Untrusted},           // SEC_E_CERT_WRONG_USAGE
    Row{0x80090350, ErrorCode::RealmUnknown},        // SEC_E_DOWNGRADE_DETECTED: no controller answers
    Row{0x80090351, ErrorCode::CredentialsRejected}, // SEC_E_SMARTCARD_CERT_REVOKED
    Row{0x80090352, ErrorCode::CredentialsRejected}, // SEC_E_ISSUING_CA_UNTRUSTED: that of the smart card
    Row{0x80090353, ErrorCode::Untrusted},           // SEC_E_REVOCATION_OFFLINE_C
    Row{0x80090354, ErrorCode::CredentialsRejected}, // SEC_E_PKINIT_CLIENT_FAILURE
    Row{0x80090355, ErrorCode::CredentialsRejected}, // SEC_E_SMARTCARD_CERT_EXPIRED
    Row{0x80090358, ErrorCode::Untrusted},           // SEC_E_REVOCATION_OFFLINE_KDC
    Row{0x80090359, ErrorCode::Untrusted},           // SEC_E_ISSUING_CA_UNTRUSTED_KDC
    Row{0x8009035A, ErrorCode::Untrusted},           // SEC_E_KDC_CERT_EXPIRED
    Row{0x8009035B, ErrorCode::Untrusted},           // SEC_E_KDC_CERT_REVOKED
    Row{0x8009035F, ErrorCode::Unsupported},         // SEC_E_POLICY_NLTM_ONLY
    Row{0x80090363, ErrorCode::Untrusted},           // SEC_E_MUTUAL_AUTH_FAILED
    Row{0x80090369, ErrorCode::CredentialsRejected}, // SEC_E_INVALID_UPN_NAME
    Row{0x8010000C, ErrorCode::CredentialsMissing},  // SCARD_E_NO_SMARTCARD
    Row{0x80100017, ErrorCode::CredentialsMissing},  // SCARD_E_READER_UNAVAILABLE
    Row{0x8010001D, ErrorCode::CredentialsMissing},  // SCARD_E_NO_SERVICE
    Row{0x8010001E, ErrorCode::CredentialsMissing},  // SCARD_E_SERVICE_STOPPED
    Row{0x8010002C, ErrorCode::CredentialsMissing},  // SCARD_E_NO_SUCH_CERTIFICATE
    Row{0x8010002E, ErrorCode::CredentialsMissing},  // SCARD_E_NO_READERS_AVAILABLE
    Row{0x80100030, ErrorCode::CredentialsMissing},  // SCARD_E_NO_KEY_CONTAINER
    Row{0x80100066, ErrorCode::CredentialsMissing},  // SCARD_W_UNRESPONSIVE_CARD
    Row{0x80100069, ErrorCode::CredentialsMissing},  // SCARD_W_REMOVED_CARD
    Row{0x8010006B, ErrorCode::CredentialsRejected}, // SCARD_W_WRONG_CHV
    Row{0x8010006C, ErrorCode::AccountDisabled},     // SCARD_W_CHV_BLOCKED
    Row{0x8010006E, ErrorCode::CredentialsMissing},  // SCARD_W_CANCELLED_BY_USER
    Row{0x8010006F, ErrorCode::CredentialsRejected}, // SCARD_W_CARD_NOT_AUTHENTICATED
    Row{0x800704EF, ErrorCode::CredentialsRejected}, // ERROR_PKINIT_FAILURE
    Row{0x800704F0, ErrorCode::CredentialsMissing},  // ERROR_SMARTCARD_SUBSYSTEM_FAILURE
    Row{0x800704F1, ErrorCode::RealmUnknown},        // ERROR_DOWNGRADE_DETECTED: no controller answers
    Row{0x8007051F, ErrorCode::RealmUnknown},        // ERROR_NO_LOGON_SERVERS
    Row{0x80070520, ErrorCode::CredentialsMissing},  // ERROR_NO_SUCH_LOGON_SESSION
    Row{0x80070525, ErrorCode::CredentialsRejected}, // ERROR_NO_SUCH_USER
    Row{0x8007052B, ErrorCode::CredentialsRejected}, // ERROR_WRONG_PASSWORD
    Row{0x8007052E, ErrorCode::CredentialsRejected}, // ERROR_LOGON_FAILURE
    Row{0x8007052F, ErrorCode::AccountDisabled},     // ERROR_ACCOUNT_RESTRICTION
    Row{0x80070530, ErrorCode::AccountDisabled},     // ERROR_INVALID_LOGON_HOURS
    Row{0x80070531, ErrorCode::AccountDisabled},     // ERROR_INVALID_WORKSTATION
    Row{0x80070532, ErrorCode::PasswordExpired},     // ERROR_PASSWORD_EXPIRED
    Row{0x80070533, ErrorCode::AccountDisabled},     // ERROR_ACCOUNT_DISABLED
    Row{0x80070547, ErrorCode::RealmUnknown},        // ERROR_CANT_ACCESS_DOMAIN_INFO
    Row{0x8007054B, ErrorCode::RealmUnknown},        // ERROR_NO_SUCH_DOMAIN
    Row{0x80070569, ErrorCode::AccountDisabled},     // ERROR_LOGON_TYPE_NOT_GRANTED
    Row{0x80070574, ErrorCode::Untrusted},           // ERROR_WRONG_TARGET_NAME
    Row{0x80070575, ErrorCode::Untrusted},           // ERROR_MUTUAL_AUTH_FAILED
    Row{0x80070576, ErrorCode::ClockSkew},           // ERROR_TIME_SKEW
    Row{0x800706FC, ErrorCode::RealmUnknown},        // ERROR_TRUSTED_DOMAIN_FAILURE
    Row{0x800706FD, ErrorCode::RealmUnknown},        // ERROR_TRUSTED_RELATIONSHIP_FAILURE
    Row{0x80070701, ErrorCode::AccountDisabled},     // ERROR_ACCOUNT_EXPIRED
    Row{0x80070721, ErrorCode::ServiceUnknown},      // RPC_S_SEC_PKG_ERROR: as a rule the service's name
    Row{0x80070773, ErrorCode::PasswordExpired},     // ERROR_PASSWORD_MUST_CHANGE
    Row{0x80070774, ErrorCode::RealmUnknown},        // ERROR_DOMAIN_CONTROLLER_NOT_FOUND
    Row{0x80070775, ErrorCode::AccountDisabled},     // ERROR_ACCOUNT_LOCKED_OUT
    Row{0x8007078F, ErrorCode::AccountDisabled},     // ERROR_AUTHENTICATION_FIREWALL_FAILED
    Row{0x80070791, ErrorCode::Unsupported},         // ERROR_NTLM_BLOCKED
    Row{0xC000005E, ErrorCode::RealmUnknown},        // STATUS_NO_LOGON_SERVERS
    Row{0xC0000064, ErrorCode::CredentialsRejected}, // STATUS_NO_SUCH_USER
    Row{0xC000006A, ErrorCode::CredentialsRejected}, // STATUS_WRONG_PASSWORD
    Row{0xC000006D, ErrorCode::CredentialsRejected}, // STATUS_LOGON_FAILURE
    Row{0xC000006E, ErrorCode::AccountDisabled},     // STATUS_ACCOUNT_RESTRICTION
    Row{0xC000006F, ErrorCode::AccountDisabled},     // STATUS_INVALID_LOGON_HOURS
    Row{0xC0000070, ErrorCode::AccountDisabled},     // STATUS_INVALID_WORKSTATION
    Row{0xC0000071, ErrorCode::PasswordExpired},     // STATUS_PASSWORD_EXPIRED
    Row{0xC0000072, ErrorCode::AccountDisabled},     // STATUS_ACCOUNT_DISABLED
    Row{0xC0000133, ErrorCode::ClockSkew},           // STATUS_TIME_DIFFERENCE_AT_DC
    Row{0xC000015B, ErrorCode::AccountDisabled},     // STATUS_LOGON_TYPE_NOT_GRANTED
    Row{0xC000018C, ErrorCode::RealmUnknown},        // STATUS_TRUSTED_DOMAIN_FAILURE
    Row{0xC000018D, ErrorCode::RealmUnknown},        // STATUS_TRUSTED_RELATIONSHIP_FAILURE
    Row{0xC0000193, ErrorCode::AccountDisabled},     // STATUS_ACCOUNT_EXPIRED
    Row{0xC0000224, ErrorCode::PasswordExpired},     // STATUS_PASSWORD_MUST_CHANGE
    Row{0xC0000234, ErrorCode::AccountDisabled},     // STATUS_ACCOUNT_LOCKED_OUT
    Row{0xC00002FA, ErrorCode::AccountDisabled},     // STATUS_SMARTCARD_LOGON_REQUIRED
    Row{0xC0000380, ErrorCode::CredentialsRejected}, // STATUS_SMARTCARD_WRONG_PIN
    Row{0xC0000381, ErrorCode::AccountDisabled},     // STATUS_SMARTCARD_CARD_BLOCKED
    Row{0xC0000383, ErrorCode::CredentialsMissing},  // STATUS_SMARTCARD_NO_CARD
    Row{0xC0000388, ErrorCode::RealmUnknown},        // STATUS_DOWNGRADE_DETECTED
    Row{0xC0000418, ErrorCode::Unsupported},         // STATUS_NTLM_BLOCKED
};

} // namespace

std::optional<ErrorCode> meaningOfSignInStatus(std::uint32_t status)
{
    constexpr std::uint32_t severity = 0xF0000000;
    constexpr std::uint32_t fromNt = 0x10000000; // HRESULT_FROM_NT sets it
    if ((status & severity) == 0xD0000000)
        status &= ~fromNt;
    const auto row = std::ranges::find(Rows, status, &Row::status);
    return row == Rows.end() ? std::nullopt : std::optional(row->meaning);
}

} // namespace hvgpu::wmi
