#pragma once

#include "core/base/Clock.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/Session.h"
#include "core/wmi/wsman/Conversation.h"
#include "core/wmi/wsman/Enumeration.h"
#include "core/wmi/wsman/Tuning.h"

#include <memory>

namespace hvgpu::wsman {

/// wmi::Session over WS-Management. Connects with the first call.
///
/// What is repeated by itself: Enumerate, Get and Identify when the host refuses for now (503, quotas), a
/// kept connection was lost, or the answer broke off before its first row (once), Pull only when refused;
/// Invoke only of a method that the caller says only reads, then also with a larger envelope. Put and other
/// Invokes never; when they were sent and no usable answer came, also because the caller stopped, the error
/// is Indeterminate.
class WsmanSession final : public wmi::Session
{
public:
    WsmanSession(wmi::ConnectionSettings settings, base::Clock& clock, const Tuning& tuning = {});

    base::Result<void> query(const QString& nameSpace, const QString& wql, const wmi::RowSink& sink,
                             const wmi::CallOptions& options) override;
    base::Result<cim::Instance> get(const cim::ObjectPath& path, const wmi::CallOptions& options) override;
    /// Reads the instance, changes the properties and sends it back whole (wsman.md 2.1).
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes,
                                    const wmi::CallOptions& options) override;
    base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                           const std::vector<cim::Property>& parameters,
                                           const wmi::CallOptions& options) override;
    base::Result<wmi::Identity> identify(const wmi::CallOptions& options) override;
    base::Result<wmi::Reached> reach(const wmi::CallOptions& options) override;
    [[nodiscard]] wmi::SessionStatistics statistics() const override { return m_conversation.statistics(); }

private:
    base::Result<cim::Instance> getUntil(const cim::ObjectPath& path, const Deadline& deadline);

    wmi::ConnectionSettings m_settings; ///< without password
    Conversation m_conversation;
    KnownNamespaces m_namespaces;
};

/// A session on the machine's clock.
[[nodiscard]] std::unique_ptr<wmi::Session> makeSession(wmi::ConnectionSettings settings);
/// The same with a clock of the caller's, which must outlive the session.
[[nodiscard]] std::unique_ptr<wmi::Session> makeSession(wmi::ConnectionSettings settings, base::Clock& clock,
                                                        const Tuning& tuning = {});

} // namespace hvgpu::wsman
