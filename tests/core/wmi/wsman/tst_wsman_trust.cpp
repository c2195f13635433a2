#include "core/base/CertificateSummary.h"
#include "core/wmi/wsman/CertificateFacts.h"
#include "core/wmi/wsman/CertificateSummaries.h"
#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/SoapSamples.h"
#include "tests/support/TestCertificate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using test::ScriptedHttpServer;

namespace {

ScriptedHttpServer::Options tls(const test::TestCertificate& certificate)
{
    return {"127.0.0.1", certificate.certificatePem, certificate.privateKeyPem};
}

test::ScriptedReply identity(const test::ReceivedRequest& /*request*/)
{
    test::ScriptedReply reply;
    reply.pieces = {test::soap::envelope(
        {}, "<i:IdentifyResponse xmlns:i=\"http://schemas.dmtf.org/wbem/wsman/identity/1/"
            "wsmanidentity.xsd\"><i:ProductVendor>V</i:ProductVendor></i:IdentifyResponse>")};
    return reply;
}

wmi::ConnectionSettings settingsFor(const ScriptedHttpServer& server, const QString& pin = {})
{
    wmi::ConnectionSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = server.port();
    settings.https = true;
    settings.authentication = wmi::Authentication::Basic;
    settings.user = u"ada"_s;
    settings.password = base::Secret("Secret-2w");
    settings.tls.pinnedCertificate = pin;
    return settings;
}

base::Result<wmi::Identity> identify(const wmi::ConnectionSettings& settings)
{
    return wsman::makeSession(settings)->identify({.deadline = std::chrono::seconds(20), .stop = {}});
}

} // namespace

/// Which certificates are trusted, and what is known of one.
class TestWsmanTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificate = test::TestCertificate::make();
        m_other = test::TestCertificate::make();
        QVERIFY(!m_certificate.certificatePem.isEmpty() && !m_other.certificatePem.isEmpty());
        m_leaf = test::TestCertificate::make({.isAuthority = false});
        m_pin = wsman::certificateFingerprint(wsman::derFromPem(m_certificate.certificatePem));
        QCOMPARE(m_pin.size(), 32 * 3 - 1);
    }

    // The error of an unknown certificate says which one it was, so that a person can decide.
    void unknownCertificateIsShown()
    {
        ScriptedHttpServer server(identity, tls(m_certificate));
        const auto refused = identify(settingsFor(server));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Untrusted);
        QCOMPARE(refused.error().layer, base::Layer::Tls);
        QCOMPARE(refused.error().certificate, m_pin);
        QVERIFY(refused.error().certificateShown);
        const base::CertificateSummary& shown = *refused.error().certificateShown;
        QCOMPARE(shown.fingerprint, m_pin);
        QVERIFY(shown.isSelfSigned());
        QVERIFY(shown.isFor(u"localhost"_s) && shown.isFor(u"127.0.0.1"_s) && shown.isFor(u"::1"_s));
        QVERIFY(!shown.isFor(u"hv01"_s));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(shown.validFrom <= now && now < shown.validUntil && shown.validUntil < now.addDays(2));
        QCOMPARE(base::trustProblems(shown, u"127.0.0.1"_s, now),
                 std::vector{base::TrustProblem::SelfSigned});
        QVERIFY(base::describe(refused.error()).contains(m_pin));
        QVERIFY2(server.requests().empty(), "nothing may be sent to a host that is not trusted");
    }

    void pinnedCertificateIsTrusted_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::newRow("as shown") << m_pin;
        QTest::newRow("lower case without colons") << QString(m_pin).remove(u':').toLower();
    }

    void pinnedCertificateIsTrusted()
    {
        QFETCH(const QString, pin);
        ScriptedHttpServer server(identity, tls(m_certificate));
        const auto result = identify(settingsFor(server, pin));
        QVERIFY2(result, result ? "" : qPrintable(base::describe(result.error())));
        QCOMPARE(server.requests().size(), 1U);
    }

    void otherCertificateThanPinned()
    {
        ScriptedHttpServer server(identity, tls(m_other));
        const auto refused = identify(settingsFor(server, m_pin));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CertificateChanged);
        QVERIFY(refused.error().certificateShown);
        QVERIFY(!refused.error().certificate.isEmpty() && refused.error().certificate != m_pin);
        QVERIFY2(server.requests().empty(), "nothing may be sent to a host that is not trusted");
    }

    // A pin is for one certificate; that authorities would vouch for another does not matter.
    void pinCountsMoreThanAuthorities()
    {
        QTemporaryDir folder;
        QFile ca(folder.filePath(u"ca.pem"_s));
        QVERIFY(ca.open(QIODevice::WriteOnly) && ca.write(m_other.certificatePem) > 0 && ca.flush());
        ScriptedHttpServer server(identity, tls(m_other));
        wmi::ConnectionSettings settings = settingsFor(server, m_pin);
        settings.tls.caFile = ca.fileName();
        const auto refused = identify(settings);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CertificateChanged);
    }

    // The same verdicts on every system, and nothing is sent to a host that is not trusted.
    void authoritiesDecide_data()
    {
        QTest::addColumn<QByteArray>("shown"); // with what comes along
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("authorities");
        QTest::addColumn<bool>("trusted");
        using Wish = test::TestCertificate::Wish;
        const auto authority = test::TestCertificate::make({.commonName = "Root", .names = "DNS:root"});
        const auto other = test::TestCertificate::make({.commonName = "Other root", .names = "DNS:root"});
        const auto below =
            test::TestCertificate::make({.commonName = "Below", .names = "DNS:below", .issuer = &authority});
        const auto row = [](const char* name, const test::TestCertificate& shown, const QByteArray& along,
                            const QByteArray& authorities, bool trusted) {
            QTest::newRow(name) << shown.certificatePem + along << shown.privateKeyPem << authorities
                                << trusted;
        };
        const auto made = [&authority](Wish wish) {
            wish.isAuthority = false;
            if (wish.issuer == nullptr)
                wish.issuer = &authority;
            return test::TestCertificate::make(wish);
        };
        const QByteArray none;
        const QByteArray& root = authority.certificatePem;
        row("by an authority in the file", made({}), none, root, true);
        row("by one of two in the file", made({}), none, other.certificatePem + root, true);
        row("by another authority", made({}), none, other.certificatePem, false);
        row("by one between, which is shown", made({.issuer = &below}), below.certificatePem, root, true);
        row("by one between, which is not shown", made({.issuer = &below}), none, root, false);
        row("by one between, which alone is in the file", made({.issuer = &below}), none,
            below.certificatePem, true);
        row("by a server, which is no authority", made({.issuer = &m_leaf}), none, m_leaf.certificatePem,
            false);
        row("brings its authority along", made({}), root, other.certificatePem, false);
        row("has expired", made({.validFromHours = -48, .validUntilHours = -24}), none, root, false);
        row("not valid yet", made({.validFromHours = 24, .validUntilHours = 48}), none, root, false);
        row("for another address", made({.names = "IP:127.0.0.2,IP:::2"}), none, root, false);
        row("the address as a name", made({.names = "DNS:127.0.0.1.example"}), none, root, false);
        row("not for servers", made({.usage = "clientAuth"}), none, root, false);
        row("for servers", made({.usage = "clientAuth,serverAuth"}), none, root, true);
    }

    void authoritiesDecide()
    {
        QFETCH(const QByteArray, shown);
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, authorities);
        QFETCH(const bool, trusted);
        QVERIFY(!shown.isEmpty() && !key.isEmpty());
        QTemporaryDir folder;
        const QString ca = folder.filePath(u"ca.pem"_s);
        {
            QFile file(ca);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(authorities) == authorities.size());
        }
        ScriptedHttpServer server(identity, {"127.0.0.1", shown, key});
        wmi::ConnectionSettings settings = settingsFor(server);
        settings.tls.caFile = ca;
        const auto result = identify(settings);
        QVERIFY2(result.has_value() == trusted,
                 result ? "trusted" : qPrintable(base::describe(result.error())));
        QCOMPARE(server.requests().size(), trusted ? 1U : 0U);
        if (trusted)
            return;
        QCOMPARE(result.error().code, ErrorCode::Untrusted);
        QCOMPARE(result.error().layer, base::Layer::Tls);
        QCOMPARE(result.error().certificate, wsman::certificateFingerprint(wsman::derFromPem(shown)));
        QVERIFY(result.error().certificateShown);
        settings.tls.caFile.clear(); // what the system trusts has none of these
        QVERIFY(!identify(settings));
        QVERIFY(server.requests().empty());
    }

    // A wrong signature; libraries differ in what they call it.
    void authorityOfTheSameName()
    {
        using test::TestCertificate;
        const auto authority = TestCertificate::make({.commonName = "Root", .names = "DNS:root"});
        const auto namesake = TestCertificate::make({.commonName = "Root", .names = "DNS:root"});
        const auto shown = TestCertificate::make({.isAuthority = false, .issuer = &authority});
        QTemporaryDir folder;
        QFile file(folder.filePath(u"ca.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(namesake.certificatePem) > 0);
        file.close();
        ScriptedHttpServer server(identity, tls(shown));
        wmi::ConnectionSettings settings = settingsFor(server);
        settings.tls.caFile = file.fileName();
        const auto result = identify(settings);
        QVERIFY(!result);
        QCOMPARE(result.error().layer, base::Layer::Tls);
        QVERIFY(server.requests().empty());
    }

    void damagedCaFile()
    {
        QTemporaryDir folder;
        ScriptedHttpServer server(identity, tls(m_certificate));
        for (const QByteArray& text :
             {QByteArray(), QByteArray("nonsense"), m_certificate.certificatePem.left(200)}) {
            const QString ca = folder.filePath(u"ca.pem"_s);
            QFile file(ca);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            file.close();
            wmi::ConnectionSettings settings = settingsFor(server);
            settings.tls.caFile = ca;
            const auto result = identify(settings);
            QVERIFY(!result);
            QCOMPARE(result.error().layer, base::Layer::Tls);
        }
        QVERIFY(server.requests().empty());
    }

    void nonsenseAsPin()
    {
        ScriptedHttpServer server(identity, tls(m_certificate));
        for (const QString& pin : {u"nonsense"_s, m_pin.left(20), m_pin + u":00"_s}) {
            const auto refused = identify(settingsFor(server, pin));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::CertificateChanged);
        }
        QVERIFY(server.requests().empty());
    }

    // openssl made the certificate and says the same of it.
    void factsAgreeWithOpenssl_data()
    {
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<int>("hash");
        const QStringList rsa{u"rsa:2048"_s};
        const QStringList ec{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
        const QStringList pss{u"rsa:2048"_s, u"-sigopt"_s, u"rsa_padding_mode:pss"_s};
        QTest::newRow("RSA SHA-256") << rsa << u"-sha256"_s << int(QCryptographicHash::Sha256);
        QTest::newRow("RSA SHA-1") << rsa << u"-sha1"_s << int(QCryptographicHash::Sha256);
        QTest::newRow("RSA SHA-384") << rsa << u"-sha384"_s << int(QCryptographicHash::Sha384);
        QTest::newRow("RSA SHA-512") << rsa << u"-sha512"_s << int(QCryptographicHash::Sha512);
        QTest::newRow("ECDSA SHA-256") << ec << u"-sha256"_s << int(QCryptographicHash::Sha256);
        QTest::newRow("ECDSA SHA-384") << ec << u"-sha384"_s << int(QCryptographicHash::Sha384);
        QTest::newRow("ECDSA SHA-512") << ec << u"-sha512"_s << int(QCryptographicHash::Sha512);
        QTest::newRow("PSS SHA-384") << pss << u"-sha384"_s << int(QCryptographicHash::Sha384);
    }

    void factsAgreeWithOpenssl()
    {
        QFETCH(const QStringList, key);
        QFETCH(const QString, digest);
        QFETCH(const int, hash);
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("openssl is not installed");
        QTemporaryDir folder;
        const QString pem = folder.filePath(u"c.pem"_s);
        openssl(QStringList{u"req"_s, u"-x509"_s, u"-nodes"_s, u"-subj"_s, u"/CN=hv"_s, u"-keyout"_s,
                            folder.filePath(u"k.pem"_s), u"-out"_s, pem, digest, u"-newkey"_s} +
                key);
        QFile file(pem);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray der = wsman::derFromPem(file.readAll());
        QCOMPARE(der, openssl({u"x509"_s, u"-in"_s, pem, u"-outform"_s, u"DER"_s}));
        const QByteArray shown =
            openssl({u"x509"_s, u"-in"_s, pem, u"-noout"_s, u"-fingerprint"_s, u"-sha256"_s});
        QVERIFY(shown.trimmed().endsWith(wsman::certificateFingerprint(der).toLatin1()));
        const QByteArray publicPem = openssl({u"x509"_s, u"-in"_s, pem, u"-noout"_s, u"-pubkey"_s});
        const QByteArray publicDer = openssl({u"pkey"_s, u"-pubin"_s, u"-outform"_s, u"DER"_s}, publicPem);
        QCOMPARE(wsman::publicKeyPin(der),
                 "sha256//" + QCryptographicHash::hash(publicDer, QCryptographicHash::Sha256).toBase64());
        QCOMPARE(wsman::channelBindingFor(der),
                 "tls-server-end-point:" +
                     QCryptographicHash::hash(der, static_cast<QCryptographicHash::Algorithm>(hash)));
    }

    void damagedCertificates()
    {
        const QByteArray der = wsman::derFromPem(m_certificate.certificatePem);
        for (qsizetype i = 0; i < der.size(); ++i)
            QVERIFY(wsman::channelBindingFor(der.left(i)).isEmpty());
        for (qsizetype i = 0; i < der.size(); ++i) { // must only not read beyond the end
            QByteArray bad = der;
            bad[i] = static_cast<char>(0xFF);
            (void)wsman::channelBindingFor(bad);
            const QByteArray pin = wsman::publicKeyPin(bad);
            QVERIFY(pin.isEmpty() || pin.startsWith("sha256//"));
        }
        QVERIFY(wsman::derFromPem("no PEM").isEmpty());
        QVERIFY(wsman::certificateFingerprint({}).isEmpty());
        QVERIFY(!wsman::matchesPin({}, {}));
        QVERIFY(!wsman::matchesPin({}, der));
    }

private:
    static QByteArray openssl(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    test::TestCertificate m_certificate;
    test::TestCertificate m_other;
    test::TestCertificate m_leaf;
    QString m_pin;
};

QTEST_GUILESS_MAIN(TestWsmanTrust)
#include "tst_wsman_trust.moc"
