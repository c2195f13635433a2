#include "core/text/CheckWords.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace hvgpu::text {
namespace {

using analysis::CheckId;

constexpr CheckWords table[] = {
    {CheckId::ServerRead, "server-read", QT_TRANSLATE_NOOP("Check", "Server can be read"),
     QT_TRANSLATE_NOOP("Check", "All other checks depend on what the server tells."),
     "Test-WSMan\nGet-CimInstance -Namespace root\\virtualization\\v2 -ClassName Msvm_ComputerSystem"},
    {CheckId::OperatingSystem, "operating-system", QT_TRANSLATE_NOOP("Check", "Operating system"),
     QT_TRANSLATE_NOOP("Check", "GPU partitioning is supported on Windows Server 2025 and on Azure Local."),
     "Get-CimInstance Win32_OperatingSystem | Format-List Caption, BuildNumber, ProductType"},
    {CheckId::Edition, "edition", QT_TRANSLATE_NOOP("Check", "Edition"),
     QT_TRANSLATE_NOOP("Check", "In a failover cluster, GPU partitioning needs the Datacenter edition."),
     "(Get-CimInstance Win32_OperatingSystem).OperatingSystemSKU"},
    {CheckId::HyperVRole, "hyper-v-role", QT_TRANSLATE_NOOP("Check", "Hyper-V role"),
     QT_TRANSLATE_NOOP("Check", "GPUs are given to virtual machines by Hyper-V."),
     "Get-WindowsFeature -Name Hyper-V\nGet-Service -Name vmms"},
    {CheckId::Virtualization, "virtualization", QT_TRANSLATE_NOOP("Check", "Virtualization support"),
     QT_TRANSLATE_NOOP("Check", "Virtualization support must be enabled in the firmware of the server."),
     "(Get-CimInstance Win32_ComputerSystem).HypervisorPresent\n"
     "Get-CimInstance Win32_Processor | Format-List Name, VirtualizationFirmwareEnabled"},
    {CheckId::SrIov, "sr-iov", QT_TRANSLATE_NOOP("Check", "SR-IOV"),
     QT_TRANSLATE_NOOP("Check",
                       "SR-IOV must be enabled in the firmware, or GPUs can only be paravirtualized."),
     "Get-VMHost | Format-List IovSupport, IovSupportReasons"},
    {CheckId::Iommu, "iommu", QT_TRANSLATE_NOOP("Check", "IOMMU"),
     QT_TRANSLATE_NOOP(
         "Check", "An IOMMU (Intel VT-d, AMD-Vi) keeps a GPU of one virtual machine away from the memory "
                  "of others."),
     "(Get-CimInstance -Namespace root\\Microsoft\\Windows\\DeviceGuard -ClassName Win32_DeviceGuard)"
     ".AvailableSecurityProperties -contains 3"},
    {CheckId::DmaBitTracking, "dma-bit-tracking", QT_TRANSLATE_NOOP("Check", "IOMMU DMA bit tracking"),
     QT_TRANSLATE_NOOP("Check",
                       "A virtual machine with a GPU partition can be migrated while it runs only between "
                       "processors whose IOMMU tracks what devices write."),
     "(Get-CimInstance Win32_Processor).Name"},
    {CheckId::LiveMigrationEnabled, "live-migration-enabled", QT_TRANSLATE_NOOP("Check", "Live migration"),
     QT_TRANSLATE_NOOP("Check", "Without it virtual machines are restarted when they change their server."),
     "Get-VMHost | Format-List VirtualMachineMigrationEnabled, MaximumVirtualMachineMigrations, "
     "VirtualMachineMigrationAuthenticationType"},
    {CheckId::DevicePolicies, "device-policies", QT_TRANSLATE_NOOP("Check", "Device security policies"),
     QT_TRANSLATE_NOOP(
         "Check", "Windows Server gives GPUs away only when their drivers promise to keep virtual machines "
                  "apart, unless a policy says otherwise."),
     "Get-ItemProperty -Path HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV -ErrorAction "
     "SilentlyContinue |\n"
     "    Format-List RequireSecureDeviceAssignment, RequireSupportedDeviceAssignment"},
    {CheckId::GpuVirtualizationFlags, "gpu-virtualization-flags",
     QT_TRANSLATE_NOOP("Check", "Forced paravirtualization"),
     QT_TRANSLATE_NOOP("Check", "A setting for developers makes Windows paravirtualize every GPU."),
     "Get-ItemProperty -Path HKLM:\\SYSTEM\\CurrentControlSet\\Control\\GraphicsDrivers |\n"
     "    Format-List GpuVirtualizationFlags"},
    {CheckId::RemoteFx, "remotefx", QT_TRANSLATE_NOOP("Check", "RemoteFX adapters"),
     QT_TRANSLATE_NOOP("Check",
                       "RemoteFX was removed from Windows; virtual machines that have its adapter do "
                       "not start."),
     "Get-VM | Get-VMRemoteFx3dVideoAdapter"},
    {CheckId::GpuPresent, "gpu-present", QT_TRANSLATE_NOOP("Check", "GPU installed"),
     QT_TRANSLATE_NOOP("Check", "There must be a GPU that can be given to virtual machines."),
     "Get-PnpDevice -Class Display -PresentOnly"},
    {CheckId::GpuDriver, "gpu-driver", QT_TRANSLATE_NOOP("Check", "GPU driver"),
     QT_TRANSLATE_NOOP("Check", "The driver of the manufacturer must be installed and the GPU must work."),
     "Get-PnpDevice -Class Display -PresentOnly | Format-List FriendlyName, Status, Problem\n"
     "Get-CimInstance Win32_PnPSignedDriver -Filter \"DeviceClass='DISPLAY'\" |\n"
     "    Format-List DeviceName, DriverProviderName, DriverVersion"},
    {CheckId::PartitionCapable, "partition-capable", QT_TRANSLATE_NOOP("Check", "GPU can be partitioned"),
     QT_TRANSLATE_NOOP("Check", "The driver must be one that partitions, and SR-IOV must work for the GPU."),
     "Get-VMHostPartitionableGpu | Format-List Name, ValidPartitionCounts, PartitionCount"},
    {CheckId::VgpuSoftware, "vgpu-software", QT_TRANSLATE_NOOP("Check", "NVIDIA vGPU software"),
     QT_TRANSLATE_NOOP("Check",
                       "Live migration with a GPU partition needs NVIDIA vGPU software 18 or later."),
     "nvidia-smi --query-gpu=name,driver_version --format=csv"},
    {CheckId::SupportedModel, "supported-model", QT_TRANSLATE_NOOP("Check", "Supported GPU model"),
     QT_TRANSLATE_NOOP("Check", "Microsoft and the manufacturers support a list of models."),
     "Get-PnpDevice -Class Display -PresentOnly | Format-List FriendlyName, HardwareID"},
    {CheckId::OneUse, "one-use", QT_TRANSLATE_NOOP("Check", "One use per GPU"),
     QT_TRANSLATE_NOOP("Check", "A GPU is either assigned as a whole or partitioned, never both."),
     "Get-VMHostAssignableDevice\nGet-VM | Get-VMGpuPartitionAdapter | Format-List VMName, InstancePath"},
    {CheckId::GuestSystem, "guest-system", QT_TRANSLATE_NOOP("Check", "Guest operating system"),
     QT_TRANSLATE_NOOP(
         "Check",
         "Supported in virtual machines with a GPU partition: Windows 10 and Windows Server 2019 and "
         "later, Ubuntu 18.04, 20.04 and 22.04 LTS."),
     "(Get-CimInstance -Namespace root\\virtualization\\v2 -ClassName Msvm_SummaryInformation "
     "-Filter \"Name='%1'\").GuestOperatingSystem"},
    {CheckId::VmGeneration, "vm-generation", QT_TRANSLATE_NOOP("Check", "Generation"),
     QT_TRANSLATE_NOOP("Check", "GPU partitions are meant for virtual machines of generation 2."),
     "(Get-VM -Id '%1').Generation"},
    {CheckId::VmVersion, "vm-version", QT_TRANSLATE_NOOP("Check", "Configuration version"),
     QT_TRANSLATE_NOOP("Check", "GPU partitions need configuration version 9.0 or later."),
     "(Get-VM -Id '%1').Version"},
    {CheckId::VmMemory, "vm-memory", QT_TRANSLATE_NOOP("Check", "Memory"),
     QT_TRANSLATE_NOOP("Check", "A virtual machine with a GPU must have all of its memory when it starts."),
     "Get-VM -Id '%1' | Format-List DynamicMemoryEnabled, MemoryStartup, MemoryMinimum"},
    {CheckId::VmCheckpoints, "vm-checkpoints", QT_TRANSLATE_NOOP("Check", "Checkpoints"),
     QT_TRANSLATE_NOOP("Check", "Checkpoints fail while a virtual machine has a GPU."),
     "(Get-VM -Id '%1').CheckpointType"},
    {CheckId::VmOfflineAction, "vm-offline-action", QT_TRANSLATE_NOOP("Check", "Offline action"),
     QT_TRANSLATE_NOOP(
         "Check",
         "A virtual machine with a GPU cannot be saved; to fail over it must be shut down by force."),
     "Get-ClusterResource | Where-Object { $_.ResourceType -eq 'Virtual Machine' -and\n"
     "    ($_ | Get-ClusterParameter -Name VmID).Value -eq '%1' } | Get-ClusterParameter -Name "
     "OfflineAction"},
    {CheckId::VmStopAction, "vm-stop-action", QT_TRANSLATE_NOOP("Check", "Automatic stop action"),
     QT_TRANSLATE_NOOP("Check", "When the server shuts down, a virtual machine with a GPU cannot be saved."),
     "(Get-VM -Id '%1').AutomaticStopAction"},
    {CheckId::VmCacheTypes, "vm-cache-types", QT_TRANSLATE_NOOP("Check", "Write combining"),
     QT_TRANSLATE_NOOP("Check", "A GPU assigned as a whole needs cache types that the guest controls."),
     "(Get-VM -Id '%1').GuestControlledCacheTypes"},
    {CheckId::VmMmio, "vm-mmio", QT_TRANSLATE_NOOP("Check", "Memory-mapped I/O space"),
     QT_TRANSLATE_NOOP("Check", "A GPU assigned as a whole needs room for its memory in the address space."),
     "Get-VM -Id '%1' | Format-List LowMemoryMappedIoSpace, HighMemoryMappedIoSpace"},
    {CheckId::VmLiveMigration, "vm-live-migration", QT_TRANSLATE_NOOP("Check", "Can be live-migrated"),
     QT_TRANSLATE_NOOP(
         "Check",
         "Source and target need Windows Server 2025, IOMMU DMA bit tracking and live migration, the "
         "target a free partition of the same GPU and size. The move itself uses TCP/IP with "
         "compression and takes longer than without a GPU."),
     "Get-VMHostPartitionableGpu | Format-List Name, PartitionCount, SupportsIncomingLiveMigration\n"
     "Get-VM -Id '%1' | Get-VMGpuPartitionAdapter | Format-List InstancePath, SupportsOutgoingLiveMigration"},
    {CheckId::NodesUp, "nodes-up", QT_TRANSLATE_NOOP("Check", "All nodes are up"),
     QT_TRANSLATE_NOOP("Check", "A node that is not up can neither run virtual machines nor take them over."),
     "Get-ClusterNode | Format-List Name, State, DrainStatus, StatusInformation"},
    {CheckId::SameGpus, "same-gpus", QT_TRANSLATE_NOOP("Check", "Same GPUs on every node"),
     QT_TRANSLATE_NOOP("Check",
                       "GPUs of the same make, model and size must be in every server of the cluster."),
     "Invoke-Command -ComputerName (Get-ClusterNode).Name { Get-VMHostPartitionableGpu } |\n"
     "    Format-Table PSComputerName, Name, ValidPartitionCounts"},
    {CheckId::SameDrivers, "same-drivers", QT_TRANSLATE_NOOP("Check", "Same driver on every node"),
     QT_TRANSLATE_NOOP("Check", "Live migration and failover need the same driver on both sides."),
     "Invoke-Command -ComputerName (Get-ClusterNode).Name {\n"
     "    Get-CimInstance Win32_PnPSignedDriver -Filter \"DeviceClass='DISPLAY'\" } |\n"
     "    Format-Table PSComputerName, DeviceName, DriverVersion"},
    {CheckId::SamePartitionCount, "same-partition-count",
     QT_TRANSLATE_NOOP("Check", "Same partition count on every node"),
     QT_TRANSLATE_NOOP(
         "Check", "A virtual machine finds a partition of its size on another node only when the counts are "
                  "the same."),
     "Invoke-Command -ComputerName (Get-ClusterNode).Name { Get-VMHostPartitionableGpu } |\n"
     "    Format-Table PSComputerName, Name, PartitionCount"},
    {CheckId::OneUseInCluster, "one-use-in-cluster",
     QT_TRANSLATE_NOOP("Check", "Partitions or whole GPUs in one cluster"),
     QT_TRANSLATE_NOOP("Check", "Mixing both in one cluster is not supported."),
     "Invoke-Command -ComputerName (Get-ClusterNode).Name { Get-VMHostAssignableDevice }"},
    {CheckId::FailoverCapacity, "failover-capacity",
     QT_TRANSLATE_NOOP("Check", "Survives the loss of a node"),
     QT_TRANSLATE_NOOP(
         "Check", "When a node fails, the other nodes must have free partitions for its virtual machines."),
     "Invoke-Command -ComputerName (Get-ClusterNode).Name {\n"
     "    $used = @(Get-VM | Get-VMGpuPartitionAdapter).Count\n"
     "    $all = (Get-VMHostPartitionableGpu | Measure-Object -Property PartitionCount -Sum).Sum\n"
     "    [pscustomobject]@{ Node = $env:COMPUTERNAME; Partitions = $all; Assigned = $used } }"},
};

} // namespace

const CheckWords& checkWords(CheckId check)
{
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [check](const CheckWords& words) { return words.check == check; });
    Q_ASSERT(found != std::end(table));
    return found == std::end(table) ? *std::begin(table) : *found;
}

} // namespace hvgpu::text
