#include "tests/integration/auth/AuthBench.h"
#include "tests/integration/auth/WireTap.h"

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
using test::WireTap;
using wmi::Authentication;
using Direction = WireTap::Direction;

namespace {

const QByteArray ClosingBoundary = "--Encrypted Boundary--";

/// The sealed bodies in a recording, each with its HTTP head.
QList<QByteArray> sealedMessages(const QByteArray& recorded)
{
    QList<QByteArray> messages;
    qsizetype from = 0;
    for (qsizetype end = recorded.indexOf(ClosingBoundary); end >= 0;
         end = recorded.indexOf(ClosingBoundary, from)) {
        const qsizetype stop = end + ClosingBoundary.size() + 2;
        const qsizetype begin = recorded.lastIndexOf("POST ", end);
        messages += recorded.mid(std::max(begin, from), stop - std::max(begin, from));
        from = stop;
    }
    return messages;
}

} // namespace

/// What is on the wire, and what happens when somebody changes it.
class TestAuthWire : public QObject
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
        m_hasNtlm = QFile::exists(u"/etc/gss/mech.d/mech.ntlmssp.conf"_s);
    }
    void init() { m_tap = std::make_unique<WireTap>(m_bench->port()); }
    void cleanup() { m_tap.reset(); }
    void cleanupTestCase()
    {
        m_bench.reset();
        m_realm.reset();
    }

    void nothingIsReadable_data() { addSchemes(); }
    void nothingIsReadable()
    {
        QFETCH(const Authentication, authentication);
        const auto names = machines(settingsFor(authentication));
        QVERIFY2(names && !names->isEmpty(), said(names).constData());
        const QByteArray sent = m_tap->recorded(Direction::ToHost);
        const QByteArray received = m_tap->recorded(Direction::ToClient);
        const QByteArray form = authentication == Authentication::Kerberos
                                    ? "application/HTTP-Kerberos-session-encrypted"
                                    : "application/HTTP-SPNEGO-session-encrypted";
        QVERIFY(sent.contains(form));
        QVERIFY(received.contains(form));
        QList<QByteArray> secrets{"Msvm_ComputerSystem",
                                  "virtualization",
                                  "Envelope",
                                  "ElementName",
                                  "Enumerate",
                                  "SELECT",
                                  TestRealm::AlicesPassword,
                                  TestRealm::BobsPassword};
        for (const QString& name : *names)
            secrets += name.toUtf8();
        for (const QByteArray& secret : secrets) {
            const QByteArray wide = QByteArray(
                reinterpret_cast<const char*>(QString::fromUtf8(secret).utf16()), secret.size() * 2);
            for (const QByteArray& form8or16 : {secret, wide, secret.toBase64().chopped(3)}) {
                QVERIFY2(!sent.contains(form8or16), secret.constData());
                QVERIFY2(!received.contains(form8or16), secret.constData());
            }
        }
    }

    void tamperedRequest_data() { addSchemes(); }
    void tamperedRequest()
    {
        QFETCH(const Authentication, authentication);
        tamper(Direction::ToHost);
        const auto names = machines(*sessionFor(authentication));
        QVERIFY2(!names, "the host believed a changed message");
        QCOMPARE(names.error().code, ErrorCode::Unreachable); // it hung up
    }

    void tamperedAnswer_data() { addSchemes(); }
    void tamperedAnswer()
    {
        QFETCH(const Authentication, authentication);
        tamper(Direction::ToClient);
        const auto names = machines(*sessionFor(authentication));
        QVERIFY2(codeOf(names) == ErrorCode::ProtocolViolation, said(names).constData());
        QCOMPARE(names.error().layer, base::Layer::Auth);
    }

    // An answer that was changed on its way leaves open whether the change was made.
    void tamperedAnswerToAWrite()
    {
        const auto session = sessionFor(Authentication::Kerberos);
        QVERIFY(machines(*session));
        tamper(Direction::ToClient);
        const cim::ObjectPath service(u"root\\virtualization\\v2"_s, u"Msvm_VirtualSystemManagementService"_s,
                                      {});
        const auto done = session->invoke(service, u"RemoveResourceSettings"_s, {}, {});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Indeterminate);
    }

    void unsealedAnswerIsNotBelieved()
    {
        const QByteArray forged = "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n"
                                  "Content-Length: 11\r\n\r\n<s:Envelope";
        m_tap->setMeddler([forged](Direction direction, QByteArray& piece) {
            if (direction == Direction::ToClient && piece.contains("multipart/encrypted"))
                piece = forged;
        });
        const auto names = machines(*sessionFor(Authentication::Negotiate));
        QVERIFY2(codeOf(names) == ErrorCode::ProtocolViolation, said(names).constData());
        QCOMPARE(names.error().layer, base::Layer::Auth);
    }

    // The host keeps count of messages: one that it has seen is refused, also on its own connection.
    void replayedRequest_data() { addSchemes(); }
    void replayedRequest()
    {
        QFETCH(const Authentication, authentication);
        const auto session = sessionFor(authentication);
        QVERIFY(machines(*session));
        const QList<QByteArray> messages = sealedMessages(m_tap->recorded(Direction::ToHost));
        QVERIFY(!messages.isEmpty());
        m_tap->setMeddler([old = messages.first()](Direction direction, QByteArray& piece) {
            if (direction == Direction::ToHost && piece.contains(ClosingBoundary))
                piece = old;
        });
        const auto names = machines(*session);
        QVERIFY2(!names, "the host took a message twice");
    }

    void replayedAnswer()
    {
        const auto session = sessionFor(Authentication::Negotiate);
        QVERIFY(machines(*session));
        const QByteArray received = m_tap->recorded(Direction::ToClient);
        const qsizetype begin =
            received.lastIndexOf("HTTP/1.1 200", received.lastIndexOf("multipart/encrypted"));
        const QByteArray old = received.mid(begin);
        m_tap->setMeddler([old](Direction direction, QByteArray& piece) {
            if (direction == Direction::ToClient && piece.contains("multipart/encrypted"))
                piece = old;
        });
        const auto names = machines(*session);
        QVERIFY2(codeOf(names) == ErrorCode::ProtocolViolation, said(names).constData());
    }

    void cutBetweenRequests_data() { addSchemes(); }
    void cutBetweenRequests()
    {
        QFETCH(const Authentication, authentication);
        const auto session = sessionFor(authentication);
        const auto before = machines(*session);
        QVERIFY2(before, said(before).constData());
        m_tap->cut();
        const auto after = machines(*session);
        QVERIFY2(after, said(after).constData());
        QCOMPARE(*after, *before);
        QVERIFY(m_tap->connections() >= 2);
    }

    void restartBetweenRequests()
    {
        const auto session = sessionFor(Authentication::Negotiate);
        QVERIFY(machines(*session));
        QVERIFY(m_bench->restart());
        const auto after = machines(*session);
        QVERIFY2(after, said(after).constData());
    }

    // Basic and no sign-in at all do not encrypt, and this host does not take that.
    void unencryptedIsRefused()
    {
        simulation::ServerOptions options = AuthBench::hostOptions(*m_realm);
        options.user = u"admin"_s;
        options.password = base::Secret("Secret-1z");
        AuthBench bench(options);
        QVERIFY2(bench.problem().isEmpty(), qPrintable(bench.problem()));
        wmi::ConnectionSettings settings = bench.settings(Authentication::Basic);
        settings.user = options.user;
        settings.password = options.password;
        settings.allowInsecureBasic = true;
        const auto names = machines(settings);
        QVERIFY2(codeOf(names) == ErrorCode::EncryptionRequired, said(names).constData());
    }

private:
    void addSchemes() const
    {
        QTest::addColumn<Authentication>("authentication");
        QTest::newRow("Negotiate") << Authentication::Negotiate;
        QTest::newRow("Kerberos") << Authentication::Kerberos;
        if (m_hasNtlm)
            QTest::newRow("NTLM") << Authentication::Ntlm;
    }

    wmi::ConnectionSettings settingsFor(Authentication authentication) const
    {
        wmi::ConnectionSettings settings = m_bench->settings(authentication, m_tap->port());
        const bool isNtlm = authentication == Authentication::Ntlm;
        settings.user = isNtlm ? u"HV01\\bob"_s : u"alice"_s;
        settings.password = base::Secret(isNtlm ? TestRealm::BobsPassword : TestRealm::AlicesPassword);
        return settings;
    }

    std::unique_ptr<wmi::Session> sessionFor(Authentication authentication)
    {
        wsman::Tuning quick;
        quick.maxAttempts = 2;
        quick.firstRetryWindow = std::chrono::milliseconds(20);
        quick.minimumRetryDelay = std::chrono::milliseconds(1);
        return wsman::makeSession(settingsFor(authentication), m_clock, quick);
    }

    /// Changes one bit of the ciphertext of every sealed message.
    void tamper(Direction wanted)
    {
        m_tap->setMeddler([wanted](Direction direction, QByteArray& piece) {
            const qsizetype end = piece.lastIndexOf(ClosingBoundary);
            if (direction == wanted && end > 40)
                piece[end - 20] = static_cast<char>(piece.at(end - 20) ^ 1);
        });
    }

    base::SystemClock m_clock;
    std::unique_ptr<TestRealm> m_realm;
    std::unique_ptr<AuthBench> m_bench;
    std::unique_ptr<WireTap> m_tap;
    bool m_hasNtlm = false;
};

QTEST_GUILESS_MAIN(TestAuthWire)
#include "tst_auth_wire.moc"
