#include "tests/integration/auth/AuthBench.h"

#include "core/wmi/wsman/WsmanSession.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace std::chrono_literals;
using base::ErrorCode;
using test::AuthBench;
using test::TestRealm;
using wmi::Authentication;

namespace {

using tcp = boost::asio::ip::tcp;

base::Result<wmi::Identity> identify(const wmi::ConnectionSettings& settings,
                                     std::chrono::milliseconds deadline, const std::stop_token& stop = {})
{
    return wsman::makeSession(settings)->identify({.deadline = deadline, .stop = stop});
}

QByteArray told(const base::Result<wmi::Identity>& result)
{
    return result ? QByteArray("no error") : base::describe(result.error()).toUtf8();
}

} // namespace

/// Domain controllers that take connections and say nothing.
class TestAuthSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString reason;
        m_realm = TestRealm::start(reason);
        if (!m_realm)
            QSKIP(qPrintable(reason));
        QByteArray realms = "[realms]\n";
        const auto add = [&realms](const QByteArray& name, const tcp::acceptor& kdc) {
            const QByteArray port = QByteArray::number(kdc.local_endpoint().port());
            realms += ' ' + name + " = {\n  kdc = 127.0.0.1:" + port + "\n }\n";
        };
        add("ONE.TEST", m_kdc);
        add("TWO.TEST", m_secondKdc);
        add("HV01.TEST", m_kdc);
        QFile configuration(m_realm->path(u"krb5.conf"_s));
        QVERIFY(configuration.open(QIODevice::ReadWrite));
        QByteArray text = configuration.readAll();
        text.replace("default_realm = CONTOSO.TEST", "default_realm = HV01.TEST");
        QVERIFY(configuration.resize(0) && configuration.seek(0));
        QVERIFY(configuration.write(text + realms) > 0);
        configuration.close();
        m_bench = std::make_unique<AuthBench>(AuthBench::hostOptions(*m_realm));
        QVERIFY2(m_bench->problem().isEmpty(), qPrintable(m_bench->problem()));
    }

    void keepsTheDeadline()
    {
        const wmi::ConnectionSettings settings = userOf(u"ada@one.test"_s, Authentication::Kerberos);
        QElapsedTimer timer;
        timer.start();
        const auto first = identify(settings, 3s);
        QVERIFY2(timer.elapsed() < 4'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!first);
        QVERIFY2(first.error().code == ErrorCode::RealmUnknown, told(first).constData());
        QVERIFY2(first.error().detail.contains(u"no domain controller of ONE.TEST answers"_s),
                 told(first).constData());
        timer.restart();
        const auto second = identify(settings, 30s);
        QVERIFY2(timer.elapsed() < 2'000, "it is known by now");
        QVERIFY2(!second && second.error().code == ErrorCode::RealmUnknown, told(second).constData());
    }

    void canBeStopped()
    {
        std::stop_source stop;
        auto waiting = std::async(std::launch::async, [this, &stop] {
            return identify(userOf(u"ada@two.test"_s, Authentication::Kerberos), 60s, stop.get_token());
        });
        tcp::socket asked(m_io);
        m_secondKdc.accept(asked);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        const auto result = waiting.get();
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(!result && result.error().code == ErrorCode::Cancelled, told(result).constData());
    }

    // A host that takes NTLM is reached all the same, in time.
    void leavesTimeForNtlm()
    {
        if (!QFile::exists(u"/etc/gss/mech.d/mech.ntlmssp.conf"_s))
            QSKIP("gss-ntlmssp is not installed");
        wmi::ConnectionSettings settings = userOf(u"HV01\\bob"_s, Authentication::Negotiate);
        settings.password = base::Secret(TestRealm::BobsPassword);
        const auto first = identify(settings, 6s);
        QVERIFY2(first, told(first).constData());
        QElapsedTimer timer;
        timer.start();
        const auto second = identify(settings, 6s);
        QVERIFY2(second, told(second).constData());
        QVERIFY2(timer.elapsed() < 2'000, "it is known by now");

        settings.password = base::Secret("Builder-9x"); // why it was NTLM that was refused is told, too
        const auto wrong = identify(settings, 6s);
        QVERIFY2(!wrong && wrong.error().code == ErrorCode::CredentialsRejected, told(wrong).constData());
        QVERIFY2(wrong.error().detail.contains(u"no domain controller of HV01.TEST answers"_s),
                 told(wrong).constData());
    }

private:
    [[nodiscard]] wmi::ConnectionSettings userOf(const QString& user, Authentication authentication) const
    {
        wmi::ConnectionSettings settings = m_bench->settings(authentication);
        settings.user = user;
        settings.password = base::Secret("Engine-5q");
        return settings;
    }

    boost::asio::io_context m_io;
    tcp::acceptor m_kdc{m_io, {boost::asio::ip::address_v4::loopback(), 0}};
    tcp::acceptor m_secondKdc{m_io, {boost::asio::ip::address_v4::loopback(), 0}};
    std::unique_ptr<TestRealm> m_realm;
    std::unique_ptr<AuthBench> m_bench;
};

QTEST_GUILESS_MAIN(TestAuthSilence)
#include "tst_auth_silence.moc"
