#pragma once

#include "core/base/Error.h"
#include "core/wmi/com/Connector.h"
#include "core/wmi/com/Progress.h"

#include <functional>
#include <optional>

namespace hvgpu::com {

/// How a call to IWbemServices ended.
struct CallEnd
{
    HRESULT result = S_OK;
    ComPtr<IWbemClassObject> object; ///< what it returns; may be empty
    /// It was begun, and its end could not be learned: @p result says why.
    bool unknown = false;
    std::optional<base::Error> over; ///< the time was over, or the caller stopped; result says nothing then
};

/// Begins a call with the flags added, for what it returns and for how to wait for it.
using BeginCall = std::function<HRESULT(LONG flags, IWbemClassObject** object, IWbemCallResult** pending)>;

/// Makes a call semisynchronously: it returns at once, and its end is asked for in short steps, so that the
/// deadline and a request to stop end it in good order (what the host has begun it may finish). Where the
/// services know no such calls, or answer them at once, it is made as they do. @p returnsObject: there is one
/// to be fetched.
[[nodiscard]] CallEnd makeCall(const BeginCall& begin, bool returnsObject, Connector& connector,
                               Progress& progress);

} // namespace hvgpu::com
