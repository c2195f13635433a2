#pragma once

#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/com/AuthIdentity.h"
#include "core/wmi/com/Connector.h"

namespace hvgpu::com {

/// Windows' own WMI: this computer's when settings.host is empty, else another's by DCOM. Of the settings,
/// host, user, password and authentication count.
class LocatorConnector final : public Connector
{
public:
    explicit LocatorConnector(const wmi::ConnectionSettings& settings);

    HRESULT connect(const QString& nameSpace, ComPtr<IWbemServices>& services) override;
    HRESULT protect(IUnknown& proxy) override;

private:
    QString m_host;
    QString m_authority;
    DWORD m_service; ///< RPC_C_AUTHN_…
    AuthIdentity m_identity;
};

} // namespace hvgpu::com
