#include "core/wmi/wsman/ServerCertificate.h"

#include "core/wmi/wsman/CurlError.h"
#include "core/wmi/wsman/CurlSetup.h"
#include "core/wmi/wsman/CurlTransfer.h"
#include "core/wmi/wsman/MakeError.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {

base::Result<QByteArray> fetchServerCertificate(const wmi::ConnectionSettings& settings,
                                                const TransferLimit& limit)
{
    const CurlMulti multi(initialiseCurl() ? curl_multi_init() : nullptr);
    const CurlEasy easy(multi ? curl_easy_init() : nullptr);
    if (!easy) {
        return base::fail(
            makeError(base::Layer::Local, base::ErrorCode::Internal, u"libcurl cannot be initialised"_s));
    }
    setUpConnection(easy.get(), settings);
    curl_easy_setopt(easy.get(), CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(easy.get(), CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(easy.get(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connectTimeoutMs));
    std::array<char, CURL_ERROR_SIZE> text{};
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, text.data());
    curl_multi_add_handle(multi.get(), easy.get());
    const TransferEnd end =
        runTransfer(multi.get(), limit.stop, std::chrono::steady_clock::now() + limit.timeLeft);
    const QByteArray der = end.result == CURLE_OK ? certificateOf(easy.get()) : QByteArray();
    curl_multi_remove_handle(multi.get(), easy.get());
    const QString endpoint = endpointName(settings);
    if (end.stopped)
        return base::fail(
            makeError(base::Layer::Local, base::ErrorCode::Cancelled, u"stopped by the caller"_s));
    if (end.timedOut) {
        return base::fail(makeError(base::Layer::Connect, base::ErrorCode::TimedOut,
                                    u"%1 did not answer within the deadline"_s.arg(endpoint), true));
    }
    if (end.result != CURLE_OK)
        return base::fail(errorFromCurl(end.result, endpoint, QString::fromUtf8(text.data())));
    if (der.isEmpty()) {
        return base::fail(makeError(base::Layer::Tls, base::ErrorCode::ProtocolViolation,
                                    u"%1 shows no certificate"_s.arg(endpoint)));
    }
    return der;
}

} // namespace hvgpu::wsman
