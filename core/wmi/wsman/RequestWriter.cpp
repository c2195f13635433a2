#include "core/wmi/wsman/RequestWriter.h"

#include "core/wmi/wsman/BodyWriter.h"
#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/ResourceUri.h"
#include "core/wmi/wsman/SoapNames.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

constexpr std::chrono::milliseconds HostMinimumTimeout{500};

/// One envelope under way; the writer's calls all want QString names in Qt 6.4.
class Envelope
{
public:
    Envelope()
        : m_xml(&m_bytes)
    {
        m_xml.writeStartDocument();
        declare(uri::Soap, u"s"_s);
        declare(uri::Addressing, u"a"_s);
        declare(uri::Wsman, u"w"_s);
        declare(uri::WsmanMicrosoft, u"pm"_s);
        declare(uri::Enumeration, u"n"_s);
        declare(uri::CimCommon, u"cim"_s);
        declare(uri::SchemaInstance, u"xsi"_s);
        start(uri::Soap, u"Envelope"_s);
    }

    [[nodiscard]] QXmlStreamWriter& xml() { return m_xml; }
    void start(QStringView space, const QString& name) { m_xml.writeStartElement(space.toString(), name); }
    void end() { m_xml.writeEndElement(); }
    void text(QStringView space, const QString& name, const QString& value)
    {
        m_xml.writeTextElement(space.toString(), name, value);
    }
    void mustUnderstand(bool yes)
    {
        m_xml.writeAttribute(uri::Soap.toString(), u"mustUnderstand"_s, yes ? u"true"_s : u"false"_s);
    }
    void header(QStringView space, const QString& name, const QString& value, bool understand)
    {
        start(space, name);
        mustUnderstand(understand);
        m_xml.writeCharacters(value);
        end();
    }
    void locale(QStringView space, const QString& name)
    {
        start(space, name);
        m_xml.writeAttribute(u"xml:lang"_s, u"en-US"_s);
        mustUnderstand(false);
        end();
    }

    void writeHeader(const RequestHeaders& headers, const QString& action, const cim::ObjectPath& resource)
    {
        start(uri::Soap, u"Header"_s);
        text(uri::Addressing, u"To"_s, headers.to);
        BodyWriter(m_xml).writeResource(resource, true);
        start(uri::Addressing, u"ReplyTo"_s);
        header(uri::Addressing, u"Address"_s, uri::Anonymous.toString(), true);
        end();
        header(uri::Addressing, u"Action"_s, action, true);
        header(uri::Wsman, u"MaxEnvelopeSize"_s, QString::number(headers.maxEnvelopeSize), true);
        text(uri::Addressing, u"MessageID"_s, headers.messageId);
        locale(uri::Wsman, u"Locale"_s);
        locale(uri::WsmanMicrosoft, u"DataLocale"_s);
        header(uri::WsmanMicrosoft, u"SessionId"_s, headers.sessionId, false);
        const auto timeout = std::max(headers.timeout, HostMinimumTimeout).count();
        text(uri::Wsman, u"OperationTimeout"_s,
             u"PT%1.%2S"_s.arg(timeout / 1000).arg(timeout % 1000, 3, 10, QLatin1Char('0')));
        end();
        start(uri::Soap, u"Body"_s);
    }

    [[nodiscard]] base::Result<QByteArray> finish()
    {
        m_xml.writeEndDocument();
        if (m_xml.hasError())
            return base::fail(makeError(base::Layer::Local, base::ErrorCode::InvalidArgument,
                                        u"a text holds a character that XML cannot carry"_s));
        return std::move(m_bytes);
    }

private:
    void declare(QStringView space, const QString& prefix) { m_xml.writeNamespace(space.toString(), prefix); }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

QString enumerationAction(const QString& name)
{
    return uri::Enumeration.toString() + u'/' + name;
}

QString transferAction(const QString& name)
{
    return uri::Transfer.toString() + u'/' + name;
}

// WQL text is accepted only on the namespace's "*".
cim::ObjectPath anyClass(const QString& nameSpace)
{
    return {{}, nameSpace, u"*"_s};
}

// Service objects of Hyper-V refuse calls without any selector; their class name alone is enough.
cim::ObjectPath withSelector(const cim::ObjectPath& target)
{
    if (!target.keys().empty() || !target.className().startsWith("Msvm_"_L1, Qt::CaseInsensitive))
        return target;
    return {target.host(),
            target.nameSpace(),
            target.className(),
            {{u"CreationClassName"_s, cim::Value::string(target.className())}}};
}

} // namespace

base::Result<QByteArray> RequestWriter::enumerate(const EnumerateOptions& options) const
{
    Envelope envelope;
    envelope.writeHeader(m_headers, enumerationAction(u"Enumerate"_s), anyClass(options.nameSpace));
    envelope.start(uri::Enumeration, u"Enumerate"_s);
    envelope.xml().writeEmptyElement(uri::Wsman.toString(), u"OptimizeEnumeration"_s);
    envelope.text(uri::Wsman, u"MaxElements"_s, QString::number(options.maxElements));
    if (options.withPaths)
        envelope.text(uri::Wsman, u"EnumerationMode"_s, u"EnumerateObjectAndEPR"_s);
    envelope.start(uri::Wsman, u"Filter"_s);
    envelope.xml().writeAttribute(u"Dialect"_s, uri::WqlDialect.toString());
    envelope.xml().writeCharacters(options.wql);
    return envelope.finish();
}

base::Result<QByteArray> RequestWriter::pull(const EnumerateOptions& options, const QString& context) const
{
    Envelope envelope;
    envelope.writeHeader(m_headers, enumerationAction(u"Pull"_s), anyClass(options.nameSpace));
    envelope.start(uri::Enumeration, u"Pull"_s);
    envelope.text(uri::Enumeration, u"EnumerationContext"_s, context);
    envelope.text(uri::Enumeration, u"MaxElements"_s, QString::number(options.maxElements));
    return envelope.finish();
}

base::Result<QByteArray> RequestWriter::release(const QString& nameSpace, const QString& context) const
{
    Envelope envelope;
    envelope.writeHeader(m_headers, enumerationAction(u"Release"_s), anyClass(nameSpace));
    envelope.start(uri::Enumeration, u"Release"_s);
    envelope.text(uri::Enumeration, u"EnumerationContext"_s, context);
    return envelope.finish();
}

base::Result<QByteArray> RequestWriter::get(const cim::ObjectPath& path) const
{
    Envelope envelope;
    envelope.writeHeader(m_headers, transferAction(u"Get"_s), path);
    return envelope.finish();
}

base::Result<QByteArray> RequestWriter::put(const cim::ObjectPath& path, const cim::Instance& instance) const
{
    Envelope envelope;
    envelope.writeHeader(m_headers, transferAction(u"Put"_s), path);
    BodyWriter(envelope.xml()).writeInstance(instance, resourceUri(path.nameSpace(), instance.className()));
    return envelope.finish();
}

base::Result<QByteArray> RequestWriter::invoke(const cim::ObjectPath& target, const QString& method,
                                               const std::vector<cim::Property>& parameters) const
{
    const QString space = resourceUri(target.nameSpace(), target.className());
    Envelope envelope;
    envelope.writeHeader(m_headers, space + u'/' + method, withSelector(target));
    envelope.xml().writeNamespace(space, u"p"_s);
    envelope.start(space, method + u"_INPUT"_s);
    BodyWriter body(envelope.xml());
    for (const cim::Property& parameter : parameters)
        body.writeProperty(space, parameter, false);
    return envelope.finish();
}

base::Result<QByteArray> RequestWriter::identify()
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeNamespace(uri::Soap.toString(), u"s"_s);
    xml.writeNamespace(uri::Identity.toString(), u"wsmid"_s);
    xml.writeStartElement(uri::Soap.toString(), u"Envelope"_s);
    xml.writeEmptyElement(uri::Soap.toString(), u"Header"_s);
    xml.writeStartElement(uri::Soap.toString(), u"Body"_s);
    xml.writeEmptyElement(uri::Identity.toString(), u"Identify"_s);
    xml.writeEndDocument();
    return bytes;
}

} // namespace hvgpu::wsman
