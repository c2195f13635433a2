#include "core/cim/Names.h"
#include "core/cim/ObjectPath.h"
#include "core/cim/ValueText.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cim {
namespace {

constexpr qsizetype longestPath = qsizetype(64) * 1024;
constexpr std::size_t mostKeys = 64;

bool isSeparator(QChar c)
{
    return c == QLatin1Char('\\') || c == QLatin1Char('/');
}

bool isNameChar(QChar c)
{
    return c == QLatin1Char('_') || c.isLetterOrNumber() || c.isSurrogate();
}

bool isName(QStringView text)
{
    return !text.isEmpty() && !text.front().isDigit() && std::all_of(text.begin(), text.end(), isNameChar);
}

/// Reads one object path from left to right; the first thing that does not fit is kept as the problem.
class ObjectPathParser
{
public:
    explicit ObjectPathParser(QStringView text)
        : m_text(text.trimmed())
    {}

    base::Result<ObjectPath> parse()
    {
        if (m_text.size() > longestPath)
            return problem(u"longer than 65536 characters"_s);
        if (!readLocation())
            return problem(m_problem);
        const qsizetype nameEnd = firstOf(u".=");
        const QString className = takeUntil(nameEnd).toString();
        if (!isName(className))
            return problem(u"no valid class name"_s);
        if (m_text.mid(m_at) == QLatin1String("=@")) {
            ObjectPath singleton(m_host, m_namespace, className);
            singleton.setSingleton(true);
            return singleton;
        }
        if (m_at < m_text.size() && !readKeys())
            return problem(m_problem);
        return ObjectPath(m_host, m_namespace, className, std::move(m_keys));
    }

private:
    [[nodiscard]] tl::unexpected<base::Error> problem(const QString& detail) const
    {
        base::Error error;
        error.code = base::ErrorCode::InvalidArgument;
        error.operation = u"Read object path"_s;
        error.target = m_text.left(200).toString();
        error.detail = u"%1 at character %2"_s.arg(detail).arg(m_at + 1);
        return base::fail(std::move(error));
    }

    bool refuse(const QString& problem)
    {
        m_problem = problem;
        return false;
    }

    /// Position of the first of @p characters from here on; the end when there is none.
    [[nodiscard]] qsizetype firstOf(QStringView characters) const
    {
        qsizetype at = m_at;
        while (at < m_text.size() && !characters.contains(m_text[at]))
            ++at;
        return at;
    }

    QStringView takeUntil(qsizetype end)
    {
        const qsizetype from = std::exchange(m_at, end);
        return m_text.mid(from, end - from);
    }

    bool skip(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != QLatin1Char(c))
            return false;
        ++m_at;
        return true;
    }

    /// Host and namespace, up to and including ":".
    bool readLocation()
    {
        const bool hasHost = m_text.size() > 2 && isSeparator(m_text[0]) && isSeparator(m_text[1]);
        if (hasHost) {
            m_at = 2;
            m_host = takeUntil(firstOf(u"\\/")).toString();
            if (m_host.isEmpty() || m_at == m_text.size())
                return refuse(u"a host without a namespace"_s);
        }
        const qsizetype colon = firstOf(u":=\"'");
        const bool hasNamespace = colon < m_text.size() && m_text[colon] == QLatin1Char(':');
        if (!hasNamespace)
            return hasHost ? refuse(u"no class after the namespace"_s) : true;
        m_namespace = canonicalNamespace(takeUntil(colon));
        ++m_at;
        return !m_namespace.isEmpty() || refuse(u"an empty namespace"_s);
    }

    bool readKeys()
    {
        if (skip('=')) // a class with one key may leave its name out
            return readValue({}) && (m_at == m_text.size() || refuse(u"text after the key"_s));
        ++m_at; // the dot
        do {
            const QStringView name = takeUntil(firstOf(u"=")).trimmed();
            if (!isName(name) || !skip('='))
                return refuse(u"a key needs a name and a value"_s);
            if (m_keys.size() == mostKeys)
                return refuse(u"more than 64 keys"_s);
            const auto isSame = [name](const Key& key) { return sameName(key.name, name); };
            if (std::any_of(m_keys.begin(), m_keys.end(), isSame))
                return refuse(u"a key given twice"_s);
            if (!readValue(name.toString()))
                return false;
        } while (skip(','));
        return m_at == m_text.size() || refuse(u"text after the keys"_s);
    }

    bool readValue(QString name)
    {
        if (m_at < m_text.size() && (m_text[m_at] == QLatin1Char('"') || m_text[m_at] == QLatin1Char('\'')))
            return readQuoted(std::move(name));
        const QStringView word = takeUntil(firstOf(u",")).trimmed();
        if (const auto number = unsignedFromText(word))
            return add(std::move(name), Value::unsignedInteger(Type::UInt64, *number));
        if (const auto number = signedFromText(word))
            return add(std::move(name), Value::signedInteger(Type::SInt64, *number));
        if (const auto value = boolFromText(word))
            return add(std::move(name), Value::boolean(*value));
        return refuse(u"a key value that is neither quoted text, integer nor boolean"_s);
    }

    /// As WMI does, a backslash takes the next character as it is, whatever it is.
    bool readQuoted(QString name)
    {
        const QChar quote = m_text[m_at++];
        QString value;
        qsizetype from = m_at; // of what is not in value yet
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            if (m_text[m_at] == QLatin1Char('\\')) {
                value.append(m_text.sliced(from, m_at - from));
                from = ++m_at;
                if (m_at == m_text.size())
                    break;
            }
            ++m_at;
        }
        value.append(m_text.sliced(from, m_at - from));
        if (m_at == m_text.size())
            return refuse(u"a key value without its closing quote"_s);
        ++m_at;
        return add(std::move(name), Value::string(std::move(value)));
    }

    bool add(QString name, Value value)
    {
        m_keys.push_back({std::move(name), std::move(value)});
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_host;
    QString m_namespace;
    std::vector<Key> m_keys;
    QString m_problem;
};

} // namespace

base::Result<ObjectPath> ObjectPath::parse(QStringView text)
{
    return ObjectPathParser(text).parse();
}

} // namespace hvgpu::cim
