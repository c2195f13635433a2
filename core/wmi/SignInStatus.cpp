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
    Row{0x8009033E, ErrorCode::AccountDisabled},     // SEC_E_SMARTCARD_LOGON_REQUIRED
    Row{0x80090340, ErrorCode::ProtocolViolation},   // SEC_E_KDC_INVALID_REQUEST
    Row{0x80090341, ErrorCode::RealmUnknown},        // SEC_E_KDC_UNABLE_TO_REFER
    Row{0x80090342, ErrorCode::Unsupported},         // SEC_E_KDC_UNKNOWN_ETYPE
    Row{0x80090343, ErrorCode::Unsupported},         // SEC_E_UNSUPPORTED_PREAUTH
    Row{0x80090346, ErrorCode::Untrusted},           // SEC_E_BAD_BINDINGS
    Row{0x80090347, ErrorCode::ServiceUnknown},      // SEC_E_MULTIPLE_ACCOUNTS
    Row{0x80090349, ErrorCode::Untrusted},           // SEC_E_CERT_WRONG_USAGE
    Row{0x80090350, ErrorCode::RealmUnknown},        // SEC_E_DOWNGRADE_DETECTED: no controller answers
    Row{0x80090352, ErrorCode::Untrusted},           // SEC_E_ISSUING_CA_UNTRUSTED
    Row{0x80090359, ErrorCode::Untrusted},           // SEC_E_ISSUING_CA_UNTRUSTED_KDC
    Row{0x8009035A, ErrorCode::Untrusted},           // SEC_E_KDC_CERT_EXPIRED
    Row{0x8009035B, ErrorCode::Untrusted},           // SEC_E_KDC_CERT_REVOKED
    Row{0x8009035F, ErrorCode::Unsupported},         // SEC_E_POLICY_NLTM_ONLY
    Row{0x80090363, ErrorCode::Untrusted},           // SEC_E_MUTUAL_AUTH_FAILED
    Row{0x80090369, ErrorCode::CredentialsRejected}, // SEC_E_INVALID_UPN_NAME
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
    Row{0x80070773, ErrorCode::PasswordExpired},     // ERROR_PASSWORD_MUST_CHANGE
    Row{0x80070774, ErrorCode::RealmUnknown},        // ERROR_DOMAIN_CONTROLLER_NOT_FOUND
    Row{0x80070775, ErrorCode::AccountDisabled},     // ERROR_ACCOUNT_LOCKED_OUT
    Row{0x8007078F, ErrorCode::AccountDisabled},     // ERROR_AUTHENTICATION_FIREWALL_FAILED
};

} // namespace

std::optional<ErrorCode> meaningOfSignInStatus(std::uint32_t status)
{
    const auto row = std::ranges::find(Rows, status, &Row::status);
    return row == Rows.end() ? std::nullopt : std::optional(row->meaning);
}

} // namespace hvgpu::wmi
