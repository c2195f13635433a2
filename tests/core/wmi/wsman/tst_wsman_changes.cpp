#include "core/wmi/wsman/WsmanSession.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/SoapSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using base::ErrorCode;
using test::ReceivedRequest;
using test::ScriptedHttpServer;
using test::ScriptedReply;
namespace soap = test::soap;

namespace {

constexpr std::chrono::milliseconds Ample{20'000};

cim::ObjectPath gpuPath()
{
    return {{},
            u"root\\virtualization\\v2",
            u"Msvm_PartitionableGpu"_s,
            {{u"Name"_s, cim::Value::string(u"\\\\?\\A&B"_s)}}};
}

ScriptedReply reply(const ReceivedRequest& request, const QByteArray& body, int status = 200)
{
    ScriptedReply answer;
    answer.status = status;
    answer.pieces = {soap::answerTo(request.body, body)};
    return answer;
}

QByteArray gpu(const QByteArray& count)
{
    return soap::instance("Msvm_PartitionableGpu",
                          "<p:Name>\\\\?\\A&amp;B</p:Name><p:Nil xsi:nil=\"true\"/><p:PartitionCount>" +
                              count + "</p:PartitionCount>");
}

QByteArray output(const QByteArray& inner)
{
    return "<p:Run_OUTPUT xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/"
           "Msvm_PartitionableGpu\">" +
           inner + "</p:Run_OUTPUT>";
}

std::unique_ptr<wmi::Session> sessionTo(const ScriptedHttpServer& server)
{
    wmi::ConnectionSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = server.port();
    return wsman::makeSession(settings);
}

const std::vector<cim::Property> EightPartitions{
    {u"PartitionCount"_s, cim::Value::unsignedInteger(cim::Type::UInt16, 8)}};

} // namespace

class TestWsmanChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void getsByKeys()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) { return reply(r, gpu("4")); });
        const auto gpuInstance = sessionTo(server)->get(gpuPath(), {Ample, {}});
        QVERIFY(gpuInstance.has_value());
        QCOMPARE(gpuInstance->value(u"PartitionCount").toUInt64(), std::optional<std::uint64_t>(4));
        QVERIFY(gpuInstance->path() == gpuPath());
        const QByteArray body = server.requests().front().body;
        QCOMPARE(soap::operation(body), QByteArray("Get"));
        QCOMPARE(soap::elementText(body, "Selector"), QByteArray("\\\\?\\A&amp;B"));
    }

    void getsSingletonsWithoutSelectors()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) { return reply(r, gpu("4")); });
        const cim::ObjectPath os({}, u"root\\cimv2", u"Win32_OperatingSystem"_s);
        QVERIFY(sessionTo(server)->get(os, {Ample, {}}));
        QVERIFY(!server.requests().front().body.contains("SelectorSet"));
    }

    void reportsWhatIsNotThere()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) {
            return reply(r, soap::fault("a:DestinationUnreachable", 2150858752U, "gone"), 500);
        });
        const auto result = sessionTo(server)->get(gpuPath(), {Ample, {}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QCOMPARE(result.error().operation, u"Get"_s);
        QCOMPARE(result.error().target, gpuPath().toString());
    }

    void putsTheWholeInstanceBack()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) {
            return reply(r, gpu(soap::operation(r.body) == "Put" ? "8" : "4"));
        });
        const auto stored = sessionTo(server)->put(gpuPath(), EightPartitions, {Ample, {}});
        QVERIFY(stored.has_value());
        QCOMPARE(stored->value(u"PartitionCount").toUInt64(), std::optional<std::uint64_t>(8));
        const auto requests = server.requests();
        QCOMPARE(requests.size(), std::size_t{2});
        const QByteArray body = requests[1].body;
        QCOMPARE(soap::operation(body), QByteArray("Put"));
        QCOMPARE(soap::elementText(body, "PartitionCount"), QByteArray("8"));
        QCOMPARE(soap::elementText(body, "Name"), QByteArray("\\\\?\\A&amp;B"));
        QVERIFY(body.contains("Nil xsi:nil=\"true\""));
    }

    void readsBackWhenPutAnswersEmpty()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) {
            return reply(r, soap::operation(r.body) == "Put" ? QByteArray() : gpu("8"));
        });
        QVERIFY(sessionTo(server)->put(gpuPath(), EightPartitions, {Ample, {}}));
        QCOMPARE(server.requests().size(), std::size_t{3});
    }

    // The change has happened, whatever is wrong with reading it.
    void storedButNotReadBack()
    {
        int gets = 0;
        ScriptedHttpServer server([&gets](const ReceivedRequest& r) {
            if (soap::operation(r.body) == "Put")
                return reply(r, {});
            return ++gets == 1 ? reply(r, gpu("4")) : reply(r, soap::fault("w:AccessDenied", 5, "no"), 500);
        });
        const auto stored = sessionTo(server)->put(gpuPath(), EightPartitions, {Ample, {}});
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Indeterminate);
        QCOMPARE(stored.error().operation, u"Put"_s);
        QVERIFY2(stored.error().detail.startsWith(u"stored, but not read back (access-denied)"_s),
                 qPrintable(stored.error().detail));
    }

    void invokes()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) {
            return reply(r, output("<p:Text>&lt;INSTANCE/&gt;</p:Text><p:ReturnValue>4096</p:ReturnValue>"));
        });
        const auto result = sessionTo(server)->invoke(gpuPath(), u"Run"_s, {}, {Ample, {}});
        QVERIFY2(result, result ? "" : qPrintable(base::describe(result.error())));
        QCOMPARE(result->returnValue, 4096U);
        QCOMPARE(result->outParameters.size(), std::size_t{1});
        QCOMPARE(result->parameter(u"text").toString(), std::optional<QString>(u"<INSTANCE/>"_s));
        QVERIFY(server.requests().front().body.contains("Run_INPUT"));
    }

    void neverRepeatsWhatChangesSomething_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("put");
        QTest::addColumn<int>("code");
        const int lost = int(ErrorCode::Indeterminate);
        for (const bool put : {false, true}) {
            const char* what = put ? "put" : "invoke";
            QTest::addRow("%s, closed unanswered", what) << 0 << put << lost;
            QTest::addRow("%s, cut off answer", what) << 1 << put << lost;
            QTest::addRow("%s, garbage", what) << 2 << put << lost;
            QTest::addRow("%s, no answer in time", what) << 3 << put << lost;
            QTest::addRow("%s, timed out there", what) << 4 << put << lost;
            QTest::addRow("%s, 503", what) << 5 << put << int(ErrorCode::Unreachable);
            QTest::addRow("%s, quota", what) << 6 << put << int(ErrorCode::QuotaExceeded);
            QTest::addRow("%s, refused", what) << 7 << put << int(ErrorCode::AccessDenied);
        }
    }
    void neverRepeatsWhatChangesSomething()
    {
        QFETCH(int, how);
        QFETCH(bool, put);
        QFETCH(int, code);
        int changes = 0;
        ScriptedHttpServer server([&](const ReceivedRequest& r) {
            if (soap::operation(r.body) == "Get") // also warms the connection up
                return reply(r, gpu("4"));
            ++changes;
            ScriptedReply bad = reply(r, gpu("8"));
            bad.closeUnanswered = how == 0;
            if (how == 1)
                bad.announcedLength = 100'000;
            if (how == 2)
                bad.pieces = {"<garbage"};
            bad.hang = how == 3;
            if (how == 4)
                return reply(r, soap::fault("w:TimedOut", 2150858793U, "slow"), 500);
            if (how == 5) {
                bad.status = 503;
                bad.contentType.clear();
            }
            if (how == 6)
                return reply(r, soap::fault("w:QuotaLimit", 2150859174U, "busy"), 500);
            if (how == 7)
                return reply(r, soap::fault("w:AccessDenied", 5, "no"), 500);
            return bad;
        });
        const auto session = sessionTo(server);
        const wmi::CallOptions options{how == 3 ? std::chrono::milliseconds(2500) : Ample, {}};
        base::Error error;
        if (put) {
            const auto result = session->put(gpuPath(), EightPartitions, options);
            QVERIFY(!result);
            error = result.error();
        } else {
            QVERIFY(session->get(gpuPath(), {Ample, {}}));
            const auto result = session->invoke(gpuPath(), u"Run"_s, {}, options);
            QVERIFY(!result);
            error = result.error();
        }
        QCOMPARE(int(error.code), code);
        QCOMPARE(changes, 1);
        QCOMPARE(error.operation, put ? u"Put"_s : u"Invoke Run"_s);
        if (error.code == ErrorCode::Indeterminate)
            QVERIFY(!error.retryable);
    }

    void isCertainWhenNothingWasSent()
    {
        std::uint16_t port = 0;
        {
            ScriptedHttpServer gone([](const ReceivedRequest& r) { return reply(r, {}); });
            port = gone.port();
        }
        wmi::ConnectionSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = port;
        const auto session = wsman::makeSession(settings);
        const auto result = session->invoke(gpuPath(), u"Run"_s, {}, {Ample, {}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unreachable);
        std::stop_source stopped;
        stopped.request_stop();
        const auto cancelled =
            session->invoke(gpuPath(), u"Run"_s, {}, {.deadline = Ample, .stop = stopped.get_token()});
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }

    void voidMethodsHaveNoReturnValue()
    {
        for (const QByteArray& inner : {QByteArray(), QByteArray("<p:Text>x</p:Text>")}) {
            ScriptedHttpServer server([&inner](const ReceivedRequest& r) { return reply(r, output(inner)); });
            const auto result = sessionTo(server)->invoke(gpuPath(), u"Run"_s, {}, {Ample, {}});
            QVERIFY2(result, result ? "" : qPrintable(base::describe(result.error())));
            QCOMPARE(result->returnValue, 0U);
            QCOMPARE(result->outParameters.size(), std::size_t{inner.isEmpty() ? 0U : 1U});
        }
    }

    void wantsAUsableAnswer()
    {
        for (const QByteArray& body :
             {output("<p:ReturnValue>many</p:ReturnValue>"),
              output("<p:ReturnValue xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/"
                     "XMLSchema-instance\"/>"),
              output("<p:ReturnValue>4294967296</p:ReturnValue>"), QByteArray()}) {
            ScriptedHttpServer server([&body](const ReceivedRequest& r) { return reply(r, body); });
            const auto result = sessionTo(server)->invoke(gpuPath(), u"Run"_s, {}, {Ample, {}});
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::Indeterminate);
        }
    }

    void growsTheEnvelopeForMethodsThatOnlyRead()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) {
            return soap::elementText(r.body, "MaxEnvelopeSize").toInt() > 3'000'000
                       ? reply(r, output("<p:ReturnValue>0</p:ReturnValue>"))
                       : reply(r, soap::fault("w:EncodingLimit", 2150858824U, "too large"), 500);
        });
        QVERIFY(sessionTo(server)->invoke(gpuPath(), u"Run"_s, {},
                                          {.deadline = Ample, .stop = {}, .readsOnly = true}));
        QCOMPARE(server.requests().size(), std::size_t{3});
        const auto write = sessionTo(server)->invoke(gpuPath(), u"Run"_s, {}, {Ample, {}});
        QVERIFY(!write);
        QCOMPARE(write.error().code, ErrorCode::LimitExceeded);
        QCOMPARE(server.requests().size(), std::size_t{4});
    }

    void reportsAnAnswerAboveTheHostsOwnLimit()
    {
        ScriptedHttpServer server([](const ReceivedRequest& r) {
            return reply(r, soap::fault("w:EncodingLimit", 2150858825U, "too large"), 500);
        });
        const auto result = sessionTo(server)->invoke(gpuPath(), u"Run"_s, {},
                                                      {.deadline = Ample, .stop = {}, .readsOnly = true});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::LimitExceeded);
        QCOMPARE(server.requests().size(), std::size_t{1});
    }

    void repeatsALostMethodThatOnlyReads()
    {
        int step = 0;
        ScriptedHttpServer server([&step](const ReceivedRequest& r) {
            ScriptedReply answer = reply(r, output("<p:ReturnValue>0</p:ReturnValue>"));
            answer.closeUnanswered = step++ == 1;
            return answer;
        });
        const auto session = sessionTo(server);
        const wmi::CallOptions reading{.deadline = Ample, .stop = {}, .readsOnly = true};
        QVERIFY(session->invoke(gpuPath(), u"Run"_s, {}, reading));
        QVERIFY(session->invoke(gpuPath(), u"Run"_s, {}, reading));
        QCOMPARE(step, 3);
    }
};

QTEST_GUILESS_MAIN(TestWsmanChanges)
#include "tst_wsman_changes.moc"
