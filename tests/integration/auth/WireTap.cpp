#include "tests/integration/auth/WireTap.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <future>
#include <list>
#include <mutex>
#include <thread>

namespace hvgpu::test {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

class WireTap::Impl
{
public:
    explicit Impl(std::uint16_t hostPort)
        : m_host(asio::ip::address_v4::loopback(), hostPort)
        , m_acceptor(m_io, {asio::ip::address_v4::loopback(), 0})
        , m_port(m_acceptor.local_endpoint().port())
    {
        accept();
        m_thread = std::jthread([this] { m_io.run(); });
    }
    ~Impl() { m_io.stop(); }

    /// A client's connection and ours to the host.
    struct Relay
    {
        explicit Relay(asio::io_context& io)
            : client(io)
            , host(io)
        {}
        tcp::socket client;
        tcp::socket host;
        std::array<char, 65536> fromClient{};
        std::array<char, 65536> fromHost{};
        QByteArray toHost;
        QByteArray toClient;
    };

    void accept()
    {
        auto relay = std::make_shared<Relay>(m_io);
        m_acceptor.async_accept(relay->client, [this, relay](boost::system::error_code error) {
            if (error)
                return;
            relay->host.connect(m_host, error);
            if (!error) {
                const std::scoped_lock lock(m_mutex);
                m_relays.push_back(relay);
                ++m_connections;
            }
            if (error)
                close(*relay);
            else {
                pump(relay, Direction::ToHost);
                pump(relay, Direction::ToClient);
            }
            accept();
        });
    }

    static void close(Relay& relay)
    {
        boost::system::error_code ignored;
        relay.client.close(ignored);
        relay.host.close(ignored);
    }

    void pump(const std::shared_ptr<Relay>& relay, Direction direction)
    {
        const bool toHost = direction == Direction::ToHost;
        tcp::socket& from = toHost ? relay->client : relay->host;
        auto& buffer = toHost ? relay->fromClient : relay->fromHost;
        from.async_read_some(asio::buffer(buffer), [this, relay, direction](auto error, std::size_t size) {
            error ? close(*relay) : pass(relay, direction, static_cast<qsizetype>(size));
        });
    }

    void pass(const std::shared_ptr<Relay>& relay, Direction direction, qsizetype size)
    {
        const bool toHost = direction == Direction::ToHost;
        QByteArray& piece = toHost ? relay->toHost : relay->toClient;
        piece = QByteArray((toHost ? relay->fromClient : relay->fromHost).data(), size);
        {
            const std::scoped_lock lock(m_mutex);
            m_recorded.at(toHost ? 0 : 1) += piece;
            if (m_meddler)
                m_meddler(direction, piece);
        }
        tcp::socket& to = toHost ? relay->host : relay->client;
        asio::async_write(to, asio::buffer(piece.constData(), static_cast<std::size_t>(piece.size())),
                          [this, relay, direction](auto error, std::size_t) {
                              error ? close(*relay) : pump(relay, direction);
                          });
    }

    tcp::endpoint m_host;
    asio::io_context m_io;
    tcp::acceptor m_acceptor;
    std::uint16_t m_port;
    mutable std::mutex m_mutex;
    std::array<QByteArray, 2> m_recorded;
    Meddler m_meddler;
    std::list<std::weak_ptr<Relay>> m_relays;
    int m_connections = 0;
    std::jthread m_thread; // last: it uses everything above
};

WireTap::WireTap(std::uint16_t hostPort)
    : m_impl(std::make_unique<Impl>(hostPort))
{}

WireTap::~WireTap() = default;

std::uint16_t WireTap::port() const
{
    return m_impl->m_port;
}

QByteArray WireTap::recorded(Direction direction) const
{
    const std::scoped_lock lock(m_impl->m_mutex);
    return m_impl->m_recorded.at(direction == Direction::ToHost ? 0 : 1);
}

int WireTap::connections() const
{
    const std::scoped_lock lock(m_impl->m_mutex);
    return m_impl->m_connections;
}

void WireTap::setMeddler(Meddler meddler)
{
    const std::scoped_lock lock(m_impl->m_mutex);
    m_impl->m_meddler = std::move(meddler);
}

void WireTap::cut()
{
    std::promise<void> done;
    asio::post(m_impl->m_io, [this, &done] {
        const std::scoped_lock lock(m_impl->m_mutex);
        for (const auto& weak : m_impl->m_relays) {
            if (const auto relay = weak.lock())
                Impl::close(*relay);
        }
        m_impl->m_relays.clear();
        done.set_value();
    });
    done.get_future().wait();
}

} // namespace hvgpu::test
