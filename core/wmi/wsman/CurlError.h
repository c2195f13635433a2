#pragma once

#include "core/base/Error.h"

#include <QString>

#include <curl/curl.h>

namespace hvgpu::wsman {

/// libcurl's result as an error of ours. @p endpoint is "host:port", @p text libcurl's own words.
[[nodiscard]] base::Error errorFromCurl(CURLcode result, const QString& endpoint, const QString& text);

} // namespace hvgpu::wsman
