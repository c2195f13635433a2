#include "core/cim/CimXml.h"
#include "core/cim/Instance.h"
#include "core/wmi/com/Bstr.h"
#include "core/wmi/com/VariantValue.h"

#include <QtTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using cim::Type;
using cim::Value;
using com::Variant;

namespace {

VARIANT plain(VARTYPE type)
{
    VARIANT variant;
    VariantInit(&variant);
    variant.vt = type;
    return variant;
}

Variant i4(LONG number)
{
    VARIANT variant = plain(VT_I4);
    variant.lVal = number;
    return Variant(variant);
}

Variant text(const QString& words)
{
    VARIANT variant = plain(VT_BSTR);
    variant.bstrVal = com::Bstr(words).release();
    return Variant(variant);
}

base::Result<Value> read(const Variant& variant, CIMTYPE type)
{
    return com::valueFrom(variant.value(), type, [](IUnknown&) -> base::Result<cim::Instance> {
        return cim::Instance(u"Embedded"_s);
    });
}

base::Result<Variant> written(const Value& value, CIMTYPE type)
{
    return com::variantFrom(value, type, [](const cim::Instance&) {
        return base::Result<com::ComPtr<IWbemClassObject>>(base::fail({}));
    });
}

} // namespace

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unsignedIntegersKeepTheirBits()
    {
        QCOMPARE(read(i4(-1), CIM_UINT32)->toUInt64(), std::optional<std::uint64_t>(0xFFFFFFFFU));
        QCOMPARE(read(i4(65535), CIM_UINT16)->toUInt64(), std::optional<std::uint64_t>(65535));
        QCOMPARE(read(i4(-1), CIM_SINT32)->toInt64(), std::optional<std::int64_t>(-1));
        QCOMPARE(read(i4(7), CIM_UINT32)->type(), Type::UInt32);
        VARIANT small = plain(VT_I2);
        small.iVal = -2;
        QCOMPARE(read(Variant(small), CIM_SINT8)->toInt64(), std::optional<std::int64_t>(-2));
        VARIANT octet = plain(VT_UI1);
        octet.bVal = 200;
        QCOMPARE(read(Variant(octet), CIM_UINT8)->toUInt64(), std::optional<std::uint64_t>(200));
    }

    void wideIntegersAreText()
    {
        const auto largest = std::numeric_limits<std::uint64_t>::max();
        const auto value = read(text(u"18446744073709551615"_s), CIM_UINT64);
        QCOMPARE(value->toUInt64(), std::optional(largest));
        QCOMPARE(value->type(), Type::UInt64);
        QCOMPARE(read(text(u"-9223372036854775808"_s), CIM_SINT64)->toInt64(),
                 std::optional(std::numeric_limits<std::int64_t>::min()));
        const auto variant = written(Value::unsignedInteger(Type::UInt64, largest), CIM_UINT64);
        QCOMPARE(variant->value().vt, VT_BSTR);
        QCOMPARE(com::textOf(variant->value().bstrVal), u"18446744073709551615"_s);
        QVERIFY(!read(text(u"many"_s), CIM_UINT64).has_value()); // not read as 0
    }

    void nullIsNotZero()
    {
        const Variant null(plain(VT_NULL));
        QVERIFY(read(null, CIM_UINT32)->isNull());
        QCOMPARE(read(null, CIM_UINT32)->type(), Type::UInt32);
        QVERIFY(read(null, CIM_STRING | CIM_FLAG_ARRAY)->isArray());
        QVERIFY(!read(i4(0), CIM_UINT32)->isNull());
        QCOMPARE(written(Value::null(Type::UInt64), CIM_UINT64)->value().vt, VT_NULL);
        QCOMPARE(read(text(QString(u""_s)), CIM_STRING)->toString(), std::optional(QString(u""_s)));
    }

    void datesAndReferences()
    {
        const auto time = read(text(u"20250109120000.000000+060"_s), CIM_DATETIME);
        QCOMPARE(time->type(), Type::DateTime);
        QCOMPARE(time->toDateTime()->toCim(), u"20250109110000.000000+000"_s);
        const auto broken = read(text(u"20261127215256.331000+00"_s), CIM_DATETIME);
        QVERIFY(broken.has_value());
        QVERIFY(!broken->isNull());
        QVERIFY(!broken->toDateTime().has_value());
        const QString path =
            u"\\\\VM\\ROOT\\CIMV2:Win32_DiskDrive.DeviceId=\"\\\\\\\\.\\\\PHYSICALDRIVE0\""_s;
        const auto reference = read(text(path), CIM_REFERENCE);
        QCOMPARE(reference->type(), Type::Reference);
        QCOMPARE(reference->toReference()->key(u"DeviceID").toString(),
                 std::optional(u"\\\\.\\PHYSICALDRIVE0"_s));
        const auto back = written(*reference, CIM_REFERENCE);
        QCOMPARE(com::textOf(back->value().bstrVal), path);
    }

    void referencesWithoutAHostMeanTheHostAsked()
    {
        const cim::ObjectPath path({}, u"root\\virtualization\\v2", u"Msvm_X"_s,
                                   {{u"Name"_s, Value::string(u"a"_s)}});
        const auto variant = written(Value::reference(path), CIM_REFERENCE);
        QCOMPARE(com::textOf(variant->value().bstrVal),
                 u"\\\\.\\root\\virtualization\\v2:Msvm_X.Name=\"a\""_s);
    }

    void arrays()
    {
        const Value numbers = Value::array(Type::UInt32, {Value::unsignedInteger(Type::UInt32, 0xFFFFFFFFU),
                                                          Value::unsignedInteger(Type::UInt32, 4)});
        const auto variant = written(numbers, CIM_UINT32 | CIM_FLAG_ARRAY);
        QVERIFY(variant.has_value());
        QCOMPARE(int(variant->value().vt), VT_ARRAY | VT_I4);
        QVERIFY(*com::valueFrom(variant->value(), CIM_UINT32 | CIM_FLAG_ARRAY, {}) == numbers);
        const Value words = Value::strings({u"one"_s, u""_s, u"größer"_s});
        const auto list = written(words, CIM_STRING | CIM_FLAG_ARRAY);
        QVERIFY(*com::valueFrom(list->value(), CIM_STRING | CIM_FLAG_ARRAY, {}) == words);
        const Value wide = Value::array(Type::UInt64, {Value::unsignedInteger(Type::UInt64, 1ULL << 63)});
        const auto wideList = written(wide, CIM_UINT64 | CIM_FLAG_ARRAY);
        QCOMPARE(int(wideList->value().vt), VT_ARRAY | VT_BSTR);
        QVERIFY(*com::valueFrom(wideList->value(), CIM_UINT64 | CIM_FLAG_ARRAY, {}) == wide);
        const auto empty = written(Value::array(Type::String, {}), CIM_STRING | CIM_FLAG_ARRAY);
        QVERIFY(!com::valueFrom(empty->value(), CIM_STRING | CIM_FLAG_ARRAY, {})->isNull());
    }

    void otherScalars()
    {
        VARIANT flag = plain(VT_BOOL);
        flag.boolVal = VARIANT_TRUE;
        QCOMPARE(read(Variant(flag), CIM_BOOLEAN)->toBool(), std::optional(true));
        QCOMPARE(written(Value::boolean(true), CIM_BOOLEAN)->value().boolVal, VARIANT_TRUE);
        VARIANT real = plain(VT_R8);
        real.dblVal = 0.5;
        QCOMPARE(read(Variant(real), CIM_REAL64)->toDouble(), std::optional(0.5));
        QCOMPARE(written(Value::unsignedInteger(Type::UInt32, 0x80000002U), CIM_UINT32)->value().lVal,
                 static_cast<LONG>(0x80000002));
        QCOMPARE(written(Value::string(u"42"_s), CIM_UINT16)->value().lVal, 42L); // from WS-Management's text
    }

    void whatDoesNotFitIsRefused()
    {
        for (const auto& value : {Value::unsignedInteger(Type::UInt32, 70'000), Value::string(u"x"_s),
                                  Value::signedInteger(Type::SInt32, -1)}) {
            const auto variant = written(value, CIM_UINT16);
            QVERIFY(!variant.has_value());
            QCOMPARE(variant.error().code, base::ErrorCode::InvalidArgument);
        }
        QVERIFY(!written(Value::strings({u"a"_s}), CIM_STRING).has_value());
        QCOMPARE(read(i4(1), CIM_STRING | CIM_FLAG_ARRAY).error().code, base::ErrorCode::ProtocolViolation);
    }

    void instancesForStringsAreCimXml()
    {
        cim::Instance settings(u"Msvm_GpuPartitionSettingData"_s);
        settings.set(u"InstanceID"_s, Value::string(u"a&b"_s));
        const auto variant = written(Value::object(settings), CIM_STRING);
        QVERIFY(variant.has_value());
        QCOMPARE(com::textOf(variant->value().bstrVal), cim::xml::write(settings));
        QVERIFY(!written(Value::object(settings), CIM_UINT32).has_value());
    }

    void embeddedObjects()
    {
        VARIANT none = plain(VT_UNKNOWN);
        QVERIFY(read(Variant(none), CIM_OBJECT)->isNull());
        QVERIFY(!written(Value::string(u"x"_s), CIM_OBJECT).has_value());
    }
};

QTEST_APPLESS_MAIN(TestValues)
#include "tst_com_values.moc"
