#include "core/fleet/EntryPassword.h"

#include "core/fleet/EntryText.h"

using namespace Qt::StringLiterals;

namespace hvgpu::fleet {
namespace {

using Authentication = ServerEntry::Authentication;

const QString& accountOf(const ServerEntry& entry)
{
    return entry.authentication == Authentication::Certificate ? entry.clientCertificate : entry.user;
}

/// How much of the password a host that is not the right one gets to see; more is worse.
int exposureOf(const ServerEntry& entry)
{
    switch (entry.authentication) {
    case Authentication::Certificate: // opens a key here, travels nowhere
    case Authentication::Kerberos:
        return 0;
    case Authentication::Negotiate:
        return 1;
    case Authentication::Ntlm:
        return 2;
    case Authentication::None:
    case Authentication::Basic:
        break;
    }
    return 3;
}

} // namespace

secrets::SecretKey secretKeyOf(const ServerEntry& entry)
{
    return {entryIdFor(entry).text(), accountOf(entry)};
}

secrets::SecretKey formerSecretKeyOf(const ServerEntry& entry)
{
    return {entry.id.text(), accountOf(entry)};
}

bool formerKeyIsOfItsPlace(const ServerEntry& entry)
{
    return entry.id.text().section(u'#', 0, 0) == entryIdFor(entry).text();
}

bool takesPassword(const ServerEntry& entry)
{
    switch (entry.authentication) {
    case Authentication::None:
        return false;
    case Authentication::Certificate:
        return !entry.clientCertificate.isEmpty();
    default:
        return !entry.user.isEmpty();
    }
}

bool mayKeepPassword(const ServerEntry& before, const ServerEntry& after)
{
    const bool sameAccount = secretKeyOf(before) == secretKeyOf(after);
    const bool losesTls = before.https && !after.https;
    const bool becomesClear = !before.allowInsecureBasic && after.allowInsecureBasic;
    return sameAccount && !losesTls && !becomesClear && exposureOf(after) <= exposureOf(before);
}

} // namespace hvgpu::fleet
