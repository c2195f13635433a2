#pragma once

#include "core/operations/Activity.h"

#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::operations {

/// How a VM was set up before it got devices.
struct PriorSettings
{
    model::VmSettings settings;
    std::optional<std::uint32_t> offlineAction; ///< of a clustered VM

    friend bool operator==(const PriorSettings&, const PriorSettings&) = default;
};

/// What the plan that gave the VM its devices recorded before it changed anything: of @p activities the
/// earliest such plan since the VM last was without; nullopt when none is known. Pure.
[[nodiscard]] std::optional<PriorSettings>
priorSettings(const std::vector<std::shared_ptr<const Activity>>& activities, const model::HostId& host,
              const model::VmId& vm);

} // namespace hvgpu::operations
