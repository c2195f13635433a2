#include "HttpClient.h"

#include <QList>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <optional>
#include <string>

namespace hvgpu::tests {

namespace asio = boost::asio;
using boost::system::error_code;

struct HttpClient::Impl
{
    asio::io_context io;
    asio::ssl::context context{asio::ssl::context::tls_client};
    std::optional<asio::ssl::stream<asio::ip::tcp::socket>> tls; // made when the context is complete
    bool secure = false;
    bool connected = false;
    std::string pending;

    error_code write(const QByteArray& bytes)
    {
        error_code error;
        const auto buffer = asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        secure ? asio::write(*tls, buffer, error) : asio::write(tls->next_layer(), buffer, error);
        return error;
    }

    error_code more()
    {
        error_code error;
        std::array<char, 65536> piece{};
        const std::size_t count = secure ? tls->read_some(asio::buffer(piece), error)
                                         : tls->next_layer().read_some(asio::buffer(piece), error);
        pending.append(piece.data(), count);
        return error;
    }
};

HttpClient::HttpClient(std::uint16_t port, const QByteArray& caPem)
    : m_impl(std::make_unique<Impl>())
{
    error_code error;
    m_impl->secure = !caPem.isEmpty();
    if (m_impl->secure) {
        m_impl->context.add_certificate_authority(
            asio::buffer(caPem.constData(), static_cast<std::size_t>(caPem.size())), error);
        m_impl->context.set_verify_mode(asio::ssl::verify_peer);
        m_impl->context.set_verify_callback(asio::ssl::host_name_verification("127.0.0.1"));
    }
    m_impl->tls.emplace(m_impl->io, m_impl->context);
    m_impl->tls->next_layer().connect({asio::ip::address_v4::loopback(), port}, error);
    if (!error && m_impl->secure)
        m_impl->tls->handshake(asio::ssl::stream_base::client, error);
    m_impl->connected = !error;
}

HttpClient::~HttpClient() = default;

bool HttpClient::isConnected() const
{
    return m_impl->connected;
}

HttpClient::Answer HttpClient::post(const QByteArray& body, const QByteArray& headers)
{
    return exchange(
        "POST /wsman HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n" +
        headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

HttpClient::Answer HttpClient::exchange(const QByteArray& bytes)
{
    Answer answer;
    if (m_impl->write(bytes))
        return answer;
    std::size_t end = 0;
    while ((end = m_impl->pending.find("\r\n\r\n")) == std::string::npos)
        if (m_impl->more())
            return answer;
    answer.header = QByteArray::fromStdString(m_impl->pending.substr(0, end));
    m_impl->pending.erase(0, end + 4);
    answer.status = answer.header.mid(9, 3).toInt();
    const qsizetype at = answer.header.indexOf("Content-Length: ");
    const QByteArray lengthText = at < 0 ? QByteArray("0") : answer.header.mid(at + 16).split('\r').first();
    const std::size_t length = lengthText.toULong();
    while (m_impl->pending.size() < length)
        if (m_impl->more())
            break;
    answer.complete = m_impl->pending.size() >= length;
    answer.body = QByteArray::fromStdString(m_impl->pending.substr(0, length));
    m_impl->pending.erase(0, length);
    return answer;
}

} // namespace hvgpu::tests
