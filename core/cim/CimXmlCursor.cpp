#include "core/cim/CimXmlCursor.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cim::xml {
namespace {

constexpr qsizetype longestText = qsizetype(1024) * 1024;
constexpr int deepest = 32;

} // namespace

XmlCursor::XmlCursor(QStringView text, int depth)
    : m_depth(depth)
{
    m_xml.setNamespaceProcessing(false);
    m_xml.setEntityExpansionLimit(0);
    if (text.size() > longestText) {
        refuse(u"the text has %1 characters, more than %2"_s.arg(text.size()).arg(longestText),
               base::ErrorCode::LimitExceeded);
        return;
    }
    m_xml.addData(text.toString());
}

void XmlCursor::refuse(const QString& detail, base::ErrorCode code)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code = code;
    error.operation = u"Read CIM-XML"_s;
    error.detail = u"%1 (line %2, column %3)"_s.arg(detail).arg(m_xml.lineNumber()).arg(m_xml.columnNumber());
    refuse(std::move(error));
}

void XmlCursor::refuse(base::Error error)
{
    if (std::exchange(m_failed, true))
        return;
    m_error = std::move(error);
}

QXmlStreamReader::TokenType XmlCursor::next()
{
    if (m_failed)
        return QXmlStreamReader::Invalid;
    const QXmlStreamReader::TokenType token = m_xml.readNext();
    if (token == QXmlStreamReader::StartElement && ++m_depth > deepest)
        refuse(u"elements are nested deeper than %1"_s.arg(deepest), base::ErrorCode::LimitExceeded);
    else if (token == QXmlStreamReader::EndElement)
        --m_depth;
    else if (token == QXmlStreamReader::DTD)
        refuse(u"a DOCTYPE is not allowed"_s);
    else if (token == QXmlStreamReader::EntityReference)
        refuse(u"unknown entity '%1'"_s.arg(m_xml.name().left(40)));
    else if (token == QXmlStreamReader::Invalid)
        refuse(m_xml.errorString());
    return m_failed ? QXmlStreamReader::Invalid : token;
}

bool XmlCursor::nextChild(QString* strayText)
{
    for (;;) {
        switch (next()) {
        case QXmlStreamReader::StartElement:
            return true;
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            return false;
        case QXmlStreamReader::Characters:
            if (strayText)
                strayText->append(m_xml.text());
            else if (!m_xml.isWhitespace())
                refuse(u"text '%1' between elements"_s.arg(m_xml.text().left(40)));
            break;
        default:
            break;
        }
    }
}

void XmlCursor::skip()
{
    const int outside = m_depth - 1;
    while (!m_failed && m_depth > outside)
        next();
}

QString XmlCursor::text()
{
    QString out;
    for (;;) {
        switch (next()) {
        case QXmlStreamReader::Characters:
            out.append(m_xml.text());
            break;
        case QXmlStreamReader::StartElement:
            refuse(u"element '%1' where only text is expected"_s.arg(name().left(40)));
            return {};
        case QXmlStreamReader::EndElement:
            return out;
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::EndDocument:
            return {};
        default:
            break;
        }
    }
}

void XmlCursor::finish()
{
    while (!m_failed && !m_xml.atEnd())
        next();
}

} // namespace hvgpu::cim::xml
