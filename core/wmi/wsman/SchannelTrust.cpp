#include "core/wmi/wsman/CertificateChain.h"
#include "core/wmi/wsman/CertificateFacts.h"
#include "core/wmi/wsman/CurlSetup.h"
#include "core/wmi/wsman/MakeError.h"
#include "core/wmi/wsman/ServerTrust.h"
#include "core/wmi/wsman/SspiHandles.h"

#include <schannel.h>

#include <chrono>

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace hvgpu::wsman {
namespace {

constexpr std::chrono::minutes VerdictCounts{10}; // for the same certificate
constexpr std::chrono::seconds RevocationMayTake{5};

crypt::Certificate certificateShownTo(CURL* easy)
{
    const curl_tlssessioninfo* session = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK || session == nullptr ||
        session->backend != CURLSSLBACKEND_SCHANNEL || session->internals == nullptr)
        return {};
    PCCERT_CONTEXT context = nullptr;
    const SECURITY_STATUS status = QueryContextAttributesW(static_cast<PCtxtHandle>(session->internals),
                                                           SECPKG_ATTR_REMOTE_CERT_CONTEXT, &context);
    return crypt::Certificate(status == SEC_E_OK ? context : nullptr);
}

} // namespace

struct ServerTrust::State
{
    wmi::ConnectionSettings settings; // without password
    CURL* easy = nullptr;
    std::optional<Refusal> refusal;
    QByteArray trusted; // DER
    steady_clock::time_point trustedAt{};

    [[nodiscard]] base::Result<void> judge(PCCERT_CONTEXT certificate, const QByteArray& der) const;
    [[nodiscard]] bool letsThrough();
    static int beforeRequest(void* self, char* peer, char* local, int peerPort, int localPort);
};

base::Result<void> ServerTrust::State::judge(PCCERT_CONTEXT certificate, const QByteArray& der) const
{
    const QString endpoint = endpointName(settings);
    if (!settings.tls.pinnedCertificate.isEmpty()) {
        if (matchesPin(settings.tls.pinnedCertificate, der))
            return {};
        return base::fail(makeError(base::Layer::Tls, base::ErrorCode::CertificateChanged,
                                    u"%1 shows another certificate than the one trusted"_s.arg(endpoint)));
    }
    auto verdict = crypt::judgeChain({.certificate = certificate,
                                      .host = settings.host,
                                      .caFile = settings.tls.caFile,
                                      .revocationMayTake = RevocationMayTake});
    if (!verdict) {
        verdict.error().detail =
            (verdict.error().code == base::ErrorCode::Io ? u"cannot read the CA file for %1 (%2)"_s
                                                         : u"the certificate is not trusted of %1 (%2)"_s)
                .arg(endpoint, verdict.error().detail);
    }
    return verdict;
}

bool ServerTrust::State::letsThrough()
{
    refusal.reset();
    const crypt::Certificate certificate = certificateShownTo(easy);
    if (!certificate) {
        refusal = Refusal{makeError(base::Layer::Tls, base::ErrorCode::Untrusted,
                                    u"%1 shows no certificate"_s.arg(endpointName(settings))),
                          {}};
        return false;
    }
    const QByteArray der = crypt::bytesOf(*certificate);
    const auto now = steady_clock::now();
    if (!trusted.isEmpty() && trusted == der && now - trustedAt < VerdictCounts)
        return true;
    trusted.clear();
    if (auto verdict = judge(certificate.get(), der); !verdict) {
        refusal = Refusal{std::move(verdict.error()), der};
        return false;
    }
    trusted = der;
    trustedAt = now;
    return true;
}

int ServerTrust::State::beforeRequest(void* self, char* /*peer*/, char* /*local*/, int /*peerPort*/,
                                      int /*localPort*/)
{
    auto& state = *static_cast<State*>(self);
    try { // must not pass through C
        return state.letsThrough() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
    } catch (const std::exception& exception) {
        state.refusal = Refusal{makeError(base::Layer::Local, base::ErrorCode::Internal,
                                          QString::fromLocal8Bit(exception.what())),
                                {}};
        return CURL_PREREQFUNC_ABORT;
    }
}

ServerTrust::ServerTrust(const wmi::ConnectionSettings& settings)
    : m_state(std::make_unique<State>())
{
    m_state->settings = settings;
    m_state->settings.password = {};
}

ServerTrust::~ServerTrust() = default;

// Schannel's own judgement inside libcurl stops at revocation lists that cannot be had, has no say about the
// addresses in certificates, and is missing under Wine. It is turned off only where ours is in place.
bool ServerTrust::guard(CURL* easy)
{
    if (!m_state->settings.https)
        return true;
    m_state->easy = easy;
    return curl_easy_setopt(easy, CURLOPT_PREREQDATA, m_state.get()) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &State::beforeRequest) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L) == CURLE_OK;
}

std::optional<ServerTrust::Refusal> ServerTrust::takeRefusal()
{
    return std::exchange(m_state->refusal, std::nullopt);
}

} // namespace hvgpu::wsman
