#pragma once

#include "core/base/Result.h"
#include "core/wmi/wsman/Answer.h"
#include "core/wmi/wsman/NamePool.h"
#include "core/wmi/wsman/RowBuilder.h"
#include "core/wmi/wsman/XmlStream.h"

#include <QByteArrayView>

#include <cstdint>
#include <functional>
#include <vector>

namespace hvgpu::wsman {

/// What an answer may cost us.
struct ReadLimits
{
    int depth = 64;
    std::uint64_t answerBytes = 256ULL * 1024 * 1024;
    std::uint64_t textBytes = 16ULL * 1024 * 1024; ///< one text
    std::uint64_t tagBytes = 1024 * 1024;          ///< one tag or comment
    std::size_t elementsPerRow = 100'000;          ///< also of a fault or reference
};

/// Reads one SOAP answer as its bytes arrive; every row is handed on when its end tag is in. UTF-8 and
/// UTF-16. A DOCTYPE, undeclared entities, unexpected elements and whatever is above the limits are errors.
/// Elements go by namespace URI, never by prefix.
class EnvelopeReader final : private XmlEvents
{
public:
    using Rows = std::function<void(cim::Instance&&)>;

    /// @p names must outlive the reader and be used by one thread at a time.
    EnvelopeReader(Expectation expectation, NamePool& names, Rows rows = {}, ReadLimits limits = {});

    /// Takes the next bytes. After an error the reader takes no more.
    [[nodiscard]] base::Result<void> feed(QByteArrayView bytes);
    /// To be called after the last byte: an answer that is not complete is an error.
    [[nodiscard]] base::Result<void> finish();
    /// Whether it is SOAP, as far as it came.
    [[nodiscard]] bool hasBegun() const noexcept { return m_rootSeen; }
    /// What was read so far, also after an error.
    [[nodiscard]] const Answer& answer() const noexcept { return m_answer; }
    [[nodiscard]] Answer& answer() noexcept { return m_answer; }

private:
    enum class Place : std::uint8_t {
        Envelope,
        Header,
        RelatesTo,
        Body,
        Response,
        Context,
        Items,
        Item,
        Row,
        Property,
        Node,
        Skip
    };

    base::Result<void> startElement(const QualifiedName& name, XmlAttributes& attributes) override;
    base::Result<void> endElement() override;
    base::Result<void> characters(QByteArrayView text) override;
    base::Result<void> checkTrailing(QByteArrayView bytes) const;

    base::Result<void> enter(Place place);
    base::Result<void> enterEnvelopePart(const QualifiedName& name);
    base::Result<void> enterBodyChild(const QualifiedName& name, XmlAttributes& attributes);
    base::Result<void> enterResponsePart(const QualifiedName& name);
    base::Result<void> enterItem(const QualifiedName& name, XmlAttributes& attributes, Place parent);
    base::Result<void> enterProperty(const QualifiedName& name, XmlAttributes& attributes);
    base::Result<void> enterNode(const QualifiedName& name, XmlAttributes& attributes);
    base::Result<void> append(QString& text, QByteArrayView piece) const;
    void leaveNode();
    void leaveRow();
    void leaveItem();
    void deliver(cim::Instance&& row);
    base::Result<void> unexpected(QStringView name) const;

    Expectation m_expectation;
    Rows m_rows;
    ReadLimits m_limits;
    Answer m_answer;

    XmlStream m_xml;
    std::vector<Place> m_places;
    std::uint64_t m_bytes = 0;
    bool m_failed = false;
    bool m_rootSeen = false;
    bool m_headerSeen = false;
    bool m_bodySeen = false;
    bool m_bodyChildSeen = false;

    RowBuilder m_row;
    QString m_text;
    bool m_isNil = false;
    bool m_isNullArray = false;
    QString m_typeName;
    std::vector<XmlNode> m_children; ///< of the property being read
    std::vector<XmlNode> m_nodes;    ///< open elements of the tree being read
    std::size_t m_nodeCount = 0;
    std::optional<cim::Instance> m_item;
    std::optional<cim::ObjectPath> m_itemPath;
};

} // namespace hvgpu::wsman
