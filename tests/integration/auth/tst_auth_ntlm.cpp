#include "tests/integration/auth/AuthBench.h"

#include "core/wmi/wsman/WsmanSession.h"

#include <QFile>
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

/// NTLM of gss-ntlmssp against the endpoint.
class TestAuthNtlm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(u"/etc/gss/mech.d/mech.ntlmssp.conf"_s))
            QSKIP("gss-ntlmssp is not installed");
        QString reason;
        m_realm = TestRealm::start(reason);
        if (!m_realm)
            QSKIP(qPrintable(reason));
        m_http = std::make_unique<AuthBench>(AuthBench::hostOptions(*m_realm));
        QVERIFY2(m_http->problem().isEmpty(), qPrintable(m_http->problem()));
        m_https = std::make_unique<AuthBench>(AuthBench::hostOptions(*m_realm, true));
        QVERIFY2(m_https->problem().isEmpty(), qPrintable(m_https->problem()));
    }
    void cleanup() { qunsetenv("NTLM_USER_FILE"); }
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
        QTest::newRow("NTLM over HTTP") << Authentication::Ntlm << false;
        QTest::newRow("NTLM over HTTPS") << Authentication::Ntlm << true;
        QTest::newRow("Negotiate over HTTP, unknown to Kerberos") << Authentication::Negotiate << false;
        QTest::newRow("Negotiate over HTTPS, unknown to Kerberos") << Authentication::Negotiate << true;
    }

    void signsIn()
    {
        QFETCH(const Authentication, authentication);
        QFETCH(const bool, https);
        const auto names = machines(bob((https ? *m_https : *m_http).settings(authentication)));
        QVERIFY2(names && !names->isEmpty(), said(names).constData());
    }

    // An address has no service principal, so Negotiate goes on to NTLM by itself.
    void addressTakesNtlm()
    {
        wmi::ConnectionSettings settings = bob(m_http->settings(Authentication::Negotiate));
        settings.host = u"127.0.0.1"_s;
        const auto names = machines(settings);
        QVERIFY2(names, said(names).constData());
        settings.authentication = Authentication::Kerberos;
        QCOMPARE(codeOf(machines(settings)), ErrorCode::ServiceUnknown);
    }

    void wrongPassword()
    {
        for (AuthBench* bench : {m_http.get(), m_https.get()}) {
            wmi::ConnectionSettings settings = bob(bench->settings(Authentication::Ntlm));
            settings.password = base::Secret("Builder-9x");
            const auto names = machines(settings);
            QVERIFY2(codeOf(names) == ErrorCode::CredentialsRejected, said(names).constData());
            QVERIFY(!base::describe(names.error()).contains(u"Builder"_s));
        }
    }

    // What lies ready for NTLM is somebody's, and not to be used for whoever was asked for.
    void noPasswordIsNotSomebodyElses()
    {
        qputenv("NTLM_USER_FILE", m_realm->ntlmUsers().toLocal8Bit());
        wmi::ConnectionSettings settings = m_http->settings(Authentication::Ntlm);
        settings.user = u"HV01\\carol"_s;
        const auto names = machines(settings);
        QVERIFY2(codeOf(names) == ErrorCode::CredentialsMissing, said(names).constData());
        settings.user.clear();
        const auto own = machines(settings);
        QVERIFY2(own, said(own).constData());
    }

    void unknownUser()
    {
        wmi::ConnectionSettings settings = bob(m_http->settings(Authentication::Ntlm));
        settings.user = u"HV01\\nobody"_s;
        const auto names = machines(settings);
        QVERIFY2(codeOf(names) == ErrorCode::CredentialsRejected, said(names).constData());
    }

    // A host that insists on the channel binding lets in who names its certificate.
    void strictChannelBinding()
    {
        simulation::ServerOptions options = AuthBench::hostOptions(*m_realm, true);
        options.strictChannelBinding = true;
        AuthBench strict(options);
        QVERIFY2(strict.problem().isEmpty(), qPrintable(strict.problem()));
        const auto names = machines(bob(strict.settings(Authentication::Ntlm)));
        QVERIFY2(names, said(names).constData());
    }

private:
    static wmi::ConnectionSettings bob(wmi::ConnectionSettings settings)
    {
        settings.user = u"HV01\\bob"_s;
        settings.password = base::Secret(TestRealm::BobsPassword);
        return settings;
    }

    std::unique_ptr<TestRealm> m_realm;
    std::unique_ptr<AuthBench> m_http;
    std::unique_ptr<AuthBench> m_https;
};

QTEST_GUILESS_MAIN(TestAuthNtlm)
#include "tst_auth_ntlm.moc"
