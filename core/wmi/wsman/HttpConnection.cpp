#include "core/wmi/wsman/HttpConnection.h"

#include "core/wmi/wsman/CurlError.h"
#include "core/wmi/wsman/CurlHandles.h"
#include "core/wmi/wsman/MakeError.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace hvgpu::wsman {
namespace {

constexpr long ReceiveBuffer = 256L * 1024;
constexpr long IdleSeconds = 100; // Windows closes idle connections after about two minutes
constexpr qsizetype MaxHeaderLine = 64 * 1024;

bool initialiseLibrary()
{
    static std::once_flag once;
    static CURLcode result = CURLE_OK;
    std::call_once(once, [] { result = curl_global_init(CURL_GLOBAL_DEFAULT); });
    return result == CURLE_OK;
}

QString endpointName(const wmi::ConnectionSettings& settings)
{
    const bool ipv6 = settings.host.contains(u':');
    return (ipv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(settings.host).arg(settings.port);
}

} // namespace

void CurlListCleanup::operator()(curl_slist* list) const noexcept
{
    for (curl_slist* item = list; item != nullptr; item = item->next) {
        volatile char* text = item->data;
        while (*text != '\0')
            *text++ = '\0';
    }
    curl_slist_free_all(list);
}

struct HttpConnection::State
{
    QString endpoint;
    std::uint32_t connectTimeoutMs = 0;
    CurlMulti multi; // before the handle, which must go first
    CurlEasy easy;
    std::array<char, CURL_ERROR_SIZE> errorText{};
    wmi::SessionStatistics statistics;
    bool sent = false;
    bool reused = false;
};

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

    void prepare();
    void takeHeader(QByteArrayView line);
    bool takeBody(QByteArrayView piece);
    CURLcode perform();
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
    const auto connect = std::min<std::int64_t>(m_state.connectTimeoutMs, m_limit.timeLeft.count());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(connect, 1)));
    m_state.errorText.front() = '\0';
}

CURLcode HttpConnection::Transfer::perform()
{
    CURLM* multi = m_state.multi.get();
    const std::stop_callback wake(m_limit.stop, [multi] { curl_multi_wakeup(multi); });
    for (;;) {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return CURLE_FAILED_INIT;
        int queued = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &queued)) {
            if (message->msg == CURLMSG_DONE)
                return message->data.result;
        }
        m_stopped = m_limit.stop.stop_requested();
        const auto now = steady_clock::now();
        m_timedOut = now >= m_end;
        if (m_stopped || m_timedOut)
            return CURLE_ABORTED_BY_CALLBACK;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_end - now).count();
        curl_multi_poll(multi, nullptr, 0, static_cast<int>(std::min<std::int64_t>(left, 60'000)), nullptr);
    }
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
    total.connectionsOpened += static_cast<std::uint64_t>(connects);
    total.timeInTransfer += (steady_clock::now() - m_start) - m_timeInSink;
}

base::Error HttpConnection::Transfer::failure(CURLcode result) const
{
    if (m_sinkError)
        return *m_sinkError;
    if (m_stopped)
        return makeError(base::Layer::Local, base::ErrorCode::Cancelled, u"stopped by the caller"_s);
    if (m_timedOut) {
        return makeError(base::Layer::Http, base::ErrorCode::TimedOut,
                         u"%1 did not answer within the deadline"_s.arg(m_state.endpoint), true);
    }
    return errorFromCurl(result, m_state.endpoint, QString::fromUtf8(m_state.errorText.data()));
}

base::Result<HttpHead> HttpConnection::Transfer::run()
{
    m_state.sent = false;
    m_state.reused = false;
    m_stopped = m_limit.stop.stop_requested();
    m_timedOut = m_limit.timeLeft.count() <= 0;
    if (m_stopped || m_timedOut)
        return base::fail(failure(CURLE_ABORTED_BY_CALLBACK));
    prepare();
    curl_multi_add_handle(m_state.multi.get(), m_state.easy.get());
    const CURLcode result = perform();
    account();
    curl_multi_remove_handle(m_state.multi.get(), m_state.easy.get());
    curl_easy_setopt(m_state.easy.get(), CURLOPT_HTTPHEADER, nullptr);
    if (result != CURLE_OK)
        return base::fail(failure(result));
    long status = 0;
    curl_easy_getinfo(m_state.easy.get(), CURLINFO_RESPONSE_CODE, &status);
    m_head.status = static_cast<int>(status);
    return std::move(m_head);
}

HttpConnection::HttpConnection(const wmi::ConnectionSettings& settings)
    : m_state(std::make_unique<State>())
{
    State& state = *m_state;
    state.endpoint = endpointName(settings);
    state.connectTimeoutMs = settings.connectTimeoutMs;
    if (!initialiseLibrary())
        return;
    state.multi.reset(curl_multi_init());
    state.easy.reset(curl_easy_init());
    if (!state.multi || !state.easy)
        return;
    curl_multi_setopt(state.multi.get(), CURLMOPT_MAXCONNECTS, 1L);
    CURL* easy = state.easy.get();
    const auto set = [easy](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
    set(CURLOPT_URL, settings.url().toUtf8().constData());
    set(CURLOPT_PROTOCOLS_STR, settings.https ? "https" : "http");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_POST, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // do not wait for a resolver thread when cancelled
    set(CURLOPT_NOPROGRESS, 1L);
    set(CURLOPT_MAXCONNECTS, 1L);
    set(CURLOPT_MAXAGE_CONN, IdleSeconds);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_BUFFERSIZE, ReceiveBuffer);
    set(CURLOPT_ERRORBUFFER, state.errorText.data());
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings.tls.caFile.isEmpty()) {
        set(CURLOPT_CAINFO, settings.tls.caFile.toUtf8().constData());
        set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    }
}

HttpConnection::~HttpConnection() = default;

base::Result<HttpHead> HttpConnection::post(const HttpRequest& request, const HttpBodySink& sink,
                                            const TransferLimit& limit)
{
    if (!m_state->easy || !m_state->multi)
        return base::fail(
            makeError(base::Layer::Local, base::ErrorCode::Internal, u"libcurl cannot be initialised"_s));
    return Transfer(*m_state, request, sink, limit).run();
}

bool HttpConnection::requestWasSent() const noexcept
{
    return m_state->sent;
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
