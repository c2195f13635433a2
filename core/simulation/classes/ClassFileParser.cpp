#include "core/simulation/classes/ClassFileParser.h"

#include "core/cim/ObjectPath.h"
#include "core/cim/ValueText.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

using Classes = std::vector<std::unique_ptr<ClassInfo>>;

struct TypeSpec
{
    cim::Type type = cim::Type::String;
    bool isArray = false;
    QString referenceClass;
    QString embeddedClass;
};

/// "uint16", "uint16[]", "ref:Class", "object[]:Class", "instance:Class" (text that carries an instance).
std::optional<TypeSpec> parseType(QStringView text)
{
    TypeSpec spec;
    const qsizetype colon = text.indexOf(u':');
    QStringView name = colon < 0 ? text : text.left(colon);
    const QString className = colon < 0 ? QString() : text.mid(colon + 1).toString();
    if (name.endsWith(u"[]")) {
        spec.isArray = true;
        name = name.chopped(2);
    }
    if (name == u"instance") {
        spec.embeddedClass = className;
        return spec;
    }
    if (name == u"ref") {
        spec.type = cim::Type::Reference;
        spec.referenceClass = className;
        return spec;
    }
    if (name == u"object") {
        spec.type = cim::Type::Object;
        spec.embeddedClass = className;
        return spec;
    }
    const auto type = cim::typeFromCimName(name);
    if (!type)
        return std::nullopt;
    spec.type = *type;
    return spec;
}

PropertyDeclaration declare(const TypeSpec& spec, const QString& name)
{
    PropertyDeclaration declaration;
    declaration.name = name;
    declaration.type = spec.type;
    declaration.isArray = spec.isArray;
    declaration.referenceClass = spec.referenceClass;
    declaration.embeddedInstanceClass = spec.embeddedClass;
    return declaration;
}

std::optional<QString> unquote(QStringView text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return std::nullopt;
    QString result;
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        result += text[i];
    }
    return result;
}

std::optional<cim::Value> parseScalar(cim::Type type, QStringView text)
{
    if (type != cim::Type::String)
        return cim::valueFromText(type, text);
    auto string = unquote(text);
    return string ? std::optional(cim::Value::string(*std::move(string))) : std::nullopt;
}

/// A literal, or a list of them in braces; strings in lists must not contain commas.
std::optional<cim::Value> parseLiteral(cim::Type type, bool isArray, QStringView text)
{
    if (!isArray)
        return parseScalar(type, text);
    if (!text.startsWith(u'{') || !text.endsWith(u'}'))
        return std::nullopt;
    std::vector<cim::Value> elements;
    for (const QStringView part : text.mid(1, text.size() - 2).split(u',')) {
        auto element = parseScalar(type, part.trimmed());
        if (!element)
            return std::nullopt;
        elements.push_back(*std::move(element));
    }
    return cim::Value::array(type, std::move(elements));
}

class Parser
{
public:
    tl::expected<Classes, QString> parse(QStringView text)
    {
        int number = 0;
        for (const QStringView raw : text.split(u'\n')) {
            ++number;
            const QStringView line = raw.trimmed();
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            if (const QString error = parseLine(line, raw.startsWith(u' ')); !error.isEmpty())
                return tl::unexpected(u"line %1: %2"_s.arg(number).arg(error));
        }
        finishClass();
        return std::move(m_classes);
    }

private:
    QString parseLine(QStringView line, bool isMember)
    {
        if (!isMember) {
            finishClass();
            return line.startsWith(u"namespace ") ? parseNamespaces(line) : parseClass(line);
        }
        if (!m_current)
            return u"a member outside a class"_s;
        if (line.startsWith(u"method ") || line.startsWith(u"static ") || line.startsWith(u"void "))
            return parseMethod(line);
        if (line.startsWith(u"set "))
            return parseOverride(line);
        return parseProperties(line);
    }

    QString parseNamespaces(QStringView line)
    {
        m_namespaces.clear();
        for (const QStringView name : line.mid(10).split(u' ', Qt::SkipEmptyParts))
            m_namespaces.append(cim::canonicalNamespace(name));
        return {};
    }

    QString parseClass(QStringView line)
    {
        if (m_namespaces.isEmpty())
            return u"a class before the first namespace"_s;
        m_current = std::make_unique<ClassInfo>();
        auto words = line.split(u' ', Qt::SkipEmptyParts);
        while (!words.isEmpty() && words.first() != u"class") {
            const QStringView mark = words.takeFirst();
            if (mark == u"abstract")
                m_current->isAbstract = true;
            else if (mark == u"singleton")
                m_current->declaration.isSingleton = true;
            else if (mark == u"association")
                m_current->declaration.isAssociation = true;
            else
                return u"unknown word %1"_s.arg(mark);
        }
        if (words.size() != 2 && !(words.size() == 4 && words[2] == u":"))
            return u"expected: class Name [: Superclass]"_s;
        m_current->declaration.name = words[1].toString();
        if (words.size() == 4)
            m_current->declaration.superClass = words[3].toString();
        return {};
    }

    QString parseOverride(QStringView line)
    {
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return u"expected: set Name = value"_s;
        m_current->overrides.emplace_back(line.mid(4, equals - 4).trimmed().toString(),
                                          line.mid(equals + 1).trimmed().toString());
        return {};
    }

    QString parseProperties(QStringView line)
    {
        const qsizetype equals = line.indexOf(u'=');
        auto words = (equals < 0 ? line : line.left(equals)).split(u' ', Qt::SkipEmptyParts);
        bool isKey = false;
        bool isWritable = false;
        for (; !words.isEmpty() && (words.first() == u"key" || words.first() == u"rw"); words.removeFirst())
            (words.first() == u"key" ? isKey : isWritable) = true;
        if (words.size() < 2)
            return u"expected: type and names"_s;
        const auto spec = parseType(words.takeFirst());
        if (!spec)
            return u"unknown type"_s;
        cim::Value value = cim::Value::null(spec->type, spec->isArray);
        if (equals >= 0) {
            auto literal = parseLiteral(spec->type, spec->isArray, line.mid(equals + 1).trimmed());
            if (!literal || words.size() != 1)
                return u"bad default value"_s;
            value = *std::move(literal);
        }
        for (const QStringView name : std::as_const(words)) {
            PropertyDeclaration declaration = declare(*spec, name.toString());
            declaration.isKey = isKey;
            declaration.isWritable = isWritable;
            m_current->declaration.properties.push_back(std::move(declaration));
            m_current->defaults.push_back(value);
        }
        return {};
    }

    QString parseMethod(QStringView line)
    {
        MethodDeclaration method;
        const qsizetype open = line.indexOf(u'(');
        auto words = (open < 0 ? line : line.left(open)).split(u' ', Qt::SkipEmptyParts);
        for (; words.size() > 2; words.removeFirst()) {
            if (words.first() != u"static" && words.first() != u"void")
                break;
            (words.first() == u"static" ? method.isStatic : method.isVoid) = true;
        }
        if (open < 0 || !line.endsWith(u')') || words.size() != 2 || words.first() != u"method")
            return u"expected: [static] [void] method Name(parameters)"_s;
        method.name = words[1].toString();
        for (const QStringView part : line.mid(open + 1).chopped(1).split(u',', Qt::SkipEmptyParts)) {
            const auto declared = part.split(u' ', Qt::SkipEmptyParts);
            const auto spec = declared.size() == 3 ? parseType(declared[1]) : std::nullopt;
            if (!spec || (declared[0] != u"in" && declared[0] != u"out"))
                return u"bad parameter%1"_s.arg(part);
            PropertyDeclaration parameter = declare(*spec, declared[2].toString());
            parameter.isOut = declared[0] == u"out";
            method.parameters.push_back(std::move(parameter));
        }
        m_current->declaration.methods.push_back(std::move(method));
        return {};
    }

    void finishClass()
    {
        if (!m_current)
            return;
        for (const QString& nameSpace : std::as_const(m_namespaces)) {
            auto info = std::make_unique<ClassInfo>(*m_current);
            info->nameSpace = nameSpace;
            m_classes.push_back(std::move(info));
        }
        m_current.reset();
    }

    QStringList m_namespaces;
    std::unique_ptr<ClassInfo> m_current;
    Classes m_classes;
};

} // namespace

tl::expected<Classes, QString> parseClassFile(QStringView text)
{
    return Parser().parse(text);
}

tl::expected<void, QString> applyOverrides(ClassInfo& info)
{
    for (const auto& [name, literal] : info.overrides) {
        const PropertyDeclaration* const property = info.declaration.property(name);
        auto value = property ? parseLiteral(property->type, property->isArray, literal) : std::nullopt;
        if (!value)
            return tl::unexpected(u"%1: cannot set %2 to %3"_s.arg(info.declaration.name, name, literal));
        info.defaults[static_cast<std::size_t>(property - info.declaration.properties.data())] =
            *std::move(value);
    }
    return {};
}

} // namespace hvgpu::simulation
