#include "core/hyperv/Queries.h"

#include "core/model/WindowsBuild.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv::queries {

namespace {

constexpr std::uint32_t server2022 = 20348;

ClassQuery ask(const char16_t* nameSpace, QString className, QStringList columns, QString condition = {})
{
    ClassQuery query;
    query.nameSpace = QString::fromUtf16(nameSpace);
    query.className = std::move(className);
    query.columns = std::move(columns);
    query.condition = std::move(condition);
    return query;
}

ClassQuery askV2(QString className, QStringList columns, QString condition = {})
{
    ClassQuery query = ask(virtualization, std::move(className), std::move(columns), std::move(condition));
    query.classMayBeAbsent = true;
    return query;
}

} // namespace

ClassQuery operatingSystem()
{
    return ask(cimv2, u"Win32_OperatingSystem"_s,
               {u"Caption"_s, u"BuildNumber"_s, u"ProductType"_s, u"OperatingSystemSKU"_s, u"CSName"_s,
                u"LastBootUpTime"_s});
}

ClassQuery computerSystem()
{
    return ask(cimv2, u"Win32_ComputerSystem"_s,
               {u"Name"_s, u"Manufacturer"_s, u"Model"_s, u"HypervisorPresent"_s});
}

ClassQuery pciDevices()
{
    // Every PCI device, because an undriven GPU has no display class and only its compatible ids tell it.
    return ask(cimv2, u"Win32_PnPEntity"_s,
               {u"DeviceID"_s, u"Name"_s, u"PNPClass"_s, u"Service"_s, u"Status"_s,
                u"ConfigManagerErrorCode"_s, u"Present"_s, u"HardwareID"_s, u"CompatibleID"_s,
                u"Manufacturer"_s},
               u"DeviceID LIKE 'PCI%'"_s);
}

ClassQuery videoControllers()
{
    return ask(cimv2, u"Win32_VideoController"_s,
               {u"PNPDeviceID"_s, u"Name"_s, u"Status"_s, u"ConfigManagerErrorCode"_s,
                u"AdapterCompatibility"_s, u"DriverVersion"_s, u"DriverDate"_s});
}

ClassQuery partitionableGpus(Build build)
{
    QStringList columns;
    if (build) {
        columns = {u"Name"_s, u"PartitionCount"_s, u"ValidPartitionCounts"_s};
        for (const QString& quantity : {u"VRAM"_s, u"Encode"_s, u"Decode"_s, u"Compute"_s})
            for (const QString& limit :
                 {u"Total"_s, u"Available"_s, u"MinPartition"_s, u"MaxPartition"_s, u"OptimalPartition"_s})
                columns.append(limit + quantity);
        if (*build >= model::windowsServer2025Build)
            columns.append(u"SupportsIncomingLiveMigration"_s);
    }
    return askV2(u"Msvm_PartitionableGpu"_s, columns);
}

ClassQuery assignableDevices()
{
    return askV2(u"Msvm_PciExpress"_s,
                 {u"DeviceID"_s, u"SystemName"_s, u"DeviceInstancePath"_s, u"LocationPath"_s});
}

ClassQuery virtualMachines(Build build)
{
    constexpr std::uint32_t firstWithAllColumns = 10586;
    constexpr std::uint32_t firstWithMmioBase = 17134;
    QStringList columns;
    if (build.value_or(0) >= firstWithAllColumns)
        columns = {u"VirtualSystemIdentifier"_s,
                   u"InstanceID"_s,
                   u"ElementName"_s,
                   u"VirtualSystemSubType"_s,
                   u"Version"_s,
                   u"LowMmioGapSize"_s,
                   u"HighMmioGapSize"_s,
                   u"GuestControlledCacheTypes"_s,
                   u"AutomaticShutdownAction"_s,
                   u"UserSnapshotType"_s,
                   u"IsSaved"_s,
                   u"IncrementalBackupEnabled"_s};
    if (build.value_or(0) >= server2022)
        columns << u"GuestStateIsolationEnabled"_s << u"GuestStateIsolationType"_s;
    if (build.value_or(0) >= firstWithMmioBase)
        columns.append(u"HighMmioGapBase"_s);
    return ask(virtualization, u"Msvm_VirtualSystemSettingData"_s, columns,
               u"VirtualSystemType='Microsoft:Hyper-V:System:Realized'"_s);
}

ClassQuery systemStates()
{
    return ask(virtualization, u"Msvm_ComputerSystem"_s,
               {u"Name"_s, u"ElementName"_s, u"EnabledState"_s, u"ReplicationMode"_s});
}

ClassQuery memorySettings()
{
    return ask(
        virtualization, u"Msvm_MemorySettingData"_s,
        {u"InstanceID"_s, u"DynamicMemoryEnabled"_s, u"VirtualQuantity"_s, u"Reservation"_s, u"Limit"_s});
}

ClassQuery protectedVms()
{
    return askV2(u"Msvm_SecuritySettingData"_s, {u"InstanceID"_s, u"TpmEnabled"_s, u"ShieldingRequested"_s},
                 u"TpmEnabled=TRUE OR ShieldingRequested=TRUE"_s);
}

ClassQuery nestedVms()
{
    return askV2(u"Msvm_ProcessorSettingData"_s, {u"InstanceID"_s}, u"ExposeVirtualizationExtensions=TRUE"_s);
}

ClassQuery partitionAdapters()
{
    return askV2(u"Msvm_GpuPartitionSettingData"_s,
                 {u"InstanceID"_s, u"HostResource"_s, u"MinPartitionVRAM"_s});
}

ClassQuery partitions(Build build)
{
    QStringList columns;
    if (build) {
        columns = {u"DeviceID"_s, u"SystemName"_s, u"DeviceInstancePath"_s, u"PartitionId"_s,
                   u"PartitionVfLuid"_s};
        if (*build >= server2022)
            columns << u"CurrentVRAM"_s << u"CurrentEncode"_s << u"CurrentDecode"_s << u"CurrentCompute"_s;
        if (*build >= model::windowsServer2025Build)
            columns << u"SupportsOutgoingLiveMigration"_s;
    }
    return askV2(u"Msvm_GpuPartition"_s, columns);
}

ClassQuery deviceAdapters()
{
    return askV2(u"Msvm_PciExpressSettingData"_s, {u"InstanceID"_s, u"HostResource"_s, u"PoolID"_s});
}

ClassQuery remoteFxAdapters()
{
    return askV2(u"Msvm_Synthetic3DDisplayControllerSettingData"_s, {u"InstanceID"_s});
}

ClassQuery iovSupport()
{
    return ask(virtualization, u"Msvm_VirtualEthernetSwitchManagementCapabilities"_s,
               {u"IOVSupport"_s, u"IOVSupportReasons"_s});
}

ClassQuery processors()
{
    // Named columns also because the others make the provider measure the load for a second.
    return ask(cimv2, u"Win32_Processor"_s,
               {u"DeviceID"_s, u"Name"_s, u"AddressWidth"_s, u"VirtualizationFirmwareEnabled"_s,
                u"SecondLevelAddressTranslationExtensions"_s, u"VMMonitorModeExtensions"_s});
}

ClassQuery securityProperties()
{
    return ask(deviceGuard, u"Win32_DeviceGuard"_s, {u"AvailableSecurityProperties"_s});
}

ClassQuery migrationSettings()
{
    return askV2(u"Msvm_VirtualSystemMigrationServiceSettingData"_s,
                 {u"EnableVirtualSystemMigration"_s, u"MaximumActiveVirtualSystemMigration"_s,
                  u"AuthenticationType"_s});
}

ClassQuery memoryAddresses()
{
    return ask(cimv2, u"Win32_DeviceMemoryAddress"_s, {u"StartingAddress"_s, u"EndingAddress"_s});
}

ClassQuery allocatedResources()
{
    return ask(cimv2, u"Win32_PnPAllocatedResource"_s, {u"Antecedent"_s, u"Dependent"_s});
}

ClassQuery resourcePools()
{
    return askV2(u"Msvm_ResourcePool"_s, {u"InstanceID"_s, u"PoolID"_s, u"Primordial"_s},
                 u"ResourceType=32769"_s);
}

ClassQuery cluster()
{
    return ask(mscluster, u"MSCluster_Cluster"_s, {u"Name"_s, u"ClusterFunctionalLevel"_s});
}

ClassQuery clusterNodes()
{
    return ask(mscluster, u"MSCluster_Node"_s,
               {u"Name"_s, u"State"_s, u"NodeDrainStatus"_s, u"StatusInformation"_s});
}

ClassQuery clusterVmResources()
{
    return ask(mscluster, u"MSCluster_Resource"_s, {u"Name"_s, u"PrivateProperties"_s},
               u"Type='Virtual Machine'"_s);
}

} // namespace hvgpu::hyperv::queries
