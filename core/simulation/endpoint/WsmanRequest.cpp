#include "core/simulation/endpoint/WsmanRequest.h"

#include "core/simulation/endpoint/Namespaces.h"

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t smallestEnvelope = 8192;

bool isTrue(const QString& attribute)
{
    return attribute == "true"_L1 || attribute == "1"_L1;
}

bool mustUnderstand(const XmlElement& header)
{
    return isTrue(header.attribute(uri::soap, "mustUnderstand"_L1));
}

std::vector<Selector> readSelectors(const XmlElement& set)
{
    std::vector<Selector> selectors;
    for (const XmlElement& element : set.children) {
        if (!element.is(uri::wsman, "Selector"_L1))
            continue;
        Selector selector{element.attribute({}, "Name"_L1), element.text, nullptr};
        if (const XmlElement* nested = element.child(uri::addressing, "EndpointReference"_L1))
            if (auto reference = readReference(*nested))
                selector.reference = std::make_shared<const EndpointReference>(std::move(*reference));
        selectors.push_back(std::move(selector));
    }
    return selectors;
}

QString trimmedText(const XmlElement* element)
{
    return element == nullptr ? QString() : element->text.trimmed();
}

Operation operationOf(const QString& action)
{
    struct Known
    {
        QLatin1String family;
        QLatin1String name;
        Operation operation;
    };
    static constexpr Known known[] = {
        {uri::enumeration, "/Enumerate"_L1, Operation::Enumerate},
        {uri::enumeration, "/Pull"_L1, Operation::Pull},
        {uri::enumeration, "/Release"_L1, Operation::Release},
        {uri::transfer, "/Get"_L1, Operation::Get},
        {uri::transfer, "/Put"_L1, Operation::Put},
    };
    for (const Known& entry : known)
        if (action.startsWith(entry.family) && QStringView(action).mid(entry.family.size()) == entry.name)
            return entry.operation;
    return Operation::Unknown;
}

std::optional<SoapFault> readOptionalHeader(const XmlElement& header, WsmanRequest& request)
{
    if (header.is(uri::wsman, "MaxEnvelopeSize"_L1)) {
        bool ok = false;
        request.maxEnvelopeSize = header.text.trimmed().toLongLong(&ok);
        if (!ok)
            return faults::invalidHeader();
        if (*request.maxEnvelopeSize < smallestEnvelope)
            return faults::minimumEnvelope();
    } else if (header.is(uri::wsman, "SelectorSet"_L1)) {
        request.selectors = readSelectors(header);
    } else if (header.is(uri::wsman, "FragmentTransfer"_L1)) {
        if (!mustUnderstand(header))
            return faults::invalidHeader();
        request.fragmentPath = header.text.trimmed();
    } else if (header.is(uri::wsman, "Locale"_L1) && mustUnderstand(header)) {
        return faults::unsupportedFeature("Locale");
    } else if (header.is(uri::microsoft, "DataLocale"_L1) && mustUnderstand(header)) {
        return faults::unsupportedFeature("DataLocale");
    }
    return std::nullopt;
}

bool isKnownNamespace(const QString& nameSpace)
{
    return nameSpace == uri::addressing || nameSpace == uri::wsman || nameSpace == uri::microsoft;
}

std::optional<SoapFault> readHeaders(const XmlElement& headers, WsmanRequest& request)
{
    request.action = trimmedText(headers.child(uri::addressing, "Action"_L1));
    request.messageId = trimmedText(headers.child(uri::addressing, "MessageID"_L1));
    request.resourceUri = trimmedText(headers.child(uri::wsman, "ResourceURI"_L1));
    request.operation = operationOf(request.action);
    if (request.operation == Operation::Unknown && !request.resourceUri.isEmpty() &&
        request.action.startsWith(request.resourceUri, Qt::CaseInsensitive) &&
        request.action.size() > request.resourceUri.size() &&
        request.action[request.resourceUri.size()] == u'/') {
        request.method = request.action.mid(request.resourceUri.size() + 1);
        request.operation = Operation::Invoke;
    }
    for (const XmlElement& header : headers.children) {
        if (mustUnderstand(header) && !isKnownNamespace(header.nameSpace))
            return faults::mustUnderstand();
        if (auto fault = readOptionalHeader(header, request))
            return fault;
    }
    return std::nullopt;
}

std::optional<SoapFault> checkAddressing(const XmlElement& headers, const WsmanRequest& request)
{
    const XmlElement* replyTo = headers.child(uri::addressing, "ReplyTo"_L1);
    if (replyTo == nullptr || request.action.isEmpty())
        return faults::headerRequired();
    if (trimmedText(replyTo->child(uri::addressing, "Address"_L1)) != uri::anonymous)
        return faults::unsupportedFeature("AddressingMode");
    if (request.messageId.isEmpty())
        return faults::invalidHeader();
    return request.operation == Operation::Unknown ? std::optional(faults::actionNotSupported())
                                                   : std::nullopt;
}

std::optional<SoapFault> readEnvelope(XmlElement& envelope, WsmanRequest& request)
{
    if (envelope.name != "Envelope"_L1)
        return faults::malformedEnvelope();
    if (envelope.nameSpace != uri::soap)
        return faults::versionMismatch();
    for (XmlElement& child : envelope.children)
        if (child.is(uri::soap, "Body"_L1))
            request.body = std::move(child);
    if (request.body.name.isEmpty())
        return faults::invalidBody();
    if (const XmlElement* content = request.content(); content && content->is(uri::identity, "Identify"_L1)) {
        request.operation = Operation::Identify;
        return std::nullopt;
    }
    const XmlElement* headers = envelope.child(uri::soap, "Header"_L1);
    if (headers == nullptr)
        return faults::headerRequired();
    auto fault = readHeaders(*headers, request);
    return fault ? fault : checkAddressing(*headers, request);
}

bool looksLikeUtf16(const QByteArray& bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") ||
           (bytes.size() > 1 && (bytes[0] == '\0') != (bytes[1] == '\0'));
}

} // namespace

const XmlElement* WsmanRequest::content() const
{
    return body.children.empty() ? nullptr : &body.children.front();
}

std::optional<EndpointReference> readReference(const XmlElement& holder)
{
    const XmlElement* parameters = holder.child(uri::addressing, "ReferenceParameters"_L1);
    if (parameters == nullptr)
        return std::nullopt;
    EndpointReference reference{trimmedText(parameters->child(uri::wsman, "ResourceURI"_L1)), {}};
    if (const XmlElement* set = parameters->child(uri::wsman, "SelectorSet"_L1))
        reference.selectors = readSelectors(*set);
    return reference;
}

WsmanRequest readRequest(const QByteArray& bytes)
{
    WsmanRequest request;
    request.utf16 = looksLikeUtf16(bytes);
    auto envelope = readXml(bytes);
    request.fault = envelope ? readEnvelope(*envelope, request) : faults::malformedEnvelope();
    return request;
}

} // namespace hvgpu::simulation
