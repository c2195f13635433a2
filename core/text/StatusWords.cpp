#include "core/text/StatusWords.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace hvgpu::text {
namespace {

using analysis::SubStatus;

constexpr SubStatusWords table[] = {
    {SubStatus::None, "none", nullptr, nullptr, nullptr},
    {SubStatus::FreeForDda, "free-for-dda", QT_TRANSLATE_NOOP("Status", "free"),
     QT_TRANSLATE_NOOP("Status", "The GPU is dismounted from the host and in Hyper-V's pool of assignable "
                                 "devices; no virtual machine uses it."),
     QT_TRANSLATE_NOOP("Status",
                       "Assign it to a virtual machine, or mount it again to use it for partitions.")},
    {SubStatus::AssignedToRunningVm, "assigned-to-running-vm",
     QT_TRANSLATE_NOOP("Status", "assigned to a running VM"),
     QT_TRANSLATE_NOOP("Status", "The whole GPU is assigned to a virtual machine that is running."), nullptr},
    {SubStatus::AssignedToStoppedVm, "assigned-to-stopped-vm",
     QT_TRANSLATE_NOOP("Status", "assigned to a stopped VM"),
     QT_TRANSLATE_NOOP("Status", "The whole GPU is assigned to a virtual machine that is not running."),
     QT_TRANSLATE_NOOP("Status", "To use it elsewhere, remove it from that virtual machine first.")},
    {SubStatus::SriovPartitioning, "sriov-partitioning", QT_TRANSLATE_NOOP("Status", "SR-IOV partitions"),
     QT_TRANSLATE_NOOP("Status", "The driver offers the GPU for partitioning with SR-IOV. This says nothing "
                                 "about partitions being assigned."),
     nullptr},
    {SubStatus::SriovOffOnServer, "sriov-off-on-server", QT_TRANSLATE_NOOP("Status", "SR-IOV is off"),
     QT_TRANSLATE_NOOP("Status", "The driver is capable of partitions, but SR-IOV is not available on this "
                                 "server, so the GPU can only be shared by paravirtualization."),
     QT_TRANSLATE_NOOP("Status", "Enable virtualization (VT-d or AMD-Vi) and SR-IOV in the server's firmware "
                                 "setup, and \"Above 4G decoding\" where it exists, then start the server "
                                 "again.")},
    {SubStatus::NoSriovOnGpu, "no-sriov-on-gpu", QT_TRANSLATE_NOOP("Status", "GPU without SR-IOV"),
     QT_TRANSLATE_NOOP("Status", "This GPU, or its driver, has no SR-IOV, as is usual for client-class GPUs; "
                                 "it can only be shared by paravirtualization."),
     QT_TRANSLATE_NOOP("Status",
                       "For partitions use a GPU of the supported list with the vendor's driver for "
                       "virtualization hosts.")},
    {SubStatus::NoPartitionDriver, "no-partition-driver", QT_TRANSLATE_NOOP("Status", "used by the host"),
     QT_TRANSLATE_NOOP("Status",
                       "The host uses the GPU with a driver that does not offer partitions. It passes "
                       "the survey for discrete device assignment."),
     QT_TRANSLATE_NOOP("Status", "For partitions install the vendor's GPU-P driver on the host; for discrete "
                                 "device assignment disable and dismount the GPU.")},
    {SubStatus::NoDriver, "no-driver", QT_TRANSLATE_NOOP("Status", "no driver"),
     QT_TRANSLATE_NOOP("Status", "No driver is installed for this device on the host (problem code 28)."),
     QT_TRANSLATE_NOOP("Status", "For partitions install the vendor's GPU-P driver on the host.")},
    {SubStatus::Disabled, "disabled", QT_TRANSLATE_NOOP("Status", "disabled"),
     QT_TRANSLATE_NOOP("Status", "The device is disabled on the host (problem code 22)."),
     QT_TRANSLATE_NOOP("Status",
                       "Enable it in Device Manager, or dismount it for discrete device assignment.")},
    {SubStatus::DeviceProblem, "device-problem", QT_TRANSLATE_NOOP("Status", "device problem"),
     QT_TRANSLATE_NOOP("Status", "Windows reports a problem with this device."),
     QT_TRANSLATE_NOOP("Status",
                       "Look at the device in Device Manager on the host; install a matching driver or "
                       "start the server again.")},
    {SubStatus::LegacyPciDevice, "legacy-pci-device", QT_TRANSLATE_NOOP("Status", "older PCI device"),
     QT_TRANSLATE_NOOP("Status", "The device is an older PCI-style device, which cannot be isolated for a "
                                 "virtual machine."),
     QT_TRANSLATE_NOOP("Status", "Use a PCI Express GPU.")},
    {SubStatus::SwitchPort, "switch-port", QT_TRANSLATE_NOOP("Status", "bridge or switch port"),
     QT_TRANSLATE_NOOP("Status", "The device is a bridge or a switch port, not an endpoint."), nullptr},
    {SubStatus::ReservedMemoryRegion, "reserved-memory-region",
     QT_TRANSLATE_NOOP("Status", "reserved memory (RMRR)"),
     QT_TRANSLATE_NOOP("Status",
                       "The firmware reserves memory for this device (RMRR), so it cannot be given to "
                       "a virtual machine."),
     QT_TRANSLATE_NOOP("Status", "Look for a firmware update or setting of the server that removes the "
                                 "reservation, or use another slot.")},
    {SubStatus::NoAcs, "no-acs", QT_TRANSLATE_NOOP("Status", "no ACS"),
     QT_TRANSLATE_NOOP("Status",
                       "A part of the path to this device lacks Access Control Services, so its traffic "
                       "could reach other devices."),
     QT_TRANSLATE_NOOP("Status", "Enable ACS in the firmware setup or use a slot that is connected to the "
                                 "processor directly.")},
    {SubStatus::FirmwareKeepsControl, "firmware-keeps-control",
     QT_TRANSLATE_NOOP("Status", "firmware keeps control"),
     QT_TRANSLATE_NOOP("Status", "The firmware keeps control of PCI Express, so Windows treats the device as "
                                 "plain PCI."),
     QT_TRANSLATE_NOOP("Status",
                       "Enable SR-IOV (and native PCI Express control where it exists) in the firmware "
                       "setup, or update the firmware.")},
    {SubStatus::LineInterruptsOnly, "line-interrupts-only",
     QT_TRANSLATE_NOOP("Status", "line interrupts only"),
     QT_TRANSLATE_NOOP("Status",
                       "The device has line-based interrupts only; a device for a virtual machine needs "
                       "message-signaled ones."),
     QT_TRANSLATE_NOOP("Status", "Use a GPU with MSI or MSI-X support.")},
    {SubStatus::PropertiesUnreadable, "properties-unreadable",
     QT_TRANSLATE_NOOP("Status", "device properties not read"),
     QT_TRANSLATE_NOOP("Status", "The properties of the device that decide could not be read."),
     QT_TRANSLATE_NOOP("Status", "Refresh; if it stays, check that the account may call methods in "
                                 "root\\cimv2 (wmimgmt.msc, Security, Execute Methods).")},
    {SubStatus::PartitionListUnreadable, "partition-list-unreadable",
     QT_TRANSLATE_NOOP("Status", "list of partitionable GPUs not read"),
     QT_TRANSLATE_NOOP("Status",
                       "The list of partitionable GPUs could not be read, so whether this GPU is one is "
                       "not known."),
     QT_TRANSLATE_NOOP("Status", "Refresh; if it stays, check that the account is a member of Hyper-V "
                                 "Administrators on the server.")},
    {SubStatus::NotPresent, "not-present", QT_TRANSLATE_NOOP("Status", "not present"),
     QT_TRANSLATE_NOOP("Status", "Windows knows the device, but it is not present now."),
     QT_TRANSLATE_NOOP("Status",
                       "Check the hardware: the GPU may have been removed or moved to another slot.")},
    {SubStatus::AssignedToVm, "assigned-to-vm", QT_TRANSLATE_NOOP("Status", "assigned to a VM"),
     QT_TRANSLATE_NOOP("Status", "The whole GPU is assigned to a virtual machine whose state is not known."),
     nullptr},
    {SubStatus::DismountedNotOffered, "dismounted-not-offered",
     QT_TRANSLATE_NOOP("Status", "dismounted, not offered"),
     QT_TRANSLATE_NOOP("Status", "The GPU is dismounted from the host, but Hyper-V does not list it as "
                                 "assignable."),
     QT_TRANSLATE_NOOP("Status",
                       "Refresh, as the list can lag behind a dismount; if it stays, mount the device "
                       "and dismount it again.")},
    {SubStatus::HostWithoutIov, "host-without-iov",
     QT_TRANSLATE_NOOP("Status", "server without I/O virtualization"),
     QT_TRANSLATE_NOOP("Status",
                       "The GPU passes the survey, but the server says that it does not support giving "
                       "devices to virtual machines."),
     QT_TRANSLATE_NOOP("Status",
                       "Enable VT-d or AMD-Vi and SR-IOV in the server's firmware setup; discrete device "
                       "assignment also needs Windows Server.")},
    {SubStatus::NoHyperVRole, "no-hyper-v-role", QT_TRANSLATE_NOOP("Status", "no Hyper-V role"),
     QT_TRANSLATE_NOOP("Status",
                       "The Hyper-V role is not installed on this server, so whether the GPU could be "
                       "assigned is not known."),
     QT_TRANSLATE_NOOP("Status", "Install the role: Install-WindowsFeature Hyper-V -IncludeManagementTools "
                                 "-Restart.")},
    {SubStatus::DeviceListUnreadable, "device-list-unreadable",
     QT_TRANSLATE_NOOP("Status", "device list not read"),
     QT_TRANSLATE_NOOP("Status", "The Plug and Play devices of the server could not be read."),
     QT_TRANSLATE_NOOP("Status", "Refresh; if it stays, check that the account may read root\\cimv2.")},
    {SubStatus::AssignableListUnreadable, "assignable-list-unreadable",
     QT_TRANSLATE_NOOP("Status", "list of assignable devices not read"),
     QT_TRANSLATE_NOOP("Status",
                       "The GPU is dismounted, but Hyper-V's list of assignable devices could not be "
                       "read."),
     QT_TRANSLATE_NOOP("Status", "Refresh; if it stays, check that the account is a member of Hyper-V "
                                 "Administrators on the server.")},
    {SubStatus::AssignmentsUnreadable, "assignments-unreadable",
     QT_TRANSLATE_NOOP("Status", "assignments not read"),
     QT_TRANSLATE_NOOP("Status",
                       "The GPU is dismounted, but which virtual machines have devices could not be "
                       "read; it may be in use."),
     QT_TRANSLATE_NOOP("Status", "Refresh; if it stays, check that the account is a member of Hyper-V "
                                 "Administrators on the server.")},
    {SubStatus::IovSupportUnreadable, "iov-support-unreadable",
     QT_TRANSLATE_NOOP("Status", "SR-IOV support not read"),
     QT_TRANSLATE_NOOP("Status",
                       "The GPU passes the survey, but whether the server supports giving devices to "
                       "virtual machines could not be read."),
     QT_TRANSLATE_NOOP("Status", "Refresh; if it stays, check that the account is a member of Hyper-V "
                                 "Administrators on the server.")},
};

constexpr std::pair<std::uint32_t, const char*> problems[] = {
    {10, QT_TRANSLATE_NOOP("Status", "the device cannot start")},
    {12, QT_TRANSLATE_NOOP("Status", "not enough free resources")},
    {14, QT_TRANSLATE_NOOP("Status", "the server must be restarted")},
    {18, QT_TRANSLATE_NOOP("Status", "the driver must be installed again")},
    {22, QT_TRANSLATE_NOOP("Status", "the device is disabled")},
    {24, QT_TRANSLATE_NOOP("Status", "the device is not present or failed")},
    {28, QT_TRANSLATE_NOOP("Status", "no driver is installed")},
    {31, QT_TRANSLATE_NOOP("Status", "the device does not work properly")},
    {32, QT_TRANSLATE_NOOP("Status", "the driver's start type is disabled")},
    {39, QT_TRANSLATE_NOOP("Status", "the driver is missing or damaged")},
    {43, QT_TRANSLATE_NOOP("Status", "the device reported problems and was stopped")},
    {45, QT_TRANSLATE_NOOP("Status", "the device is not connected")},
    {47, QT_TRANSLATE_NOOP("Status", "the device is prepared for removal")},
    {48, QT_TRANSLATE_NOOP("Status", "the driver is blocked")},
    {52, QT_TRANSLATE_NOOP("Status", "the driver is not signed")},
};

} // namespace

const SubStatusWords& words(analysis::SubStatus subStatus)
{
    const auto* const found = std::ranges::find(table, subStatus, &SubStatusWords::subStatus);
    return found != std::end(table) ? *found : table[0];
}

const char* problemMeaning(std::uint32_t code)
{
    const auto* const found =
        std::ranges::find(problems, code, &std::pair<std::uint32_t, const char*>::first);
    return found != std::end(problems) ? found->second : nullptr;
}

} // namespace hvgpu::text
