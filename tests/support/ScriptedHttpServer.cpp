#include "tests/support/ScriptedHttpServer.h"

#include <utility> // Boost 1.74's asio forgets it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

namespace hvgpu::test {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using TlsStream = asio::ssl::stream<tcp::socket&>;

constexpr qsizetype MaxHead = 64 * 1024;

QByteArray headOf(const ScriptedReply& reply)
{
    qsizetype length = 0;
    for (const QByteArray& piece : reply.pieces)
        length += piece.size();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Scripted\r\n";
    if (!reply.contentType.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    head += "Content-Length: " + QByteArray::number(reply.announcedLength.value_or(length)) + "\r\n";
    for (const QByteArray& line : reply.headers)
        head += line + "\r\n";
    return head + "\r\n";
}

template <class Stream>
bool readRequest(Stream& stream, ReceivedRequest& request)
{
    boost::system::error_code error;
    QByteArray head;
    char c = 0;
    while (!head.endsWith("\r\n\r\n") && head.size() < MaxHead) {
        asio::read(stream, asio::buffer(&c, 1), error);
        if (error)
            return false;
        head += c;
    }
    request.head = head;
    request.body.resize(request.header("Content-Length").toLongLong());
    asio::read(stream, asio::buffer(request.body.data(), static_cast<std::size_t>(request.body.size())),
               error);
    return !error;
}

template <class Stream>
bool write(Stream& stream, const QByteArray& bytes)
{
    boost::system::error_code error;
    asio::write(stream, asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size())), error);
    return !error;
}

} // namespace

QByteArray ReceivedRequest::header(const QByteArray& name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

class ScriptedHttpServer::Impl
{
public:
    Impl(Script script, const Options& options)
        : m_script(std::move(script))
        , m_acceptor(m_context, tcp::endpoint(asio::ip::make_address(options.address), 0))
    {
        if (!options.certificatePem.isEmpty()) {
            m_tls.emplace(asio::ssl::context::tls_server);
            m_tls->use_certificate_chain(buffer(options.certificatePem));
            m_tls->use_private_key(buffer(options.privateKeyPem), asio::ssl::context::pem);
        }
        accept();
        m_thread = std::thread([this] { m_context.run(); });
    }

    ~Impl()
    {
        m_stopping = true;
        asio::post(m_context, [this] { m_acceptor.close(); });
        m_thread.join();
        boost::system::error_code ignored;
        for (Connection& connection : m_connections) {
            connection.socket.shutdown(tcp::socket::shutdown_both, ignored);
            connection.thread.join();
        }
    }

    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }

    [[nodiscard]] std::vector<ReceivedRequest> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

    [[nodiscard]] int connections() const { return m_accepted; }

private:
    struct Connection
    {
        explicit Connection(tcp::socket s)
            : socket(std::move(s))
        {}
        tcp::socket socket;
        std::thread thread;
    };

    static asio::const_buffer buffer(const QByteArray& bytes)
    {
        return asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }

    void accept()
    {
        m_acceptor.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
            if (error || m_stopping)
                return;
            const int number = ++m_accepted;
            Connection& connection = m_connections.emplace_back(std::move(socket));
            connection.thread =
                std::thread([this, &connection, number] { serve(connection.socket, number); });
            accept();
        });
    }

    void serve(tcp::socket& socket, int number)
    {
        boost::system::error_code error;
        if (!m_tls) {
            while (serveOne(socket, number)) {
            }
        } else {
            TlsStream stream(socket, *m_tls);
            stream.handshake(TlsStream::server, error);
            while (!error && serveOne(stream, number)) {
            }
        }
        socket.shutdown(tcp::socket::shutdown_both, error);
    }

    template <class Stream>
    bool serveOne(Stream& stream, int number)
    {
        ReceivedRequest request;
        request.connection = number;
        if (!readRequest(stream, request))
            return false;
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
        }
        const ScriptedReply reply = [&] {
            const std::lock_guard lock(m_scriptMutex);
            return m_script(request);
        }();
        if (reply.closeUnanswered)
            return false;
        if (reply.hang) { // until the client goes or the server ends
            char c = 0;
            boost::system::error_code error;
            asio::read(stream, asio::buffer(&c, 1), error);
            return false;
        }
        if (!write(stream, headOf(reply)))
            return false;
        for (std::size_t i = 0; i < reply.pieces.size(); ++i) {
            if (i > 0 && reply.betweenPieces)
                reply.betweenPieces();
            if (!write(stream, reply.pieces[i]))
                return false;
        }
        return !reply.closeAfter && !reply.announcedLength;
    }

    Script m_script;
    std::mutex m_scriptMutex;
    asio::io_context m_context;
    tcp::acceptor m_acceptor;
    std::optional<asio::ssl::context> m_tls;
    std::list<Connection> m_connections; // grows on m_thread only
    std::atomic<int> m_accepted = 0;
    std::atomic<bool> m_stopping = false;
    mutable std::mutex m_mutex;
    std::vector<ReceivedRequest> m_requests;
    std::thread m_thread;
};

ScriptedHttpServer::ScriptedHttpServer(Script script)
    : ScriptedHttpServer(std::move(script), Options())
{}

ScriptedHttpServer::ScriptedHttpServer(Script script, const Options& options)
    : m_impl(std::make_unique<Impl>(std::move(script), options))
{}

ScriptedHttpServer::~ScriptedHttpServer() = default;

std::uint16_t ScriptedHttpServer::port() const
{
    return m_impl->port();
}

std::vector<ReceivedRequest> ScriptedHttpServer::requests() const
{
    return m_impl->requests();
}

int ScriptedHttpServer::connections() const
{
    return m_impl->connections();
}

} // namespace hvgpu::test
