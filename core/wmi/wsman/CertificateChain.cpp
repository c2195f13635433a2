#include "core/wmi/wsman/CertificateChain.h"

#include "core/wmi/wsman/CertificateFacts.h"
#include "core/wmi/wsman/MakeError.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <QFile>

#include <algorithm>
#include <array>
#include <cstddef>

using namespace Qt::StringLiterals;

namespace hvgpu::wsman::crypt {
namespace {

constexpr qint64 LargestCaFile = 8 * 1024 * 1024;
// SECURITY_FLAG_IGNORE_… of wininet.h. Revocation has been judged by then; Wine knows no other way to say so.
constexpr DWORD DoNotMatchName = 0x1000;
constexpr DWORD DoNotAskForRevocation = 0x80;
constexpr DWORD NotKnownWhetherRevoked =
    CERT_TRUST_REVOCATION_STATUS_UNKNOWN | CERT_TRUST_IS_OFFLINE_REVOCATION;

struct Problem
{
    DWORD bits;
    QLatin1String words;
};

// In the order in which they are told; what is none of them is an error all the same.
constexpr std::array Problems{
    Problem{CERT_TRUST_IS_REVOKED | CERT_TRUST_IS_EXPLICIT_DISTRUST, "it was revoked"_L1},
    Problem{CERT_TRUST_IS_NOT_SIGNATURE_VALID, "a signature is wrong"_L1},
    Problem{CERT_TRUST_IS_UNTRUSTED_ROOT | CERT_TRUST_IS_PARTIAL_CHAIN | CERT_TRUST_IS_CYCLIC,
            "no trusted authority vouches for it"_L1},
    Problem{CERT_TRUST_IS_NOT_TIME_VALID, "it has expired, or is not valid yet"_L1},
    Problem{CERT_TRUST_IS_NOT_VALID_FOR_USAGE, "it is not for servers"_L1},
    Problem{CERT_TRUST_HAS_WEAK_SIGNATURE, "its signature is weak"_L1},
};

base::Error untrusted(const QString& why)
{
    return makeError(base::Layer::Tls, base::ErrorCode::Untrusted, why);
}

base::Error withNumber(const QString& why, DWORD number)
{
    base::Error error = untrusted(u"%1: 0x%2"_s.arg(why).arg(number, 8, 16, QChar(u'0')));
    error.nativeCode = number;
    return error;
}

base::Result<Store> storeOf(const QString& caFile)
{
    const auto unreadable = [](const QString& why) {
        return base::fail(makeError(base::Layer::Tls, base::ErrorCode::Io, why));
    };
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    if (file.size() > LargestCaFile)
        return unreadable(u"it is too large"_s);
    const QList<QByteArray> certificates = allFromPem(file.readAll());
    if (certificates.isEmpty())
        return unreadable(u"there is no certificate in it"_s);
    Store store(CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, CERT_STORE_CREATE_NEW_FLAG, nullptr));
    if (!store)
        return unreadable(u"no store for certificates"_s);
    for (const QByteArray& der : certificates) {
        if (CertAddEncodedCertificateToStore(
                store.get(), X509_ASN_ENCODING, reinterpret_cast<const BYTE*>(der.constData()),
                static_cast<DWORD>(der.size()), CERT_STORE_ADD_USE_EXISTING, nullptr) == FALSE)
            return unreadable(u"a certificate in it is damaged"_s);
    }
    return store;
}

/// An engine that trusts what is in @p roots and nothing else; null when there can be none.
Engine engineFor(HCERTSTORE roots)
{
    CERT_CHAIN_ENGINE_CONFIG config{};
    config.cbSize = sizeof config;
    config.hExclusiveRoot = roots;
    config.dwExclusiveFlags = CERT_CHAIN_EXCLUSIVE_ENABLE_CA_FLAG; // authorities below a root count too
    HCERTCHAINENGINE engine = nullptr;
    if (CertCreateCertificateChainEngine(&config, &engine) != FALSE)
        return Engine(engine);
    config.cbSize = offsetof(CERT_CHAIN_ENGINE_CONFIG, dwExclusiveFlags); // Wine does not know them
    return Engine(CertCreateCertificateChainEngine(&config, &engine) != FALSE ? engine : nullptr);
}

Chain chainOf(const ChainQuestion& question, HCERTCHAINENGINE engine)
{
    std::array<LPSTR, 1> servers{const_cast<LPSTR>(szOID_PKIX_KP_SERVER_AUTH)};
    CERT_CHAIN_PARA wanted{};
    wanted.cbSize = sizeof wanted;
    wanted.RequestedUsage.dwType = USAGE_MATCH_TYPE_OR;
    wanted.RequestedUsage.Usage.cUsageIdentifier = static_cast<DWORD>(servers.size());
    wanted.RequestedUsage.Usage.rgpszUsageIdentifier = servers.data();
    wanted.dwUrlRetrievalTimeout = static_cast<DWORD>(question.revocationMayTake.count());
    PCCERT_CHAIN_CONTEXT chain = nullptr;
    const BOOL made = CertGetCertificateChain(
        engine, question.certificate, nullptr, question.certificate->hCertStore, &wanted,
        CERT_CHAIN_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT | CERT_CHAIN_REVOCATION_ACCUMULATIVE_TIMEOUT, nullptr,
        &chain);
    return Chain(made != FALSE ? chain : nullptr);
}

/// Whether the chain ends at a certificate that is in @p store, though it may not be a root.
bool endsIn(HCERTSTORE store, const CERT_CHAIN_CONTEXT& chain)
{
    const CERT_SIMPLE_CHAIN& simple = *chain.rgpChain[chain.cChain - 1];
    const CERT_CHAIN_ELEMENT& last = *simple.rgpElement[simple.cElement - 1];
    return Certificate(CertFindCertificateInStore(store, X509_ASN_ENCODING, 0, CERT_FIND_EXISTING,
                                                  last.pCertContext, nullptr)) != nullptr;
}

base::Result<void> judgeStatus(const CERT_CHAIN_CONTEXT& chain, HCERTSTORE roots)
{
    DWORD errors = chain.TrustStatus.dwErrorStatus & ~NotKnownWhetherRevoked;
    if (roots != nullptr && endsIn(roots, chain))
        errors &= ~DWORD{CERT_TRUST_IS_PARTIAL_CHAIN};
    if (errors == 0)
        return {};
    const auto problem =
        std::ranges::find_if(Problems, [errors](const Problem& row) { return (row.bits & errors) != 0; });
    return base::fail(
        withNumber(problem == Problems.end() ? u"it is not in order"_s : QString(problem->words), errors));
}

/// The bytes of an address as certificates have them; empty for a name.
QByteArray addressBytes(const QString& host)
{
    const std::wstring text = host.toStdWString();
    std::array<char, sizeof(in6_addr)> bytes{};
    if (InetPtonW(AF_INET, text.c_str(), bytes.data()) == 1)
        return QByteArray(bytes.data(), sizeof(in_addr));
    if (InetPtonW(AF_INET6, text.c_str(), bytes.data()) == 1)
        return QByteArray(bytes.data(), sizeof(in6_addr));
    return {};
}

// Windows matches names only.
bool isForAddress(PCCERT_CONTEXT certificate, const QByteArray& address)
{
    const CERT_INFO& info = *certificate->pCertInfo;
    const CERT_EXTENSION* extension =
        CertFindExtension(szOID_SUBJECT_ALT_NAME2, info.cExtension, info.rgExtension);
    CERT_ALT_NAME_INFO* names = nullptr;
    DWORD size = 0;
    if (extension == nullptr || CryptDecodeObjectEx(X509_ASN_ENCODING, X509_ALTERNATE_NAME,
                                                    extension->Value.pbData, extension->Value.cbData,
                                                    CRYPT_DECODE_ALLOC_FLAG, nullptr, &names, &size) == FALSE)
        return false;
    const std::unique_ptr<CERT_ALT_NAME_INFO, Releaser<&LocalFree>> owner(names);
    return std::any_of(names->rgAltEntry, names->rgAltEntry + names->cAltEntry,
                       [&address](const CERT_ALT_NAME_ENTRY& entry) {
                           return entry.dwAltNameChoice == CERT_ALT_NAME_IP_ADDRESS &&
                                  QByteArrayView(reinterpret_cast<const char*>(entry.IPAddress.pbData),
                                                 static_cast<qsizetype>(entry.IPAddress.cbData)) == address;
                       });
}

base::Result<void> judgeByPolicy(PCCERT_CHAIN_CONTEXT chain, const QString& host, DWORD leftOut)
{
    std::wstring name = host.toStdWString();
    SSL_EXTRA_CERT_CHAIN_POLICY_PARA tls{};
    tls.cbSize = sizeof tls;
    tls.dwAuthType = AUTHTYPE_SERVER;
    tls.fdwChecks = leftOut | DoNotAskForRevocation;
    tls.pwszServerName = name.data();
    CERT_CHAIN_POLICY_PARA policy{};
    policy.cbSize = sizeof policy;
    policy.dwFlags = CERT_CHAIN_POLICY_IGNORE_ALL_REV_UNKNOWN_FLAGS;
    policy.pvExtraPolicyPara = &tls;
    CERT_CHAIN_POLICY_STATUS status{};
    status.cbSize = sizeof status;
    if (CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_SSL, chain, &policy, &status) == FALSE)
        return base::fail(withNumber(u"Windows cannot judge it"_s, GetLastError()));
    if (status.dwError == 0)
        return {};
    const bool otherName = status.dwError == static_cast<DWORD>(CERT_E_CN_NO_MATCH);
    return base::fail(
        withNumber(otherName ? u"it is for another name"_s : u"it is not in order"_s, status.dwError));
}

} // namespace

base::Result<void> judgeChain(const ChainQuestion& question)
{
    Store roots;
    Engine engine; // none: what Windows trusts
    if (!question.caFile.isEmpty()) {
        auto store = storeOf(question.caFile);
        if (!store)
            return base::fail(std::move(store.error()));
        roots = std::move(*store);
        engine = engineFor(roots.get());
        if (!engine)
            return base::fail(withNumber(u"Windows cannot use the CA file alone"_s, GetLastError()));
    }
    const Chain chain = chainOf(question, engine.get());
    if (!chain || chain->cChain == 0 || chain->rgpChain[chain->cChain - 1]->cElement == 0)
        return base::fail(withNumber(u"Windows finds no chain"_s, GetLastError()));
    if (auto sound = judgeStatus(*chain, roots.get()); !sound)
        return sound;
    const QByteArray address = addressBytes(question.host);
    if (!address.isEmpty() && !isForAddress(question.certificate, address))
        return base::fail(untrusted(u"it is for another name"_s));
    return judgeByPolicy(chain.get(), question.host, address.isEmpty() ? 0 : DoNotMatchName);
}

} // namespace hvgpu::wsman::crypt
