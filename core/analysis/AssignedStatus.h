#pragma once

#include "core/model/HostSnapshot.h"

#include <QString>

#include <vector>

namespace hvgpu::analysis {

/// The four words of the Windows Admin Center documents, and two of ours for what they do not cover.
enum class AssignedStatus {
    ReadyForDdaAssignment,
    Partitioned, ///< "partitionable": says nothing about partitions being assigned
    Paravirtualization,
    NotAssignable,
    HostOwned, ///< ours: used by the host; would be assignable after a dismount
    Unknown    ///< ours: what decides could not be read
};

/// What exactly is behind the status.
enum class SubStatus {
    None,
    FreeForDda,
    AssignedToRunningVm, ///< whole device given to a VM that runs
    AssignedToStoppedVm,
    SriovPartitioning,
    SriovOffOnServer,  ///< Paravirtualization: the host says IOV is not supported, or gives it no resources
    NoSriovOnGpu,      ///< Paravirtualization: the GPU or its driver has no SR-IOV (client-class GPU)
    NoPartitionDriver, ///< host owned: driver without GPU-P
    NoDriver,          ///< problem code 28
    Disabled,          ///< problem code 22
    DeviceProblem,     ///< any other problem code
    LegacyPciDevice,   ///< older PCI-style device
    SwitchPort,        ///< bridge or switch port
    ReservedMemoryRegion, ///< RMRR
    NoAcs,                ///< no access control services up the hierarchy
    FirmwareKeepsControl, ///< BIOS kept control of PCI Express
    LineInterruptsOnly,
    PropertiesUnreadable,
    PartitionListUnreadable,
    NotPresent,
    AssignedToVm,             ///< whole device given to a VM whose state is not known
    DismountedNotOffered,     ///< dismounted, but Hyper-V does not list it as assignable
    HostWithoutIov,           ///< the device would do, the server does not support giving devices to VMs
    NoHyperVRole,             ///< whether the device could be assigned shows only with the role
    DeviceListUnreadable,     ///< PnP devices
    AssignableListUnreadable, ///< Msvm_PciExpress
    AssignmentsUnreadable,    ///< Msvm_PciExpressSettingData: free or given to a VM is not known
    IovSupportUnreadable
};

/// One fact that led to the verdict: where it was read and its value, both shown to the user as they are.
struct Evidence
{
    QString source; ///< for example "Msvm_PartitionableGpu.Name"
    QString value;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct StatusVerdict
{
    AssignedStatus status = AssignedStatus::Unknown;
    SubStatus subStatus = SubStatus::None;
    std::vector<Evidence> evidence; ///< never empty

    friend bool operator==(const StatusVerdict&, const StatusVerdict&) = default;
};

/// Decides by the table of wmi.md 6.2, top down. Pure.
[[nodiscard]] StatusVerdict assignedStatus(const model::Gpu& gpu, const model::HostSnapshot& host);

} // namespace hvgpu::analysis
