#include "core/wmi/wsman/RequestWriter.h"
#include "tests/support/SoapSamples.h"

#include <QTest>

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using test::soap::elementText;

namespace {

wsman::RequestWriter writer()
{
    return wsman::RequestWriter({.to = u"http://host:5985/wsman"_s,
                                 .messageId = u"uuid:M"_s,
                                 .sessionId = u"uuid:S"_s,
                                 .maxEnvelopeSize = 512000,
                                 .timeout = std::chrono::milliseconds(12'345)});
}

/// "{namespace}name attr=value[text](children)" for each element: the meaning of XML without its prefixes.
QString canonical(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    QString text;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            text += u"<{"_s + reader.namespaceUri().toString().section(u'/', -1) + u'}' +
                    reader.name().toString();
            for (const QXmlStreamAttribute& attribute : reader.attributes())
                text += u' ' + attribute.name().toString() + u'=' + attribute.value().toString();
            text += u'>';
            break;
        case QXmlStreamReader::EndElement:
            text += u"</>"_s;
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? u"malformed: "_s + reader.errorString() : text;
}

QString body(const base::Result<QByteArray>& request)
{
    if (!request)
        return u"refused"_s;
    const QString all = canonical(*request);
    const qsizetype start = all.indexOf(u"<{soap-envelope}Body>");
    return all.mid(start + 21);
}

cim::ObjectPath vm()
{
    return {{},
            u"root\\virtualization\\v2",
            u"Msvm_ComputerSystem"_s,
            {{u"Name"_s, cim::Value::string(u"A&B"_s)}}};
}

} // namespace

class TestWsmanWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryHeader()
    {
        const base::Result<QByteArray> request = writer().get(vm());
        QVERIFY(request.has_value());
        const QString text = canonical(*request);
        for (
            const QString& part :
            {u"<{addressing}To>http://host:5985/wsman</>"_s,
             u"<{wsman.xsd}ResourceURI "
             u"mustUnderstand=true>http://schemas.microsoft.com/wbem/wsman/1/wmi/root/"
             "virtualization/v2/Msvm_ComputerSystem</>"_s,
             u"<{wsman.xsd}SelectorSet><{wsman.xsd}Selector Name=Name>A&B</></>"_s,
             u"<{addressing}ReplyTo><{addressing}Address "
             u"mustUnderstand=true>http://schemas.xmlsoap.org/ws/2004/08/"
             "addressing/role/anonymous</></>"_s,
             u"<{addressing}Action mustUnderstand=true>http://schemas.xmlsoap.org/ws/2004/09/transfer/Get</>"_s,
             u"<{wsman.xsd}MaxEnvelopeSize mustUnderstand=true>512000</>"_s,
             u"<{addressing}MessageID>uuid:M</>"_s,
             u"<{wsman.xsd}Locale lang=en-US mustUnderstand=false></>"_s,
             u"<{wsman.xsd}DataLocale lang=en-US mustUnderstand=false></>"_s,
             u"<{wsman.xsd}SessionId mustUnderstand=false>uuid:S</>"_s,
             u"<{wsman.xsd}OperationTimeout>PT12.345S</>"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        QVERIFY(request->contains("http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"));
    }

    void neverAsksForLessTimeThanTheHostTakes()
    {
        const wsman::RequestWriter hurried({.to = {},
                                            .messageId = {},
                                            .sessionId = {},
                                            .maxEnvelopeSize = 1,
                                            .timeout = std::chrono::milliseconds(3)});
        const base::Result<QByteArray> request = hurried.get(vm());
        QVERIFY(request.has_value());
        QCOMPARE(elementText(*request, "OperationTimeout"), QByteArray("PT0.500S"));
    }

    void writesEnumerate()
    {
        const base::Result<QByteArray> request =
            writer().enumerate({u"root\\cimv2"_s, u"SELECT * FROM A WHERE b < 'c&d'"_s, 200, true});
        QVERIFY(request.has_value());
        QCOMPARE(elementText(*request, "ResourceURI"),
                 QByteArray("http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/*"));
        QCOMPARE(
            body(request),
            u"<{enumeration}Enumerate><{wsman.xsd}OptimizeEnumeration></><{wsman.xsd}MaxElements>200</>"
            "<{wsman.xsd}EnumerationMode>EnumerateObjectAndEPR</><{wsman.xsd}Filter "
            "Dialect=http://schemas.microsoft.com/wbem/wsman/1/WQL>SELECT * FROM A WHERE b < 'c&d'</></></></>"_s);
    }

    void writesPullAndRelease()
    {
        const wsman::EnumerateOptions options{u"root\\cimv2"_s, {}, 7, false};
        QCOMPARE(
            body(writer().pull(options, u"uuid:C"_s)),
            u"<{enumeration}Pull><{enumeration}EnumerationContext>uuid:C</><{enumeration}MaxElements>7</></></></>"_s);
        QCOMPARE(body(writer().release(u"root\\cimv2"_s, u"uuid:C"_s)),
                 u"<{enumeration}Release><{enumeration}EnumerationContext>uuid:C</></></></>"_s);
    }

    void writesReferencesInSelectorsAndParameters()
    {
        const cim::ObjectPath association({}, u"root\\virtualization\\v2", u"Msvm_A"_s,
                                          {{u"Ante"_s, cim::Value::reference(vm())}});
        const base::Result<QByteArray> get = writer().get(association);
        QVERIFY(get.has_value());
        QVERIFY(canonical(*get).contains(
            u"<{wsman.xsd}Selector Name=Ante><{addressing}EndpointReference><{addressing}Address>"));
        const QString invoked =
            body(writer().invoke(vm(), u"Run"_s, {{u"Target"_s, cim::Value::reference(vm())}}));
        QVERIFY2(invoked.startsWith(
                     u"<{Msvm_ComputerSystem}Run_INPUT><{Msvm_ComputerSystem}Target><{addressing}Address>"),
                 qPrintable(invoked));
        QVERIFY(!invoked.contains(u"EndpointReference")); // a real host refuses the wrapper here
    }

    void writesParameters()
    {
        const auto interval = cim::DateTime::interval(std::chrono::minutes(30));
        const QString text = body(writer().invoke(
            vm(), u"Run"_s,
            {{u"S"_s, cim::Value::string(u"<INSTANCE/>"_s)},
             {u"L"_s, cim::Value::strings({u"a"_s, u"b"_s})},
             {u"N"_s, cim::Value::null(cim::Type::UInt16)},
             {u"B"_s, cim::Value::boolean(false)},
             {u"U"_s, cim::Value::unsignedInteger(cim::Type::UInt64, 18446744073709551615ULL)},
             {u"I"_s, cim::Value::dateTime(interval)}}));
        const QString c = u"<{Msvm_ComputerSystem}"_s;
        QCOMPARE(text, c + u"Run_INPUT>"_s + c + u"S><INSTANCE/></>"_s + c + u"L>a</>"_s + c + u"L>b</>"_s +
                           c + u"B>false</>"_s + c + u"U>18446744073709551615</>"_s + c +
                           u"I><{common}Interval>P0DT0H30M0S</></></></></>"_s);
    }

    void alwaysHasASelectorForServices()
    {
        const cim::ObjectPath service({}, u"root\\virtualization\\v2",
                                      u"Msvm_VirtualSystemManagementService"_s);
        const base::Result<QByteArray> request = writer().invoke(service, u"Run"_s, {});
        QVERIFY(request.has_value());
        QVERIFY(canonical(*request).contains(
            u"Selector Name=CreationClassName>Msvm_VirtualSystemManagementService</>"));
        QVERIFY(elementText(*request, "Action").endsWith("/Msvm_VirtualSystemManagementService/Run"));
        const cim::ObjectPath registry({}, u"root\\default", u"StdRegProv"_s);
        QVERIFY(!writer()
                     .invoke(registry, u"EnumKey"_s, {})
                     ->contains("SelectorSet")); // static methods have none
    }

    void writesInstancesForPut()
    {
        cim::Instance gpu(u"Msvm_PartitionableGpu"_s, u"root\\virtualization\\v2"_s);
        gpu.append(u"Name"_s, cim::Value::string(u"\\\\?\\PCI#VEN&1"_s));
        gpu.append(u"Nil"_s, cim::Value());
        gpu.append(u"PartitionCount"_s, cim::Value::unsignedInteger(cim::Type::UInt16, 8));
        const cim::ObjectPath path({}, u"root\\virtualization\\v2", u"Msvm_PartitionableGpu"_s,
                                   {{u"Name"_s, cim::Value::string(u"x"_s)}});
        const QString c = u"<{Msvm_PartitionableGpu}"_s;
        QCOMPARE(body(writer().put(path, gpu)),
                 c + u"Msvm_PartitionableGpu type=p:Msvm_PartitionableGpu_Type>"_s + c +
                     u"Name>\\\\?\\PCI#VEN&1</>"_s + c + u"Nil nil=true></>"_s + c +
                     u"PartitionCount>8</></></></>"_s);
    }

    void writesEmbeddedObjects()
    {
        cim::Instance inner(u"Msvm_I"_s);
        inner.append(u"A"_s, cim::Value::string(u"1"_s));
        const QString text = body(writer().invoke(vm(), u"Run"_s, {{u"O"_s, cim::Value::object(inner)}}));
        QVERIFY2(text.contains(u"O type=o:Msvm_I_Type><{Msvm_I}A>1</></>"), qPrintable(text));
    }

    void refusesWhatXmlCannotCarry()
    {
        const base::Result<QByteArray> request =
            writer().enumerate({u"root\\cimv2"_s, u"SELECT\u0001"_s, 1, false});
        QVERIFY(!request);
        QCOMPARE(request.error().code, base::ErrorCode::InvalidArgument);
    }

    void writesIdentify()
    {
        QCOMPARE(body(wsman::RequestWriter::identify()), u"<{wsmanidentity.xsd}Identify></></></>"_s);
    }
};

QTEST_GUILESS_MAIN(TestWsmanWriter)
#include "tst_wsman_writer.moc"
