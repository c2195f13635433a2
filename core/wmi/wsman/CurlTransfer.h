#pragma once

#include "core/wmi/wsman/CurlHandles.h"
#include "core/wmi/wsman/HttpMessage.h"

#include <array>
#include <chrono>

namespace hvgpu::wsman {

/// Initialises libcurl once; false when it cannot be.
[[nodiscard]] bool initialiseCurl();

/// What ended a transfer besides libcurl's own result.
struct TransferEnd
{
    CURLcode result = CURLE_OK;
    bool stopped = false;
    bool timedOut = false;
};

/// Runs the one transfer of @p multi until it is done, stopped or out of time.
[[nodiscard]] TransferEnd runTransfer(CURLM* multi, const std::stop_token& stop,
                                      std::chrono::steady_clock::time_point end);

/// The certificate chain's first certificate of the connection that @p easy has just made, as DER; empty
/// when there was none.
[[nodiscard]] QByteArray certificateOf(CURL* easy);

} // namespace hvgpu::wsman
