#pragma once

#include "core/model/Ids.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace hvgpu::model {

/// One capacity of a partitionable GPU as the driver reports it (Msvm_PartitionableGpu.Total…, Available…,
/// MinPartition…, MaxPartition…, OptimalPartition…). nullopt = not reported or unreadable.
/// VRAM in bytes; encode and decode in 540p60 blocks; compute in GFLOPS of fp16. Paravirtual GPUs report an
/// abstract scale instead, see analysis/Sentinel.h.
struct Capacity
{
    std::optional<std::uint64_t> total;
    std::optional<std::uint64_t> available;
    std::optional<std::uint64_t> minPartition;
    std::optional<std::uint64_t> maxPartition;
    std::optional<std::uint64_t> optimalPartition;

    friend bool operator==(const Capacity&, const Capacity&) = default;
};

/// Msvm_PartitionableGpu.
struct Partitioning
{
    QString name; ///< device interface path, the "GPU ID" of the documents
    std::optional<std::uint16_t> partitionCount;
    std::vector<std::uint16_t> validPartitionCounts; ///< as reported: any order, duplicates kept
    Capacity vram;
    Capacity encode;
    Capacity decode;
    Capacity compute;
    std::optional<bool> supportsIncomingLiveMigration; ///< reported from build 26100 on

    /// True for the \GPUPARAV form of the name: paravirtual, not SR-IOV.
    [[nodiscard]] bool isParavirtual() const;
    friend bool operator==(const Partitioning&, const Partitioning&) = default;
};

/// Win32_PnPEntity and its device properties. Numbers keep Windows' codes (wmi.md 3.1, 3.2).
struct PnpDevice
{
    QString instanceId; ///< PCI\VEN_… or PCIP\VEN_… (dismounted)
    QString name;
    QString pnpClass;
    QString service;
    QString status;
    QString manufacturer;
    std::optional<std::uint32_t> problemCode; ///< ConfigManagerErrorCode; 0 = OK, 22 disabled, 28 no driver …
    std::optional<bool> present;
    QStringList hardwareIds;
    QStringList compatibleIds;
    QStringList locationPaths; ///< DEVPKEY_Device_LocationPaths; first is "PCIROOT(0)#PCI(0300)#PCI(0000)"
    std::optional<std::uint32_t> busNumber;
    std::optional<std::uint32_t> address; ///< (device << 16) | function
    QString driverVersion;
    QString driverProvider;
    QString driverInf;
    QDateTime driverDate;
    std::optional<std::uint32_t> deviceType;   ///< DEVPKEY_PciDevice_DeviceType
    std::optional<std::uint32_t> baseClass;    ///< 3 = display
    std::optional<std::uint32_t> sriovSupport; ///< 0 OK, 1 no ACS, 2 no PF driver, 3 no bus, 4 no BAR space
    std::optional<std::uint32_t> acsCompatibleUpHierarchy; ///< 0 = not supported
    std::optional<std::uint32_t> requiresReservedMemoryRegion;
    std::optional<std::uint32_t> interruptSupport; ///< bits: 1 INTx, 2 MSI, 4 MSI-X
    std::optional<std::uint32_t> linkSpeed;
    std::optional<std::uint32_t> linkWidth;
    std::optional<std::uint32_t> numaNode;
    bool propertiesRead = false; ///< GetDeviceProperties succeeded

    [[nodiscard]] bool isDismounted() const; ///< instance id begins with PCIP\ .
    friend bool operator==(const PnpDevice&, const PnpDevice&) = default;
};

/// Msvm_PciExpress: the device is dismounted and in the host's pool of assignable devices.
struct DismountedDevice
{
    QString instancePath;
    QString locationPath;

    friend bool operator==(const DismountedDevice&, const DismountedDevice&) = default;
};

/// Physical addresses a device answers to, both ends included (Win32_DeviceMemoryAddress).
struct MemoryRange
{
    std::uint64_t first = 0;
    std::uint64_t last = 0;

    friend bool operator==(const MemoryRange&, const MemoryRange&) = default;
};

/// The memory ranges of a device, by address. Windows tells them of started devices only.
struct DeviceMemory
{
    std::vector<MemoryRange> ranges;
    bool remembered = false; ///< read while the device was started; it is not now

    friend bool operator==(const DeviceMemory&, const DeviceMemory&) = default;
};

/// A VM's claim on a GPU: a partition adapter (Msvm_GpuPartitionSettingData, joined with Msvm_GpuPartition
/// while the VM runs) or a whole device (Msvm_PciExpressSettingData).
struct Assignment
{
    enum class Kind { Partition, WholeDevice };

    Kind kind = Kind::Partition;
    VmId vm;
    QString vmName;         ///< as listed; empty when the VM is not in the host's list
    QString adapterId;      ///< InstanceID of the setting data; empty when only the device is left
    bool automatic = false; ///< no HostResource: the host picks the GPU when the VM starts
    QString poolName;       ///< whole device out of a GPU pool; empty = of this host as a whole
    std::optional<std::uint16_t> partitionId; ///< nullopt until the VM runs: "resolved at start"
    QString partitionVfLuid;
    QString deviceInstancePath; ///< instance path of the GPU as the adapter names it
    std::optional<std::uint64_t> currentVram;
    std::optional<std::uint64_t> currentEncode;
    std::optional<std::uint64_t> currentDecode;
    std::optional<std::uint64_t> currentCompute;
    std::optional<std::uint64_t> minPartitionVram; ///< explicit quota, NULL by default
    std::optional<bool> supportsOutgoingLiveMigration;

    friend bool operator==(const Assignment&, const Assignment&) = default;
};

/// Another function of a GPU's card, such as HDMI audio: same bus and device, other function number. The
/// whole card goes to a VM together, or what is left keeps it from being reset.
struct CompanionFunction
{
    GpuId id;
    QString name;
    QString locationPath; ///< empty when unknown
    std::optional<std::uint32_t> problemCode;
    bool dismounted = false;
    std::vector<Assignment> assignments; ///< whole-device claims

    friend bool operator==(const CompanionFunction&, const CompanionFunction&) = default;
};

/// How a device stands with its host.
enum class DeviceMount {
    Absent,
    Enabled, ///< the host has it, with or without a working driver
    Disabled,
    Dismounted ///< taken from the host, to be assigned to VMs
};

/// One physical GPU of one host, joined from everything the host says about it.
struct Gpu
{
    GpuId id;
    QString name;         ///< friendly name, for people
    QString locationPath; ///< empty when unknown
    std::optional<std::uint16_t> vendorId;
    std::optional<std::uint16_t> deviceId;
    std::optional<std::uint32_t> subsystemId;
    std::optional<PnpDevice> pnp;
    std::optional<Partitioning> partitioning;
    std::optional<DismountedDevice> dismounted;
    std::optional<std::uint64_t>
        adapterMemory;                  ///< bytes, HardwareInformation.qwMemorySize of the adapter's key
    std::optional<DeviceMemory> memory; ///< nullopt: not read yet, or never started while it was watched
    std::vector<Assignment> assignments;
    std::vector<CompanionFunction> companions; ///< by function number

    friend bool operator==(const Gpu&, const Gpu&) = default;
};

/// PnP instance id ("PCI\VEN_…\4&…") from a device interface path ("\\?\PCI#VEN_…#4&…#{guid}[\GPUPARAV]"),
/// in upper case; empty when @p path is not one.
[[nodiscard]] QString pnpInstanceIdFromInterfacePath(QStringView path);
/// See GpuId. Accepts instance ids (PCI\…, PCIP\…) and interface paths.
[[nodiscard]] GpuId gpuIdFrom(QStringView instanceIdOrPath);

} // namespace hvgpu::model
