#include "tests/integration/auth/AuthBench.h"

#include "core/wmi/wsman/WsmanSession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using test::AuthBench;
using test::codeOf;
using test::machines;
using test::said;
using test::TestRealm;
using wmi::Authentication;

namespace {

constexpr int Ample = 30'000;
const QString Moments = u"4s"_s; ///< long enough to sign in on a busy computer

} // namespace

/// Tickets that run out while a session is in use.
class TestAuthExpiry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString reason;
        m_realm = TestRealm::start(reason);
        if (!m_realm)
            QSKIP(qPrintable(reason));
        m_http = std::make_unique<AuthBench>(AuthBench::hostOptions(*m_realm));
        QVERIFY2(m_http->problem().isEmpty(), qPrintable(m_http->problem()));
        m_https = std::make_unique<AuthBench>(AuthBench::hostOptions(*m_realm, true));
        QVERIFY2(m_https->problem().isEmpty(), qPrintable(m_https->problem()));
    }
    void init() { m_realm->forgetTickets(); }
    void cleanupTestCase()
    {
        m_http.reset();
        m_https.reset();
        m_realm.reset();
    }

    // The user has got a new ticket meanwhile: the session goes on with it.
    void renewed_data() { addWays(); }
    void renewed()
    {
        QVERIFY(getTicket(Moments));
        const auto session = makeSession();
        QVERIFY(signsIn(*session));
        QTRY_VERIFY_WITH_TIMEOUT(!m_realm->hasLiveTicket(), Ample);
        QVERIFY(getTicket({}));
        QVERIFY(signsIn(*session));
        QCOMPARE(session->statistics().connectionsOpened, std::uint64_t{2});
        QVERIFY(signsIn(*session));
        QCOMPARE(session->statistics().connectionsOpened, std::uint64_t{2}); // the new one is good for long
    }

    // Nobody has: it is told as that, once and again, until there is one.
    void notRenewed_data() { addWays(); }
    void notRenewed()
    {
        QVERIFY(getTicket(Moments));
        const auto session = makeSession();
        QVERIFY(signsIn(*session));
        QTRY_VERIFY_WITH_TIMEOUT(!m_realm->hasLiveTicket(), Ample);
        for (int i = 0; i < 2; ++i) {
            const auto names = machines(*session);
            QVERIFY2(codeOf(names) == ErrorCode::TicketExpired, said(names).constData());
            QCOMPARE(names.error().layer, base::Layer::Auth);
        }
        QVERIFY(getTicket({}));
        QVERIFY(signsIn(*session));
    }

    // With a password the tickets are the session's own affair: nothing is to be seen of their ends.
    void byPassword_data() { addWays(); }
    void byPassword()
    {
        QVERIFY(m_realm->administer({u"modprinc -maxlife %1 alice"_s.arg(Moments)}));
        const auto session = makeSession(true);
        QElapsedTimer timer;
        timer.start();
        while (session->statistics().connectionsOpened < 2 && timer.elapsed() < Ample) {
            QVERIFY(signsIn(*session));
            QTest::qWait(50);
        }
        QVERIFY(session->statistics().connectionsOpened >= 2);
        QVERIFY2(!m_realm->hasLiveTicket(), "a password must not leave tickets in the user's cache");
        QVERIFY(m_realm->administer({u"modprinc -maxlife 10h alice"_s}));
    }

private:
    static void addWays()
    {
        QTest::addColumn<Authentication>("authentication");
        QTest::addColumn<bool>("https");
        QTest::newRow("Negotiate over HTTP") << Authentication::Negotiate << false;
        QTest::newRow("Kerberos over HTTP") << Authentication::Kerberos << false;
        QTest::newRow("Negotiate over HTTPS") << Authentication::Negotiate << true;
    }

    [[nodiscard]] std::unique_ptr<wmi::Session> makeSession(bool byPassword = false) const
    {
        const auto authentication =
            *static_cast<Authentication*>(QTest::qData("authentication", qMetaTypeId<Authentication>()));
        const bool https = *static_cast<bool*>(QTest::qData("https", QMetaType::Bool));
        wmi::ConnectionSettings settings = (https ? *m_https : *m_http).settings(authentication);
        if (byPassword) {
            settings.user = u"alice"_s;
            settings.password = base::Secret(TestRealm::AlicesPassword);
        }
        return wsman::makeSession(settings);
    }

    [[nodiscard]] bool getTicket(const QString& lifetime) const
    {
        return m_realm->getTicket(u"alice"_s, TestRealm::AlicesPassword, lifetime);
    }

    [[nodiscard]] static bool signsIn(wmi::Session& session)
    {
        const auto names = machines(session);
        if (!names)
            qWarning().noquote() << said(names);
        return names.has_value();
    }

    std::unique_ptr<TestRealm> m_realm;
    std::unique_ptr<AuthBench> m_http;
    std::unique_ptr<AuthBench> m_https;
};

QTEST_GUILESS_MAIN(TestAuthExpiry)
#include "tst_auth_expiry.moc"
