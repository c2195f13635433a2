#include "core/wmi/wsman/ServerCertificate.h"

#include "core/wmi/wsman/CertificateSummaries.h"
#include "core/wmi/wsman/CurlError.h"
#include "core/wmi/wsman/CurlSetup.h"
#include "core/wmi/wsman/CurlTransfer.h"
#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/ProxyError.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {

namespace {

/// What an end of a transfer that only connects has to say.
struct Contact
{
    QByteArray certificate; ///< DER
    QString address;
};

base::Result<void> problemOf(CURL* easy, const TransferEnd& end, const wmi::ConnectionSettings& settings,
                             const QString& text)
{
    const QString endpoint = endpointName(settings);
    if (end.stopped) {
        return base::fail(
            makeError(base::Layer::Local, base::ErrorCode::Cancelled, u"stopped by the caller"_s));
    }
    if (auto atProxy = proxyError(easy, end.result, end.timedOut, settings.proxy, endpoint, text))
        return base::fail(*std::move(atProxy));
    if (end.timedOut) {
        return base::fail(makeError(base::Layer::Connect, base::ErrorCode::TimedOut,
                                    u"%1 did not answer within the deadline"_s.arg(endpoint), true));
    }
    if (end.result != CURLE_OK)
        return base::fail(errorFromCurl(end.result, endpoint, text));
    return {};
}

base::Result<Contact> contact(const wmi::ConnectionSettings& settings, const TransferLimit& limit)
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
    Contact made;
    if (end.result == CURLE_OK) {
        made.certificate = certificateOf(easy.get());
        const char* address = nullptr;
        if (curl_easy_getinfo(easy.get(), CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address != nullptr)
            made.address = QString::fromLatin1(address);
    }
    curl_multi_remove_handle(multi.get(), easy.get());
    base::Result<void> done = problemOf(easy.get(), end, settings, QString::fromUtf8(text.data()));
    if (!done)
        return base::fail(std::move(done.error()));
    return made;
}

} // namespace

base::Result<QByteArray> fetchServerCertificate(const wmi::ConnectionSettings& settings,
                                                const TransferLimit& limit)
{
    base::Result<Contact> made = contact(settings, limit);
    if (!made)
        return base::fail(std::move(made.error()));
    if (made->certificate.isEmpty()) {
        return base::fail(makeError(base::Layer::Tls, base::ErrorCode::ProtocolViolation,
                                    u"%1 shows no certificate"_s.arg(endpointName(settings))));
    }
    return made->certificate;
}

base::Result<wmi::Reached> reachHost(const wmi::ConnectionSettings& settings, const TransferLimit& limit)
{
    base::Result<Contact> made = contact(settings, limit);
    if (!made)
        return base::fail(std::move(made.error()));
    wmi::Reached reached;
    reached.address = made->address;
    reached.port = settings.port;
    if (!made->certificate.isEmpty())
        reached.certificate = std::make_shared<const base::CertificateSummary>(summaryOf(made->certificate));
    return reached;
}

} // namespace hvgpu::wsman
