#include "core/simulation/endpoint/XmlElement.h"

#include "core/simulation/endpoint/Namespaces.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace hvgpu::simulation {

namespace {

constexpr std::size_t maxDepth = 64;
constexpr std::size_t maxElements = 100'000;

XmlElement startedElement(const QXmlStreamReader& reader)
{
    XmlElement element{reader.namespaceUri().toString(), reader.name().toString(), {}, {}, {}, {}};
    for (const QXmlStreamAttribute& attribute : reader.attributes())
        element.attributes.push_back(
            {attribute.namespaceUri().toString(), attribute.name().toString(), attribute.value().toString()});
    for (const QXmlStreamNamespaceDeclaration& declaration : reader.namespaceDeclarations())
        element.prefixes.emplace_back(declaration.prefix().toString(), declaration.namespaceUri().toString());
    return element;
}

/// Elements still open, outermost first; the document node is at the bottom.
using OpenElements = std::vector<XmlElement>;

void close(OpenElements& open)
{
    XmlElement done = std::move(open.back());
    open.pop_back();
    open.back().children.push_back(std::move(done));
}

} // namespace

bool XmlElement::is(QLatin1String uri, QLatin1String localName) const
{
    return name == localName && nameSpace == uri;
}

const XmlElement* XmlElement::child(QLatin1String uri, QLatin1String localName) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const XmlElement& c) { return c.is(uri, localName); });
    return found == children.end() ? nullptr : &*found;
}

QString XmlElement::attribute(QLatin1String uri, QLatin1String localName) const
{
    for (const Attribute& candidate : attributes)
        if (candidate.name == localName && candidate.nameSpace == uri)
            return candidate.value;
    return {};
}

bool XmlElement::isNil() const
{
    const QString nil = attribute(uri::xsi, QLatin1String("nil"));
    return nil == QLatin1String("true") || nil == QLatin1String("1");
}

std::optional<XmlElement> readXml(const QByteArray& bytes)
{
    QXmlStreamReader reader(bytes);
    OpenElements open(1);
    std::size_t count = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::Invalid:
            return std::nullopt;
        case QXmlStreamReader::StartElement:
            if (open.size() > maxDepth || ++count > maxElements)
                return std::nullopt;
            open.push_back(startedElement(reader));
            break;
        case QXmlStreamReader::EndElement:
            close(open);
            break;
        case QXmlStreamReader::Characters:
            open.back().text += reader.text();
            break;
        default:
            break;
        }
    }
    if (reader.hasError() || open.size() != 1 || open.front().children.size() != 1)
        return std::nullopt;
    return std::move(open.front().children.front());
}

} // namespace hvgpu::simulation
