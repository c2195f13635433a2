#include "core/wmi/SignInName.h"
#include "core/wmi/wsman/EncryptedBody.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using wmi::SignInName;

namespace {

const QByteArray Spnego = "application/HTTP-SPNEGO-session-encrypted";

QByteArray bodyOf(const QByteArray& signature, const QByteArray& data, qsizetype length)
{
    return wsman::encryptedBody({signature, data, length}, Spnego);
}

bool isRefused(const QByteArray& body)
{
    const auto parts = wsman::readEncryptedBody(body);
    return !parts && parts.error().code == ErrorCode::ProtocolViolation;
}

} // namespace

/// The form of sealed messages, and the names people sign in with.
class TestWsmanSealed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Byte for byte what Windows expects.
    void writesTheExactForm()
    {
        const QByteArray expected = "--Encrypted Boundary\r\n"
                                    "\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
                                    "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=4\r\n"
                                    "--Encrypted Boundary\r\n"
                                    "\tContent-Type: application/octet-stream\r\n" +
                                    QByteArray("\x03\0\0\0", 4) + "SIGdata--Encrypted Boundary--\r\n";
        QCOMPARE(bodyOf("SIG", "data", 4), expected);
        QCOMPARE(wsman::encryptedContentType(Spnego),
                 QByteArray("multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";"
                            "boundary=\"Encrypted Boundary\""));
        QCOMPARE(wsman::encryptionProtocol("Negotiate"), Spnego);
        QCOMPARE(wsman::encryptionProtocol("kerberos"),
                 QByteArray("application/HTTP-Kerberos-session-encrypted"));
    }

    void readsWhatItWrites()
    {
        QByteArray data(3'000, '\0');
        for (char& byte : data)
            byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
        data += "--Encrypted Boundary\r\n--Encrypted Boundary--\r\n\0\n"; // ciphertext may look like anything
        const QByteArray body = bodyOf("0123456789abcdef", data, data.size());
        const auto parts = wsman::readEncryptedBody(body);
        QVERIFY2(parts, parts ? "" : qPrintable(parts.error().detail));
        QCOMPARE(parts->signature.toByteArray(), QByteArray("0123456789abcdef"));
        QCOMPARE(parts->data.toByteArray(), data);
        QCOMPARE(parts->plainLength, data.size());
        QCOMPARE(parts->contentType, QByteArray("application/soap+xml;charset=UTF-8"));
    }

    void readsOtherDialects_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray binary = QByteArray("\x02\0\0\0", 4) + "SGplain";
        QTest::newRow("no tabs") << "--Encrypted Boundary\r\nContent-Type: x\r\nOriginalContent: "
                                    "type=application/soap+xml;charset=UTF-8;Length=5\r\n--Encrypted "
                                    "Boundary\r\nContent-Type: application/octet-stream\r\n" +
                                        binary + "--Encrypted Boundary--\r\n";
        QTest::newRow("spaces, other case")
            << "-- Encrypted Boundary\r\n  content-type: x\r\n  originalcontent: type=application/soap+xml; "
               "charset=UTF-8; length=5\r\n-- Encrypted Boundary\r\n  CONTENT-TYPE: "
               "application/octet-stream\r\n" +
                   binary + "-- Encrypted Boundary--\r\n";
        QTest::newRow("bare line feeds, nothing at the end")
            << "--Encrypted Boundary\nContent-Type: x\nOriginalContent: "
               "type=application/soap+xml;charset=UTF-8;"
               "Length=5\n--Encrypted Boundary\nContent-Type: application/octet-stream\n" +
                   binary + "--Encrypted Boundary--";
    }

    void readsOtherDialects()
    {
        QFETCH(const QByteArray, body);
        const auto parts = wsman::readEncryptedBody(body);
        QVERIFY2(parts, parts ? "" : qPrintable(parts.error().detail));
        QCOMPARE(parts->signature.toByteArray(), QByteArray("SG"));
        QCOMPARE(parts->data.toByteArray(), QByteArray("plain"));
        QCOMPARE(parts->plainLength, 5);
        QVERIFY(parts->contentType.startsWith("application/soap+xml"));
    }

    void lies_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = bodyOf("0123456789abcdef", "data", 4);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("<html>no</html>");
        QTest::newRow("no end") << good.left(good.indexOf("--Encrypted Boundary--"));
        QTest::newRow("more after the end") << good + "and more";
        QTest::newRow("no binary") << good.left(good.indexOf("octet-stream") + 14) +
                                          "--Encrypted Boundary--\r\n";
        QTest::newRow("signature beyond the message")
            << QByteArray(good).replace(QByteArray("\x10\0\0\0", 4), QByteArray("\x40\0\0\0", 4));
        QTest::newRow("signature of 4 GB")
            << QByteArray(good).replace(QByteArray("\x10\0\0\0", 4), QByteArray("\xff\xff\xff\xff", 4));
        QTest::newRow("no length") << QByteArray(good).replace(";Length=4", "");
        QTest::newRow("negative length") << QByteArray(good).replace("Length=4", "Length=-4");
        QTest::newRow("length of no number") << QByteArray(good).replace("Length=4", "Length=four");
        QTest::newRow("first part missing") << good.mid(good.indexOf("--Encrypted Boundary", 5));
        QTest::newRow("many parts") << QByteArray("--Encrypted Boundary\r\n").repeated(1'000) + good;
        QTest::newRow("endless line") << "--Encrypted Boundary" + QByteArray(1'000'000, ' ') + good;
    }

    void lies()
    {
        QFETCH(const QByteArray, body);
        QVERIFY(isRefused(body));
    }

    // Every cut and every changed byte is either read or refused, never more.
    void damage()
    {
        const QByteArray good = bodyOf("0123456789abcdef", "data", 4);
        for (qsizetype i = 0; i < good.size() - 2; ++i)
            QVERIFY2(isRefused(good.left(i)), QByteArray::number(i).constData());
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (const int change : {1, 32, 128}) {
                QByteArray bad = good;
                bad[i] = static_cast<char>(bad.at(i) ^ change);
                const auto parts = wsman::readEncryptedBody(bad);
                QVERIFY(!parts || parts->signature.size() + parts->data.size() <= bad.size());
            }
        }
    }

    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("realm");
        QTest::addColumn<QString>("principal");
        QTest::addColumn<QString>("ntlm");
        QTest::newRow("UPN") << u"ada@contoso.com"_s << QString() << u"ada@CONTOSO.COM"_s
                             << u"ada@contoso.com"_s;
        QTest::newRow("UPN with an at")
            << u"a@b@contoso.com"_s << QString() << u"a@b@CONTOSO.COM"_s << u"a@b@contoso.com"_s;
        QTest::newRow("bare") << u"ada"_s << u"CONTOSO.COM"_s << u"ada"_s << u"ada"_s;
        QTest::newRow("bare without realm") << u"ada"_s << QString() << QString() << u"ada"_s;
        QTest::newRow("NetBIOS of the realm")
            << u"Contoso\\ada"_s << u"CONTOSO.COM"_s << u"ada@CONTOSO.COM"_s << u"Contoso\\ada"_s;
        QTest::newRow("local account") << u"HV01\\ada"_s << u"CONTOSO.COM"_s << QString() << u"HV01\\ada"_s;
        QTest::newRow("this computer") << u".\\ada"_s << u"CONTOSO.COM"_s << QString() << u".\\ada"_s;
        QTest::newRow("DNS domain") << u"contoso.com\\ada"_s << QString() << u"ada@CONTOSO.COM"_s
                                    << u"ada@contoso.com"_s;
        QTest::newRow("no user") << u"CONTOSO\\"_s << u"CONTOSO.COM"_s << QString() << u"CONTOSO\\"_s;
    }

    void names()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, realm);
        const SignInName name = SignInName::parse(text);
        QTEST(name.principal(realm), "principal");
        QTEST(name.ntlmName(), "ntlm");
    }

    void addresses()
    {
        for (const QString& address : {u"127.0.0.1"_s, u"::1"_s, u"fe80::1%eth0"_s, u"255.255.255.255"_s})
            QVERIFY2(wmi::isAddress(address), qPrintable(address));
        for (const QString& name :
             {u"hv01"_s, u"hv01.contoso.com"_s, u"1.2.3.4.example"_s, u"1.2.3"_s, u"300.1.1.1"_s})
            QVERIFY2(!wmi::isAddress(name), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestWsmanSealed)
#include "tst_wsman_sealed.moc"
