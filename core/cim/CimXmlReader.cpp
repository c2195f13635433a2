#include "core/cim/CimXml.h"

#include "core/cim/CimXmlCursor.h"
#include "core/cim/Names.h"
#include "core/cim/ValueText.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cim::xml {
namespace {

constexpr std::size_t mostProperties = 4096;

/// Elements of both DTDs around an INSTANCE.
constexpr std::array wrappers{QLatin1String("CIM"),
                              QLatin1String("DECLARATION"),
                              QLatin1String("DECLGROUP"),
                              QLatin1String("DECLGROUP.WITHNAME"),
                              QLatin1String("DECLGROUP.WITHPATH"),
                              QLatin1String("VALUE.OBJECT"),
                              QLatin1String("VALUE.NAMEDINSTANCE"),
                              QLatin1String("VALUE.NAMEDOBJECT"),
                              QLatin1String("VALUE.INSTANCEWITHPATH"),
                              QLatin1String("VALUE.OBJECTWITHPATH"),
                              QLatin1String("VALUE.OBJECTWITHLOCALPATH")};

constexpr std::array pathElements{QLatin1String("INSTANCEPATH"), QLatin1String("LOCALINSTANCEPATH"),
                                  QLatin1String("CLASSPATH"),    QLatin1String("LOCALCLASSPATH"),
                                  QLatin1String("INSTANCENAME"), QLatin1String("CLASSNAME")};

template <std::size_t N>
bool isOneOf(const std::array<QLatin1String, N>& names, QStringView name)
{
    return std::any_of(names.begin(), names.end(), [name](QLatin1String known) { return name == known; });
}

/// An object path while its elements are read.
struct PathParts
{
    QString host;
    QStringList nameSpace;
    QString className;
    std::vector<Key> keys;
    bool isInstance = false;

    [[nodiscard]] ObjectPath build() &&
    {
        const bool singleton = isInstance && keys.empty();
        ObjectPath path(std::move(host), nameSpace.join(QLatin1Char('\\')), std::move(className),
                        std::move(keys));
        path.setSingleton(singleton);
        return path;
    }
};

/// What the attributes of a property element say.
struct PropertyHead
{
    QString name;
    Type type = Type::String;
    bool isArray = false;
    bool embeddedText = false; ///< an instance as text inside VALUE
};

class InstanceReader
{
public:
    InstanceReader(QStringView text, int depth)
        : m_xml(text, depth)
    {}

    base::Result<Instance> read()
    {
        std::optional<Instance> found;
        if (m_xml.nextChild())
            documentElement(found);
        m_xml.finish();
        if (!found)
            m_xml.refuse(u"no INSTANCE element"_s);
        if (m_xml.failed())
            return base::fail(m_xml.error());
        return *std::move(found);
    }

private:
    void documentElement(std::optional<Instance>& found)
    {
        if (m_xml.is(QLatin1String("INSTANCE"))) {
            if (found)
                m_xml.refuse(u"more than one INSTANCE"_s);
            else
                found = instance();
        } else if (isOneOf(wrappers, m_xml.name()))
            wrapper(found);
        else
            m_xml.refuse(u"element '%1' instead of INSTANCE"_s.arg(m_xml.name().left(40)));
    }

    void wrapper(std::optional<Instance>& found)
    {
        std::optional<ObjectPath> path;
        while (m_xml.nextChild()) {
            if (isOneOf(pathElements, m_xml.name()))
                path = objectPath();
            else if (m_xml.is(QLatin1String("INSTANCE")) || isOneOf(wrappers, m_xml.name()))
                documentElement(found);
            else
                m_xml.skip();
        }
        if (path && found && !found->path())
            found->setPath(*std::move(path));
    }

    Instance instance()
    {
        const QString className = m_xml.attribute(QLatin1String("CLASSNAME"));
        if (className.isEmpty())
            m_xml.refuse(u"INSTANCE without CLASSNAME"_s);
        std::vector<Property> properties;
        std::optional<ObjectPath> path;
        QString nameSpace;
        while (m_xml.nextChild()) {
            if (!m_xml.name().startsWith(QLatin1String("PROPERTY"))) {
                m_xml.skip();
                continue;
            }
            Property item = property();
            if (sameName(item.name, u"__PATH"))
                path = item.value.toReference();
            else if (sameName(item.name, u"__NAMESPACE"))
                nameSpace = item.value.toString().value_or(QString());
            else if (!item.name.startsWith(QLatin1String("__")))
                add(properties, std::move(item));
        }
        Instance made(className, nameSpace.isEmpty() && path ? path->nameSpace() : nameSpace);
        for (Property& item : properties)
            made.append(std::move(item.name), std::move(item.value));
        if (path)
            made.setPath(*std::move(path));
        return made;
    }

    void add(std::vector<Property>& properties, Property item)
    {
        const auto isSame = [&item](const Property& other) { return sameName(other.name, item.name); };
        if (properties.size() == mostProperties)
            m_xml.refuse(u"more than %1 properties"_s.arg(mostProperties), base::ErrorCode::LimitExceeded);
        else if (std::any_of(properties.begin(), properties.end(), isSame))
            m_xml.refuse(u"property '%1' is given twice"_s.arg(item.name.left(80)));
        else
            properties.push_back(std::move(item));
    }

    PropertyHead propertyHead()
    {
        PropertyHead head;
        const QStringView element = m_xml.name();
        const QString typeName = m_xml.attribute(QLatin1String("TYPE"));
        head.name = m_xml.attribute(QLatin1String("NAME"));
        head.isArray = element.endsWith(QLatin1String("ARRAY"));
        head.embeddedText = !m_xml.attribute(QLatin1String("EmbeddedObject")).isEmpty() ||
                            !m_xml.attribute(QLatin1String("EMBEDDEDOBJECT")).isEmpty();
        if (head.name.isEmpty())
            m_xml.refuse(u"%1 without NAME"_s.arg(element));
        if (element.startsWith(QLatin1String("PROPERTY.REF")))
            head.type = Type::Reference;
        else if (element.startsWith(QLatin1String("PROPERTY.OBJECT")) || head.embeddedText)
            head.type = Type::Object;
        else if (const auto type = typeFromCimName(typeName))
            head.type = *type;
        else
            m_xml.refuse(
                u"property '%1' has the unknown TYPE '%2'"_s.arg(head.name.left(80), typeName.left(40)));
        return head;
    }

    Property property()
    {
        const PropertyHead head = propertyHead();
        std::optional<Value> value;
        while (m_xml.nextChild()) {
            const bool isValue = m_xml.name().startsWith(QLatin1String("VALUE"));
            const bool isList = m_xml.name().endsWith(QLatin1String("ARRAY"));
            const bool isNull = m_xml.is(QLatin1String("VALUE.NULL"));
            if (!isValue)
                m_xml.skip();
            else if (value)
                m_xml.refuse(u"property '%1' has more than one value"_s.arg(head.name.left(80)));
            else if (isNull)
                value = element(head);
            else if (isList != head.isArray)
                m_xml.refuse(u"property '%1' mixes array and single value"_s.arg(head.name.left(80)));
            else
                value = isList ? list(head) : element(head);
        }
        return {head.name, value ? *std::move(value) : Value::null(head.type, head.isArray)};
    }

    Value list(const PropertyHead& head)
    {
        std::vector<Value> elements;
        while (m_xml.nextChild()) {
            if (m_xml.name().startsWith(QLatin1String("VALUE")))
                elements.push_back(element(head));
            else
                m_xml.skip();
        }
        return Value::array(head.type, std::move(elements));
    }

    /// One VALUE, VALUE.NULL, VALUE.REFERENCE or VALUE.OBJECT.
    Value element(const PropertyHead& head)
    {
        if (m_xml.is(QLatin1String("VALUE.NULL"))) {
            m_xml.skip();
            return Value::null(head.type, false);
        }
        if (head.type == Type::Reference && m_xml.is(QLatin1String("VALUE.REFERENCE")))
            return reference();
        if (head.type == Type::Object && m_xml.is(QLatin1String("VALUE.OBJECT")))
            return object();
        if (m_xml.is(QLatin1String("VALUE")))
            return head.embeddedText ? embeddedText() : plain(head);
        m_xml.refuse(u"%1 in property '%2' of type %3"_s.arg(m_xml.name().left(40), head.name.left(80),
                                                             QString(cimName(head.type))));
        return {};
    }

    Value plain(const PropertyHead& head)
    {
        const QString text = m_xml.text();
        if (m_xml.failed())
            return {};
        auto value = valueFromText(head.type, text);
        if (!value)
            m_xml.refuse(u"property '%1': '%2' is not a %3"_s.arg(head.name.left(80), text.left(80),
                                                                  QString(cimName(head.type))));
        return value ? *std::move(value) : Value();
    }

    Value embeddedText()
    {
        const int depth = m_xml.depth();
        const QString text = m_xml.text();
        if (m_xml.failed())
            return {};
        auto inner = InstanceReader(text, depth).read();
        if (inner)
            return Value::object(*std::move(inner));
        m_xml.refuse(inner.error());
        return {};
    }

    Value object()
    {
        std::optional<Instance> found;
        wrapper(found);
        if (!found)
            m_xml.refuse(u"VALUE.OBJECT without INSTANCE"_s);
        return found ? Value::object(*std::move(found)) : Value();
    }

    /// The open element is VALUE.REFERENCE: path elements, or a WMI object path as text.
    Value reference()
    {
        QString text;
        if (!m_xml.nextChild(&text))
            return textReference(text);
        const ObjectPath path = objectPath();
        while (m_xml.nextChild())
            m_xml.skip();
        return Value::reference(path);
    }

    Value textReference(const QString& text)
    {
        auto path = ObjectPath::parse(text);
        if (path)
            return Value::reference(*std::move(path));
        m_xml.refuse(u"VALUE.REFERENCE: "_s + path.error().detail);
        return {};
    }

    /// The open element is one of pathElements.
    ObjectPath objectPath()
    {
        PathParts parts;
        pathElement(parts);
        if (parts.className.isEmpty())
            m_xml.refuse(u"an object path without a class"_s);
        return std::move(parts).build();
    }

    void pathElement(PathParts& parts)
    {
        if (m_xml.is(QLatin1String("HOST"))) {
            parts.host = m_xml.text();
            return;
        }
        if (m_xml.is(QLatin1String("INSTANCENAME"))) {
            instanceName(parts);
            return;
        }
        if (m_xml.is(QLatin1String("NAMESPACE")))
            parts.nameSpace.append(m_xml.attribute(QLatin1String("NAME")));
        else if (m_xml.is(QLatin1String("CLASSNAME")))
            parts.className = m_xml.attribute(QLatin1String("NAME"));
        while (m_xml.nextChild())
            pathElement(parts);
    }

    void instanceName(PathParts& parts)
    {
        parts.className = m_xml.attribute(QLatin1String("CLASSNAME"));
        parts.isInstance = true;
        while (m_xml.nextChild()) {
            if (!m_xml.is(QLatin1String("KEYBINDING"))) {
                parts.keys.push_back({{}, keyValue()});
                continue;
            }
            const QString name = m_xml.attribute(QLatin1String("NAME"));
            while (m_xml.nextChild())
                parts.keys.push_back({name, keyValue()});
        }
    }

    Value keyValue()
    {
        if (m_xml.is(QLatin1String("VALUE.REFERENCE")))
            return reference();
        if (!m_xml.is(QLatin1String("KEYVALUE"))) {
            m_xml.refuse(u"element '%1' instead of a key value"_s.arg(m_xml.name().left(40)));
            return {};
        }
        const QString type = m_xml.attribute(QLatin1String("VALUETYPE"));
        const QString text = m_xml.text();
        auto value = typedKey(type, text);
        if (!value)
            m_xml.refuse(u"key value '%1' is not %2"_s.arg(text.left(80), type.left(40)));
        return value ? *std::move(value) : Value();
    }

    static std::optional<Value> typedKey(const QString& type, const QString& text)
    {
        if (type == QLatin1String("boolean"))
            return valueFromText(Type::Boolean, text);
        if (type != QLatin1String("numeric"))
            return Value::string(text);
        const auto natural = valueFromText(Type::UInt64, text);
        return natural ? natural : valueFromText(Type::SInt64, text);
    }

    XmlCursor m_xml;
};

} // namespace

base::Result<Instance> read(QStringView text)
{
    return InstanceReader(text, 0).read();
}

} // namespace hvgpu::cim::xml
