#include "app/composition/SessionFactory.h"

#include "core/fleet/HostPort.h"
#include "core/wmi/ConnectionSettings.h"
#include "core/wmi/wsman/WsmanSession.h"

#include <utility>

namespace hvgpu::app {

fleet::SessionFactory makeSessionFactory()
{
    return [](const fleet::ServerEntry& entry, const QString& address, const base::Secret& password) {
        wmi::ConnectionSettings settings;
        // An address that cannot be parsed is left to the connection, which says what is wrong with it.
        const auto place =
            fleet::parseHostPort(address, entry.port).value_or(fleet::HostPort{address, entry.port});
        settings.host = place.host;
        settings.port = place.port;
        settings.https = entry.https;
        settings.authentication = entry.authentication == fleet::ServerEntry::Authentication::Basic
                                      ? wmi::Authentication::Basic
                                      : wmi::Authentication::None;
        settings.user = entry.user;
        settings.password = password;
        settings.allowInsecureBasic = entry.allowInsecureBasic;
        settings.tls.caFile = entry.caFile;
        return wsman::makeSession(std::move(settings));
    };
}

} // namespace hvgpu::app
