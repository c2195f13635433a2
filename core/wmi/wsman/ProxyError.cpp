#include "core/wmi/wsman/ProxyError.h"

#include "core/wmi/wsman/MakeError.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

using base::ErrorCode;
using base::Layer;

constexpr int firstSuccess = 200;
constexpr int firstRedirect = 300;
constexpr int authenticationRequired = 407;
constexpr int firstServerError = 500;
constexpr int gatewayTimeout = 504;

/// What the proxy said to CONNECT.
base::Error refusal(int status, const QString& proxy, const QString& endpoint)
{
    base::Error error;
    if (status == authenticationRequired) {
        error = makeError(Layer::Proxy, ErrorCode::CredentialsMissing,
                          u"the proxy %1 wants to be signed in to"_s.arg(proxy));
    } else if (status >= firstServerError) { // it works, and says that the host does not
        error =
            makeError(Layer::Connect, status == gatewayTimeout ? ErrorCode::TimedOut : ErrorCode::Unreachable,
                      u"the proxy %1 cannot connect to %2"_s.arg(proxy, endpoint), true);
    } else {
        error = makeError(Layer::Proxy, ErrorCode::AccessDenied,
                          u"the proxy %1 refuses to connect to %2"_s.arg(proxy, endpoint));
    }
    error.httpStatus = status;
    return error;
}

} // namespace

QString shownProxy(const QString& proxy)
{
    const QString place = proxy.section(u"://"_s, -1);
    return place.mid(place.lastIndexOf(u'@') + 1);
}

std::optional<base::Error> proxyError(CURL* easy, CURLcode result, bool timedOut, const QString& proxy,
                                      const QString& endpoint, const QString& text)
{
    if (proxy.isEmpty() || (result == CURLE_OK && !timedOut))
        return std::nullopt;
    const QString shown = shownProxy(proxy);
    if (result == CURLE_COULDNT_RESOLVE_PROXY) {
        // Without libcurl's words: they repeat what was given.
        return makeError(Layer::Proxy, ErrorCode::Unreachable, u"cannot find the proxy "_s + shown, true);
    }
    long fresh = 0;
    long status = 0;
    long systemError = 0; // of connecting
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &fresh);
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &status);
    curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &systemError);
    const bool isOpen = status >= firstSuccess && status < firstRedirect;
    if (isOpen || (fresh == 0 && result != CURLE_COULDNT_CONNECT))
        return std::nullopt; // the way is open, or was already
    if (status != 0)
        return refusal(static_cast<int>(status), shown, endpoint);
    const QString words = text.isEmpty() || proxy.contains(u'@') ? QString() : u" (%1)"_s.arg(text);
    if (timedOut || result == CURLE_OPERATION_TIMEDOUT)
        return makeError(Layer::Proxy, ErrorCode::TimedOut, u"the proxy %1 does not answer"_s.arg(shown),
                         true);
    if (systemError != 0)
        return makeError(Layer::Proxy, ErrorCode::Unreachable,
                         u"cannot connect to the proxy "_s + shown + words, true);
    return makeError(Layer::Proxy, ErrorCode::ProtocolViolation, u"no HTTP proxy at "_s + shown + words);
}

} // namespace hvgpu::wsman
