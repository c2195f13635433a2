#include "core/simulation/FleetServer.h"
#include "support/FakeProvider.h"
#include "support/HttpClient.h"
#include "support/Requests.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace hvgpu;
using namespace hvgpu::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray getMachine = get("Msvm_ComputerSystem", selector("Name", "vm0")).text();

} // namespace

class HttpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsConnectionsAlive();
    void wantsSoap_data();
    void wantsSoap();
    void asksForCredentials();
    void refusesLargeRequests();
    void answersExpectContinue();
    void closesWhenAsked();
    void speaksTls();
    void eachHostHasItsPort();
    void poweredOffHostRefuses();
    void latency();
    void drops_data();
    void drops();
    void drips();
    void dropsAtConnect();
    void hostGoesOffAndComesBack();
    void faultFileIsWatched();
    void manyClientsAtOnce();
    void stopsWithClientsConnected();
    void badCertificateFileIsAnError();
    void takenPortIsAnError();

private:
    void start(const simulation::ServerOptions& options = {});
    void inject(const QByteArray& json) { QVERIFY(m_server->setFaults(json).has_value()); }
    [[nodiscard]] std::uint16_t port(std::size_t host = 0) const
    {
        return m_server->endpoints().at(host).port;
    }

    std::vector<std::shared_ptr<FakeProvider>> m_providers;
    std::unique_ptr<simulation::FleetServer> m_server;
};

void HttpTest::init()
{
    m_server.reset();
    m_providers.clear();
    start();
}

void HttpTest::start(const simulation::ServerOptions& options)
{
    std::vector<simulation::FleetMember> members;
    m_providers.clear();
    for (const QString& name : {u"HV01"_s, u"HV02"_s, u"HV03"_s}) {
        m_providers.push_back(std::make_shared<FakeProvider>());
        m_providers.back()->setComputerName(name);
        m_providers.back()->addMachines(3);
        members.push_back({name, u"cluster"_s, name != u"HV03"_s, m_providers.back()});
    }
    auto server = simulation::FleetServer::start(std::make_shared<FakeFleet>(std::move(members)), options);
    QVERIFY2(server.has_value(), server ? "" : qPrintable(base::describe(server.error())));
    m_server = std::move(*server);
}

void HttpTest::keepsConnectionsAlive()
{
    HttpClient client(port());
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.post(getMachine);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.complete);
        QVERIFY(answer.header.contains("Content-Type: application/soap+xml;charset=UTF-8"));
        QVERIFY(answer.header.contains("Server: Microsoft-HTTPAPI/2.0"));
        QCOMPARE(takeApart(200, answer.body).value("Name"_L1), u"vm0"_s);
    }
    QCOMPARE(client.post("rubbish").status, 400);
    QCOMPARE(client.post(get("Msvm_ComputerSystem", {}).text()).status, 500);
    QCOMPARE(client.post(getMachine).status, 200);
}

void HttpTest::wantsSoap_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::newRow("usual") << QByteArray("application/soap+xml;charset=UTF-8") << 200;
    QTest::newRow("spaces and letters") << QByteArray("Application/SOAP+XML ; charset=\"utf-8\"") << 200;
    QTest::newRow("bare") << QByteArray("application/soap+xml") << 200;
    QTest::newRow("SOAP 1.1") << QByteArray("text/xml;charset=UTF-8") << 415;
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << 415;
    QTest::newRow("nearly") << QByteArray("application/soap+xmlx") << 415;
}

void HttpTest::wantsSoap()
{
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    HttpClient client(port());
    const auto answer = client.exchange("POST /wsman HTTP/1.1\r\nHost: x\r\nContent-Type: " + type +
                                        "\r\nContent-Length: " + QByteArray::number(getMachine.size()) +
                                        "\r\n\r\n" + getMachine);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body.isEmpty(), status != 200);
    QCOMPARE(client.post(getMachine).status, 200); // on the same connection
}

void HttpTest::asksForCredentials()
{
    simulation::ServerOptions options;
    options.user = u"admin"_s;
    options.password = base::Secret("pässwörd");
    start(options);
    HttpClient client(port());
    const auto first = client.post(getMachine);
    QCOMPARE(first.status, 401);
    QVERIFY(first.header.contains("WWW-Authenticate: Basic realm=\"WSMAN\""));
    QVERIFY(first.body.isEmpty());
    QCOMPARE(client.post(getMachine, "Authorization: Basic YWRtaW46eA==\r\n").status, 401);
    const QByteArray right = "Authorization: Basic " + QByteArray("admin:pässwörd").toBase64() + "\r\n";
    QCOMPARE(client.post(getMachine, right).status, 200);
    QCOMPARE(client.post(getMachine).status, 401); // Basic belongs to the request
    QCOMPARE(client.post(getMachine, "WSMANIDENTIFY: unauthenticated\r\n").status, 401);
}

void HttpTest::refusesLargeRequests()
{
    HttpClient client(port());
    const auto answer = client.post(QByteArray(600 * 1024, ' '));
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.body.isEmpty());
    HttpClient next(port());
    QCOMPARE(next.post(getMachine).status, 200);
}

void HttpTest::answersExpectContinue()
{
    HttpClient client(port());
    const auto go =
        client.exchange("POST /wsman HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " +
                        QByteArray::number(getMachine.size()) + "\r\n\r\n");
    QCOMPARE(go.status, 100);
    QCOMPARE(client.exchange(getMachine).status, 200);
}

void HttpTest::closesWhenAsked()
{
    HttpClient client(port());
    const auto answer = client.post(getMachine, "Connection: close\r\n");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header.contains("Connection: close"));
    QCOMPARE(client.post(getMachine).status, 0);
}

void HttpTest::speaksTls()
{
    QVERIFY(m_server->certificatePem().isEmpty());
    simulation::ServerOptions options;
    options.tls = true;
    start(options);
    QVERIFY(m_server->endpoints().front().url.startsWith("https://127.0.0.1:"_L1));
    HttpClient client(port(), m_server->certificatePem());
    QVERIFY(client.isConnected());
    QCOMPARE(client.post(getMachine).status, 200);
    QCOMPARE(client.post(getMachine).status, 200);
    const QByteArray certificate = m_server->certificatePem();
    start(options); // another certificate: the old one vouches for it no more
    QVERIFY(!HttpClient(port(), certificate).isConnected());
    HttpClient plain(port());
    QCOMPARE(plain.post(getMachine).status, 0);
}

void HttpTest::eachHostHasItsPort()
{
    QCOMPARE(m_server->endpoints().size(), 3U);
    QVERIFY(port(0) != port(1));
    for (std::size_t host : {0U, 1U}) {
        HttpClient client(port(host));
        const auto answer = client.post(get("Msvm_ComputerSystem", selector("Name", "none")).text());
        QCOMPARE(takeApart(500, answer.body).find("WSManFault"_L1)->attribute({}, "Machine"_L1),
                 m_server->endpoints()[host].computerName);
    }
}

void HttpTest::poweredOffHostRefuses()
{
    QVERIFY(!m_server->endpoints()[2].poweredOn);
    QVERIFY(port(2) != 0);
    QVERIFY(!HttpClient(port(2)).isConnected());
}

void HttpTest::latency()
{
    inject("[{\"operation\":\"Get\",\"count\":1,\"latencyMs\":150}]");
    HttpClient client(port());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(client.post(getMachine).status, 200);
    QVERIFY(timer.elapsed() >= 150);
}

void HttpTest::drops_data()
{
    QTest::addColumn<QByteArray>("drop");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("someBody");
    QTest::newRow("before") << QByteArray("before") << 0 << false;
    QTest::newRow("after performing") << QByteArray("after-performing") << 0 << false;
    QTest::newRow("after headers") << QByteArray("after-headers") << 200 << false;
    QTest::newRow("mid-body") << QByteArray("mid-body") << 200 << true;
}

void HttpTest::drops()
{
    QFETCH(QByteArray, drop);
    QFETCH(int, status);
    QFETCH(bool, someBody);
    inject("[{\"count\":1,\"drop\":\"" + drop + "\"}]");
    HttpClient client(port());
    const auto answer = client.post(getMachine);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.complete);
    QCOMPARE(!answer.body.isEmpty(), someBody);
    HttpClient next(port());
    QCOMPARE(next.post(getMachine).status, 200);
}

void HttpTest::drips()
{
    inject("[{\"dripBytes\":200,\"dripPauseMs\":5}]");
    HttpClient client(port());
    QElapsedTimer timer;
    timer.start();
    const auto answer = client.post(getMachine);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.complete);
    QVERIFY(simulation::readXml(answer.body).has_value());
    QVERIFY(timer.elapsed() >= 5 * (answer.body.size() / 200 - 1));
}

void HttpTest::dropsAtConnect()
{
    inject("[{\"operation\":\"connect\",\"host\":\"HV01\",\"count\":1,\"drop\":\"before\"}]");
    HttpClient client(port());
    QCOMPARE(client.post(getMachine).status, 0);
    HttpClient next(port());
    QCOMPARE(next.post(getMachine).status, 200);
}

void HttpTest::hostGoesOffAndComesBack()
{
    HttpClient client(port());
    HttpClient other(port(1));
    QCOMPARE(client.post(getMachine).status, 200);
    QCOMPARE(other.post(getMachine).status, 200);
    inject("[{\"host\":\"HV01\",\"hostOff\":true}]");
    QVERIFY(!HttpClient(port()).isConnected());
    QCOMPARE(client.post(getMachine).status, 0);
    QCOMPARE(other.post(getMachine).status, 200);
    inject("[]");
    HttpClient again(port());
    QCOMPARE(again.post(getMachine).status, 200);
    QVERIFY(!HttpClient(port(2)).isConnected()); // off by the fleet, not by a fault
}

void HttpTest::faultFileIsWatched()
{
    const QTemporaryDir directory;
    simulation::ServerOptions options;
    options.faultFile = directory.filePath(u"faults.json"_s);
    const auto write = [&](const QByteArray& text) {
        QFile file(options.faultFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    };
    write("[{\"httpStatus\":503}]");
    start(options);
    HttpClient client(port());
    QCOMPARE(client.post(getMachine).status, 503);
    write("[]");
    QTRY_COMPARE(client.post(getMachine).status, 200);
    write("[{\"httpStatus\":429}]");
    QTRY_COMPARE(client.post(getMachine).status, 429);
    write("[{\"nonsense\":1}]"); // said in the log, the earlier list stays
    write("[{\"httpStatus\":500}]  ");
    QTRY_COMPARE(client.post(getMachine).status, 500);
}

void HttpTest::manyClientsAtOnce()
{
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                HttpClient client(port(static_cast<std::size_t>(i % 2)));
                for (int n = 0; n < 25; ++n) {
                    const auto begun = client.post(enumerateWql("SELECT * FROM Msvm_ComputerSystem").text());
                    const QString context = takeApart(200, begun.body).value("EnumerationContext"_L1);
                    const auto rows = client.post(pull(context, "<n:MaxElements>10</n:MaxElements>").text());
                    good += takeApart(200, rows.body).all("Msvm_ComputerSystem"_L1).size() == 3 ? 1 : 0;
                }
            });
    }
    QCOMPARE(good.load(), 200);
}

void HttpTest::stopsWithClientsConnected()
{
    inject("[{\"latencyMs\":60000}]");
    HttpClient idle(port());
    QVERIFY(idle.isConnected());
    const std::uint16_t busyPort = port();
    HttpClient::Answer answer;
    std::jthread waiting([&] { answer = HttpClient(busyPort).post(getMachine); });
    QElapsedTimer timer;
    timer.start();
    m_server.reset();
    QVERIFY(timer.elapsed() < 5000);
    waiting.join();
    QCOMPARE(answer.status, 0);
}

void HttpTest::badCertificateFileIsAnError()
{
    simulation::ServerOptions options;
    options.tls = true;
    options.certificateFile = u"/nonexistent/cert.pem"_s;
    const auto server = simulation::FleetServer::start(
        std::make_shared<FakeFleet>(std::vector<simulation::FleetMember>()), options);
    QVERIFY(!server.has_value());
    QCOMPARE(server.error().layer, base::Layer::Tls);
}

void HttpTest::takenPortIsAnError()
{
    simulation::ServerOptions options;
    options.firstPort = port();
    const auto server =
        simulation::FleetServer::start(std::make_shared<FakeFleet>(std::vector<simulation::FleetMember>{
                                           {u"X"_s, {}, true, m_providers.front()}}),
                                       options);
    QVERIFY(!server.has_value());
    QCOMPARE(server.error().layer, base::Layer::Connect);
}

QTEST_GUILESS_MAIN(HttpTest)
#include "tst_endpoint_http.moc"
