#include "tests/integration/auth/AuthBench.h"

#include "core/wmi/wsman/GssService.h"

#include <QFile>
#include <QTest>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/host_name.hpp>
#include <boost/asio/ip/tcp.hpp>

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

using tcp = boost::asio::ip::tcp;

/// A name of this computer that leads to loopback, whose address has another name.
QString otherName()
{
    boost::asio::io_context io;
    tcp::resolver resolver(io);
    boost::system::error_code error;
    const std::string name = boost::asio::ip::host_name();
    const auto found = resolver.resolve(tcp::v4(), name, "80", error);
    if (error || found.empty() || !found.begin()->endpoint().address().is_loopback())
        return {};
    const auto back = resolver.resolve(found.begin()->endpoint(), error);
    const bool same = error || back.empty() || back.begin()->host_name() == name;
    return same ? QString() : QString::fromStdString(name);
}

} // namespace

/// Which service principal a ticket is asked for, with the Kerberos library set up as it is delivered.
class TestAuthService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString reason;
        m_realm = TestRealm::start(reason);
        if (!m_realm)
            QSKIP(qPrintable(reason));
        QFile configuration(m_realm->path(u"krb5.conf"_s));
        QVERIFY(configuration.open(QIODevice::ReadOnly));
        const QByteArray text = configuration.readAll();
        QVERIFY(!text.contains("canonicalize") && !text.contains("rdns"));
    }

    void principal_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("mapped") << u"LocalHost"_s << QByteArray("HTTP/localhost@CONTOSO.TEST");
        QTest::newRow("full name") << u"HV01.contoso.com"_s << QByteArray("HTTP/hv01.contoso.com@");
        QTest::newRow("short name") << u"hv01"_s << QByteArray("HTTP/hv01@");
        QTest::newRow("dot") << u"hv01.contoso.com."_s << QByteArray("HTTP/hv01.contoso.com@");
        QTest::newRow("odd") << u"a@b/c"_s << QByteArray("HTTP/a\\@b\\/c@");
    }
    void principal()
    {
        QFETCH(const QString, host);
        QTEST(wsman::gss::servicePrincipal(u"HTTP"_s, host), "expected");
    }

    // The DNS says that the name is "localhost", for which there is a service. That is not what was asked
    // for.
    void dnsDoesNotChoose()
    {
        const QString name = otherName();
        if (name.isEmpty())
            QSKIP("this computer has no second name at loopback");
        AuthBench bench(AuthBench::hostOptions(*m_realm));
        QVERIFY2(bench.problem().isEmpty(), qPrintable(bench.problem()));
        wmi::ConnectionSettings settings = bench.settings(Authentication::Kerberos);
        settings.user = u"alice"_s;
        settings.password = base::Secret(TestRealm::AlicesPassword);
        const auto direct = machines(settings);
        QVERIFY2(direct, said(direct).constData());
        settings.host = name;
        const auto names = machines(settings);
        QVERIFY2(codeOf(names) == ErrorCode::ServiceUnknown, said(names).constData());
        QFile log(m_realm->path(u"kdc.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains(("HTTP/"_L1 + name.toLower() + u'@').toUtf8()));
    }

    // As when the service's name belongs to another account: the domain gives a ticket that the host cannot
    // open.
    void aTicketThatTheHostRefuses_data()
    {
        QTest::addColumn<Authentication>("way");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<base::Layer>("layer");
        QTest::newRow("Kerberos") << Authentication::Kerberos << false << base::Layer::Http;
        QTest::newRow("Negotiate") << Authentication::Negotiate << false << base::Layer::Http;
        QTest::newRow("HTTPS") << Authentication::Kerberos << true
                               << base::Layer::Tls; // may be the certificate, too
    }
    void aTicketThatTheHostRefuses()
    {
        QFETCH(const Authentication, way);
        QFETCH(const bool, tls);
        QVERIFY(m_realm->administer({u"cpw -randkey host/localhost"_s})); // its keytab has the old key
        AuthBench bench(AuthBench::hostOptions(*m_realm, tls));
        QVERIFY2(bench.problem().isEmpty(), qPrintable(bench.problem()));
        wmi::ConnectionSettings settings = bench.settings(way);
        settings.user = u"alice"_s;
        settings.password = base::Secret(TestRealm::AlicesPassword);
        settings.serviceClass = u"host"_s;
        if (tls) {
            settings.https = true;
            settings.tls.caFile = bench.caFile();
        }
        const auto names = machines(settings);
        QVERIFY2(codeOf(names) == ErrorCode::CredentialsRejected, said(names).constData());
        QTEST(names.error().layer, "layer");
        QVERIFY2(names.error().detail.contains(u"signed in with Kerberos"_s), said(names).constData());
        settings.serviceClass = u"HTTP"_s; // the password is good
        const auto let = machines(settings);
        QVERIFY2(let, said(let).constData());
    }

private:
    std::unique_ptr<TestRealm> m_realm;
};

QTEST_GUILESS_MAIN(TestAuthService)
#include "tst_auth_service.moc"
