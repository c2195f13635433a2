#include "app/composition/SessionFactory.h"

#include "core/fleet/CertificatePins.h"
#include "core/fleet/HostPort.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/GatedSession.h"
#include "core/wmi/com/Transport.h"
#include "core/wmi/wsman/WsmanSession.h"

#include <utility>

namespace hvgpu::app {
namespace {

wmi::Authentication authenticationOf(const fleet::ServerEntry& entry)
{
    using Asked = fleet::ServerEntry::Authentication;
    switch (entry.authentication) {
    case Asked::None:
        break;
    case Asked::Basic:
        return wmi::Authentication::Basic;
    case Asked::Negotiate:
        return wmi::Authentication::Negotiate;
    case Asked::Kerberos:
        return wmi::Authentication::Kerberos;
    case Asked::Ntlm:
        return wmi::Authentication::Ntlm;
    case Asked::Certificate:
        return wmi::Authentication::Certificate;
    }
    return wmi::Authentication::None;
}

/// What DCOM needs of an entry; nothing for this computer, where everybody is who they are.
std::unique_ptr<wmi::Session> nativeSession(const fleet::ServerEntry& entry, const QString& host,
                                            const base::Secret& password)
{
    wmi::ConnectionSettings settings;
    if (entry.transport == fleet::ServerEntry::Transport::Dcom) {
        settings.host = host;
        settings.authentication = authenticationOf(entry);
        settings.user = entry.user;
        settings.password = password;
    }
    return com::makeSession(settings);
}

std::unique_ptr<wmi::Session> soapSession(const fleet::ServerEntry& entry, const fleet::HostPort& place,
                                          const base::Secret& password)
{
    wmi::ConnectionSettings settings;
    settings.host = place.host;
    settings.port = place.port;
    settings.https = entry.https;
    settings.authentication = authenticationOf(entry);
    settings.user = entry.user;
    settings.password = password;
    if (!entry.serviceClass.isEmpty())
        settings.serviceClass = entry.serviceClass;
    settings.allowInsecureBasic = entry.allowInsecureBasic;
    settings.tls.caFile = entry.caFile;
    settings.tls.pinnedCertificate = fleet::pinsAt(entry, place.toString());
    settings.tls.clientCertificate = entry.clientCertificate;
    settings.proxy = entry.proxy;
    return wsman::makeSession(std::move(settings));
}

} // namespace

bool hasNativeWmi()
{
    return com::isAvailable();
}

std::shared_ptr<wmi::HostGates> hostGates()
{
    static const auto gates = std::make_shared<wmi::HostGates>();
    return gates;
}

fleet::SessionFactory makeSessionFactory(std::shared_ptr<wmi::HostGates> gates)
{
    return [gates = std::move(gates)](const fleet::ServerEntry& entry, const QString& address,
                                      const base::Secret& password) -> std::unique_ptr<wmi::Session> {
        // An address that cannot be parsed is left to the connection, which says what is wrong with it.
        const auto place =
            fleet::parseHostPort(address, entry.port).value_or(fleet::HostPort{address, entry.port});
        auto session = entry.transport == fleet::ServerEntry::Transport::WsManagement
                           ? soapSession(entry, place, password)
                           : nativeSession(entry, place.host, password);
        return std::make_unique<wmi::GatedSession>(std::move(session), gates->at(place.toString()),
                                                   place.host);
    };
}

} // namespace hvgpu::app
