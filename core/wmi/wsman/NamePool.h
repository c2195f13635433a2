#pragma once

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

/// Shares the text of names that come again with every row, and looks namespace URIs up. One thread.
class NamePool
{
public:
    /// The text as a string that shares its memory with earlier ones.
    [[nodiscard]] QString intern(QStringView text);
    /// Valid until the next call with another URI.
    [[nodiscard]] const NamespaceInfo& nameSpace(QStringView uri);

private:
    struct Entry
    {
        QString uri;
        NamespaceInfo info;
    };

    QHash<QStringView, QString> m_names; // keys look into the values
    QHash<QStringView, std::shared_ptr<const Entry>> m_namespaces;
    std::shared_ptr<const Entry> m_last;
};

} // namespace hvgpu::wsman
