#include "core/wmi/com/Apartment.h"

#include <qt_windows.h>

#include <objbase.h>

#include <mutex>

namespace hvgpu::com {
namespace {

// Proxies have a blanket of their own; this covers the calls that COM makes by itself, such as activation.
// Whoever was first decides: RPC_E_TOO_LATE is no error. It holds as long as the multithreaded apartment is
// there, which therefore stays when the last session goes.
void protectProcess()
{
    static std::once_flag once;
    std::call_once(once, [] {
        CO_MTA_USAGE_COOKIE forGood = nullptr;
        CoIncrementMTAUsage(&forGood);
        CoInitializeSecurity(nullptr, -1, nullptr, nullptr, RPC_C_AUTHN_LEVEL_PKT_PRIVACY,
                             RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE, nullptr);
    });
}

} // namespace

Apartment::Apartment()
    : m_entered(SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED)))
{
    if (m_entered)
        protectProcess();
}

Apartment::~Apartment()
{
    if (m_entered)
        CoUninitialize();
}

} // namespace hvgpu::com
