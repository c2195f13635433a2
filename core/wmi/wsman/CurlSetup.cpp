#include "core/wmi/wsman/CurlSetup.h"

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

bool isPkcs12(const QString& file)
{
    return file.endsWith(u".p12"_s, Qt::CaseInsensitive) || file.endsWith(u".pfx"_s, Qt::CaseInsensitive);
}

} // namespace

void setUpConnection(CURL* easy, const wmi::ConnectionSettings& settings)
{
    const auto set = [easy](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
    set(CURLOPT_URL, settings.url().toUtf8().constData());
    set(CURLOPT_PROTOCOLS_STR, settings.https ? "https" : "http");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    // Never one of the environment: passwords go only where the user said.
    set(CURLOPT_PROXY, settings.proxy.toUtf8().constData());
    set(CURLOPT_NOPROXY, ""); // nor does "no_proxy" take away the one that was given
    if (!settings.proxy.isEmpty())
        set(CURLOPT_HTTPPROXYTUNNEL, 1L); // one connection end to end, which signing in needs
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // do not wait for a resolver thread when cancelled
    set(CURLOPT_NOPROGRESS, 1L);
    set(CURLOPT_MAXCONNECTS, 1L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (settings.https)
        set(CURLOPT_CERTINFO, 1L);
    if (!settings.tls.caFile.isEmpty()) {
        set(CURLOPT_CAINFO, settings.tls.caFile.toUtf8().constData());
        set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    }
}

bool takesClientCertificate([[maybe_unused]] const QString& file)
{
#ifdef _WIN32
    return isPkcs12(file);
#else
    return true;
#endif
}

void setUpClientCertificate(CURL* easy, const wmi::ConnectionSettings& settings)
{
    if (settings.authentication != wmi::Authentication::Certificate)
        return;
    const QString& file = settings.tls.clientCertificate;
    curl_easy_setopt(easy, CURLOPT_SSLCERT, file.toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_SSLCERTTYPE, isPkcs12(file) ? "P12" : "PEM");
    // Always set: without a passphrase OpenSSL would ask for one on the terminal.
    curl_easy_setopt(easy, CURLOPT_KEYPASSWD, settings.password.reveal().constData());
}

QString endpointName(const wmi::ConnectionSettings& settings)
{
    const bool ipv6 = settings.host.contains(u':');
    return (ipv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(settings.host).arg(settings.port);
}

} // namespace hvgpu::wsman
