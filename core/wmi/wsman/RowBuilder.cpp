#include "core/wmi/wsman/RowBuilder.h"

#include "core/wmi/wsman/NodeValue.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

constexpr std::size_t MaxColumns = 4'096;
constexpr qsizetype MaxSharedText = 256;

} // namespace

void RowBuilder::begin(QString className, QString nameSpace)
{
    if (className != m_row.className() || m_columns.size() > MaxColumns)
        m_columns.clear();
    m_row = cim::Instance(std::move(className), std::move(nameSpace));
    m_next = 0;
    m_current.reset();
    m_elements.clear();
    m_count = 0;
    m_outOfOrder = false;
}

std::size_t RowBuilder::findColumn(QStringView name)
{
    const std::size_t size = m_columns.size();
    for (std::size_t i = 0; i < size; ++i) { // forward from the expected one, then from the start
        const std::size_t index = m_next + i < size ? m_next + i : m_next + i - size;
        if (m_columns[index].name == name)
            return index;
    }
    m_columns.insert(m_columns.begin() + static_cast<std::ptrdiff_t>(m_next),
                     Column{name.toString(), {}, {}});
    return m_next;
}

bool RowBuilder::beginProperty(QStringView name, std::size_t limit)
{
    if (++m_count > limit || m_columns.size() > MaxColumns)
        return false;
    if (m_current && m_columns[*m_current].name == name)
        return true;
    flush();
    const std::size_t before = m_next;
    const std::size_t column =
        m_next < m_columns.size() && m_columns[m_next].name == name ? m_next : findColumn(name);
    m_outOfOrder = m_outOfOrder || column < before;
    m_current = column;
    m_next = column + 1;
    return true;
}

cim::Value RowBuilder::textValue(QStringView text)
{
    if (isBlank(text))
        text = {};
    Column& column = m_columns[*m_current];
    if (!column.lastValue.isNull() && column.lastText == text)
        return column.lastValue;
    QString copy = text.isEmpty() ? QString(u""_s) : text.toString();
    if (copy.size() > MaxSharedText)
        return cim::Value::string(std::move(copy));
    column.lastText = copy;
    column.lastValue = cim::Value::string(std::move(copy));
    return column.lastValue;
}

void RowBuilder::endProperty(QStringView text, bool isNil, bool isNullArray,
                             const std::vector<XmlNode>& children, QStringView typeName)
{
    if (isNil)
        m_elements.push_back(cim::Value::null(cim::Type::String, isNullArray));
    else if (!children.empty())
        m_elements.push_back(valueFromChildren(children, typeName));
    else
        m_elements.push_back(textValue(text));
}

void RowBuilder::flush()
{
    if (!m_current)
        return;
    const QString& name = m_columns[*m_current].name;
    if (m_outOfOrder && m_row.contains(name))
        mergeEarlier(name);
    else
        m_row.append(name, valueFromElements(std::move(m_elements)));
    m_elements.clear();
    m_current.reset();
}

// Elements of one array need not be neighbours in XML.
void RowBuilder::mergeEarlier(const QString& name)
{
    std::vector<cim::Value> all = m_row.value(name).elements();
    if (all.empty())
        all.push_back(m_row.value(name));
    for (cim::Value& element : m_elements)
        all.push_back(std::move(element));
    m_row.set(name, valueFromElements(std::move(all)));
}

cim::Instance RowBuilder::finish()
{
    flush();
    return std::exchange(m_row, cim::Instance(m_row.className(), m_row.nameSpace()));
}

} // namespace hvgpu::wsman
