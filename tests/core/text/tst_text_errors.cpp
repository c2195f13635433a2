#include "core/text/Text.h"

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
    void detailsHoldEverythingTheHostSaid();
    void titleNamesWhatThereIs();
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
                              << QStringList{u"Basic=\"true\""_s, u"LocalAccountTokenFilterPolicy"_s};
    QTest::newRow("denied") << ErrorCode::AccessDenied << Layer::Soap
                            << QStringList{u"Hyper-V Administrators"_s, u"Remote Management Users"_s,
                                           u"wmimgmt.msc"_s};
    QTest::newRow("encryption") << ErrorCode::EncryptionRequired << Layer::Http
                                << QStringList{u"HTTPS"_s, u"AllowUnencrypted"_s};
    QTest::newRow("certificate") << ErrorCode::Untrusted << Layer::Tls << QStringList{u"CA file"_s};
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
    QTest::newRow("no NTLM") << ErrorCode::Unsupported << Layer::Auth << QStringList{u"gss-ntlmssp"_s};
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
    QTest::newRow("no TLS, no WinRM") << ErrorCode::ProtocolViolation << Layer::Tls << Layer::Http;
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

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_text_errors.moc"
