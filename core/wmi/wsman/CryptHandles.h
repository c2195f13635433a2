#pragma once

#include <qt_windows.h>

#ifndef CERT_CHAIN_PARA_HAS_EXTRA_FIELDS
#define CERT_CHAIN_PARA_HAS_EXTRA_FIELDS
#endif
#include <wincrypt.h>

#include <QByteArray>

#include <memory>

namespace hvgpu::wsman::crypt {

/// Owns an object of Windows' certificate library.
template <auto Release>
struct Releaser
{
    template <typename T>
    void operator()(T* object) const noexcept
    {
        (void)Release(object);
    }
};

inline void closeStore(void* store) noexcept
{
    CertCloseStore(store, 0);
}

using Certificate = std::unique_ptr<const CERT_CONTEXT, Releaser<&CertFreeCertificateContext>>;
using Chain = std::unique_ptr<const CERT_CHAIN_CONTEXT, Releaser<&CertFreeCertificateChain>>;
using Engine = std::unique_ptr<void, Releaser<&CertFreeCertificateChainEngine>>;
using Store = std::unique_ptr<void, Releaser<&closeStore>>;

[[nodiscard]] inline QByteArray bytesOf(const CERT_CONTEXT& certificate)
{
    return {reinterpret_cast<const char*>(certificate.pbCertEncoded),
            static_cast<qsizetype>(certificate.cbCertEncoded)};
}

} // namespace hvgpu::wsman::crypt
