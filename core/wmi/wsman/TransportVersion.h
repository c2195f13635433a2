#pragma once

#include <QString>

namespace hvgpu::wsman {

/// "libcurl/7.88.1 OpenSSL/3.0.19 …": what is in use, which may be newer than what the program was built
/// with.
[[nodiscard]] QString transportVersion();

} // namespace hvgpu::wsman
