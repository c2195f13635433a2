#include "core/cim/Instance.h"
#include "core/cim/ValueText.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace hvgpu::cim;

namespace {

constexpr auto maxUInt64 = std::numeric_limits<std::uint64_t>::max();
constexpr auto minInt64 = std::numeric_limits<std::int64_t>::min();
constexpr auto maxInt64 = std::numeric_limits<std::int64_t>::max();

using MaybeUnsigned = std::optional<std::uint64_t>;
using MaybeSigned = std::optional<std::int64_t>;

} // namespace

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nullIsNotZeroNorEmpty()
    {
        for (int i = 0; i <= static_cast<int>(Type::Object); ++i) {
            const Value value = Value::null(static_cast<Type>(i), i % 2 == 1);
            QVERIFY(value.isNull());
            QVERIFY(!value.toBool() && !value.toUInt64() && !value.toInt64() && !value.toDouble());
            QVERIFY(!value.toString() && !value.toDateTime() && !value.toReference() && !value.toObject());
            QVERIFY(value.elements().empty());
        }
        QVERIFY(Value().isNull());
        QVERIFY(Value() == Value::null(Type::String));
        QVERIFY(Value() != Value::string(QString()));
        QVERIFY(!Value::string(QString()).isNull());
        QVERIFY(Value::null(Type::UInt64) != Value::unsignedInteger(Type::UInt64, 0));
        QVERIFY(Value::null(Type::UInt64) != Value::null(Type::UInt32));
        QVERIFY(Value::null(Type::String) != Value::null(Type::String, true));
        QVERIFY(Value::null(Type::String, true) != Value::strings({}));
        QVERIFY(!Value::strings({}).isNull());
    }

    void textToUnsigned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<MaybeUnsigned>("expected");
        QTest::newRow("largest") << u"18446744073709551615"_s << MaybeUnsigned(maxUInt64);
        QTest::newRow("one more") << u"18446744073709551616"_s << MaybeUnsigned();
        QTest::newRow("2^53+1") << u"9007199254740993"_s << MaybeUnsigned(9007199254740993U);
        QTest::newRow("zero") << u"0"_s << MaybeUnsigned(0U);
        QTest::newRow("leading zeros") << u"007"_s << MaybeUnsigned(7U);
        QTest::newRow("plus") << u"+7"_s << MaybeUnsigned(7U);
        QTest::newRow("blanks") << u" 7\n"_s << MaybeUnsigned(7U);
        QTest::newRow("hex") << u"0xFFffFFffFFffFFff"_s << MaybeUnsigned(maxUInt64);
        QTest::newRow("negative") << u"-1"_s << MaybeUnsigned();
        QTest::newRow("minus zero") << u"-0"_s << MaybeUnsigned();
        QTest::newRow("empty") << QString() << MaybeUnsigned();
        QTest::newRow("fraction") << u"1.0"_s << MaybeUnsigned();
        QTest::newRow("grouped") << u"1,000"_s << MaybeUnsigned();
        QTest::newRow("tail") << u"7x"_s << MaybeUnsigned();
        QTest::newRow("only 0x") << u"0x"_s << MaybeUnsigned();
        QTest::newRow("two signs") << u"++7"_s << MaybeUnsigned();
        QTest::newRow("other digits") << u"\u0667"_s << MaybeUnsigned();
    }
    void textToUnsigned()
    {
        QFETCH(QString, text);
        QFETCH(MaybeUnsigned, expected);
        QVERIFY(Value::string(text).toUInt64() == expected);
        QVERIFY(unsignedFromText(text) == expected);
    }

    void textToSigned_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<MaybeSigned>("expected");
        QTest::newRow("least") << u"-9223372036854775808"_s << MaybeSigned(minInt64);
        QTest::newRow("one less") << u"-9223372036854775809"_s << MaybeSigned();
        QTest::newRow("largest") << u"9223372036854775807"_s << MaybeSigned(maxInt64);
        QTest::newRow("one more") << u"9223372036854775808"_s << MaybeSigned();
        QTest::newRow("plus") << u" +5 "_s << MaybeSigned(5);
        QTest::newRow("plus minus") << u"+-5"_s << MaybeSigned();
        QTest::newRow("word") << u"five"_s << MaybeSigned();
    }
    void textToSigned()
    {
        QFETCH(QString, text);
        QFETCH(MaybeSigned, expected);
        QVERIFY(Value::string(text).toInt64() == expected);
    }

    void integersConvertOnlyWhenTheyFit()
    {
        QVERIFY(Value::unsignedInteger(Type::UInt64, maxUInt64).toUInt64() == maxUInt64);
        QVERIFY(!Value::unsignedInteger(Type::UInt64, maxUInt64).toInt64());
        QVERIFY(Value::unsignedInteger(Type::UInt64, maxUInt64).toString() == u"18446744073709551615"_s);
        QVERIFY(Value::signedInteger(Type::SInt64, minInt64).toInt64() == minInt64);
        QVERIFY(!Value::signedInteger(Type::SInt64, minInt64).toUInt64());
        QVERIFY(Value::signedInteger(Type::SInt64, minInt64).toString() == u"-9223372036854775808"_s);
        QVERIFY(Value::signedInteger(Type::SInt32, 5).toUInt64() == 5U);
        QVERIFY(Value::unsignedInteger(Type::UInt8, 5).toDouble() == 5.0);
        QVERIFY(!Value::boolean(true).toUInt64());
        QVERIFY(!Value::real(Type::Real64, 1.0).toUInt64());
    }

    void booleans()
    {
        for (const auto& text : {u"true"_s, u"TRUE"_s, u" True "_s, u"1"_s})
            QVERIFY2(Value::string(text).toBool() == true, qPrintable(text));
        for (const auto& text : {u"false"_s, u"FALSE"_s, u"0"_s})
            QVERIFY2(Value::string(text).toBool() == false, qPrintable(text));
        for (const auto& text : {u""_s, u"yes"_s, u"2"_s, u"tru"_s})
            QVERIFY2(!Value::string(text).toBool(), qPrintable(text));
        QVERIFY(Value::boolean(false).toBool() == false);
        QVERIFY(Value::unsignedInteger(Type::UInt8, 1).toBool() == true);
        QVERIFY(!Value::unsignedInteger(Type::UInt8, 2).toBool());
        QVERIFY(Value::boolean(true).toString() == u"true"_s);
    }

    void realsReadBackExactly_data()
    {
        QTest::addColumn<double>("number");
        for (const double number :
             {0.0, -0.0, 0.1, 1.0 / 3, 1e300, -5e-324, 123456789.125, 2.2250738585072014e-308})
            QTest::addRow("%g", number) << number;
    }
    void realsReadBackExactly()
    {
        QFETCH(double, number);
        const Value value = Value::real(Type::Real64, number);
        const auto again = valueFromText(Type::Real64, value.toString().value());
        QVERIFY(again && *again == value);
        const Value single = Value::real(Type::Real32, number);
        const auto singleAgain = valueFromText(Type::Real32, single.toString().value());
        QVERIFY(singleAgain && *singleAgain == single);
    }

    void specialReals()
    {
        QVERIFY(Value::real(Type::Real32, 0.1).toString() == u"0.1"_s);
        QVERIFY(Value::real(Type::Real64, std::nan("")).toString() == u"NaN"_s);
        QVERIFY(Value::real(Type::Real64, std::nan("")) == Value::real(Type::Real64, std::nan("")));
        QVERIFY(Value::real(Type::Real32, 1e300).toString() == u"INF"_s);
        QVERIFY(realFromText(u"-INF") == -std::numeric_limits<double>::infinity());
        QVERIFY(std::isnan(realFromText(u"nan").value()));
        QVERIFY(!realFromText(u"infinity") && !realFromText(u"1,5") && !realFromText(u"") &&
                !realFromText(u"1e999"));
        QVERIFY(!valueFromText(Type::Real32, u"1e39"));
    }

    void typedText_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](Type type, const char* text, bool fits) {
            QTest::addRow("%s %s", cimName(type).data(), text)
                << int(type) << QString::fromLatin1(text) << fits;
        };
        row(Type::UInt8, "255", true);
        row(Type::UInt8, "256", false);
        row(Type::UInt16, "65535", true);
        row(Type::UInt16, "65536", false);
        row(Type::UInt32, "4294967295", true);
        row(Type::UInt32, "4294967296", false);
        row(Type::UInt32, "-1", false);
        row(Type::SInt8, "-128", true);
        row(Type::SInt8, "-129", false);
        row(Type::SInt16, "32767", true);
        row(Type::SInt16, "32768", false);
        row(Type::SInt32, "-2147483648", true);
        row(Type::SInt32, "2147483648", false);
        row(Type::Boolean, "TRUE", true);
        row(Type::Boolean, "maybe", false);
        row(Type::Char16, "x", true);
        row(Type::Char16, "xy", false);
        row(Type::DateTime, "00000000003000.000000:000", true);
        row(Type::DateTime, "2025-01-09T12:00:00Z", false);
        row(Type::Reference, "Msvm_ComputerSystem.Name=\"x\"", true);
        row(Type::Reference, "no path", false);
        row(Type::Object, "x", false);
        row(Type::String, "", true);
    }
    void typedText()
    {
        QFETCH(int, type);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        const auto value = valueFromText(static_cast<Type>(type), text);
        QCOMPARE(value.has_value(), fits);
        if (value)
            QCOMPARE(int(value->type()), type);
    }

    void typeNames()
    {
        for (int i = 0; i <= static_cast<int>(Type::Object); ++i) {
            const QString name(cimName(static_cast<Type>(i)));
            QVERIFY(typeFromCimName(name) == static_cast<Type>(i));
            QVERIFY(typeFromCimName(name.toUpper()) == static_cast<Type>(i));
        }
        QVERIFY(typeFromCimName(u"ref") == Type::Reference);
        QVERIFY(!typeFromCimName(u"uint128"));
        QVERIFY(!typeFromCimName(u""));
    }

    void arraysAndScalars()
    {
        const Value one = Value::string(u"a"_s);
        QCOMPARE(one.elements().size(), std::size_t(1));
        QVERIFY(one.elements().front() == one);
        const Value list = Value::strings({u"a"_s, u"b"_s});
        QVERIFY(list.isArray() && list.type() == Type::String);
        QCOMPARE(list.elements().size(), std::size_t(2));
        QVERIFY(!list.toString() && !list.toBool() && !list.toUInt64());
        QVERIFY(list == Value::strings({u"a"_s, u"b"_s}));
        QVERIFY(list != Value::strings({u"b"_s, u"a"_s}));
        QVERIFY(Value::strings({u"a"_s}) != one);
        const Value holed =
            Value::array(Type::UInt16, {Value::null(Type::UInt16), Value::unsignedInteger(Type::UInt16, 0)});
        QVERIFY(holed.elements()[0].isNull());
        QVERIFY(holed.elements()[1].toUInt64() == 0U);
    }

    void datetimesAndReferences()
    {
        const auto native = Value::string(u"20250109130000.000000+060"_s).toDateTime();
        const auto iso = Value::string(u"2025-01-09T12:00:00Z"_s).toDateTime();
        QVERIFY(native && iso && *native == *iso);
        QVERIFY(!Value::string(u"yesterday"_s).toDateTime());
        QVERIFY(Value::dateTime(*iso) == Value::dateTime(*native));
        const auto path = Value::string(u"root/cimv2:Win32_Bios.Name=\"x\""_s).toReference();
        QVERIFY(path);
        QVERIFY(Value::reference(*path).toString() == u"root\\cimv2:Win32_Bios.Name=\"x\""_s);
        QVERIFY(Value::reference(*path) ==
                Value::reference(
                    ObjectPath({}, u"ROOT\\CIMV2", u"win32_bios"_s, {{u"NAME"_s, Value::string(u"X"_s)}})));
        QVERIFY(!Value::string(u"?"_s).toReference());
    }

    void objects()
    {
        Instance inner(u"Msvm_Thing"_s);
        inner.set(u"A"_s, Value::boolean(true));
        const Value value = Value::object(inner);
        QVERIFY(value.toObject() && *value.toObject() == inner);
        QVERIFY(!value.toString());
        QVERIFY(value == Value::object(inner));
        inner.set(u"A"_s, Value::boolean(false));
        QVERIFY(value != Value::object(inner));
    }

    void isCompactAndSharesOnCopy()
    {
        QVERIFY(sizeof(Value) <= 48);
        const Value object = Value::object(Instance(u"C"_s));
        const Value copy = object; // NOLINT(performance-unnecessary-copy-initialization): the copy is tested
        QVERIFY(copy.toObject() == object.toObject());
    }
};

QTEST_GUILESS_MAIN(TestValue)
#include "tst_cim_value.moc"
