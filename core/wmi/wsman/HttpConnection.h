#pragma once

#include "core/base/Result.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/Session.h"
#include "core/wmi/wsman/HttpMessage.h"

#include <memory>

namespace hvgpu::wsman {

/// One HTTP/1.1 connection to one host, kept open between requests. A blocking call reacts at once to its
/// stop token and deadline. Errors name host and port and never hold header values. One thread at a time.
class HttpConnection
{
public:
    explicit HttpConnection(const wmi::ConnectionSettings& settings);
    ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    /// Sends @p request and hands the body of the answer to @p sink. Any HTTP status is a success here.
    base::Result<HttpHead> post(const HttpRequest& request, const HttpBodySink& sink,
                                const TransferLimit& limit);

    /// Makes the next request open a new connection.
    void renew();
    /// Counts the connections; another number than before means that the one before is gone.
    [[nodiscard]] std::uint64_t connectionNumber() const noexcept;
    /// Whether the connection has been unused for so long that the next request will open a new one.
    [[nodiscard]] bool isIdleTooLong() const noexcept;
    /// The host's certificate on the connection in use, as DER; empty without TLS.
    [[nodiscard]] const QByteArray& certificate() const noexcept;

    /// Whether bytes of the last request left this machine, whatever became of it.
    [[nodiscard]] bool requestWasSent() const noexcept;
    /// Whether nothing of the last request left because the connection that it had to take was gone.
    [[nodiscard]] bool connectionWasGone() const noexcept;
    /// How long ago the connection in use served last.
    [[nodiscard]] std::chrono::milliseconds idleFor() const noexcept;
    /// Whether the last request went out on a connection that had served before.
    [[nodiscard]] bool connectionWasReused() const noexcept;
    [[nodiscard]] const wmi::SessionStatistics& statistics() const noexcept;

private:
    class Transfer;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace hvgpu::wsman
