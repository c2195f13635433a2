#pragma once

#include "core/simulation/endpoint/ConnectionAuth.h"
#include "core/simulation/endpoint/FaultPlan.h"
#include "core/simulation/endpoint/WsmanService.h"

#include <QByteArray>
#include <QString>

#include <atomic>
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
    /// How many operations were under way at the same time at most.
    [[nodiscard]] int mostAtOnce() const { return m_load->most; }

private:
    struct Load
    {
        std::atomic<int> now = 0;
        std::atomic<int> most = 0;
    };

    [[nodiscard]] std::shared_ptr<const void> begin() const;
    [[nodiscard]] Delivery serve(const WsmanRequest& request, bool authenticated);

    QString m_name;
    std::shared_ptr<Load> m_load = std::make_shared<Load>();
    WsmanService m_service;
    std::shared_ptr<const SignInRules> m_rules;
    std::shared_ptr<FaultPlan> m_plan;
};

} // namespace hvgpu::simulation
