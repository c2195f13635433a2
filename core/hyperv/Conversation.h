#pragma once

#include "core/base/Clock.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/ReadContext.h"
#include "core/model/FirstLook.h"
#include "core/model/HostSnapshot.h"
#include "core/wmi/Session.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace hvgpu::hyperv {

/// Limits of one read.
struct ReadOptions
{
    std::stop_token stop;                             ///< ends the read at once with Cancelled
    std::chrono::milliseconds callDeadline{30'000};   ///< for one call
    std::chrono::milliseconds totalDeadline{120'000}; ///< for the whole read
    /// What was read of this host last: facts that only another device or driver changes are taken from
    /// there.
    std::shared_ptr<const model::HostSnapshot> previous;
    /// How old device properties taken from there may be (see DeviceProperties).
    std::chrono::seconds propertiesMayBe{60};
    /// Called once on the reading thread as soon as the GPUs are listed, when there is no previous reading;
    /// may be empty.
    std::function<void(model::FirstLook&&)> firstLook;
};

/// The calls of one read: tells what ends the read (host gone, credentials, cancelled) from what costs one
/// part only, repeats while the provider restarts, and falls back to all columns when a projection is
/// refused.
class Conversation
{
public:
    using Rows = std::vector<cim::Instance>;
    /// A longer list is not believed, and costs its part: no host has as many of anything that is asked for
    /// (Hyper-V's limits: 2,048 running VMs, 8 partition adapters of each).
    static constexpr std::size_t maximumRows = 20'000;

    Conversation(wmi::Session& session, base::Clock& clock, ReadOptions options);

    /// After a fatal error every further call returns it without asking the host.
    [[nodiscard]] base::Result<Rows> tryRows(const ClassQuery& query);
    /// Objects associated with @p object, which names its namespace.
    [[nodiscard]] base::Result<Rows> tryRelated(const cim::ObjectPath& object, const QString& association,
                                                const QString& resultClass);
    /// For methods that change nothing.
    [[nodiscard]] base::Result<wmi::InvokeResult> tryInvoke(const cim::ObjectPath& target,
                                                            const QString& method,
                                                            const std::vector<cim::Property>& parameters);

    /// The error that ended the read, if one did.
    [[nodiscard]] const std::optional<base::Error>& fatal() const { return m_fatal; }
    /// The first error of any kind.
    [[nodiscard]] const std::optional<base::Error>& firstError() const { return m_firstError; }
    /// True once any call was answered with data.
    [[nodiscard]] bool hasAnswered() const { return m_answered; }

private:
    template <class Answer, class Call>
    [[nodiscard]] base::Result<Answer> attempt(const Call& call);
    [[nodiscard]] base::Result<Rows> runQuery(const ClassQuery& query, const QStringList& columns);
    [[nodiscard]] base::Result<Rows> runText(const QString& nameSpace, const QString& wql);
    [[nodiscard]] static base::Error tooLong(const QString& list);
    [[nodiscard]] std::optional<base::Error> expired() const;
    void remember(const base::Error& error);
    [[nodiscard]] bool isFatal(const base::Error& error) const;

    wmi::Session& m_session;
    base::Clock& m_clock;
    ReadOptions m_options;
    std::chrono::steady_clock::time_point m_started;
    std::optional<base::Error> m_fatal;
    std::optional<base::Error> m_firstError;
    bool m_answered = false;
    int m_restartsAwaited = 0;
    int m_timeouts = 0;
    int m_damaged = 0;    ///< answers
    int m_lostInARow = 0; ///< connections, without an answer in between
};

} // namespace hvgpu::hyperv
