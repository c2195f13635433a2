#include "tests/integration/auth/TlsRelay.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <thread>

namespace hvgpu::test {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using tcp = asio::ip::tcp;
using Stream = ssl::stream<tcp::socket>;

class TlsRelay::Impl
{
public:
    Impl(std::uint16_t hostPort, const QByteArray& certificatePem, const QByteArray& privateKeyPem)
        : m_host(asio::ip::address_v4::loopback(), hostPort)
        , m_acceptor(m_io, {asio::ip::address_v4::loopback(), 0})
        , m_port(m_acceptor.local_endpoint().port())
    {
        m_shown.use_certificate_chain(view(certificatePem));
        m_shown.use_private_key(view(privateKeyPem), ssl::context::pem);
        m_believing.set_verify_mode(ssl::verify_none);
        accept();
        m_thread = std::jthread([this] { m_io.run(); });
    }
    ~Impl() { m_io.stop(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    struct Relay
    {
        Relay(asio::io_context& io, ssl::context& shown, ssl::context& believing)
            : client(io, shown)
            , host(io, believing)
        {}
        Stream client;
        Stream host;
        std::array<char, 65536> fromClient{};
        std::array<char, 65536> fromHost{};
    };

    static asio::const_buffer view(const QByteArray& bytes)
    {
        return asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }

    void accept()
    {
        auto relay = std::make_shared<Relay>(m_io, m_shown, m_believing);
        m_acceptor.async_accept(relay->client.next_layer(), [this, relay](boost::system::error_code error) {
            if (error)
                return;
            relay->client.async_handshake(Stream::server, [this, relay](auto failed) {
                if (!failed)
                    reach(relay);
            });
            accept();
        });
    }

    void reach(const std::shared_ptr<Relay>& relay)
    {
        boost::system::error_code error;
        relay->host.next_layer().connect(m_host, error);
        if (error)
            return;
        relay->host.async_handshake(Stream::client, [this, relay](auto failed) {
            if (failed)
                return;
            pump(relay, relay->client, relay->host, relay->fromClient);
            pump(relay, relay->host, relay->client, relay->fromHost);
        });
    }

    void pump(const std::shared_ptr<Relay>& relay, Stream& from, Stream& to, std::array<char, 65536>& buffer)
    {
        from.async_read_some(
            asio::buffer(buffer), [this, relay, &from, &to, &buffer](auto error, std::size_t n) {
                if (error)
                    return close(*relay);
                asio::async_write(to, asio::buffer(buffer.data(), n),
                                  [this, relay, &from, &to, &buffer](auto failed, std::size_t) {
                                      failed ? close(*relay) : pump(relay, from, to, buffer);
                                  });
            });
    }

    static void close(Relay& relay)
    {
        boost::system::error_code ignored;
        relay.client.next_layer().close(ignored);
        relay.host.next_layer().close(ignored);
    }

    tcp::endpoint m_host;
    asio::io_context m_io;
    ssl::context m_shown{ssl::context::tls_server};
    ssl::context m_believing{ssl::context::tls_client};
    tcp::acceptor m_acceptor;
    std::uint16_t m_port;
    std::jthread m_thread; // last: it uses everything above
};

TlsRelay::TlsRelay(std::uint16_t hostPort, const QByteArray& certificatePem, const QByteArray& privateKeyPem)
    : m_impl(std::make_unique<Impl>(hostPort, certificatePem, privateKeyPem))
{}

TlsRelay::~TlsRelay() = default;

std::uint16_t TlsRelay::port() const
{
    return m_impl->port();
}

} // namespace hvgpu::test
