#include "core/fleet/EntryChecks.h"

#include "core/fleet/HostPort.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {

std::optional<UserProblem> userProblem(const QString& user)
{
    if (user.contains(u':'))
        return UserProblem::Password;
    // https://learn.microsoft.com/windows/win32/adschema/a-samaccountname
    static const QRegularExpression never(u"[\"/\\[\\];|=<>*?\\x00-\\x1f]"_s);
    if (user.contains(never) || user.count(u'\\') > 1)
        return UserProblem::Character;
    return std::nullopt;
}

std::optional<ProxyProblem> proxyProblem(const QString& proxy)
{
    constexpr std::uint16_t usualPort = 3128;
    if (proxy.isEmpty())
        return std::nullopt;
    if (proxy.contains(u'@'))
        return ProxyProblem::Password;
    QString place = proxy;
    if (proxy.contains(u"://"_s)) {
        if (!proxy.startsWith(u"http://"_s, Qt::CaseInsensitive))
            return ProxyProblem::Kind;
        place = proxy.mid(7);
        if (place.endsWith(u'/'))
            place.chop(1);
    }
    return parseHostPort(place, usualPort) ? std::nullopt : std::optional(ProxyProblem::Address);
}

bool takesPemCertificate()
{
#ifdef Q_OS_WIN
    return false;
#else
    return true;
#endif
}

bool takesCertificateFile(const QString& file)
{
    return takesPemCertificate() || file.endsWith(u".p12"_s, Qt::CaseInsensitive) ||
           file.endsWith(u".pfx"_s, Qt::CaseInsensitive);
}

bool isCertificatePin(const QString& pin)
{
    static const QRegularExpression form(u"^[0-9a-f]{64}$"_s, QRegularExpression::CaseInsensitiveOption);
    const QStringList parts = pin.split(u',');
    return std::ranges::all_of(parts, [](const QString& part) {
        const qsizetype equals = part.indexOf(u'=');
        const bool named = equals < 0 || parseHostPort(part.left(equals), 1).has_value();
        return named && form.match(part.mid(equals + 1).remove(u':').trimmed()).hasMatch();
    });
}

} // namespace hvgpu::fleet
