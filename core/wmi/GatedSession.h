#pragma once

#include "core/wmi/HostGates.h"
#include "core/wmi/Session.h"

namespace hvgpu::wmi {

/// A session whose calls go through the gate of its host one by one.
class GatedSession final : public Session
{
public:
    /// @p host: for errors.
    GatedSession(std::unique_ptr<Session> session, std::shared_ptr<HostGate> gate, QString host);

    base::Result<void> query(const QString& nameSpace, const QString& wql, const RowSink& sink,
                             const CallOptions& options) override;
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const CallOptions& options) override;
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes,
                                    const CallOptions& options) override;
    base::Result<InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                      const std::vector<cim::Property>& parameters,
                                      const CallOptions& options) override;
    base::Result<Identity> identify(const CallOptions& options) override;
    base::Result<Reached> reach(const CallOptions& options) override;
    [[nodiscard]] SessionStatistics statistics() const override { return m_session->statistics(); }

private:
    /// What @p call, which takes the options that are left, answers.
    template <class Call>
    auto through(const CallOptions& options, const Call& call);

    std::unique_ptr<Session> m_session;
    std::shared_ptr<HostGate> m_gate;
    QString m_host;
};

} // namespace hvgpu::wmi
