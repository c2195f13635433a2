#pragma once

#include "core/base/Clock.h"
#include "core/simulation/FleetServer.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/Session.h"
#include "tests/integration/auth/TestRealm.h"

#include <memory>
#include <vector>

namespace hvgpu::test {

/// The simulated demo fleet behind an endpoint that wants to be signed in to as Windows does by default.
class AuthBench
{
public:
    /// Options for a host of @p realm: Kerberos and NTLM, unencrypted messages refused.
    [[nodiscard]] static simulation::ServerOptions hostOptions(const TestRealm& realm, bool tls = false);

    explicit AuthBench(const simulation::ServerOptions& options);
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Stops the endpoint; connections are cut.
    void stop() { m_server.reset(); }
    /// Starts it again at the same ports.
    [[nodiscard]] bool restart();
    [[nodiscard]] simulation::FleetServer& server() { return *m_server; }
    [[nodiscard]] std::uint16_t port() const { return m_server->endpoints().front().port; }
    [[nodiscard]] QString hostName() const { return m_server->endpoints().front().computerName; }
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }

    /// "localhost" at the first host of the fleet; @p port instead of its own when not 0.
    [[nodiscard]] wmi::ConnectionSettings settings(wmi::Authentication authentication,
                                                   std::uint16_t port = 0) const;

private:
    [[nodiscard]] bool start();

    simulation::ServerOptions m_options;
    base::SystemClock m_clock;
    std::shared_ptr<simulation::SimulatedFleet> m_fleet;
    std::unique_ptr<simulation::FleetServer> m_server;
    QTemporaryDir m_folder;
    QString m_problem;
};

/// The names of the host's virtual machines; the error otherwise.
[[nodiscard]] base::Result<QStringList> machines(wmi::Session& session);
/// One attempt with a session of its own, with few retries.
[[nodiscard]] base::Result<QStringList> machines(const wmi::ConnectionSettings& settings);

/// What the error of @p result says, or that there was none: for messages of failed checks.
[[nodiscard]] QByteArray said(const base::Result<QStringList>& result);
[[nodiscard]] base::ErrorCode codeOf(const base::Result<QStringList>& result);

} // namespace hvgpu::test
