#pragma once

#include "core/wmi/wsman/NamePool.h"

#include <QString>

#include <vector>

namespace hvgpu::wsman {

/// A small element tree, for the parts of an answer that are not plain property text: faults, references,
/// datetimes, embedded objects.
struct XmlNode
{
    struct Attribute
    {
        Space space = Space::None;
        QString name;
        QString value;
    };

    Space space = Space::None;
    QString name;         ///< local name
    QString cimNamespace; ///< when the element's namespace is a class URI
    QString className;    ///< when the element's namespace is a class URI
    QString text;         ///< its own text, without that of children
    bool isNil = false;   ///< xsi:nil, which is not among the attributes
    std::vector<Attribute> attributes;
    std::vector<XmlNode> children;

    /// The first child of that name in any namespace, or nullptr.
    [[nodiscard]] const XmlNode* child(QStringView localName) const;
    /// Value of the attribute of that local name; null when absent.
    [[nodiscard]] QString attribute(QStringView localName) const;
    /// Own text and that of all children, in no particular order between the two.
    [[nodiscard]] QString allText() const;
};

} // namespace hvgpu::wsman
