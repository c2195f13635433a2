#include "core/wmi/wsman/KerberosStart.h"

#include "core/wmi/wsman/KdcSilence.h"

#include <atomic>

using std::chrono::steady_clock;

namespace hvgpu::wsman::gss {
namespace {

std::atomic<int> underWay = 0;

KerberosStart begin(Credentials& credentials, const ContextOptions& options)
{
    base::Result<Credential> credential = credentials.acquire(Package::Kerberos, options.raw);
    if (!credential)
        return {std::nullopt, base::fail(credential.error())};
    ClientContext context(std::move(*credential), options);
    base::Result<AuthStep> step = context.step({});
    return {std::move(context), std::move(step)};
}

} // namespace

std::shared_ptr<Aside<KerberosStart>> startKerberos(const Credentials& credentials,
                                                    const ContextOptions& options, const QString& realm)
{
    ++underWay;
    return Aside<KerberosStart>::start([own = credentials, options, realm]() mutable {
        const auto start = steady_clock::now();
        KerberosStart result = begin(own, options);
        const bool nobody = !result.step && result.step.error().code == base::ErrorCode::RealmUnknown;
        if (!nobody && steady_clock::now() - start > FromCache)
            kdc::heard(realm);
        --underWay;
        return result;
    });
}

int kerberosStartsUnderWay() noexcept
{
    return underWay;
}

} // namespace hvgpu::wsman::gss
