#include "core/wmi/wsman/ServerTrust.h"

namespace hvgpu::wsman {

/// OpenSSL judges, as CurlSetup tells it to.
struct ServerTrust::State
{};

ServerTrust::ServerTrust(const wmi::ConnectionSettings& /*settings*/) {}
ServerTrust::~ServerTrust() = default;

bool ServerTrust::guard(CURL* /*easy*/)
{
    return true;
}

std::optional<ServerTrust::Refusal> ServerTrust::takeRefusal()
{
    return std::nullopt;
}

} // namespace hvgpu::wsman
