#pragma once

#include "core/base/Error.h"

#include <QString>

#include <optional>

#include <curl/curl.h>

namespace hvgpu::wsman {

/// "proxy:3128" of "http://user:secret@proxy:3128": user information is never said.
[[nodiscard]] QString shownProxy(const QString& proxy);

/// The error of a transfer that ended at the proxy, before it had a way to the host: the proxy cannot be
/// reached, refuses, wants to be signed in to, or is none. nullopt without a proxy and once the way is open.
/// @p timedOut: our deadline ended it. @p endpoint is "host:port" of the host, @p text libcurl's own words.
[[nodiscard]] std::optional<base::Error> proxyError(CURL* easy, CURLcode result, bool timedOut,
                                                    const QString& proxy, const QString& endpoint,
                                                    const QString& text);

} // namespace hvgpu::wsman
