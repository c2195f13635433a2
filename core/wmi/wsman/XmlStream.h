#pragma once

#include "core/base/Result.h"
#include "core/wmi/wsman/NamePool.h"

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <memory>

struct XML_ParserStruct;

namespace hvgpu::wsman {

/// The attributes of a start tag, in their order. Valid while it is being handled.
class XmlAttributes
{
public:
    XmlAttributes(const char** atts, NamePool& names)
        : m_next(atts)
        , m_names(names)
    {}

    /// Goes to the next one; false when there is none.
    [[nodiscard]] bool next();
    [[nodiscard]] const QualifiedName& name() const { return *m_name; }
    [[nodiscard]] QString value() const;
    [[nodiscard]] QByteArrayView raw() const { return {m_value}; } ///< UTF-8

private:
    const char** m_next;
    NamePool& m_names;
    const QualifiedName* m_name = nullptr;
    const char* m_value = nullptr;
};

/// Receives what an XmlStream finds. An error ends the stream.
class XmlEvents
{
public:
    virtual base::Result<void> startElement(const QualifiedName& name, XmlAttributes& attributes) = 0;
    virtual base::Result<void> endElement() = 0;
    /// A piece of text in UTF-8, whole characters.
    virtual base::Result<void> characters(QByteArrayView text) = 0;

protected:
    ~XmlEvents() = default;
};

/// Namespace-aware XML as its bytes arrive (expat; UTF-8 and UTF-16). A DOCTYPE, and so any entity of its
/// own, is refused. One thread.
class XmlStream
{
public:
    /// @p tagBytes is the most one tag, comment or other piece of markup may have. @p events and @p names
    /// must outlive the stream.
    XmlStream(XmlEvents& events, NamePool& names, std::uint64_t tagBytes);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// Takes the next bytes; not to be called again after an error.
    [[nodiscard]] base::Result<void> feed(QByteArrayView bytes);
    /// To be called after the last byte: newer versions of expat hold back the end of what came in small
    /// pieces. Says nothing of a document that is not complete; its receiver knows by the elements that are
    /// open.
    [[nodiscard]] base::Result<void> finish();

private:
    struct Callbacks;
    struct Free
    {
        void operator()(XML_ParserStruct* parser) const;
    };

    void stop(base::Result<void>&& result);
    [[nodiscard]] base::Result<void> parse(QByteArrayView bytes, bool isLast);
    [[nodiscard]] base::Result<void> malformed() const;

    XmlEvents& m_events;
    NamePool& m_names;
    const std::uint64_t m_tagBytes;
    std::uint64_t m_pending = 0; ///< bytes since the last event
    base::Result<void> m_result;
    std::unique_ptr<XML_ParserStruct, Free> m_parser;
};

} // namespace hvgpu::wsman
