#include "core/base/EnvironmentSecret.h"

#include <QtGlobal>

#include <cstdlib>
#include <cstring>

namespace hvgpu::base {

Secret takeEnvironmentSecret(const char* name)
{
    char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): as documented
    if (value == nullptr)
        return {};
    Secret secret(QByteArray(value, static_cast<qsizetype>(std::strcspn(value, "\r\n"))));
    volatile char* const bytes = value;
    for (std::size_t left = std::strlen(value); left > 0; --left)
        bytes[left - 1] = 0;
    qunsetenv(name);
    return secret;
}

} // namespace hvgpu::base
