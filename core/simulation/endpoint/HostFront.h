#pragma once

#include "core/simulation/endpoint/ConnectionAuth.h"
#include "core/simulation/endpoint/FaultPlan.h"
#include "core/simulation/endpoint/WsmanService.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace hvgpu::simulation {

/// One host as HTTP sees it: authentication, service and injected faults. Thread-safe.
class HostFront
{
public:
    HostFront(std::shared_ptr<CimProvider> provider, ServiceOptions options, const base::Clock& clock,
              std::shared_ptr<const SignInRules> rules, std::shared_ptr<FaultPlan> plan);

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] ConnectionAuth newConnection() const { return {m_rules, m_name}; }
    [[nodiscard]] std::optional<FaultEffect> connectFault() const { return m_plan->matchConnect(m_name); }
    [[nodiscard]] std::int64_t largestRequest() const { return m_service.options().maxEnvelopeBytes; }
    [[nodiscard]] Delivery handle(const HttpRequest& request, ConnectionAuth& auth);

private:
    [[nodiscard]] Delivery serve(const WsmanRequest& request, bool authenticated);

    QString m_name;
    WsmanService m_service;
    std::shared_ptr<const SignInRules> m_rules;
    std::shared_ptr<FaultPlan> m_plan;
};

} // namespace hvgpu::simulation
