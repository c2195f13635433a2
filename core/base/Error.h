#pragma once

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace hvgpu::base {

struct CertificateSummary;

/// Which part of a conversation failed. Orders from the wire up to our own machine.
/// Proxy is the way to the host, and not the host.
enum class Layer { Name, Connect, Proxy, Tls, Auth, Http, Soap, Wmi, Job, Model, Local };

/// What a program decides on. Words for people are made from it in core/text, never compared.
enum class ErrorCode {
    Unreachable,         ///< name not resolved, port closed, connection lost
    TimedOut,            ///< our deadline or the host's OperationTimeout passed
    Cancelled,           ///< the caller asked to stop
    CredentialsRejected, ///< HTTP 401 after credentials were sent
    CredentialsMissing,  ///< the host wants credentials and none were given
    AccessDenied,        ///< authenticated, but not allowed
    AccountDisabled,     ///< the domain locked, disabled or revoked the account, or it has expired
    PasswordExpired,     ///< the password must be changed before the account can be used
    TicketExpired,       ///< the Kerberos ticket of the signed-in user has run out
    ClockSkew,           ///< the clocks of the two sides or of the domain differ too much for Kerberos
    RealmUnknown,        ///< no domain controller (KDC) was found for the realm, or none answers
    ServiceUnknown,      ///< the domain knows no service principal for this host name
    Untrusted,           ///< the TLS certificate is not trusted, or the host cannot prove who it is
    CertificateChanged,  ///< the host shows another certificate than the one that was trusted
    EncryptionRequired,  ///< the host refuses unencrypted messages
    ProtocolViolation,   ///< malformed or truncated answer, or one that contradicts the protocol
    LimitExceeded,       ///< answer above a size, depth or count limit of ours
    QuotaExceeded,       ///< a quota of the host
    NotFound,            ///< instance or job does not exist
    InvalidNamespace,    ///< for example root\virtualization\v2 without the Hyper-V role
    InvalidClass,
    InvalidQuery,
    InvalidArgument,
    InvalidState, ///< the target is in a state that does not allow the call
    InUse,
    ReadOnly,
    Unsupported,
    ShuttingDown, ///< provider (vmms) restarting: reconnect and retry
    Conflict,     ///< it changed meanwhile, or the host reported success and nothing changed
    JobFailed,
    Indeterminate, ///< a write may or may not have happened; read back
    Io,            ///< local file or disk
    Internal
};

/// An error value: what happened, to what, and what the host said. Immutable once made; safe to copy
/// between threads. Holds no localised words of ours and never a secret.
struct Error
{
    Layer layer = Layer::Local;
    ErrorCode code = ErrorCode::Internal;
    QString operation;                       ///< for example "Enumerate", "Invoke AddResourceSettings"
    QString target;                          ///< for example a class, object path or file
    QString host;                            ///< empty when no host is involved
    std::optional<int> httpStatus;           ///< HTTP status code
    QString soapSubcode;                     ///< local name of the fault subcode, for example "AccessDenied"
    std::optional<std::uint32_t> faultCode;  ///< WSManFault@Code (decimal on the wire)
    std::optional<std::uint32_t> nativeCode; ///< HRESULT, WMI return value, job ErrorCode or errno
    QString hostText;                        ///< the host's own words, as received
    QString detail;                          ///< technical detail of ours, English, not translated
    QString certificate{}; ///< Untrusted in Layer::Tls: SHA-256 of the certificate shown, "3F:A0:…"
    /// What that certificate says of itself; null when it was not had.
    std::shared_ptr<const CertificateSummary> certificateShown{};
    bool retryable = false; ///< repeating the call is safe and may help
};

/// One line for logs and the CLI: layer, code, operation, target, numbers and the host's text.
[[nodiscard]] QString describe(const Error& error);

/// Stable English identifiers, for JSON and logs.
[[nodiscard]] QLatin1String name(Layer layer);
[[nodiscard]] QLatin1String name(ErrorCode code);

} // namespace hvgpu::base
