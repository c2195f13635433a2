#include "core/cim/Instance.h"
#include "core/cim/Names.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu::cim;

class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesCompareWithoutAsciiCase_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        QTest::newRow("case") << u"PartitionCount"_s << u"PARTITIONcount"_s << true;
        QTest::newRow("length") << u"Name"_s << u"Names"_s << false;
        QTest::newRow("not letters") << u"a[b"_s << u"a{b"_s << false;
        QTest::newRow("at and backtick") << u"@"_s << u"`"_s << false;
        QTest::newRow("empty") << QString() << u""_s << true;
        QTest::newRow("other letters keep case") << u"\u00c4"_s << u"\u00e4"_s << false;
    }
    void namesCompareWithoutAsciiCase()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(sameName(a, b), same);
        if (same)
            QCOMPARE(nameHash(a), nameHash(b));
    }

    void setReplacesAndAppends()
    {
        Instance row(u"Msvm_PartitionableGpu"_s, u"//root/virtualization/v2/"_s);
        QCOMPARE(row.nameSpace(), u"root\\virtualization\\v2"_s);
        row.set(u"PartitionCount"_s, Value::unsignedInteger(Type::UInt16, 4));
        row.set(u"Name"_s, Value::string(u"x"_s));
        row.set(u"PARTITIONCOUNT"_s, Value::unsignedInteger(Type::UInt16, 8));
        QCOMPARE(row.properties().size(), std::size_t(2));
        QCOMPARE(row.properties()[0].name, u"PartitionCount"_s);
        QVERIFY(row.value(u"partitioncount").toUInt64() == 8U);
    }

    void missingIsNullButNotContained()
    {
        Instance row(u"C"_s);
        row.set(u"Empty"_s, Value::null(Type::UInt64));
        QVERIFY(row.value(u"Absent").isNull());
        QVERIFY(!row.contains(u"Absent"));
        QVERIFY(row.contains(u"EMPTY") && row.value(u"empty").isNull());
        QVERIFY(row.value(u"Empty").type() == Type::UInt64);
    }

    void equality()
    {
        Instance a(u"C"_s);
        a.append(u"A"_s, Value::boolean(true));
        a.append(u"B"_s, Value::string(u"x"_s));
        Instance b(u"c"_s, u"root\\cimv2"_s);
        b.append(u"b"_s, Value::string(u"x"_s));
        b.append(u"a"_s, Value::boolean(true));
        QVERIFY(a == b);
        b.setPath(ObjectPath({}, u"root\\cimv2", u"C"_s));
        QVERIFY(!(a == b));
        a.setPath(ObjectPath(u"HOST"_s, u"root\\cimv2", u"C"_s));
        QVERIFY(a == b);
        b.set(u"B"_s, Value::string(u"X"_s));
        QVERIFY(!(a == b));
        QVERIFY(!(Instance(u"C"_s, u"root\\a"_s) == Instance(u"C"_s, u"root\\b"_s)));
        QVERIFY(!(Instance(u"C"_s) == Instance(u"D"_s)));
    }
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_cim_instance.moc"
