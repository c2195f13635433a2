#include "core/wmi/wsman/ProxyError.h"
#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using base::Layer;
using test::ScriptedHttpServer;
using test::ScriptedReply;

namespace {

base::Error errorThrough(const QString& proxy, bool https = false,
                         std::chrono::milliseconds time = std::chrono::seconds(20))
{
    wmi::ConnectionSettings settings;
    settings.host = u"hv01.example.com"_s;
    settings.https = https;
    settings.proxy = proxy;
    const auto answer = wsman::makeSession(settings)->identify({time, {}});
    return answer ? base::Error() : answer.error();
}

QString addressOf(const ScriptedHttpServer& server)
{
    return u"http://127.0.0.1:%1"_s.arg(server.port());
}

} // namespace

/// A proxy in the way is told as what it is, and never blamed on the server.
class TestWsmanProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Layer>("layer");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("407") << 407 << Layer::Proxy << ErrorCode::CredentialsMissing;
        QTest::newRow("403") << 403 << Layer::Proxy << ErrorCode::AccessDenied;
        QTest::newRow("502") << 502 << Layer::Connect << ErrorCode::Unreachable;
        QTest::newRow("504") << 504 << Layer::Connect << ErrorCode::TimedOut;
    }

    void whatItSays()
    {
        QFETCH(const int, status);
        const ScriptedHttpServer server([status](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.status = status;
            if (status == 407)
                reply.headers = {"Proxy-Authenticate: Basic realm=\"proxy\""};
            return reply;
        });
        for (const bool https : {false, true}) {
            const base::Error error = errorThrough(addressOf(server), https);
            QTEST(error.layer, "layer");
            QTEST(error.code, "code");
            QCOMPARE(error.httpStatus, std::optional(status));
        }
    }

    void onceItsWayIsOpenItIsTheServer()
    {
        const ScriptedHttpServer server([](const test::ReceivedRequest&) {
            ScriptedReply reply; // to CONNECT, and nothing after it
            reply.closeAfter = true;
            return reply;
        });
        for (const bool https : {false, true}) {
            const base::Error error = errorThrough(addressOf(server), https);
            QVERIFY2(error.layer == Layer::Http || error.layer == Layer::Tls,
                     qPrintable(base::describe(error)));
            QCOMPARE(error.code, ErrorCode::Unreachable);
        }
    }

    void notThere()
    {
        const base::Error error = errorThrough(u"http://127.0.0.1:1"_s);
        QCOMPARE(error.layer, Layer::Proxy);
        QCOMPARE(error.code, ErrorCode::Unreachable);
        QVERIFY2(error.detail.contains(u"127.0.0.1:1"_s), qPrintable(error.detail));
        const base::Error unknown = errorThrough(u"http://nowhere.invalid:3128"_s);
        QCOMPARE(unknown.layer, Layer::Proxy);
        QCOMPARE(unknown.code, ErrorCode::Unreachable);
    }

    void silentOrSomethingElse()
    {
        const ScriptedHttpServer silent([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.hang = true;
            return reply;
        });
        const base::Error late = errorThrough(addressOf(silent), false, std::chrono::milliseconds(500));
        QCOMPARE(late.layer, Layer::Proxy);
        QCOMPARE(late.code, ErrorCode::TimedOut);
        const ScriptedHttpServer curt([](const test::ReceivedRequest&) {
            ScriptedReply reply;
            reply.closeUnanswered = true;
            return reply;
        });
        const base::Error none = errorThrough(addressOf(curt));
        QCOMPARE(none.layer, Layer::Proxy);
        QCOMPARE(none.code, ErrorCode::ProtocolViolation);
    }

    // What a person wrote into the address is not repeated, whatever libcurl says of it.
    void userInformationIsNeverSaid()
    {
        QCOMPARE(wsman::shownProxy(u"http://pu:Secret@x@proxy:3128"_s), u"proxy:3128"_s);
        QCOMPARE(wsman::shownProxy(u"proxy"_s), u"proxy"_s);
        for (const QString& proxy :
             {u"http://pu:SecretPw@@127.0.0.1:1x"_s, u"http://pu:SecretPw@127.0.0.1:1"_s,
              u"http://pu:SecretPw@nowhere.invalid:1"_s, u"pu:SecretPw@127.0.0.1:1"_s}) {
            const base::Error error = errorThrough(proxy);
            const QString said = base::describe(error);
            QVERIFY2(!said.contains(u"SecretPw"_s) && !said.contains(u"pu:"_s), qPrintable(said));
            QCOMPARE(error.layer, Layer::Proxy);
        }
    }
};

QTEST_GUILESS_MAIN(TestWsmanProxy)
#include "tst_wsman_proxy.moc"
