#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/SoapSamples.h"

#include <QTest>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using test::ReceivedRequest;
using test::ScriptedHttpServer;
using test::ScriptedReply;
namespace soap = test::soap;

namespace {

constexpr std::chrono::milliseconds Ample{20'000};
const QString V2 = u"root\\virtualization\\v2"_s;
const QString SelectAll = u"SELECT * FROM Msvm_X"_s;

/// Waits are asked for but not waited.
class ImpatientClock final : public base::Clock
{
public:
    [[nodiscard]] std::chrono::system_clock::time_point now() const override
    {
        return std::chrono::system_clock::now();
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return std::chrono::steady_clock::now();
    }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        delays.push_back(duration);
        return !stop.stop_requested();
    }
    std::vector<std::chrono::milliseconds> delays;
};

/// A flag that one thread waits for and another sets.
class Gate
{
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    bool wait()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, Ample, [this] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
};

QByteArray rows(int from, int count)
{
    QByteArray text;
    for (int i = from; i < from + count; ++i)
        text += soap::instance("Msvm_X", "<p:N>" + QByteArray::number(i) + "</p:N>");
    return text;
}

ScriptedReply reply(const ReceivedRequest& request, const QByteArray& body, int status = 200)
{
    ScriptedReply answer;
    answer.status = status;
    answer.pieces = {soap::answerTo(request.body, body)};
    return answer;
}

ScriptedReply faultReply(const ReceivedRequest& request, const QByteArray& subcode, quint32 code)
{
    return reply(request, soap::fault(subcode, code, "words of the host"), 500);
}

std::vector<QByteArray> operations(const ScriptedHttpServer& server)
{
    std::vector<QByteArray> names;
    for (const ReceivedRequest& request : server.requests())
        names.push_back(soap::operation(request.body));
    return names;
}

struct Query
{
    explicit Query(ScriptedHttpServer::Script script, const wsman::Tuning& tuning = {})
        : server(std::move(script))
    {
        wmi::ConnectionSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = server.port();
        session = wsman::makeSession(settings, clock, tuning);
    }

    base::Result<void> run(wmi::CallOptions options = {Ample, {}})
    {
        return session->query(
            V2, SelectAll,
            [this](cim::Instance&& row) {
                numbers.push_back(row.value(u"N").toInt64().value_or(-1));
                return !onRow || onRow();
            },
            options);
    }

    ScriptedHttpServer server;
    ImpatientClock clock;
    std::unique_ptr<wmi::Session> session;
    std::vector<std::int64_t> numbers;
    std::function<bool()> onRow;
};

} // namespace

class TestWsmanSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInOneRoundTrip()
    {
        Query query(
            [](const ReceivedRequest& r) { return reply(r, soap::enumerateResponse({}, rows(0, 3))); });
        QVERIFY(query.run());
        QCOMPARE(query.numbers, (std::vector<std::int64_t>{0, 1, 2}));
        QCOMPARE(operations(query.server), (std::vector<QByteArray>{"Enumerate"}));
        const QByteArray body = query.server.requests().front().body;
        QCOMPARE(soap::elementText(body, "Filter"), SelectAll.toUtf8());
        QVERIFY(soap::elementText(body, "ResourceURI").endsWith("/root/virtualization/v2/*"));
        QVERIFY(body.contains("OptimizeEnumeration"));
        QVERIFY(soap::elementText(body, "To").contains(QByteArray::number(query.server.port())));
    }

    void pullsWithTheNewestContext()
    {
        int step = 0;
        Query query([&step](const ReceivedRequest& r) {
            switch (step++) {
            case 0:
                return reply(r, "<n:EnumerateResponse><n:EnumerationContext>uuid:1</n:EnumerationContext></"
                                "n:EnumerateResponse>");
            case 1:
                return reply(r, soap::pullResponse("uuid:2", rows(0, 2)));
            case 2:
                return reply(r, "<n:PullResponse><n:Items>" + rows(2, 1) + "</n:Items></n:PullResponse>");
            default:
                return reply(r, soap::pullResponse({}, {}));
            }
        });
        QVERIFY(query.run());
        QCOMPARE(query.numbers, (std::vector<std::int64_t>{0, 1, 2}));
        const auto requests = query.server.requests();
        QCOMPARE(requests.size(), std::size_t{4});
        const std::array<QByteArray, 3> contexts{"uuid:1", "uuid:2", "uuid:2"};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(soap::elementText(requests[i + 1].body, "EnumerationContext"), contexts[i]);
            QVERIFY(soap::elementText(requests[i + 1].body, "MaxElements").toInt() > 100);
        }
        QCOMPARE(query.server.connections(), 1);
    }

    void deliversTheFirstRowBeforeTheLastByte()
    {
        Gate seen;
        bool inTime = false;
        Query query([&](const ReceivedRequest& r) {
            const QByteArray whole = soap::answerTo(r.body, soap::enumerateResponse({}, rows(0, 2)));
            const qsizetype cut = whole.indexOf("</p:Msvm_X>") + 11;
            ScriptedReply answer;
            answer.pieces = {whole.first(cut), whole.sliced(cut)};
            answer.betweenPieces = [&] { inTime = seen.wait(); };
            return answer;
        });
        query.onRow = [&seen] {
            seen.open();
            return true;
        };
        QVERIFY(query.run());
        QVERIFY(inTime);
        QCOMPARE(query.numbers.size(), std::size_t{2});
    }

    void asksForPaths()
    {
        Query query([](const ReceivedRequest& r) { return reply(r, soap::enumerateResponse({}, {})); });
        QVERIFY(query.run({.deadline = Ample, .stop = {}, .withPaths = true}));
        QCOMPARE(soap::elementText(query.server.requests().front().body, "EnumerationMode"),
                 QByteArray("EnumerateObjectAndEPR"));
    }

    void releasesWhenTheSinkHasEnough()
    {
        Query query([](const ReceivedRequest& r) {
            return soap::operation(r.body) == "Release"
                       ? reply(r, "<n:ReleaseResponse/>")
                       : reply(r, soap::enumerateResponse("uuid:C", rows(0, 5)));
        });
        query.onRow = [&query] { return query.numbers.size() < 2; };
        QVERIFY(query.run());
        QCOMPARE(query.numbers.size(), std::size_t{2});
        QCOMPARE(operations(query.server), (std::vector<QByteArray>{"Enumerate", "Release"}));
        QCOMPARE(soap::elementText(query.server.requests().back().body, "EnumerationContext"),
                 QByteArray("uuid:C"));
        QCOMPARE(query.server.connections(), 1);
    }

    void releasesWhenCancelled()
    {
        std::stop_source source;
        wsman::Tuning patient;
        patient.releaseTime = Ample; // a busy computer may need more than a user would wait
        const auto script = [&source](const ReceivedRequest& r) {
            if (soap::operation(r.body) == "Enumerate")
                return reply(r, soap::enumerateResponse("uuid:C", rows(0, 1)));
            if (soap::operation(r.body) == "Release")
                return reply(r, "<n:ReleaseResponse/>");
            source.request_stop(); // while the Pull waits for its answer
            ScriptedReply answer;
            answer.closeUnanswered = false;
            answer.pieces = {"<", "x"};
            answer.betweenPieces = [] { std::this_thread::yield(); };
            answer.hang = false;
            answer.contentType = "application/soap+xml";
            answer.announcedLength = 1'000'000;
            return answer;
        };
        Query query(script, patient);
        const base::Result<void> result = query.run({.deadline = Ample, .stop = source.get_token()});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(result.error().operation, u"Pull"_s);
        QCOMPARE(operations(query.server).back(), QByteArray("Release"));
    }

    void repeatsAPullThatTimedOut()
    {
        int step = 0;
        Query query([&step](const ReceivedRequest& r) {
            switch (step++) {
            case 0:
                return reply(r, soap::enumerateResponse("uuid:1", {}));
            case 1:
                return faultReply(r, "w:TimedOut", 2150858793U);
            default:
                return reply(r, soap::pullResponse({}, rows(0, 1)));
            }
        });
        QVERIFY(query.run());
        QCOMPARE(query.numbers.size(), std::size_t{1});
        QCOMPARE(operations(query.server), (std::vector<QByteArray>{"Enumerate", "Pull", "Pull"}));
    }

    void reportsADeadContextAsRetryable()
    {
        int step = 0;
        Query query([&step](const ReceivedRequest& r) {
            return step++ == 0 ? reply(r, soap::enumerateResponse("uuid:1", rows(0, 1)))
                               : faultReply(r, "n:InvalidEnumerationContext", 2150858779U);
        });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QVERIFY(result.error().retryable);
        QCOMPARE(result.error().faultCode, std::optional<std::uint32_t>(2150858779U));
        QCOMPARE(query.numbers.size(), std::size_t{1});
        QCOMPARE(operations(query.server),
                 (std::vector<QByteArray>{"Enumerate", "Pull"})); // nothing left to release
    }

    void shrinksThenGrowsWhenARowIsTooBig()
    {
        Query query([](const ReceivedRequest& r) {
            const bool fits = soap::elementText(r.body, "MaxElements") == "1" &&
                              soap::elementText(r.body, "MaxEnvelopeSize").toInt() > 1'000'000;
            return fits ? reply(r, soap::enumerateResponse({}, rows(0, 1)))
                        : faultReply(r, "w:EncodingLimit", 2150858824U);
        });
        QVERIFY(query.run());
        QCOMPARE(query.numbers.size(), std::size_t{1});
    }

    void givesUpOnARowThatNeverFits()
    {
        Query query([](const ReceivedRequest& r) { return faultReply(r, "w:EncodingLimit", 2150858825U); });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::LimitExceeded);
        QVERIFY(query.server.requests().size() < 10);
    }

    void retriesWhenRefusedForNow_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<quint32>("code");
        QTest::newRow("503") << 503 << quint32(0);
        QTest::newRow("429") << 429 << quint32(0);
        QTest::newRow("quota") << 500 << quint32(2150859174U);
    }
    void retriesWhenRefusedForNow()
    {
        QFETCH(int, status);
        QFETCH(quint32, code);
        int step = 0;
        Query query([&](const ReceivedRequest& r) {
            if (step++ >= 2)
                return reply(r, soap::enumerateResponse({}, rows(0, 1)));
            if (code != 0)
                return faultReply(r, "w:QuotaLimit", code);
            ScriptedReply busy;
            busy.status = status;
            busy.contentType.clear();
            return busy;
        });
        QVERIFY(query.run());
        QCOMPARE(query.numbers.size(), std::size_t{1});
        QCOMPARE(query.server.requests().size(), std::size_t{3});
        QCOMPARE(query.clock.delays.size(), std::size_t{2});
        for (const auto delay : query.clock.delays)
            QVERIFY(delay >= std::chrono::milliseconds(100) && delay <= std::chrono::seconds(15));
        const auto requests = query.server.requests();
        QVERIFY(soap::elementText(requests[0].body, "MessageID") !=
                soap::elementText(requests[1].body, "MessageID"));
    }

    void asksAgainWhenTheAnswerBrokeOff_data()
    {
        QTest::addColumn<int>("cuts");
        QTest::addColumn<bool>("announced");
        QTest::addColumn<int>("rowsBefore");
        QTest::addColumn<int>("requests");
        QTest::addColumn<bool>("works");
        QTest::newRow("connection lost") << 1 << true << 0 << 2 << true;
        QTest::newRow("envelope ends early") << 1 << false << 0 << 2 << true;
        QTest::newRow("each time") << 9 << true << 0 << 2 << false;
        QTest::newRow("with a row out") << 1 << true << 1 << 1 << false; // it would come twice
    }
    void asksAgainWhenTheAnswerBrokeOff()
    {
        QFETCH(const int, cuts);
        QFETCH(const bool, announced);
        QFETCH(const int, rowsBefore);
        QFETCH(const int, requests);
        QFETCH(const bool, works);
        int step = 0;
        Query query([&](const ReceivedRequest& r) {
            ScriptedReply whole = reply(r, soap::enumerateResponse({}, rows(0, 2)));
            if (step++ >= cuts)
                return whole;
            const QByteArray text = whole.pieces.front();
            whole.pieces = {text.first(text.indexOf(rowsBefore == 0 ? "<p:Msvm_X" : "</p:Msvm_X>") + 11)};
            if (announced) {
                whole.announcedLength = text.size();
                whole.closeAfter = true;
            }
            return whole;
        });
        const base::Result<void> result = query.run();
        QVERIFY2(result.has_value() == works,
                 result ? "no error" : qPrintable(base::describe(result.error())));
        if (!works)
            QCOMPARE(result.error().code, ErrorCode::ProtocolViolation);
        QCOMPARE(query.numbers.size(), std::size_t(works ? 2 : rowsBefore));
        QCOMPARE(query.server.requests().size(), std::size_t(requests));
    }

    void doesNotRetryWhatWillNotHelp()
    {
        Query query(
            [](const ReceivedRequest& r) { return faultReply(r, "w:InvalidSelectors", 2150858843U); });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(result.error().hostText, u"words of the host"_s);
        QCOMPARE(result.error().target, u"root\\virtualization\\v2:Msvm_X"_s);
        QCOMPARE(query.server.requests().size(), std::size_t{1});
    }

    // A host words both alike (wsman.md 3.1).
    void tellsAMissingNamespaceFromABadQuery_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << false << int(ErrorCode::InvalidNamespace);
        QTest::newRow("bad query") << true << int(ErrorCode::InvalidQuery);
    }
    void tellsAMissingNamespaceFromABadQuery()
    {
        QFETCH(bool, exists);
        QFETCH(int, code);
        Query query([exists](const ReceivedRequest& r) {
            if (soap::operation(r.body) == "Release")
                return reply(r, "<n:ReleaseResponse/>");
            const bool probe = soap::elementText(r.body, "Filter") == "SELECT * FROM __NAMESPACE";
            return probe && exists ? reply(r, soap::enumerateResponse({}, rows(0, 1)))
                                   : faultReply(r, "n:CannotProcessFilter", 2150858778U);
        });
        for (int i = 0; i < 3; ++i) {
            const base::Result<void> result = query.run();
            QVERIFY(!result);
            QCOMPARE(int(result.error().code), code);
            QCOMPARE(result.error().target, u"root\\virtualization\\v2:Msvm_X"_s);
            QCOMPARE(result.error().hostText, u"words of the host"_s);
        }
        QVERIFY(query.numbers.empty());
        QCOMPARE(query.server.requests().size(), std::size_t{4}); // one probe per session
    }

    void believesAnExplainedBadQuery()
    {
        Query query([](const ReceivedRequest& r) {
            const QByteArray provider =
                "<f:ProviderFault><f:WSManFault Code=\"2147749911\"/></f:ProviderFault>";
            return reply(r, soap::fault("n:CannotProcessFilter", 2150858778U, "Invalid query", provider),
                         500);
        });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidQuery);
        QCOMPARE(query.server.requests().size(), std::size_t{1});
    }

    void knowsANamespaceThatHasAnswered()
    {
        int step = 0;
        Query query([&step](const ReceivedRequest& r) {
            return step++ == 0 ? reply(r, soap::enumerateResponse({}, rows(0, 1)))
                               : faultReply(r, "n:CannotProcessFilter", 2150858778U);
        });
        QVERIFY(query.run());
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidQuery);
        QCOMPARE(query.server.requests().size(), std::size_t{2});
    }

    void leavesTheHostTimeToSayThatItTimedOut_data()
    {
        QTest::addColumn<int>("deadline");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("usual") << 20'000 << 15.0 << 18.0;
        QTest::newRow("short") << 2'100 << 0.5 << 0.5;
        QTest::newRow("long") << 600'000 << 60.0 << 60.0;
    }
    void leavesTheHostTimeToSayThatItTimedOut()
    {
        QFETCH(int, deadline);
        QFETCH(double, least);
        QFETCH(double, most);
        Query query([](const ReceivedRequest& r) { return reply(r, soap::enumerateResponse({}, {})); });
        QVERIFY(query.run({std::chrono::milliseconds(deadline), {}}));
        const QByteArray text =
            soap::elementText(query.server.requests().front().body, "OperationTimeout"); // PT18.000S
        QVERIFY2(text.startsWith("PT") && text.endsWith("S"), text.constData());
        const double seconds = text.sliced(2).chopped(1).toDouble();
        QVERIFY2(seconds >= least && seconds <= most, text.constData());
    }

    void givesUpAfterAFewTries()
    {
        Query query([](const ReceivedRequest& r) { return faultReply(r, "w:QuotaLimit", 2150859174U); });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::QuotaExceeded);
        QCOMPARE(query.server.requests().size(), std::size_t{4});
    }

    void reconnectsWhenAKeptConnectionWasClosed()
    {
        Query query([](const ReceivedRequest& r) {
            ScriptedReply answer = reply(r, soap::enumerateResponse({}, rows(0, 1)));
            answer.closeAfter = true;
            return answer;
        });
        QVERIFY(query.run());
        QVERIFY(query.run());
        QCOMPARE(query.numbers.size(), std::size_t{2});
        QCOMPARE(query.server.connections(), 2);
        QCOMPARE(query.session->statistics().connectionsOpened, std::uint64_t{2});
    }

    // The host may have handed out the rows of a Pull whose answer was lost: asking again would skip them.
    void neverRepeatsALostPull()
    {
        Query query([](const ReceivedRequest& r) {
            if (soap::operation(r.body) == "Enumerate")
                return reply(r, soap::enumerateResponse("uuid:1", rows(0, 1)));
            ScriptedReply answer;
            answer.closeUnanswered = true;
            return answer;
        });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unreachable);
        QVERIFY(result.error().retryable);
        const auto names = operations(query.server);
        QCOMPARE(std::count(names.begin(), names.end(), QByteArray("Pull")), 1);
    }

    void reportsAnEndlessBeginning()
    {
        Query query([](const ReceivedRequest& r) {
            return reply(r, "<n:EnumerateResponse><n:EnumerationContext/></n:EnumerateResponse>");
        });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::ProtocolViolation);
    }

    void keepsTheDeadlineOverManyPulls()
    {
        wsman::Tuning patient;
        patient.releaseTime = Ample;
        const auto script = [](const ReceivedRequest& r) {
            return soap::operation(r.body) == "Enumerate" ? reply(r, soap::enumerateResponse("uuid:1", {}))
                                                          : reply(r, soap::pullResponse("uuid:1", {}));
        };
        Query query(script, patient);
        const base::Result<void> result = query.run({std::chrono::milliseconds(3'000), {}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
        const std::vector<QByteArray> sent = operations(query.server);
        QVERIFY2(sent.size() > 2, "the deadline ends the pulls, not the first request");
        QCOMPARE(sent.back(), QByteArray("Release"));
    }

    void refusesAnAnswerToAnotherMessage()
    {
        Query query([](const ReceivedRequest&) {
            ScriptedReply answer;
            answer.pieces = {soap::envelope("uuid:someone-else", soap::enumerateResponse({}, rows(0, 1)))};
            return answer;
        });
        const base::Result<void> result = query.run();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::ProtocolViolation);
        QCOMPARE(query.numbers.size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestWsmanSession)
#include "tst_wsman_session.moc"
