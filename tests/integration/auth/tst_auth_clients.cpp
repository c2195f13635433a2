#include "tests/integration/auth/AuthBench.h"
#include "tests/integration/auth/WireTap.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using test::AuthBench;
using test::TestRealm;
using test::WireTap;

/// pywinrm, which others wrote after real Windows hosts, against the endpoint: so that client and endpoint do
/// not only understand each other.
class TestAuthClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString reason;
        m_realm = TestRealm::start(reason);
        if (!m_realm)
            QSKIP(qPrintable(reason));
        m_bench = std::make_unique<AuthBench>(AuthBench::hostOptions(*m_realm));
        QVERIFY2(m_bench->problem().isEmpty(), qPrintable(m_bench->problem()));
        QFile file(m_realm->path(u"openssl.cnf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("openssl_conf = all\n[all]\nproviders = both\n[both]\ndefault = on\nlegacy = on\n[on]\n"
                   "activate = 1\n");
    }
    void cleanupTestCase()
    {
        m_bench.reset();
        m_realm.reset();
    }

    void readsAnAnswer_data() { addSchemes(); }
    void readsAnAnswer()
    {
        QFETCH(const QString, scheme);
        WireTap tap(m_bench->port());
        const Outcome outcome = ask(scheme, tap.port(), u"none"_s);
        if (outcome.code == Missing)
            QSKIP(outcome.output.constData());
        QVERIFY2(outcome.code == 0, outcome.output.constData());
        QVERIFY(outcome.output.contains("EnumerateResponse"));
        QVERIFY(outcome.output.contains("<p:ElementName>"));
        for (const auto direction : {WireTap::Direction::ToHost, WireTap::Direction::ToClient}) {
            QVERIFY(tap.recorded(direction).contains("-session-encrypted"));
            QVERIFY(!tap.recorded(direction).contains("Envelope"));
        }
    }

    void readsAFault_data() { addSchemes(); }
    void readsAFault()
    {
        QFETCH(const QString, scheme);
        const Outcome outcome = ask(scheme, m_bench->port(), u"name"_s);
        if (outcome.code == Missing)
            QSKIP(outcome.output.constData());
        QVERIFY2(outcome.code == 4, outcome.output.constData());
        QVERIFY2(outcome.output.contains("WSManFault"), outcome.output.constData());
    }

    void wrongPassword()
    {
        const Outcome outcome = ask(u"ntlm"_s, m_bench->port(), u"password"_s);
        if (outcome.code == Missing)
            QSKIP(outcome.output.constData());
        QVERIFY2(outcome.code == 3, outcome.output.constData());
    }

private:
    static constexpr int Missing = 77;
    struct Outcome
    {
        int code = -1;
        QByteArray output;
    };

    static void addSchemes()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("NTLM") << u"ntlm"_s;
        QTest::newRow("Kerberos") << u"kerberos"_s;
    }

    Outcome ask(const QString& scheme, std::uint16_t port, const QString& spoiled) const
    {
        const bool isNtlm = scheme == u"ntlm"_s;
        if (!isNtlm && !m_realm->getTicket(u"alice"_s, TestRealm::AlicesPassword))
            return {-1, "no ticket"};
        const QString user = isNtlm ? u"HV01\\bob"_s : u"alice@CONTOSO.TEST"_s;
        const QString password =
            spoiled == u"password"_s ? u"wrong"_s : QString::fromLatin1(TestRealm::BobsPassword);
        QProcess process;
        // requests_ntlm takes MD4 from OpenSSL, which keeps it in the legacy provider.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"OPENSSL_CONF"_s, m_realm->path(u"openssl.cnf"_s));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"/usr/bin/python3"_s, {u"" AUTH_TEST_FOLDER "/pywinrm.py"_s, scheme, u"localhost"_s,
                                              QString::number(port), user, password, spoiled});
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAll()};
        return {process.exitCode(), process.readAll()};
    }

    std::unique_ptr<TestRealm> m_realm;
    std::unique_ptr<AuthBench> m_bench;
};

QTEST_GUILESS_MAIN(TestAuthClients)
#include "tst_auth_clients.moc"
