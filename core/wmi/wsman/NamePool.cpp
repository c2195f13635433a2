#include "core/wmi/wsman/NamePool.h"

#include "core/wmi/wsman/ResourceUri.h"
#include "core/wmi/wsman/SoapNames.h"

#include <algorithm>
#include <array>
#include <utility>

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

const QualifiedName& NamePool::qualified(const char* expanded)
{
    // Rows are alike: what followed a name in the row before follows it in this one.
    const QByteArrayView text(expanded);
    const Entry* const expected = m_last != nullptr ? m_last->next : nullptr;
    if (expected != nullptr && expected->text == text) {
        m_last = expected;
        return expected->name;
    }
    const Entry& entry = find(text);
    if (m_last != nullptr)
        m_last->next = &entry;
    m_last = &entry;
    return entry.name;
}

const NamePool::Entry& NamePool::find(QByteArrayView text)
{
    const auto found = m_names.constFind(text);
    if (found != m_names.constEnd())
        return **found;
    if (m_names.size() >= MaxEntries) {
        m_earlier = std::exchange(m_names, {});
        m_last = nullptr; // nothing here may point there
    }
    const qsizetype separator = text.lastIndexOf(Separator);
    const QString uri = QString::fromUtf8(text.first(std::max<qsizetype>(separator, 0)));
    auto entry = std::make_shared<const Entry>(
        Entry{text.toByteArray(), {describe(uri), QString::fromUtf8(text.sliced(separator + 1))}});
    m_names.insert(QByteArrayView(entry->text), entry);
    return *entry;
}

} // namespace hvgpu::wsman
