#include "core/wmi/wsman/BodyWriter.h"

#include "core/wmi/wsman/ResourceUri.h"
#include "core/wmi/wsman/SoapNames.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

const QString& wsmanUri()
{
    static const QString text = uri::Wsman.toString();
    return text;
}

const QString& addressingUri()
{
    static const QString text = uri::Addressing.toString();
    return text;
}

} // namespace

void BodyWriter::writeResource(const cim::ObjectPath& path, bool mustUnderstand)
{
    m_xml.writeStartElement(wsmanUri(), u"ResourceURI"_s);
    if (mustUnderstand)
        m_xml.writeAttribute(uri::Soap.toString(), u"mustUnderstand"_s, u"true"_s);
    m_xml.writeCharacters(resourceUri(path.nameSpace(), path.className()));
    m_xml.writeEndElement();
    writeSelectors(path);
}

void BodyWriter::writeSelectors(const cim::ObjectPath& path)
{
    if (path.keys().empty())
        return;
    m_xml.writeStartElement(wsmanUri(), u"SelectorSet"_s);
    for (const cim::Key& key : path.keys()) {
        m_xml.writeStartElement(wsmanUri(), u"Selector"_s);
        m_xml.writeAttribute(u"Name"_s, key.name);
        if (key.value.type() == cim::Type::Reference && !key.value.isNull()) {
            m_xml.writeStartElement(addressingUri(), u"EndpointReference"_s);
            writeReferenceParts(key.value.toReference().value_or(cim::ObjectPath()));
            m_xml.writeEndElement();
        } else {
            m_xml.writeCharacters(key.value.toString().value_or(QString()));
        }
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
}

void BodyWriter::writeReferenceParts(const cim::ObjectPath& path)
{
    m_xml.writeTextElement(addressingUri(), u"Address"_s, uri::Anonymous.toString());
    m_xml.writeStartElement(addressingUri(), u"ReferenceParameters"_s);
    writeResource(path, false);
    m_xml.writeEndElement();
}

void BodyWriter::writeProperty(const QString& space, const cim::Property& property, bool keepNull)
{
    if (!property.value.isArray() || property.value.isNull()) {
        writeScalar(space, property.name, property.value, keepNull);
        return;
    }
    for (const cim::Value& element : property.value.elements())
        writeScalar(space, property.name, element, keepNull);
}

void BodyWriter::writeScalar(const QString& space, const QString& name, const cim::Value& value,
                             bool keepNull)
{
    if (value.isNull()) {
        if (keepNull) {
            m_xml.writeStartElement(space, name);
            m_xml.writeAttribute(uri::SchemaInstance.toString(), u"nil"_s, u"true"_s);
            m_xml.writeEndElement();
        }
        return;
    }
    m_xml.writeStartElement(space, name);
    writeContent(space, value);
    m_xml.writeEndElement();
}

void BodyWriter::writeContent(const QString& space, const cim::Value& value)
{
    if (const cim::Instance* object = value.toObject()) {
        const QString nameSpace =
            object->nameSpace().isEmpty() ? ResourceUri::parse(space).nameSpace : object->nameSpace();
        const QString inner = resourceUri(nameSpace, object->className());
        m_xml.writeNamespace(inner, u"o"_s);
        m_xml.writeAttribute(uri::SchemaInstance.toString(), u"type"_s,
                             u"o:"_s + object->className() + u"_Type"_s);
        for (const cim::Property& property : object->properties())
            writeProperty(inner, property, true);
    } else if (value.type() == cim::Type::Reference) {
        writeReferenceParts(value.toReference().value_or(cim::ObjectPath()));
    } else if (value.type() == cim::Type::DateTime) {
        const cim::DateTime time = value.toDateTime().value_or(cim::DateTime());
        m_xml.writeTextElement(uri::CimCommon.toString(), time.isInterval() ? u"Interval"_s : u"Datetime"_s,
                               time.toIso());
    } else {
        m_xml.writeCharacters(value.toString().value_or(QString()));
    }
}

void BodyWriter::writeInstance(const cim::Instance& instance, const QString& space)
{
    m_xml.writeNamespace(space, u"p"_s);
    m_xml.writeStartElement(space, instance.className());
    m_xml.writeAttribute(uri::SchemaInstance.toString(), u"type"_s,
                         u"p:"_s + instance.className() + u"_Type"_s);
    for (const cim::Property& property : instance.properties())
        writeProperty(space, property, true);
    m_xml.writeEndElement();
}

} // namespace hvgpu::wsman
