#include "core/cim/CimXml.h"

#include <QtTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hvgpu::cim;
using xml::Dialect;

namespace {

Instance read(const QString& text)
{
    auto instance = xml::read(text);
    if (!instance)
        qWarning("%s", qPrintable(hvgpu::base::describe(instance.error())));
    return instance ? *std::move(instance) : Instance();
}

QString withProperty(const QString& property)
{
    return u"<INSTANCE CLASSNAME=\"C\">"_s + property + u"</INSTANCE>"_s;
}

Instance everything()
{
    Instance inner(u"Msvm_Inner"_s);
    inner.set(u"Text"_s, Value::string(u"<a & \"b\">"_s));
    Instance row(u"Msvm_Everything"_s);
    row.set(u"Yes"_s, Value::boolean(true));
    row.set(u"Largest"_s, Value::unsignedInteger(Type::UInt64, std::numeric_limits<std::uint64_t>::max()));
    row.set(u"Least"_s, Value::signedInteger(Type::SInt64, std::numeric_limits<std::int64_t>::min()));
    row.set(u"Tiny"_s, Value::unsignedInteger(Type::UInt8, 0));
    row.set(u"Ratio"_s, Value::real(Type::Real64, 1.0 / 3));
    row.set(u"Single"_s, Value::real(Type::Real32, 0.1));
    row.set(u"Letter"_s, Value::unsignedInteger(Type::Char16, u'&'));
    row.set(u"Text"_s, Value::string(u" two\r\nlines\tand ]]> <x> &amp; \"'\u00e4\U0001F600 "_s));
    row.set(u"Empty"_s, Value::string(QString()));
    row.set(u"Missing"_s, Value::null(Type::UInt64));
    row.set(u"MissingList"_s, Value::null(Type::String, true));
    row.set(u"NoReference"_s, Value::null(Type::Reference));
    row.set(u"NoObject"_s, Value::null(Type::Object));
    row.set(u"When"_s, Value::dateTime(*DateTime::fromIso(u"1601-01-01T00:00:00Z")));
    row.set(u"HowLong"_s, Value::dateTime(*DateTime::fromIso(u"PT30M")));
    row.set(u"List"_s, Value::strings({u"a"_s, QString(), u"<"_s}));
    row.set(u"NoElements"_s, Value::array(Type::UInt16, {}));
    row.set(u"Holed"_s,
            Value::array(Type::UInt16, {Value::null(Type::UInt16), Value::unsignedInteger(Type::UInt16, 0)}));
    const ObjectPath path(u"HOST"_s, u"root\\virtualization\\v2", u"Msvm_PciExpress"_s,
                          {{u"DeviceID"_s, Value::string(u"Microsoft:X\\PCIP\\\"&<"_s)},
                           {u"Number"_s, Value::signedInteger(Type::SInt64, -5)},
                           {u"Flag"_s, Value::boolean(false)}});
    row.set(u"Target"_s, Value::reference(path));
    row.set(u"Targets"_s,
            Value::array(Type::Reference, {Value::reference(path), Value::null(Type::Reference)}));
    row.set(u"Inner"_s, Value::object(inner));
    row.set(u"Inners"_s, Value::array(Type::Object, {Value::object(inner), Value::object(inner)}));
    return row;
}

} // namespace

class TestXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheProviderUnderstands()
    {
        Instance row(u"Msvm_GpuPartitionSettingData"_s);
        row.set(u"InstanceID"_s, Value::string(u"a&b<c>\"d\""_s));
        row.set(u"MinPartitionVRAM"_s, Value::unsignedInteger(Type::UInt64, 1));
        row.set(u"MaxPartitionVRAM"_s, Value::null(Type::UInt64));
        row.set(u"HostResource"_s, Value::strings({u"x"_s}));
        row.set(u"Notes"_s, Value::null(Type::String, true));
        row.set(u"Timeout"_s, Value::dateTime(*DateTime::fromIso(u"PT30M")));
        row.set(u"On"_s, Value::boolean(true));
        QCOMPARE(
            xml::write(row),
            u"<INSTANCE CLASSNAME=\"Msvm_GpuPartitionSettingData\">"
            "<PROPERTY NAME=\"InstanceID\" TYPE=\"string\"><VALUE>a&#38;b&#60;c&#62;\"d\"</VALUE></PROPERTY>"
            "<PROPERTY NAME=\"MinPartitionVRAM\" TYPE=\"uint64\"><VALUE>1</VALUE></PROPERTY>"
            "<PROPERTY NAME=\"MaxPartitionVRAM\" TYPE=\"uint64\"/>"
            "<PROPERTY.ARRAY NAME=\"HostResource\" "
            "TYPE=\"string\"><VALUE.ARRAY><VALUE>x</VALUE></VALUE.ARRAY>"
            "</PROPERTY.ARRAY>"
            "<PROPERTY.ARRAY NAME=\"Notes\" TYPE=\"string\"/>"
            "<PROPERTY NAME=\"Timeout\" TYPE=\"datetime\"><VALUE>00000000003000.000000:000</VALUE></PROPERTY>"
            "<PROPERTY NAME=\"On\" TYPE=\"boolean\"><VALUE>TRUE</VALUE></PROPERTY>"
            "</INSTANCE>"_s);
    }

    void neverUsesNamedReferences()
    {
        for (const Dialect dialect : {Dialect::Cim, Dialect::Wmi}) {
            const QString text = xml::write(everything(), dialect);
            QVERIFY(!text.contains(QRegularExpression(u"&(?!#[0-9]+;)"_s)));
        }
    }

    void bothDialectsReadBack_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::newRow("CIM DTD") << int(Dialect::Cim);
        QTest::newRow("WMI DTD") << int(Dialect::Wmi);
    }
    void bothDialectsReadBack()
    {
        QFETCH(int, dialect);
        const Instance original = everything();
        const Instance again = read(xml::write(original, static_cast<Dialect>(dialect)));
        QCOMPARE(again.className(), original.className());
        QCOMPARE(again.properties().size(), original.properties().size());
        for (const Property& property : original.properties()) {
            QVERIFY2(again.contains(property.name), qPrintable(property.name));
            QVERIFY2(again.value(property.name) == property.value, qPrintable(property.name));
        }
        QVERIFY(again == original);
    }

    void wmiDialectCarriesThePath()
    {
        Instance row(u"Msvm_PciExpress"_s, u"root\\virtualization\\v2"_s);
        const ObjectPath path(u"HOST"_s, u"root\\virtualization\\v2", u"Msvm_PciExpress"_s,
                              {{u"DeviceID"_s, Value::string(u"a\\b\"c"_s)}});
        row.setPath(path);
        row.set(u"DeviceID"_s, Value::string(u"a\\b\"c"_s));
        const QString text = xml::write(row, Dialect::Wmi);
        QVERIFY(text.contains(u"NAME=\"__PATH\" CLASSORIGIN=\"___SYSTEM\" TYPE=\"string\""_s));
        const Instance again = read(text);
        QVERIFY(again == row);
        QCOMPARE(again.nameSpace(), row.nameSpace());
        QVERIFY(again.path() && again.path()->host() == u"HOST"_s);
        QCOMPARE(again.properties().size(), std::size_t(1));
        QVERIFY(!xml::write(row, Dialect::Cim).contains(u"__PATH"_s));
        const Instance bare(u"C"_s, u"root\\cimv2"_s);
        QCOMPARE(read(xml::write(bare, Dialect::Wmi)).nameSpace(), u"root\\cimv2"_s);
    }

    void readsWhatWindowsWrites()
    {
        const Instance row = read(
            u"<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<!-- from a host -->\n"
            "<INSTANCE CLASSNAME='Msvm_X' xml:lang='de-DE'>\n"
            " <QUALIFIER NAME='dynamic' TYPE='boolean'><VALUE>TRUE</VALUE></QUALIFIER>\n"
            " <PROPERTY NAME='__PATH' CLASSORIGIN='___SYSTEM' TYPE='string'>"
            "<VALUE>\\\\H\\root\\v2:Msvm_X.A=\"1\"</VALUE></PROPERTY>\n"
            " <PROPERTY NAME='__GENUS' CLASSORIGIN='___SYSTEM' TYPE='sint32'><VALUE>2</VALUE></PROPERTY>\n"
            " <PROPERTY NAME='A' CLASSORIGIN='CIM_Y' PROPAGATED='true' TYPE='string'>"
            "<QUALIFIER NAME='key' TYPE='boolean'/><VALUE><![CDATA[<1 & 2>]]></VALUE></PROPERTY>\n"
            " <PROPERTY NAME='B' TYPE='uint16'><VALUE> 7 </VALUE></PROPERTY>"
            " <PROPERTY NAME='C' TYPE='boolean'><VALUE>False</VALUE></PROPERTY>"
            " <PROPERTY NAME='D' TYPE='string'><VALUE/></PROPERTY>"
            " <PROPERTY NAME='E' TYPE='string'><VALUE.NULL/></PROPERTY>"
            " <FUTURE><PROPERTY NAME='F' TYPE='string'/></FUTURE>"
            "</INSTANCE>\n"_s);
        QCOMPARE(row.className(), u"Msvm_X"_s);
        QCOMPARE(row.properties().size(), std::size_t(5));
        QVERIFY(row.path() && row.path()->key(u"A").toString() == u"1"_s);
        QCOMPARE(row.nameSpace(), u"root\\v2"_s);
        QVERIFY(row.value(u"a").toString() == u"<1 & 2>"_s);
        QVERIFY(row.value(u"B") == Value::unsignedInteger(Type::UInt16, 7));
        QVERIFY(row.value(u"C") == Value::boolean(false));
        QVERIFY(row.value(u"D") == Value::string(QString()));
        QVERIFY(row.contains(u"E") && row.value(u"E").isNull());
    }

    void readsWrappers_data()
    {
        QTest::addColumn<QString>("text");
        const QString name = u"<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='A'>"
                             "<KEYVALUE VALUETYPE='string'>x</KEYVALUE></KEYBINDING></INSTANCENAME>"_s;
        const QString instance =
            u"<INSTANCE CLASSNAME='C'><PROPERTY NAME='A' TYPE='string'><VALUE>x</VALUE></PROPERTY>"
            "</INSTANCE>"_s;
        const QString location = u"<NAMESPACEPATH><HOST>H</HOST><LOCALNAMESPACEPATH><NAMESPACE NAME='root'/>"
                                 "<NAMESPACE NAME='v2'/></LOCALNAMESPACEPATH></NAMESPACEPATH>"_s;
        QTest::newRow("named") << u"<VALUE.NAMEDINSTANCE>"_s + name + instance + u"</VALUE.NAMEDINSTANCE>"_s;
        QTest::newRow("with path") << u"<VALUE.INSTANCEWITHPATH><INSTANCEPATH>"_s + location + name +
                                          u"</INSTANCEPATH>"_s + instance + u"</VALUE.INSTANCEWITHPATH>"_s;
        QTest::newRow("declaration")
            << u"<CIM CIMVERSION='2.0' "
               u"DTDVERSION='2.0'><DECLARATION><DECLGROUP.WITHPATH><VALUE.OBJECTWITHPATH>"
               "<INSTANCEPATH>"_s +
                   location + name + u"</INSTANCEPATH>"_s + instance +
                   u"</VALUE.OBJECTWITHPATH></DECLGROUP.WITHPATH></DECLARATION></CIM>"_s;
    }
    void readsWrappers()
    {
        QFETCH(QString, text);
        const Instance row = read(text);
        QCOMPARE(row.className(), u"C"_s);
        QVERIFY(row.value(u"A").toString() == u"x"_s);
        QVERIFY(row.path() && *row.path() == *ObjectPath::parse(u"\\\\H\\root\\v2:C.A=\"x\""));
    }

    void readsReferences_data()
    {
        QTest::addColumn<QString>("inside");
        QTest::addColumn<QString>("path");
        const QString local = u"<LOCALNAMESPACEPATH><NAMESPACE NAME='root'/><NAMESPACE NAME='v2'/>"
                              "</LOCALNAMESPACEPATH>"_s;
        QTest::newRow("text") << u"root\\v2:C.A=\"x\""_s << u"root\\v2:C.A=\"x\""_s;
        QTest::newRow("class") << u"<LOCALCLASSPATH>"_s + local + u"<CLASSNAME NAME='C'/></LOCALCLASSPATH>"_s
                               << u"root\\v2:C"_s;
        QTest::newRow("singleton") << u"<INSTANCENAME CLASSNAME='C'/>"_s << u"C=@"_s;
        QTest::newRow("nameless") << u"<INSTANCENAME CLASSNAME='C'><KEYVALUE>x</KEYVALUE></INSTANCENAME>"_s
                                  << u"C=\"x\""_s;
        QTest::newRow("typed")
            << u"<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='A'><KEYVALUE VALUETYPE='numeric'>"
               "18446744073709551615</KEYVALUE></KEYBINDING><KEYBINDING NAME='B'><KEYVALUE "
               "VALUETYPE='boolean'>TRUE</KEYVALUE></KEYBINDING></INSTANCENAME>"_s
            << u"C.A=18446744073709551615,B=TRUE"_s;
        QTest::newRow("nested")
            << u"<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='A'><VALUE.REFERENCE>"
               "<INSTANCENAME CLASSNAME='D'><KEYBINDING NAME='B'><KEYVALUE>y</KEYVALUE>"
               "</KEYBINDING></INSTANCENAME></VALUE.REFERENCE></KEYBINDING></INSTANCENAME>"_s
            << u"C.A=\"D.B=\\\"y\\\"\""_s;
    }
    void readsReferences()
    {
        QFETCH(QString, inside);
        QFETCH(QString, path);
        const Instance row =
            read(withProperty(u"<PROPERTY.REFERENCE NAME='R' REFERENCECLASS='C'><VALUE.REFERENCE>"_s +
                              inside + u"</VALUE.REFERENCE></PROPERTY.REFERENCE>"_s));
        const auto reference = row.value(u"R").toReference();
        QVERIFY(reference);
        QCOMPARE(reference->toString(), path);
    }

    void embeddedObjects()
    {
        const Instance row = read(withProperty(
            u"<PROPERTY NAME='E' TYPE='string' EmbeddedObject='instance'><VALUE>&lt;INSTANCE "
            u"CLASSNAME='D'&gt;"
            "&lt;PROPERTY NAME='X' TYPE='string'&gt;&lt;VALUE&gt;a&amp;#38;b&lt;/VALUE&gt;&lt;/PROPERTY&gt;"
            "&lt;/INSTANCE&gt;</VALUE></PROPERTY>"
            "<PROPERTY.OBJECT NAME='O'><VALUE.OBJECT><INSTANCE CLASSNAME='F'/></VALUE.OBJECT></PROPERTY.OBJECT>"_s));
        const Instance* const text = row.value(u"E").toObject();
        QVERIFY(text);
        QCOMPARE(text->className(), u"D"_s);
        QVERIFY(text->value(u"X").toString() == u"a&b"_s);
        const Instance* const tree = row.value(u"O").toObject();
        QVERIFY(tree);
        QCOMPARE(tree->className(), u"F"_s);
    }

    void charactersXmlCannotHold()
    {
        Instance row(u"C"_s);
        const char16_t raw[] = {u'a',   0,      1,    0x1F, 0xD800, u'b',  0xDC00,
                                0xFFFE, 0xFFFF, 0x7F, 0x85, 0x2028, 0xFEFF};
        row.set(u"A"_s, Value::string(QString::fromUtf16(raw, std::size(raw))));
        const Instance again = read(xml::write(row));
        QCOMPARE(again.value(u"A").toString().value(), u"a????b???\u007f\u0085\u2028\ufeff"_s);
    }
};

QTEST_GUILESS_MAIN(TestXml)
#include "tst_cim_xml.moc"
