#pragma once

#include "core/cim/Instance.h"
#include "core/wmi/wsman/XmlNode.h"

#include <optional>
#include <vector>

namespace hvgpu::wsman {

/// Puts one instance (or method output) together from its elements. Remembers the columns of the row before,
/// so that names, and values that do not change from row to row, are neither hashed nor allocated again.
class RowBuilder
{
public:
    void begin(QString className, QString nameSpace);
    /// The next property; false when the row has more properties than @p limit.
    [[nodiscard]] bool beginProperty(QStringView name, std::size_t limit);
    /// Its end. @p children is not empty for values that are not plain text.
    void endProperty(QStringView text, bool isNil, bool isNullArray, const std::vector<XmlNode>& children,
                     QStringView typeName);
    [[nodiscard]] cim::Instance finish();

private:
    struct Column
    {
        QString name;
        cim::Value lastValue;
        QString lastText;
    };

    std::size_t findColumn(QStringView name);
    [[nodiscard]] cim::Value textValue(QStringView text);
    void flush();
    void mergeEarlier(const QString& name);

    cim::Instance m_row;
    std::vector<Column> m_columns;
    std::size_t m_next = 0;               ///< the column expected next
    std::optional<std::size_t> m_current; ///< column of m_elements
    std::vector<cim::Value> m_elements;   ///< of the current property; more than one is an array
    std::size_t m_count = 0;
    bool m_outOfOrder = false; ///< a name of this row may have come before, not next to itself
};

} // namespace hvgpu::wsman
