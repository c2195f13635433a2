#pragma once

#include "app/cli/Arguments.h"
#include "app/composition/DemoFleet.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/fleet/ServerEntry.h"

#include <map>
#include <memory>
#include <vector>

namespace hvgpu::cli {

/// The servers to read and what to sign in with.
struct Servers
{
    std::vector<fleet::ServerEntry> entries;
    std::map<model::EntryId, base::Secret> passwords; ///< each is of the account of its entry
    std::unique_ptr<app::DemoFleet> demo;             ///< serves the entries; null with real servers

    [[nodiscard]] base::Secret passwordOf(const fleet::ServerEntry& entry) const
    {
        const auto own = passwords.find(entry.id);
        return own == passwords.end() ? base::Secret() : own->second;
    }
};

/// Where passwords may come from: everywhere; not from the keychain, as they are to be saved there; nowhere.
enum class Passwords { Any, FromUser, None };

/// From the command line, the server list, or a demo fleet that it starts. Asks for a password when one is
/// needed.
[[nodiscard]] base::Result<Servers> resolveServers(const Arguments& arguments,
                                                   Passwords passwords = Passwords::Any);

/// Whether the command line itself is wrong: an address that is none.
[[nodiscard]] bool isUsage(const base::Error& error);

} // namespace hvgpu::cli
