#include "core/base/Clock.h"
#include "core/simulation/FleetServer.h"
#include "core/simulation/SimulatedFleet.h"
#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/TestCertificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;

namespace {

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

/// Signs in to a host with a certificate that the host maps to an account.
class tst_client_certificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& name : {u"ada"_s, u"eve"_s}) {
            test::TestCertificate::Wish wish;
            wish.commonName = name.toUtf8();
            wish.rsa = true;
            const auto made = test::TestCertificate::make(wish);
            const QByteArray locked = made.lockedKeyPem("Engine-5q");
            const QByteArray packed = made.pkcs12("Engine-5q");
            QVERIFY(locked.contains("ENCRYPTED") && !packed.isEmpty());
            QVERIFY(write(path(name + u".crt"_s), made.certificatePem));
            QVERIFY(write(path(name + u".pem"_s), made.certificatePem + made.privateKeyPem));
            QVERIFY(write(path(name + u"-locked.pem"_s), made.certificatePem + locked));
            QVERIFY(write(path(name + u".p12"_s), packed));
        }
        auto fleet = simulation::SimulatedFleet::load(u"scale:1x1x2"_s, m_clock);
        QVERIFY(fleet);
        simulation::ServerOptions options;
        options.tls = true;
        options.clientCertificateFile = path(u"ada.crt"_s);
        auto server = simulation::FleetServer::start(*fleet, options);
        QVERIFY2(server, server ? "" : qPrintable(base::describe(server.error())));
        m_server = *std::move(server);
        QVERIFY(write(path(u"server.pem"_s), m_server->certificatePem()));
    }

    void letIn_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("password");
#ifndef Q_OS_WIN
        QTest::newRow("PEM") << u"ada.pem"_s << QByteArray();
        QTest::newRow("PEM, locked key") << u"ada-locked.pem"_s << QByteArray("Engine-5q");
#endif
        QTest::newRow("PKCS 12") << u"ada.p12"_s << QByteArray("Engine-5q");
    }

    void letIn()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, password);
        const auto session = wsman::makeSession(settings(file, password));
        const auto rows = wmi::queryAll(*session, u"root\\cimv2"_s,
                                        u"SELECT Caption FROM Win32_OperatingSystem"_s, limits());
        QVERIFY2(rows, rows ? "" : qPrintable(base::describe(rows.error())));
        QCOMPARE(rows->size(), 1U);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("code");
        QTest::newRow("not mapped, PKCS 12")
            << u"eve.p12"_s << QByteArray("Engine-5q") << int(ErrorCode::CredentialsRejected);
        QTest::newRow("wrong password, PKCS 12")
            << u"ada.p12"_s << QByteArray("wrong") << int(ErrorCode::CredentialsMissing);
        QTest::newRow("no file, PKCS 12")
            << u"nobody.p12"_s << QByteArray() << int(ErrorCode::CredentialsMissing);
#ifdef Q_OS_WIN
        QTest::newRow("PEM") << u"ada.pem"_s << QByteArray() << int(ErrorCode::CredentialsMissing);
#else
        QTest::newRow("not mapped") << u"eve.pem"_s << QByteArray() << int(ErrorCode::CredentialsRejected);
        QTest::newRow("wrong password")
            << u"ada-locked.pem"_s << QByteArray("wrong") << int(ErrorCode::CredentialsMissing);
        QTest::newRow("no password") << u"ada-locked.pem"_s << QByteArray()
                                     << int(ErrorCode::CredentialsMissing);
        QTest::newRow("no key") << u"ada.crt"_s << QByteArray() << int(ErrorCode::CredentialsMissing);
        QTest::newRow("no file") << u"nobody.pem"_s << QByteArray() << int(ErrorCode::CredentialsMissing);
#endif
    }

    void refused()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, password);
        QFETCH(const int, code);
        const auto answer = wsman::makeSession(settings(file, password))->identify(limits());
        QVERIFY(!answer);
        QVERIFY2(int(answer.error().code) == code, qPrintable(base::describe(answer.error())));
        QVERIFY(!base::describe(answer.error()).contains(u"Engine-5q"_s));
    }

    void neverWithoutTls()
    {
        wmi::ConnectionSettings plain = settings(u"ada.pem"_s, {});
        plain.https = false;
        const auto answer = wsman::makeSession(plain)->identify(limits());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::EncryptionRequired);
    }

    void othersAreNotLetIn()
    {
        wmi::ConnectionSettings nobody = settings({}, {});
        nobody.authentication = wmi::Authentication::None;
        const auto answer = wsman::makeSession(nobody)->identify(limits());
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::CredentialsMissing);
    }

private:
    [[nodiscard]] QString path(const QString& name) const
    {
        return m_folder.filePath(name);
    }
    static wmi::CallOptions limits()
    {
        return {.deadline = std::chrono::seconds(30), .stop = {}};
    }

    [[nodiscard]] wmi::ConnectionSettings settings(const QString& file, const QByteArray& password) const
    {
        wmi::ConnectionSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = m_server->endpoints().front().port;
        settings.https = true;
        settings.authentication = wmi::Authentication::Certificate;
        settings.tls.caFile = path(u"server.pem"_s);
        settings.tls.clientCertificate = path(file);
        settings.password = base::Secret(QByteArray(password.constData(), password.size()));
        return settings;
    }

    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    std::unique_ptr<simulation::FleetServer> m_server;
};

QTEST_GUILESS_MAIN(tst_client_certificate)
#include "tst_client_certificate.moc"
