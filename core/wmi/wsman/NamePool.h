#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <cstdint>
#include <memory>

namespace hvgpu::wsman {

/// The namespaces an answer is read by.
enum class Space : std::uint8_t {
    None,
    Soap,
    Addressing,
    Wsman,
    Enumeration,
    Fault,
    Identity,
    CimCommon,
    SchemaInstance,
    Other
};

/// What is known of a namespace URI.
struct NamespaceInfo
{
    Space space = Space::Other;
    QString cimNamespace; ///< for class URIs
    QString className;    ///< for class URIs
};

/// The name of an element or attribute.
struct QualifiedName
{
    NamespaceInfo nameSpace;
    QString local; ///< shares its memory with earlier ones
};

/// Knows the names that come again with every row and what their namespaces mean. One thread.
class NamePool
{
public:
    /// Between namespace URI and local name; in no URI.
    static constexpr char Separator = '\n';

    /// The meaning of "<uri><separator><local>", or of "<local>" alone. Valid for the next 20,000 new names.
    [[nodiscard]] const QualifiedName& qualified(const char* expanded);

private:
    struct Entry
    {
        QByteArray text;
        QualifiedName name;
        mutable const Entry* next = nullptr; ///< what was asked for after it
    };

    [[nodiscard]] const Entry& find(QByteArrayView text);

    using Names = QHash<QByteArrayView, std::shared_ptr<const Entry>>; // keys look into the values

    Names m_names;
    const Entry* m_last = nullptr; ///< in m_names
    Names m_earlier;               ///< until as many have come again: what was returned is still in use
};

} // namespace hvgpu::wsman
