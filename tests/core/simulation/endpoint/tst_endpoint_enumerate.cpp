#include "support/FakeProvider.h"
#include "support/Requests.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr const char* everything = "SELECT * FROM Msvm_ComputerSystem";

QByteArray maxElements(int count)
{
    return "<n:MaxElements>" + QByteArray::number(count) + "</n:MaxElements>";
}

QByteArray optimized(int count)
{
    return "<w:OptimizeEnumeration/><w:MaxElements>" + QByteArray::number(count) + "</w:MaxElements>";
}

} // namespace

class EnumerateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void plainEnumerateHasNoItems();
    void pullWithoutMaxElementsGivesOne();
    void lastItemComesWithEnd();
    void emptyResult();
    void optimizedEnumerateBringsItems();
    void classUriWithoutFilter();
    void pullWithClassUriAfterWildcard();
    void contextOfOtherNamespaceFaults();
    void foreignAndFinishedContextsFault();
    void idleContextsExpire();
    void parallelPullFaults();
    void contextsCanChange();
    void releaseForgets();
    void tooManyContexts();
    void byteLimitSplits();
    void oversizedItemFaults();
    void maxCharactersSplits();
    void references();
    void objectsAndReferences();
    void projection();
    void selectorFilter();
    void associationFilter();
    void otherDialectsAreRefused();
    void missingNamespaceIsNotNamed();
    void providerErrors_data();
    void providerErrors();

private:
    void start(const simulation::ServiceOptions& options);
    [[nodiscard]] QString begin()
    {
        return call(*m_service, enumerateWql(everything)).value("EnumerationContext"_L1);
    }

    ManualClock m_clock;
    std::shared_ptr<FakeProvider> m_provider;
    std::unique_ptr<simulation::WsmanService> m_service;
};

void EnumerateTest::init()
{
    m_provider = std::make_shared<FakeProvider>();
    m_provider->addMachines(5);
    start({});
}

void EnumerateTest::start(const simulation::ServiceOptions& options)
{
    m_service = std::make_unique<simulation::WsmanService>(m_provider, options, m_clock);
}

void EnumerateTest::plainEnumerateHasNoItems()
{
    const Reply reply = call(*m_service, enumerateWql(everything));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.value("EnumerationContext"_L1).startsWith("uuid:"_L1));
    QVERIFY(reply.find("Items"_L1) == nullptr);
    QVERIFY(reply.find("EndOfSequence"_L1) == nullptr);
}

void EnumerateTest::pullWithoutMaxElementsGivesOne()
{
    const QString context = begin();
    for (int i = 0; i < 5; ++i) {
        const Reply reply = call(*m_service, pull(context));
        QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 1U);
        QCOMPARE(reply.value("ElementName"_L1), u"Machine %1"_s.arg(i));
        QCOMPARE(reply.find("EndOfSequence"_L1) != nullptr, i == 4);
        QCOMPARE(reply.find("EnumerationContext"_L1) != nullptr, i != 4);
    }
    QCOMPARE(m_service->openEnumerations(), 0U);
}

void EnumerateTest::lastItemComesWithEnd()
{
    const Reply reply = call(*m_service, pull(begin(), maxElements(5)));
    QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 5U);
    QVERIFY(reply.text.contains("<n:EndOfSequence/>"));
    QVERIFY(reply.text.contains("<n:Items>"));
}

void EnumerateTest::emptyResult()
{
    const QString context =
        call(*m_service, enumerateWql("SELECT * FROM Msvm_PartitionableGpu")).value("EnumerationContext"_L1);
    QVERIFY(!context.isEmpty());
    const Reply reply = call(*m_service, pull(context));
    QVERIFY(reply.text.contains("<n:PullResponse><n:Items></n:Items><n:EndOfSequence/></n:PullResponse>"));
}

void EnumerateTest::optimizedEnumerateBringsItems()
{
    Reply reply = call(*m_service, enumerateWql(everything, optimized(2)));
    QVERIFY(reply.text.contains("<w:Items>"));
    QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 2U);
    QVERIFY(reply.find("EndOfSequence"_L1) == nullptr);
    reply = call(*m_service, pull(reply.value("EnumerationContext"_L1), maxElements(100)));
    QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 3U);

    reply = call(*m_service, enumerateWql(everything, optimized(100)));
    QVERIFY(reply.text.contains("<w:EndOfSequence/>"));
    QVERIFY(reply.value("EnumerationContext"_L1).isEmpty());
    QCOMPARE(m_service->openEnumerations(), 0U);
}

void EnumerateTest::classUriWithoutFilter()
{
    const Reply reply = call(*m_service, enumerateClass("Msvm_ComputerSystem", optimized(100)));
    QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 5U);
}

void EnumerateTest::pullWithClassUriAfterWildcard()
{
    const Reply reply = call(*m_service, pull(begin(), maxElements(2), "Msvm_ComputerSystem"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 2U);
}

void EnumerateTest::contextOfOtherNamespaceFaults()
{
    Envelope request = pull(begin());
    request.resource = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/*";
    const Reply reply = call(*m_service, request);
    QCOMPARE(reply.fault(), u"Receiver/InvalidEnumerationContext"_s);
}

void EnumerateTest::foreignAndFinishedContextsFault()
{
    const QString context = begin();
    const auto other =
        std::make_unique<simulation::WsmanService>(m_provider, simulation::ServiceOptions(), m_clock);
    const Reply foreign = call(*other, pull(context));
    QCOMPARE(foreign.fault(), u"Receiver/InvalidEnumerationContext"_s);
    QCOMPARE(foreign.faultCode(), 2150858779U);
    QCOMPARE(call(*m_service, pull(context, maxElements(5))).status, 200);
    QCOMPARE(call(*m_service, pull(context)).faultCode(), 2150858779U);
}

void EnumerateTest::idleContextsExpire()
{
    const QString context = begin();
    m_clock.advance(59s);
    QCOMPARE(call(*m_service, pull(context)).status, 200);
    m_clock.advance(59s);
    QCOMPARE(call(*m_service, pull(context)).status, 200);
    m_clock.advance(61s);
    QCOMPARE(call(*m_service, pull(context)).faultCode(), 2150858779U);
}

void EnumerateTest::parallelPullFaults()
{
    simulation::EnumerationContexts contexts(m_clock, 60s, 10);
    auto enumeration = std::make_shared<simulation::Enumeration>();
    enumeration->rows.rows.resize(2);
    const auto id = contexts.add(enumeration);
    QVERIFY(id.has_value());
    QVERIFY(contexts.checkOut(*id).has_value());
    const auto second = contexts.checkOut(*id);
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().wsmanCode, 2150858758U);
    QCOMPARE(contexts.checkIn(*id, false), *id);
    QVERIFY(contexts.checkOut(*id).has_value());
}

void EnumerateTest::contextsCanChange()
{
    simulation::ServiceOptions options;
    options.renameContexts = true;
    start(options);
    const QString first = begin();
    const Reply reply = call(*m_service, pull(first));
    const QString second = reply.value("EnumerationContext"_L1);
    QVERIFY(second != first);
    QCOMPARE(call(*m_service, pull(first)).fault(), u"Receiver/InvalidEnumerationContext"_s);
    QCOMPARE(call(*m_service, pull(second)).value("ElementName"_L1), u"Machine 1"_s);
}

void EnumerateTest::releaseForgets()
{
    const QString context = begin();
    Envelope request = pull(context);
    request.action = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Release";
    request.body.replace("n:Pull", "n:Release");
    const Reply reply = call(*m_service, request);
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.find("Body"_L1)->children.empty());
    QCOMPARE(m_service->openEnumerations(), 0U);
    QCOMPARE(call(*m_service, pull(context)).faultCode(), 2150858779U);
}

void EnumerateTest::tooManyContexts()
{
    simulation::ServiceOptions options;
    options.maxEnumerations = 2;
    start(options);
    QVERIFY(!begin().isEmpty());
    QVERIFY(!begin().isEmpty());
    const Reply reply = call(*m_service, enumerateWql(everything));
    QCOMPARE(reply.fault(), u"Sender/QuotaLimit"_s);
    QCOMPARE(reply.faultCode(), 2150859174U);
}

void EnumerateTest::byteLimitSplits()
{
    m_provider->addMachines(200);
    QString context = begin();
    std::size_t seen = 0;
    int answers = 0;
    while (!context.isEmpty()) {
        Envelope request = pull(context, maxElements(1000));
        request.headers = "<w:MaxEnvelopeSize>10000</w:MaxEnvelopeSize>";
        const Reply reply = call(*m_service, request);
        QCOMPARE(reply.status, 200);
        QVERIFY2(reply.text.size() <= 10000, qPrintable(QString::number(reply.text.size())));
        seen += reply.all("Msvm_ComputerSystem"_L1).size();
        context = reply.value("EnumerationContext"_L1);
        ++answers;
    }
    QCOMPARE(seen, 205U);
    QVERIFY(answers > 10);
}

void EnumerateTest::oversizedItemFaults()
{
    cim::Instance large(u"Msvm_ComputerSystem"_s, virtualization);
    large.append(u"Name"_s, cim::Value::string(u"large"_s));
    large.append(u"ElementName"_s, cim::Value::string(QString(20'000, u'x')));
    m_provider->add(large);
    const QString context = begin();
    QCOMPARE(call(*m_service, pull(context, maxElements(5))).status, 200);
    Envelope request = pull(context);
    request.headers = "<w:MaxEnvelopeSize>8192</w:MaxEnvelopeSize>";
    const Reply refused = call(*m_service, request);
    QCOMPARE(refused.fault(), u"Sender/EncodingLimit"_s);
    QCOMPARE(refused.faultCode(), 2150858824U);
    QCOMPARE(call(*m_service, pull(context)).all("Msvm_ComputerSystem"_L1).size(),
             1U); // the context still stands
}

void EnumerateTest::maxCharactersSplits()
{
    const Reply one = call(*m_service, pull(begin()));
    const qsizetype size = one.text.indexOf("</n:Items>") - one.text.indexOf("<n:Items>") - 9;
    const QByteArray limit =
        "<n:MaxCharacters>" + QByteArray::number(2 * size + size / 2) + "</n:MaxCharacters>";
    const Reply two = call(*m_service, pull(begin(), maxElements(100) + limit));
    QCOMPARE(two.all("Msvm_ComputerSystem"_L1).size(), 2U);
}

void EnumerateTest::references()
{
    const QByteArray mode = "<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>";
    const Reply reply = call(*m_service, enumerateClass("Msvm_ComputerSystem", optimized(10) + mode));
    QCOMPARE(reply.all("EndpointReference"_L1).size(), 5U);
    QVERIFY(reply.find("Msvm_ComputerSystem"_L1) == nullptr);
    const auto reference = simulation::readReference(*reply.find("EndpointReference"_L1));
    QVERIFY(reference.has_value());
    QCOMPARE(reference->resourceUri, QString::fromLatin1(v2 + "Msvm_ComputerSystem"));
    QCOMPARE(reference->selectors.size(), 2U);
    QCOMPARE(reference->selectors[1].value, u"vm0"_s);
}

void EnumerateTest::objectsAndReferences()
{
    const QByteArray mode = "<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode>";
    const Reply reply = call(*m_service, enumerateClass("Msvm_ComputerSystem", optimized(10) + mode));
    const auto items = reply.all("Item"_L1);
    QCOMPARE(items.size(), 5U);
    QCOMPARE(items[0]->children.size(), 2U);
    QCOMPARE(items[0]->children[0].name, u"Msvm_ComputerSystem"_s);
    QCOMPARE(items[0]->children[1].name, u"EndpointReference"_s);
}

void EnumerateTest::projection()
{
    const Reply reply =
        call(*m_service,
             enumerateWql("SELECT Name,EnabledState,ElementName FROM Msvm_ComputerSystem", optimized(1)));
    const simulation::XmlElement* row = reply.find("XmlFragment"_L1);
    QVERIFY(row != nullptr);
    QStringList names;
    for (const simulation::XmlElement& child : row->children) {
        names.append(child.name);
        QVERIFY(child.nameSpace.isEmpty());
    }
    QCOMPARE(names, QStringList({u"ElementName"_s, u"EnabledState"_s, u"Name"_s}));
}

void EnumerateTest::selectorFilter()
{
    const QByteArray filter =
        "<w:Filter Dialect=\"http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter\">" +
        selectorSet(selector("ElementName", "machine 3")) + "</w:Filter>";
    const Reply reply = call(*m_service, enumerateClass("Msvm_ComputerSystem", optimized(10) + filter));
    QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 1U);
    QCOMPARE(reply.value("Name"_L1), u"vm3"_s);
    const QByteArray array = QByteArray(filter).replace("ElementName", "Roles");
    QCOMPARE(call(*m_service, enumerateClass("Msvm_ComputerSystem", array)).fault(),
             u"Sender/CannotProcessFilter"_s);
}

void EnumerateTest::associationFilter()
{
    const QByteArray object = "<b:Object><a:Address>x</a:Address><a:ReferenceParameters><w:ResourceURI>" +
                              v2 + "Msvm_ComputerSystem</w:ResourceURI>" +
                              selectorSet(selector("Name", "a\\b")) + "</a:ReferenceParameters></b:Object>";
    Envelope request = enumerateWql({}, optimized(10));
    request.body = "<n:Enumerate>" + optimized(10) +
                   "<w:Filter Dialect=\"http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter\">"
                   "<b:AssociatedInstances>" +
                   object +
                   "<b:AssociationClassName>Msvm_Link</b:AssociationClassName>"
                   "<b:ResultClassName>Msvm_ComputerSystem</b:ResultClassName>"
                   "</b:AssociatedInstances></w:Filter></n:Enumerate>";
    const Reply reply = call(*m_service, request);
    QCOMPARE(reply.all("Msvm_ComputerSystem"_L1).size(), 5U);
    QVERIFY(m_provider->lastQuery.startsWith("ASSOCIATORS OF {"_L1));
    QVERIFY(m_provider->lastQuery.contains("Msvm_ComputerSystem.Name=\"a\\\\b\"}"_L1));
    QVERIFY(
        m_provider->lastQuery.endsWith(" WHERE AssocClass = Msvm_Link ResultClass = Msvm_ComputerSystem"_L1));
    request.body.replace("AssociatedInstances", "AssociationInstances");
    QCOMPARE(call(*m_service, request).status, 200);
    QVERIFY(m_provider->lastQuery.startsWith("REFERENCES OF {"_L1));
    QVERIFY(m_provider->lastQuery.endsWith(" WHERE ResultClass = Msvm_ComputerSystem"_L1));
}

void EnumerateTest::otherDialectsAreRefused()
{
    Envelope request = enumerateWql(everything);
    request.body.replace("http://schemas.microsoft.com/wbem/wsman/1/WQL",
                         "http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf");
    QCOMPARE(call(*m_service, request).fault(), u"Sender/FilterDialectRequestedUnavailable"_s);
}

void EnumerateTest::providerErrors_data()
{
    QTest::addColumn<QByteArray>("resource");
    QTest::addColumn<QByteArray>("wql");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<quint32>("hresult");
    const QByteArray wmi = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";
    QTest::newRow("bad query") << v2 + "*" << QByteArray("SELEKT") << u"Sender/CannotProcessFilter"_s
                               << 0x80041017U;
    QTest::newRow("bad namespace of a class") << wmi + "root/nothing/Msvm_ComputerSystem" << QByteArray()
                                              << u"Sender/DestinationUnreachable"_s << 0x8004100EU;
    QTest::newRow("bad class") << v2 + "*" << QByteArray("SELECT * FROM Nothing")
                               << u"Sender/DestinationUnreachable"_s << 0x80041010U;
}

void EnumerateTest::providerErrors()
{
    QFETCH(QByteArray, resource);
    QFETCH(QByteArray, wql);
    QFETCH(QString, fault);
    QFETCH(quint32, hresult);
    Envelope request = enumerateWql(wql);
    if (wql.isEmpty())
        request.body = "<n:Enumerate/>";
    request.resource = resource;
    const Reply reply = call(*m_service, request);
    QCOMPARE(reply.fault(), fault);
    const simulation::XmlElement* provider = reply.find("ProviderFault"_L1);
    QVERIFY(provider != nullptr);
    QCOMPARE(provider->children.front().attribute({}, "Code"_L1).toUInt(), hresult);
}

// What a real host says then does not tell a bad query from a missing namespace.
void EnumerateTest::missingNamespaceIsNotNamed()
{
    Envelope request = enumerateWql(everything);
    request.resource = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/nothing/*";
    const Reply reply = call(*m_service, request);
    QCOMPARE(reply.fault(), u"Sender/CannotProcessFilter"_s);
    QCOMPARE(reply.faultCode(), 2150858778U);
    QVERIFY(reply.find("ProviderFault"_L1) == nullptr);
}

QTEST_GUILESS_MAIN(EnumerateTest)
#include "tst_endpoint_enumerate.moc"
