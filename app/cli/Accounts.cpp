#include "app/cli/Accounts.h"

#include "core/fleet/EntryText.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

const QString& writtenAccount(const fleet::ServerEntry& entry)
{
    const bool certificate = entry.authentication == fleet::ServerEntry::Authentication::Certificate;
    return certificate ? entry.clientCertificate : entry.user;
}

/// Whether the account is the same on every server: it names a domain, or is a file.
bool isEverywhere(const fleet::ServerEntry& entry)
{
    if (entry.authentication == fleet::ServerEntry::Authentication::Certificate)
        return true;
    return entry.user.contains(u'@') || (entry.user.contains(u'\\') && !entry.user.startsWith(u".\\"_s));
}

bool isOneAccount(const fleet::ServerEntry& entry, const QString& given)
{
    return isAccount(entry, given) || isEverywhere(entry);
}

} // namespace

QString accountOfCommandLine(const Arguments& arguments)
{
    if (!arguments.clientCertificate.isEmpty())
        return arguments.clientCertificate;
    if (!arguments.user.isEmpty() || !arguments.serverFile.isEmpty())
        return arguments.user;
    QSet<QString> users;
    for (const QString& server : arguments.servers + arguments.clusters) {
        const auto entry = fleet::entryFromText(server);
        if (entry && !entry->user.isEmpty())
            users.insert(entry->user.toLower());
    }
    return users.size() == 1 ? *users.cbegin() : QString();
}

bool isAccount(const fleet::ServerEntry& entry, const QString& given)
{
    return !given.isEmpty() && writtenAccount(entry).compare(given, Qt::CaseInsensitive) == 0;
}

QString accountKey(const fleet::ServerEntry& entry, const QString& given)
{
    const bool certificate = entry.authentication == fleet::ServerEntry::Authentication::Certificate;
    if (certificate)
        return entry.clientCertificate;
    const QString account = entry.user.toLower();
    return isOneAccount(entry, given) ? account : account + u'\n' + fleet::entryIdFor(entry).text();
}

QString accountName(const fleet::ServerEntry& entry, const QString& given)
{
    const QString& account = writtenAccount(entry);
    if (account.isEmpty())
        return entry.name;
    return isOneAccount(entry, given)
               ? account
               : QCoreApplication::translate("Servers", "%1 on %2", "account on server")
                     .arg(account, fleet::nameWithPort(entry));
}

} // namespace hvgpu::cli
