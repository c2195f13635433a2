#include "core/wmi/com/PendingCall.h"

#include "core/wmi/com/Watch.h"

namespace hvgpu::com {
namespace {

void await(CallEnd& end, IWbemCallResult& pending, bool returnsObject, Progress& progress)
{
    const Watch watch(progress);
    LONG status = S_OK;
    HRESULT asked = WBEM_S_TIMEDOUT;
    while (asked == static_cast<HRESULT>(WBEM_S_TIMEDOUT)) {
        end.over = watch.over();
        if (end.over)
            return;
        ++progress.roundTrips;
        asked = pending.GetCallStatus(watch.step(), &status);
    }
    end.unknown = FAILED(asked);
    end.result = FAILED(asked) ? asked : static_cast<HRESULT>(status);
    if (FAILED(end.result) || !returnsObject)
        return;
    ++progress.roundTrips;
    HRESULT fetched = pending.GetResultObject(watch.step(), end.object.put());
    if (fetched == static_cast<HRESULT>(WBEM_S_TIMEDOUT))
        fetched = static_cast<HRESULT>(WBEM_E_TIMED_OUT);
    end.unknown = FAILED(fetched);
    if (end.unknown)
        end.result = fetched;
}

} // namespace

CallEnd makeCall(const BeginCall& begin, bool returnsObject, Connector& connector, Progress& progress)
{
    CallEnd end;
    ComPtr<IWbemCallResult> pending;
    ++progress.roundTrips;
    end.result = begin(WBEM_FLAG_RETURN_IMMEDIATELY, end.object.put(), pending.put());
    if (end.result == E_NOTIMPL) {
        ++progress.roundTrips;
        end.result = begin(0, end.object.put(), nullptr);
    }
    if (FAILED(end.result) || !pending)
        return end;
    if (const HRESULT result = connector.protect(*pending); FAILED(result)) {
        end.result = result;
        end.unknown = true;
        return end;
    }
    await(end, *pending, returnsObject, progress);
    return end;
}

} // namespace hvgpu::com
