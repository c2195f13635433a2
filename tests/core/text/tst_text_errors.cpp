#include "core/text/HostErrorText.h"
#include "core/wmi/SignInStatus.h"
#include "core/wmi/StatusMeaning.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using base::Layer;

namespace {

std::vector<ErrorCode> codes()
{
    std::vector<ErrorCode> all;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        all.push_back(static_cast<ErrorCode>(i));
    return all;
}

base::Error sample(ErrorCode code, Layer layer)
{
    base::Error error;
    error.layer = layer;
    error.code = code;
    error.host = u"hv01.example"_s;
    return error;
}

} // namespace

Q_DECLARE_METATYPE(ErrorCode)
Q_DECLARE_METATYPE(Layer)

class TestErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnWords();
    void everyLayerIsComplete();
    void adviceIsConcrete_data();
    void adviceIsConcrete();
    void layersThatMatterDiffer_data();
    void layersThatMatterDiffer();
    void numbersSayMore_data();
    void numbersSayMore();
    void aNumberThatMeansSomethingElseThere();
    void detailsHoldEverythingTheHostSaid();
    void titleNamesWhatThereIs();
    void whatTheClusterSaysCounts();
};

void TestErrors::everyCodeHasItsOwnWords()
{
    QSet<QString> titles;
    QSet<QString> explanations;
    for (const ErrorCode code : codes()) {
        const text::ErrorText words = text::present(sample(code, Layer::Wmi));
        QVERIFY2(!titles.contains(words.title), qPrintable(words.title));
        QVERIFY2(!explanations.contains(words.explanation), qPrintable(words.explanation));
        titles.insert(words.title);
        explanations.insert(words.explanation);
    }
}

void TestErrors::everyLayerIsComplete()
{
    for (const ErrorCode code : codes()) {
        for (int layer = 0; layer <= static_cast<int>(Layer::Local); ++layer) {
            const text::ErrorText words = text::present(sample(code, static_cast<Layer>(layer)));
            // What the program itself forbids is about no server.
            const bool ownRefusal =
                static_cast<Layer>(layer) == Layer::Local &&
                (code == ErrorCode::ReadOnly || code == ErrorCode::InvalidState || code == ErrorCode::InUse);
            QCOMPARE(words.title.contains(u"hv01.example"_s), !ownRefusal);
            QVERIFY(!words.title.contains(u"%1"_s));
            QVERIFY(!words.explanation.isEmpty());
            QVERIFY(!words.advice.isEmpty());
            QVERIFY(words.details.contains(base::name(code)));
        }
    }
}

void TestErrors::adviceIsConcrete_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Layer>("layer");
    QTest::addColumn<QStringList>("mentions");
    QTest::newRow("WinRM off") << ErrorCode::Unreachable << Layer::Connect
                               << QStringList{u"winrm quickconfig"_s, u"5985"_s, u"5986"_s};
    QTest::newRow("silent") << ErrorCode::TimedOut << Layer::Connect
                            << QStringList{u"firewall"_s, u"winrm quickconfig"_s};
    QTest::newRow("rejected") << ErrorCode::CredentialsRejected << Layer::Auth
                              << QStringList{u"HOST\\user"_s, u"LocalAccountTokenFilterPolicy"_s};
    QTest::newRow("denied") << ErrorCode::AccessDenied << Layer::Soap
                            << QStringList{u"Hyper-V Administrators"_s, u"Remote Management Users"_s,
                                           u"wmimgmt.msc"_s, u"LocalAccountTokenFilterPolicy"_s};
    QTest::newRow("encryption") << ErrorCode::EncryptionRequired << Layer::Http
                                << QStringList{u"HTTPS"_s, u"AllowUnencrypted"_s};
    QTest::newRow("certificate") << ErrorCode::Untrusted << Layer::Tls << QStringList{u"CA file"_s};
    QTest::newRow("broke off") << ErrorCode::ProtocolViolation << Layer::Soap
                               << QStringList{u"Microsoft-Windows-WinRM/Operational"_s, u"proxies"_s};
    QTest::newRow("lost") << ErrorCode::Unreachable << Layer::Http << QStringList{u"Get-Service WinRM"_s};
    QTest::newRow("no /wsman") << ErrorCode::Unsupported << Layer::Http
                               << QStringList{u"winrm enumerate winrm/config/listener"_s, u"5985"_s};
    QTest::newRow("Windows only") << ErrorCode::Unsupported << Layer::Connect
                                  << QStringList{u"WS-Management"_s, u"--server"_s};
    QTest::newRow("unasked") << ErrorCode::CredentialsMissing << Layer::Http << QStringList{u"--auth none"_s};
    QTest::newRow("impostor") << ErrorCode::Untrusted << Layer::Auth << QStringList{u"name"_s};
    QTest::newRow("no ticket") << ErrorCode::CredentialsMissing << Layer::Auth << QStringList{u"kinit"_s};
    QTest::newRow("old ticket") << ErrorCode::TicketExpired << Layer::Auth << QStringList{u"kinit"_s};
    QTest::newRow("locked") << ErrorCode::AccountDisabled << Layer::Auth
                            << QStringList{u"Unlock-ADAccount"_s};
    QTest::newRow("password") << ErrorCode::PasswordExpired << Layer::Auth << QStringList{u"kpasswd"_s};
    QTest::newRow("clocks") << ErrorCode::ClockSkew << Layer::Auth
                            << QStringList{u"timedatectl"_s, u"w32tm /resync"_s};
    QTest::newRow("realm") << ErrorCode::RealmUnknown << Layer::Auth << QStringList{u"/etc/krb5.conf"_s};
    QTest::newRow("service") << ErrorCode::ServiceUnknown << Layer::Auth << QStringList{u"setspn -L"_s};
    QTest::newRow("no NTLM") << ErrorCode::Unsupported << Layer::Auth
                             << QStringList{u"gss-ntlmssp"_s, u"Kerberos"_s};
    QTest::newRow("refused over HTTPS")
        << ErrorCode::CredentialsRejected << Layer::Tls << QStringList{u"fingerprint"_s, u"5985"_s};
    QTest::newRow("ticket refused") << ErrorCode::CredentialsRejected << Layer::Http
                                    << QStringList{u"setspn -Q"_s, u"w32tm"_s,
                                                   u"Test-ComputerSecureChannel"_s, u"secpol.msc"_s};
    QTest::newRow("not asked") << ErrorCode::CredentialsRejected << Layer::Local << QStringList{u"NTLM"_s};
    QTest::newRow("no role") << ErrorCode::InvalidNamespace << Layer::Wmi
                             << QStringList{u"Install-WindowsFeature Hyper-V"_s};
    QTest::newRow("quota") << ErrorCode::QuotaExceeded << Layer::Soap << QStringList{u"MaxEnvelopeSizekb"_s};
}

void TestErrors::adviceIsConcrete()
{
    QFETCH(ErrorCode, code);
    QFETCH(Layer, layer);
    QFETCH(QStringList, mentions);
    const QString advice = text::present(sample(code, layer)).advice;
    QVERIFY2(!advice.contains(u"Basic=\"true\""_s), "weakens the server");
    for (const QString& mention : mentions)
        QVERIFY2(advice.contains(mention), qPrintable(mention + u" in: "_s + advice));
}

void TestErrors::layersThatMatterDiffer_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Layer>("one");
    QTest::addColumn<Layer>("other");
    QTest::newRow("name, port") << ErrorCode::Unreachable << Layer::Name << Layer::Connect;
    QTest::newRow("port, lost") << ErrorCode::Unreachable << Layer::Connect << Layer::Http;
    QTest::newRow("connect, slow") << ErrorCode::TimedOut << Layer::Connect << Layer::Soap;
    QTest::newRow("slow, job") << ErrorCode::TimedOut << Layer::Wmi << Layer::Job;
    QTest::newRow("we, host refuse") << ErrorCode::EncryptionRequired << Layer::Auth << Layer::Http;
    QTest::newRow("certificate, Kerberos") << ErrorCode::Untrusted << Layer::Tls << Layer::Auth;
    QTest::newRow("password, ticket") << ErrorCode::CredentialsMissing << Layer::Http << Layer::Auth;
    QTest::newRow("password, ticket refused") << ErrorCode::CredentialsRejected << Layer::Auth << Layer::Http;
    QTest::newRow("no TLS, no WinRM") << ErrorCode::ProtocolViolation << Layer::Tls << Layer::Http;
    QTest::newRow("port, no TLS") << ErrorCode::Unreachable << Layer::Connect << Layer::Tls;
    QTest::newRow("ticket, not asked") << ErrorCode::CredentialsMissing << Layer::Auth << Layer::Http;
    QTest::newRow("wrong service, driver") << ErrorCode::Unsupported << Layer::Http << Layer::Wmi;
    QTest::newRow("Windows only, driver") << ErrorCode::Unsupported << Layer::Connect << Layer::Wmi;
    QTest::newRow("no WinRM, bad SOAP") << ErrorCode::ProtocolViolation << Layer::Http << Layer::Soap;
    QTest::newRow("object, file") << ErrorCode::NotFound << Layer::Wmi << Layer::Local;
    QTest::newRow("object, job") << ErrorCode::NotFound << Layer::Wmi << Layer::Job;
    QTest::newRow("ours, host's value") << ErrorCode::InvalidArgument << Layer::Local << Layer::Wmi;
}

void TestErrors::layersThatMatterDiffer()
{
    QFETCH(ErrorCode, code);
    QFETCH(Layer, one);
    QFETCH(Layer, other);
    const text::ErrorText first = text::present(sample(code, one));
    const text::ErrorText second = text::present(sample(code, other));
    QVERIFY(first.title != second.title);
    QVERIFY(first.explanation != second.explanation);
}

void TestErrors::numbersSayMore_data()
{
    QTest::addColumn<Layer>("layer");
    QTest::addColumn<quint32>("number");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char* name, quint32 number, const QString& title, const QString& advice,
                        Layer layer = Layer::Auth) {
        QTest::newRow(name) << layer << number << title << advice;
    };
    row("locked", 0x80070775, u"is locked"_s, u"Unlock-ADAccount"_s);
    row("locked, NTSTATUS", 0xC0000234, u"is locked"_s, u"Unlock-ADAccount"_s);
    row("disabled", 0x80070533, u"is disabled"_s, u"Enable-ADAccount"_s);
    row("expired", 0x80070701, u"has expired"_s, u"Set-ADAccountExpiration"_s);
    row("no network logon", 0x80070569, u"policy"_s, u"secpol.msc"_s);
    row("smart card only", 0x8009033E, u"smart card only"_s, u"empty"_s);
    row("no card", 0x8010000C, u"cannot be read"_s, u"certutil -scinfo"_s);
    row("wrong PIN", 0x8010006B, u"PIN"_s, u"right PIN"_s);
    row("card blocked", 0x8010006C, u"blocked"_s, u"unblock"_s);
    row("card expired", 0x80090355, u"smart card's certificate"_s, u"NTAuth"_s);
    row("card refused", 0x80090354, u"smart card's certificate"_s, u"NTAuth"_s);
    row("revocation", 0x80090358, u"revoked"_s, u"certutil -verify"_s);
    row("controller's certificate", 0x8009035A, u"domain controller's certificate"_s, u"certutil -dcinfo"_s);
    row("downgrade", 0x80090350, u"No domain controller"_s, u"nltest /dsgetdc"_s);
    row("no authority", 0x80090311, u"No domain controller"_s, u"nltest /dsgetdc"_s);
    row("no referral", 0x80090341, u"No trust"_s, u"nltest /domain_trusts"_s);
    row("etype", 0x80090342, u"No encryption"_s, u"msDS-SupportedEncryptionTypes"_s);
    row("NTLM blocked", 0x80070791, u"NTLM is forbidden"_s, u"Kerberos"_s);
    row("nothing", 0x8009030E, u"nothing to sign in"_s, u"runas /netonly"_s);
    row("DCOM", 0x80070005, u"DCOM"_s, u"Distributed COM Users"_s);
    row("launch", 0x8000401B, u"DCOM"_s, u"System log"_s);
    row("RPC", 0x800706BA, u"cannot be reached by DCOM"_s, u"WMI-RPCSS-In-TCP"_s, Layer::Connect);
    row("port 135", 0x8007274D, u"cannot be reached by DCOM"_s, u"WMI-RPCSS-In-TCP"_s, Layer::Connect);
    row("namespace", 0x80041003, u"namespace"_s, u"Remote Enable"_s, Layer::Wmi);
}

void TestErrors::numbersSayMore()
{
    QFETCH(const Layer, layer);
    QFETCH(const quint32, number);
    QFETCH(const QString, title);
    QFETCH(const QString, advice);
    base::Error error = sample(ErrorCode::Internal, layer);
    const auto general = wmi::meaningOfHresult(number);
    error.code = general ? general->code : wmi::meaningOfSignInStatus(number).value_or(ErrorCode::Internal);
    if (layer == Layer::Connect)
        error.code = ErrorCode::Unreachable;
    error.nativeCode = number;
    const text::ErrorText words = text::present(error);
    QVERIFY2(words.title.contains(title) && words.title.contains(u"hv01.example"_s), qPrintable(words.title));
    QVERIFY2(words.advice.contains(advice), qPrintable(words.advice));
    QVERIFY(!words.advice.contains(u"winrm quickconfig"_s));
}

void TestErrors::aNumberThatMeansSomethingElseThere()
{
    base::Error error = sample(ErrorCode::Unreachable, Layer::Http);
    const QString lost = text::present(error).title;
    error.httpStatus = 503;
    QVERIFY(text::present(error).title.contains(u"turns requests away"_s));
    QVERIFY(text::present(error).advice.contains(u"MaxConnections"_s));
    QVERIFY(text::present(error).title != lost);
    // Denied in the middle of a conversation: signing in and DCOM worked.
    base::Error denied = sample(ErrorCode::AccessDenied, Layer::Soap);
    const QString usual = text::present(denied).title;
    denied.nativeCode = 0x80070005;
    QCOMPARE(text::present(denied).title, usual);
    denied.code = ErrorCode::Conflict; // the layer above knew better
    denied.layer = Layer::Wmi;
    denied.nativeCode = 0x80041003;
    QVERIFY(!text::present(denied).title.contains(u"namespace"_s));
}

void TestErrors::detailsHoldEverythingTheHostSaid()
{
    base::Error error = sample(ErrorCode::AccessDenied, Layer::Soap);
    error.operation = u"Enumerate"_s;
    error.target = u"Msvm_PartitionableGpu"_s;
    error.httpStatus = 500;
    error.soapSubcode = u"AccessDenied"_s;
    error.faultCode = 2150858770U;
    error.nativeCode = 0x80041003U;
    error.hostText = u"Zugriff verweigert\r\n(zweite Zeile)"_s;
    error.detail = u"during pull 3"_s;
    const QString details = text::present(error).details;
    for (const QString& fact :
         {u"Enumerate"_s, u"Msvm_PartitionableGpu"_s, u"500"_s, u"AccessDenied"_s, u"2150858770"_s,
          u"0x80338012"_s, u"0x80041003"_s, u"during pull 3"_s, error.hostText, error.host})
        QVERIFY2(details.contains(fact), qPrintable(fact));
}

void TestErrors::titleNamesWhatThereIs()
{
    base::Error error = sample(ErrorCode::Io, Layer::Local);
    error.host.clear();
    error.target = u"/tmp/100%1.csv"_s;
    QVERIFY(text::present(error).title.contains(error.target));
    error.target.clear();
    QVERIFY(text::present(error).title.contains(u"this computer"_s));
    error.layer = Layer::Http;
    QVERIFY(text::present(error).title.contains(u"the server"_s));
}

void TestErrors::whatTheClusterSaysCounts()
{
    fleet::HostRecord host;
    host.displayName = u"HV02"_s;
    QVERIFY(text::presentHostError(host).title.isEmpty());
    host.lastError = sample(ErrorCode::Unreachable, Layer::Connect);
    QVERIFY(text::presentHostError(host).advice.contains(u"winrm quickconfig"_s));
    host.nodeState = model::NodeState::Down;
    for (const ErrorCode code : {ErrorCode::Unreachable, ErrorCode::TimedOut}) {
        host.lastError = sample(code, Layer::Connect);
        const text::ErrorText words = text::presentHostError(host);
        QCOMPARE(words.title, u"HV02 is down"_s);
        QVERIFY2(!words.advice.contains(u"winrm"_s), qPrintable(words.advice));
        QVERIFY(words.details.contains(base::name(code)));
    }
    host.lastError =
        sample(ErrorCode::CredentialsRejected, Layer::Auth); // it answers, whatever the others say
    QVERIFY(!text::presentHostError(host).title.contains(u"is down"_s));
}

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_text_errors.moc"
