#include "core/simulation/endpoint/InstanceWriter.h"

#include "core/simulation/endpoint/Namespaces.h"
#include "core/simulation/endpoint/XmlBytes.h"

#include <array>
#include <charconv>
#include <tuple>

namespace hvgpu::simulation {

namespace {

template <class Number>
void appendNumber(QByteArray& out, Number number)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    Q_UNUSED(error)
    out.append(digits.data(), end - digits.data());
}

bool isUnsignedInteger(cim::Type type)
{
    return type == cim::Type::UInt8 || type == cim::Type::UInt16 || type == cim::Type::UInt32 ||
           type == cim::Type::UInt64;
}

void appendSelectors(QByteArray& out, const cim::ObjectPath& path)
{
    for (const cim::Key& key : path.keys()) {
        out.append("<w:Selector Name=\"");
        appendEscaped(out, key.name);
        out.append("\">");
        if (key.value.type() == cim::Type::Reference) {
            if (const auto nested = key.value.toReference())
                InstanceWriter::endpointReference(out, *nested);
        } else {
            appendEscaped(out, key.value.toString().value_or(QString()));
        }
        out.append("</w:Selector>");
    }
}

void appendReference(QByteArray& out, const cim::ObjectPath& path)
{
    out.append("<a:Address>");
    appendRaw(out, uri::anonymous);
    out.append("</a:Address><a:ReferenceParameters><w:ResourceURI>");
    appendEscaped(out, InstanceWriter::classUri(path.nameSpace(), path.className()));
    out.append("</w:ResourceURI><w:SelectorSet>");
    appendSelectors(out, path);
    out.append("</w:SelectorSet></a:ReferenceParameters>");
}

void appendDateTime(QByteArray& out, const cim::DateTime& value, bool qualified)
{
    const QByteArray name =
        QByteArray(qualified ? "cim:" : "") + (value.isInterval() ? "Interval" : "Datetime");
    out.append('<').append(name).append('>').append(value.toIso().toLatin1());
    out.append("</").append(name).append('>');
}

/// octetstring results, for example a thumbnail: one base64 text (wsman.md 2.3).
QByteArray base64Of(const cim::Value& bytes)
{
    QByteArray raw;
    for (const cim::Value& element : bytes.elements())
        raw.append(static_cast<char>(element.toUInt64().value_or(0)));
    return raw.toBase64();
}

ClassDeclaration declarationFromContent(const cim::Instance& instance)
{
    ClassDeclaration declaration;
    declaration.name = instance.className();
    for (const cim::Property& property : instance.properties()) {
        PropertyDeclaration entry;
        entry.name = property.name;
        entry.type = property.value.type();
        entry.isArray = property.value.isArray();
        declaration.properties.push_back(entry);
    }
    return declaration;
}

constexpr const char* referenceNamespaces = " xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
                                            " xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\"";

} // namespace

QString InstanceWriter::classUri(const QString& nameSpace, const QString& className)
{
    return uri::wmiRoot + QString(nameSpace).replace(u'\\', u'/') + u'/' + className;
}

void InstanceWriter::endpointReference(QByteArray& out, const cim::ObjectPath& path)
{
    out.append("<a:EndpointReference>");
    appendReference(out, path);
    out.append("</a:EndpointReference>");
}

void InstanceWriter::instance(QByteArray& out, const cim::Instance& instance)
{
    Cached& cache = cached(Form::Instance, instance, {});
    out.append(cache.head);
    properties(out, cache, Form::Instance, instance);
    out.append(cache.tail);
}

void InstanceWriter::fragment(QByteArray& out, const cim::Instance& row, const QStringList& columns)
{
    Cached& cache = cached(Form::Fragment, row, columns);
    out.append(cache.head);
    properties(out, cache, Form::Fragment, row);
    out.append(cache.tail);
}

void InstanceWriter::parameter(QByteArray& out, const PropertyDeclaration& declaration,
                               const cim::Value& value)
{
    ClassDeclaration holder;
    holder.properties.push_back(declaration);
    const ClassLayout layout(holder, "p:");
    const ClassLayout::Entry& entry = layout.entries.front();
    if (declaration.isArray && declaration.type == cim::Type::UInt8 && !value.isNull()) {
        out.append(entry.open).append(base64Of(value)).append(entry.close);
    } else if (declaration.isArray) {
        for (const cim::Value& item : value.elements())
            element(out, entry, item, Form::Instance);
    } else {
        element(out, entry, value, Form::Instance);
    }
}

InstanceWriter::Cached& InstanceWriter::cached(Form form, const cim::Instance& instance,
                                               const QStringList& columns)
{
    std::unique_ptr<Cached>& slot = m_cache[{form, instance.nameSpace(), instance.className()}];
    if (!slot)
        slot = std::make_unique<Cached>(build(form, instance, columns));
    return *slot;
}

InstanceWriter::Cached InstanceWriter::build(Form form, const cim::Instance& instance,
                                             const QStringList& columns) const
{
    const ClassDeclaration* declared =
        m_provider.classDeclaration(instance.nameSpace(), instance.className());
    const ClassDeclaration declaration = declared ? *declared : declarationFromContent(instance);
    const QByteArray className = declaration.name.toUtf8();
    const QByteArray classUriBytes = classUri(instance.nameSpace(), declaration.name).toUtf8();
    if (form == Form::Fragment) {
        return {ClassLayout(declaration, "", columns),
                "<w:XmlFragment xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
                "</w:XmlFragment>",
                {},
                {}};
    }
    if (form == Form::Embedded) {
        return {ClassLayout(declaration, "p1:"),
                " xmlns:p1=\"" + classUriBytes + "\" xsi:type=\"p1:" + className + "_Type\"",
                "",
                {},
                {}};
    }
    return {ClassLayout(declaration, "p:"),
            "<p:" + className + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:p=\"" +
                classUriBytes + "\" xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\" xsi:type=\"p:" +
                className + "_Type\">",
            "</p:" + className + ">",
            {},
            {}};
}

void InstanceWriter::properties(QByteArray& out, Cached& cache, Form form, const cim::Instance& instance)
{
    const ClassLayout& layout = cache.layout;
    std::vector<const cim::Value*> values =
        std::move(cache.values); // given back below; a nested object takes its own
    values.assign(layout.entries.size(), nullptr);
    const std::vector<cim::Property>& given = instance.properties();
    cache.guesses.resize(given.size(), -1);
    for (std::size_t i = 0; i < given.size(); ++i) {
        const int index = layout.indexOf(given[i].name, cache.guesses[i]);
        cache.guesses[i] = index;
        if (index >= 0)
            values[static_cast<std::size_t>(index)] = &given[i].value;
    }
    for (std::size_t i = 0; i < layout.entries.size(); ++i) {
        const ClassLayout::Entry& entry = layout.entries[i];
        const cim::Value* value = values[i];
        if (entry.isArray) {
            if (value != nullptr)
                for (const cim::Value& item : value->elements())
                    element(out, entry, item, form);
        } else if (value == nullptr || value->isNull()) {
            out.append(entry.nil);
        } else {
            element(out, entry, *value, form);
        }
    }
    cache.values = std::move(values);
}

void InstanceWriter::element(QByteArray& out, const ClassLayout::Entry& entry, const cim::Value& value,
                             Form form)
{
    if (value.isNull()) {
        if (!entry.isArray) // a NULL inside an array is never sent
            out.append(entry.nil);
        return;
    }
    if (value.type() == cim::Type::Reference) {
        if (const auto path = value.toReference()) {
            out.append(entry.start).append(referenceNamespaces).append('>');
            appendReference(out, *path);
        }
    } else if (const cim::Instance* object = value.toObject()) {
        Cached& cache = cached(Form::Embedded, *object, {});
        out.append(entry.start).append(cache.head).append('>');
        properties(out, cache, Form::Embedded, *object);
    } else {
        out.append(entry.open);
        content(out, value, form);
    }
    out.append(entry.close);
}

void InstanceWriter::content(QByteArray& out, const cim::Value& value, Form form)
{
    if (isUnsignedInteger(value.type())) {
        if (const auto number = value.toUInt64())
            appendNumber(out, *number);
    } else if (value.type() == cim::Type::Boolean) {
        out.append(value.toBool().value_or(false) ? "true" : "false");
    } else if (value.type() == cim::Type::DateTime) {
        if (const auto time = value.toDateTime())
            appendDateTime(out, *time, form != Form::Fragment);
    } else if (const auto text = value.toString()) {
        appendEscaped(out, *text);
    }
}

} // namespace hvgpu::simulation
