#include "core/wmi/wsman/EnvelopeReader.h"

#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/NodeValue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

base::Result<void> violation(const QString& detail)
{
    return base::fail(makeError(base::Layer::Soap, base::ErrorCode::ProtocolViolation, detail));
}

base::Result<void> aboveLimit(const QString& detail)
{
    return base::fail(makeError(base::Layer::Soap, base::ErrorCode::LimitExceeded, detail));
}

bool isTrue(QByteArrayView text)
{
    return text == "true" || text == "1";
}

bool isNilAttribute(const QualifiedName& name)
{
    return name.nameSpace.space == Space::SchemaInstance && name.local == u"nil";
}

bool isBlankText(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0'; // \0: half of a UTF-16 blank
    });
}

} // namespace

EnvelopeReader::EnvelopeReader(Expectation expectation, NamePool& names, Rows rows, ReadLimits limits)
    : m_expectation(std::move(expectation))
    , m_rows(std::move(rows))
    , m_limits(limits)
    , m_xml(*this, names, limits.tagBytes)
{
    m_places.reserve(16);
}

base::Result<void> EnvelopeReader::feed(QByteArrayView bytes)
{
    if (m_failed)
        return violation(u"the answer was already refused"_s);
    m_bytes += static_cast<std::uint64_t>(bytes.size());
    base::Result<void> result;
    if (m_bytes > m_limits.answerBytes) {
        result = aboveLimit(u"the answer is larger than %1 bytes"_s.arg(m_limits.answerBytes));
    } else if (m_rootSeen && m_places.empty()) {
        result = checkTrailing(bytes);
    } else {
        result = m_xml.feed(bytes);
    }
    m_failed = !result;
    return result;
}

base::Result<void> EnvelopeReader::finish()
{
    if (m_failed)
        return violation(u"the answer was already refused"_s);
    if (base::Result<void> rest = m_xml.finish(); !rest) {
        m_failed = true;
        return rest;
    }
    if (!m_rootSeen)
        return violation(m_bytes == 0 ? u"the answer is empty"_s
                                      : u"the answer ends before the envelope begins"_s);
    if (!m_places.empty()) {
        return base::fail(makeError(
            base::Layer::Soap, base::ErrorCode::ProtocolViolation,
            u"the answer is truncated: it ends after %1 bytes inside an element"_s.arg(m_bytes), true));
    }
    if (!m_bodySeen)
        return violation(u"the envelope has no Body"_s);
    if (!m_bodyChildSeen && m_expectation.kind != AnswerKind::Release &&
        m_expectation.kind != AnswerKind::Put)
        return violation(u"the Body of the answer is empty"_s);
    return {};
}

base::Result<void> EnvelopeReader::checkTrailing(QByteArrayView bytes) const
{
    return isBlankText(bytes) ? base::Result<void>() : violation(u"there is something behind the envelope"_s);
}

base::Result<void> EnvelopeReader::startElement(const QualifiedName& name, XmlAttributes& attributes)
{
    if (m_places.size() >= static_cast<std::size_t>(m_limits.depth))
        return aboveLimit(u"elements are nested deeper than %1"_s.arg(m_limits.depth));
    if (m_places.empty()) {
        if (name.nameSpace.space != Space::Soap || name.local != u"Envelope")
            return base::fail(makeError(base::Layer::Http, base::ErrorCode::ProtocolViolation,
                                        u"the answer is not a SOAP 1.2 envelope but <%1>"_s.arg(name.local)));
        m_rootSeen = true;
        return enter(Place::Envelope);
    }
    switch (const Place parent = m_places.back(); parent) {
    case Place::Row:
        return enterProperty(name, attributes);
    case Place::Envelope:
        return enterEnvelopePart(name);
    case Place::Header:
        return enter(name.nameSpace.space == Space::Addressing && name.local == u"RelatesTo"
                         ? Place::RelatesTo
                         : Place::Skip);
    case Place::Body:
        return enterBodyChild(name, attributes);
    case Place::Response:
        return enterResponsePart(name);
    case Place::Items:
    case Place::Item:
        return enterItem(name, attributes, parent);
    case Place::Property:
    case Place::Node:
        return enterNode(name, attributes);
    case Place::Skip:
        return enter(Place::Skip);
    default:
        return unexpected(name.local);
    }
}

base::Result<void> EnvelopeReader::enter(Place place)
{
    m_places.push_back(place);
    m_text.resize(0);
    return {};
}

base::Result<void> EnvelopeReader::unexpected(QStringView name) const
{
    return violation(u"unexpected element <%1> in the answer"_s.arg(name));
}

base::Result<void> EnvelopeReader::enterEnvelopePart(const QualifiedName& name)
{
    if (name.nameSpace.space != Space::Soap)
        return unexpected(name.local);
    if (name.local == u"Header" && !m_headerSeen && !m_bodySeen) {
        m_headerSeen = true;
        return enter(Place::Header);
    }
    if (name.local != u"Body" || m_bodySeen)
        return unexpected(name.local);
    m_bodySeen = true;
    if (!m_answer.relatesTo.isEmpty() && !m_expectation.messageId.isEmpty() &&
        m_answer.relatesTo.compare(m_expectation.messageId, Qt::CaseInsensitive) != 0)
        return violation(u"the answer relates to message %1, not to ours"_s.arg(m_answer.relatesTo));
    return enter(Place::Body);
}

base::Result<void> EnvelopeReader::enterBodyChild(const QualifiedName& name, XmlAttributes& attributes)
{
    const Space space = name.nameSpace.space;
    if (m_bodyChildSeen)
        return unexpected(name.local);
    m_bodyChildSeen = true;
    m_nodeCount = 0;
    if (space == Space::Soap && name.local == u"Fault")
        return enterNode(name, attributes);
    switch (m_expectation.kind) {
    case AnswerKind::Enumerate:
    case AnswerKind::Pull:
        if (space != Space::Enumeration ||
            name.local != (m_expectation.kind == AnswerKind::Pull ? u"PullResponse" : u"EnumerateResponse"))
            return unexpected(name.local);
        return enter(Place::Response);
    case AnswerKind::Release:
        return enter(Place::Skip);
    case AnswerKind::Identify:
        if (space != Space::Identity || name.local != u"IdentifyResponse")
            return unexpected(name.local);
        return enterNode(name, attributes);
    case AnswerKind::Invoke:
        if (!name.local.endsWith("_OUTPUT"_L1) ||
            QStringView(name.local).chopped(7).compare(m_expectation.method, Qt::CaseInsensitive) != 0)
            return unexpected(name.local);
        break;
    case AnswerKind::Get:
    case AnswerKind::Put:
        if (space != Space::Other)
            return unexpected(name.local);
        break;
    }
    return enterItem(name, attributes, Place::Body);
}

base::Result<void> EnvelopeReader::enterResponsePart(const QualifiedName& name)
{
    const Space space = name.nameSpace.space;
    if (space == Space::Enumeration && name.local == u"EnumerationContext")
        return enter(Place::Context);
    if (space == Space::Enumeration || space == Space::Wsman) {
        if (name.local == u"Items")
            return enter(Place::Items);
        if (name.local == u"EndOfSequence")
            m_answer.endOfSequence = true;
    }
    return enter(Place::Skip);
}

base::Result<void> EnvelopeReader::enterItem(const QualifiedName& name, XmlAttributes& attributes,
                                             Place parent)
{
    const NamespaceInfo& info = name.nameSpace;
    m_nodeCount = 0;
    if (parent != Place::Body && info.space == Space::Addressing && name.local == u"EndpointReference")
        return enterNode(name, attributes);
    if (info.space == Space::Wsman && name.local == u"Item" && parent == Place::Items) {
        m_item.reset();
        m_itemPath.reset();
        return enter(Place::Item);
    }
    if (parent == Place::Item && m_item)
        return unexpected(name.local);
    if (info.space == Space::Wsman && name.local == u"XmlFragment")
        m_row.begin(m_expectation.className, m_expectation.nameSpace);
    else if (info.space == Space::Other || info.space == Space::None)
        m_row.begin(name.local, info.cimNamespace.isEmpty() ? m_expectation.nameSpace : info.cimNamespace);
    else
        return unexpected(name.local);
    return enter(Place::Row);
}

base::Result<void> EnvelopeReader::enterProperty(const QualifiedName& name, XmlAttributes& attributes)
{
    if (!m_row.beginProperty(name.local, m_limits.elementsPerRow))
        return aboveLimit(u"a row has more than %1 elements"_s.arg(m_limits.elementsPerRow));
    m_isNil = false;
    m_isNullArray = false;
    m_typeName.resize(0);
    while (attributes.next()) {
        const QString& attribute = attributes.name().local;
        if (attribute == u"IsNullArray") {
            m_isNullArray = isTrue(attributes.raw());
        } else if (isNilAttribute(attributes.name())) {
            m_isNil = isTrue(attributes.raw());
        } else if (attributes.name().nameSpace.space == Space::SchemaInstance && attribute == u"type") {
            m_typeName = attributes.value();
        }
    }
    return enter(Place::Property);
}

base::Result<void> EnvelopeReader::enterNode(const QualifiedName& name, XmlAttributes& attributes)
{
    if (++m_nodeCount > m_limits.elementsPerRow)
        return aboveLimit(u"a part of the answer has more than %1 elements"_s.arg(m_limits.elementsPerRow));
    XmlNode& node = m_nodes.emplace_back();
    node.space = name.nameSpace.space;
    node.cimNamespace = name.nameSpace.cimNamespace;
    node.className = name.nameSpace.className;
    node.name = name.local;
    while (attributes.next()) {
        const QualifiedName& attribute = attributes.name();
        if (isNilAttribute(attribute))
            node.isNil = isTrue(attributes.raw());
        else
            node.attributes.push_back({attribute.nameSpace.space, attribute.local, attributes.value()});
    }
    m_places.push_back(Place::Node);
    return {};
}

base::Result<void> EnvelopeReader::characters(QByteArrayView text)
{
    switch (m_places.back()) {
    case Place::RelatesTo:
    case Place::Context:
    case Place::Property:
        return append(m_text, text);
    case Place::Node:
        return append(m_nodes.back().text, text);
    case Place::Skip:
    case Place::Header:
        return {};
    default:
        return isBlankText(text) ? base::Result<void>() : violation(u"there is text between elements"_s);
    }
}

base::Result<void> EnvelopeReader::append(QString& text, QByteArrayView piece) const
{
    if (static_cast<std::uint64_t>(text.size() + piece.size()) > m_limits.textBytes)
        return aboveLimit(u"a text is larger than %1 bytes"_s.arg(m_limits.textBytes));
    if (std::ranges::all_of(piece, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        text += QLatin1StringView(piece); // no detour through a temporary: nearly all text is ASCII
    else
        text += QString::fromUtf8(piece);
    return {};
}

base::Result<void> EnvelopeReader::endElement()
{
    const Place place = m_places.back();
    m_places.pop_back();
    switch (place) {
    case Place::RelatesTo:
        m_answer.relatesTo = m_text.trimmed();
        break;
    case Place::Context:
        m_answer.enumerationContext = m_text.trimmed();
        break;
    case Place::Property:
        if (!m_children.empty() && !isBlank(m_text))
            return violation(u"a property has both text and elements"_s);
        m_row.endProperty(m_text, m_isNil, m_isNullArray, m_children, m_typeName);
        m_children.clear();
        m_nodeCount = 0;
        break;
    case Place::Node:
        leaveNode();
        break;
    case Place::Row:
        leaveRow();
        break;
    case Place::Item:
        leaveItem();
        break;
    default:
        break;
    }
    return {};
}

} // namespace hvgpu::wsman
