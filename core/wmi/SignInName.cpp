#include "core/wmi/SignInName.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::wmi {

SignInName SignInName::parse(const QString& text)
{
    SignInName name;
    const qsizetype backslash = text.indexOf(u'\\');
    const qsizetype at = text.lastIndexOf(u'@');
    if (backslash >= 0) {
        name.domain = text.left(backslash);
        name.user = text.mid(backslash + 1);
        name.domainIsDnsName = name.domain.contains(u'.') && name.domain != u"."_s;
    } else if (at > 0) {
        name.user = text.left(at);
        name.domain = text.mid(at + 1);
        name.domainIsDnsName = true;
    } else {
        name.user = text;
    }
    return name;
}

QString SignInName::principal(const QString& defaultRealm) const
{
    if (user.isEmpty())
        return {};
    if (domain.isEmpty())
        return defaultRealm.isEmpty() ? QString() : user;
    if (domainIsDnsName)
        return user + u'@' + domain.toUpper();
    // The NetBIOS name of a domain is as a rule the first label of its DNS name.
    const bool isDefault = defaultRealm.section(u'.', 0, 0).compare(domain, Qt::CaseInsensitive) == 0;
    return isDefault ? user + u'@' + defaultRealm : QString();
}

QString SignInName::ntlmName() const
{
    if (domain.isEmpty())
        return user;
    return domainIsDnsName ? user + u'@' + domain : domain + u'\\' + user;
}

bool isAddress(const QString& host)
{
    if (host.contains(u':'))
        return true;
    const QStringList parts = host.split(u'.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](const QString& part) {
               bool isNumber = false;
               const uint value = part.toUInt(&isNumber);
               return isNumber && value <= 255;
           });
}

} // namespace hvgpu::wmi
