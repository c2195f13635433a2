#include "core/simulation/FleetServer.h"

#include "core/base/Log.h"
#include "core/simulation/endpoint/FaultFile.h"
#include "core/simulation/endpoint/HttpEngine.h"

#include <QFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

/// A thousand hosts need a thousand listening sockets and as many connections again.
void allowManySockets()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

base::Result<QByteArray> readPem(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    base::Error error;
    error.layer = base::Layer::Tls;
    error.code = base::ErrorCode::Io;
    error.operation = u"read certificate"_s;
    error.target = path;
    error.detail = file.errorString();
    return base::fail(std::move(error));
}

base::Result<std::optional<CertificatePair>> certificateFor(const ServerOptions& options)
{
    if (!options.tls)
        return std::optional<CertificatePair>();
    if (options.certificateFile.isEmpty())
        return makeSelfSignedCertificate(options.address).transform([](CertificatePair pair) {
            return std::optional(std::move(pair));
        });
    auto certificate = readPem(options.certificateFile);
    if (!certificate)
        return base::fail(certificate.error());
    auto key = readPem(options.privateKeyFile);
    if (!key)
        return base::fail(key.error());
    return std::optional(CertificatePair{std::move(*certificate), std::move(*key)});
}

SignInRules rulesFrom(const ServerOptions& options, const QByteArray& certificatePem,
                      const QByteArray& clientPem)
{
    SignInRules rules;
    rules.clientCertificate = certificateDer(clientPem);
    rules.user = options.user;
    rules.password = options.password;
    rules.keytabFile = options.keytabFile;
    rules.ntlmUserFile = options.ntlmUserFile;
    rules.allowUnencrypted = options.allowUnencrypted;
    rules.strictBinding = options.strictChannelBinding;
    rules.tls = options.tls;
    rules.channelBinding = channelBindingOf(certificatePem);
    return rules;
}

QString urlHost(const QString& address)
{
    return address.contains(u':') ? u'[' + address + u']' : address;
}

class RunningServer final : public FleetServer
{
public:
    RunningServer(std::shared_ptr<SimulatedFleet> fleet, const ServerOptions& options)
        : m_fleet(std::move(fleet))
        , m_options(options)
        , m_faultFile(options.faultFile)
    {}

    base::Result<void> open();
    [[nodiscard]] const std::vector<HostEndpoint>& endpoints() const override { return m_endpoints; }
    [[nodiscard]] QByteArray certificatePem() const override { return m_certificatePem; }
    base::Result<void> setFaults(const QByteArray& json) override;
    [[nodiscard]] int mostAtOnce(const QString& computerName) const override;

private:
    base::Result<void> addMember(const FleetMember& member, std::uint16_t port);
    base::Result<void> applyPower();
    void watchFaultFile();

    std::shared_ptr<SimulatedFleet> m_fleet;
    ServerOptions m_options;
    std::shared_ptr<const SignInRules> m_rules;
    std::shared_ptr<FaultPlan> m_plan = std::make_shared<FaultPlan>();
    base::SystemClock m_clock;
    std::vector<HostEndpoint> m_endpoints;
    std::vector<std::shared_ptr<const HostFront>> m_fronts;
    QByteArray m_certificatePem;
    FaultFile m_faultFile;
    std::mutex m_powerMutex;
    std::unique_ptr<HttpEngine> m_engine; // last: its threads use everything above
};

base::Result<void> RunningServer::open()
{
    auto certificate = certificateFor(m_options);
    if (!certificate)
        return base::fail(certificate.error());
    if (*certificate)
        m_certificatePem = (*certificate)->certificate;
    base::Result<QByteArray> client{QByteArray()};
    if (!m_options.clientCertificateFile.isEmpty())
        client = readPem(m_options.clientCertificateFile);
    if (!client)
        return base::fail(client.error());
    m_rules = std::make_shared<const SignInRules>(rulesFrom(m_options, m_certificatePem, *client));
    auto engine = HttpEngine::create(m_options.threads, *certificate, !m_rules->clientCertificate.isEmpty());
    if (!engine)
        return base::fail(engine.error());
    m_engine = std::move(*engine);
    std::uint16_t port = m_options.firstPort;
    for (const FleetMember& member : m_fleet->members()) {
        if (auto added = addMember(member, port); !added)
            return added;
        if (port != 0)
            ++port;
    }
    if (m_options.faultFile.isEmpty())
        return applyPower();
    if (auto set = setFaults(m_faultFile.changedContent().value_or(QByteArray())); !set)
        return set;
    m_engine->every(std::chrono::milliseconds(200), [this] { watchFaultFile(); });
    return {};
}

base::Result<void> RunningServer::addMember(const FleetMember& member, std::uint16_t port)
{
    ServiceOptions service;
    service.language = m_options.language;
    service.renameContexts = m_options.renameContexts;
    service.wmiErrorFaults = m_options.wmiErrorFaults;
    auto front = std::make_shared<HostFront>(member.provider, service, m_clock, m_rules, m_plan);
    m_fronts.push_back(front);
    const auto bound = m_engine->addHost(std::move(front), m_options.address, port);
    if (!bound)
        return base::fail(bound.error());
    const QString scheme = m_options.tls ? u"https"_s : u"http"_s;
    m_endpoints.push_back({member.name, member.cluster, m_options.address, *bound,
                           u"%1://%2:%3/wsman"_s.arg(scheme, urlHost(m_options.address)).arg(*bound),
                           member.poweredOn});
    return {};
}

base::Result<void> RunningServer::setFaults(const QByteArray& json)
{
    if (auto replaced = m_plan->replace(json); !replaced)
        return replaced;
    return applyPower();
}

int RunningServer::mostAtOnce(const QString& computerName) const
{
    const auto front =
        std::ranges::find_if(m_fronts, [&](const auto& each) { return each->name() == computerName; });
    return front == m_fronts.end() ? 0 : (*front)->mostAtOnce();
}

base::Result<void> RunningServer::applyPower()
{
    const std::scoped_lock lock(m_powerMutex);
    for (std::size_t i = 0; i < m_endpoints.size(); ++i) {
        const bool on = m_endpoints[i].poweredOn && !m_plan->isOff(m_endpoints[i].computerName);
        if (auto listening = m_engine->setListening(i, on); !listening)
            return listening;
    }
    return {};
}

void RunningServer::watchFaultFile()
{
    const auto content = m_faultFile.changedContent();
    if (!content)
        return;
    if (const auto set = setFaults(*content); !set)
        base::log::warning(u"fault file ignored: "_s + base::describe(set.error()));
}

} // namespace

base::Result<std::unique_ptr<FleetServer>> FleetServer::start(std::shared_ptr<SimulatedFleet> fleet,
                                                              const ServerOptions& options)
{
    allowManySockets();
    auto server = std::make_unique<RunningServer>(std::move(fleet), options);
    if (auto opened = server->open(); !opened)
        return base::fail(opened.error());
    return std::unique_ptr<FleetServer>(std::move(server));
}

} // namespace hvgpu::simulation
