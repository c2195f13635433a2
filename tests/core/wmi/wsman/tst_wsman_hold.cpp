#include "core/wmi/SignInGate.h"
#include "core/wmi/wsman/HttpConnection.h"
#include "core/wmi/wsman/NegotiatedSecurity.h"
#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/ManualClock.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace std::chrono_literals;
using base::ErrorCode;
using std::chrono::steady_clock;
using test::ScriptedHttpServer;
using wmi::SignInGate;

namespace {

base::Error rejected()
{
    base::Error error;
    error.layer = base::Layer::Auth;
    error.code = ErrorCode::CredentialsRejected;
    error.detail = u"wrong password"_s;
    return error;
}

wmi::ConnectionSettings settingsFor(const QString& host, const QString& user, const char* password)
{
    wmi::ConnectionSettings settings;
    settings.host = host;
    settings.user = user;
    settings.password = base::Secret(password);
    return settings;
}

bool rests(const SignInGate& gate)
{
    const auto turn = gate.enter({}, steady_clock::now() + 5s);
    return !turn && turn.error().code == ErrorCode::CredentialsRejected;
}

/// The gates of several hosts for one account and one password.
struct Places
{
    tests::ManualClock clock;
    std::shared_ptr<SignInGate::Account> account = std::make_shared<SignInGate::Account>(clock);

    [[nodiscard]] SignInGate at(const QString& host) const
    {
        return {account, wmi::markOf(base::Secret("Secret-1")), host};
    }
};

/// Signs in as NTLM does: the token after the host's first one shows the password.
class TwoTokens final : public wsman::AuthMechanism
{
public:
    base::Result<wsman::AuthStep> begin(const QByteArray& /*channelBinding*/,
                                        const wsman::TransferLimit& /*limit*/) override
    {
        return wsman::AuthStep{"hello", false};
    }
    base::Result<wsman::AuthStep> proceed(const QByteArray& /*hostToken*/) override
    {
        return wsman::AuthStep{"password", true};
    }
    [[nodiscard]] QByteArray scheme() const override { return "Negotiate"; }
    [[nodiscard]] QString package() const override { return u"NTLM"_s; }
    [[nodiscard]] bool hasExpired() const override { return false; }
    base::Result<wsman::SealedMessage> seal(const QByteArray& /*plain*/) override { return base::fail({}); }
    base::Result<QByteArray> unseal(QByteArrayView /*signature*/, QByteArrayView /*data*/) override
    {
        return base::fail({});
    }
};

/// The domain says no at once, as Kerberos does.
class RefusedAtOnce final : public wsman::AuthMechanism
{
public:
    explicit RefusedAtOnce(std::atomic<int>& asked)
        : m_asked(asked)
    {}
    base::Result<wsman::AuthStep> begin(const QByteArray& /*channelBinding*/,
                                        const wsman::TransferLimit& /*limit*/) override
    {
        ++m_asked;
        return base::fail(rejected());
    }
    base::Result<wsman::AuthStep> proceed(const QByteArray& /*hostToken*/) override { return base::fail({}); }
    [[nodiscard]] QByteArray scheme() const override { return "Negotiate"; }
    [[nodiscard]] QString package() const override { return u"Kerberos"_s; }
    [[nodiscard]] bool hasExpired() const override { return false; }
    base::Result<wsman::SealedMessage> seal(const QByteArray& /*plain*/) override { return base::fail({}); }
    base::Result<QByteArray> unseal(QByteArrayView /*signature*/, QByteArrayView /*data*/) override
    {
        return base::fail({});
    }

private:
    std::atomic<int>& m_asked;
};

/// Answers the first token with one, and the password as told.
ScriptedHttpServer::Script host(std::atomic<int>& passwords, std::atomic<int>& status)
{
    return [&passwords, &status](const test::ReceivedRequest& request) {
        test::ScriptedReply reply;
        const QByteArray token =
            QByteArray::fromBase64(request.header("Authorization").mid(sizeof("Negotiate")));
        reply.status = token == "password" ? status.load() : 401;
        if (token == "password")
            ++passwords;
        reply.headers = {token == "hello" ? "WWW-Authenticate: Negotiate " + QByteArray("who").toBase64()
                                          : QByteArray("WWW-Authenticate: Negotiate")};
        return reply;
    };
}

base::Result<void> signIn(const ScriptedHttpServer& server, const wmi::ConnectionSettings& account,
                          const std::stop_token& stop = {})
{
    wmi::ConnectionSettings settings = account;
    settings.host = u"127.0.0.1"_s;
    settings.port = server.port();
    wsman::HttpConnection connection(settings);
    wsman::NegotiatedSecurity security(std::make_unique<TwoTokens>(), false, SignInGate(account));
    return security.prepare(connection, {10s, stop});
}

} // namespace

/// A password that was refused is not shown again for a while, or the account would be locked.
class TestWsmanHold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTellPasswordsApart()
    {
        const auto mark = [](const char* text) { return wmi::markOf(base::Secret(text)); };
        QCOMPARE(mark("Secret-1"), mark("Secret-1"));
        QVERIFY(mark("Secret-1") != mark("Secret-2"));
        QVERIFY(!mark("Secret-1").contains("Secret"));
        QVERIFY(mark("").isEmpty());
    }

    void restsForTenMinutes()
    {
        tests::ManualClock clock;
        const auto account = std::make_shared<SignInGate::Account>(clock);
        const SignInGate wrong(account, wmi::markOf(base::Secret("wrong")), u"a"_s);
        const SignInGate right(account, wmi::markOf(base::Secret("right")), u"a"_s);
        QVERIFY(!rests(wrong));
        wrong.refused(rejected());
        QVERIFY(rests(wrong));
        QVERIFY2(!rests(right), "another password is tried");
        clock.advance(9min);
        const auto turn = wrong.enter({}, steady_clock::now() + 5s);
        QVERIFY(!turn);
        QVERIFY2(turn.error().detail.contains(u"1 min"_s), qPrintable(turn.error().detail));
        clock.advance(61s);
        QVERIFY(!rests(wrong));
    }

    void acceptedPasswordsMakeNobodyWait()
    {
        tests::ManualClock clock;
        const auto account = std::make_shared<SignInGate::Account>(clock);
        const SignInGate gate(account, wmi::markOf(base::Secret("right")), u"a"_s);
        const auto first = gate.enter({}, steady_clock::now() + 5s);
        QVERIFY(first);
        const auto second = std::async(std::launch::async, [&gate] {
                                return gate.enter({}, steady_clock::now() + 100ms).has_value();
                            }).get();
        QVERIFY2(!second, "nothing is known of it yet");
        gate.accepted();
        QVERIFY(gate.enter({}, steady_clock::now() + 5s));
        gate.refused(rejected()); // changed in the domain meanwhile
        QVERIFY(rests(gate));
    }

    void waitingCanBeStopped()
    {
        tests::ManualClock clock;
        const auto account = std::make_shared<SignInGate::Account>(clock);
        const SignInGate gate(account, wmi::markOf(base::Secret("right")), u"a"_s);
        const auto first = gate.enter({}, steady_clock::now() + 5s);
        std::stop_source stop;
        auto waiting = std::async(std::launch::async,
                                  [&] { return gate.enter(stop.get_token(), steady_clock::now() + 60s); });
        stop.request_stop();
        const auto stopped = waiting.get();
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    // An account of a domain is one everywhere; "administrator" is another one on every host.
    void accountsOfDomainsAndHosts()
    {
        SignInGate(settingsFor(u"a1"_s, u"LAB\\Ada"_s, "wrong")).refusedByDomain(rejected());
        QVERIFY(rests(SignInGate(settingsFor(u"a2"_s, u"lab\\ada"_s, "wrong"))));
        QVERIFY(!rests(SignInGate(settingsFor(u"a2"_s, u"lab\\bob"_s, "wrong"))));
        SignInGate(settingsFor(u"a1"_s, u"root"_s, "wrong")).refused(rejected());
        QVERIFY(rests(SignInGate(settingsFor(u"A1"_s, u"root"_s, "wrong"))));
        QVERIFY(rests(SignInGate(settingsFor(u"a1"_s, u".\\root"_s, "wrong"))));
        QVERIFY(!rests(SignInGate(settingsFor(u"a2"_s, u"root"_s, "wrong"))));
        SignInGate(settingsFor(u"a1"_s, {}, "")).refused(rejected());
        QVERIFY2(!rests(SignInGate(settingsFor(u"a1"_s, {}, ""))), "no password, nothing to protect");
    }

    // One host that takes no passwords of a domain must not keep its users from all the others.
    void oneHostDoesNotSpeakForAll()
    {
        Places places;
        places.at(u"b"_s).refused(rejected());
        QVERIFY(rests(places.at(u"b"_s)));
        QVERIFY2(!rests(places.at(u"a"_s)), "another host is asked");
        places.at(u"a"_s).accepted();
        places.at(u"c"_s).refused(rejected());
        places.at(u"d"_s).refused(rejected());
        QVERIFY2(!rests(places.at(u"e"_s)), "the password is right");
        for (const QString& host : {u"b"_s, u"c"_s, u"d"_s})
            QVERIFY(rests(places.at(host)));
    }

    void someHostsSpeakForAll()
    {
        Places places;
        places.at(u"b"_s).refused(rejected());
        places.at(u"b"_s).refused(rejected()); // one host, however often
        QVERIFY(!rests(places.at(u"a"_s)));
        places.at(u"c"_s).refused(rejected());
        const auto turn = places.at(u"a"_s).enter({}, steady_clock::now() + 5s);
        QVERIFY(!turn);
        QCOMPARE(turn.error().code, ErrorCode::CredentialsRejected);
        QCOMPARE(turn.error().layer, base::Layer::Local); // it was not asked
        QVERIFY2(turn.error().detail.contains(u"refused by b, c"_s), qPrintable(turn.error().detail));
        QCOMPARE(places.at(u"b"_s).enter({}, steady_clock::now() + 5s).error().layer, base::Layer::Auth);
        places.clock.advance(11min);
        QVERIFY(!rests(places.at(u"a"_s)));
        places.at(u"a"_s).refused(rejected());
        QVERIFY2(rests(places.at(u"z"_s)), "one more is enough now");
    }

    // Who let us in and does not any more has heard of another password.
    void acceptanceEnds()
    {
        Places places;
        places.at(u"a"_s).accepted();
        places.at(u"b"_s).refused(rejected());
        places.at(u"a"_s).refused(rejected());
        QVERIFY(rests(places.at(u"c"_s)));
    }

    // A host that says nothing must not keep the others from being asked.
    void silenceGivesTheTurnAway()
    {
        Places places;
        const auto silent = places.at(u"a"_s).enter({}, steady_clock::now() + 5s);
        QVERIFY(silent);
        QElapsedTimer timer;
        timer.start();
        const auto other = std::async(std::launch::async, [&places] {
                               return places.at(u"b"_s).enter({}, steady_clock::now() + 20s).has_value();
                           }).get();
        QVERIFY(other);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void hangingHostKeepsNobodyOut()
    {
        const ScriptedHttpServer hanging([](const test::ReceivedRequest& request) {
            const QByteArray token =
                QByteArray::fromBase64(request.header("Authorization").mid(sizeof("Negotiate")));
            test::ScriptedReply reply;
            reply.status = 401;
            reply.headers = {token == "hello" ? "WWW-Authenticate: Negotiate " + QByteArray("who").toBase64()
                                              : QByteArray("WWW-Authenticate: Negotiate")};
            reply.hang = token == "password";
            return reply;
        });
        std::atomic<int> passwords = 0;
        std::atomic<int> status = 200;
        const ScriptedHttpServer healthy(host(passwords, status));
        std::stop_source stop;
        std::promise<void> begun;
        auto waiting = std::async(std::launch::async, [&] {
            wmi::ConnectionSettings account = settingsFor(u"hanging"_s, u"LAB\\hang"_s, "right");
            begun.set_value();
            return signIn(hanging, account, stop.get_token());
        });
        begun.get_future().wait();
        QTRY_VERIFY(hanging.requests().size() == 3);
        const auto in = signIn(healthy, settingsFor(u"healthy"_s, u"LAB\\hang"_s, "right"));
        QVERIFY2(in, in ? "" : qPrintable(in.error().detail));
        QVERIFY(waiting.wait_for(0s) == std::future_status::timeout);
        stop.request_stop();
        QVERIFY(!waiting.get());
    }

    // The first token of NTLM holds nothing of the password.
    void ntlmThatIsNotAllowed()
    {
        const ScriptedHttpServer server([](const test::ReceivedRequest&) {
            test::ScriptedReply reply;
            reply.status = 401;
            reply.headers = {"WWW-Authenticate: Negotiate"};
            return reply;
        });
        const auto account = settingsFor(u"no-ntlm"_s, u"LAB\\no-ntlm"_s, "right");
        for (int i = 0; i < 2; ++i) {
            const auto refused = signIn(server, account);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Unsupported);
            QVERIFY2(refused.error().detail.contains(u"NTLM is not allowed"_s),
                     qPrintable(refused.error().detail));
        }
        QVERIFY(!rests(SignInGate(account)));
    }

    // Basic shows the password with every request.
    void basicIsHeldToo()
    {
        std::atomic<int> passwords = 0;
        const ScriptedHttpServer server([&passwords](const test::ReceivedRequest& request) {
            test::ScriptedReply reply;
            if (!request.header("Authorization").isEmpty())
                ++passwords;
            reply.status = 401;
            reply.contentType.clear();
            reply.headers = {"WWW-Authenticate: Basic realm=\"WSMAN\""};
            return reply;
        });
        wmi::ConnectionSettings settings = settingsFor(u"127.0.0.1"_s, u"root"_s, "wrong");
        settings.port = server.port();
        settings.authentication = wmi::Authentication::Basic;
        settings.allowInsecureBasic = true;
        for (int i = 0; i < 3; ++i) {
            const auto refused = wsman::makeSession(settings)->identify({10s, {}});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::CredentialsRejected);
        }
        QCOMPARE(passwords.load(), 1);
        settings.password = base::Secret("right");
        QVERIFY(!wsman::makeSession(settings)->identify({10s, {}}));
        QCOMPARE(passwords.load(), 2);
    }

    void hostIsAskedOnce()
    {
        std::atomic<int> passwords = 0;
        std::atomic<int> status = 401;
        ScriptedHttpServer server(host(passwords, status));
        const auto account = settingsFor(u"asked"_s, u"LAB\\once"_s, "wrong");
        for (int i = 0; i < 3; ++i) {
            const auto refused = signIn(server, account);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::CredentialsRejected);
        }
        QCOMPARE(passwords.load(), 1);
        status = 200;
        const auto other = signIn(server, settingsFor(u"asked"_s, u"LAB\\once"_s, "right"));
        QVERIFY2(other, other ? "" : qPrintable(other.error().detail));
        QCOMPARE(passwords.load(), 2);
    }

    // Trouble of the host says nothing about the password.
    void otherTroubleDoesNotCount()
    {
        std::atomic<int> passwords = 0;
        std::atomic<int> status = 503;
        ScriptedHttpServer server(host(passwords, status));
        const auto account = settingsFor(u"busy"_s, u"LAB\\busy"_s, "right");
        QVERIFY(!signIn(server, account));
        status = 200;
        const auto again = signIn(server, account);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(passwords.load(), 2);
    }

    void manyAtOnceAskOnce()
    {
        std::atomic<int> asked = 0;
        std::atomic<int> refused = 0;
        std::atomic<int> passwords = 0;
        std::atomic<int> status = 401;
        ScriptedHttpServer server(host(passwords, status));
        wmi::ConnectionSettings place = settingsFor(u"127.0.0.1"_s, {}, "");
        place.port = server.port();
        {
            std::promise<void> start;
            const std::shared_future<void> started = start.get_future().share();
            std::vector<std::jthread> sessions;
            for (int i = 0; i < 8; ++i) {
                sessions.emplace_back([&asked, &refused, &place, started, i] {
                    const auto account = settingsFor(u"h%1"_s.arg(i), u"LAB\\many"_s, "wrong");
                    wsman::HttpConnection connection(place);
                    wsman::NegotiatedSecurity security(std::make_unique<RefusedAtOnce>(asked), false,
                                                       SignInGate(account));
                    started.wait();
                    const auto result = security.prepare(connection, {30s, {}});
                    if (!result && result.error().code == ErrorCode::CredentialsRejected)
                        ++refused;
                });
            }
            start.set_value();
        }
        QCOMPARE(asked.load(), 1);
        QCOMPARE(refused.load(), 8);
    }
};

QTEST_GUILESS_MAIN(TestWsmanHold)
#include "tst_wsman_hold.moc"
