#include "tests/benchmarks/fleet_refresh/BareTransfer.h"

#include "core/wmi/wsman/RequestWriter.h"
#include "core/wmi/wsman/Tuning.h"

#include <curl/curl.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace hvgpu::bench {
namespace {

std::size_t keep(char* data, std::size_t size, std::size_t count, void* target)
{
    static_cast<QByteArray*>(target)->append(data, static_cast<qsizetype>(size * count));
    return size * count;
}

/// The context after the last tag of that name; empty when the sequence has ended.
QByteArray enumerationContext(const QByteArray& answer)
{
    if (answer.contains("EndOfSequence"))
        return {};
    const auto tag = answer.indexOf("EnumerationContext>");
    if (tag < 0)
        return {};
    const auto begin = answer.indexOf('>', tag) + 1;
    return answer.mid(begin, answer.indexOf('<', begin) - begin).trimmed();
}

class Connection
{
public:
    explicit Connection(const QString& url)
        : m_easy(curl_easy_init())
        , m_headers(curl_slist_append(nullptr, "Content-Type: application/soap+xml;charset=UTF-8"))
        , m_url(url)
    {
        m_headers = curl_slist_append(m_headers, "Expect:");
        curl_easy_setopt(m_easy, CURLOPT_URL, m_url.toUtf8().constData());
        curl_easy_setopt(m_easy, CURLOPT_PROXY, "");
        curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
        curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &keep);
        curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, &m_answer);
    }
    ~Connection()
    {
        curl_easy_cleanup(m_easy);
        curl_slist_free_all(m_headers);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool post(const QByteArray& body, TransferResult& result)
    {
        m_answer.clear();
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, body.constData());
        const bool sent = curl_easy_perform(m_easy) == CURLE_OK;
        result.bytes += static_cast<std::uint64_t>(m_answer.size());
        ++result.roundTrips;
        result.failures += sent ? 0 : 1;
        return sent;
    }
    bool run(const RecordedRequest& request, TransferResult& result)
    {
        if (!post(request.body, result))
            return false;
        if (!request.isEnumeration)
            return true;
        wsman::RequestHeaders headers;
        headers.to = m_url;
        headers.messageId = u"uuid:00000000-0000-0000-0000-000000000003"_s;
        headers.sessionId = u"uuid:00000000-0000-0000-0000-000000000002"_s;
        headers.maxEnvelopeSize = 512'000;
        headers.timeout = std::chrono::seconds(30);
        wsman::EnumerateOptions options;
        options.nameSpace = request.nameSpace;
        options.maxElements = wsman::Tuning().maxElements;
        for (QByteArray context = enumerationContext(m_answer); !context.isEmpty();
             context = enumerationContext(m_answer)) {
            const auto pull = wsman::RequestWriter(headers).pull(options, QString::fromUtf8(context));
            if (!pull || !post(*pull, result))
                return false;
        }
        return true;
    }

private:
    CURL* m_easy;
    curl_slist* m_headers;
    QString m_url;
    QByteArray m_answer;
};

} // namespace

TransferResult transferBare(const std::vector<HostRequests>& hosts, unsigned parallel)
{
    using Clock = std::chrono::steady_clock;
    const auto started = Clock::now();
    const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - started).count(); };
    TransferResult total;
    std::mutex mutex;
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < parallel; ++i) {
        threads.emplace_back([&] {
            for (std::size_t index = next++; index < hosts.size(); index = next++) {
                TransferResult mine;
                Connection connection(hosts[index].url);
                for (const RecordedRequest& request : hosts[index].requests) {
                    if (!connection.run(request, mine))
                        break;
                }
                const std::lock_guard lock(mutex);
                total.bytes += mine.bytes;
                total.roundTrips += mine.roundTrips;
                total.failures += mine.failures;
                if (total.firstHostSeconds == 0)
                    total.firstHostSeconds = elapsed();
            }
        });
    }
    threads.clear();
    total.seconds = elapsed();
    return total;
}

} // namespace hvgpu::bench
