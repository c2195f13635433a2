#pragma once

#include "core/cim/ObjectPath.h"
#include "core/simulation/host/Model.h"

#include <QString>

namespace hvgpu::simulation {

inline const QString virtualizationNamespace = QStringLiteral("root\\virtualization\\v2");
inline const QString inventoryNamespace = QStringLiteral("root\\cimv2");
inline const QString registryNamespace = QStringLiteral("root\\default");
inline const QString deviceGuardNamespace = QStringLiteral("root\\Microsoft\\Windows\\DeviceGuard");
inline const QString clusterNamespace = QStringLiteral("root\\MSCluster");

/// "Microsoft:<id>"
[[nodiscard]] QString settingsId(const QString& id);
/// "Microsoft:<vm>\<local>"
[[nodiscard]] QString settingsId(const Vm& vm, const QString& localId);

[[nodiscard]] cim::ObjectPath systemPath(const Host& host, const QString& name);
[[nodiscard]] cim::ObjectPath vmPath(const Host& host, const Vm& vm);
[[nodiscard]] cim::ObjectPath vmSettingsPath(const Host& host, const Vm& vm);
/// A class of root\virtualization\v2 whose only key is InstanceID.
[[nodiscard]] cim::ObjectPath instanceIdPath(const Host& host, const QString& className,
                                             const QString& instanceId);
/// A logical device of a system of root\virtualization\v2.
[[nodiscard]] cim::ObjectPath devicePath(const Host& host, const QString& className,
                                         const QString& systemName, const QString& deviceId);
[[nodiscard]] cim::ObjectPath gpuPath(const Host& host, const PciDevice& device);
[[nodiscard]] cim::ObjectPath servicePath(const Host& host, const QString& className, const QString& name);
[[nodiscard]] cim::ObjectPath jobPath(const Host& host, const Job& job);

/// Device-interface path of a partitionable GPU, the key of Msvm_PartitionableGpu (wmi.md 2.1), from the
/// instance id.
[[nodiscard]] QString makeInterfaceName(const PciDevice& device);
/// The same, as kept in the device.
[[nodiscard]] inline const QString& gpuName(const PciDevice& device)
{
    return device.interfaceName;
}
/// Local id of the one RemoteFX adapter a VM can have.
[[nodiscard]] QString remoteFxLocalId();
[[nodiscard]] QString shutdownLocalId();
[[nodiscard]] QString keyboardLocalId();
[[nodiscard]] QString displayLocalId();
[[nodiscard]] QString videoHeadLocalId();
/// "PCI\…" on the host, "PCIP\…" while dismounted.
[[nodiscard]] QString pnpInstanceId(const PciDevice& device);
/// Device instance path of the device while it is dismounted.
[[nodiscard]] QString dismountedInstanceId(const PciDevice& device);
/// DeviceID of the Msvm_PciExpress row that belongs to the host or to a VM.
[[nodiscard]] QString pciExpressDeviceId(const PciDevice& device, const QString& systemName);

} // namespace hvgpu::simulation
