#include "core/wmi/ConnectionSettings.h"

namespace hvgpu::wmi {
namespace {

/// The host as it stands in a URL: IPv6 in brackets, its zone id with an escaped "%" (RFC 6874).
QString urlHost(const QString& host)
{
    if (!host.contains(QLatin1Char(':')) || host.startsWith(QLatin1Char('[')))
        return host;
    QString address = host;
    if (!address.contains(QLatin1String("%25")))
        address.replace(QLatin1Char('%'), QLatin1String("%25"));
    return QLatin1Char('[') + address + QLatin1Char(']');
}

} // namespace

QString ConnectionSettings::url() const
{
    const QLatin1String scheme = https ? QLatin1String("https://") : QLatin1String("http://");
    const QLatin1String slash(path.startsWith(QLatin1Char('/')) ? "" : "/");
    return scheme + urlHost(host) + QLatin1Char(':') + QString::number(port) + slash + path;
}

} // namespace hvgpu::wmi
