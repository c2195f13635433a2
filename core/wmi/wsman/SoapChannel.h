#pragma once

#include "core/wmi/wsman/EnvelopeReader.h"
#include "core/wmi/wsman/HttpConnection.h"
#include "core/wmi/wsman/SecurityContext.h"

#include <optional>

namespace hvgpu::wsman {

/// Carries SOAP messages over one HttpConnection: request out, answer straight into an EnvelopeReader.
class SoapChannel
{
public:
    explicit SoapChannel(const wmi::ConnectionSettings& settings);

    /// Sends @p request and has @p reader read the answer as it arrives. Faults, HTTP errors and lost
    /// connections are errors. @p mayRepeat false: the bytes leave at most once, whatever is answered; who
    /// has to sign in for that does it before they leave.
    base::Result<void> exchange(const QByteArray& request, bool mayRepeat, EnvelopeReader& reader,
                                const TransferLimit& limit);

    /// Whether bytes of the last request left this machine.
    [[nodiscard]] bool requestWasSent() const noexcept { return m_sent; }
    /// Whether what the last request was answered with cannot have been said by anybody but the host, as far
    /// as this connection protects against others.
    [[nodiscard]] bool answerCounts() const noexcept { return m_answerCounts; }
    /// How long ago the connection served last; nullopt before there was one.
    [[nodiscard]] std::optional<std::chrono::milliseconds> idleFor() const;
    [[nodiscard]] const wmi::SessionStatistics& statistics() const noexcept
    {
        return m_connection.statistics();
    }

private:
    struct Received;

    base::Result<HttpHead> send(const QByteArray& request, bool mayRepeat, EnvelopeReader& reader,
                                Received& received, const TransferLimit& limit);
    base::Result<void> concludeSealed(const HttpHead& head, EnvelopeReader& reader, const Received& received);
    base::Result<void> conclude(const HttpHead& head, bool hasSoap, EnvelopeReader& reader,
                                const QByteArray& other);

    HttpConnection m_connection;
    std::unique_ptr<SecurityContext> m_security;
    bool m_readable;         ///< by everybody on the way: neither TLS nor sealed messages
    bool m_answered = false; ///< in the form that this channel sends
    bool m_sent = false;
    bool m_answerCounts = true;
};

} // namespace hvgpu::wsman
