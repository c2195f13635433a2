#include "core/simulation/endpoint/WsmanService.h"

#include "core/simulation/endpoint/EnumerateFilter.h"
#include "core/simulation/endpoint/Envelope.h"
#include "core/simulation/endpoint/Namespaces.h"
#include "core/simulation/endpoint/XmlBytes.h"

#include <QStringEncoder>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

void identityElement(QByteArray& out, const char* name, const QString& text)
{
    out.append("<wsmid:").append(name).append('>');
    appendEscaped(out, text);
    out.append("</wsmid:").append(name).append('>');
}

} // namespace

WsmanService::WsmanService(std::shared_ptr<CimProvider> provider, ServiceOptions options,
                           const base::Clock& clock)
    : m_provider(std::move(provider))
    , m_options(std::move(options))
    , m_enumerations(clock, m_options.enumerationTimeout, m_options.maxEnumerations)
{}

RequestTarget WsmanService::target(const WsmanRequest& request) const
{
    RequestTarget target{request.operation, requestedClass(request), request.method};
    if (request.operation != Operation::Pull && request.operation != Operation::Release)
        return target;
    const XmlElement* content = request.content();
    const XmlElement* context = content ? content->child(uri::enumeration, "EnumerationContext"_L1) : nullptr;
    if (context)
        target.className = m_enumerations.queriedClass(context->text.trimmed());
    return target;
}

WsmanAnswer WsmanService::handle(const WsmanRequest& request, bool authenticated)
{
    if (request.fault)
        return answerFault(request, *request.fault);
    auto body = run(request, authenticated);
    if (!body)
        return answerFault(request, std::move(body.error()));
    return encode(request, std::move(*body), 200);
}

WsmanAnswer WsmanService::answerFault(const WsmanRequest& request, SoapFault fault) const
{
    if (m_options.wmiErrorFaults) {
        fault.wmiErrorFlavour = true;
        fault.relatesTo = false;
    }
    return encode(request,
                  envelope::fault(fault, m_options.language, m_provider->computerName(), request.messageId),
                  fault.httpStatus);
}

Outcome<QByteArray> WsmanService::run(const WsmanRequest& request, bool authenticated)
{
    const OperationContext context{*m_provider, m_enumerations, m_options, request};
    switch (request.operation) {
    case Operation::Identify:
        return identify(authenticated);
    case Operation::Enumerate:
        return operations::enumerate(context);
    case Operation::Pull:
        return operations::pull(context);
    case Operation::Release:
        return operations::release(context);
    case Operation::Get:
        return operations::get(context);
    case Operation::Put:
        return operations::put(context);
    case Operation::Invoke:
        return operations::invoke(context);
    case Operation::Unknown:
        break;
    }
    return tl::unexpected(faults::actionNotSupported());
}

QByteArray WsmanService::identify(bool authenticated) const
{
    QByteArray out("<s:Envelope xml:lang=\"");
    appendEscaped(out, m_options.language);
    out.append(
        "\" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body><wsmid:IdentifyResponse "
        "xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">");
    identityElement(out, "ProtocolVersion", uri::wsman);
    identityElement(out, "ProductVendor", u"Microsoft Corporation"_s);
    const QString version = authenticated ? m_provider->operatingSystemVersion() : u"0.0.0"_s;
    identityElement(out, "ProductVersion", u"OS: %1 SP: 0.0 Stack: 3.0"_s.arg(version));
    if (authenticated) {
        out.append("<wsmid:SecurityProfiles>");
        identityElement(out, "SecurityProfileName",
                        u"http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/http/basic"_s);
        out.append("</wsmid:SecurityProfiles>");
    }
    out.append("</wsmid:IdentifyResponse>");
    envelope::end(out);
    return out;
}

WsmanAnswer WsmanService::encode(const WsmanRequest& request, QByteArray utf8, int status)
{
    WsmanAnswer answer;
    answer.status = status;
    if (request.utf16) {
        QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        answer.body = encoder.encode(QString::fromUtf8(utf8));
        answer.contentType = "application/soap+xml;charset=UTF-16";
    } else {
        answer.body = std::move(utf8);
    }
    return answer;
}

} // namespace hvgpu::simulation
