#include "support/FakeProvider.h"
#include "support/Requests.h"
#include "tests/support/ManualClock.h"

#include <QStringEncoder>
#include <QTest>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

class RequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void refuses_data();
    void refuses();
    void acceptsWhatWindowsAccepts_data();
    void acceptsWhatWindowsAccepts();
    void answersUtf16InUtf16();
    void refusesDoctypeAndGarbage_data();
    void refusesDoctypeAndGarbage();
    void identifiesItself();
    void writesWindowsHeaders();

private:
    ManualClock m_clock;
    std::shared_ptr<FakeProvider> m_provider;
    std::unique_ptr<simulation::WsmanService> m_service;
};

void RequestsTest::init()
{
    m_provider = std::make_shared<FakeProvider>();
    m_provider->addMachines(1);
    simulation::ServiceOptions options;
    options.language = u"ja-JP"_s;
    m_service = std::make_unique<simulation::WsmanService>(m_provider, options, m_clock);
}

void RequestsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<quint32>("code");
    const QByteArray key = selector("Name", "vm0");
    const auto changed = [](Envelope envelope, QByteArray Envelope::*part, const QByteArray& value) {
        envelope.*part = value;
        return envelope.text();
    };
    const auto withHeader = [&](const QByteArray& header) {
        Envelope envelope = get("Msvm_ComputerSystem", key);
        envelope.headers += header;
        return envelope.text();
    };
    const Envelope valid = get("Msvm_ComputerSystem", key);

    QTest::newRow("query with class URI") << changed(enumerateWql("SELECT * FROM Msvm_ComputerSystem"),
                                                     &Envelope::resource, v2 + "Msvm_ComputerSystem")
                                          << u"Sender/DestinationUnreachable"_s << 2150859003U;
    QTest::newRow("non-key selector")
        << get("Msvm_ComputerSystem", selector("ElementName", "Machine 0")).text()
        << u"Sender/InvalidSelectors"_s << 2150858843U;
    QTest::newRow("no selector") << get("Msvm_ComputerSystem", {}).text() << u"Sender/InvalidSelectors"_s
                                 << 2150859002U;
    QTest::newRow("small envelope") << withHeader("<w:MaxEnvelopeSize>8191</w:MaxEnvelopeSize>")
                                    << u"Sender/EncodingLimit"_s << 2150858805U;
    QTest::newRow("locale must be understood")
        << withHeader("<w:Locale xml:lang=\"de-DE\" s:mustUnderstand=\"true\"/>")
        << u"Sender/UnsupportedFeature"_s << 2150858818U;
    QTest::newRow("data locale must be understood")
        << withHeader("<h:DataLocale xml:lang=\"de-DE\" s:mustUnderstand=\"true\"/>")
        << u"Sender/UnsupportedFeature"_s << 2150858818U;
    QTest::newRow("unknown header must be understood")
        << withHeader("<z:New xmlns:z=\"urn:z\" s:mustUnderstand=\"true\"/>") << u"MustUnderstand"_s
        << 0x80338010U;
    QTest::newRow("fragment transfer may be ignored")
        << withHeader("<w:FragmentTransfer>Name</w:FragmentTransfer>")
        << u"Sender/InvalidMessageInformationHeader"_s << 0x8033800FU;
    QTest::newRow("reply elsewhere") << changed(valid, &Envelope::replyTo, "http://elsewhere/")
                                     << u"Sender/UnsupportedFeature"_s << 2150858818U;
    QTest::newRow("no ReplyTo") << changed(valid, &Envelope::replyTo, {})
                                << u"Sender/MessageInformationHeaderRequired"_s << 0x80338011U;
    QTest::newRow("no MessageID") << changed(valid, &Envelope::messageId, {})
                                  << u"Sender/InvalidMessageInformationHeader"_s << 0x8033800FU;
    QTest::newRow("unknown action") << changed(valid, &Envelope::action, "urn:nothing")
                                    << u"Sender/ActionNotSupported"_s << 2150858753U;
    QTest::newRow("unknown URI") << changed(valid, &Envelope::resource, "urn:nothing")
                                 << u"Sender/DestinationUnreachable"_s << 2150858811U;
    QTest::newRow("unknown class") << get("Msvm_Nothing", key).text() << u"Sender/DestinationUnreachable"_s
                                   << 2150858752U;
    QTest::newRow("missing instance") << get("Msvm_ComputerSystem", selector("Name", "vm7")).text()
                                      << u"Sender/DestinationUnreachable"_s << 2150858752U;
    QTest::newRow("other namespace by selector")
        << get("Msvm_ComputerSystem", key + selector("__cimnamespace", "root/cimv2")).text()
        << u"Receiver/InternalError"_s << 2150858755U;
}

void RequestsTest::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(QString, fault);
    QFETCH(quint32, code);
    const auto answer = m_service->handle(simulation::readRequest(request), true);
    const Reply reply = takeApart(answer.status, answer.body);
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.fault(), fault);
    QCOMPARE(reply.faultCode(), code);
    QVERIFY(!reply.value("Text"_L1).isEmpty());
    QCOMPARE(reply.find("WSManFault"_L1)->attribute({}, "Machine"_L1), u"HV01"_s);
}

void RequestsTest::acceptsWhatWindowsAccepts_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray key = selector("Name", "vm0");
    Envelope plain = get("Msvm_ComputerSystem", key);
    QTest::newRow("no optional header, part of the keys") << plain.text();
    Envelope odd = plain;
    odd.messageId = "any text, not a uuid";
    QTest::newRow("any MessageID") << odd.text();
    Envelope spaced = plain;
    spaced.resource = "\n   " + plain.resource + "  \n";
    QTest::newRow("white space around the URI") << spaced.text();
    Envelope upper = plain;
    upper.headers = selectorSet(selector("nAME", "VM0"));
    QTest::newRow("keys in any case") << upper.text();
    Envelope full = plain;
    full.headers = selectorSet(key + selector("CreationClassName", "Msvm_ComputerSystem") +
                               selector("__cimnamespace", "root/virtualization/v2"));
    QTest::newRow("all keys and the namespace") << full.text();
    Envelope generous = plain;
    generous.headers +=
        "<w:MaxEnvelopeSize s:mustUnderstand=\"true\">153600</w:MaxEnvelopeSize>"
        "<w:OperationTimeout>PT60.000S</w:OperationTimeout>"
        "<w:Locale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/>"
        "<h:SessionId s:mustUnderstand=\"false\">uuid:1</h:SessionId>"
        "<w:OptionSet s:mustUnderstand=\"true\"><w:Option Name=\"wmi:x\">1</w:Option></w:OptionSet>";
    QTest::newRow("every optional header") << generous.text();
    QTest::newRow("XML declaration and line ends") << "<?xml version=\"1.0\"?>\r\n" + plain.text();
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + plain.text();
}

void RequestsTest::acceptsWhatWindowsAccepts()
{
    QFETCH(QByteArray, request);
    const auto answer = m_service->handle(simulation::readRequest(request), true);
    const Reply reply = takeApart(answer.status, answer.body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.value("ElementName"_L1), u"Machine 0"_s);
}

void RequestsTest::answersUtf16InUtf16()
{
    const QString text = QString::fromUtf8(get("Msvm_ComputerSystem", selector("Name", "vm0")).text());
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray request = encoder.encode(text);
        const auto answer = m_service->handle(simulation::readRequest(request), true);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.contentType, QByteArray("application/soap+xml;charset=UTF-16"));
        QCOMPARE(takeApart(answer.status, answer.body).value("Name"_L1), u"vm0"_s);
    }
}

void RequestsTest::refusesDoctypeAndGarbage_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("not XML") << QByteArray("hello") << 400;
    QTest::newRow("cut") << get("Msvm_ComputerSystem", selector("Name", "vm0")).text().chopped(20) << 400;
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>") << 400;
    QTest::newRow("too deep") << QByteArray("<a>").repeated(80) + QByteArray("</a>").repeated(80) << 400;
    QTest::newRow("other SOAP version")
        << QByteArray(
               "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>")
        << 500;
    QTest::newRow("no body")
        << QByteArray(
               "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/></s:Envelope>")
        << 500;
}

void RequestsTest::refusesDoctypeAndGarbage()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const auto answer = m_service->handle(simulation::readRequest(request), true);
    QCOMPARE(answer.status, status);
    QVERIFY(!takeApart(answer.status, answer.body).fault().isEmpty());
}

void RequestsTest::identifiesItself()
{
    const QByteArray request =
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body><i:Identify "
        "xmlns:i=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\"/></s:Body></s:Envelope>";
    const auto known = m_service->handle(simulation::readRequest(request), true);
    const Reply reply = takeApart(known.status, known.body);
    QCOMPARE(reply.value("ProductVendor"_L1), u"Microsoft Corporation"_s);
    QCOMPARE(reply.value("ProductVersion"_L1), u"OS: 10.0.26100 SP: 0.0 Stack: 3.0"_s);
    QCOMPARE(reply.value("ProtocolVersion"_L1), u"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"_s);
    const auto anonymous = m_service->handle(simulation::readRequest(request), false);
    QCOMPARE(takeApart(anonymous.status, anonymous.body).value("ProductVersion"_L1),
             u"OS: 0.0.0 SP: 0.0 Stack: 3.0"_s);
    QVERIFY(!anonymous.body.contains("SecurityProfile"));
}

void RequestsTest::writesWindowsHeaders()
{
    const Reply reply = call(*m_service, get("Msvm_ComputerSystem", selector("Name", "vm0")));
    QVERIFY(reply.text.startsWith("<s:Envelope xml:lang=\"ja-JP\" xmlns:s="));
    const simulation::XmlElement* header = reply.find("Header"_L1);
    QVERIFY(header != nullptr);
    QStringList names;
    for (const simulation::XmlElement& child : header->children)
        names.append(child.name);
    QCOMPARE(names, QStringList({u"Action"_s, u"MessageID"_s, u"To"_s, u"RelatesTo"_s}));
    QCOMPARE(reply.value("RelatesTo"_L1), u"uuid:11111111-2222-3333-4444-555555555555"_s);
    QVERIFY(reply.value("MessageID"_L1).startsWith("uuid:"_L1));
    QCOMPARE(reply.value("Action"_L1), u"http://schemas.xmlsoap.org/ws/2004/09/transfer/GetResponse"_s);
    for (const char* prefix : {"<s:Body>", "<a:Action>", "<p:Msvm_ComputerSystem ", "xmlns:w=", "xmlns:x="})
        QVERIFY2(reply.text.contains(prefix), prefix);
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "tst_endpoint_requests.moc"
