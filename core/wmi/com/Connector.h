#pragma once

#include "core/wmi/com/ComPtr.h"

#include <QString>

#include <wbemcli.h>

namespace hvgpu::com {

/// Where the services of a namespace come from, and how their proxies are protected. Used on one thread.
class Connector
{
public:
    virtual ~Connector() = default;
    Connector() = default;
    Connector(const Connector&) = delete;
    Connector& operator=(const Connector&) = delete;

    /// Connects to @p nameSpace ("root\cimv2"). Does not protect what it returns.
    virtual HRESULT connect(const QString& nameSpace, ComPtr<IWbemServices>& services) = 0;
    /// Makes @p proxy sign in as it should and encrypt what it sends and gets.
    virtual HRESULT protect(IUnknown& proxy) = 0;
};

} // namespace hvgpu::com
