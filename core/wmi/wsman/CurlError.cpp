#include "core/wmi/wsman/CurlError.h"

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
    Row{CURLE_SEND_ERROR, Layer::Connect, ErrorCode::Unreachable, true, "the connection was lost to "_L1},
    Row{CURLE_RECV_ERROR, Layer::Connect, ErrorCode::Unreachable, true, "the connection was lost to "_L1},
    Row{CURLE_GOT_NOTHING, Layer::Connect, ErrorCode::Unreachable, true,
        "the connection closed unanswered by "_L1},
    Row{CURLE_SEND_FAIL_REWIND, Layer::Connect, ErrorCode::Unreachable, true,
        "the kept connection was closed by "_L1},
    Row{CURLE_PARTIAL_FILE, Layer::Http, ErrorCode::ProtocolViolation, true, "a truncated answer from "_L1},
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

} // namespace hvgpu::wsman
