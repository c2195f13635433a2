#pragma once

#include "core/base/Result.h"
#include "core/cim/Value.h"

#include <QString>

#include <vector>

namespace hvgpu::cim {

/// Namespace text in its canonical form: "\" between parts, no leading separator, for example
/// "root\virtualization\v2". Accepts "/" and "\\" too.
[[nodiscard]] QString canonicalNamespace(QStringView text);

/// One key of an object path. The value is string, integer, boolean or reference.
struct Key
{
    QString name;
    Value value;
};

/// A WMI object path: \\HOST\root\cimv2:Class.Key1="…",Key2=5, Class=@ for singletons, or just Class.
class ObjectPath
{
public:
    ObjectPath() = default;
    ObjectPath(QString host, QStringView nameSpace, QString className, std::vector<Key> keys = {});

    /// Reads the text form; keys in any order, "\\" and "\"" escapes, either separator in the namespace.
    /// A backslash in quotes takes the next character as it is, so an unescaped path loses its backslashes,
    /// as in WMI itself. A key without a name (Class="x") gets an empty name. Errors are InvalidArgument.
    [[nodiscard]] static base::Result<ObjectPath> parse(QStringView text);

    [[nodiscard]] const QString& host() const noexcept { return m_host; }
    [[nodiscard]] const QString& nameSpace() const noexcept { return m_namespace; }
    [[nodiscard]] const QString& className() const noexcept { return m_className; }
    [[nodiscard]] const std::vector<Key>& keys() const noexcept { return m_keys; }
    [[nodiscard]] bool isSingleton() const noexcept { return m_singleton; }
    void setSingleton(bool singleton) { m_singleton = singleton; }
    /// Value of a key, name compared without case; NULL when there is none.
    [[nodiscard]] Value key(QStringView name) const;

    /// Full text with escapes; the host part only when host and namespace are not empty.
    [[nodiscard]] QString toString() const;
    /// Class and keys only ("__RELPATH").
    [[nodiscard]] QString relativePath() const;

    /// Same object: class, key names and key values compared without case, keys in any order; host and
    /// namespace only when both sides have them (wmi.md 1.5).
    friend bool operator==(const ObjectPath& a, const ObjectPath& b);
    friend std::size_t qHash(const ObjectPath& path, std::size_t seed);

private:
    QString m_host;
    QString m_namespace;
    QString m_className;
    std::vector<Key> m_keys;
    bool m_singleton = false;
};

std::size_t qHash(const ObjectPath& path, std::size_t seed = 0);

} // namespace hvgpu::cim
