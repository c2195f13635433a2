// What is made of an element of an answer once it is complete.
#include "core/wmi/wsman/EnvelopeReader.h"

#include "core/wmi/wsman/NodeValue.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {

void EnvelopeReader::leaveNode()
{
    XmlNode node = std::move(m_nodes.back());
    m_nodes.pop_back();
    if (!m_nodes.empty()) {
        m_nodes.back().children.push_back(std::move(node));
        return;
    }
    switch (m_places.back()) {
    case Place::Property:
        m_children.push_back(std::move(node));
        break;
    case Place::Item:
        m_itemPath = pathFromEpr(node.children);
        break;
    case Place::Items: {
        cim::ObjectPath path = pathFromEpr(node.children);
        cim::Instance row(path.className(), path.nameSpace());
        row.setPath(std::move(path));
        deliver(std::move(row));
        break;
    }
    default:
        if (node.name == "Fault"_L1) {
            m_answer.fault = Fault::read(node);
        } else {
            const auto text = [&node](QStringView name) {
                const XmlNode* child = node.child(name);
                return child == nullptr ? QString() : child->text.trimmed();
            };
            m_answer.identity = {text(u"ProtocolVersion"), text(u"ProductVendor"), text(u"ProductVersion")};
        }
    }
}

void EnvelopeReader::leaveRow()
{
    cim::Instance row = m_row.finish();
    if (m_places.back() == Place::Item)
        m_item = std::move(row);
    else if (m_places.back() == Place::Body)
        m_answer.instance = std::move(row);
    else
        deliver(std::move(row));
}

void EnvelopeReader::leaveItem()
{
    if (!m_item && m_itemPath)
        m_item = cim::Instance(m_itemPath->className(), m_itemPath->nameSpace());
    if (!m_item)
        return;
    if (m_itemPath)
        m_item->setPath(std::move(*m_itemPath));
    deliver(std::move(*m_item));
    m_item.reset();
    m_itemPath.reset();
}

void EnvelopeReader::deliver(cim::Instance&& row)
{
    if (m_rows)
        m_rows(std::move(row));
}

} // namespace hvgpu::wsman
