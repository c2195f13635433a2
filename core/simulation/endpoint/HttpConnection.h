#pragma once

// Included by HttpEngine.cpp only: everything that is instantiated from Beast lives in that translation unit.

#include "core/simulation/endpoint/HostFront.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <memory>
#include <optional>
#include <string>

namespace hvgpu::simulation {

/// A connection as its listener keeps it.
class Connection
{
public:
    virtual ~Connection() = default;
    /// Cuts the connection; from any thread.
    virtual void abort() = 0;
};

/// One keep-alive connection: reads a request, lets the host answer, brings the answer across with whatever
/// fault was injected, and again.
template <class Stream>
class HttpConnection final : public Connection, public std::enable_shared_from_this<HttpConnection<Stream>>
{
public:
    template <class... Arguments>
    HttpConnection(std::shared_ptr<HostFront> front, boost::asio::ip::tcp::socket socket,
                   Arguments&... arguments)
        : m_front(std::move(front))
        , m_auth(m_front->newConnection())
        , m_stream(std::move(socket), arguments...)
        , m_timer(m_stream.get_executor())
    {}

    void start();
    void abort() override;

private:
    using Error = boost::beast::error_code;
    using Handler = void (HttpConnection::*)();
    static constexpr bool isTls = !std::is_same_v<Stream, boost::beast::tcp_stream>;
    static constexpr std::chrono::seconds idleLimit{120};

    /// A completion handler that goes on with @p next, and closes on an error.
    auto then(Handler next)
    {
        return [self = this->shared_from_this(), next](Error error, std::size_t = 0) {
            error ? self->close() : ((*self).*next)();
        };
    }
    auto& lowest() { return boost::beast::get_lowest_layer(m_stream); }

    void handshake();
    void shookHands();
    void readHeader();
    void gotHeader();
    void readBody();
    void gotRequest();
    void refuse(int status);
    void deliver();
    void wroteHead();
    void writeBody();
    void wrotePiece();
    void finished();
    void lingerThenClose();
    void drain();
    void close();
    [[nodiscard]] std::string head() const;

    std::shared_ptr<HostFront> m_front;
    ConnectionAuth m_auth;
    Stream m_stream;
    boost::asio::steady_timer m_timer;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    Delivery m_delivery;
    std::string m_head;
    qsizetype m_sent = 0;
    bool m_keepAlive = true;
};

template <class Stream>
void HttpConnection<Stream>::start()
{
    boost::asio::dispatch(m_stream.get_executor(), [self = this->shared_from_this()] {
        const auto effect = self->m_front->connectFault();
        if (!effect)
            return self->handshake();
        if (effect->drop != FaultEffect::Drop::None)
            return self->close();
        self->m_timer.expires_after(effect->latency);
        self->m_timer.async_wait(self->then(&HttpConnection::handshake));
    });
}

template <class Stream>
void HttpConnection<Stream>::abort()
{
    boost::asio::post(m_stream.get_executor(), [self = this->shared_from_this()] { self->close(); });
}

template <class Stream>
void HttpConnection<Stream>::handshake()
{
    if constexpr (isTls) {
        lowest().expires_after(idleLimit);
        m_stream.async_handshake(boost::asio::ssl::stream_base::server, then(&HttpConnection::shookHands));
    } else {
        readHeader();
    }
}

template <class Stream>
void HttpConnection<Stream>::shookHands()
{
    if constexpr (isTls) {
        if (X509* certificate = SSL_get1_peer_certificate(m_stream.native_handle())) {
            QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
            auto* bytes = reinterpret_cast<unsigned char*>(der.data());
            i2d_X509(certificate, &bytes);
            X509_free(certificate);
            m_auth.setCallersCertificate(std::move(der));
        }
    }
    readHeader();
}

template <class Stream>
void HttpConnection<Stream>::readHeader()
{
    m_parser.emplace();
    m_parser->body_limit(static_cast<std::uint64_t>(m_front->largestRequest()));
    lowest().expires_after(idleLimit);
    boost::beast::http::async_read_header(m_stream, m_buffer, *m_parser,
                                          [self = this->shared_from_this()](Error error, std::size_t) {
                                              if (error == boost::beast::http::error::body_limit)
                                                  self->refuse(413);
                                              else
                                                  error ? self->close() : self->gotHeader();
                                          });
}

template <class Stream>
void HttpConnection<Stream>::gotHeader()
{
    if (!boost::beast::iequals(m_parser->get()[boost::beast::http::field::expect], "100-continue"))
        return readBody();
    m_head = "HTTP/1.1 100 Continue\r\n\r\n";
    boost::asio::async_write(m_stream, boost::asio::buffer(m_head), then(&HttpConnection::readBody));
}

template <class Stream>
void HttpConnection<Stream>::readBody()
{
    boost::beast::http::async_read(m_stream, m_buffer, *m_parser,
                                   [self = this->shared_from_this()](Error error, std::size_t) {
                                       if (error == boost::beast::http::error::body_limit)
                                           self->refuse(413);
                                       else
                                           error ? self->close() : self->gotRequest();
                                   });
}

template <class Stream>
void HttpConnection<Stream>::gotRequest()
{
    namespace http = boost::beast::http;
    const auto& message = m_parser->get();
    const auto bytes = [](boost::beast::string_view view) {
        return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
    };
    HttpRequest request;
    request.method = bytes(message.method_string());
    request.path = bytes(message.target());
    request.authorization = bytes(message[http::field::authorization]);
    request.contentType = bytes(message[http::field::content_type]);
    request.anonymousIdentify = boost::beast::iequals(message["WSMANIDENTIFY"], "unauthenticated");
    request.body =
        QByteArray::fromRawData(message.body().data(), static_cast<qsizetype>(message.body().size()));
    m_keepAlive = message.keep_alive();
    m_delivery = m_front->handle(request, m_auth);
    if (m_delivery.latency.count() == 0)
        return deliver();
    lowest().expires_never();
    m_timer.expires_after(m_delivery.latency);
    m_timer.async_wait(then(&HttpConnection::deliver));
}

template <class Stream>
void HttpConnection<Stream>::refuse(int status)
{
    m_delivery = {};
    m_delivery.status = status;
    m_keepAlive = false;
    deliver();
}

template <class Stream>
void HttpConnection<Stream>::deliver()
{
    using Drop = FaultEffect::Drop;
    if (m_delivery.drop == Drop::Before || m_delivery.drop == Drop::AfterPerforming)
        return close();
    m_head = head();
    m_delivery.underWay.reset(); // who has the answer may ask the next thing
    lowest().expires_after(idleLimit);
    boost::asio::async_write(m_stream, boost::asio::buffer(m_head), then(&HttpConnection::wroteHead));
}

template <class Stream>
void HttpConnection<Stream>::wroteHead()
{
    m_sent = 0;
    if (m_delivery.drop == FaultEffect::Drop::AfterHeaders)
        return close();
    writeBody();
}

template <class Stream>
void HttpConnection<Stream>::writeBody()
{
    const bool cut = m_delivery.drop == FaultEffect::Drop::MidBody;
    const qsizetype total = cut ? m_delivery.body.size() / 2 : m_delivery.body.size();
    if (m_sent >= total)
        return cut ? close() : finished();
    const qsizetype piece =
        m_delivery.dripBytes > 0 ? std::min(m_delivery.dripBytes, total - m_sent) : total - m_sent;
    const auto buffer =
        boost::asio::buffer(m_delivery.body.constData() + m_sent, static_cast<std::size_t>(piece));
    m_sent += piece;
    lowest().expires_after(idleLimit);
    boost::asio::async_write(m_stream, buffer, then(&HttpConnection::wrotePiece));
}

template <class Stream>
void HttpConnection<Stream>::wrotePiece()
{
    if (m_delivery.dripBytes == 0)
        return writeBody();
    m_timer.expires_after(m_delivery.dripPause);
    m_timer.async_wait(then(&HttpConnection::writeBody));
}

template <class Stream>
void HttpConnection<Stream>::finished()
{
    m_delivery = {};
    m_keepAlive ? readHeader() : lingerThenClose();
}

/// Closing with unread data would reset the connection and lose the answer on its way.
template <class Stream>
void HttpConnection<Stream>::lingerThenClose()
{
    Error ignored;
    lowest().socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
    lowest().expires_after(std::chrono::seconds(2));
    drain();
}

template <class Stream>
void HttpConnection<Stream>::drain()
{
    m_buffer.clear();
    lowest().async_read_some(m_buffer.prepare(16384), then(&HttpConnection::drain));
}

template <class Stream>
void HttpConnection<Stream>::close()
{
    m_timer.cancel();
    lowest().close();
}

template <class Stream>
std::string HttpConnection<Stream>::head() const
{
    const auto status = static_cast<unsigned>(m_delivery.status);
    const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
    std::string text = "HTTP/1.1 " + std::to_string(status) + ' ' + std::string(reason) + "\r\n";
    if (!m_delivery.contentType.isEmpty())
        text += "Content-Type: " + m_delivery.contentType.toStdString() + "\r\n";
    for (const QByteArray& challenge : m_delivery.challenges)
        text += "WWW-Authenticate: " + challenge.toStdString() + "\r\n";
    if (!m_keepAlive)
        text += "Connection: close\r\n";
    text += "Server: Microsoft-HTTPAPI/2.0\r\nContent-Length: " + std::to_string(m_delivery.body.size());
    return text + "\r\n\r\n";
}

} // namespace hvgpu::simulation
