#pragma once

#include "core/base/Result.h"

#include <QXmlStreamReader>

namespace hvgpu::cim::xml {

/// QXmlStreamReader with the limits of CimXml.h: depth, no DOCTYPE, no entities but XML's own. The first
/// problem stays; afterwards every call says "nothing more".
class XmlCursor
{
public:
    /// @p depth is how deep @p text itself is embedded in other texts.
    XmlCursor(QStringView text, int depth);

    /// Moves to the next child element of the one that is open; false at its end and after a problem. Text
    /// on the way goes to @p strayText; without one only white space is allowed.
    bool nextChild(QString* strayText = nullptr);
    /// Ignores the rest of the open element.
    void skip();
    /// Text of the open element, which may not have children; moves past its end.
    QString text();
    /// Reads to the end of the document.
    void finish();

    [[nodiscard]] QStringView name() const { return m_xml.qualifiedName(); }
    [[nodiscard]] bool is(QLatin1String element) const { return name() == element; }
    [[nodiscard]] QString attribute(QLatin1String name) const
    {
        return m_xml.attributes().value(name).toString();
    }
    [[nodiscard]] int depth() const { return m_depth; }

    void refuse(const QString& detail, base::ErrorCode code = base::ErrorCode::ProtocolViolation);
    void refuse(base::Error error);
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] const base::Error& error() const { return m_error; }

private:
    QXmlStreamReader::TokenType next();

    QXmlStreamReader m_xml;
    int m_depth;
    bool m_failed = false;
    base::Error m_error;
};

} // namespace hvgpu::cim::xml
