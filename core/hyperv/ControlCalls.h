#pragma once

#include "core/base/Clock.h"
#include "core/hyperv/HostControl.h"
#include "core/wmi/Session.h"

#include <functional>
#include <memory>
#include <vector>

namespace hvgpu::hyperv {

/// Makes a new session with the host; called again after a connection was lost.
using SessionMaker = std::function<base::Result<std::unique_ptr<wmi::Session>>()>;

/// The calls of a HostControl: opens the session when needed, drops it after a lost connection, records every
/// call, and waits for jobs. One thread.
class ControlCalls
{
public:
    ControlCalls(SessionMaker maker, base::Clock& clock);

    [[nodiscard]] base::Result<std::vector<cim::Instance>> rows(const QString& nameSpace, const QString& wql,
                                                                const ActionContext& context);
    [[nodiscard]] base::Result<cim::Instance> get(const cim::ObjectPath& path, const ActionContext& context);
    base::Result<cim::Instance> put(const cim::ObjectPath& path, const std::vector<cim::Property>& changes,
                                    const ActionContext& context);
    [[nodiscard]] base::Result<wmi::InvokeResult> invoke(const cim::ObjectPath& target, const QString& method,
                                                         const std::vector<cim::Property>& parameters,
                                                         const ActionContext& context);
    /// invoke(), then what its ReturnValue asks for: 0 is done, 4096 waits for the job, anything else is an
    /// error.
    base::Result<wmi::InvokeResult> invokeAndWait(const cim::ObjectPath& target, const QString& method,
                                                  const std::vector<cim::Property>& parameters,
                                                  const ActionContext& context);

    /// Calls @p settled about once a second until it returns true or an error, or @p timeout passes
    /// (TimedOut). A lost connection is no end: what is waited for goes on without us.
    base::Result<void> waitUntil(const std::function<base::Result<bool>()>& settled,
                                 std::chrono::milliseconds timeout, const QString& what,
                                 const ActionContext& context);

private:
    template <class Answer, class Call>
    base::Result<Answer> recorded(const QString& operation, const QString& target,
                                  const ActionContext& context, const Call& call);
    base::Result<void> awaitJob(const cim::ObjectPath& job, const ActionContext& context);

    SessionMaker m_maker;
    base::Clock& m_clock;
    std::unique_ptr<wmi::Session> m_session;
};

/// The error a method's ReturnValue stands for (wmi.md 1.6).
[[nodiscard]] base::Error returnValueError(const QString& operation, const QString& target,
                                           std::uint32_t value);

} // namespace hvgpu::hyperv
