#include "app/cli/LoginRun.h"

#include "app/cli/Keychain.h"
#include "app/cli/Output.h"
#include "app/cli/Servers.h"
#include "app/cli/Terminal.h"
#include "core/fleet/PasswordKeeper.h"

#include <QCoreApplication>

namespace hvgpu::cli {
namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(LoginRun)

public:
    static QString noPassword(const QString& server)
    {
        return tr("%1: no password is needed, as no user is given").arg(server);
    }
    static QString saved(const QString& key) { return tr("Saved in the keychain: %1").arg(key); }
    static QString forgotten(const QString& key) { return tr("Not in the keychain any more: %1").arg(key); }
};

} // namespace

ExitCode runLogin(const Arguments& arguments)
{
    const bool saves = arguments.command == Command::Login;
    const base::Result<Servers> servers =
        resolveServers(arguments, saves ? Passwords::FromUser : Passwords::None);
    if (!servers) {
        complain(servers.error());
        return isUsage(servers.error()) ? Usage : Failure;
    }
    Keychain keychain;
    for (const fleet::ServerEntry& entry : servers->entries) {
        if (!fleet::takesPassword(entry)) {
            say(Messages::noPassword(entry.name));
            return Usage;
        }
        const base::Result<void> done =
            saves ? keychain.save(entry, servers->passwordOf(entry)) : keychain.forget(entry);
        if (!done) {
            complain(done.error());
            return Failure;
        }
        const QString key = fleet::secretKeyOf(entry).text();
        say(saves ? Messages::saved(key) : Messages::forgotten(key));
    }
    return Success;
}

} // namespace hvgpu::cli
