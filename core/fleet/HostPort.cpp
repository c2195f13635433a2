#include "core/fleet/HostPort.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

namespace {

bool isHostCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_';
}

bool isHostName(QStringView host)
{
    return !host.isEmpty() && std::all_of(host.begin(), host.end(), isHostCharacter);
}

/// Good enough to tell an address from a name; the resolver judges the rest.
bool isIpv6(QStringView host)
{
    const QStringView digits = host.left(host.indexOf(u'%') < 0 ? host.size() : host.indexOf(u'%'));
    return digits.count(u':') >= 2 && std::all_of(digits.begin(), digits.end(), [](QChar c) {
               return c == u':' || c == u'.' || c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f');
           });
}

std::optional<std::uint16_t> parsePort(QStringView text)
{
    bool ok = false;
    const std::uint16_t port = text.toUShort(&ok);
    return ok && port != 0 ? std::optional(port) : std::nullopt;
}

} // namespace

QString withoutRootDot(const QString& host)
{
    return host.endsWith(u'.') ? host.chopped(1) : host;
}

QString HostPort::toString() const
{
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + QString::number(port);
}

std::optional<HostPort> parseHostPort(QStringView text, std::uint16_t defaultPort)
{
    text = text.trimmed();
    HostPort result;
    result.port = defaultPort;
    QStringView rest;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0 || !isIpv6(text.mid(1, end - 1)))
            return std::nullopt;
        result.host = text.mid(1, end - 1).toString();
        rest = text.mid(end + 1);
    } else if (isIpv6(text)) {
        result.host = text.toString();
    } else {
        const qsizetype colon = text.indexOf(u':');
        const QString host = withoutRootDot((colon < 0 ? text : text.left(colon)).toString());
        if (!isHostName(host))
            return std::nullopt;
        result.host = host;
        rest = colon < 0 ? QStringView() : text.mid(colon);
    }
    if (rest.isEmpty())
        return result;
    const std::optional<std::uint16_t> port = rest.startsWith(u':') ? parsePort(rest.mid(1)) : std::nullopt;
    if (!port)
        return std::nullopt;
    result.port = *port;
    return result;
}

bool isAddressLiteral(QStringView host)
{
    const bool ipv4 = host.count(u'.') == 3 &&
                      std::all_of(host.begin(), host.end(), [](QChar c) { return c == u'.' || c.isDigit(); });
    return ipv4 || isIpv6(host);
}

} // namespace hvgpu::fleet
