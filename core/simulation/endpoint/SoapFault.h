#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace hvgpu::simulation {

/// A SOAP fault as Windows words it (wsman.md 3).
struct SoapFault
{
    QByteArray code = "s:Receiver";         ///< "s:Sender", "s:Receiver", …
    QByteArray subcode = "w:InternalError"; ///< with Windows' prefix: s, a, n, x, w
    QByteArray detail;                      ///< last part of a wsman faultDetail URI; may be empty
    std::uint32_t wsmanCode = 0;            ///< WSManFault@Code
    std::optional<std::uint32_t> hresult;   ///< of the WMI provider, goes into a ProviderFault
    QString text;
    bool wmiErrorFlavour = false; ///< detail as MSFT_WmiError (Windows 8 and later) instead of WSManFault
    bool relatesTo = true;        ///< false: without a:RelatesTo, as captured with MSFT_WmiError
    int httpStatus = 500;
};

/// Faults the endpoint itself raises, by what is wrong. Numbers are the SDK's ERROR_WSMAN_… values.
namespace faults {
[[nodiscard]] SoapFault versionMismatch();
[[nodiscard]] SoapFault malformedEnvelope();
[[nodiscard]] SoapFault invalidBody();
[[nodiscard]] SoapFault headerRequired();
[[nodiscard]] SoapFault invalidHeader();
[[nodiscard]] SoapFault mustUnderstand();
[[nodiscard]] SoapFault unsupportedFeature(const QByteArray& detail);
[[nodiscard]] SoapFault actionNotSupported();
[[nodiscard]] SoapFault invalidResourceUri();
[[nodiscard]] SoapFault queryNeedsWildcard();
[[nodiscard]] SoapFault notFound();
[[nodiscard]] SoapFault selectorsRequired();
[[nodiscard]] SoapFault unexpectedSelectors();
[[nodiscard]] SoapFault schemaValidation();
[[nodiscard]] SoapFault filterDialect();
[[nodiscard]] SoapFault cannotProcessFilter();
[[nodiscard]] SoapFault invalidContext();
[[nodiscard]] SoapFault pullInProgress();
[[nodiscard]] SoapFault tooManyOperations();
[[nodiscard]] SoapFault minimumEnvelope();
/// @p clientLimit: the request's own MaxEnvelopeSize was the limit, not the service's.
[[nodiscard]] SoapFault answerTooLarge(bool clientLimit);
[[nodiscard]] SoapFault internalError(const QString& text);
[[nodiscard]] SoapFault accessDenied();
/// What WinRM's WMI plug-in makes of a provider's error; @p isQuery: it came from a WQL filter.
[[nodiscard]] SoapFault fromProvider(const base::Error& error, bool isQuery);
} // namespace faults

} // namespace hvgpu::simulation
