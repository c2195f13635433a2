#include "core/cim/CimXml.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hvgpu::cim;
using hvgpu::base::ErrorCode;

namespace {

QString withProperty(const QString& property)
{
    return u"<INSTANCE CLASSNAME=\"C\">"_s + property + u"</INSTANCE>"_s;
}

QString typed(const QString& type, const QString& text)
{
    return withProperty(u"<PROPERTY NAME='Size' TYPE='"_s + type + u"'><VALUE>"_s + text +
                        u"</VALUE></PROPERTY>"_s);
}

/// Instances nested as text in text.
QString nestedText(int levels)
{
    Instance row(u"Leaf"_s);
    for (int i = 0; i < levels; ++i) {
        Instance outer(u"Level"_s);
        outer.set(u"Inner"_s, Value::object(row));
        row = outer;
    }
    return xml::write(row, xml::Dialect::Cim);
}

QString bomb()
{
    QString text = u"<!DOCTYPE x [<!ENTITY a0 \"boom\">"_s;
    for (int i = 1; i < 20; ++i)
        text += u"<!ENTITY a%1 \"&a%2;&a%2;&a%2;&a%2;\">"_s.arg(i).arg(i - 1);
    return text + u"]>"_s + typed(u"string"_s, u"&a19;"_s);
}

} // namespace

class TestXmlHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<bool>("limit");
        const auto row = [](const char* name, const QString& text, const QString& detail,
                            bool limit = false) { QTest::newRow(name) << text << detail << limit; };
        row("empty", QString(), u"document"_s);
        row("no XML", u"Access is denied"_s, QString());
        row("other root", u"<html/>"_s, u"'html' instead of INSTANCE"_s);
        row("class", u"<CLASS NAME='C'/>"_s, u"'CLASS' instead of INSTANCE"_s);
        row("empty wrapper", u"<VALUE.OBJECT/>"_s, u"no INSTANCE element"_s);
        row("two instances",
            u"<VALUE.OBJECT><INSTANCE CLASSNAME='A'/><INSTANCE CLASSNAME='B'/></VALUE.OBJECT>"_s,
            u"more than one INSTANCE"_s);
        row("two roots", u"<INSTANCE CLASSNAME='A'/><INSTANCE CLASSNAME='A'/>"_s, QString());
        row("no class", u"<INSTANCE/>"_s, u"CLASSNAME"_s);
        row("truncated", u"<INSTANCE CLASSNAME='C'><PROPERTY NAME='A' TYPE='string'><VALUE>x"_s, u"end"_s);
        row("unclosed", u"<INSTANCE CLASSNAME='C'>"_s, u"end"_s);
        row("crossed", u"<INSTANCE CLASSNAME='C'><A></INSTANCE></A>"_s, QString());
        row("doctype", u"<!DOCTYPE INSTANCE SYSTEM 'file:///etc/passwd'>"_s + withProperty({}), u"DOCTYPE"_s);
        row("entity bomb", bomb(), u"DOCTYPE"_s);
        row("external entity",
            u"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"_s + typed(u"string"_s, u"&e;"_s),
            u"DOCTYPE"_s);
        row("unknown entity", typed(u"string"_s, u"&nbsp;"_s), u"nbsp"_s);
        row("illegal reference", typed(u"string"_s, u"&#0;"_s), QString());
        row("no name", withProperty(u"<PROPERTY TYPE='string'/>"_s), u"PROPERTY without NAME"_s);
        row("no type", withProperty(u"<PROPERTY NAME='A'/>"_s), u"unknown TYPE"_s);
        row("unknown type", typed(u"uint128"_s, u"1"_s), u"'uint128'"_s);
        row("twice", withProperty(u"<PROPERTY NAME='A' TYPE='string'/><PROPERTY NAME='a' TYPE='string'/>"_s),
            u"'a' is given twice"_s);
        row("two values", withProperty(u"<PROPERTY NAME='A' TYPE='string'><VALUE/><VALUE/></PROPERTY>"_s),
            u"more than one value"_s);
        row("array in scalar", withProperty(u"<PROPERTY NAME='A' TYPE='string'><VALUE.ARRAY/></PROPERTY>"_s),
            u"mixes array"_s);
        row("scalar in array",
            withProperty(u"<PROPERTY.ARRAY NAME='A' TYPE='string'><VALUE/></PROPERTY.ARRAY>"_s),
            u"mixes array"_s);
        row("element in value", typed(u"string"_s, u"<b/>"_s), u"'b' where only text"_s);
        row("stray text", withProperty(u"hello"_s), u"'hello' between elements"_s);
        row("negative", typed(u"uint64"_s, u"-1"_s), u"'Size': '-1' is not a uint64"_s);
        row("too big", typed(u"uint64"_s, u"18446744073709551616"_s), u"is not a uint64"_s);
        row("over uint8", typed(u"uint8"_s, u"256"_s), u"is not a uint8"_s);
        row("empty number", typed(u"uint16"_s, QString()), u"is not a uint16"_s);
        row("word", typed(u"sint32"_s, u"many"_s), u"'many' is not a sint32"_s);
        row("boolean", typed(u"boolean"_s, u"perhaps"_s), u"is not a boolean"_s);
        row("ISO datetime", typed(u"datetime"_s, u"2025-01-09T12:00:00Z"_s), u"is not a datetime"_s);
        row("bad element",
            withProperty(
                u"<PROPERTY.ARRAY NAME='A' TYPE='uint8'><VALUE.ARRAY><VALUE>1</VALUE><VALUE>x</VALUE>"
                "</VALUE.ARRAY></PROPERTY.ARRAY>"_s),
            u"'x' is not a uint8"_s);
        row("bad reference",
            withProperty(u"<PROPERTY.REFERENCE NAME='R'><VALUE.REFERENCE>nonsense here</VALUE.REFERENCE>"
                         "</PROPERTY.REFERENCE>"_s),
            u"VALUE.REFERENCE"_s);
        row("empty reference",
            withProperty(u"<PROPERTY.REFERENCE NAME='R'><VALUE.REFERENCE/></PROPERTY.REFERENCE>"_s),
            u"VALUE.REFERENCE"_s);
        row("bad key",
            withProperty(
                u"<PROPERTY.REFERENCE NAME='R'><VALUE.REFERENCE><INSTANCENAME CLASSNAME='C'><KEYBINDING "
                "NAME='A'><KEYVALUE VALUETYPE='numeric'>x</KEYVALUE></KEYBINDING></INSTANCENAME>"
                "</VALUE.REFERENCE></PROPERTY.REFERENCE>"_s),
            u"'x' is not numeric"_s);
        row("plain value as reference",
            withProperty(u"<PROPERTY.REFERENCE NAME='R'><VALUE.OBJECT/></PROPERTY.REFERENCE>"_s),
            u"VALUE.OBJECT"_s);
        row("broken embedded text",
            withProperty(
                u"<PROPERTY NAME='E' TYPE='string' EmbeddedObject='object'><VALUE>no</VALUE></PROPERTY>"_s),
            QString());
        row("deep", u"<VALUE.OBJECT>"_s.repeated(100), u"deeper than 32"_s, true);
        row("deep in skipped", withProperty(u"<X>"_s.repeated(100)), u"deeper than 32"_s, true);
        row("very deep", u"<a>"_s.repeated(300'000).prepend(u"<INSTANCE CLASSNAME='C'>"_s),
            u"deeper than 32"_s, true);
        row("deep in texts", nestedText(12), u"deeper than 32"_s, true);
        row("2 MiB", typed(u"string"_s, QString(2 * 1024 * 1024, u'x')), u"more than 1048576"_s, true);
        QString many;
        for (int i = 0; i < 5000; ++i)
            many += u"<PROPERTY NAME='P%1' TYPE='string'/>"_s.arg(i);
        row("many properties", withProperty(many), u"more than 4096 properties"_s, true);
    }
    void refused()
    {
        QFETCH(QString, text);
        QFETCH(QString, detail);
        QFETCH(bool, limit);
        const auto instance = xml::read(text);
        QVERIFY(!instance);
        QCOMPARE(instance.error().code, limit ? ErrorCode::LimitExceeded : ErrorCode::ProtocolViolation);
        QVERIFY2(instance.error().detail.contains(detail), qPrintable(instance.error().detail));
        QVERIFY(instance.error().detail.size() < 400);
        QCOMPARE(instance.error().operation, u"Read CIM-XML"_s);
    }

    void everyCutOfARealTextIsRefused()
    {
        Instance row(u"Msvm_X"_s);
        row.set(u"List"_s, Value::strings({u"a&b"_s, u"<"_s}));
        row.set(u"Path"_s,
                Value::reference(ObjectPath(u"H"_s, u"root\\v2", u"C"_s, {{u"A"_s, Value::boolean(true)}})));
        const QString text = xml::write(row, xml::Dialect::Wmi);
        for (qsizetype length = 0; length < text.size(); ++length)
            QVERIFY2(!xml::read(QStringView(text).left(length)), qPrintable(text.left(length)));
        QVERIFY(xml::read(text));
    }

    void justBelowTheLimitsIsFine()
    {
        const QString head =
            u"<INSTANCE CLASSNAME=\"C\"><PROPERTY NAME='Size' TYPE='string'><VALUE></VALUE></PROPERTY>"
            "</INSTANCE>"_s;
        const QString text = typed(u"string"_s, QString(1024 * 1024 - head.size(), u'x'));
        QCOMPARE(text.size(), qsizetype(1024 * 1024));
        QVERIFY(xml::read(text));
        QVERIFY(xml::read(nestedText(9)));
        const QString deep = u"<X>"_s.repeated(31) + u"</X>"_s.repeated(31);
        QVERIFY(xml::read(withProperty(deep)));
    }
};

QTEST_GUILESS_MAIN(TestXmlHostile)
#include "tst_cim_xmlhostile.moc"
