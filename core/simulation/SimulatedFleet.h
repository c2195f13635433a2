#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/simulation/CimProvider.h"

#include <QString>

#include <memory>
#include <vector>

namespace hvgpu::simulation {

/// One host of a simulated fleet.
struct FleetMember
{
    QString name;          ///< computer name, also the node name in its cluster
    QString cluster;       ///< empty: stand-alone
    bool poweredOn = true; ///< false: nothing listens at its address
    std::shared_ptr<CimProvider> provider;
};

/// Hosts that share cluster state: what one node does to a clustered VM is what another reports.
class SimulatedFleet
{
public:
    /// @p specification is "demo", "scale:HOSTSxGPUSxPARTITIONS" or the path of a fleet file (JSON,
    /// documented in core/simulation/README.md). @p clock must outlive the fleet.
    [[nodiscard]] static base::Result<std::shared_ptr<SimulatedFleet>> load(const QString& specification,
                                                                            base::Clock& clock);
    virtual ~SimulatedFleet() = default;
    [[nodiscard]] virtual const std::vector<FleetMember>& members() const = 0;
};

} // namespace hvgpu::simulation
