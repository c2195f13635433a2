#include "core/wmi/wsman/XmlNode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {

const XmlNode* XmlNode::child(QStringView localName) const
{
    const auto found = std::ranges::find(children, localName, &XmlNode::name);
    return found == children.end() ? nullptr : &*found;
}

QString XmlNode::attribute(QStringView localName) const
{
    const auto found = std::ranges::find(attributes, localName, &Attribute::name);
    return found == attributes.end() ? QString() : found->value;
}

QString XmlNode::allText() const
{
    QString all = text;
    for (const XmlNode& node : children)
        all += node.allText();
    return all;
}

} // namespace hvgpu::wsman
