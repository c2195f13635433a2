#include "core/cim/CimXml.h"

#include "core/cim/ValueText.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace hvgpu::cim::xml {
namespace {

/// XML 1.0 "Char", for one UTF-16 unit outside surrogate pairs.
bool isLegal(char16_t c)
{
    return c == u'\t' || c == u'\n' || c == u'\r' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE);
}

class InstanceWriter
{
public:
    explicit InstanceWriter(Dialect dialect)
        : m_dialect(dialect)
    {}

    void instance(const Instance& instance)
    {
        open(u"INSTANCE"_s, {{u"CLASSNAME"_s, instance.className()}});
        if (m_dialect == Dialect::Wmi)
            systemProperties(instance);
        for (const Property& item : instance.properties())
            property(item);
        close(u"INSTANCE"_s);
    }

    [[nodiscard]] QString take() { return std::move(m_out); }

private:
    using Attributes = std::initializer_list<std::pair<QString, QString>>;

    void open(const QString& element, Attributes attributes = {}, bool empty = false)
    {
        m_out.append(QLatin1Char('<')).append(element);
        for (const auto& [name, value] : attributes) {
            m_out.append(QLatin1Char(' ')).append(name).append(QLatin1String("=\""));
            text(value, true);
            m_out.append(QLatin1Char('"'));
        }
        m_out.append(empty ? QLatin1String("/>") : QLatin1String(">"));
    }

    void close(const QString& element)
    {
        m_out.append(QLatin1String("</")).append(element).append(QLatin1Char('>'));
    }

    void leaf(const QString& element, QStringView content, Attributes attributes = {})
    {
        open(element, attributes);
        text(content, false);
        close(element);
    }

    void reference(char16_t c) { m_out.append(QLatin1String("&#") + QString::number(c) + QLatin1Char(';')); }

    /// Numeric references only (see CimXml.h); what XML cannot hold becomes '?', as WinRM does.
    void text(QStringView content, bool attribute)
    {
        for (qsizetype i = 0; i < content.size(); ++i) {
            const QChar c = content[i];
            const bool blank = c == QLatin1Char('\t') || c == QLatin1Char('\n');
            if (c.isHighSurrogate() && i + 1 < content.size() && content[i + 1].isLowSurrogate())
                m_out.append(c).append(content[++i]);
            else if (!isLegal(c.unicode()))
                m_out.append(QLatin1Char('?'));
            else if (u"&<>\r"_s.contains(c) || (attribute && (blank || c == QLatin1Char('"'))))
                reference(c.unicode());
            else
                m_out.append(c);
        }
    }

    void systemProperties(const Instance& instance)
    {
        const bool hasPath = instance.path().has_value();
        const QString& nameSpace = hasPath ? instance.path()->nameSpace() : instance.nameSpace();
        if (hasPath)
            systemProperty(u"__PATH"_s, Value::string(instance.path()->toString()));
        if (!nameSpace.isEmpty())
            systemProperty(u"__NAMESPACE"_s, Value::string(nameSpace));
        if (hasPath && !instance.path()->host().isEmpty())
            systemProperty(u"__SERVER"_s, Value::string(instance.path()->host()));
        if (hasPath)
            systemProperty(u"__RELPATH"_s, Value::string(instance.path()->relativePath()));
        const auto count = static_cast<std::int64_t>(instance.properties().size());
        systemProperty(u"__PROPERTY_COUNT"_s, Value::signedInteger(Type::SInt32, count));
        systemProperty(u"__CLASS"_s, Value::string(instance.className()));
        constexpr std::int64_t genusOfInstances = 2;
        systemProperty(u"__GENUS"_s, Value::signedInteger(Type::SInt32, genusOfInstances));
    }

    void systemProperty(const QString& name, const Value& value)
    {
        open(u"PROPERTY"_s, {{u"NAME"_s, name},
                             {u"CLASSORIGIN"_s, u"___SYSTEM"_s},
                             {u"TYPE"_s, QString(cimName(value.type()))}});
        element(value);
        close(u"PROPERTY"_s);
    }

    void property(const Property& item)
    {
        const Type type = item.value.type();
        const bool embeddedText = type == Type::Object && m_dialect == Dialect::Cim;
        const QString typeName = embeddedText ? u"string"_s : QString(cimName(type));
        const QString name = elementName(type, item.value.isArray());
        const bool empty = item.value.isNull();
        if (type == Type::Reference || (type == Type::Object && !embeddedText))
            open(name, {{u"NAME"_s, item.name}}, empty);
        else if (embeddedText)
            open(name, {{u"NAME"_s, item.name}, {u"TYPE"_s, typeName}, {u"EmbeddedObject"_s, u"instance"_s}},
                 empty);
        else
            open(name, {{u"NAME"_s, item.name}, {u"TYPE"_s, typeName}}, empty);
        if (empty)
            return;
        if (item.value.isArray())
            array(item.value);
        else
            element(item.value);
        close(name);
    }

    [[nodiscard]] QString elementName(Type type, bool isArray) const
    {
        if (type == Type::Reference)
            return isArray ? u"PROPERTY.REFARRAY"_s : u"PROPERTY.REFERENCE"_s;
        if (type == Type::Object && m_dialect == Dialect::Wmi)
            return isArray ? u"PROPERTY.OBJECTARRAY"_s : u"PROPERTY.OBJECT"_s;
        return isArray ? u"PROPERTY.ARRAY"_s : u"PROPERTY"_s;
    }

    [[nodiscard]] QString arrayName(Type type) const
    {
        if (type == Type::Reference)
            return u"VALUE.REFARRAY"_s;
        return type == Type::Object && m_dialect == Dialect::Wmi ? u"VALUE.OBJECTARRAY"_s : u"VALUE.ARRAY"_s;
    }

    void array(const Value& value)
    {
        const QString name = arrayName(value.type());
        open(name);
        for (const Value& item : value.elements()) {
            if (item.isNull())
                open(u"VALUE.NULL"_s, {}, true);
            else
                element(item);
        }
        close(name);
    }

    void element(const Value& value)
    {
        const auto path = value.type() == Type::Reference ? value.toReference() : std::nullopt;
        if (const Instance* const object = value.toObject())
            embedded(*object);
        else if (path) {
            open(u"VALUE.REFERENCE"_s);
            objectPath(*path);
            close(u"VALUE.REFERENCE"_s);
        } else
            leaf(u"VALUE"_s, valueText(value));
    }

    [[nodiscard]] static QString valueText(const Value& value)
    {
        if (value.type() == Type::Boolean)
            return value.toBool().value_or(false) ? u"TRUE"_s : u"FALSE"_s;
        return value.toString().value_or(QString());
    }

    void embedded(const Instance& object)
    {
        if (m_dialect == Dialect::Cim) {
            leaf(u"VALUE"_s, write(object, m_dialect));
            return;
        }
        open(u"VALUE.OBJECT"_s);
        instance(object);
        close(u"VALUE.OBJECT"_s);
    }

    void objectPath(const ObjectPath& path)
    {
        const bool isClass = path.keys().empty() && !path.isSingleton();
        const bool withHost = !path.host().isEmpty() && !path.nameSpace().isEmpty();
        if (path.nameSpace().isEmpty()) {
            objectName(path, isClass);
            return;
        }
        const QString wrapper =
            (withHost ? u""_s : u"LOCAL"_s) + (isClass ? u"CLASSPATH"_s : u"INSTANCEPATH"_s);
        open(wrapper);
        if (withHost) {
            open(u"NAMESPACEPATH"_s);
            leaf(u"HOST"_s, path.host());
        }
        open(u"LOCALNAMESPACEPATH"_s);
        const QStringList parts = path.nameSpace().split(QLatin1Char('\\'));
        for (const QString& part : parts)
            open(u"NAMESPACE"_s, {{u"NAME"_s, part}}, true);
        close(u"LOCALNAMESPACEPATH"_s);
        if (withHost)
            close(u"NAMESPACEPATH"_s);
        objectName(path, isClass);
        close(wrapper);
    }

    void objectName(const ObjectPath& path, bool isClass)
    {
        if (isClass) {
            open(u"CLASSNAME"_s, {{u"NAME"_s, path.className()}}, true);
            return;
        }
        open(u"INSTANCENAME"_s, {{u"CLASSNAME"_s, path.className()}}, path.keys().empty());
        for (const Key& key : path.keys()) {
            if (!key.name.isEmpty())
                open(u"KEYBINDING"_s, {{u"NAME"_s, key.name}});
            keyValue(key.value);
            if (!key.name.isEmpty())
                close(u"KEYBINDING"_s);
        }
        if (!path.keys().empty())
            close(u"INSTANCENAME"_s);
    }

    void keyValue(const Value& value)
    {
        if (value.type() == Type::Reference && !value.isNull()) {
            element(value);
            return;
        }
        const bool numeric = value.type() >= Type::UInt8 && value.type() <= Type::SInt64;
        const bool boolean = value.type() == Type::Boolean;
        leaf(u"KEYVALUE"_s, valueText(value),
             {{u"VALUETYPE"_s, boolean ? u"boolean"_s : (numeric ? u"numeric"_s : u"string"_s)}});
    }

    Dialect m_dialect;
    QString m_out;
};

} // namespace

QString write(const Instance& instance, Dialect dialect)
{
    InstanceWriter writer(dialect);
    writer.instance(instance);
    return writer.take();
}

} // namespace hvgpu::cim::xml
