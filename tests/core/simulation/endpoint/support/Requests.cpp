#include "Requests.h"

#include "core/simulation/endpoint/WsmanRequest.h"

namespace hvgpu::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/";

void collect(const simulation::XmlElement& element, QLatin1String localName,
             std::vector<const simulation::XmlElement*>& found)
{
    if (element.name == localName)
        found.push_back(&element);
    for (const simulation::XmlElement& child : element.children)
        collect(child, localName, found);
}

} // namespace

QByteArray Envelope::text() const
{
    QByteArray out = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
                     "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
                     "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" "
                     "xmlns:n=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\" "
                     "xmlns:b=\"http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd\" "
                     "xmlns:h=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\" "
                     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><s:Header>";
    out += "<a:Action s:mustUnderstand=\"true\">" + action + "</a:Action>";
    out += "<w:ResourceURI s:mustUnderstand=\"true\">" + resource + "</w:ResourceURI>";
    if (!messageId.isEmpty())
        out += "<a:MessageID>" + messageId + "</a:MessageID>";
    if (!replyTo.isEmpty())
        out += "<a:ReplyTo><a:Address>" + replyTo + "</a:Address></a:ReplyTo>";
    return out + headers + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

Envelope enumerateWql(const QByteArray& wql, const QByteArray& more)
{
    Envelope envelope;
    envelope.action = QByteArray(enumeration) + "Enumerate";
    envelope.resource = v2 + "*";
    envelope.body = "<n:Enumerate>" + more +
                    "<w:Filter Dialect=\"http://schemas.microsoft.com/wbem/wsman/1/WQL\">" + wql +
                    "</w:Filter></n:Enumerate>";
    return envelope;
}

Envelope enumerateClass(const QByteArray& className, const QByteArray& more)
{
    Envelope envelope = enumerateWql({});
    envelope.resource = v2 + className;
    envelope.body = "<n:Enumerate>" + more + "</n:Enumerate>";
    return envelope;
}

Envelope pull(const QString& context, const QByteArray& more, const QByteArray& className)
{
    Envelope envelope;
    envelope.action = QByteArray(enumeration) + "Pull";
    envelope.resource = v2 + className;
    envelope.body =
        "<n:Pull><n:EnumerationContext>" + context.toUtf8() + "</n:EnumerationContext>" + more + "</n:Pull>";
    return envelope;
}

Envelope get(const QByteArray& className, const QByteArray& selectors)
{
    Envelope envelope;
    envelope.action = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get";
    envelope.resource = v2 + className;
    envelope.headers = selectors.isEmpty() ? QByteArray() : selectorSet(selectors);
    return envelope;
}

Envelope invoke(const QByteArray& className, const QByteArray& method, const QByteArray& parameters,
                const QByteArray& selectors)
{
    Envelope envelope = get(className, selectors);
    envelope.action = envelope.resource + "/" + method;
    envelope.body = "<p:" + method + "_INPUT xmlns:p=\"" + envelope.resource + "\">" + parameters +
                    "</p:" + method + "_INPUT>";
    return envelope;
}

QByteArray selector(const QByteArray& name, const QByteArray& value)
{
    return "<w:Selector Name=\"" + name + "\">" + value + "</w:Selector>";
}

QByteArray selectorSet(const QByteArray& selectors)
{
    return "<w:SelectorSet>" + selectors + "</w:SelectorSet>";
}

std::vector<const simulation::XmlElement*> Reply::all(QLatin1String localName) const
{
    std::vector<const simulation::XmlElement*> found;
    collect(envelope, localName, found);
    return found;
}

const simulation::XmlElement* Reply::find(QLatin1String localName) const
{
    const auto found = all(localName);
    return found.empty() ? nullptr : found.front();
}

QString Reply::value(QLatin1String localName) const
{
    const simulation::XmlElement* element = find(localName);
    return element ? element->text : QString();
}

QString Reply::fault() const
{
    const auto values = all("Value"_L1);
    QStringList parts;
    for (const simulation::XmlElement* value : values)
        parts.append(value->text.section(u':', 1));
    return parts.join(u'/');
}

quint32 Reply::faultCode() const
{
    const simulation::XmlElement* element = find("WSManFault"_L1);
    return element ? element->attribute({}, "Code"_L1).toUInt() : 0;
}

Reply takeApart(int status, const QByteArray& text)
{
    Reply reply{status, text, {}};
    if (auto envelope = simulation::readXml(text))
        reply.envelope = std::move(*envelope);
    return reply;
}

Reply call(simulation::WsmanService& service, const Envelope& request)
{
    const simulation::WsmanAnswer answer = service.handle(simulation::readRequest(request.text()), true);
    return takeApart(answer.status, answer.body);
}

} // namespace hvgpu::tests
