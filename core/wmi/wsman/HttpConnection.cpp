#include "core/wmi/wsman/HttpConnection.h"

#include "core/wmi/wsman/CertificateFacts.h"
#include "core/wmi/wsman/CertificateSummaries.h"
#include "core/wmi/wsman/CurlError.h"
#include "core/wmi/wsman/CurlSetup.h"
#include "core/wmi/wsman/CurlTransfer.h"
#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/ProxyError.h"
#include "core/wmi/wsman/ServerCertificate.h"
#include "core/wmi/wsman/ServerTrust.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace hvgpu::wsman {
namespace {

constexpr long ReceiveBuffer = 64L * 1024; // made and wiped anew for every exchange
constexpr long IdleSeconds = 100;          // Windows closes idle connections after about two minutes
constexpr qsizetype MaxHeaderLine = 64 * 1024;

base::Error withCertificate(base::Error error, const QByteArray& der)
{
    if (der.isEmpty())
        return error;
    error.certificate = certificateFingerprint(der);
    error.certificateShown = std::make_shared<const base::CertificateSummary>(summaryOf(der));
    return error;
}

} // namespace

struct HttpConnection::State
{
    explicit State(const wmi::ConnectionSettings& given)
        : settings(given)
        , endpoint(endpointName(given))
        , trust(given)
    {
        settings.password = {};
    }

    wmi::ConnectionSettings settings; // without password
    QString endpoint;
    ServerTrust trust; // before the handle, which calls it
    CurlMulti multi;   // before the handle, which must go first
    CurlEasy easy;
    std::array<char, CURL_ERROR_SIZE> errorText{};
    wmi::SessionStatistics statistics;
    bool sent = false;
    bool reused = false;
    bool gone = false;                   // the connection that the request had to take
    QByteArray certificate;              // DER, of the connection in use
    steady_clock::time_point lastUsed{}; // of the connection in use
    bool keyPinned = false;

    [[nodiscard]] base::Result<void> pinKey(const TransferLimit& limit);
    [[nodiscard]] base::Error untrusted(base::Error error, const TransferLimit& limit) const;
};

// The certificate is compared before the first byte of ours is sent. From then on libcurl holds every new
// connection to its key.
base::Result<void> HttpConnection::State::pinKey(const TransferLimit& limit)
{
    const base::Result<QByteArray> shown = fetchServerCertificate(settings, limit);
    if (!shown)
        return base::fail(shown.error());
    const QByteArray key = publicKeyPin(*shown);
    if (key.isEmpty() || !matchesPin(settings.tls.pinnedCertificate, *shown)) {
        base::Error error = makeError(base::Layer::Tls, base::ErrorCode::CertificateChanged,
                                      u"%1 shows another certificate than the one trusted"_s.arg(endpoint));
        return base::fail(withCertificate(std::move(error), *shown));
    }
    curl_easy_setopt(easy.get(), CURLOPT_PINNEDPUBLICKEY, key.constData());
    curl_easy_setopt(easy.get(), CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(easy.get(), CURLOPT_SSL_VERIFYHOST, 0L);
    keyPinned = true;
    return {};
}

base::Error HttpConnection::State::untrusted(base::Error error, const TransferLimit& limit) const
{
    const auto shown = fetchServerCertificate(settings, limit);
    return shown ? withCertificate(std::move(error), *shown) : error;
}

/// One request and its answer; libcurl's callbacks end here.
class HttpConnection::Transfer
{
public:
    Transfer(State& state, const HttpRequest& request, const HttpBodySink& sink, const TransferLimit& limit)
        : m_state(state)
        , m_request(request)
        , m_sink(sink)
        , m_limit(limit)
        , m_start(steady_clock::now())
        , m_end(m_start + limit.timeLeft)
    {}

    base::Result<HttpHead> run();

private:
    static std::size_t onRead(char* buffer, std::size_t size, std::size_t count, void* self);
    static int onSeek(void* self, curl_off_t offset, int origin);
    static std::size_t onHeader(char* buffer, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* buffer, std::size_t size, std::size_t count, void* self);
    static int onNewSocket(void* self, curl_socket_t socket, curlsocktype purpose);

    [[nodiscard]] TransferLimit remaining() const;
    void prepare();
    void takeHeader(QByteArrayView line);
    bool takeBody(QByteArrayView piece);
    void account();
    base::Error failure(CURLcode result) const;

    State& m_state;
    const HttpRequest& m_request;
    const HttpBodySink& m_sink;
    const TransferLimit& m_limit;
    steady_clock::time_point m_start;
    steady_clock::time_point m_end;
    CurlList m_headers;
    HttpHead m_head;
    qsizetype m_read = 0;
    std::optional<base::Error> m_sinkError;
    bool m_timedOut = false;
    bool m_stopped = false;
    std::chrono::nanoseconds m_timeInSink{};
};

std::size_t HttpConnection::Transfer::onRead(char* buffer, std::size_t size, std::size_t count, void* self)
{
    auto& transfer = *static_cast<Transfer*>(self);
    const QByteArray& body = transfer.m_request.body;
    const auto n = std::min(static_cast<qsizetype>(size * count), body.size() - transfer.m_read);
    std::memcpy(buffer, body.constData() + transfer.m_read, static_cast<std::size_t>(n));
    transfer.m_read += n;
    return static_cast<std::size_t>(n);
}

// libcurl repeats a request by itself when a kept connection turns out dead, even after it was sent. Without
// a way back to the first byte it cannot, so what must happen once happens once.
int HttpConnection::Transfer::onSeek(void* self, curl_off_t offset, int origin)
{
    auto& transfer = *static_cast<Transfer*>(self);
    if (transfer.m_read == 0 && origin == SEEK_SET && offset == 0)
        return CURL_SEEKFUNC_OK; // meant for the request before, which failed
    if (!transfer.m_request.mayRepeat || origin != SEEK_SET || offset < 0 ||
        offset > transfer.m_request.body.size())
        return CURL_SEEKFUNC_FAIL;
    transfer.m_read = static_cast<qsizetype>(offset);
    return CURL_SEEKFUNC_OK;
}

std::size_t HttpConnection::Transfer::onHeader(char* buffer, std::size_t size, std::size_t count, void* self)
{
    static_cast<Transfer*>(self)->takeHeader({buffer, static_cast<qsizetype>(size * count)});
    return size * count;
}

std::size_t HttpConnection::Transfer::onBody(char* buffer, std::size_t size, std::size_t count, void* self)
{
    const bool taken = static_cast<Transfer*>(self)->takeBody({buffer, static_cast<qsizetype>(size * count)});
    return taken ? size * count : size * count + 1; // any other number ends the transfer
}

// libcurl replaces a kept connection that has died by itself. A sealed message is for the connection that is
// signed in, so it stops before the new one is made.
int HttpConnection::Transfer::onNewSocket(void* self, curl_socket_t /*socket*/, curlsocktype /*purpose*/)
{
    auto& transfer = *static_cast<Transfer*>(self);
    if (!transfer.m_request.sameConnection)
        return CURL_SOCKOPT_OK;
    transfer.m_state.gone = true;
    return CURL_SOCKOPT_ERROR;
}

void HttpConnection::Transfer::takeHeader(QByteArrayView line)
{
    line = line.trimmed();
    if (line.startsWith("HTTP/")) { // also after "100 Continue"
        m_head = {};
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || line.size() > MaxHeaderLine)
        return;
    const QByteArray name = line.first(colon).trimmed().toByteArray().toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    if (name == "content-type")
        m_head.contentType = value;
    else if (name == "www-authenticate")
        m_head.challenges.append(value);
}

bool HttpConnection::Transfer::takeBody(QByteArrayView piece)
{
    if (m_stopped || m_timedOut)
        return false;
    const auto begin = steady_clock::now();
    long status = 0;
    curl_easy_getinfo(m_state.easy.get(), CURLINFO_RESPONSE_CODE, &status);
    m_head.status = static_cast<int>(status);
    try {
        if (base::Result<void> result = m_sink(m_head, piece); !result)
            m_sinkError = result.error();
    } catch (const std::exception& exception) { // must not pass through C
        m_sinkError = makeError(base::Layer::Local, base::ErrorCode::Internal,
                                QString::fromLocal8Bit(exception.what()));
    }
    m_timeInSink += steady_clock::now() - begin;
    // A consumer that is slower than the host must not keep the call past its end.
    m_stopped = m_limit.stop.stop_requested();
    m_timedOut = steady_clock::now() >= m_end;
    return !m_sinkError && !m_stopped && !m_timedOut;
}

void HttpConnection::Transfer::prepare()
{
    CURL* easy = m_state.easy.get();
    const auto add = [this](const QByteArray& line) {
        if (curl_slist* list = curl_slist_append(m_headers.get(), line.constData())) {
            [[maybe_unused]] const curl_slist* same = m_headers.release();
            m_headers.reset(list);
        }
    };
    add("Content-Type: " + m_request.contentType);
    add("Accept-Encoding: identity");
    add("Expect:");
    add("User-Agent: hvgpu/" HVGPU_VERSION);
    for (const QByteArray& line : m_request.headers)
        add(line);
    if (!m_request.authorization.isEmpty()) {
        base::Secret line("Authorization: " + m_request.authorization.reveal());
        add(line.reveal());
    }
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
    curl_easy_setopt(easy, CURLOPT_READDATA, this);
    curl_easy_setopt(easy, CURLOPT_SEEKDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &Transfer::onRead);
    curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, &Transfer::onSeek);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, this);
    curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, &Transfer::onNewSocket);
    const auto connect = std::min<std::int64_t>(m_state.settings.connectTimeoutMs, m_limit.timeLeft.count());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(connect, 1)));
    m_state.errorText.front() = '\0';
}

TransferLimit HttpConnection::Transfer::remaining() const
{
    return {std::chrono::duration_cast<std::chrono::milliseconds>(m_end - steady_clock::now()), m_limit.stop};
}

void HttpConnection::Transfer::account()
{
    CURL* easy = m_state.easy.get();
    curl_off_t received = 0;
    curl_off_t sent = 0;
    long headerBytes = 0;
    long requestBytes = 0;
    long connects = 0;
    curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
    curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &sent);
    curl_easy_getinfo(easy, CURLINFO_HEADER_SIZE, &headerBytes);
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &requestBytes);
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
    m_state.sent = requestBytes > 0 || sent > 0 || m_read > 0;
    m_state.reused = connects == 0 && m_state.sent;
    wmi::SessionStatistics& total = m_state.statistics;
    ++total.roundTrips;
    total.bytesReceived += static_cast<std::uint64_t>(received + headerBytes);
    total.bytesSent += static_cast<std::uint64_t>(std::max<curl_off_t>(requestBytes, sent));
    if (m_state.gone)
        return;
    total.connectionsOpened += static_cast<std::uint64_t>(connects);
    m_state.lastUsed = steady_clock::now();
    if (connects > 0)
        m_state.certificate = certificateOf(easy);
    total.timeInTransfer += (steady_clock::now() - m_start) - m_timeInSink;
}

base::Error HttpConnection::Transfer::failure(CURLcode result) const
{
    if (m_sinkError)
        return *m_sinkError;
    if (m_stopped)
        return makeError(base::Layer::Local, base::ErrorCode::Cancelled, u"stopped by the caller"_s);
    if (auto atProxy = proxyError(m_state.easy.get(), result, m_timedOut, m_state.settings.proxy,
                                  m_state.endpoint, QString::fromUtf8(m_state.errorText.data())))
        return *std::move(atProxy);
    if (m_timedOut) {
        return makeError(base::Layer::Http, base::ErrorCode::TimedOut,
                         u"%1 did not answer within the deadline"_s.arg(m_state.endpoint), true);
    }
    if (m_state.gone) {
        return makeError(base::Layer::Http, base::ErrorCode::Unreachable,
                         u"the kept connection was closed by "_s + m_state.endpoint, true);
    }
    if (auto broken = brokenOff(m_state.easy.get(), result, m_state.endpoint))
        return *std::move(broken);
    return errorFromCurl(result, m_state.endpoint, QString::fromUtf8(m_state.errorText.data()));
}

base::Result<HttpHead> HttpConnection::Transfer::run()
{
    m_state.sent = false;
    m_state.reused = false;
    m_state.gone = false;
    m_stopped = m_limit.stop.stop_requested();
    m_timedOut = m_limit.timeLeft.count() <= 0;
    if (m_stopped || m_timedOut)
        return base::fail(failure(CURLE_ABORTED_BY_CALLBACK));
    prepare();
    curl_multi_add_handle(m_state.multi.get(), m_state.easy.get());
    const TransferEnd end = runTransfer(m_state.multi.get(), m_limit.stop, m_end);
    m_stopped = m_stopped || end.stopped;
    m_timedOut = m_timedOut || end.timedOut;
    account();
    curl_multi_remove_handle(m_state.multi.get(), m_state.easy.get());
    curl_easy_setopt(m_state.easy.get(), CURLOPT_HTTPHEADER, nullptr);
    curl_easy_setopt(m_state.easy.get(), CURLOPT_FRESH_CONNECT, 0L);
    if (end.result != CURLE_OK) {
        if (auto refusal = m_state.trust.takeRefusal())
            return base::fail(withCertificate(std::move(refusal->error), refusal->certificate));
        base::Error error = failure(end.result);
        const bool untrusted =
            error.code == base::ErrorCode::Untrusted || error.code == base::ErrorCode::CertificateChanged;
        return base::fail(untrusted ? m_state.untrusted(std::move(error), remaining()) : std::move(error));
    }
    long status = 0;
    curl_easy_getinfo(m_state.easy.get(), CURLINFO_RESPONSE_CODE, &status);
    m_head.status = static_cast<int>(status);
    return std::move(m_head);
}

HttpConnection::HttpConnection(const wmi::ConnectionSettings& settings)
    : m_state(std::make_unique<State>(settings))
{
    State& state = *m_state;
    if (!initialiseCurl())
        return;
    state.multi.reset(curl_multi_init());
    state.easy.reset(curl_easy_init());
    if (!state.multi || !state.easy)
        return;
    curl_multi_setopt(state.multi.get(), CURLMOPT_MAXCONNECTS, 1L);
    CURL* easy = state.easy.get();
    setUpConnection(easy, settings);
    setUpClientCertificate(easy, settings);
    if (!state.trust.guard(easy)) {
        state.easy.reset();
        return;
    }
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, IdleSeconds);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, ReceiveBuffer);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, state.errorText.data());
}

HttpConnection::~HttpConnection() = default;

base::Result<HttpHead> HttpConnection::post(const HttpRequest& request, const HttpBodySink& sink,
                                            const TransferLimit& limit)
{
    if (!m_state->easy || !m_state->multi)
        return base::fail(
            makeError(base::Layer::Local, base::ErrorCode::Internal, u"libcurl cannot be initialised"_s));
    const auto start = steady_clock::now();
    TransferLimit left = limit;
    const bool mustPin = m_state->settings.https && !m_state->settings.tls.pinnedCertificate.isEmpty();
    if (mustPin && !m_state->keyPinned) {
        m_state->sent = false;
        m_state->gone = false;
        if (base::Result<void> pinned = m_state->pinKey(limit); !pinned)
            return base::fail(pinned.error());
        left.timeLeft -= std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - start);
    }
    return Transfer(*m_state, request, sink, left).run();
}

void HttpConnection::renew()
{
    if (m_state->easy)
        curl_easy_setopt(m_state->easy.get(), CURLOPT_FRESH_CONNECT, 1L);
}

std::uint64_t HttpConnection::connectionNumber() const noexcept
{
    return m_state->statistics.connectionsOpened;
}

bool HttpConnection::isIdleTooLong() const noexcept
{
    return steady_clock::now() - m_state->lastUsed >= std::chrono::seconds(IdleSeconds);
}

const QByteArray& HttpConnection::certificate() const noexcept
{
    return m_state->certificate;
}

bool HttpConnection::requestWasSent() const noexcept
{
    return m_state->sent;
}

bool HttpConnection::connectionWasGone() const noexcept
{
    return m_state->gone && !m_state->sent; // or it died with the request, which libcurl would send again
}

std::chrono::milliseconds HttpConnection::idleFor() const noexcept
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - m_state->lastUsed);
}

bool HttpConnection::connectionWasReused() const noexcept
{
    return m_state->reused;
}

const wmi::SessionStatistics& HttpConnection::statistics() const noexcept
{
    return m_state->statistics;
}

} // namespace hvgpu::wsman
