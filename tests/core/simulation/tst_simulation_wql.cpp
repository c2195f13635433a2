#include "core/simulation/classes/ClassCatalogue.h"
#include "core/simulation/wql/Evaluator.h"
#include "core/simulation/wql/Like.h"
#include "core/simulation/wql/Parser.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::simulation;
using namespace Qt::StringLiterals;

namespace {

const QString classText = uR"(namespace root\test
class Base
  key string Name
  uint64 Big
  sint32 Small
  boolean Flag
  datetime When
  string Empty
  string[] List
  object:Base Inner
class Derived : Base
  uint16 Extra = 7
)"_s;

cim::Instance sample()
{
    cim::Instance inner(u"Base"_s);
    inner.append(u"VmID"_s, cim::Value::string(u"abc"_s));
    cim::Instance row(u"Derived"_s, u"root\\test"_s);
    row.append(u"Name"_s, cim::Value::string(u"C:\\Dir\\It's \"x\""_s));
    row.append(u"Big"_s, cim::Value::unsignedInteger(cim::Type::UInt64, 18446744073709551615ULL));
    row.append(u"Small"_s, cim::Value::signedInteger(cim::Type::SInt32, -3));
    row.append(u"Flag"_s, cim::Value::boolean(true));
    row.append(u"When"_s, cim::Value::dateTime(*cim::DateTime::fromCim(u"20250109120000.000000+060")));
    row.append(u"Empty"_s, cim::Value());
    row.append(u"Extra"_s, cim::Value::unsignedInteger(cim::Type::UInt16, 7));
    row.append(u"Inner"_s, cim::Value::object(inner));
    row.setPath(cim::ObjectPath(u"HOST1"_s, u"root\\test", u"Derived"_s, {{u"Name"_s, row.value(u"Name")}}));
    return row;
}

} // namespace

class TestWql : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void like_data();
    void like();
    void condition_data();
    void condition();
    void invalid_data();
    void invalid();
    void unknownProperties();
    void traversal();
};

void TestWql::like_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("expected");
    QTest::newRow("all") << u"anything"_s << u"%"_s << true;
    QTest::newRow("empty text") << QString() << u"%"_s << true;
    QTest::newRow("empty pattern") << u"a"_s << QString() << false;
    QTest::newRow("prefix") << u"PCI\\VEN_10DE"_s << u"pci%"_s << true;
    QTest::newRow("underscore is any") << u"PCI\\VENx10DE"_s << u"PCI\\VEN_10DE"_s << true;
    QTest::newRow("bracketed underscore") << u"PCI\\VENx10DE"_s << u"PCI\\VEN[_]10DE"_s << false;
    QTest::newRow("suffix") << u"Microsoft:Definition\\X\\Default"_s << u"%\\Default"_s << true;
    QTest::newRow("middle") << u"abcabd"_s << u"%ab%d"_s << true;
    QTest::newRow("set") << u"b7"_s << u"[a-c][0-9]"_s << true;
    QTest::newRow("negated set") << u"d7"_s << u"[^a-c]%"_s << true;
    QTest::newRow("negated set hit") << u"b7"_s << u"[^a-c]%"_s << false;
    QTest::newRow("unclosed bracket is itself") << u"[x"_s << u"[x"_s << true;
    QTest::newRow("bracketed percent") << u"100%"_s << u"100[%]"_s << true;
    QTest::newRow("too short") << u"ab"_s << u"ab_"_s << false;
    QTest::newRow("many stars") << QString(2000, u'a') << u"%a%a%a%a%a%a%b"_s << false;
}

void TestWql::like()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(bool, expected);
    QCOMPARE(wql::matchesLike(text, pattern), expected);
}

void TestWql::condition_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<bool>("expected");
    QTest::newRow("equal, any case") << uR"(name = 'c:\\DIR\\it\'s "x"')"_s << true;
    QTest::newRow("double quotes") << uR"(Name = "C:\\Dir\\It's \"x\"")"_s << true;
    QTest::newRow("single backslash kept") << uR"(Name = "C:\Dir\It's \"x\"")"_s << true;
    QTest::newRow("not equal") << u"Extra <> 7"_s << false;
    QTest::newRow("bang equal") << u"Extra!=8"_s << true;
    QTest::newRow("number as text") << u"Extra = '7'"_s << true;
    QTest::newRow("exact uint64") << u"Big = 18446744073709551615"_s << true;
    QTest::newRow("uint64 not rounded") << u"Big = 18446744073709551614"_s << false;
    QTest::newRow("negative") << u"Small < -2"_s << true;
    QTest::newRow("signed against unsigned") << u"Small < 5"_s << true;
    QTest::newRow("boolean") << u"Flag = TRUE"_s << true;
    QTest::newRow("boolean false") << u"Flag = false"_s << false;
    QTest::newRow("datetime, other offset") << u"When = '20250109110000.000000+000'"_s << true;
    QTest::newRow("datetime order") << u"When > '20250101000000.000000+000'"_s << true;
    QTest::newRow("null") << u"Empty IS NULL"_s << true;
    QTest::newRow("not null") << u"Empty is not null"_s << false;
    QTest::newRow("null equals nothing") << u"Empty = 'x' OR Empty <> 'x'"_s << false;
    QTest::newRow("and before or") << u"Extra=1 AND Extra=2 OR Extra=7"_s << true;
    QTest::newRow("parentheses") << u"Extra=1 AND (Extra=2 OR Extra=7)"_s << false;
    QTest::newRow("not") << u"NOT Extra = 1"_s << true;
    QTest::newRow("not twice") << u"NOT NOT (Extra = 7)"_s << true;
    QTest::newRow("not like") << u"Name NOT LIKE 'D:%'"_s << true;
    QTest::newRow("class") << u"__CLASS = 'derived'"_s << true;
    QTest::newRow("server") << u"Name != __SERVER"_s << true;
    QTest::newRow("isa") << u"__this ISA \"Base\""_s << true;
    QTest::newRow("isa other") << u"__this ISA 'Other'"_s << false;
    QTest::newRow("embedded") << u"Inner.VmID = 'ABC'"_s << true;
    QTest::newRow("constant first") << u"7 = Extra"_s << true;
    QTest::newRow("relpath") << uR"(__RELPATH = 'Derived.Name="C:\\\\Dir\\\\It\'s \\"x\\""')"_s << true;
    QTest::newRow("trailing blanks") << u"Extra = 7   "_s << true;
}

void TestWql::condition()
{
    QFETCH(QString, where);
    QFETCH(bool, expected);
    const auto catalogue = ClassCatalogue::parse({classText});
    QVERIFY2(catalogue.has_value(), catalogue ? "" : qPrintable(catalogue.error().detail));
    const ClassInfo* const info = catalogue->find(u"root\\test", u"Derived");
    QVERIFY(info != nullptr);
    const auto query = wql::parse(u"select * from Derived where "_s + where);
    QVERIFY(query.has_value());
    QVERIFY(wql::isValidFor(*query, *info));
    QCOMPARE(wql::matches(query->where.front(), sample(), *info), expected);
}

void TestWql::invalid_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no from") << u"SELECT *"_s;
    QTest::newRow("open quote") << u"SELECT * FROM X WHERE a = 'b"_s;
    QTest::newRow("open parenthesis") << u"SELECT * FROM X WHERE (a = 1"_s;
    QTest::newRow("rest") << u"SELECT * FROM X extra"_s;
    QTest::newRow("no operand") << u"SELECT * FROM X WHERE a ="_s;
    QTest::newRow("unknown word") << u"DELETE FROM X"_s;
    QTest::newRow("assoc word in references") << u"REFERENCES OF {X} WHERE AssocClass=Y"_s;
    QTest::newRow("too deep") << u"SELECT * FROM X WHERE "_s + QString(500, u'(') + u"a=1"_s +
                                     QString(500, u')');
}

void TestWql::invalid()
{
    QFETCH(QString, text);
    QVERIFY(!wql::parse(text).has_value());
}

void TestWql::unknownProperties()
{
    const auto catalogue = ClassCatalogue::parse({classText});
    QVERIFY(catalogue.has_value());
    const ClassInfo* const info = catalogue->find(u"root\\test", u"Derived");
    for (const QString& bad :
         {u"SELECT Nope FROM Derived"_s, u"SELECT * FROM Derived WHERE Nope = 1"_s,
          u"SELECT * FROM Derived WHERE List = 'x'"_s, u"SELECT * FROM Derived WHERE Name.x = 1"_s})
        QVERIFY2(!wql::isValidFor(*wql::parse(bad), *info), qPrintable(bad));
    QVERIFY(wql::isValidFor(*wql::parse(u"SELECT Name, __PATH FROM Derived"), *info));
}

void TestWql::traversal()
{
    const auto query =
        wql::parse(uR"(associators of {Msvm_PartitionableGpu.Name="\\\\?\\PCI#{064092b3}"} where
        AssocClass = A ResultClass=B role = C RESULTROLE=D ClassDefsOnly)");
    QVERIFY(query.has_value());
    QCOMPARE(query->objectPath, uR"(Msvm_PartitionableGpu.Name="\\\\?\\PCI#{064092b3}")"_s);
    QCOMPARE(query->assocClass, u"A"_s);
    QCOMPARE(query->resultClass, u"B"_s);
    QCOMPARE(query->role, u"C"_s);
    QCOMPARE(query->resultRole, u"D"_s);
    QVERIFY(query->classDefsOnly);
}

QTEST_GUILESS_MAIN(TestWql)
#include "tst_simulation_wql.moc"
