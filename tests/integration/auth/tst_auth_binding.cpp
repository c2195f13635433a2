#include "tests/integration/auth/AuthBench.h"
#include "tests/integration/auth/TlsRelay.h"
#include "tests/support/TestCertificate.h"

#include "core/wmi/wsman/HttpConnection.h"
#include "core/wmi/wsman/NegotiatedSecurity.h"

#include <QCryptographicHash>
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

namespace {

QString fingerprint(const QByteArray& pem)
{
    const qsizetype begin = pem.indexOf('\n') + 1;
    const QByteArray der = QByteArray::fromBase64(pem.mid(begin, pem.indexOf("-----END") - begin));
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex(':'));
}

/// Signs in like the one it wraps, but does not say which certificate it was shown.
class Unbound final : public wsman::AuthMechanism
{
public:
    explicit Unbound(const wmi::ConnectionSettings& settings)
        : m_real(wsman::makeAuthMechanism(settings))
    {}
    base::Result<wsman::AuthStep> begin(const QByteArray& /*channelBinding*/,
                                        const wsman::TransferLimit& limit) override
    {
        return m_real->begin({}, limit);
    }
    base::Result<wsman::AuthStep> proceed(const QByteArray& token) override { return m_real->proceed(token); }
    [[nodiscard]] QByteArray scheme() const override { return m_real->scheme(); }
    [[nodiscard]] QString package() const override { return m_real->package(); }
    [[nodiscard]] bool hasExpired() const override { return m_real->hasExpired(); }
    base::Result<wsman::SealedMessage> seal(const QByteArray& plain) override { return m_real->seal(plain); }
    base::Result<QByteArray> unseal(QByteArrayView signature, QByteArrayView data) override
    {
        return m_real->unseal(signature, data);
    }

private:
    std::unique_ptr<wsman::AuthMechanism> m_real;
};

base::Result<void> signInUnbound(const wmi::ConnectionSettings& settings)
{
    wsman::HttpConnection connection(settings);
    wsman::NegotiatedSecurity security(std::make_unique<Unbound>(settings), true, wmi::SignInGate(settings));
    return security.prepare(connection, {std::chrono::seconds(30), {}});
}

} // namespace

/// Signing in over TLS names the certificate that was shown, so that nobody in between can pass it on.
class TestAuthBinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString reason;
        m_realm = TestRealm::start(reason);
        if (!m_realm)
            QSKIP(qPrintable(reason));
        simulation::ServerOptions options = AuthBench::hostOptions(*m_realm, true);
        m_relaxed = std::make_unique<AuthBench>(options);
        options.strictChannelBinding = true;
        m_strict = std::make_unique<AuthBench>(options);
        QVERIFY2(m_relaxed->problem().isEmpty(), qPrintable(m_relaxed->problem()));
        QVERIFY2(m_strict->problem().isEmpty(), qPrintable(m_strict->problem()));
        m_shown = test::TestCertificate::make();
        QVERIFY(!m_shown.certificatePem.isEmpty());
        m_hasNtlm = QFile::exists(u"/etc/gss/mech.d/mech.ntlmssp.conf"_s);
    }
    void cleanupTestCase()
    {
        m_relaxed.reset();
        m_strict.reset();
        m_realm.reset();
    }

    // The client has been made to trust the certificate in between. What it says with the right password is
    // worth nothing at the host, which expects its own certificate to be named.
    void passedOn_data() { addWays(); }
    void passedOn()
    {
        AuthBench& bench = wanted();
        const auto direct = machines(userOf(bench.settings(way())));
        QVERIFY2(direct, said(direct).constData()); // and the password is known to be right
        const test::TlsRelay relay(bench.port(), m_shown.certificatePem, m_shown.privateKeyPem);
        const auto names = machines(relayed(bench, relay));
        QVERIFY2(codeOf(names) == ErrorCode::CredentialsRejected, said(names).constData());
        QCOMPARE(names.error().layer, base::Layer::Tls); // told as what it may be
    }

    // One that names no certificate is what a host has to be strict about.
    void nothingNamed_data() { addWays(); }
    void nothingNamed()
    {
        AuthBench& bench = wanted();
        const bool strict = &bench == m_strict.get();
        const auto direct = signInUnbound(userOf(bench.settings(way())));
        QCOMPARE(direct.has_value(), !strict);
        const test::TlsRelay relay(bench.port(), m_shown.certificatePem, m_shown.privateKeyPem);
        const auto through = signInUnbound(relayed(bench, relay));
        QVERIFY2(through.has_value() == !strict, through ? "" : qPrintable(base::describe(through.error())));
        if (!through)
            QCOMPARE(through.error().code, ErrorCode::CredentialsRejected);
    }

    // A relay that is not trusted does not get that far.
    void untrustedRelay()
    {
        const test::TlsRelay relay(m_relaxed->port(), m_shown.certificatePem, m_shown.privateKeyPem);
        wmi::ConnectionSettings settings = relayed(*m_relaxed, relay, Authentication::Negotiate);
        settings.tls.pinnedCertificate.clear();
        QCOMPARE(codeOf(machines(settings)), ErrorCode::Untrusted);
    }

private:
    void addWays() const
    {
        QTest::addColumn<Authentication>("authentication");
        QTest::addColumn<bool>("strict");
        for (const bool strict : {false, true}) {
            const QString host = strict ? u", strict host"_s : u", relaxed host"_s;
            QTest::newRow(qPrintable(u"Kerberos"_s + host)) << Authentication::Kerberos << strict;
            QTest::newRow(qPrintable(u"Negotiate"_s + host)) << Authentication::Negotiate << strict;
            if (m_hasNtlm)
                QTest::newRow(qPrintable(u"NTLM"_s + host)) << Authentication::Ntlm << strict;
        }
    }

    [[nodiscard]] static Authentication way()
    {
        return *static_cast<Authentication*>(QTest::qData("authentication", qMetaTypeId<Authentication>()));
    }
    [[nodiscard]] AuthBench& wanted() const
    {
        return *static_cast<bool*>(QTest::qData("strict", QMetaType::Bool)) ? *m_strict : *m_relaxed;
    }

    static wmi::ConnectionSettings userOf(wmi::ConnectionSettings settings)
    {
        const bool isNtlm = settings.authentication == Authentication::Ntlm;
        settings.user = isNtlm ? u"HV01\\bob"_s : u"alice"_s;
        settings.password = base::Secret(isNtlm ? TestRealm::BobsPassword : TestRealm::AlicesPassword);
        return settings;
    }

    [[nodiscard]] wmi::ConnectionSettings relayed(const AuthBench& bench, const test::TlsRelay& relay) const
    {
        return relayed(bench, relay, way());
    }
    [[nodiscard]] wmi::ConnectionSettings relayed(const AuthBench& bench, const test::TlsRelay& relay,
                                                  Authentication authentication) const
    {
        wmi::ConnectionSettings settings = userOf(bench.settings(authentication, relay.port()));
        settings.tls.pinnedCertificate = fingerprint(m_shown.certificatePem);
        return settings;
    }

    std::unique_ptr<TestRealm> m_realm;
    std::unique_ptr<AuthBench> m_relaxed;
    std::unique_ptr<AuthBench> m_strict;
    test::TestCertificate m_shown;
    bool m_hasNtlm = false;
};

QTEST_GUILESS_MAIN(TestAuthBinding)
#include "tst_auth_binding.moc"
