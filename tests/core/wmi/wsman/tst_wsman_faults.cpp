#include "core/wmi/wsman/EnvelopeReader.h"
#include "core/wmi/wsman/FaultCodes.h"
#include "core/wmi/wsman/HttpStatus.h"
#include "tests/support/SoapSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;

namespace {

std::optional<wsman::Fault> read(const QByteArray& body)
{
    wsman::NamePool names;
    wsman::EnvelopeReader reader({wsman::AnswerKind::Get, u"uuid:ours"_s, {}, {}, {}}, names);
    const QByteArray text = test::soap::envelope({}, body); // without RelatesTo, as captured
    return reader.feed(text) && reader.finish() ? reader.answer().fault : std::nullopt;
}

} // namespace

class TestWsmanFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWsmanFault()
    {
        const std::optional<wsman::Fault> fault =
            read(test::soap::fault("w:AccessDenied", 5, "Access is denied. "));
        QVERIFY(fault.has_value());
        QCOMPARE(fault->code, u"Sender"_s);
        QCOMPARE(fault->subcode, u"AccessDenied"_s);
        QCOMPARE(fault->machine, u"HOST01"_s);
        const base::Error error = fault->toError();
        QCOMPARE(error.code, ErrorCode::AccessDenied);
        QCOMPARE(error.layer, base::Layer::Soap);
        QCOMPARE(error.faultCode, std::optional<std::uint32_t>(5));
        QCOMPARE(error.hostText, u"Access is denied."_s);
        QVERIFY(!error.nativeCode);
        QVERIFY(!error.retryable);
    }

    void prefersTheProvidersWords()
    {
        const QByteArray provider =
            "<f:ProviderFault provider=\"WMI Provider\" "
            "path=\"C:\\Windows\\system32\\WsmWmiPl.dll\"><f:WSManFault "
            "Code=\"2147749904\" Machine=\"HOST01\"><f:Message>Invalid class </f:Message></f:WSManFault>"
            "<f:ExtendedError><p:__ExtendedStatus "
            "xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/"
            "__ExtendedStatus\"><p:Description>No such class: "
            "X</p:Description></p:__ExtendedStatus></f:ExtendedError>"
            "</f:ProviderFault>";
        const std::optional<wsman::Fault> fault =
            read(test::soap::fault("w:InternalError", 2150858755U, "outer", provider));
        QVERIFY(fault.has_value());
        const base::Error error = fault->toError();
        QCOMPARE(error.code, ErrorCode::InvalidClass);
        QCOMPARE(error.layer, base::Layer::Wmi);
        QCOMPARE(error.nativeCode, std::optional<std::uint32_t>(0x80041010U));
        QCOMPARE(error.faultCode, std::optional<std::uint32_t>(2150858755U));
        QCOMPARE(error.hostText, u"No such class: X"_s);
    }

    void readsWmiErrorFlavour()
    {
        const QByteArray detail =
            "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:DestinationUnreachable</"
            "s:Value></s:Subcode>"
            "</s:Code><s:Reason><s:Text xml:lang=\"\">r</s:Text></s:Reason><s:Detail><p:MSFT_WmiError "
            "xmlns:p=\"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError\"><p:CIMStatusCode>6</"
            "p:CIMStatusCode>"
            "<p:Message>Not there.</p:Message><p:MessageID>HRESULT 0x80041002</p:MessageID>"
            "<p:error_Type>HRESULT</p:error_Type><p:error_Code>2147749890</p:error_Code></p:MSFT_WmiError></"
            "s:Detail></s:Fault>";
        const std::optional<wsman::Fault> fault = read(detail);
        QVERIFY(fault.has_value());
        QCOMPARE(fault->cimStatusCode, std::optional<std::uint32_t>(6));
        const base::Error error = fault->toError();
        QCOMPARE(error.code, ErrorCode::NotFound);
        QCOMPARE(error.nativeCode, std::optional<std::uint32_t>(0x80041002U));
        QCOMPARE(error.hostText, u"Not there."_s);
        QCOMPARE(error.soapSubcode, u"DestinationUnreachable"_s);
    }

    void findsTheHresultInTheText()
    {
        const std::optional<wsman::Fault> fault = read(test::soap::fault(
            "n:CannotProcessFilter", 2150858778U, "The WMI service returned 0x8004100E (namespace)."));
        QVERIFY(fault.has_value());
        QCOMPARE(fault->toError().code, ErrorCode::InvalidNamespace);
    }

    void takesTheWsmanNumberOfTheWmiErrorFlavour()
    {
        const auto wmiError = [](const QByteArray& cimStatus) {
            return "<s:Fault><s:Detail><p:MSFT_WmiError xmlns:p=\"urn:p\"><p:CIMStatusCode>" + cimStatus +
                   "</p:CIMStatusCode><p:MessageID>HRESULT "
                   "0x8033801A</p:MessageID></p:MSFT_WmiError></s:Detail>"
                   "</s:Fault>";
        };
        const std::optional<wsman::Fault> fault = read(wmiError("1"));
        QVERIFY(fault.has_value());
        QCOMPARE(fault->wsmanCode, std::optional<std::uint32_t>(2150858778U));
        QCOMPARE(fault->toError().code, ErrorCode::InvalidQuery);
        QVERIFY(wsman::isUnexplainedBadFilter(fault->toError()));
        const std::optional<wsman::Fault> explained = read(wmiError("3"));
        QVERIFY(explained.has_value());
        QCOMPARE(explained->toError().code, ErrorCode::InvalidNamespace);
    }

    void keepsAnHresultThatIsNotListed()
    {
        for (const std::uint32_t code : {0x800713A0U, 0x80070032U, 0x80041999U}) {
            const std::optional<wsman::Fault> fault =
                read(test::soap::fault("w:InternalError", code, "text"));
            QVERIFY(fault.has_value());
            QCOMPARE(fault->toError().nativeCode, std::optional(code));
        }
        const std::optional<wsman::Fault> wsmanOnly =
            read(test::soap::fault("w:InternalError", 2150858755U, "t"));
        QVERIFY(wsmanOnly.has_value());
        QVERIFY(!wsmanOnly->toError().nativeCode);
    }

    void readsFaultDetail()
    {
        QByteArray text = test::soap::fault("a:DestinationUnreachable", 2150858752U, "gone");
        text.replace("<s:Detail>",
                     "<s:Detail><w:FaultDetail>http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/"
                     "ResourceNotFound</w:FaultDetail>");
        const std::optional<wsman::Fault> fault = read(text);
        QVERIFY(fault.has_value());
        QCOMPARE(fault->faultDetail, u"ResourceNotFound"_s);
        QCOMPARE(fault->toError().code, ErrorCode::NotFound);
    }

    void survivesBareFaults()
    {
        const std::optional<wsman::Fault> fault = read("<s:Fault/>");
        QVERIFY(fault.has_value());
        QCOMPARE(fault->toError().code, ErrorCode::Internal);
        QVERIFY(!fault->toError().retryable);
    }

    void mapsCodes_data()
    {
        QTest::addColumn<QByteArray>("subcode");
        QTest::addColumn<quint32>("number");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("retryable");
        const auto add = [](const char* subcode, quint32 number, ErrorCode code, bool retryable) {
            QTest::addRow("%s %u", subcode, number)
                << QByteArray(subcode) << number << int(code) << retryable;
        };
        add("w:AccessDenied", 5, ErrorCode::AccessDenied, false);
        add("n:CannotProcessFilter", 2150858778U, ErrorCode::InvalidQuery, false);
        add("n:InvalidEnumerationContext", 2150858779U, ErrorCode::InvalidState, true);
        add("w:TimedOut", 2150858793U, ErrorCode::TimedOut, true);
        add("w:EncodingLimit", 2150858824U, ErrorCode::LimitExceeded, false);
        add("w:QuotaLimit", 2150859174U, ErrorCode::QuotaExceeded, true);
        add("w:QuotaLimit", 2150859177U, ErrorCode::QuotaExceeded, false);
        add("w:QuotaLimit", 2150859242U, ErrorCode::QuotaExceeded, true);
        add("w:InvalidSelectors", 2150858843U, ErrorCode::InvalidArgument, false);
        add("w:SchemaValidationError", 2150858817U, ErrorCode::InvalidArgument, false);
        add("a:ActionNotSupported", 2150858753U, ErrorCode::Unsupported, false);
        add("w:InternalError", 2147749907U, ErrorCode::ShuttingDown, true); // 0x80041013
        add("w:InternalError", 2147749902U, ErrorCode::InvalidNamespace, false);
        add("w:InternalError", 2147749923U, ErrorCode::ReadOnly, false);
        add("w:InternalError", 2150858755U, ErrorCode::Internal, false);
        add("w:Concurrency", 1U, ErrorCode::InUse, true); // unknown number: the name decides
    }
    void mapsCodes()
    {
        QFETCH(QByteArray, subcode);
        QFETCH(quint32, number);
        QFETCH(int, code);
        QFETCH(bool, retryable);
        const std::optional<wsman::Fault> fault = read(test::soap::fault(subcode, number, "text"));
        QVERIFY(fault.has_value());
        QCOMPARE(int(fault->toError().code), code);
        QCOMPARE(fault->toError().retryable, retryable);
    }

    void knowsThePassingQuotas()
    {
        for (const std::uint32_t code : {2150859173U, 2150859176U, 2150859179U, 2150859236U, 2150859242U})
            QVERIFY(wsman::isPassingQuota(code));
        for (const std::uint32_t code : {5U, 2150859177U, 2150858793U, 2150859243U})
            QVERIFY(!wsman::isPassingQuota(code));
    }

    void mapsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("credentials");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("retryable");
        QTest::newRow("401 without") << 401 << false << int(ErrorCode::CredentialsMissing) << false;
        QTest::newRow("401 with") << 401 << true << int(ErrorCode::CredentialsRejected) << false;
        QTest::newRow("403") << 403 << true << int(ErrorCode::AccessDenied) << false;
        QTest::newRow("404") << 404 << true << int(ErrorCode::Unsupported) << false;
        QTest::newRow("413") << 413 << true << int(ErrorCode::LimitExceeded) << false;
        QTest::newRow("429") << 429 << true << int(ErrorCode::QuotaExceeded) << true;
        QTest::newRow("503") << 503 << true << int(ErrorCode::Unreachable) << true;
        QTest::newRow("500") << 500 << true << int(ErrorCode::ProtocolViolation) << false;
        QTest::newRow("200") << 200 << true << int(ErrorCode::ProtocolViolation) << false;
    }
    void mapsStatus()
    {
        QFETCH(int, status);
        QFETCH(bool, credentials);
        QFETCH(int, code);
        QFETCH(bool, retryable);
        const wsman::HttpHead head{
            status, "text/html", {"Negotiate", "Kerberos, Basic realm=\"WSMAN, x=y\""}};
        const base::Error error =
            wsman::errorFromStatus(head, credentials, "<html>\n" + QByteArray(500, 'x'));
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.retryable, retryable);
        QCOMPARE(error.httpStatus, std::optional<int>(status));
        if (status == 401)
            QVERIFY2(error.detail.contains(u"Negotiate, Kerberos, Basic"), qPrintable(error.detail));
        if (status == 200) {
            QVERIFY(error.detail.contains(u"<html> xxx"));
            QVERIFY(error.detail.contains(u"text/html"));
            QVERIFY(error.detail.size() < 300);
        }
    }
};

QTEST_GUILESS_MAIN(TestWsmanFaults)
#include "tst_wsman_faults.moc"
