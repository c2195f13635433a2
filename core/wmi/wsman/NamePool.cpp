#include "core/wmi/wsman/NamePool.h"

#include "core/wmi/wsman/ResourceUri.h"
#include "core/wmi/wsman/SoapNames.h"

#include <array>

namespace hvgpu::wsman {
namespace {

// A host that invents names must not make us keep them all.
constexpr qsizetype MaxEntries = 20'000;

struct KnownSpace
{
    QStringView uri;
    Space space;
};

constexpr std::array KnownSpaces{
    KnownSpace{uri::Soap, Space::Soap},
    KnownSpace{uri::Addressing, Space::Addressing},
    KnownSpace{uri::Wsman, Space::Wsman},
    KnownSpace{uri::Enumeration, Space::Enumeration},
    KnownSpace{uri::Fault, Space::Fault},
    KnownSpace{uri::Identity, Space::Identity},
    KnownSpace{uri::IdentityVariant, Space::Identity},
    KnownSpace{uri::CimCommon, Space::CimCommon},
    KnownSpace{uri::SchemaInstance, Space::SchemaInstance},
};

NamespaceInfo describe(QStringView text)
{
    if (text.isEmpty())
        return {Space::None, {}, {}};
    for (const KnownSpace& known : KnownSpaces) {
        if (known.uri == text)
            return {known.space, {}, {}};
    }
    ResourceUri resource = ResourceUri::parse(text);
    return {Space::Other, std::move(resource.nameSpace), std::move(resource.className)};
}

} // namespace

QString NamePool::intern(QStringView text)
{
    const auto found = m_names.constFind(text);
    if (found != m_names.constEnd())
        return *found;
    if (m_names.size() >= MaxEntries)
        m_names.clear();
    QString name = text.toString();
    m_names.insert(QStringView(name), name);
    return name;
}

const NamespaceInfo& NamePool::nameSpace(QStringView text)
{
    if (m_last && m_last->uri == text)
        return m_last->info;
    const auto found = m_namespaces.constFind(text);
    if (found != m_namespaces.constEnd()) {
        m_last = *found;
        return m_last->info;
    }
    if (m_namespaces.size() >= MaxEntries)
        m_namespaces.clear();
    m_last = std::make_shared<const Entry>(Entry{text.toString(), describe(text)});
    m_namespaces.insert(QStringView(m_last->uri), m_last);
    return m_last->info;
}

} // namespace hvgpu::wsman
