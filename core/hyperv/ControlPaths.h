#pragma once

#include "core/cim/ObjectPath.h"
#include "core/model/Ids.h"

#include <QString>

/// Object paths of what a HostControl writes to (wmi.md 1.5).
namespace hvgpu::hyperv::paths {

[[nodiscard]] cim::ObjectPath virtualMachine(const model::VmId& vm);
[[nodiscard]] cim::ObjectPath activeSettings(const model::VmId& vm);
[[nodiscard]] cim::ObjectPath managementService();
[[nodiscard]] cim::ObjectPath partitionableGpu(const QString& gpuName);
[[nodiscard]] cim::ObjectPath partitionAdapter(const QString& instanceId);
[[nodiscard]] cim::ObjectPath deviceAdapter(const QString& instanceId);
[[nodiscard]] cim::ObjectPath assignableDeviceService();
[[nodiscard]] cim::ObjectPath poolService();
[[nodiscard]] cim::ObjectPath resourcePool(const QString& instanceId);
[[nodiscard]] cim::ObjectPath clusterResource(const QString& name);

} // namespace hvgpu::hyperv::paths
