#include "core/simulation/endpoint/SoapFault.h"

namespace hvgpu::simulation::faults {

using namespace Qt::StringLiterals;

namespace {

SoapFault sender(const char* subcode, std::uint32_t code, const QString& text, const char* detail = "")
{
    return {.code = "s:Sender",
            .subcode = subcode,
            .detail = detail,
            .wsmanCode = code,
            .hresult = {},
            .text = text};
}

SoapFault receiver(const char* subcode, std::uint32_t code, const QString& text)
{
    return {.subcode = subcode, .detail = {}, .wsmanCode = code, .hresult = {}, .text = text};
}

} // namespace

SoapFault versionMismatch()
{
    SoapFault fault =
        receiver("", 0x8033800D,
                 u"The WS-Management service does not support the SOAP version specified in the request. "_s);
    fault.code = "s:VersionMismatch";
    return fault;
}

SoapFault malformedEnvelope()
{
    SoapFault fault = invalidBody();
    fault.httpStatus = 400;
    return fault;
}

SoapFault invalidBody()
{
    return sender(
        "w:InvalidBody", 0x80338027,
        u"The WS-Management service cannot process the request because the request packet does not have "
        "a valid SOAP body. "_s);
}

SoapFault headerRequired()
{
    return sender("a:MessageInformationHeaderRequired", 0x80338011,
                  u"The WS-Management service cannot process the request. The request does not have all the "
                  "expected SOAP headers. "_s);
}

SoapFault invalidHeader()
{
    return sender(
        "a:InvalidMessageInformationHeader", 0x8033800F,
        u"The WS-Management service cannot process the request. The request contains one or more invalid "
        "SOAP headers. "_s);
}

SoapFault mustUnderstand()
{
    SoapFault fault =
        receiver("", 0x80338010,
                 u"The WS-Management service cannot process a SOAP header in the request that is marked "
                 "as mustUnderstand by the client. "_s);
    fault.code = "s:MustUnderstand";
    return fault;
}

SoapFault unsupportedFeature(const QByteArray& detail)
{
    return sender(
        "w:UnsupportedFeature", 2150858818,
        u"The WS-Management service cannot process the request because it contains an unsupported feature. "_s,
        detail.constData());
}

SoapFault actionNotSupported()
{
    return sender(
        "a:ActionNotSupported", 2150858753,
        u"The WS-Management service cannot process the request. The WS-Addressing action URI is invalid. "_s);
}

SoapFault invalidResourceUri()
{
    return sender(
        "a:DestinationUnreachable", 2150858811,
        u"The WS-Management service cannot process the request. The resource URI is missing or it has an "
        "incorrect format. "_s,
        "InvalidResourceURI");
}

SoapFault queryNeedsWildcard()
{
    return sender(
        "a:DestinationUnreachable", 2150859003,
        u"The WS-Management service cannot process the request. With a WQL filter the resource URI must name "
        "the namespace and * as the class, without keys. "_s,
        "InvalidResourceURI");
}

SoapFault notFound()
{
    return sender(
        "a:DestinationUnreachable", 2150858752,
        u"The WS-Management service cannot process the request. The service cannot find the resource "
        "identified by the resource URI and selectors. "_s,
        "ResourceNotFound");
}

SoapFault selectorsRequired()
{
    return sender(
        "w:InvalidSelectors", 2150859002,
        u"The WS-Management service cannot process the request. The class is not a singleton, so the "
        "resource URI needs keys. "_s,
        "InsufficientSelectors");
}

SoapFault unexpectedSelectors()
{
    return sender(
        "w:InvalidSelectors", 2150858843,
        u"The WS-Management service cannot process the request because the request contained invalid "
        "selectors for the resource. "_s,
        "UnexpectedSelectors");
}

SoapFault schemaValidation()
{
    return sender(
        "w:SchemaValidationError", 2150858817,
        u"The SOAP XML in the message does not match the corresponding XML schema definition. Change the XML "
        "and retry. "_s);
}

SoapFault filterDialect()
{
    return sender(
        "n:FilterDialectRequestedUnavailable", 0x80338019,
        u"The filter dialect (the type associated with the filter) was not supported for this resource. "_s);
}

SoapFault cannotProcessFilter()
{
    return sender(
        "n:CannotProcessFilter", 2150858778,
        u"The data source could not process the filter. The filter might be missing or it might be invalid. "
        "Change the filter and try the request again. "_s);
}

SoapFault invalidContext()
{
    return receiver(
        "n:InvalidEnumerationContext", 2150858779,
        u"The WS-Enumeration context in the enumeration is not valid. Enumeration may have been completed "
        "or canceled. You cannot use this enumeration context anymore. Start a new enumeration. "_s);
}

SoapFault pullInProgress()
{
    return sender(
        "w:Concurrency", 2150858758,
        u"The WS-Management service cannot process a pull request because a pull operation is already in "
        "progress. "_s);
}

SoapFault tooManyOperations()
{
    return sender(
        "w:QuotaLimit", 2150859174,
        u"The WS-Management service cannot process the request. The maximum number of concurrent operations "
        "for this user has been exceeded. "_s);
}

SoapFault minimumEnvelope()
{
    return sender(
        "w:EncodingLimit", 2150858805,
        u"The WS-Management service cannot process the request. The MaxEnvelopeSize is too small. "_s,
        "MinimumEnvelopeLimit");
}

SoapFault answerTooLarge(bool clientLimit)
{
    const QString text =
        u"The WS-Management service cannot process the request because the answer is larger than the "
        "maximum envelope size. "_s;
    return clientLimit ? sender("w:EncodingLimit", 2150858824, text, "MaxEnvelopeSizeExceeded")
                       : sender("w:EncodingLimit", 2150858825, text, "ServiceEnvelopeLimit");
}

SoapFault internalError(const QString& text)
{
    return receiver("w:InternalError", 2150858755, text);
}

SoapFault accessDenied()
{
    return sender("w:AccessDenied", 5, u"Access is denied. "_s);
}

SoapFault fromProvider(const base::Error& error, bool isQuery)
{
    const std::uint32_t hresult = error.nativeCode.value_or(0x80041001);
    SoapFault fault;
    switch (hresult) {
    case 0x80041002: // WBEM_E_NOT_FOUND
    case 0x80041010: // WBEM_E_INVALID_CLASS
        fault = notFound();
        if (hresult == 0x80041010)
            fault.detail = "InvalidResourceURI";
        break;
    case 0x8004100E: // WBEM_E_INVALID_NAMESPACE
        if (isQuery)
            return cannotProcessFilter(); // real hosts say no more than that (wsman.md 3.1)
        fault = invalidResourceUri();
        break;
    case 0x80041017: // WBEM_E_INVALID_QUERY
        fault = cannotProcessFilter();
        break;
    case 0x80041003: // WBEM_E_ACCESS_DENIED
    case 0x80070005: // E_ACCESSDENIED
        fault = accessDenied();
        break;
    default:
        fault = internalError(error.hostText);
        fault.wsmanCode = hresult;
    }
    fault.hresult = hresult;
    if (!error.hostText.isEmpty())
        fault.text = error.hostText;
    return fault;
}

} // namespace hvgpu::simulation::faults
