#include "core/cim/CimXml.h"
#include "core/cim/ValueText.h"

#include <QtTest>

#include <bit>
#include <random>

using namespace Qt::StringLiterals;
using namespace hvgpu::cim;

namespace {

constexpr int rounds = 3000;

/// Random values with a taste for what breaks parsers. The seed is fixed: a failure can be repeated.
class Generator
{
public:
    explicit Generator(std::uint64_t seed)
        : m_engine(seed)
    {}

    std::uint64_t below(std::uint64_t limit) { return m_engine() % limit; }
    bool chance(std::uint64_t outOf) { return below(outOf) == 0; }

    std::uint64_t bits()
    {
        switch (below(4)) {
        case 0:
            return ~std::uint64_t(0);
        case 1:
            return below(3);
        case 2:
            return std::uint64_t(1) << below(64);
        default:
            return m_engine();
        }
    }

    QString text()
    {
        static const QString odd =
            u"\"'\\<>&;#{}[]%_=,.:/@ \t\n\r?\u00a0\u00e4\u00df\u0130\u2028\ufeff\u007f]]>"_s;
        QString out;
        const std::uint64_t length = below(24);
        for (std::uint64_t i = 0; i < length; ++i) {
            if (chance(3))
                out += odd[static_cast<qsizetype>(below(static_cast<std::uint64_t>(odd.size())))];
            else if (chance(12))
                out += QChar(static_cast<char16_t>(below(0x10000))); // lone surrogates and controls as well
            else if (chance(12))
                out += u"\U0001F600"_s;
            else
                out += QChar(static_cast<char16_t>(u'a' + below(26)));
        }
        return out;
    }

    QString name()
    {
        QString out(QChar(static_cast<char16_t>(u'A' + below(26))));
        for (std::uint64_t left = below(12); left > 0; --left)
            out += u"abcXYZ_019\u00e4"[below(11)];
        return out;
    }

    ObjectPath path(int depth = 0)
    {
        std::vector<Key> keys;
        for (std::uint64_t left = below(4); left > 0; --left) {
            const QString keyName = name() + QString::number(left); // unique within the path
            keys.push_back({keyName, keyValue(depth)});
        }
        const bool singleton = keys.empty() && chance(2);
        const bool local = chance(3);
        ObjectPath made(local || chance(3) ? QString() : u"HOST-"_s + QString::number(below(9)),
                        local ? QString() : u"root\\"_s + name(), name(), std::move(keys));
        made.setSingleton(singleton);
        return made;
    }

    Value scalar(Type type, int depth)
    {
        switch (type) {
        case Type::Boolean:
            return Value::boolean(chance(2));
        case Type::UInt8:
            return Value::unsignedInteger(type, bits() & 0xFFU);
        case Type::UInt16:
            return Value::unsignedInteger(type, bits() & 0xFFFFU);
        case Type::UInt32:
            return Value::unsignedInteger(type, bits() & 0xFFFFFFFFU);
        case Type::UInt64:
            return Value::unsignedInteger(type, bits());
        case Type::SInt8:
            return Value::signedInteger(type, static_cast<std::int8_t>(bits()));
        case Type::SInt16:
            return Value::signedInteger(type, static_cast<std::int16_t>(bits()));
        case Type::SInt32:
            return Value::signedInteger(type, static_cast<std::int32_t>(bits()));
        case Type::SInt64:
            return Value::signedInteger(type, static_cast<std::int64_t>(bits()));
        case Type::Real32:
            return Value::real(
                type, static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(m_engine()))));
        case Type::Real64:
            return Value::real(type, std::bit_cast<double>(m_engine()));
        case Type::Char16:
            return Value::unsignedInteger(type, u' ' + below(0xD000));
        case Type::String:
            return Value::string(text());
        case Type::DateTime:
            return Value::dateTime(dateTime());
        case Type::Reference:
            return Value::reference(path(depth + 1));
        case Type::Object:
            break;
        }
        return Value::object(instance(depth + 1));
    }

    Instance instance(int depth = 0)
    {
        Instance made(name());
        for (std::uint64_t left = below(depth == 0 ? 10 : 3); left > 0; --left)
            made.append(name() + QString::number(left), value(depth));
        return made;
    }

private:
    Value keyValue(int depth)
    {
        switch (below(5)) {
        case 0:
            return Value::unsignedInteger(Type::UInt64, bits());
        case 1:
            return Value::signedInteger(Type::SInt64, static_cast<std::int64_t>(bits()));
        case 2:
            return Value::boolean(chance(2));
        case 3:
            return depth < 2 ? Value::reference(keyedPath(depth + 1)) : Value::string(text());
        default:
            return Value::string(text());
        }
    }

    /// A reference in a key names an instance.
    ObjectPath keyedPath(int depth)
    {
        ObjectPath made = path(depth);
        if (made.keys().empty())
            made.setSingleton(true);
        return made;
    }

    DateTime dateTime()
    {
        using std::chrono::microseconds;
        if (chance(2))
            return DateTime::interval(microseconds(m_engine() % 8'640'000'000'000'000'000U));
        constexpr std::int64_t year0 = -62'167'219'200'000'000;
        return DateTime::timestamp(std::chrono::sys_time<microseconds>(
            microseconds(year0 + std::int64_t(m_engine() % 315'569'520'000'000'000U))));
    }

    Value value(int depth)
    {
        const std::uint64_t kinds = depth < 2 ? 16 : 14; // deeper down neither references nor objects
        const auto type = static_cast<Type>(below(kinds));
        if (chance(8))
            return Value::null(type, chance(2));
        if (!chance(4))
            return scalar(type, depth);
        std::vector<Value> elements;
        for (std::uint64_t left = below(4); left > 0; --left)
            elements.push_back(chance(6) ? Value::null(type) : scalar(type, depth));
        return Value::array(type, std::move(elements));
    }

    std::mt19937_64 m_engine;
};

/// What is left of a text after XML: see CimXml.h.
QString afterXml(const QString& text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const bool legal =
            (c >= 0x20 && c < 0xFFFE && !text[i].isSurrogate()) || c == u'\t' || c == u'\n' || c == u'\r';
        if (pair) {
            out += text[i];
            out += text[++i];
        } else
            out += legal ? text[i] : QChar(u'?');
    }
    return out;
}

Value afterXml(const Value& value);

ObjectPath afterXml(const ObjectPath& path)
{
    std::vector<Key> keys;
    for (const Key& key : path.keys())
        keys.push_back({key.name, afterXml(key.value)});
    ObjectPath made(path.host(), path.nameSpace(), path.className(), std::move(keys));
    made.setSingleton(path.isSingleton());
    return made;
}

Instance afterXml(const Instance& instance)
{
    Instance made(instance.className());
    for (const Property& property : instance.properties())
        made.append(property.name, afterXml(property.value));
    return made;
}

Value afterXml(const Value& value)
{
    if (value.isNull())
        return value;
    if (value.isArray()) {
        std::vector<Value> elements;
        for (const Value& element : value.elements())
            elements.push_back(afterXml(element));
        return Value::array(value.type(), std::move(elements));
    }
    if (value.type() == Type::String)
        return Value::string(afterXml(*value.toString()));
    if (value.type() == Type::Reference)
        return Value::reference(afterXml(*value.toReference()));
    if (const Instance* const object = value.toObject())
        return Value::object(afterXml(*object));
    return value;
}

} // namespace

class TestRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectPaths()
    {
        Generator random(20250109);
        for (int i = 0; i < rounds; ++i) {
            const ObjectPath original = random.path();
            const QString text = original.toString();
            const auto again = ObjectPath::parse(text);
            QVERIFY2(again, qPrintable(text));
            QVERIFY2(*again == original, qPrintable(text));
            QCOMPARE(again->toString(), text);
            QCOMPARE(again->isSingleton(), original.isSingleton());
            QCOMPARE(again->host(), original.nameSpace().isEmpty() ? QString() : original.host());
            QCOMPARE(qHash(*again), qHash(original));
        }
    }

    void values()
    {
        Generator random(26100);
        for (int i = 0; i < rounds; ++i) {
            const auto type = static_cast<Type>(random.below(14));
            const Value original = random.scalar(type, 2);
            const QString text = original.toString().value();
            if (type == Type::UInt64)
                QVERIFY(Value::string(text).toUInt64() == original.toUInt64());
            else if (type == Type::SInt64)
                QVERIFY(Value::string(text).toInt64() == original.toInt64());
            else if (type == Type::Real64)
                QVERIFY(Value::real(type, Value::string(text).toDouble().value()) == original);
            else if (type == Type::DateTime) {
                QVERIFY(Value::string(text).toDateTime() == original.toDateTime());
                QVERIFY(DateTime::fromIso(original.toDateTime()->toIso()) == original.toDateTime());
            }
            const auto again = valueFromText(type, text);
            QVERIFY2(again && *again == original, qPrintable(text));
        }
    }

    void instances_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::newRow("CIM DTD") << int(xml::Dialect::Cim);
        QTest::newRow("WMI DTD") << int(xml::Dialect::Wmi);
    }
    void instances()
    {
        QFETCH(int, dialect);
        Generator random(17763);
        for (int i = 0; i < rounds; ++i) {
            const Instance original = random.instance();
            const QString text = xml::write(original, static_cast<xml::Dialect>(dialect));
            const auto again = xml::read(text);
            QVERIFY2(again,
                     qPrintable(again ? QString() : hvgpu::base::describe(again.error()) + u'\n' + text));
            QVERIFY2(*again == afterXml(original), qPrintable(text));
        }
    }

    void noiseNeverCrashes()
    {
        Generator random(22621);
        int accepted = 0;
        for (int i = 0; i < rounds; ++i) {
            QString text = xml::write(random.instance(), xml::Dialect::Wmi);
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size())));
            text.replace(at, static_cast<qsizetype>(random.below(4)), random.text());
            const auto result = xml::read(text);
            accepted += result ? 1 : 0;
            QVERIFY(result || !result.error().detail.isEmpty());
            const auto path = ObjectPath::parse(random.text());
            QVERIFY(path || !path.error().detail.isEmpty());
        }
        QVERIFY(accepted < rounds);
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_cim_roundtrip.moc"
