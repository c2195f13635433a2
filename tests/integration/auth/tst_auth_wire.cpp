#include "tests/integration/auth/AuthBench.h"
#include "tests/integration/auth/WireTap.h"

#include "core/wmi/wsman/WsmanSession.h"

#include <QFile>
#include <QTest>
#include <QUuid>

#include <atomic>
#include <future>
#include <thread>

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

const QString Virtualization = u"root\\virtualization\\v2"_s;
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
        const auto bare = wsman::makeSession(settingsOf(Authentication::Kerberos, m_bench->port()));
        const auto found = rows(*bare, u"SELECT Name FROM Msvm_ComputerSystem WHERE EnabledState = 2"_s);
        QVERIFY(found && !found->empty());
        for (const cim::Instance& row : *found) {
            const QString name = row.value(u"Name").toString().value_or(QString());
            if (!QUuid(name).isNull())
                m_machine = name;
        }
        const cim::ObjectPath machine({}, Virtualization, u"Msvm_ComputerSystem"_s,
                                      {{u"CreationClassName"_s, cim::Value::string(u"Msvm_ComputerSystem"_s)},
                                       {u"Name"_s, cim::Value::string(m_machine)}});
        QVERIFY(bare->invoke(machine, u"RequestStateChange"_s,
                             {{u"RequestedState"_s, cim::Value::unsignedInteger(cim::Type::UInt16, 3)}}, {}));
        const QString isOff =
            u"SELECT Name FROM Msvm_ComputerSystem WHERE EnabledState = 3 AND Name = '%1'"_s.arg(m_machine);
        QTRY_VERIFY(rows(*bare, isOff).value_or(std::vector<cim::Instance>()).size() == 1);
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

    // Whoever is on the way can keep the host's answer and say that it knows nobody, or has no time: the
    // change was made all the same, and must not be sent again.
    void forgedRefusalOfAWrite_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("401") << QByteArray("401 Unauthorized\r\nWWW-Authenticate: Negotiate");
        QTest::newRow("404") << QByteArray("404 Not Found");
        QTest::newRow("503") << QByteArray("503 Service Unavailable");
    }
    void forgedRefusalOfAWrite()
    {
        QFETCH(const QByteArray, status);
        const auto session = sessionFor(Authentication::Negotiate);
        const qsizetype before = partitions(*session);
        QVERIFY(before >= 0);
        const qsizetype sent = sealedMessages(m_tap->recorded(Direction::ToHost)).size();
        answerInstead("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
        const auto done = addPartition(*session);
        m_tap->setMeddler({});
        QVERIFY(!done);
        QVERIFY2(done.error().code == ErrorCode::Indeterminate, qPrintable(base::describe(done.error())));
        QCOMPARE(sealedMessages(m_tap->recorded(Direction::ToHost)).size(), sent + 1);
        QCOMPARE(partitions(*session), before + 1); // it goes on by itself, on a new sign-in
    }

    // A session that only reads goes on.
    void forgedRefusalOfARead()
    {
        const auto session = sessionFor(Authentication::Kerberos);
        QVERIFY(machines(*session));
        auto left = std::make_shared<int>(1);
        m_tap->setMeddler([left](Direction direction, QByteArray& piece) {
            if (direction == Direction::ToClient && piece.contains("multipart/encrypted") && (*left)-- > 0)
                piece =
                    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Kerberos\r\nContent-Length: 0\r\n\r\n";
        });
        const auto names = machines(*session);
        QVERIFY2(names, said(names).constData());
    }

    // A Pull takes its rows with it: sent again it would bring the next ones, and some would be missing in
    // silence.
    void forgedRefusalOfAPull_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("401") << QByteArray("401 Unauthorized\r\nWWW-Authenticate: Negotiate");
        QTest::newRow("503") << QByteArray("503 Service Unavailable");
    }
    void forgedRefusalOfAPull()
    {
        QFETCH(const QByteArray, status);
        wsman::Tuning oneByOne = quick();
        oneByOne.maxElements = 1;
        const auto session = wsman::makeSession(settingsFor(Authentication::Negotiate), m_clock, oneByOne);
        QVERIFY(machines(*session));
        auto seen = std::make_shared<int>(0);
        m_tap->setMeddler([seen, status](Direction direction, QByteArray& piece) {
            if (direction == Direction::ToClient && piece.contains("multipart/encrypted") && ++*seen == 3)
                piece = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
        });
        const auto names = machines(*session);
        QVERIFY2(codeOf(names) == ErrorCode::Unreachable, said(names).constData());
    }

    // The connection is found dead before a change leaves, so nothing is unclear.
    void changeAfterCut_data() { addSchemes(); }
    void changeAfterCut()
    {
        QFETCH(const Authentication, authentication);
        const auto session = sessionFor(authentication);
        const qsizetype before = partitions(*session);
        QVERIFY(before >= 0);
        m_tap->cut();
        const auto done = addPartition(*session);
        QVERIFY2(done, done ? "" : qPrintable(base::describe(done.error())));
        QCOMPARE(partitions(*session), before + 1);
    }

    // libcurl begins again by itself when a kept connection dies without a byte of an answer. Not with a
    // change.
    void cutAfterAChangeWasSent()
    {
        const auto session = sessionFor(Authentication::Negotiate);
        const qsizetype before = partitions(*session);
        QVERIFY(before >= 0);
        const qsizetype sent = sealedMessages(m_tap->recorded(Direction::ToHost)).size();
        std::promise<void> answered;
        auto first = std::make_shared<std::atomic<bool>>(true);
        m_tap->setMeddler([&answered, first](Direction direction, QByteArray& piece) {
            if (direction != Direction::ToClient)
                return;
            piece.clear();
            if (first->exchange(false))
                answered.set_value();
        });
        std::jthread cutter([this, &answered] {
            answered.get_future().wait();
            m_tap->setMeddler({});
            m_tap->cut();
        });
        const auto done = addPartition(*session);
        QVERIFY(!done);
        QVERIFY2(done.error().code == ErrorCode::Indeterminate, qPrintable(base::describe(done.error())));
        QCOMPARE(sealedMessages(m_tap->recorded(Direction::ToHost)).size(), sent + 1);
        QCOMPARE(partitions(*session), before + 1);
    }

    // A host that has forgotten us says so to a harmless request.
    void changeAfterRest()
    {
        wsman::Tuning careful = quick();
        careful.probeAfter = std::chrono::milliseconds(0);
        const auto session = wsman::makeSession(settingsFor(Authentication::Negotiate), m_clock, careful);
        const qsizetype before = partitions(*session);
        QVERIFY(before >= 0);
        auto left = std::make_shared<int>(1);
        m_tap->setMeddler([left](Direction direction, QByteArray& piece) {
            if (direction == Direction::ToClient && piece.contains("multipart/encrypted") && (*left)-- > 0)
                piece =
                    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n";
        });
        const auto done = addPartition(*session);
        QVERIFY2(done, done ? "" : qPrintable(base::describe(done.error())));
        QCOMPARE(partitions(*session), before + 1);
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

    void restartBeforeAChange()
    {
        const auto session = sessionFor(Authentication::Negotiate);
        const qsizetype before = partitions(*session);
        QVERIFY(before >= 0);
        QVERIFY(m_bench->restart());
        m_tap->cut(); // it may be on its way there yet
        const auto done = addPartition(*session);
        QVERIFY2(done, done ? "" : qPrintable(base::describe(done.error())));
        QCOMPARE(partitions(*session), before + 1);
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
        return settingsOf(authentication, m_tap->port());
    }

    wmi::ConnectionSettings settingsOf(Authentication authentication, std::uint16_t port) const
    {
        wmi::ConnectionSettings settings = m_bench->settings(authentication, port);
        const bool isNtlm = authentication == Authentication::Ntlm;
        settings.user = isNtlm ? u"HV01\\bob"_s : u"alice"_s;
        settings.password = base::Secret(isNtlm ? TestRealm::BobsPassword : TestRealm::AlicesPassword);
        return settings;
    }

    static wsman::Tuning quick()
    {
        wsman::Tuning tuning;
        tuning.maxAttempts = 2;
        tuning.firstRetryWindow = std::chrono::milliseconds(20);
        tuning.minimumRetryDelay = std::chrono::milliseconds(1);
        return tuning;
    }

    std::unique_ptr<wmi::Session> sessionFor(Authentication authentication)
    {
        return wsman::makeSession(settingsFor(authentication), m_clock, quick());
    }

    static base::Result<std::vector<cim::Instance>> rows(wmi::Session& session, const QString& wql)
    {
        return wmi::queryAll(session, Virtualization, wql,
                             {.deadline = std::chrono::seconds(60), .stop = {}});
    }

    /// How many GPU partitions the virtual machines of the host have; -1 when it cannot be read.
    static qsizetype partitions(wmi::Session& session)
    {
        const auto found = rows(session, u"SELECT InstanceID FROM Msvm_GpuPartitionSettingData"_s);
        if (!found)
            qWarning().noquote() << base::describe(found.error());
        return found ? static_cast<qsizetype>(found->size()) : -1;
    }

    /// Gives one more to a machine that is off.
    base::Result<wmi::InvokeResult> addPartition(wmi::Session& session) const
    {
        const cim::ObjectPath service(
            {}, Virtualization, u"Msvm_VirtualSystemManagementService"_s,
            {{u"CreationClassName"_s, cim::Value::string(u"Msvm_VirtualSystemManagementService"_s)}});
        const cim::ObjectPath machine({}, Virtualization, u"Msvm_VirtualSystemSettingData"_s,
                                      {{u"InstanceID"_s, cim::Value::string(u"Microsoft:"_s + m_machine)}});
        const QString settings =
            u"<INSTANCE CLASSNAME=\"Msvm_GpuPartitionSettingData\">"
            "<PROPERTY NAME=\"ResourceType\" TYPE=\"uint16\"><VALUE>32770</VALUE></PROPERTY>"
            "<PROPERTY NAME=\"ResourceSubType\" TYPE=\"string\"><VALUE>Microsoft:Hyper-V:GPU "
            "Partition</VALUE>"
            "</PROPERTY></INSTANCE>"_s;
        return session.invoke(service, u"AddResourceSettings"_s,
                              {{u"AffectedConfiguration"_s, cim::Value::reference(machine)},
                               {u"ResourceSettings"_s, cim::Value::strings({settings})}},
                              {.deadline = std::chrono::seconds(60), .stop = {}});
    }

    /// Answers every encrypted answer of the host with @p answer in its place.
    void answerInstead(const QByteArray& answer)
    {
        m_tap->setMeddler([answer](Direction direction, QByteArray& piece) {
            if (direction == Direction::ToClient && piece.contains("multipart/encrypted"))
                piece = answer;
        });
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
    QString m_machine; ///< one that is off
    bool m_hasNtlm = false;
};

QTEST_GUILESS_MAIN(TestAuthWire)
#include "tst_auth_wire.moc"
