#include "core/wmi/wsman/XmlStream.h"

#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <cstring>

#include <expat.h>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

// Incomplete markup is scanned again with every piece; larger pieces keep that from being felt.
constexpr qsizetype PieceBytes = 1024 * 1024;

base::Result<void> violation(const QString& detail)
{
    return base::fail(makeError(base::Layer::Soap, base::ErrorCode::ProtocolViolation, detail));
}

} // namespace

bool XmlAttributes::next()
{
    if (*m_next == nullptr)
        return false;
    m_name = &m_names.qualified(*m_next++);
    m_value = *m_next++;
    return true;
}

QString XmlAttributes::value() const
{
    return QString::fromUtf8(m_value);
}

struct XmlStream::Callbacks
{
    static XmlStream& of(void* data) { return *static_cast<XmlStream*>(data); }

    static void XMLCALL start(void* data, const XML_Char* name, const XML_Char** attributes)
    {
        XmlStream& self = of(data);
        if (self.m_result) {
            XmlAttributes list(attributes, self.m_names);
            self.stop(self.m_events.startElement(self.m_names.qualified(name), list));
        }
    }

    static void XMLCALL end(void* data, const XML_Char* /*name*/)
    {
        XmlStream& self = of(data);
        if (self.m_result)
            self.stop(self.m_events.endElement());
    }

    static void XMLCALL text(void* data, const XML_Char* characters, int length)
    {
        XmlStream& self = of(data);
        if (self.m_result)
            self.stop(self.m_events.characters(QByteArrayView(characters, length)));
    }

    static void XMLCALL doctype(void* data, const XML_Char* /*name*/, const XML_Char* /*system*/,
                                const XML_Char* /*public*/, int /*hasSubset*/)
    {
        of(data).stop(violation(u"the answer has a DOCTYPE"_s));
    }

    static void XMLCALL other(void* data, const XML_Char* /*text*/) { of(data).m_pending = 0; }
    static void XMLCALL instruction(void* data, const XML_Char* /*target*/, const XML_Char* /*text*/)
    {
        of(data).m_pending = 0;
    }
};

void XmlStream::Free::operator()(XML_ParserStruct* parser) const
{
    XML_ParserFree(parser);
}

XmlStream::XmlStream(XmlEvents& events, NamePool& names, std::uint64_t tagBytes)
    : m_events(events)
    , m_names(names)
    , m_tagBytes(tagBytes)
    , m_parser(XML_ParserCreateNS(nullptr, NamePool::Separator))
{
    if (!m_parser)
        return; // out of memory; feed() says so
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), &Callbacks::start, &Callbacks::end);
    XML_SetCharacterDataHandler(m_parser.get(), &Callbacks::text);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), &Callbacks::doctype);
    XML_SetCommentHandler(m_parser.get(), &Callbacks::other);
    XML_SetProcessingInstructionHandler(m_parser.get(), &Callbacks::instruction);
}

XmlStream::~XmlStream() = default;

/// Also the place where an event counts as progress.
void XmlStream::stop(base::Result<void>&& result)
{
    m_pending = 0;
    if (result)
        return;
    m_result = std::move(result);
    XML_StopParser(m_parser.get(), XML_FALSE);
}

base::Result<void> XmlStream::feed(QByteArrayView bytes)
{
    if (!m_parser)
        return base::fail(makeError(base::Layer::Local, base::ErrorCode::Internal, u"out of memory"_s));
    for (qsizetype at = 0; at < bytes.size(); at += PieceBytes) {
        base::Result<void> result = parse(bytes.sliced(at, std::min(PieceBytes, bytes.size() - at)), false);
        if (!result)
            return result;
    }
    return {};
}

base::Result<void> XmlStream::finish()
{
    if (!m_parser)
        return {};
    base::Result<void> result = parse({}, true);
    const XML_Error code = XML_GetErrorCode(m_parser.get());
    const bool endsTooEarly = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
                              code == XML_ERROR_PARTIAL_CHAR || code == XML_ERROR_UNCLOSED_CDATA_SECTION;
    return m_result && endsTooEarly ? base::Result<void>() : result;
}

base::Result<void> XmlStream::parse(QByteArrayView bytes, bool isLast)
{
    m_pending += static_cast<std::uint64_t>(bytes.size());
    const XML_Status status = XML_Parse(m_parser.get(), bytes.data(), static_cast<int>(bytes.size()),
                                        isLast ? XML_TRUE : XML_FALSE);
    if (!m_result)
        return m_result;
    if (status == XML_STATUS_ERROR)
        return malformed();
    if (m_pending > m_tagBytes) {
        return base::fail(makeError(base::Layer::Soap, base::ErrorCode::LimitExceeded,
                                    u"a tag is larger than %1 bytes"_s.arg(m_tagBytes)));
    }
    return {};
}

base::Result<void> XmlStream::malformed() const
{
    switch (const XML_Error code = XML_GetErrorCode(m_parser.get())) {
    case XML_ERROR_UNDEFINED_ENTITY:
        return violation(u"the answer uses an undeclared entity"_s);
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return violation(u"there is something behind the envelope"_s);
    default:
        return violation(
            u"malformed XML near line %1, column %2: %3"_s.arg(XML_GetCurrentLineNumber(m_parser.get()))
                .arg(XML_GetCurrentColumnNumber(m_parser.get()))
                .arg(QLatin1StringView(XML_ErrorString(code))));
    }
}

} // namespace hvgpu::wsman
