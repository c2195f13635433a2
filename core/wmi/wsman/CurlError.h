#pragma once

#include "core/base/Error.h"

#include <QString>

#include <optional>

#include <curl/curl.h>

namespace hvgpu::wsman {

/// libcurl's result as an error of ours. @p endpoint is "host:port", @p text libcurl's own words.
[[nodiscard]] base::Error errorFromCurl(CURLcode result, const QString& endpoint, const QString& text);

/// The error of an answer that had begun when the connection went: no host that cannot be reached, nor
/// something that is not WinRM. With how far it came; nullopt for any other @p result.
[[nodiscard]] std::optional<base::Error> brokenOff(CURL* easy, CURLcode result, const QString& endpoint);

} // namespace hvgpu::wsman
