#include "core/fleet/ListColumns.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {
namespace {

/// Best first: "DNSHostName" stands beside "Name" in what Get-ADComputer gives.
const QStringList& nameHeaders()
{
    static const QStringList headers{u"dnshostname"_s, u"fqdn"_s,     u"name"_s,          u"computername"_s,
                                     u"servername"_s,  u"hostname"_s, u"server"_s,        u"host"_s,
                                     u"computer"_s,    u"node"_s,     u"pscomputername"_s};
    return headers;
}

const std::map<QString, ListColumn>& otherHeaders()
{
    static const std::map<QString, ListColumn> headers{
        {u"port"_s, ListColumn::Port},
        {u"https"_s, ListColumn::Https},
        {u"ssl"_s, ListColumn::Https},
        {u"usessl"_s, ListColumn::Https},
        {u"user"_s, ListColumn::User},
        {u"username"_s, ListColumn::User},
        {u"account"_s, ListColumn::User},
        {u"kind"_s, ListColumn::Kind},
        {u"display"_s, ListColumn::Display},
        {u"displayname"_s, ListColumn::Display},
        {u"authentication"_s, ListColumn::Authentication},
        {u"auth"_s, ListColumn::Authentication},
        {u"cafile"_s, ListColumn::CaFile},
        {u"proxy"_s, ListColumn::Proxy},
        {u"spn"_s, ListColumn::Spn},
        {u"serviceclass"_s, ListColumn::Spn},
        {u"clientcertificate"_s, ListColumn::ClientCertificate},
        {u"clientcert"_s, ListColumn::ClientCertificate},
        {u"pin"_s, ListColumn::Pin},
        {u"certificatepin"_s, ListColumn::Pin},
        {u"transport"_s, ListColumn::Transport}};
    return headers;
}

/// Of Get-ADComputer, Get-ClusterNode, Get-VMHost and of what Invoke-Command adds.
const QStringList& passedOver()
{
    static const QStringList headers{u"distinguishedname"_s,
                                     u"enabled"_s,
                                     u"objectclass"_s,
                                     u"objectguid"_s,
                                     u"samaccountname"_s,
                                     u"sid"_s,
                                     u"userprincipalname"_s,
                                     u"operatingsystem"_s,
                                     u"operatingsystemversion"_s,
                                     u"ipv4address"_s,
                                     u"ipv6address"_s,
                                     u"lastlogondate"_s,
                                     u"description"_s,
                                     u"state"_s,
                                     u"cluster"_s,
                                     u"id"_s,
                                     u"runspaceid"_s,
                                     u"psshowcomputername"_s};
    return headers;
}

QString plain(const QString& header)
{
    QString text = header.toLower();
    for (const QChar c : {u' ', u'_', u'-'})
        text.remove(c);
    return text;
}

} // namespace

ListColumn listColumnOf(const QString& header)
{
    const QString text = plain(header);
    if (nameHeaders().contains(text))
        return ListColumn::Name;
    if (const auto found = otherHeaders().find(text); found != otherHeaders().end())
        return found->second;
    if (text.isEmpty() || passedOver().contains(text))
        return ListColumn::PassedOver;
    static const QStringList secrets{u"password"_s, u"passwort"_s, u"kennwort"_s,
                                     u"pwd"_s,      u"secret"_s,   u"credential"_s};
    const bool isSecret =
        std::ranges::any_of(secrets, [&text](const QString& word) { return text.contains(word); });
    return isSecret ? ListColumn::Password : ListColumn::Unknown;
}

int nameRankOf(const QString& header)
{
    return static_cast<int>(nameHeaders().indexOf(plain(header)));
}

const QStringList& listColumnNames()
{
    static const QStringList names{u"name"_s,
                                   u"port"_s,
                                   u"https"_s,
                                   u"user"_s,
                                   u"kind"_s,
                                   u"display"_s,
                                   u"authentication"_s,
                                   u"spn"_s,
                                   u"ca_file"_s,
                                   u"pin"_s,
                                   u"client_certificate"_s,
                                   u"proxy"_s,
                                   u"transport"_s};
    return names;
}

} // namespace hvgpu::fleet
