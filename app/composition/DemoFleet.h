#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/fleet/ServerEntry.h"

#include <QString>

#include <memory>
#include <vector>

namespace hvgpu::app {

/// A simulated fleet served on the loopback interface of this process, behind a user name and a password made
/// at start. Everything that talks to it does so as to real servers. Stops serving when destroyed.
class DemoFleet
{
public:
    /// @p specification as in simulation::SimulatedFleet::load: "demo", "scale:…" or a fleet file.
    [[nodiscard]] static base::Result<std::unique_ptr<DemoFleet>> start(const QString& specification);
    ~DemoFleet();
    DemoFleet(const DemoFleet&) = delete;
    DemoFleet& operator=(const DemoFleet&) = delete;

    /// One entry per stand-alone server and one per cluster, with the addresses of its nodes.
    [[nodiscard]] std::vector<fleet::ServerEntry> entries() const;
    /// What every entry wants.
    [[nodiscard]] base::Secret password() const;

private:
    struct Parts;
    explicit DemoFleet(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace hvgpu::app
