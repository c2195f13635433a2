#include "tests/integration/auth/AuthBench.h"

#include "core/wmi/wsman/WsmanSession.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

simulation::ServerOptions AuthBench::hostOptions(const TestRealm& realm, bool tls)
{
    simulation::ServerOptions options;
    options.keytabFile = realm.keytab();
    options.ntlmUserFile = realm.ntlmUsers();
    options.allowUnencrypted = false;
    options.tls = tls;
    return options;
}

AuthBench::AuthBench(const simulation::ServerOptions& options)
    : m_options(options)
{
    auto fleet = simulation::SimulatedFleet::load(u"scale:1x2x8"_s, m_clock);
    if (!fleet)
        m_problem = base::describe(fleet.error());
    else
        m_fleet = std::move(*fleet);
    if (m_fleet)
        (void)start();
}

bool AuthBench::start()
{
    auto server = simulation::FleetServer::start(m_fleet, m_options);
    if (!server) {
        m_problem = base::describe(server.error());
        return false;
    }
    m_server = std::move(*server);
    m_options.firstPort = m_server->endpoints().front().port;
    QFile ca(caFile());
    return ca.open(QIODevice::WriteOnly) && ca.write(m_server->certificatePem()) >= 0;
}

bool AuthBench::restart()
{
    stop();
    return start();
}

wmi::ConnectionSettings AuthBench::settings(wmi::Authentication authentication, std::uint16_t port) const
{
    wmi::ConnectionSettings settings;
    settings.host = u"localhost"_s;
    settings.port = port != 0 ? port : this->port();
    settings.https = m_options.tls;
    settings.authentication = authentication;
    if (m_options.tls)
        settings.tls.caFile = caFile();
    return settings;
}

base::Result<QStringList> machines(wmi::Session& session)
{
    const auto rows =
        wmi::queryAll(session, u"root\\virtualization\\v2"_s, u"SELECT * FROM Msvm_ComputerSystem"_s,
                      {.deadline = std::chrono::seconds(60), .stop = {}});
    if (!rows)
        return base::fail(rows.error());
    QStringList names;
    for (const cim::Instance& row : *rows)
        names += row.value(u"ElementName").toString().value_or(QString());
    return names;
}

base::Result<QStringList> machines(const wmi::ConnectionSettings& settings)
{
    return machines(*wsman::makeSession(settings));
}

QByteArray said(const base::Result<QStringList>& result)
{
    return result ? "no error" : base::describe(result.error()).toUtf8();
}

base::ErrorCode codeOf(const base::Result<QStringList>& result)
{
    return result ? base::ErrorCode::Internal : result.error().code;
}

} // namespace hvgpu::test
