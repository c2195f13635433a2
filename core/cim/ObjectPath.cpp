#include "core/cim/ObjectPath.h"

#include "core/cim/Names.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace hvgpu::cim {
namespace {

void appendQuoted(QString& out, QStringView text)
{
    out.append(QLatin1Char('"'));
    for (const QChar c : text) {
        if (c == QLatin1Char('\\') || c == QLatin1Char('"'))
            out.append(QLatin1Char('\\'));
        out.append(c);
    }
    out.append(QLatin1Char('"'));
}

void appendKeyValue(QString& out, const Value& value)
{
    switch (value.type()) {
    case Type::Boolean:
        out.append(value.toBool().value_or(false) ? QLatin1String("TRUE") : QLatin1String("FALSE"));
        return;
    case Type::UInt8:
    case Type::UInt16:
    case Type::UInt32:
    case Type::UInt64:
    case Type::SInt8:
    case Type::SInt16:
    case Type::SInt32:
    case Type::SInt64:
        if (!value.isNull()) {
            out.append(value.toString().value_or(QString()));
            return;
        }
        break;
    default:
        break;
    }
    appendQuoted(out, value.toString().value_or(QString()));
}

/// A path kept as text is told from other text by its "="; only such text is compared with a reference, so
/// that equal keys have equal hashes.
bool holdsPath(const Value& value)
{
    if (value.type() == Type::Reference)
        return true;
    const auto text = value.toString();
    return text && text->contains(QLatin1Char('='));
}

bool sameKeyValue(const Value& a, const Value& b)
{
    const bool reference = a.type() == Type::Reference || b.type() == Type::Reference;
    if (reference && holdsPath(a) && holdsPath(b)) {
        const auto left = a.toReference();
        const auto right = b.toReference();
        return left && right && *left == *right;
    }
    if (reference)
        return false;
    // As text: selectors of WS-Management carry no types, so 5 and "5" are the same key.
    return a.toString().value_or(QString()).compare(b.toString().value_or(QString()), Qt::CaseInsensitive) ==
           0;
}

const Key* findKey(const std::vector<Key>& keys, QStringView name)
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [name](const Key& key) { return sameName(key.name, name); });
    return found == keys.end() ? nullptr : &*found;
}

bool sameWhereKnown(const QString& a, const QString& b)
{
    return a.isEmpty() || b.isEmpty() || a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QString canonicalNamespace(QStringView text)
{
    QString out;
    out.reserve(text.size());
    bool separated = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('/') || c == QLatin1Char('\\')) {
            separated = !out.isEmpty();
            continue;
        }
        if (std::exchange(separated, false))
            out.append(QLatin1Char('\\'));
        out.append(c);
    }
    return out;
}

ObjectPath::ObjectPath(QString host, QStringView nameSpace, QString className, std::vector<Key> keys)
    : m_host(std::move(host))
    , m_namespace(canonicalNamespace(nameSpace))
    , m_className(std::move(className))
    , m_keys(std::move(keys))
{}

Value ObjectPath::key(QStringView name) const
{
    const Key* const found = findKey(m_keys, name);
    return found ? found->value : Value();
}

QString ObjectPath::relativePath() const
{
    QString out = m_className;
    if (m_keys.empty())
        return m_singleton ? out.append(QLatin1String("=@")) : out;
    QLatin1Char separator('.');
    for (const Key& key : m_keys) {
        if (!key.name.isEmpty()) {
            out.append(separator);
            out.append(key.name);
        }
        out.append(QLatin1Char('='));
        appendKeyValue(out, key.value);
        separator = QLatin1Char(',');
    }
    return out;
}

QString ObjectPath::toString() const
{
    if (m_namespace.isEmpty())
        return relativePath();
    const QString local = m_namespace + QLatin1Char(':') + relativePath();
    return m_host.isEmpty() ? local : QLatin1String("\\\\") + m_host + QLatin1Char('\\') + local;
}

bool operator==(const ObjectPath& a, const ObjectPath& b)
{
    if (!sameName(a.m_className, b.m_className) || a.m_keys.size() != b.m_keys.size())
        return false;
    if (!sameWhereKnown(a.m_host, b.m_host) || !sameWhereKnown(a.m_namespace, b.m_namespace))
        return false;
    return std::all_of(a.m_keys.begin(), a.m_keys.end(), [&b](const Key& key) {
        const Key* const other = findKey(b.m_keys, key.name);
        return other && sameKeyValue(key.value, other->value);
    });
}

std::size_t qHash(const ObjectPath& path, std::size_t seed)
{
    std::size_t sum = 0; // a sum, because keys come in any order
    for (const Key& key : path.m_keys) {
        const std::size_t text =
            holdsPath(key.value) ? 0 : ::qHash(key.value.toString().value_or(QString()).toCaseFolded());
        sum += nameHash(key.name, text);
    }
    return nameHash(path.m_className, seed) ^ sum;
}

} // namespace hvgpu::cim
