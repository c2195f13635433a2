#pragma once

#include "core/simulation/host/Model.h"
#include "core/simulation/host/PoolTypes.h"

namespace hvgpu::simulation {

/// InstanceID of the primordial pool of a type.
[[nodiscard]] QString primordialPoolId(const Host& host, const PoolType& type);
/// InstanceID of the setting data that says what is in a pool.
[[nodiscard]] QString poolSettingsId(const ChildPool& pool);
/// WMI paths of the dismounted devices in a pool.
[[nodiscard]] QStringList poolHostResources(const Host& host, const ChildPool& pool);
/// InstanceID of the Msvm_AllocationCapabilities of a type.
[[nodiscard]] QString capabilitiesId(const Host& host, const PoolType& type);

} // namespace hvgpu::simulation
