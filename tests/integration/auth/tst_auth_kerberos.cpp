#include "tests/integration/auth/AuthBench.h"
#include "tests/integration/auth/WireTap.h"

#include "core/wmi/wsman/WsmanSession.h"

#include <QFile>
#include <QTest>

#include <algorithm>

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

const QString Ntlm = u"/etc/gss/mech.d/mech.ntlmssp.conf"_s;

} // namespace

/// Kerberos of a real KDC against the endpoint, as single sign-on and with a password.
class TestAuthKerberos : public QObject
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

    void signsIn_data()
    {
        QTest::addColumn<Authentication>("authentication");
        QTest::addColumn<bool>("https");
        QTest::addColumn<QString>("serviceClass");
        for (const bool https : {false, true}) {
            const QString over = https ? u" over HTTPS"_s : u" over HTTP"_s;
            QTest::newRow(qPrintable(u"Negotiate"_s + over))
                << Authentication::Negotiate << https << u"HTTP"_s;
            QTest::newRow(qPrintable(u"Kerberos"_s + over)) << Authentication::Kerberos << https << u"HTTP"_s;
        }
        QTest::newRow("service WSMAN") << Authentication::Kerberos << false << u"WSMAN"_s;
        QTest::newRow("service host") << Authentication::Negotiate << false << u"host"_s;
    }

    void signsIn()
    {
        QFETCH(const Authentication, authentication);
        QFETCH(const bool, https);
        QFETCH(const QString, serviceClass);
        wmi::ConnectionSettings settings = (https ? *m_https : *m_http).settings(authentication);
        settings.serviceClass = serviceClass;

        QVERIFY(m_realm->getTicket(u"alice"_s, TestRealm::AlicesPassword));
        const auto bySession = machines(settings);
        QVERIFY2(bySession && !bySession->isEmpty(), said(bySession).constData());

        m_realm->forgetTickets();
        settings.user = u"alice@contoso.test"_s;
        settings.password = base::Secret(TestRealm::AlicesPassword);
        const auto byPassword = machines(settings);
        QVERIFY2(byPassword, said(byPassword).constData());
        QCOMPARE(*byPassword, *bySession);
        QVERIFY2(!m_realm->hasLiveTicket(), "a password must not leave tickets in the user's cache");
    }

    void strictChannelBinding()
    {
        simulation::ServerOptions options = AuthBench::hostOptions(*m_realm, true);
        options.strictChannelBinding = true;
        AuthBench strict(options);
        QVERIFY2(strict.problem().isEmpty(), qPrintable(strict.problem()));
        for (const Authentication authentication : {Authentication::Negotiate, Authentication::Kerberos}) {
            const auto names = machines(alice(strict.settings(authentication)));
            QVERIFY2(names, said(names).constData());
        }
    }

    // One connection carries one context: many calls, one sign-in.
    void staysSignedIn()
    {
        const auto session = wsman::makeSession(alice(m_http->settings(Authentication::Negotiate)));
        for (int i = 0; i < 3; ++i) {
            const auto names = machines(*session);
            QVERIFY2(names, said(names).constData());
        }
        QCOMPARE(session->statistics().connectionsOpened, 1U);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<ErrorCode>("expected");
        const QByteArray right = TestRealm::AlicesPassword;
        QTest::newRow("wrong password")
            << u"alice"_s << QByteArray("Wonderland-7y") << ErrorCode::CredentialsRejected;
        QTest::newRow("unknown user") << u"nobody@contoso.test"_s << right << ErrorCode::CredentialsRejected;
        QTest::newRow("locked") << u"locked"_s << right << ErrorCode::AccountDisabled;
        QTest::newRow("expired account") << u"gone"_s << right << ErrorCode::AccountDisabled;
        QTest::newRow("expired password") << u"stale"_s << right << ErrorCode::PasswordExpired;
        QTest::newRow("unknown realm") << u"alice@elsewhere.test"_s << right << ErrorCode::RealmUnknown;
        QTest::newRow("no KDC") << u"alice@nowhere.test"_s << right << ErrorCode::RealmUnknown;
        QTest::newRow("NetBIOS name of no realm") << u"OTHER\\alice"_s << right << ErrorCode::RealmUnknown;
        QTest::newRow("no ticket") << QString() << QByteArray() << ErrorCode::CredentialsMissing;
        QTest::newRow("no ticket of this user")
            << u"alice"_s << QByteArray() << ErrorCode::CredentialsMissing;
    }

    void errors()
    {
        QFETCH(const QString, user);
        QFETCH(const QByteArray, password);
        QFETCH(const ErrorCode, expected);
        wmi::ConnectionSettings settings = m_http->settings(Authentication::Kerberos);
        settings.user = user;
        settings.password = base::Secret(password);
        const auto names = machines(settings);
        QVERIFY2(codeOf(names) == expected, said(names).constData());
        QCOMPARE(names.error().layer, base::Layer::Auth);
        QVERIFY(password.isEmpty() || !said(names).contains(password));
        if (expected == ErrorCode::RealmUnknown || expected == ErrorCode::CredentialsMissing)
            return; // Negotiate goes on to NTLM, and fails with both
        settings.authentication = Authentication::Negotiate;
        const auto negotiated = machines(settings);
        QVERIFY2(codeOf(negotiated) == expected, said(negotiated).constData());
    }

    // A fleet of hosts is one conversation with the domain, and a wrong password one try: not a locked
    // account.
    void asksTheDomainOnce()
    {
        const auto first = wsman::makeSession(alice(m_http->settings(Authentication::Negotiate)));
        QVERIFY(machines(*first));
        const qsizetype issued = countInKdcLog("AS_REQ", "ISSUE");
        for (int i = 0; i < 3; ++i)
            QVERIFY(machines(alice(m_https->settings(Authentication::Kerberos))));
        QCOMPARE(countInKdcLog("AS_REQ", "ISSUE"), issued);

        wmi::ConnectionSettings wrong = alice(m_http->settings(Authentication::Kerberos));
        wrong.password = base::Secret("Wonderland-8x");
        const qsizetype failed = countInKdcLog("AS_REQ", "PREAUTH_FAILED");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(codeOf(machines(wrong)), ErrorCode::CredentialsRejected);
        QCOMPARE(countInKdcLog("AS_REQ", "PREAUTH_FAILED"), failed + 1);
        QVERIFY2(machines(alice(m_http->settings(Authentication::Kerberos))),
                 "the right one is taken at once");
    }

    // A ticket that somebody recorded lets nobody else in.
    void replayedTicket()
    {
        test::WireTap tap(m_http->port());
        QVERIFY(machines(alice(m_http->settings(Authentication::Kerberos, tap.port()))));
        const QByteArray sent = tap.recorded(test::WireTap::Direction::ToHost);
        const qsizetype begin = sent.indexOf("Authorization: Kerberos ");
        QVERIFY(begin >= 0);
        const QByteArray old = sent.mid(begin, sent.indexOf('\r', begin) - begin);
        tap.setMeddler([old](test::WireTap::Direction direction, QByteArray& piece) {
            const qsizetype at = piece.indexOf("Authorization: Kerberos ");
            if (direction == test::WireTap::Direction::ToHost && at >= 0)
                piece.replace(at, piece.indexOf('\r', at) - at, old);
        });
        const auto names = machines(alice(m_http->settings(Authentication::Kerberos, tap.port())));
        QVERIFY2(codeOf(names) == ErrorCode::CredentialsRejected, said(names).constData());
        QCOMPARE(names.error().layer, base::Layer::Http); // the ticket, and not the password
    }

    void serviceUnknown()
    {
        for (const Authentication authentication : {Authentication::Kerberos, Authentication::Negotiate}) {
            wmi::ConnectionSettings settings = alice(m_http->settings(authentication));
            settings.serviceClass = u"NOSUCH"_s;
            const auto names = machines(settings);
            QVERIFY2(!names, "there is no such service");
            // Negotiate goes on to NTLM, whose users alice is none of.
            const bool negotiated = authentication == Authentication::Negotiate && QFile::exists(Ntlm);
            QVERIFY2(codeOf(names) ==
                         (negotiated ? ErrorCode::CredentialsRejected : ErrorCode::ServiceUnknown),
                     said(names).constData());
        }
    }

    // The host has other keys than the domain: a computer that was set up anew, or an impostor.
    void wrongServiceKey()
    {
        simulation::ServerOptions options = AuthBench::hostOptions(*m_realm);
        options.keytabFile = m_realm->path(u"other.keytab"_s);
        QVERIFY(m_realm->administer({u"addprinc -randkey HTTP/other.contoso.test"_s,
                                     u"ktadd -k %1 HTTP/other.contoso.test"_s.arg(options.keytabFile)}));
        AuthBench impostor(options);
        QVERIFY2(impostor.problem().isEmpty(), qPrintable(impostor.problem()));
        for (const Authentication authentication : {Authentication::Negotiate, Authentication::Kerberos}) {
            const auto names = machines(alice(impostor.settings(authentication)));
            QVERIFY2(codeOf(names) == ErrorCode::CredentialsRejected, said(names).constData());
            QCOMPARE(names.error().layer, base::Layer::Http); // the ticket, and not the password
        }
    }

    void expiredTicket()
    {
        QVERIFY(m_realm->getTicket(u"alice"_s, TestRealm::AlicesPassword));
        QVERIFY(m_realm->hasLiveTicket());
        QVERIFY(m_realm->ageTickets());
        QVERIFY(!m_realm->hasLiveTicket());
        for (const Authentication authentication : {Authentication::Negotiate, Authentication::Kerberos}) {
            const auto names = machines(m_http->settings(authentication));
            QVERIFY2(codeOf(names) == ErrorCode::TicketExpired, said(names).constData());
        }
    }

private:
    [[nodiscard]] qsizetype countInKdcLog(const QByteArray& kind, const QByteArray& outcome) const
    {
        QFile log(m_realm->path(u"kdc.log"_s));
        if (!log.open(QIODevice::ReadOnly))
            return -1;
        const QList<QByteArray> lines = log.readAll().split('\n');
        return std::ranges::count_if(lines, [&](const QByteArray& line) {
            return line.contains(kind) && line.contains(outcome) && line.contains("alice@");
        });
    }

    static wmi::ConnectionSettings alice(wmi::ConnectionSettings settings)
    {
        settings.user = u"alice"_s;
        settings.password = base::Secret(TestRealm::AlicesPassword);
        return settings;
    }

    std::unique_ptr<TestRealm> m_realm;
    std::unique_ptr<AuthBench> m_http;
    std::unique_ptr<AuthBench> m_https;
};

QTEST_GUILESS_MAIN(TestAuthKerberos)
#include "tst_auth_kerberos.moc"
