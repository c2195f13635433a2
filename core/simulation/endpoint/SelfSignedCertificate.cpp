#include "core/simulation/endpoint/SelfSignedCertificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr long validSeconds = 30L * 24 * 3600;

template <auto Free>
struct Freer
{
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free>>;

bool addExtension(X509* certificate, int nid, const QByteArray& value)
{
    X509V3_CTX context{};
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool nameIt(X509* certificate)
{
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto* text = reinterpret_cast<const unsigned char*>("hvgpu simulated host");
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool setSerial(X509* certificate)
{
    std::uint32_t serial = 0;
    return RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1 &&
           ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1;
}

bool fill(X509* certificate, EVP_PKEY* key, const QByteArray& names)
{
    return X509_set_version(certificate, 2) == 1 && setSerial(certificate) &&
           X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) != nullptr &&
           X509_gmtime_adj(X509_getm_notAfter(certificate), validSeconds) != nullptr &&
           X509_set_pubkey(certificate, key) == 1 && nameIt(certificate) &&
           addExtension(certificate, NID_subject_alt_name, names) &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE") &&
           addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           X509_sign(certificate, key, EVP_sha256()) != 0;
}

QByteArray contentOf(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, static_cast<qsizetype>(size)};
}

base::Error failed()
{
    base::Error error;
    error.layer = base::Layer::Tls;
    error.code = base::ErrorCode::Internal;
    error.operation = u"make certificate"_s;
    return error;
}

} // namespace

base::Result<CertificatePair> makeSelfSignedCertificate(const QString& address)
{
    QByteArray names = "DNS:localhost,IP:127.0.0.1,IP:::1";
    if (address != "127.0.0.1"_L1 && address != "::1"_L1)
        names += ",IP:" + address.toLatin1();
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate || !fill(certificate.get(), key.get(), names))
        return base::fail(failed());
    const Memory certificatePem(BIO_new(BIO_s_mem()));
    const Memory keyPem(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_X509(certificatePem.get(), certificate.get()) != 1 ||
        PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return base::fail(failed());
    return CertificatePair{contentOf(certificatePem.get()), contentOf(keyPem.get())};
}

QByteArray channelBindingOf(const QByteArray& pem)
{
    const Memory memory(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const Certificate certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
    int digestId = NID_undef;
    if (!certificate || X509_get_signature_info(certificate.get(), &digestId, nullptr, nullptr, nullptr) != 1)
        return {};
    const bool isWeak = digestId == NID_md5 || digestId == NID_sha1 || digestId == NID_undef;
    const EVP_MD* digest = isWeak ? EVP_sha256() : EVP_get_digestbynid(digestId);
    QByteArray hash(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    if (digest == nullptr ||
        X509_digest(certificate.get(), digest, reinterpret_cast<unsigned char*>(hash.data()), &size) != 1)
        return {};
    return "tls-server-end-point:" + hash.left(static_cast<qsizetype>(size));
}

QByteArray certificateDer(const QByteArray& pem)
{
    const QByteArray begin = "-----BEGIN CERTIFICATE-----";
    const qsizetype from = pem.indexOf(begin);
    const qsizetype to = pem.indexOf("-----END CERTIFICATE-----", from);
    if (from < 0 || to < 0)
        return {};
    return QByteArray::fromBase64(pem.mid(from + begin.size(), to - from - begin.size()));
}

} // namespace hvgpu::simulation
