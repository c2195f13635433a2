#include "core/wmi/com/LocatorConnector.h"

using namespace Qt::StringLiterals;

namespace hvgpu::com {
namespace {

/// Kerberos is asked for by the service of the host; everything else is left to Windows, which negotiates.
QString authorityFor(const wmi::ConnectionSettings& settings)
{
    const bool kerberos = settings.authentication == wmi::Authentication::Kerberos;
    return kerberos && !settings.host.isEmpty() ? u"Kerberos:RPCSS/"_s + settings.host : QString();
}

/// What was chosen is asked for with every call, or a server could talk Windows into something weaker.
DWORD serviceFor(const wmi::ConnectionSettings& settings)
{
    if (settings.host.isEmpty())
        return RPC_C_AUTHN_DEFAULT;
    switch (settings.authentication) {
    case wmi::Authentication::Kerberos:
        return RPC_C_AUTHN_GSS_KERBEROS;
    case wmi::Authentication::Ntlm:
        return RPC_C_AUTHN_WINNT;
    default:
        return RPC_C_AUTHN_DEFAULT;
    }
}

HRESULT setBlanket(IUnknown& proxy, DWORD service, COAUTHIDENTITY* identity)
{
    const DWORD authorization = service == RPC_C_AUTHN_DEFAULT ? RPC_C_AUTHZ_DEFAULT : RPC_C_AUTHZ_NONE;
    return CoSetProxyBlanket(&proxy, service, authorization, COLE_DEFAULT_PRINCIPAL,
                             RPC_C_AUTHN_LEVEL_PKT_PRIVACY, RPC_C_IMP_LEVEL_IMPERSONATE, identity, EOAC_NONE);
}

} // namespace

LocatorConnector::LocatorConnector(const wmi::ConnectionSettings& settings)
    : m_host(settings.host)
    , m_authority(authorityFor(settings))
    , m_service(serviceFor(settings))
    , m_identity(settings.host.isEmpty() ? QString() : settings.user, settings.password)
{}

HRESULT LocatorConnector::connect(const QString& nameSpace, ComPtr<IWbemServices>& services)
{
    ComPtr<IWbemLocator> locator;
    const HRESULT made = CoCreateInstance(CLSID_WbemLocator, nullptr, CLSCTX_INPROC_SERVER, IID_IWbemLocator,
                                          locator.putVoid());
    if (FAILED(made))
        return made;
    const Bstr place(m_host.isEmpty() ? nameSpace : u"\\\\"_s + m_host + u'\\' + nameSpace);
    const Bstr authority{QStringView(m_authority)};
    return locator->ConnectServer(place.get(), m_identity.user(), m_identity.password(), nullptr,
                                  WBEM_FLAG_CONNECT_USE_MAX_WAIT, authority.get(), nullptr, services.put());
}

HRESULT LocatorConnector::protect(IUnknown& proxy)
{
    const HRESULT result = setBlanket(proxy, m_service, m_identity.identity());
    if (result == E_NOINTERFACE)
        return S_OK; // not a proxy: the object lives in this process
    if (FAILED(result))
        return result;
    // COM keeps another blanket for IUnknown, which letting go of the object uses.
    ComPtr<IUnknown> unknown;
    if (SUCCEEDED(proxy.QueryInterface(IID_IUnknown, unknown.putVoid())))
        setBlanket(*unknown, m_service, m_identity.identity());
    return S_OK;
}

} // namespace hvgpu::com
