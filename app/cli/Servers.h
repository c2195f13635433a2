#pragma once

#include "app/cli/Arguments.h"
#include "app/composition/DemoFleet.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/fleet/ServerEntry.h"

#include <memory>
#include <vector>

namespace hvgpu::cli {

/// The servers to read and what to sign in with.
struct Servers
{
    std::vector<fleet::ServerEntry> entries;
    base::Secret password;
    std::unique_ptr<app::DemoFleet> demo; ///< serves the entries; null with real servers
};

/// From the command line, the server list, or a demo fleet that it starts. Asks for a password when one is
/// needed.
[[nodiscard]] base::Result<Servers> resolveServers(const Arguments& arguments);

} // namespace hvgpu::cli
