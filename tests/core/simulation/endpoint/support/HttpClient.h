#pragma once

#include <QByteArray>

#include <cstdint>
#include <memory>

namespace hvgpu::tests {

/// A plain blocking HTTP client over raw sockets, so that the server is not judged by the product's own
/// client.
class HttpClient
{
public:
    struct Answer
    {
        int status = 0; ///< 0: no complete header came
        QByteArray header;
        QByteArray body;
        bool complete = false; ///< the body has as many bytes as announced
    };

    /// @p caPem: speak TLS and trust only this.
    explicit HttpClient(std::uint16_t port, const QByteArray& caPem = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    [[nodiscard]] bool isConnected() const;
    /// Sends a POST /wsman and reads the answer; further headers end with CRLF each.
    Answer post(const QByteArray& body, const QByteArray& headers = {});
    /// Sends raw bytes and reads one answer.
    Answer exchange(const QByteArray& bytes);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hvgpu::tests
