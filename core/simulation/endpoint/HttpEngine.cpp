#include "core/simulation/endpoint/HttpEngine.h"

#include "core/simulation/endpoint/HttpConnection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>

#include <array>
#include <future>
#include <thread>
#include <vector>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

base::Error failed(const QString& operation, const QString& target, const boost::system::error_code& cause)
{
    base::Error error;
    error.layer = base::Layer::Connect;
    error.code = base::ErrorCode::Io;
    error.operation = operation;
    error.target = target;
    error.nativeCode = static_cast<std::uint32_t>(cause.value());
    error.detail = QString::fromStdString(cause.message());
    return error;
}

/// The port of one host. Its socket is bound all the time, so that the port stays ours, but listens only
/// while the host is on. Used on its own strand.
class Listener : public std::enable_shared_from_this<Listener>
{
public:
    Listener(asio::io_context& io, asio::ssl::context* tls, std::shared_ptr<HostFront> front)
        : m_io(io)
        , m_tls(tls)
        , m_front(std::move(front))
        , m_strand(asio::make_strand(io))
        , m_acceptor(m_strand)
    {}

    [[nodiscard]] auto& strand() { return m_strand; }
    [[nodiscard]] std::uint16_t port() const { return m_endpoint.port(); }

    boost::system::error_code reserve(const tcp::endpoint& endpoint)
    {
        boost::system::error_code error;
        m_acceptor.open(endpoint.protocol(), error);
        if (!error)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            m_acceptor.bind(endpoint, error);
        if (!error)
            m_endpoint = m_acceptor.local_endpoint(error);
        return error;
    }

    boost::system::error_code setListening(bool on)
    {
        boost::system::error_code error;
        if (on == m_listening)
            return error;
        m_listening = on;
        if (on) {
            m_acceptor.listen(asio::socket_base::max_listen_connections, error);
            if (!error)
                accept();
            return error;
        }
        m_acceptor.close(error);
        for (const auto& connection : m_connections)
            if (const auto alive = connection.lock())
                alive->abort();
        m_connections.clear();
        return reserveAgain();
    }

private:
    /// Where accepting is a request that has to be called back (Windows), a closed socket has its port for a
    /// moment.
    boost::system::error_code reserveAgain()
    {
        constexpr int attempts = 200;
        for (int attempt = 1;; ++attempt) {
            const auto error = reserve(m_endpoint);
            if (error != asio::error::address_in_use || attempt == attempts)
                return error;
            boost::system::error_code ignored;
            m_acceptor.close(ignored);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

    void accept()
    {
        m_acceptor.async_accept(
            asio::make_strand(m_io),
            [self = shared_from_this()](boost::system::error_code error, tcp::socket socket) {
                if (!error)
                    self->serve(std::move(socket));
                if (error != asio::error::operation_aborted && self->m_listening)
                    self->accept();
            });
    }

    void serve(tcp::socket socket)
    {
        boost::system::error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        if (m_tls != nullptr)
            keep(std::make_shared<HttpConnection<boost::beast::ssl_stream<boost::beast::tcp_stream>>>(
                m_front, std::move(socket), *m_tls));
        else
            keep(std::make_shared<HttpConnection<boost::beast::tcp_stream>>(m_front, std::move(socket)));
    }

    template <class AnyConnection>
    void keep(const std::shared_ptr<AnyConnection>& connection)
    {
        std::erase_if(m_connections, [](const auto& known) { return known.expired(); });
        m_connections.push_back(connection);
        connection->start();
    }

    asio::io_context& m_io;
    asio::ssl::context* m_tls;
    std::shared_ptr<HostFront> m_front;
    asio::strand<asio::io_context::executor_type> m_strand;
    tcp::acceptor m_acceptor;
    tcp::endpoint m_endpoint;
    bool m_listening = false;
    std::vector<std::weak_ptr<Connection>> m_connections;
};

} // namespace

struct HttpEngine::Impl
{
    explicit Impl(unsigned threadCount)
        : io(static_cast<int>(threadCount))
    {}

    std::optional<asio::ssl::context> tls; // outlives the connections that io still holds
    asio::io_context io;
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    std::vector<std::shared_ptr<Listener>> listeners;
    std::vector<std::jthread> threads;
    std::jthread ticker;
};

HttpEngine::HttpEngine(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

base::Result<std::unique_ptr<HttpEngine>>
HttpEngine::create(unsigned threads, const std::optional<CertificatePair>& tls, bool asksForCertificate)
{
    const unsigned count = std::max(1U, threads);
    auto impl = std::make_unique<Impl>(count);
    if (tls) {
        boost::system::error_code error;
        impl->tls.emplace(asio::ssl::context::tls_server);
        impl->tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                               asio::ssl::context::no_tlsv1_1);
        if (asksForCertificate) {
            impl->tls->set_verify_mode(asio::ssl::verify_peer);
            impl->tls->set_verify_callback([](bool, asio::ssl::verify_context&) { return true; });
            constexpr std::array<unsigned char, 5> name{'h', 'v', 'g', 'p', 'u'};
            SSL_CTX_set_session_id_context(impl->tls->native_handle(), name.data(), name.size());
        }
        impl->tls->use_certificate_chain(
            asio::buffer(tls->certificate.constData(), static_cast<std::size_t>(tls->certificate.size())),
            error);
        if (!error)
            impl->tls->use_private_key(
                asio::buffer(tls->privateKey.constData(), static_cast<std::size_t>(tls->privateKey.size())),
                asio::ssl::context::pem, error);
        if (error)
            return base::fail(failed(u"use certificate"_s, {}, error));
    }
    for (unsigned i = 0; i < count; ++i)
        impl->threads.emplace_back([io = &impl->io] { io->run(); });
    return std::unique_ptr<HttpEngine>(new HttpEngine(std::move(impl)));
}

HttpEngine::~HttpEngine()
{
    m_impl->ticker = {};
    m_impl->io.stop();
    m_impl->threads.clear();
}

base::Result<std::uint16_t> HttpEngine::addHost(std::shared_ptr<HostFront> front, const QString& address,
                                                std::uint16_t port)
{
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address.toStdString(), error);
    auto listener =
        std::make_shared<Listener>(m_impl->io, m_impl->tls ? &*m_impl->tls : nullptr, std::move(front));
    if (!error)
        error = listener->reserve({ip, port});
    if (error)
        return base::fail(failed(u"bind"_s, u"%1:%2"_s.arg(address).arg(port), error));
    m_impl->listeners.push_back(listener);
    return listener->port();
}

base::Result<void> HttpEngine::setListening(std::size_t host, bool on)
{
    const std::shared_ptr<Listener> listener = m_impl->listeners.at(host);
    std::promise<boost::system::error_code> done;
    asio::post(listener->strand(), [&] { done.set_value(listener->setListening(on)); });
    if (const auto error = done.get_future().get())
        return base::fail(failed(u"listen"_s, QString::number(listener->port()), error));
    return {};
}

void HttpEngine::every(std::chrono::milliseconds period, std::function<void()> task)
{
    m_impl->ticker = std::jthread([period, task = std::move(task)](const std::stop_token& stop) {
        base::SystemClock clock;
        while (clock.sleepFor(period, stop))
            task();
    });
}

} // namespace hvgpu::simulation
