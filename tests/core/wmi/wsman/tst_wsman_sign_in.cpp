#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using base::Layer;
using test::ScriptedHttpServer;
using test::ScriptedReply;
using wmi::Authentication;

namespace {

constexpr std::chrono::milliseconds Ample{20'000};

wmi::ConnectionSettings settingsFor(std::uint16_t port, Authentication authentication)
{
    wmi::ConnectionSettings settings;
    settings.host = u"localhost"_s;
    settings.port = port;
    settings.authentication = authentication;
    return settings;
}

base::Error errorOf(const wmi::ConnectionSettings& settings)
{
    const auto result = wsman::makeSession(settings)->identify({Ample, {}});
    return result ? base::Error() : result.error();
}

ScriptedReply refusal(int status, const QList<QByteArray>& challenges = {})
{
    ScriptedReply reply;
    reply.status = status;
    reply.contentType.clear();
    for (const QByteArray& challenge : challenges)
        reply.headers += "WWW-Authenticate: " + challenge;
    return reply;
}

} // namespace

/// Signing in as the current user, who has no ticket.
class TestWsmanSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("KRB5CCNAME", "FILE:/nonexistent/ccache");
        qputenv("KRB5_CLIENT_KTNAME", "/nonexistent/keytab");
        qunsetenv("NTLM_USER_FILE");
    }

    void judgesTheNameFirst_data() { addSchemes(); }
    void judgesTheNameFirst()
    {
        QFETCH(const Authentication, authentication);
        wmi::ConnectionSettings settings = settingsFor(5985, authentication);
        settings.host = u"no-such-host.invalid"_s;
        const base::Error error = errorOf(settings);
        QVERIFY2(error.layer == Layer::Name, qPrintable(base::describe(error)));
        QCOMPARE(error.code, ErrorCode::Unreachable);
    }

    void judgesThePortNext_data() { addSchemes(); }
    void judgesThePortNext()
    {
        QFETCH(const Authentication, authentication);
        std::uint16_t port = 0;
        {
            const ScriptedHttpServer gone([](const auto&) { return ScriptedReply(); });
            port = gone.port();
        }
        const base::Error error = errorOf(settingsFor(port, authentication));
        QVERIFY2(error.layer == Layer::Connect, qPrintable(base::describe(error)));
        QCOMPARE(error.code, ErrorCode::Unreachable);
    }

    void judgesTheServiceThen_data() { addSchemes(); }
    void judgesTheServiceThen()
    {
        QFETCH(const Authentication, authentication);
        const ScriptedHttpServer server([](const auto&) { return refusal(404); });
        const base::Error error = errorOf(settingsFor(server.port(), authentication));
        QVERIFY2(error.layer == Layer::Http, qPrintable(base::describe(error)));
        QCOMPARE(error.code, ErrorCode::Unsupported);
        QCOMPARE(error.httpStatus, std::optional<int>(404));
    }

    void saysWhatTheHostOffers_data() { addSchemes(); }
    void saysWhatTheHostOffers()
    {
        QFETCH(const Authentication, authentication);
        const ScriptedHttpServer server([](const auto&) {
            return refusal(401, {"Basic realm=\"WSMAN\"", "CredSSP"});
        });
        const base::Error error = errorOf(settingsFor(server.port(), authentication));
        QVERIFY2(error.code == ErrorCode::Unsupported, qPrintable(base::describe(error)));
        QCOMPARE(error.layer, Layer::Auth);
        QVERIFY2(error.detail.contains(u"Basic, CredSSP"_s), qPrintable(error.detail));
    }

    void missesTicketAndPassword_data() { addSchemes(); }
    void missesTicketAndPassword()
    {
        QFETCH(const Authentication, authentication);
        if (authentication == Authentication::Ntlm && !QFile::exists(u"/etc/gss/mech.d/mech.ntlmssp.conf"_s))
            QSKIP("the package gss-ntlmssp is not installed");
        const ScriptedHttpServer server([](const auto&) { return refusal(401, {"Negotiate", "Kerberos"}); });
        const base::Error error = errorOf(settingsFor(server.port(), authentication));
        QVERIFY2(error.layer == Layer::Auth, qPrintable(base::describe(error)));
#if !defined(Q_OS_WIN) // Windows always has somebody signed in
        QCOMPARE(error.code, ErrorCode::CredentialsMissing);
        QCOMPARE(server.requests().size(), std::size_t{1});
#endif
    }

    // Nothing of the account leaves before it is clear who gets it.
    void theFirstRequestIsBare()
    {
        const ScriptedHttpServer server([](const auto&) { return refusal(401, {"Negotiate", "Kerberos"}); });
        wmi::ConnectionSettings settings = settingsFor(server.port(), Authentication::Negotiate);
        settings.user = u"HOST\\bob"_s;
        settings.password = base::Secret("Builder-9y");
        QCOMPARE(errorOf(settings).layer, Layer::Auth);
        QVERIFY(!server.requests().empty());
        QVERIFY(server.requests().front().header("Authorization").isNull());
        QVERIFY(server.requests().front().body.isEmpty());
    }

private:
    static void addSchemes()
    {
        QTest::addColumn<Authentication>("authentication");
        QTest::newRow("Negotiate") << Authentication::Negotiate;
        QTest::newRow("Kerberos") << Authentication::Kerberos;
        QTest::newRow("NTLM") << Authentication::Ntlm;
    }
};

QTEST_GUILESS_MAIN(TestWsmanSignIn)
#include "tst_wsman_sign_in.moc"
