#pragma once

#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/Session.h"
#include "core/wmi/SignInGate.h"
#include "core/wmi/com/Connector.h"
#include "core/wmi/com/Lane.h"
#include "core/wmi/com/Progress.h"

#include <functional>
#include <memory>

namespace hvgpu::com {

/// Makes the way to a host, on the thread that uses it.
using ConnectorFactory = std::function<std::unique_ptr<Connector>()>;

/// wmi::Session over Windows' own WMI: COM here, DCOM to another host. Connects with the first call.
///
/// Queries run semisynchronously and forward only; rows reach the sink in pages, as they come. Reads are
/// tried again by themselves when a connection that worked before was lost; put() and other methods never.
/// When one of those was sent and no usable answer came, also because the caller stopped or the time was
/// over, the error is Indeterminate; so it is when it was stored and could not be read back. Calls end at
/// their deadline by themselves; one that cannot, because it connects or the host does not even answer that
/// it is busy, is left to itself, and the next one connects anew.
class ComSession final : public wmi::Session
{
public:
    /// @p host: what errors are said to be about. @p gate: for the account that the connectors sign in with.
    ComSession(QString host, ConnectorFactory connectors, wmi::SignInGate gate = {nullptr, {}, {}});
    ~ComSession() override;

    base::Result<void> query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions& options) override;
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const wmi::CallOptions& options) override;
    /// Writes the changed properties only, where the provider knows partial updates.
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes,
                                    const wmi::CallOptions& options) override;
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                           const std::vector<cim::Property>& parameters,
                                           const wmi::CallOptions& options) override;
    /// To the endpoint mapper of another host.
    base::Result<wmi::Reached> reach(const wmi::CallOptions& options) override;
    base::Result<wmi::Identity> identify(const wmi::CallOptions& options) override;
    /// Bytes are not known: COM does not tell.
    [[nodiscard]] wmi::SessionStatistics statistics() const override;

private:
    struct Call;

    template <class T>
    base::Result<T> run(const Call& call, std::function<base::Result<T>(Client&)> work);
    void leaveLane();
    void closeRows(const Call& call);
    [[nodiscard]] base::Error describe(base::Error error, const Call& call) const;

    QString m_host;
    ConnectorFactory m_connectors;
    wmi::SignInGate m_gate;
    std::shared_ptr<Progress> m_progress; ///< of the lane in use
    std::unique_ptr<Lane> m_lane;
    wmi::SessionStatistics m_finished; ///< of lanes left behind, and the time in calls
};

} // namespace hvgpu::com
