#include "support/FakeProvider.h"
#include "support/Requests.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;
using cim::Type;
using cim::Value;

namespace {

cim::Instance gpu()
{
    cim::Instance instance(u"Msvm_PartitionableGpu"_s, virtualization);
    instance.append(u"Name"_s, Value::string(u"\\\\?\\PCI#VEN_10DE&DEV_25B6\\GPUPARAV"_s));
    instance.append(u"PartitionCount"_s, Value::unsignedInteger(Type::UInt16, 4));
    instance.append(u"MaxPartitionEncode"_s, Value::unsignedInteger(Type::UInt64, 18446744073709551615ULL));
    instance.append(u"ValidPartitionCounts"_s,
                    Value::array(Type::UInt16, {Value::unsignedInteger(Type::UInt16, 1),
                                                Value::unsignedInteger(Type::UInt16, 2)}));
    return instance;
}

const QByteArray gpuKey = selector("Name", "\\\\?\\PCI#VEN_10DE&amp;DEV_25B6\\GPUPARAV");

Envelope put(const QByteArray& body, const QByteArray& headers = {})
{
    Envelope envelope = get("Msvm_PartitionableGpu", gpuKey);
    envelope.action = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Put";
    envelope.headers += headers;
    envelope.body = body;
    return envelope;
}

QByteArray gpuElement(const QByteArray& content)
{
    return "<p:Msvm_PartitionableGpu xmlns:p=\"" + v2 + "Msvm_PartitionableGpu\">" + content +
           "</p:Msvm_PartitionableGpu>";
}

QByteArray fragmentHeader(const QByteArray& path)
{
    return "<w:FragmentTransfer s:mustUnderstand=\"true\">" + path + "</w:FragmentTransfer>";
}

} // namespace

class InstancesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void wholeInstance();
    void escapesAndReplacesText();
    void singletonNeedsNoSelector();
    void fragmentGet();
    void fragmentGetOfElement();
    void largeUnsignedIsExact();
    void putOfWholeInstanceSendsOnlyChanges();
    void putOfPart();
    void putOfFragment();
    void putOfReadOnlyFails();
    void putOfWrongTypeFails();
    void answerAboveTheLimitFaults();

private:
    ManualClock m_clock;
    std::shared_ptr<FakeProvider> m_provider;
    std::unique_ptr<simulation::WsmanService> m_service;
};

void InstancesTest::init()
{
    m_provider = std::make_shared<FakeProvider>();
    m_service = std::make_unique<simulation::WsmanService>(m_provider, simulation::ServiceOptions(), m_clock);
    m_provider->add(gpu());
}

void InstancesTest::wholeInstance()
{
    cim::Instance machine(u"Msvm_ComputerSystem"_s, virtualization);
    machine.append(u"Name"_s, Value::string(u"vm"_s));
    machine.append(u"CreationClassName"_s, Value::string(u"Msvm_ComputerSystem"_s));
    machine.append(u"Locked"_s, Value::boolean(true));
    machine.append(u"EnabledState"_s, Value::unsignedInteger(Type::UInt16, 2));
    machine.append(u"InstallDate"_s, Value::dateTime(*cim::DateTime::fromCim(u"20251217095522.702341+000")));
    machine.append(u"Delay"_s, Value::dateTime(*cim::DateTime::fromCim(u"00000000003000.000000:000")));
    machine.append(u"OperationalStatus"_s,
                   Value::array(Type::UInt16, {Value::unsignedInteger(Type::UInt16, 2),
                                               Value::unsignedInteger(Type::UInt16, 32775)}));
    machine.append(u"Roles"_s, Value::array(Type::String, {}));
    machine.append(u"Owner"_s, Value::reference(cim::ObjectPath({}, virtualization, u"Msvm_ComputerSystem"_s,
                                                                {{u"Name"_s, Value::string(u"a<b"_s)}})));
    m_provider->add(machine);

    const Reply reply = call(*m_service, get("Msvm_ComputerSystem", selector("Name", "vm")));
    const QByteArray uri = v2 + "Msvm_ComputerSystem";
    const QByteArray expected =
        "<s:Body><p:Msvm_ComputerSystem xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:p=\"" +
        uri +
        "\" xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\" "
        "xsi:type=\"p:Msvm_ComputerSystem_Type\">"
        "<p:CreationClassName>Msvm_ComputerSystem</p:CreationClassName>"
        "<p:Delay><cim:Interval>P0DT0H30M0S</cim:Interval></p:Delay>"
        "<p:ElementName xsi:nil=\"true\"/><p:EnabledState>2</p:EnabledState>"
        "<p:installDate><cim:Datetime>2025-12-17T09:55:22.702341Z</cim:Datetime></p:installDate>"
        "<p:Locked>true</p:Locked><p:Name>vm</p:Name><p:OnTimeInMilliseconds xsi:nil=\"true\"/>"
        "<p:OperationalStatus>2</p:OperationalStatus><p:OperationalStatus>32775</p:OperationalStatus>"
        "<p:Owner xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
        "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\">"
        "<a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address>"
        "<a:ReferenceParameters><w:ResourceURI>" +
        uri +
        "</w:ResourceURI><w:SelectorSet><w:Selector Name=\"Name\">a&lt;b</w:Selector></w:SelectorSet>"
        "</a:ReferenceParameters></p:Owner></p:Msvm_ComputerSystem></s:Body>";
    QCOMPARE(reply.text.mid(reply.text.indexOf("<s:Body>")).chopped(13), expected);
}

void InstancesTest::escapesAndReplacesText()
{
    cim::Instance machine(u"Msvm_ComputerSystem"_s, virtualization);
    machine.append(u"Name"_s, Value::string(u"vm"_s));
    const QString odd = u"<&>\"'\r\n\t\x01\xD800x\xFFFF日本\U0001F600"_s;
    machine.append(u"ElementName"_s, Value::string(odd));
    m_provider->add(machine);
    const Reply reply = call(*m_service, get("Msvm_ComputerSystem", selector("Name", "vm")));
    QCOMPARE(reply.value("ElementName"_L1), u"<&>\"'\r\n\t??x?日本\U0001F600"_s);
}

void InstancesTest::singletonNeedsNoSelector()
{
    cim::Instance system(u"Win32_OperatingSystem"_s, virtualization);
    system.append(u"Name"_s, Value::string(u"Windows"_s));
    system.append(u"Version"_s, Value::string(u"10.0.26100"_s));
    m_provider->add(system);
    QCOMPARE(call(*m_service, get("Win32_OperatingSystem", {})).value("Version"_L1), u"10.0.26100"_s);
}

void InstancesTest::fragmentGet()
{
    Envelope request = get("Msvm_PartitionableGpu", gpuKey);
    request.headers += fragmentHeader("ValidPartitionCounts");
    const Reply reply = call(*m_service, request);
    const simulation::XmlElement* fragment = reply.find("XmlFragment"_L1);
    QVERIFY(fragment != nullptr);
    QCOMPARE(fragment->children.size(), 2U);
    QCOMPARE(fragment->children[1].text, u"2"_s);
}

void InstancesTest::fragmentGetOfElement()
{
    Envelope request = get("Msvm_PartitionableGpu", gpuKey);
    request.headers += fragmentHeader("ValidPartitionCounts[2]");
    const Reply reply = call(*m_service, request);
    QCOMPARE(reply.all("ValidPartitionCounts"_L1).size(), 1U);
    QCOMPARE(reply.value("ValidPartitionCounts"_L1), u"2"_s);
    request.headers = selectorSet(gpuKey) + fragmentHeader("Nothing");
    QCOMPARE(call(*m_service, request).fault(), u"Sender/CannotProcessFilter"_s);
}

void InstancesTest::largeUnsignedIsExact()
{
    const Reply reply = call(*m_service, get("Msvm_PartitionableGpu", gpuKey));
    QCOMPARE(reply.value("MaxPartitionEncode"_L1), u"18446744073709551615"_s);
}

void InstancesTest::putOfWholeInstanceSendsOnlyChanges()
{
    const Reply before = call(*m_service, get("Msvm_PartitionableGpu", gpuKey));
    const qsizetype begin = before.text.indexOf("<p:Msvm_PartitionableGpu ");
    QByteArray element = before.text.mid(begin, before.text.indexOf("</s:Body>") - begin);
    element.replace("<p:PartitionCount>4<", "<p:PartitionCount>2<");
    const Reply reply = call(*m_service, put(element));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.value("PartitionCount"_L1), u"2"_s);
    QCOMPARE(reply.value("Action"_L1), u"http://schemas.xmlsoap.org/ws/2004/09/transfer/PutResponse"_s);
    QCOMPARE(m_provider->lastChanges.size(), 1U);
    QCOMPARE(m_provider->lastChanges[0].name, u"PartitionCount"_s);
}

void InstancesTest::putOfPart()
{
    const Reply reply = call(*m_service, put(gpuElement("<p:PartitionCount>1</p:PartitionCount>")));
    QCOMPARE(reply.value("PartitionCount"_L1), u"1"_s);
    QCOMPARE(reply.value("MaxPartitionEncode"_L1), u"18446744073709551615"_s);
}

void InstancesTest::putOfFragment()
{
    const Reply reply =
        call(*m_service, put("<w:XmlFragment><PartitionCount>2</PartitionCount></w:XmlFragment>",
                             fragmentHeader("PartitionCount")));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.find("XmlFragment"_L1)->children.front().text, u"2"_s);
    QCOMPARE(m_provider->lastChanges.size(), 1U);
}

void InstancesTest::putOfReadOnlyFails()
{
    const Reply reply = call(*m_service, put(gpuElement("<p:MaxPartitionEncode>5</p:MaxPartitionEncode>")));
    QCOMPARE(reply.fault(), u"Receiver/InternalError"_s);
    QCOMPARE(reply.faultCode(), 0x80041023U);
}

void InstancesTest::putOfWrongTypeFails()
{
    for (const char* content :
         {"<p:PartitionCount>70000</p:PartitionCount>", "<p:PartitionCount>x</p:PartitionCount>",
          "<p:Unknown>1</p:Unknown>",
          "<p:PartitionCount>1</p:PartitionCount><p:PartitionCount>2</p:PartitionCount>"})
        QCOMPARE(call(*m_service, put(gpuElement(content))).fault(), u"Sender/SchemaValidationError"_s);
    QVERIFY(m_provider->lastChanges.empty());
}

void InstancesTest::answerAboveTheLimitFaults()
{
    cim::Instance large(u"Msvm_ComputerSystem"_s, virtualization);
    large.append(u"Name"_s, Value::string(u"large"_s));
    large.append(u"ElementName"_s, Value::string(QString(20'000, u'x')));
    m_provider->add(large);
    Envelope request = get("Msvm_ComputerSystem", selector("Name", "large"));
    QCOMPARE(call(*m_service, request).status, 200);
    request.headers += "<w:MaxEnvelopeSize>8192</w:MaxEnvelopeSize>";
    QCOMPARE(call(*m_service, request).faultCode(), 2150858824U);
}

QTEST_GUILESS_MAIN(InstancesTest)
#include "tst_endpoint_instances.moc"
