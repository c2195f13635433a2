#include "core/base/Error.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace hvgpu::base {

QLatin1String name(Layer layer)
{
    switch (layer) {
    case Layer::Name:
        return QLatin1String("name");
    case Layer::Connect:
        return QLatin1String("connect");
    case Layer::Proxy:
        return QLatin1String("proxy");
    case Layer::Tls:
        return QLatin1String("tls");
    case Layer::Auth:
        return QLatin1String("auth");
    case Layer::Http:
        return QLatin1String("http");
    case Layer::Soap:
        return QLatin1String("soap");
    case Layer::Wmi:
        return QLatin1String("wmi");
    case Layer::Job:
        return QLatin1String("job");
    case Layer::Model:
        return QLatin1String("model");
    case Layer::Local:
        break;
    }
    return QLatin1String("local");
}

// NOLINTNEXTLINE(readability-function-size): a table
QLatin1String name(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unreachable:
        return QLatin1String("unreachable");
    case ErrorCode::TimedOut:
        return QLatin1String("timed-out");
    case ErrorCode::Cancelled:
        return QLatin1String("cancelled");
    case ErrorCode::CredentialsRejected:
        return QLatin1String("credentials-rejected");
    case ErrorCode::CredentialsMissing:
        return QLatin1String("credentials-missing");
    case ErrorCode::AccessDenied:
        return QLatin1String("access-denied");
    case ErrorCode::AccountDisabled:
        return QLatin1String("account-disabled");
    case ErrorCode::PasswordExpired:
        return QLatin1String("password-expired");
    case ErrorCode::TicketExpired:
        return QLatin1String("ticket-expired");
    case ErrorCode::ClockSkew:
        return QLatin1String("clock-skew");
    case ErrorCode::RealmUnknown:
        return QLatin1String("realm-unknown");
    case ErrorCode::ServiceUnknown:
        return QLatin1String("service-unknown");
    case ErrorCode::Untrusted:
        return QLatin1String("untrusted");
    case ErrorCode::CertificateChanged:
        return QLatin1String("certificate-changed");
    case ErrorCode::EncryptionRequired:
        return QLatin1String("encryption-required");
    case ErrorCode::ProtocolViolation:
        return QLatin1String("protocol-violation");
    case ErrorCode::LimitExceeded:
        return QLatin1String("limit-exceeded");
    case ErrorCode::QuotaExceeded:
        return QLatin1String("quota-exceeded");
    case ErrorCode::NotFound:
        return QLatin1String("not-found");
    case ErrorCode::InvalidNamespace:
        return QLatin1String("invalid-namespace");
    case ErrorCode::InvalidClass:
        return QLatin1String("invalid-class");
    case ErrorCode::InvalidQuery:
        return QLatin1String("invalid-query");
    case ErrorCode::InvalidArgument:
        return QLatin1String("invalid-argument");
    case ErrorCode::InvalidState:
        return QLatin1String("invalid-state");
    case ErrorCode::InUse:
        return QLatin1String("in-use");
    case ErrorCode::ReadOnly:
        return QLatin1String("read-only");
    case ErrorCode::Unsupported:
        return QLatin1String("unsupported");
    case ErrorCode::ShuttingDown:
        return QLatin1String("shutting-down");
    case ErrorCode::Conflict:
        return QLatin1String("conflict");
    case ErrorCode::JobFailed:
        return QLatin1String("job-failed");
    case ErrorCode::Indeterminate:
        return QLatin1String("indeterminate");
    case ErrorCode::Io:
        return QLatin1String("io");
    case ErrorCode::Internal:
        break;
    }
    return QLatin1String("internal");
}

QString describe(const Error& error)
{
    QStringList parts;
    if (!error.host.isEmpty())
        parts << error.host;
    if (!error.operation.isEmpty())
        parts << error.operation;
    if (!error.target.isEmpty())
        parts << error.target;
    QString text = parts.isEmpty() ? QString() : parts.join(u" / "_s) + u": "_s;
    text += u"%1 (%2)"_s.arg(name(error.code), name(error.layer));
    if (error.httpStatus)
        text += u", HTTP %1"_s.arg(*error.httpStatus);
    if (!error.soapSubcode.isEmpty())
        text += u", fault %1"_s.arg(error.soapSubcode);
    if (error.faultCode)
        text += u", WSMan code %1"_s.arg(*error.faultCode);
    if (error.nativeCode)
        text += u", 0x%1"_s.arg(*error.nativeCode, 8, 16, QLatin1Char('0'));
    if (!error.certificate.isEmpty())
        text += u", certificate SHA-256 "_s + error.certificate;
    if (!error.detail.isEmpty())
        text += u"; "_s + error.detail;
    if (!error.hostText.isEmpty())
        text += u"; host says: "_s + error.hostText.simplified();
    return text;
}

} // namespace hvgpu::base
