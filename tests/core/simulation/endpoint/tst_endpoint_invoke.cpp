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

constexpr const char* service = "Msvm_VirtualSystemManagementService";
const QByteArray serviceKey = selector("CreationClassName", service);

QByteArray referenceContent(const QByteArray& selectors)
{
    return "<a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address>"
           "<a:ReferenceParameters><w:ResourceURI>" +
           v2 + "Msvm_ComputerSystem</w:ResourceURI>" + selectorSet(selectors) + "</a:ReferenceParameters>";
}

Envelope define(const QByteArray& parameters)
{
    return invoke(service, "DefineSystem", parameters, serviceKey);
}

} // namespace

class InvokeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void convertsParameters();
    void refusesParameters_data();
    void refusesParameters();
    void outerElementMayBeInAnotherNamespace();
    void instanceMethodsNeedASelector();
    void unknownMethod();
    void writesResultsInDeclarationOrder();
    void writesJobReference();
    void writesEmbeddedObjects();
    void writesOctetsAsBase64();
    void voidMethodsHaveNoReturnValue();

private:
    ManualClock m_clock;
    std::shared_ptr<FakeProvider> m_provider;
    std::unique_ptr<simulation::WsmanService> m_service;
};

void InvokeTest::init()
{
    m_provider = std::make_shared<FakeProvider>();
    m_service = std::make_unique<simulation::WsmanService>(m_provider, simulation::ServiceOptions(), m_clock);
}

void InvokeTest::convertsParameters()
{
    const Reply reply = call(
        *m_service, define("<p:ResourceSettings>&lt;INSTANCE CLASSNAME=\"A\"/&gt;</p:ResourceSettings>"
                           "<p:Timeout><c:Interval xmlns:c=\"http://schemas.dmtf.org/wbem/wscim/1/common\">"
                           "P0DT0H30M0S</c:Interval></p:Timeout>"
                           "<p:SystemSettings xsi:nil=\"true\"/><p:Limit>65535</p:Limit>"
                           "<p:ResourceSettings><![CDATA[<INSTANCE CLASSNAME=\"B\"/>]]></p:ResourceSettings>"
                           "<p:ReferenceConfiguration>" +
                           referenceContent(selector("Name", "vm0")) + "</p:ReferenceConfiguration>"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(m_provider->invocations, 1);
    QCOMPARE(m_provider->lastTarget.className(), QString::fromLatin1(service));
    const auto value = [&](QStringView name) {
        for (const cim::Property& property : m_provider->lastInput)
            if (property.name == name)
                return property.value;
        return Value::string(u"absent"_s);
    };
    QVERIFY(value(u"SystemSettings").isNull());
    QVERIFY(value(u"ResourceSettings") ==
            Value::strings({u"<INSTANCE CLASSNAME=\"A\"/>"_s, u"<INSTANCE CLASSNAME=\"B\"/>"_s}));
    QVERIFY(value(u"Limit") == Value::unsignedInteger(Type::UInt16, 65535));
    QCOMPARE(value(u"Timeout").toDateTime()->microseconds(), std::chrono::minutes(30));
    const auto path = value(u"ReferenceConfiguration").toReference();
    QVERIFY(path.has_value());
    QCOMPARE(path->key(u"Name").toString().value_or(QString()), u"vm0"_s);
}

void InvokeTest::refusesParameters_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::newRow("EPR wrapper") << QByteArray("<p:ReferenceConfiguration><a:EndpointReference>") +
                                        referenceContent(selector("Name", "vm0")) +
                                        "</a:EndpointReference></p:ReferenceConfiguration>";
    QTest::newRow("tree for a string parameter") << QByteArray(
        "<p:SystemSettings><q:ElementName xmlns:q=\"urn:q\">x</q:ElementName></p:SystemSettings>");
    QTest::newRow("tree inside a string array")
        << QByteArray("<p:ResourceSettings><INSTANCE CLASSNAME=\"A\"/></p:ResourceSettings>");
    QTest::newRow("unknown parameter") << QByteArray("<p:Nothing>1</p:Nothing>");
    QTest::newRow("out parameter") << QByteArray("<p:Job>1</p:Job>");
    QTest::newRow("other namespace") << QByteArray("<q:Limit xmlns:q=\"urn:q\">1</q:Limit>");
    QTest::newRow("no number") << QByteArray("<p:Limit>many</p:Limit>");
    QTest::newRow("too large") << QByteArray("<p:Limit>65536</p:Limit>");
    QTest::newRow("scalar twice") << QByteArray("<p:Limit>1</p:Limit><p:Limit>2</p:Limit>");
    QTest::newRow("no reference") << QByteArray("<p:ReferenceConfiguration>text</p:ReferenceConfiguration>");
}

void InvokeTest::refusesParameters()
{
    QFETCH(QByteArray, parameters);
    const Reply reply = call(*m_service, define(parameters));
    QCOMPARE(reply.fault(), u"Sender/SchemaValidationError"_s);
    QCOMPARE(reply.faultCode(), 2150858817U);
    QCOMPARE(m_provider->invocations, 0);
}

void InvokeTest::outerElementMayBeInAnotherNamespace()
{
    Envelope request = define({});
    request.body = "<q:DefineSystem_INPUT xmlns:q=\"urn:q\" xmlns:p=\"" + request.resource +
                   "\"><p:Limit>3</p:Limit></q:DefineSystem_INPUT>";
    QCOMPARE(call(*m_service, request).status, 200);
    QCOMPARE(m_provider->lastInput.size(), 1U);
    request.body = {};
    QCOMPARE(call(*m_service, request).fault(), u"Sender/SchemaValidationError"_s);
}

void InvokeTest::instanceMethodsNeedASelector()
{
    const Reply management = call(*m_service, invoke(service, "DefineSystem", {}, {}));
    QCOMPARE(management.fault(), u"Receiver/InternalError"_s);
    QCOMPARE(management.find("ProviderFault"_L1)->children.front().attribute({}, "Code"_L1).toUInt(),
             0x8004102FU);
    const Reply images = call(*m_service, invoke("Msvm_ImageManagementService", "DefineSystem", {}, {}));
    QCOMPARE(images.fault(), u"Receiver/InternalError"_s);
    QVERIFY(images.find("ProviderFault"_L1) == nullptr);
    QCOMPARE(m_provider->invocations, 0);
}

void InvokeTest::unknownMethod()
{
    QCOMPARE(call(*m_service, invoke(service, "Nothing", {}, serviceKey)).fault(),
             u"Sender/ActionNotSupported"_s);
}

void InvokeTest::writesResultsInDeclarationOrder()
{
    m_provider->outcome.returnValue = 0;
    m_provider->outcome.outParameters = {{u"Affected"_s, Value::strings({u"b"_s, u"a"_s})}};
    const Reply reply = call(*m_service, define({}));
    QVERIFY(reply.text.contains("<p:ResultingSystem xsi:nil=\"true\"/><p:Job xsi:nil=\"true\"/>"
                                "<p:Affected>b</p:Affected><p:Affected>a</p:Affected>"
                                "<p:ReturnValue>0</p:ReturnValue></p:DefineSystem_OUTPUT>"));
    QCOMPARE(reply.value("Action"_L1), QString::fromLatin1(v2 + service + "/DefineSystemResponse"));
}

void InvokeTest::writesJobReference()
{
    m_provider->outcome.returnValue = 4096;
    m_provider->outcome.outParameters = {
        {u"Job"_s, Value::reference(cim::ObjectPath({}, virtualization, u"Msvm_StorageJob"_s,
                                                    {{u"InstanceID"_s, Value::string(u"J-1"_s)}}))}};
    const Reply reply = call(*m_service, define({}));
    QCOMPARE(reply.value("ReturnValue"_L1), u"4096"_s);
    const auto job = simulation::readReference(*reply.find("Job"_L1));
    QVERIFY(job.has_value());
    QCOMPARE(job->resourceUri, QString::fromLatin1(v2 + "Msvm_StorageJob"));
    QCOMPARE(job->selectors.front().value, u"J-1"_s);
    QVERIFY(reply.text.contains("<p:Job xmlns:a="));
}

void InvokeTest::writesEmbeddedObjects()
{
    cim::Instance summary(u"Msvm_SummaryInformation"_s, virtualization);
    summary.append(u"Name"_s, Value::string(u"vm0"_s));
    m_provider->outcome.outParameters = {
        {u"SummaryInformation"_s,
         Value::array(Type::Object, {Value::object(summary), Value::object(summary)})}};
    const Reply reply =
        call(*m_service, invoke(service, "GetSummaryInformation",
                                "<p:RequestedInformation>1</p:RequestedInformation>", serviceKey));
    const auto objects = reply.all("SummaryInformation"_L1);
    QCOMPARE(objects.size(), 2U);
    QCOMPARE(objects[0]->children.front().nameSpace, QString::fromLatin1(v2 + "Msvm_SummaryInformation"));
    QCOMPARE(objects[0]->children.front().text, u"vm0"_s);
    QVERIFY(reply.text.contains("xsi:type=\"p1:Msvm_SummaryInformation_Type\""));
    QVERIFY(objects[0]->children[1].isNil());
}

void InvokeTest::writesOctetsAsBase64()
{
    m_provider->outcome.outParameters = {
        {u"ImageData"_s, Value::array(Type::UInt8, {Value::unsignedInteger(Type::UInt8, 255),
                                                    Value::unsignedInteger(Type::UInt8, 0)})}};
    const Reply reply = call(*m_service, invoke(service, "GetVirtualSystemThumbnailImage", {}, serviceKey));
    QCOMPARE(reply.value("ImageData"_L1), u"/wA="_s);
}

void InvokeTest::voidMethodsHaveNoReturnValue()
{
    const Reply reply = call(*m_service, invoke(service, "TakeOffline", {}, serviceKey));
    QCOMPARE(reply.status, 200);
    QCOMPARE(m_provider->invocations, 1);
    QVERIFY(reply.find("TakeOffline_OUTPUT"_L1) != nullptr);
    QVERIFY(reply.find("ReturnValue"_L1) == nullptr);
}

QTEST_GUILESS_MAIN(InvokeTest)
#include "tst_endpoint_invoke.moc"
