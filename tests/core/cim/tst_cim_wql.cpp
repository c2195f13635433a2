#include "core/cim/Wql.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu::cim;

class TestWql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escaping_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("literal");
        QTest::addColumn<QString>("like");
        QTest::newRow("plain") << u"Display"_s << u"'Display'"_s << u"Display"_s;
        QTest::newRow("empty") << QString() << u"''"_s << QString();
        QTest::newRow("device") << u"PCI\\VEN_10DE"_s << u"'PCI\\\\VEN_10DE'"_s << u"PCI\\\\VEN[_]10DE"_s;
        QTest::newRow("apostrophe") << u"Bob's"_s << u"'Bob\\'s'"_s << u"Bob\\'s"_s;
        QTest::newRow("quote") << u"a\"b"_s << u"'a\"b'"_s << u"a\"b"_s;
        QTest::newRow("wildcards") << u"100%_[x]"_s << u"'100%_[x]'"_s << u"100[%][_][[]x]"_s;
        QTest::newRow("injection") << u"x' OR Name LIKE '%"_s << u"'x\\' OR Name LIKE \\'%'"_s
                                   << u"x\\' OR Name LIKE \\'[%]"_s;
        QTest::newRow("ends in backslash") << u"x\\"_s << u"'x\\\\'"_s << u"x\\\\"_s;
    }
    void escaping()
    {
        QFETCH(QString, text);
        QTEST(wql::literal(text), "literal");
        QTEST(wql::likeText(text), "like");
    }

    void select()
    {
        QCOMPARE(wql::select(u"Msvm_GpuPartition"_s), u"SELECT * FROM Msvm_GpuPartition"_s);
        QCOMPARE(wql::select(u"Win32_PnPEntity"_s, {u"DeviceID"_s, u"Name"_s}, u"Present=TRUE"_s),
                 u"SELECT DeviceID,Name FROM Win32_PnPEntity WHERE Present=TRUE"_s);
        QCOMPARE(wql::select(u"C"_s, {}, u"A=1"_s), u"SELECT * FROM C WHERE A=1"_s);
    }

    void associators()
    {
        QCOMPARE(wql::associators(u"C.A=1"_s), u"ASSOCIATORS OF {C.A=1}"_s);
        QCOMPARE(wql::associators(u"C.A=1"_s, u"X"_s), u"ASSOCIATORS OF {C.A=1} WHERE AssocClass=X"_s);
        QCOMPARE(wql::associators(u"C.A=1"_s, {}, u"Y"_s), u"ASSOCIATORS OF {C.A=1} WHERE ResultClass=Y"_s);
        QCOMPARE(wql::associators(u"C.A=1"_s, u"X"_s, u"Y"_s),
                 u"ASSOCIATORS OF {C.A=1} WHERE AssocClass=X ResultClass=Y"_s);
    }
};

QTEST_GUILESS_MAIN(TestWql)
#include "tst_cim_wql.moc"
