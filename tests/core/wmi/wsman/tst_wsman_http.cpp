#include "core/wmi/wsman/HttpConnection.h"
#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/SoapSamples.h"
#include "tests/support/TestCertificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using base::Layer;
using test::ScriptedHttpServer;
using test::ScriptedReply;

namespace {

constexpr std::chrono::milliseconds Ample{20'000};

wmi::ConnectionSettings settingsFor(const ScriptedHttpServer& server)
{
    wmi::ConnectionSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = server.port();
    return settings;
}

ScriptedReply identity(const test::ReceivedRequest& /*request*/)
{
    ScriptedReply reply;
    reply.pieces = {test::soap::envelope(
        {}, "<i:IdentifyResponse xmlns:i=\"http://schemas.dmtf.org/wbem/wsman/identity/1/"
            "wsmanidentity.xsd\"><i:ProductVendor>V</i:ProductVendor></i:IdentifyResponse>")};
    return reply;
}

base::Result<wmi::Identity> identify(const wmi::ConnectionSettings& settings)
{
    return wsman::makeSession(settings)->identify({Ample, {}});
}

ErrorCode codeOf(const base::Result<wmi::Identity>& result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class TestWsmanHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificate = test::TestCertificate::make();
        QVERIFY(!m_certificate.certificatePem.isEmpty());
        m_caFile.setFileName(
            m_folder.filePath(u"ca.pem"_s)); // closed: Windows shares no file that is written to
        QVERIFY(m_caFile.open(QIODevice::WriteOnly));
        m_caFile.write(m_certificate.certificatePem);
        m_caFile.close();
    }

    void postsAsExpectedAndKeepsTheConnection()
    {
        ScriptedHttpServer server(identity);
        const auto session = wsman::makeSession(settingsFor(server));
        for (int i = 0; i < 3; ++i)
            QVERIFY(session->identify({Ample, {}}));
        QCOMPARE(server.connections(), 1);
        const auto requests = server.requests();
        QCOMPARE(requests.size(), std::size_t{3});
        const test::ReceivedRequest& first = requests.front();
        QVERIFY(first.head.startsWith("POST /wsman HTTP/1.1\r\n"));
        QCOMPARE(first.header("Content-Type"), QByteArray("application/soap+xml;charset=UTF-8"));
        QCOMPARE(first.header("Accept-Encoding"), QByteArray("identity"));
        QVERIFY(first.header("Expect").isNull());
        QVERIFY(first.header("Authorization").isNull());
        QVERIFY(first.header("Transfer-Encoding").isNull());
        const wmi::SessionStatistics statistics = session->statistics();
        QCOMPARE(statistics.roundTrips, std::uint64_t{3});
        QCOMPARE(statistics.connectionsOpened, std::uint64_t{1});
        QVERIFY(statistics.bytesReceived > 3 * 400);
        QVERIFY(statistics.bytesSent >= static_cast<std::uint64_t>(3 * first.body.size()));
        QVERIFY(statistics.timeInTransfer.count() > 0);
    }

    void ignoresProxiesOfTheEnvironment()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        ScriptedHttpServer server(identity);
        const bool reached = identify(settingsFor(server)).has_value();
        qunsetenv("http_proxy");
        QVERIFY(reached);
    }

    void speaksIpv6()
    {
        std::unique_ptr<ScriptedHttpServer> server;
        try {
            server =
                std::make_unique<ScriptedHttpServer>(identity, ScriptedHttpServer::Options{"::1", {}, {}});
        } catch (const std::exception&) {
            QSKIP("this machine has no IPv6 loopback");
        }
        wmi::ConnectionSettings settings = settingsFor(*server);
        settings.host = u"::1"_s;
        QVERIFY(identify(settings));
    }

    void sendsBasicOnlyWhereItMay()
    {
        ScriptedHttpServer server(identity);
        wmi::ConnectionSettings settings = settingsFor(server);
        settings.authentication = wmi::Authentication::Basic;
        settings.user = u"HOST\\\u00fcser"_s;
        settings.password = base::Secret("pa:ss");
        const auto refused = identify(settings);
        QCOMPARE(codeOf(refused), ErrorCode::EncryptionRequired);
        QCOMPARE(server.connections(), 0); // nothing was sent
        settings.allowInsecureBasic = true;
        QVERIFY(identify(settings));
        QCOMPARE(server.requests().front().header("Authorization"),
                 "Basic " + QByteArray("HOST\\\xC3\xBCser:pa:ss").toBase64());
    }

    // Windows says so that it takes encrypted messages only; one that has answered others means something
    // else.
    void errorWithoutAWordIsNoDemandOfALaterMoment()
    {
        for (const bool answersFirst : {false, true}) {
            int asked = 0;
            ScriptedHttpServer server([&](const test::ReceivedRequest& request) {
                if (answersFirst && asked++ == 0)
                    return identity(request);
                ScriptedReply reply;
                reply.status = 500;
                reply.contentType.clear();
                return reply;
            });
            const auto session = wsman::makeSession(settingsFor(server));
            const wmi::CallOptions options{std::chrono::seconds(20), {}};
            if (answersFirst)
                QVERIFY(session->identify(options).has_value());
            const auto failed = session->identify(options);
            QVERIFY(!failed.has_value());
            QCOMPARE(failed.error().code == ErrorCode::EncryptionRequired, !answersFirst);
        }
    }

    void tellsMissingFromRejectedCredentials()
    {
        ScriptedHttpServer server([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.status = 401;
            reply.contentType.clear();
            reply.headers = {"WWW-Authenticate: Negotiate", "WWW-Authenticate: Basic realm=\"WSMAN\""};
            return reply;
        });
        wmi::ConnectionSettings settings = settingsFor(server);
        const auto missing = identify(settings);
        QCOMPARE(codeOf(missing), ErrorCode::CredentialsMissing);
        QCOMPARE(missing.error().layer, Layer::Http); // nobody looked for a ticket
        QVERIFY(missing.error().detail.contains(u"Negotiate, Basic"));
        settings.authentication = wmi::Authentication::Basic;
        settings.user = u"u"_s;
        settings.password = base::Secret("topsecret");
        settings.allowInsecureBasic = true;
        const auto rejected = identify(settings);
        QCOMPARE(codeOf(rejected), ErrorCode::CredentialsRejected);
        QCOMPARE(rejected.error().layer, Layer::Auth);
        QVERIFY(!base::describe(rejected.error()).contains(u"topsecret"));
        QVERIFY(!base::describe(rejected.error())
                     .contains(QString::fromLatin1(QByteArray("u:topsecret").toBase64())));
    }

    void tellsAWayThatIsNotOfferedFromAWrongPassword()
    {
        ScriptedHttpServer server([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.status = 401;
            reply.contentType.clear();
            reply.headers = {"WWW-Authenticate: Negotiate, Kerberos"};
            return reply;
        });
        wmi::ConnectionSettings settings = settingsFor(server);
        settings.authentication = wmi::Authentication::Basic;
        settings.user = u"u"_s;
        settings.password = base::Secret("p");
        settings.allowInsecureBasic = true;
        const auto result = identify(settings);
        QCOMPARE(codeOf(result), ErrorCode::Unsupported);
        QCOMPARE(result.error().layer, Layer::Auth);
        QCOMPARE(result.error().httpStatus, std::optional<int>(401));
    }

    void verifiesTls()
    {
        ScriptedHttpServer server(identity,
                                  {"127.0.0.1", m_certificate.certificatePem, m_certificate.privateKeyPem});
        wmi::ConnectionSettings settings = settingsFor(server);
        settings.https = true;
        const auto untrusted = identify(settings);
        QCOMPARE(codeOf(untrusted), ErrorCode::Untrusted);
        QCOMPARE(untrusted.error().layer, Layer::Tls);
        QVERIFY(untrusted.error().detail.contains(u"127.0.0.1:%1"_s.arg(server.port())));
        QCOMPARE(server.requests().size(), std::size_t{0});
        settings.tls.caFile = m_caFile.fileName();
        settings.authentication = wmi::Authentication::Basic;
        const auto trusted = identify(settings);
        QVERIFY2(trusted, trusted ? "" : qPrintable(base::describe(trusted.error())));
        QVERIFY(server.requests().front().header("Authorization").startsWith("Basic "));
    }

    void wantsTheNameInTheCertificate()
    {
        ScriptedHttpServer server(identity,
                                  {"127.0.0.2", m_certificate.certificatePem, m_certificate.privateKeyPem});
        wmi::ConnectionSettings settings = settingsFor(server);
        settings.host = u"127.0.0.2"_s; // not among its names
        settings.https = true;
        settings.tls.caFile = m_caFile.fileName();
        QCOMPARE(codeOf(identify(settings)), ErrorCode::Untrusted);
    }

    void saysWhenTheCaFileIsUnusable()
    {
        ScriptedHttpServer server(identity,
                                  {"127.0.0.1", m_certificate.certificatePem, m_certificate.privateKeyPem});
        wmi::ConnectionSettings settings = settingsFor(server);
        settings.https = true;
        settings.tls.caFile = u"/nonexistent/ca.pem"_s;
        const auto result = identify(settings);
        QCOMPARE(codeOf(result), ErrorCode::Io);
        QCOMPARE(result.error().layer, Layer::Tls);
    }

    void namesHostAndPortWhenNobodyListens()
    {
        wmi::ConnectionSettings settings;
        {
            ScriptedHttpServer gone(identity);
            settings = settingsFor(gone);
        }
        const auto result = identify(settings);
        QCOMPARE(codeOf(result), ErrorCode::Unreachable);
        QCOMPARE(result.error().layer, Layer::Connect);
        QCOMPARE(result.error().host, u"127.0.0.1"_s);
        QVERIFY(result.error().detail.contains(u"127.0.0.1:%1"_s.arg(settings.port)));
        settings.host = u"no-such-host.invalid"_s;
        QCOMPARE(codeOf(identify(settings)), ErrorCode::Unreachable);
    }

    void cancelsAtOnce()
    {
        ScriptedHttpServer server([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.hang = true;
            return reply;
        });
        const auto session = wsman::makeSession(settingsFor(server));
        std::stop_source source;
        const std::jthread stopper([&] {
            const auto giveUp = std::chrono::steady_clock::now() + Ample;
            while (server.requests().empty() && std::chrono::steady_clock::now() < giveUp)
                std::this_thread::yield();
            source.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const auto result = session->identify({.deadline = Ample * 3, .stop = source.get_token()});
        QCOMPARE(codeOf(result), ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < Ample.count());
        QCOMPARE(codeOf(session->identify({.deadline = Ample, .stop = source.get_token()})),
                 ErrorCode::Cancelled);
    }

    void keepsTheDeadline()
    {
        ScriptedHttpServer server([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.hang = true;
            return reply;
        });
        const auto result =
            wsman::makeSession(settingsFor(server))->identify({std::chrono::milliseconds(150), {}});
        QCOMPARE(codeOf(result), ErrorCode::TimedOut);
        QVERIFY(result.error().retryable);
    }

    // Not "cannot be reached", not "is not WinRM", and with how far it came.
    void tellsAnswersThatBrokeOff_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("cut"); // the connection in mid-body; else only the XML is cut
        QTest::newRow("connection") << 200 << true;
        QTest::newRow("connection, fault") << 500 << true;
        QTest::newRow("XML") << 200 << false;
        QTest::newRow("XML of a fault") << 500 << false;
    }
    void tellsAnswersThatBrokeOff()
    {
        QFETCH(int, status);
        QFETCH(bool, cut);
        const QByteArray whole = identity({}).pieces.front();
        const QByteArray half = whole.first(whole.size() / 2);
        ScriptedHttpServer server([&](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.status = status;
            reply.pieces = {half};
            if (cut)
                reply.announcedLength = whole.size();
            return reply;
        });
        const auto result = identify(settingsFor(server));
        QVERIFY(!result);
        const base::Error& error = result.error();
        QVERIFY2(error.layer == Layer::Soap, qPrintable(base::describe(error)));
        QCOMPARE(error.code, ErrorCode::ProtocolViolation);
        QCOMPARE(error.host, u"127.0.0.1"_s);
        QCOMPARE(error.httpStatus, std::optional<int>(status));
        const QString far = cut ? u"broke off after %1 of %2 bytes"_s.arg(half.size()).arg(whole.size())
                                : u"ends after %1 bytes"_s.arg(half.size());
        QVERIFY2(error.detail.contains(far), qPrintable(error.detail));
    }

    void tellsAConnectionThatWasLost()
    {
        ScriptedHttpServer server([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.closeUnanswered = true;
            return reply;
        });
        const auto result = identify(settingsFor(server));
        QCOMPARE(codeOf(result), ErrorCode::Unreachable);
        QCOMPARE(result.error().layer, Layer::Http); // somebody took the connection
    }

    void tellsAPageFromAnAnswer()
    {
        ScriptedHttpServer server([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.contentType = "text/xml";
            reply.pieces = {"<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>hello</body></html>"};
            return reply;
        });
        const auto result = identify(settingsFor(server));
        QCOMPARE(codeOf(result), ErrorCode::ProtocolViolation);
        QCOMPARE(result.error().layer, Layer::Http);
    }

    void reportsBrokenAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("announced");
        QTest::addColumn<int>("code");
        const int violation = int(ErrorCode::ProtocolViolation);
        QTest::newRow("html 500") << 500 << QByteArray("text/html") << QByteArray("<html>oops</html>") << 0
                                  << violation;
        QTest::newRow("html 200") << 200 << QByteArray("text/html") << QByteArray("<html>login</html>") << 0
                                  << violation;
        QTest::newRow("no type") << 200 << QByteArray() << QByteArray("hello") << 0 << violation;
        QTest::newRow("redirect") << 302 << QByteArray("text/html") << QByteArray("elsewhere") << 0
                                  << violation;
        QTest::newRow("broken xml") << 200 << QByteArray("application/soap+xml") << QByteArray("<s:Envelope")
                                    << 0 << violation;
        QTest::newRow("empty soap") << 200 << QByteArray("application/soap+xml") << QByteArray() << 0
                                    << violation;
        QTest::newRow("short body") << 200 << QByteArray("application/soap+xml") << QByteArray("<a") << 5000
                                    << violation;
        QTest::newRow("fault") << 500 << QByteArray("application/soap+xml; charset=utf-8")
                               << test::soap::envelope({}, test::soap::fault("w:AccessDenied", 5, "no")) << 0
                               << int(ErrorCode::AccessDenied);
        QTest::newRow("fault on 503")
            << 503 << QByteArray("application/soap+xml")
            << test::soap::envelope({}, test::soap::fault("w:AccessDenied", 5, "no")) << 0
            << int(ErrorCode::AccessDenied);
    }
    void reportsBrokenAnswers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, announced);
        QFETCH(int, code);
        ScriptedHttpServer server([&](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.status = status;
            reply.contentType = type;
            reply.pieces = {body};
            if (announced > 0)
                reply.announcedLength = announced;
            return reply;
        });
        wsman::Tuning tuning;
        tuning.maxAttempts = 1;
        base::SystemClock clock;
        const auto result = wsman::makeSession(settingsFor(server), clock, tuning)->identify({Ample, {}});
        QVERIFY(!result);
        QCOMPARE(int(result.error().code), code);
        QCOMPARE(result.error().operation, u"Identify"_s);
        if (announced == 0)
            QCOMPARE(result.error().httpStatus, std::optional<int>(status));
        if (type == "text/html")
            QVERIFY2(result.error().detail.contains(QString::fromUtf8(body)),
                     qPrintable(result.error().detail));
    }

private:
    test::TestCertificate m_certificate;
    QTemporaryDir m_folder;
    QFile m_caFile;
};

QTEST_GUILESS_MAIN(TestWsmanHttp)
#include "tst_wsman_http.moc"
