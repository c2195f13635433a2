#include "core/wmi/wsman/CurlError.h"

#include "core/wmi/wsman/MakeError.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman {
namespace {

using base::ErrorCode;
using base::Layer;

struct Row
{
    CURLcode result;
    Layer layer;
    ErrorCode code;
    bool retryable;
    QLatin1String words; ///< followed by host and port
};

constexpr std::array Rows{
    Row{CURLE_COULDNT_RESOLVE_HOST, Layer::Name, ErrorCode::Unreachable, true,
        "cannot find the address of "_L1},
    Row{CURLE_COULDNT_RESOLVE_PROXY, Layer::Name, ErrorCode::Unreachable, true,
        "cannot find the proxy for "_L1},
    Row{CURLE_COULDNT_CONNECT, Layer::Connect, ErrorCode::Unreachable, true, "cannot connect to "_L1},
    Row{CURLE_OPERATION_TIMEDOUT, Layer::Connect, ErrorCode::TimedOut, true, "no connection in time to "_L1},
    Row{CURLE_SEND_ERROR, Layer::Http, ErrorCode::Unreachable, true, "the connection was lost to "_L1},
    Row{CURLE_RECV_ERROR, Layer::Http, ErrorCode::Unreachable, true, "the connection was lost to "_L1},
    Row{CURLE_GOT_NOTHING, Layer::Http, ErrorCode::Unreachable, true,
        "the connection closed unanswered by "_L1},
    Row{CURLE_SEND_FAIL_REWIND, Layer::Http, ErrorCode::Unreachable, true,
        "the kept connection was closed by "_L1},
    Row{CURLE_PARTIAL_FILE, Layer::Soap, ErrorCode::ProtocolViolation, true,
        "the answer broke off that came from "_L1},
    Row{CURLE_UNSUPPORTED_PROTOCOL, Layer::Http, ErrorCode::ProtocolViolation, false, "not HTTP/1.1 at "_L1},
    Row{CURLE_WEIRD_SERVER_REPLY, Layer::Http, ErrorCode::ProtocolViolation, false, "not HTTP at "_L1},
    Row{CURLE_BAD_CONTENT_ENCODING, Layer::Http, ErrorCode::ProtocolViolation, false,
        "bad encoding from "_L1},
    Row{CURLE_URL_MALFORMAT, Layer::Local, ErrorCode::InvalidArgument, false, "not a usable address: "_L1},
    Row{CURLE_PEER_FAILED_VERIFICATION, Layer::Tls, ErrorCode::Untrusted, false,
        "the certificate is not trusted of "_L1},
    Row{CURLE_SSL_ISSUER_ERROR, Layer::Tls, ErrorCode::Untrusted, false,
        "the certificate is not trusted of "_L1},
    Row{CURLE_SSL_PINNEDPUBKEYNOTMATCH, Layer::Tls, ErrorCode::CertificateChanged, false,
        "the certificate is another one than before of "_L1},
    Row{CURLE_SSL_CERTPROBLEM, Layer::Tls, ErrorCode::CredentialsMissing, false,
        "cannot use the client certificate for "_L1},
    Row{CURLE_SSL_CACERT_BADFILE, Layer::Tls, ErrorCode::Io, false, "cannot read the CA file for "_L1},
    Row{CURLE_SSL_CONNECT_ERROR, Layer::Tls, ErrorCode::Unreachable, false,
        "the TLS handshake failed with "_L1},
    Row{CURLE_OUT_OF_MEMORY, Layer::Local, ErrorCode::Internal, false, "out of memory talking to "_L1},
};

} // namespace

base::Error errorFromCurl(CURLcode result, const QString& endpoint, const QString& text)
{
    const auto row = std::ranges::find(Rows, result, &Row::result);
    base::Error error;
    if (row == Rows.end()) {
        error.layer = Layer::Http;
        error.code = ErrorCode::Internal;
        error.detail = u"the transfer failed with "_s + endpoint;
    } else {
        error.layer = row->layer;
        error.code = row->code;
        error.retryable = row->retryable;
        error.detail = row->words + endpoint;
    }
    error.detail += u" (%1)"_s.arg(text.isEmpty() ? QString::fromUtf8(curl_easy_strerror(result)) : text);
    return error;
}

std::optional<base::Error> brokenOff(CURL* easy, CURLcode result, const QString& endpoint)
{
    long status = 0;
    curl_off_t received = 0;
    curl_off_t announced = -1;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
    curl_easy_getinfo(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    const bool lost =
        result == CURLE_PARTIAL_FILE || result == CURLE_RECV_ERROR || result == CURLE_SEND_ERROR;
    if (!lost || status == 0)
        return std::nullopt;
    const QString all = announced < 0 ? QString() : u" of %1"_s.arg(announced);
    base::Error error = makeError(
        Layer::Soap, ErrorCode::ProtocolViolation,
        u"the answer of %1 broke off after %2%3 bytes"_s.arg(endpoint, QString::number(received), all), true);
    error.httpStatus = static_cast<int>(status);
    return error;
}

} // namespace hvgpu::wsman
