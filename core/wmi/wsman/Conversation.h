#pragma once

#include "core/base/Clock.h"
#include "core/wmi/CallOptions.h"
#include "core/wmi/wsman/RequestWriter.h"
#include "core/wmi/wsman/SoapChannel.h"
#include "core/wmi/wsman/Tuning.h"

#include <functional>

namespace hvgpu::wsman {

/// When a request may be sent again by itself.
enum class Repeat {
    Never,     ///< it changes something
    IfRefused, ///< only when the host said that it did not carry it out (a Pull that was carried out took its
               ///< rows)
    Always     ///< it only reads
};

/// One operation on the wire.
struct SoapCall
{
    QString operation; ///< for errors: "Enumerate", "Invoke AddResourceSettings"
    QString target;    ///< for errors
    Repeat repeat = Repeat::Never;
    Expectation expectation; ///< without the message id
    std::function<base::Result<QByteArray>(const RequestWriter&)> write;
    EnvelopeReader::Rows rows;
};

/// Until when a call may run, over all its round trips.
struct Deadline
{
    std::chrono::steady_clock::time_point end;
    std::stop_token stop;
};

/// Requests and answers with one host, one at a time, with retries where they are safe (wsman.md 3.4). Every
/// error it returns carries operation, target and host.
class Conversation
{
public:
    Conversation(wmi::ConnectionSettings settings, base::Clock& clock, const Tuning& tuning);

    base::Result<Answer> call(const SoapCall& call, const Deadline& deadline);
    /// What was read of the last answer, also when the call failed.
    [[nodiscard]] const Answer& lastAnswer() const noexcept { return m_lastAnswer; }

    [[nodiscard]] Deadline deadlineFor(const wmi::CallOptions& options) const;
    /// Waits a random time before attempt number @p attempt + 1; false when the caller stopped or time is too
    /// short.
    bool backOff(int attempt, const Deadline& deadline);
    [[nodiscard]] base::Clock& clock() noexcept { return m_clock; }
    [[nodiscard]] const Tuning& tuning() const noexcept { return m_tuning; }
    /// Allows larger answers after @p error; false when it was not about our limit, or the limit is at its
    /// cap.
    bool growEnvelope(const base::Error& error);
    [[nodiscard]] const wmi::SessionStatistics& statistics() const noexcept { return m_channel.statistics(); }
    /// Fills in what every error of this host says.
    [[nodiscard]] base::Error describe(base::Error error, const SoapCall& call) const;

private:
    base::Result<void> attempt(const SoapCall& call, const Deadline& deadline, std::uint64_t& rows);
    [[nodiscard]] bool mayRetry(const SoapCall& call, const base::Error& error, bool wasConnected) const;
    void markIndeterminate(base::Error& error) const;
    base::Result<void> probe(const SoapCall& call, const Deadline& deadline);

    wmi::ConnectionSettings m_settings;
    base::Clock& m_clock;
    Tuning m_tuning;
    SoapChannel m_channel;
    NamePool m_names;
    QString m_sessionId;
    std::uint32_t m_maxEnvelopeSize;
    Answer m_lastAnswer;
    bool m_sent = false;        ///< bytes of the last request left
    bool m_answerCounts = true; ///< a status in place of an answer was the host's own word
};

} // namespace hvgpu::wsman
