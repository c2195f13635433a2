#include "core/simulation/endpoint/ClassLayout.h"

#include "core/simulation/endpoint/XmlBytes.h"

#include <algorithm>

namespace hvgpu::simulation {

namespace {

ClassLayout::Entry makeEntry(const PropertyDeclaration& property, const QByteArray& prefix)
{
    QByteArray qualified = prefix;
    appendEscaped(qualified, property.name);
    return {property.name,
            property.type,
            property.isArray,
            "<" + qualified + ">",
            "<" + qualified,
            "</" + qualified + ">",
            "<" + qualified + " xsi:nil=\"true\"/>"};
}

} // namespace

ClassLayout::ClassLayout(const ClassDeclaration& declaration, const QByteArray& prefix,
                         const QStringList& columns)
{
    for (const PropertyDeclaration& property : declaration.properties)
        if (columns.isEmpty() || columns.contains(property.name, Qt::CaseInsensitive))
            entries.push_back(makeEntry(property, prefix));
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    for (std::size_t i = 0; i < entries.size(); ++i)
        m_byLowerName.insert(entries[i].name.toLower(), static_cast<int>(i));
}

int ClassLayout::indexOf(const QString& name, int guess) const
{
    if (guess >= 0 && static_cast<std::size_t>(guess) < entries.size() &&
        entries[static_cast<std::size_t>(guess)].name == name)
        return guess;
    return m_byLowerName.value(name.toLower(), -1);
}

} // namespace hvgpu::simulation
