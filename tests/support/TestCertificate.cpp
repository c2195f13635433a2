#include "tests/support/TestCertificate.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

namespace hvgpu::test {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Signature = std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)>;

QByteArray textOf(BIO* bio)
{
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

bool addExtension(X509* certificate, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool fill(X509* certificate, EVP_PKEY* key, const TestCertificate::Wish& wish)
{
    constexpr long Hour = 3600;
    static int serial = 0;
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), wish.validFromHours * Hour);
    X509_gmtime_adj(X509_getm_notAfter(certificate), wish.validUntilHours * Hour);
    X509_set_pubkey(certificate, key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(wish.commonName.constData()), -1, -1,
                               0);
    return addExtension(certificate, NID_basic_constraints,
                        wish.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE") &&
           addExtension(certificate, NID_subject_alt_name, wish.names) &&
           (wish.usage.isEmpty() || addExtension(certificate, NID_ext_key_usage, wish.usage));
}

/// Whether both numbers of the signature have all 32 bytes.
bool hasFullLength(const X509* certificate)
{
    constexpr int FullLength = 32;
    const ASN1_BIT_STRING* bits = nullptr;
    X509_get0_signature(&bits, nullptr, certificate);
    const unsigned char* data = bits->data;
    const Signature signature(d2i_ECDSA_SIG(nullptr, &data, bits->length), &ECDSA_SIG_free);
    return signature && BN_num_bytes(ECDSA_SIG_get0_r(signature.get())) == FullLength &&
           BN_num_bytes(ECDSA_SIG_get0_s(signature.get())) == FullLength;
}

/// Every signature has a random part. One in 128 has a number that is shorter than the others, and Wine 8
/// takes such a good signature for a wrong one: those are made again.
bool signWith(X509* certificate, EVP_PKEY* key)
{
    constexpr int Attempts = 100;
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC)
        return X509_sign(certificate, key, EVP_sha256()) > 0;
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (X509_sign(certificate, key, EVP_sha256()) <= 0)
            return false;
        if (hasFullLength(certificate))
            return true;
    }
    return false;
}

Bio reading(const QByteArray& text)
{
    return {BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())), &BIO_free_all};
}

Key keyFrom(const QByteArray& pem)
{
    return {PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, nullptr, nullptr), &EVP_PKEY_free};
}

Certificate certificateFrom(const QByteArray& pem)
{
    return {PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr), &X509_free};
}

bool sign(X509* certificate, EVP_PKEY* key, const TestCertificate* issuer)
{
    if (issuer == nullptr) {
        X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
        return signWith(certificate, key);
    }
    const Certificate authority = certificateFrom(issuer->certificatePem);
    const Key authorityKey = keyFrom(issuer->privateKeyPem);
    return authority && authorityKey &&
           X509_set_issuer_name(certificate, X509_get_subject_name(authority.get())) == 1 &&
           signWith(certificate, authorityKey.get());
}

} // namespace

TestCertificate TestCertificate::make()
{
    return make(Wish());
}

TestCertificate TestCertificate::make(const Wish& wish)
{
    constexpr unsigned int RsaBits = 2048;
    const Key key(wish.rsa ? EVP_RSA_gen(RsaBits) : EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const Certificate certificate(X509_new(), &X509_free);
    if (!key || !certificate || !fill(certificate.get(), key.get(), wish) ||
        !sign(certificate.get(), key.get(), wish.issuer))
        return {};
    const Bio certificateText(BIO_new(BIO_s_mem()), &BIO_free_all);
    const Bio keyText(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(certificateText.get()), textOf(keyText.get())};
}

QByteArray TestCertificate::lockedKeyPem(const QByteArray& password) const
{
    const Key key = keyFrom(privateKeyPem);
    const Bio text(BIO_new(BIO_s_mem()), &BIO_free_all);
    const bool written =
        key && PEM_write_bio_PrivateKey(text.get(), key.get(), EVP_aes_256_cbc(),
                                        reinterpret_cast<const unsigned char*>(password.constData()),
                                        static_cast<int>(password.size()), nullptr, nullptr) == 1;
    return written ? textOf(text.get()) : QByteArray();
}

QByteArray TestCertificate::pkcs12(const QByteArray& password) const
{
    const Key key = keyFrom(privateKeyPem);
    const Certificate certificate = certificateFrom(certificatePem);
    if (!key || !certificate)
        return {};
    const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> file(
        PKCS12_create(password.constData(), nullptr, key.get(), certificate.get(), nullptr, 0, 0, 0, 0, 0),
        &PKCS12_free);
    const Bio bytes(BIO_new(BIO_s_mem()), &BIO_free_all);
    return file && i2d_PKCS12_bio(bytes.get(), file.get()) == 1 ? textOf(bytes.get()) : QByteArray();
}

} // namespace hvgpu::test
