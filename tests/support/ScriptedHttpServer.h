#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::test {

/// A request as it came in.
struct ReceivedRequest
{
    QByteArray head; ///< request line and headers
    QByteArray body;
    int connection = 0; ///< 1 for the first connection the server took

    /// Value of a header, name without case; null when absent.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
};

/// What to answer, misbehaviour included.
struct ScriptedReply
{
    int status = 200;
    QByteArray contentType = "application/soap+xml;charset=UTF-8"; ///< empty: no such header
    QList<QByteArray> headers;                                     ///< further header lines
    std::vector<QByteArray> pieces; ///< the body; every piece is written by itself
    /// Called before each piece but the first; the server waits for it.
    std::function<void()> betweenPieces;
    std::optional<qsizetype> announcedLength; ///< Content-Length that is not the real one
    bool closeUnanswered = false;             ///< end the connection instead of answering
    bool closeAfter = false;                  ///< end the connection after the answer, without saying so
    bool hang = false;                        ///< keep the connection open and say nothing
};

/// An HTTP/1.1 server on a loopback port for tests: every request goes to the script, on the thread of its
/// connection, one call at a time. Ends all connections when it goes.
class ScriptedHttpServer
{
public:
    using Script = std::function<ScriptedReply(const ReceivedRequest& request)>;
    struct Options
    {
        const char* address = "127.0.0.1";
        QByteArray certificatePem; ///< not empty: TLS
        QByteArray privateKeyPem;
    };

    explicit ScriptedHttpServer(Script script);
    ScriptedHttpServer(Script script, const Options& options);
    ~ScriptedHttpServer();
    ScriptedHttpServer(const ScriptedHttpServer&) = delete;
    ScriptedHttpServer& operator=(const ScriptedHttpServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Everything received so far, in order. Thread-safe.
    [[nodiscard]] std::vector<ReceivedRequest> requests() const;
    /// Connections accepted so far. Thread-safe.
    [[nodiscard]] int connections() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hvgpu::test
