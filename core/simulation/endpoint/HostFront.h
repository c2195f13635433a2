#pragma once

#include "core/base/Secret.h"
#include "core/simulation/endpoint/FaultPlan.h"
#include "core/simulation/endpoint/WsmanService.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace hvgpu::simulation {

/// Who may talk to a host; an empty user lets everybody in.
struct Credentials
{
    QString user;
    base::Secret password;
};

/// What one connection knows about its caller. Schemes that belong to a connection rather than to a request
/// keep their state here.
class ConnectionAuth
{
public:
    explicit ConnectionAuth(std::shared_ptr<const Credentials> credentials)
        : m_credentials(std::move(credentials))
    {}

    /// Decides by the Authorization header of one request.
    [[nodiscard]] bool accepts(const QByteArray& authorization) const;

private:
    std::shared_ptr<const Credentials> m_credentials;
};

/// The parts of an HTTP request that matter here.
struct HttpRequest
{
    QByteArray method;
    QByteArray path;
    QByteArray authorization;
    bool anonymousIdentify = false; ///< header WSMANIDENTIFY: unauthenticated
    QByteArray body;
};

/// An HTTP answer and how it is to be brought across.
struct Delivery
{
    int status = 200;
    QByteArray contentType; ///< empty: no body
    QByteArray body;
    bool challenge = false; ///< with WWW-Authenticate
    std::chrono::milliseconds latency{};
    FaultEffect::Drop drop = FaultEffect::Drop::None;
    qsizetype dripBytes = 0;
    std::chrono::milliseconds dripPause{};
};

/// One host as HTTP sees it: authentication, service and injected faults. Thread-safe.
class HostFront
{
public:
    HostFront(std::shared_ptr<CimProvider> provider, ServiceOptions options, const base::Clock& clock,
              std::shared_ptr<const Credentials> credentials, std::shared_ptr<FaultPlan> plan);

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] ConnectionAuth newConnection() const { return ConnectionAuth(m_credentials); }
    [[nodiscard]] std::optional<FaultEffect> connectFault() const { return m_plan->matchConnect(m_name); }
    [[nodiscard]] std::int64_t largestRequest() const { return m_service.options().maxEnvelopeBytes; }
    [[nodiscard]] Delivery handle(const HttpRequest& request, const ConnectionAuth& auth);

private:
    [[nodiscard]] Delivery serve(const WsmanRequest& request, bool authenticated);

    QString m_name;
    WsmanService m_service;
    std::shared_ptr<const Credentials> m_credentials;
    std::shared_ptr<FaultPlan> m_plan;
};

} // namespace hvgpu::simulation
