#include "tests/support/SoapSamples.h"

namespace hvgpu::test::soap {

QByteArray elementText(const QByteArray& request, const QByteArray& localName)
{
    qsizetype name = -1; // of the start tag, which comes before the end tag
    for (const char lead : {':', '<'}) {
        for (const char after : {'>', ' '}) {
            const qsizetype found = request.indexOf(lead + localName + after);
            if (found >= 0 && (name < 0 || found < name))
                name = found;
        }
    }
    if (name < 0)
        return {};
    const qsizetype start = request.indexOf('>', name) + 1;
    return request.sliced(start, request.indexOf('<', start) - start);
}

QByteArray operation(const QByteArray& request)
{
    const QByteArray action = elementText(request, "Action");
    return action.sliced(action.lastIndexOf('/') + 1);
}

QByteArray envelope(const QByteArray& messageId, const QByteArray& body)
{
    QByteArray relatesTo;
    if (!messageId.isEmpty())
        relatesTo = "<a:RelatesTo>" + messageId + "</a:RelatesTo>";
    return "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
           "xmlns:n=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\" "
           "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\">"
           "<s:Header><a:Action>http://example.invalid/answer</a:Action><a:MessageID>uuid:1</a:MessageID>"
           "<a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>" +
           relatesTo + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

QByteArray answerTo(const QByteArray& request, const QByteArray& body)
{
    return envelope(elementText(request, "MessageID"), body);
}

QByteArray instance(const QByteArray& className, const QByteArray& properties)
{
    return "<p:" + className +
           " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/" +
           className +
           "\" xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\" xsi:type=\"p:" + className +
           "_Type\">" + properties + "</p:" + className + ">";
}

QByteArray enumerateResponse(const QByteArray& context, const QByteArray& items)
{
    return "<n:EnumerateResponse><n:EnumerationContext>" + context + "</n:EnumerationContext><w:Items>" +
           items + "</w:Items>" + (context.isEmpty() ? "<w:EndOfSequence/>" : "") + "</n:EnumerateResponse>";
}

QByteArray pullResponse(const QByteArray& context, const QByteArray& items)
{
    const QByteArray head =
        context.isEmpty() ? QByteArray() : "<n:EnumerationContext>" + context + "</n:EnumerationContext>";
    return "<n:PullResponse>" + head + "<n:Items>" + items + "</n:Items>" +
           (context.isEmpty() ? "<n:EndOfSequence/>" : "") + "</n:PullResponse>";
}

QByteArray fault(const QByteArray& subcode, quint32 code, const QByteArray& message,
                 const QByteArray& moreDetail)
{
    const QByteArray number = QByteArray::number(code);
    return "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>" + subcode +
           "</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en-US\">" + message +
           "</s:Text></s:Reason><s:Detail><f:WSManFault "
           "xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"" +
           number + "\" Machine=\"HOST01\"><f:Message>" + message + moreDetail +
           "</f:Message></f:WSManFault></s:Detail></s:Fault>";
}

} // namespace hvgpu::test::soap
