#include "core/wmi/wsman/AuthMechanism.h"

namespace hvgpu::wsman {

std::unique_ptr<AuthMechanism> makeAuthMechanism(const wmi::ConnectionSettings& /*settings*/)
{
    return nullptr;
}

} // namespace hvgpu::wsman
