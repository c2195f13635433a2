#include "core/fleet/CertificatePins.h"

#include "core/fleet/HostPort.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {
namespace {

/// One item of the list.
struct Pin
{
    QString name; ///< "node1", "node1:5986"; empty: of any node
    QString fingerprint;
};

std::vector<Pin> pinsOf(const ServerEntry& entry)
{
    std::vector<Pin> pins;
    const QStringList items = entry.certificatePin.split(u',', Qt::SkipEmptyParts);
    for (const QString& item : items) {
        const qsizetype equals = item.indexOf(u'=');
        pins.push_back({item.left(std::max<qsizetype>(equals, 0)).trimmed(), item.mid(equals + 1).trimmed()});
    }
    return pins;
}

/// The same host, and the same port where the name tells one.
bool isNamed(const QString& name, const QString& address)
{
    const std::optional<HostPort> place = parseHostPort(address, 0);
    const std::optional<HostPort> named = parseHostPort(name, 0);
    return place && named && named->host.compare(place->host, Qt::CaseInsensitive) == 0 &&
           (named->port == 0 || named->port == place->port);
}

} // namespace

QString pinsAt(const ServerEntry& entry, const QString& address)
{
    const bool takesAll = entry.kind == ServerEntry::Kind::Server ||
                          isNamed(HostPort{entry.name, entry.port}.toString(), address);
    QStringList all;
    QStringList own;
    QStringList unnamed;
    for (const Pin& pin : pinsOf(entry)) {
        all << pin.fingerprint;
        if (pin.name.isEmpty())
            unnamed << pin.fingerprint;
        else if (isNamed(pin.name, address))
            own << pin.fingerprint;
    }
    if (takesAll)
        return all.join(u',');
    return (own.isEmpty() ? unnamed : own).join(u',');
}

void trustAt(ServerEntry& entry, const QString& address, const QString& fingerprint)
{
    if (entry.kind == ServerEntry::Kind::Server) {
        entry.certificatePin = fingerprint;
        return;
    }
    QStringList kept;
    for (const Pin& pin : pinsOf(entry)) {
        if (pin.name.isEmpty())
            kept << pin.fingerprint;
        else if (!isNamed(pin.name, address))
            kept << pin.name + u'=' + pin.fingerprint;
    }
    kept << address.toLower() + u'=' + fingerprint;
    entry.certificatePin = kept.join(u',');
}

} // namespace hvgpu::fleet
