#include "core/wmi/wsman/CertificateChain.h"
#include "core/wmi/wsman/CertificateFacts.h"
#include "tests/support/TestCertificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using test::TestCertificate;

/// Windows' judgement of certificates, without a connection: for which names and addresses one is.
class TestWsmanChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_authority = TestCertificate::make({.commonName = "Root", .names = "DNS:root"});
        QVERIFY(!m_authority.certificatePem.isEmpty());
        QFile file(caFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(m_authority.certificatePem) > 0);
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("same") << QByteArray("DNS:hv01.example.com") << u"hv01.example.com"_s << true;
        QTest::newRow("case") << QByteArray("DNS:HV01.example.com") << u"hv01.EXAMPLE.com"_s << true;
        QTest::newRow("second") << QByteArray("DNS:a.example,DNS:hv01") << u"hv01"_s << true;
        QTest::newRow("other") << QByteArray("DNS:hv02.example.com") << u"hv01.example.com"_s << false;
        QTest::newRow("beginning") << QByteArray("DNS:hv01.example.com") << u"hv01"_s << false;
        QTest::newRow("end") << QByteArray("DNS:example.com") << u"hv01.example.com"_s << false;
        QTest::newRow("wildcard") << QByteArray("DNS:*.example.com") << u"hv01.example.com"_s << true;
        QTest::newRow("wildcard, two parts")
            << QByteArray("DNS:*.example.com") << u"a.hv01.example.com"_s << false;
        QTest::newRow("IPv4") << QByteArray("IP:192.0.2.7") << u"192.0.2.7"_s << true;
        QTest::newRow("other IPv4") << QByteArray("IP:192.0.2.70") << u"192.0.2.7"_s << false;
        QTest::newRow("IPv4, name only") << QByteArray("DNS:hv01") << u"192.0.2.7"_s << false;
        QTest::newRow("IPv6") << QByteArray("IP:2001:db8:0:0::7") << u"2001:db8::7"_s << true;
        QTest::newRow("other IPv6") << QByteArray("IP:2001:db8::8") << u"2001:db8::7"_s << false;
        QTest::newRow("name, address only") << QByteArray("IP:192.0.2.7") << u"hv01"_s << false;
    }

    void names()
    {
        QFETCH(const QByteArray, names);
        QFETCH(const QString, host);
        QFETCH(const bool, trusted);
        const auto made = TestCertificate::make(
            {.commonName = "host", .names = names, .isAuthority = false, .issuer = &m_authority});
        const auto verdict = judge(made, host, caFile());
        QVERIFY2(verdict.has_value() == trusted, verdict ? "trusted" : qPrintable(verdict.error().detail));
        if (!trusted) {
            QCOMPARE(verdict.error().code, ErrorCode::Untrusted);
            QVERIFY2(verdict.error().detail.contains(u"another name"_s), qPrintable(verdict.error().detail));
        }
    }

    void saysWhy_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("until");
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("words");
        QTest::newRow("expired") << -48 << -24 << QByteArray() << true << u"expired"_s;
        QTest::newRow("not yet") << 24 << 48 << QByteArray() << true << u"not valid yet"_s;
        QTest::newRow("usage") << -1 << 24 << QByteArray("clientAuth") << true << u"not for servers"_s;
        QTest::newRow("authority") << -1 << 24 << QByteArray() << false << u"no trusted authority"_s;
    }

    void saysWhy()
    {
        QFETCH(const int, from);
        QFETCH(const int, until);
        QFETCH(const QByteArray, usage);
        QFETCH(const bool, known);
        QFETCH(const QString, words);
        const auto made = TestCertificate::make({.commonName = "host",
                                                 .names = "DNS:hv01",
                                                 .validFromHours = from,
                                                 .validUntilHours = until,
                                                 .isAuthority = false,
                                                 .usage = usage,
                                                 .issuer = &m_authority});
        const auto verdict = judge(made, u"hv01"_s, known ? caFile() : QString());
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, ErrorCode::Untrusted);
        QVERIFY2(verdict.error().detail.contains(words), qPrintable(verdict.error().detail));
        QVERIFY(verdict.error().nativeCode != 0U);
    }

    // Windows' own roots do not count beside a CA file, and the other way round.
    void fileIsExclusive()
    {
        const auto other = TestCertificate::make();
        QVERIFY(!judge(other, u"localhost"_s, caFile()));
        QVERIFY(!judge(m_authority, u"root"_s, {}));
        const auto itself = judge(m_authority, u"root"_s, caFile());
        QVERIFY2(itself, itself ? "" : qPrintable(itself.error().detail));
    }

private:
    [[nodiscard]] QString caFile() const { return m_folder.filePath(u"ca.pem"_s); }

    static base::Result<void> judge(const TestCertificate& made, const QString& host, const QString& caFile)
    {
        const QByteArray der = wsman::derFromPem(made.certificatePem);
        const wsman::crypt::Certificate certificate(
            CertCreateCertificateContext(X509_ASN_ENCODING, reinterpret_cast<const BYTE*>(der.constData()),
                                         static_cast<DWORD>(der.size())));
        if (!certificate)
            return base::fail({});
        return wsman::crypt::judgeChain({.certificate = certificate.get(),
                                         .host = host,
                                         .caFile = caFile,
                                         .revocationMayTake = std::chrono::seconds(2)});
    }

    QTemporaryDir m_folder;
    TestCertificate m_authority;
};

QTEST_GUILESS_MAIN(TestWsmanChain)
#include "tst_wsman_chain.moc"
