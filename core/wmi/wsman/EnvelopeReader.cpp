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

bool isTrue(QStringView text)
{
    return text == u"true" || text == u"1";
}

} // namespace

EnvelopeReader::EnvelopeReader(Expectation expectation, NamePool& names, Rows rows, ReadLimits limits)
    : m_expectation(std::move(expectation))
    , m_names(names)
    , m_rows(std::move(rows))
    , m_limits(limits)
{
    m_places.reserve(16);
}

base::Result<void> EnvelopeReader::feed(QByteArrayView bytes)
{
    if (m_failed)
        return violation(u"the answer was already refused"_s);
    m_bytes += static_cast<std::uint64_t>(bytes.size());
    m_bytesSinceToken += static_cast<std::uint64_t>(bytes.size());
    base::Result<void> result;
    if (m_bytes > m_limits.answerBytes) {
        result = aboveLimit(u"the answer is larger than %1 bytes"_s.arg(m_limits.answerBytes));
    } else if (m_rootSeen && m_places.empty()) {
        result = checkTrailing(bytes);
    } else {
        m_xml.addData(bytes.toByteArray());
        result = readTokens();
    }
    m_failed = !result;
    return result;
}

base::Result<void> EnvelopeReader::finish()
{
    if (m_failed)
        return violation(u"the answer was already refused"_s);
    if (!m_rootSeen)
        return violation(m_bytes == 0 ? u"the answer is empty"_s
                                      : u"the answer ends before the envelope begins"_s);
    if (!m_places.empty())
        return violation(u"the answer is truncated: it ends after %1 bytes inside an element"_s.arg(m_bytes));
    if (!m_bodySeen)
        return violation(u"the envelope has no Body"_s);
    if (!m_bodyChildSeen && m_expectation.kind != AnswerKind::Release &&
        m_expectation.kind != AnswerKind::Put)
        return violation(u"the Body of the answer is empty"_s);
    return {};
}

base::Result<void> EnvelopeReader::readTokens()
{
    for (;;) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        base::Result<void> result;
        switch (token) {
        case QXmlStreamReader::StartElement:
            result = startElement();
            break;
        case QXmlStreamReader::EndElement:
            result = endElement();
            break;
        case QXmlStreamReader::Characters:
            result = characters();
            break;
        case QXmlStreamReader::DTD:
            return violation(u"the answer has a DOCTYPE"_s);
        case QXmlStreamReader::EntityReference:
            return violation(u"the answer uses an undeclared entity"_s);
        case QXmlStreamReader::Invalid:
            return streamError();
        case QXmlStreamReader::EndDocument:
            return {};
        default:
            break;
        }
        if (!result)
            return result;
        m_bytesSinceToken = 0;
    }
}

base::Result<void> EnvelopeReader::streamError() const
{
    if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError) {
        return violation(u"malformed XML near line %1, column %2: %3"_s.arg(m_xml.lineNumber())
                             .arg(m_xml.columnNumber())
                             .arg(m_xml.errorString()));
    }
    if (m_bytesSinceToken > m_limits.textBytes)
        return aboveLimit(u"a text or tag is larger than %1 bytes"_s.arg(m_limits.textBytes));
    return {};
}

base::Result<void> EnvelopeReader::checkTrailing(QByteArrayView bytes) const
{
    const bool blank = std::ranges::all_of(bytes, [](char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0'; // \0: half of a UTF-16 blank
    });
    return blank ? base::Result<void>() : violation(u"there is something behind the envelope"_s);
}

base::Result<void> EnvelopeReader::startElement()
{
    if (m_places.size() >= static_cast<std::size_t>(m_limits.depth))
        return aboveLimit(u"elements are nested deeper than %1"_s.arg(m_limits.depth));
    const QStringView name = m_xml.name();
    if (!m_places.empty() && m_places.back() == Place::Row)
        return enterProperty(name);
    const NamespaceInfo& info = m_names.nameSpace(m_xml.namespaceUri());
    if (m_places.empty()) {
        if (info.space != Space::Soap || name != u"Envelope")
            return violation(u"the answer is not a SOAP 1.2 envelope but <%1>"_s.arg(name));
        m_rootSeen = true;
        return enter(Place::Envelope);
    }
    switch (const Place parent = m_places.back(); parent) {
    case Place::Envelope:
        return enterEnvelopePart(info.space, name);
    case Place::Header:
        return enter(info.space == Space::Addressing && name == u"RelatesTo" ? Place::RelatesTo
                                                                             : Place::Skip);
    case Place::Body:
        return enterBodyChild(info, name);
    case Place::Response:
        return enterResponsePart(info.space, name);
    case Place::Items:
    case Place::Item:
        return enterItem(info, name, parent);
    case Place::Property:
    case Place::Node:
        return enterNode(info, name);
    case Place::Skip:
        return enter(Place::Skip);
    default:
        return unexpected(name);
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

base::Result<void> EnvelopeReader::enterEnvelopePart(Space space, QStringView name)
{
    if (space != Space::Soap)
        return unexpected(name);
    if (name == u"Header" && !m_headerSeen && !m_bodySeen) {
        m_headerSeen = true;
        return enter(Place::Header);
    }
    if (name != u"Body" || m_bodySeen)
        return unexpected(name);
    m_bodySeen = true;
    if (!m_answer.relatesTo.isEmpty() && !m_expectation.messageId.isEmpty() &&
        m_answer.relatesTo.compare(m_expectation.messageId, Qt::CaseInsensitive) != 0)
        return violation(u"the answer relates to message %1, not to ours"_s.arg(m_answer.relatesTo));
    return enter(Place::Body);
}

base::Result<void> EnvelopeReader::enterBodyChild(const NamespaceInfo& info, QStringView name)
{
    if (m_bodyChildSeen)
        return unexpected(name);
    m_bodyChildSeen = true;
    m_nodeCount = 0;
    if (info.space == Space::Soap && name == u"Fault")
        return enterNode(info, name);
    switch (m_expectation.kind) {
    case AnswerKind::Enumerate:
    case AnswerKind::Pull:
        if (info.space != Space::Enumeration ||
            name != (m_expectation.kind == AnswerKind::Pull ? u"PullResponse" : u"EnumerateResponse"))
            return unexpected(name);
        return enter(Place::Response);
    case AnswerKind::Release:
        return enter(Place::Skip);
    case AnswerKind::Identify:
        if (info.space != Space::Identity || name != u"IdentifyResponse")
            return unexpected(name);
        return enterNode(info, name);
    case AnswerKind::Invoke:
        if (!name.endsWith("_OUTPUT"_L1) ||
            name.chopped(7).compare(m_expectation.method, Qt::CaseInsensitive) != 0)
            return unexpected(name);
        break;
    case AnswerKind::Get:
    case AnswerKind::Put:
        if (info.space != Space::Other)
            return unexpected(name);
        break;
    }
    return enterItem(info, name, Place::Body);
}

base::Result<void> EnvelopeReader::enterResponsePart(Space space, QStringView name)
{
    if (space == Space::Enumeration && name == u"EnumerationContext")
        return enter(Place::Context);
    if (space == Space::Enumeration || space == Space::Wsman) {
        if (name == u"Items")
            return enter(Place::Items);
        if (name == u"EndOfSequence")
            m_answer.endOfSequence = true;
    }
    return enter(Place::Skip);
}

base::Result<void> EnvelopeReader::enterItem(const NamespaceInfo& info, QStringView name, Place parent)
{
    m_nodeCount = 0;
    if (parent != Place::Body && info.space == Space::Addressing && name == u"EndpointReference")
        return enterNode(info, name);
    if (info.space == Space::Wsman && name == u"Item" && parent == Place::Items) {
        m_item.reset();
        m_itemPath.reset();
        return enter(Place::Item);
    }
    if (parent == Place::Item && m_item)
        return unexpected(name);
    if (info.space == Space::Wsman && name == u"XmlFragment")
        m_row.begin(m_expectation.className, m_expectation.nameSpace);
    else if (info.space == Space::Other || info.space == Space::None)
        m_row.begin(m_names.intern(name),
                    info.cimNamespace.isEmpty() ? m_expectation.nameSpace : info.cimNamespace);
    else
        return unexpected(name);
    return enter(Place::Row);
}

base::Result<void> EnvelopeReader::enterProperty(QStringView name)
{
    if (!m_row.beginProperty(name, m_limits.elementsPerRow))
        return aboveLimit(u"a row has more than %1 elements"_s.arg(m_limits.elementsPerRow));
    m_isNil = false;
    m_isNullArray = false;
    m_typeName.resize(0);
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute& attribute : attributes) {
        const QStringView attributeName = attribute.name();
        if (attributeName == u"IsNullArray") {
            m_isNullArray = isTrue(attribute.value());
        } else if (m_names.nameSpace(attribute.namespaceUri()).space == Space::SchemaInstance) {
            if (attributeName == u"nil")
                m_isNil = isTrue(attribute.value());
            else if (attributeName == u"type")
                m_typeName = attribute.value().toString();
        }
    }
    return enter(Place::Property);
}

base::Result<void> EnvelopeReader::enterNode(const NamespaceInfo& info, QStringView name)
{
    if (++m_nodeCount > m_limits.elementsPerRow)
        return aboveLimit(u"a part of the answer has more than %1 elements"_s.arg(m_limits.elementsPerRow));
    XmlNode& node = m_nodes.emplace_back();
    node.space = info.space;
    node.cimNamespace = info.cimNamespace;
    node.className = info.className;
    node.name = m_names.intern(name);
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute& attribute : attributes)
        node.attributes.push_back({m_names.nameSpace(attribute.namespaceUri()).space,
                                   m_names.intern(attribute.name()), attribute.value().toString()});
    m_places.push_back(Place::Node);
    return {};
}

base::Result<void> EnvelopeReader::characters()
{
    const QStringView text = m_xml.text();
    if (m_places.empty())
        return {};
    switch (m_places.back()) {
    case Place::RelatesTo:
    case Place::Context:
    case Place::Property:
        m_text += text;
        break;
    case Place::Node:
        m_nodes.back().text += text;
        break;
    case Place::Skip:
    case Place::Header:
        return {};
    default:
        return isBlank(text) ? base::Result<void>() : violation(u"there is text between elements"_s);
    }
    if (static_cast<std::uint64_t>(m_text.size()) > m_limits.textBytes)
        return aboveLimit(u"a text is larger than %1 bytes"_s.arg(m_limits.textBytes));
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
