#include "core/simulation/endpoint/FaultFile.h"
#include "core/simulation/endpoint/HostFront.h"
#include "support/FakeProvider.h"
#include "support/Requests.h"
#include "tests/support/ManualClock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;
using simulation::FaultEffect;

class FaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void refusesBadLists_data();
    void refusesBadLists();
    void matchesByEverything();
    void skipsAndCounts();
    void soapFaults_data();
    void soapFaults();
    void wmiErrorFlavour();
    void damagesTheAnswer();
    void liesAboutReturnValue();
    void dropBeforeDoesNotPerform();
    void fileIsReadAgain();
    void authentication();

private:
    [[nodiscard]] simulation::Delivery send(const Envelope& request, const QByteArray& authorization = {});
    void inject(const QByteArray& json);
    void start(const QString& user, const simulation::ServiceOptions& options = {});

    ManualClock m_clock;
    std::shared_ptr<FakeProvider> m_provider;
    std::shared_ptr<simulation::FaultPlan> m_plan;
    std::unique_ptr<simulation::HostFront> m_front;
};

namespace {

const Envelope getMachine = get("Msvm_ComputerSystem", selector("Name", "vm0"));

} // namespace

void FaultsTest::init()
{
    m_provider = std::make_shared<FakeProvider>();
    m_provider->addMachines(1);
    m_plan = std::make_shared<simulation::FaultPlan>();
    start({});
}

void FaultsTest::start(const QString& user, const simulation::ServiceOptions& options)
{
    auto rules =
        std::make_shared<const simulation::SignInRules>(simulation::SignInRules{user, base::Secret("p:w")});
    m_front = std::make_unique<simulation::HostFront>(m_provider, options, m_clock, rules, m_plan);
}

simulation::Delivery FaultsTest::send(const Envelope& request, const QByteArray& authorization)
{
    simulation::HttpRequest http;
    http.method = "POST";
    http.path = "/wsman";
    http.authorization = authorization;
    http.body = request.text();
    auto connection = m_front->newConnection();
    return m_front->handle(http, connection);
}

void FaultsTest::inject(const QByteArray& json)
{
    const auto set = m_plan->replace(json);
    QVERIFY2(set.has_value(), set ? "" : qPrintable(base::describe(set.error())));
}

void FaultsTest::refusesBadLists_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("[{]");
    QTest::newRow("no list") << QByteArray("{}");
    QTest::newRow("no objects") << QByteArray("[1]");
    QTest::newRow("unknown member") << QByteArray("[{\"latency\":5}]");
    QTest::newRow("unknown drop") << QByteArray("[{\"drop\":\"later\"}]");
    QTest::newRow("negative") << QByteArray("[{\"latencyMs\":-1}]");
    QTest::newRow("wrong kind") << QByteArray("[{\"host\":5}]");
    QTest::newRow("unknown operation") << QByteArray("[{\"operation\":\"Poll\"}]");
    QTest::newRow("unknown fault") << QByteArray("[{\"fault\":\"bad-day\"}]");
    QTest::newRow("unknown fault member") << QByteArray("[{\"fault\":{\"hresul\":5}}]");
}

void FaultsTest::refusesBadLists()
{
    QFETCH(QByteArray, json);
    inject("[{\"httpStatus\":503}]");
    const auto set = m_plan->replace(json);
    QVERIFY(!set.has_value());
    QCOMPARE(set.error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(send(getMachine).status, 503); // the earlier list still holds
}

void FaultsTest::matchesByEverything()
{
    using simulation::Operation;
    inject("[{\"host\":\"hv01\",\"operation\":\"invoke\",\"class\":\"msvm_a\",\"method\":\"run\","
           "\"latencyMs\":7}]");
    const auto matches = [&](const QString& host, Operation operation, const QString& className,
                             const QString& method) {
        return m_plan->match(host, {operation, className, method}).has_value();
    };
    QVERIFY(matches(u"HV01"_s, Operation::Invoke, u"Msvm_A"_s, u"Run"_s));
    QVERIFY(!matches(u"HV02"_s, Operation::Invoke, u"Msvm_A"_s, u"Run"_s));
    QVERIFY(!matches(u"HV01"_s, Operation::Get, u"Msvm_A"_s, u"Run"_s));
    QVERIFY(!matches(u"HV01"_s, Operation::Invoke, u"Msvm_B"_s, u"Run"_s));
    QVERIFY(!matches(u"HV01"_s, Operation::Invoke, u"Msvm_A"_s, u"Stop"_s));

    inject("[{\"operation\":\"Pull\",\"class\":\"Msvm_ComputerSystem\",\"httpStatus\":503}]");
    const auto begun = send(enumerateWql("select * from Msvm_ComputerSystem"));
    QCOMPARE(begun.status, 500); // the fake host knows upper case words only
    const auto enumerated = send(enumerateWql("SELECT * FROM Msvm_ComputerSystem"));
    QCOMPARE(enumerated.status, 200);
    const QString context = takeApart(200, enumerated.body).value("EnumerationContext"_L1);
    QCOMPARE(send(pull(context)).status, 503);

    inject("[{\"operation\":\"connect\",\"drop\":\"before\"},{\"host\":\"HV02\",\"hostOff\":true}]");
    QVERIFY(m_plan->matchConnect(u"HV01"_s).has_value());
    QVERIFY(!matches(u"HV01"_s, Operation::Get, {}, {}));
    QVERIFY(m_plan->isOff(u"hv02"_s));
    QVERIFY(!m_plan->isOff(u"HV01"_s));
}

void FaultsTest::skipsAndCounts()
{
    inject("[{\"operation\":\"Get\",\"skip\":1,\"count\":2,\"httpStatus\":503}]");
    QList<int> statuses;
    for (int i = 0; i < 5; ++i)
        statuses.append(send(getMachine).status);
    QCOMPARE(statuses, QList<int>({200, 503, 503, 200, 200}));
}

void FaultsTest::soapFaults_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("subcode");
    QTest::addColumn<quint32>("code");
    QTest::newRow("access denied") << QByteArray("\"access-denied\"") << u"Sender/AccessDenied"_s << 5U;
    QTest::newRow("quota") << QByteArray("\"quota\"") << u"Sender/QuotaLimit"_s << 2150859174U;
    QTest::newRow("shutting down") << QByteArray("\"shutting-down\"") << u"Receiver/InternalError"_s
                                   << 0x80041033U;
    QTest::newRow("timed out") << QByteArray("\"timed-out\"") << u"Receiver/TimedOut"_s << 2150858793U;
    QTest::newRow("own")
        << QByteArray("{\"code\":\"s:Sender\",\"subcode\":\"w:Concurrency\",\"wsmanCode\":2150858802}")
        << u"Sender/Concurrency"_s << 2150858802U;
    QTest::newRow("own HRESULT") << QByteArray("{\"hresult\":\"0x80041013\",\"text\":\"no provider\"}")
                                 << u"Receiver/InternalError"_s << 0x80041013U;
}

void FaultsTest::soapFaults()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, subcode);
    QFETCH(quint32, code);
    inject("[{\"fault\":" + fault + "}]");
    const auto delivery = send(getMachine);
    const Reply reply = takeApart(delivery.status, delivery.body);
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.fault(), subcode);
    QCOMPARE(reply.faultCode(), code);
    QVERIFY(reply.find("RelatesTo"_L1) != nullptr);
}

void FaultsTest::wmiErrorFlavour()
{
    const auto check = [&](const simulation::Delivery& delivery, const QString& code) {
        const Reply reply = takeApart(delivery.status, delivery.body);
        QVERIFY(reply.find("WSManFault"_L1) == nullptr);
        QVERIFY(reply.find("RelatesTo"_L1) == nullptr);
        const simulation::XmlElement* error = reply.find("MSFT_WmiError"_L1);
        QVERIFY(error != nullptr);
        QCOMPARE(error->nameSpace, u"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError"_s);
        QCOMPARE(reply.value("error_Code"_L1), code);
        QCOMPARE(reply.value("error_Type"_L1), u"HRESULT"_s);
    };
    inject("[{\"fault\":{\"hresult\":\"0x80041033\",\"wmiError\":true,\"relatesTo\":false}}]");
    check(send(getMachine), QString::number(0x80041033U));
    inject("[]");
    simulation::ServiceOptions options;
    options.wmiErrorFaults = true;
    start({}, options);
    check(send(get("Msvm_ComputerSystem", selector("Name", "vm9"))), QString::number(0x80041002U));
}

void FaultsTest::damagesTheAnswer()
{
    const QByteArray intact = send(getMachine).body;
    QVERIFY(simulation::readXml(intact).has_value());
    inject("[{\"count\":1,\"xml\":\"truncated\"},{\"count\":1,\"xml\":\"malformed\"},"
           "{\"count\":1,\"paddingBytes\":100000},{\"contentType\":\"text/html\"}]");
    const QByteArray truncated = send(getMachine).body;
    QVERIFY(truncated.size() < intact.size() * 3 / 4);
    QVERIFY(!simulation::readXml(truncated).has_value());
    QVERIFY(!simulation::readXml(send(getMachine).body).has_value());
    const QByteArray padded = send(getMachine).body;
    QVERIFY(padded.size() > 100'000);
    QVERIFY(simulation::readXml(padded).has_value());
    QCOMPARE(send(getMachine).contentType, QByteArray("text/html"));
}

void FaultsTest::liesAboutReturnValue()
{
    inject("[{\"operation\":\"Invoke\",\"method\":\"DefineSystem\",\"returnValue\":32768}]");
    const auto delivery = send(invoke("Msvm_VirtualSystemManagementService", "DefineSystem", {},
                                      selector("CreationClassName", "Msvm_VirtualSystemManagementService")));
    QCOMPARE(takeApart(200, delivery.body).value("ReturnValue"_L1), u"32768"_s);
    QCOMPARE(m_provider->invocations, 1);
}

void FaultsTest::dropBeforeDoesNotPerform()
{
    const Envelope request = invoke("Msvm_VirtualSystemManagementService", "DefineSystem", {},
                                    selector("CreationClassName", "Msvm_VirtualSystemManagementService"));
    for (const char* effect : {"\"drop\":\"before\"", "\"httpStatus\":503", "\"fault\":\"quota\""}) {
        inject("[{" + QByteArray(effect) + "}]");
        const auto delivery = send(request);
        QVERIFY(delivery.status != 200 || delivery.drop == FaultEffect::Drop::Before);
        QCOMPARE(m_provider->invocations, 0);
    }
    inject("[{\"drop\":\"after-performing\"}]");
    QCOMPARE(send(request).drop, FaultEffect::Drop::AfterPerforming);
    QCOMPARE(m_provider->invocations, 1);
}

void FaultsTest::fileIsReadAgain()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"faults.json"_s);
    const auto write = [&](const QByteArray& text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    };
    simulation::FaultFile file(path);
    QCOMPARE(file.changedContent().value_or("unchanged"), QByteArray());
    QVERIFY(!file.changedContent().has_value());
    write("[]");
    QCOMPARE(file.changedContent().value_or("unchanged"), QByteArray("[]"));
    QVERIFY(!file.changedContent().has_value());
    write("[{}]");
    QCOMPARE(file.changedContent().value_or("unchanged"), QByteArray("[{}]"));
    QVERIFY(QFile::remove(path));
    QCOMPARE(file.changedContent().value_or("unchanged"), QByteArray());
}

void FaultsTest::authentication()
{
    start(u"HV01\\admin"_s);
    const auto basic = [](const QByteArray& text) { return QByteArray("Basic ") + text.toBase64(); };
    QCOMPARE(send(getMachine).status, 401);
    QCOMPARE(send(getMachine).challenges, QList<QByteArray>{"Basic realm=\"WSMAN\""});
    QCOMPARE(send(getMachine, basic("HV01\\admin:wrong")).status, 401);
    QCOMPARE(send(getMachine, basic("other:p:w")).status, 401);
    QCOMPARE(send(getMachine, "Negotiate abc").status, 401);
    QCOMPARE(send(getMachine, basic("hv01\\ADMIN:p:w")).status, 200);

    simulation::HttpRequest identify;
    identify.method = "POST";
    identify.path = "/wsman";
    identify.anonymousIdentify = true;
    identify.body =
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><i:Identify "
        "xmlns:i=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\"/></s:Body></s:Envelope>";
    auto connection = m_front->newConnection();
    const auto anonymous = m_front->handle(identify, connection);
    QCOMPARE(anonymous.status, 200);
    QVERIFY(anonymous.body.contains("OS: 0.0.0"));
    identify.body = getMachine.text(); // the header opens nothing but Identify
    QCOMPARE(m_front->handle(identify, connection).status, 401);
    identify.path = "/";
    QCOMPARE(m_front->handle(identify, connection).status, 404);
    identify.path = "/wsman";
    identify.method = "GET";
    QCOMPARE(m_front->handle(identify, connection).status, 405);
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_endpoint_faults.moc"
