#include "core/text/FindingWords.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace hvgpu::text {
namespace {

using operations::FindingCode;

// The first four say what Microsoft's document on GPU partitions says in the same cases.
constexpr FindingWords table[] = {
    {FindingCode::PartOfHomogeneousSet,
     QT_TRANSLATE_N_NOOP("Finding",
                         "Only %n of the %1 GPUs of this homogeneous set are selected. Not selecting all of "
                         "them might result in different partition counts, which isn't recommended."),
     QT_TRANSLATE_NOOP("Finding", "Select all GPUs of the set, or go on if you want different counts.")},
    {FindingCode::ServersDiffer,
     QT_TRANSLATE_NOOP("Finding", "The GPUs across the servers don't all have the same configuration (size, "
                                  "manufacturer, model number and number of partitions)."),
     QT_TRANSLATE_NOOP("Finding", "Manually select the GPUs with the same configuration.")},
    {FindingCode::MixedConfiguration,
     QT_TRANSLATE_NOOP("Finding", "The selected GPUs have different configurations."),
     QT_TRANSLATE_NOOP("Finding",
                       "Select only GPUs of the same size, manufacturer, model number and number of "
                       "partitions, and configure the others afterwards.")},
    {FindingCode::PartitionsAssigned,
     QT_TRANSLATE_NOOP("Finding", "Partitions of this GPU are assigned to virtual machines: %1."),
     QT_TRANSLATE_NOOP("Finding",
                       "First unassign the partitions from these virtual machines. Those that are turned off "
                       "count, too.")},
    {FindingCode::CountNotValid,
     QT_TRANSLATE_NOOP("Finding", "The manufacturer does not offer %1 partitions for this GPU."),
     QT_TRANSLATE_NOOP("Finding", "Choose one of the counts that the GPU offers: %1.")},
    {FindingCode::CountUnchanged,
     QT_TRANSLATE_NOOP("Finding", "The partition count of this GPU is %1 already. It is left as it is."),
     nullptr},
    {FindingCode::NotPartitionable, QT_TRANSLATE_NOOP("Finding", "This GPU cannot be partitioned now."),
     QT_TRANSLATE_NOOP("Finding",
                       "Refresh, and look at its assigned status on the tab GPUs for the reason.")},
    {FindingCode::NothingSelected, QT_TRANSLATE_NOOP("Finding", "Nothing is selected."),
     QT_TRANSLATE_NOOP("Finding", "Select what is to be changed.")},
    {FindingCode::NoFreePartition,
     QT_TRANSLATE_NOOP("Finding", "No free partition is left for this virtual machine on %1."),
     QT_TRANSLATE_NOOP("Finding",
                       "Unassign a partition from another virtual machine, choose another GPU or size, or "
                       "raise the partition count of a GPU that has no partitions assigned.")},
    {FindingCode::AlreadyHasPartition,
     QT_TRANSLATE_N_NOOP("Finding",
                         "This virtual machine has %n GPU partitions already. Only one can be assigned."),
     QT_TRANSLATE_NOOP("Finding", "Unassign what it has first, or leave it out.")},
    {FindingCode::VmNotFound,
     QT_TRANSLATE_NOOP("Finding",
                       "This virtual machine is not on %1. It was deleted, or moved to another server."),
     QT_TRANSLATE_NOOP("Finding", "Refresh and select it where it is now.")},
    {FindingCode::VmSaved,
     QT_TRANSLATE_NOOP("Finding",
                       "This virtual machine is saved. Its GPUs and settings can be changed only when it "
                       "is really off."),
     QT_TRANSLATE_NOOP("Finding", "Start it and shut its guest down, or delete its saved state.")},
    {FindingCode::VmCritical,
     QT_TRANSLATE_NOOP("Finding", "The state of this virtual machine (%1) does not allow a change."),
     QT_TRANSLATE_NOOP("Finding",
                       "Repair it on its server first, often by making its storage available again.")},
    {FindingCode::VmTransient,
     QT_TRANSLATE_NOOP("Finding", "This virtual machine is just changing its state (%1)."),
     QT_TRANSLATE_NOOP("Finding", "Wait until it is running or off, and refresh.")},
    {FindingCode::VmPaused, QT_TRANSLATE_NOOP("Finding", "This virtual machine is paused."),
     QT_TRANSLATE_NOOP("Finding", "Resume it, or turn it off, and refresh.")},
    {FindingCode::VmRunningSkipped,
     QT_TRANSLATE_NOOP("Finding", "This virtual machine is running and is left as it is, as chosen."),
     nullptr},
    {FindingCode::VmGoesDown,
     QT_TRANSLATE_NOOP("Finding",
                       "This virtual machine is running. It is shut down or turned off for the change and "
                       "started again. Unsaved work in it may be lost."),
     QT_TRANSLATE_NOOP("Finding", "Have the workloads in it saved before you go on.")},
    {FindingCode::CheckpointsEnabled,
     QT_TRANSLATE_NOOP("Finding",
                       "Checkpoints are enabled for this virtual machine. They fail while it has a GPU or "
                       "a GPU partition."),
     QT_TRANSLATE_NOOP("Finding", "Disable checkpoints in its settings, also those that backups make.")},
    {FindingCode::DynamicMemory,
     QT_TRANSLATE_NOOP("Finding",
                       "The dynamic memory of this virtual machine can go below what it starts with (startup "
                       "%1 MB, minimum %2 MB). It would not start with a GPU or a GPU partition."),
     QT_TRANSLATE_NOOP("Finding", "Disable dynamic memory, or set its minimum to the startup memory.")},
    {FindingCode::Generation1,
     QT_TRANSLATE_NOOP("Finding",
                       "This is a generation 1 virtual machine. GPU partitions are meant for generation 2."),
     QT_TRANSLATE_NOOP("Finding", "Try it with one virtual machine before you change many.")},
    {FindingCode::OldConfigurationVersion,
     QT_TRANSLATE_NOOP("Finding",
                       "The configuration version of this virtual machine is %1. GPU partitions need 9.0 or "
                       "later."),
     QT_TRANSLATE_NOOP("Finding",
                       "Update it with Update-VMVersion while it is off. It cannot go back to older servers "
                       "then.")},
    {FindingCode::OfflineActionSave,
     QT_TRANSLATE_NOOP("Finding",
                       "When the cluster takes this virtual machine offline, it saves it. That fails with a "
                       "GPU partition, and draining its server gets stuck."),
     QT_TRANSLATE_NOOP("Finding", "Select \"Configure offline action for force shutdown\".")},
    {FindingCode::StopActionSave,
     QT_TRANSLATE_NOOP("Finding",
                       "When its server shuts down, this virtual machine is to be saved. That fails with a "
                       "GPU partition."),
     QT_TRANSLATE_NOOP("Finding", "Set its automatic stop action to shut down or turn off.")},
    {FindingCode::ParavirtualGpu,
     QT_TRANSLATE_NOOP("Finding",
                       "A GPU of this server is shared by paravirtualization. Sizes are not enforced there."),
     nullptr},
    {FindingCode::VramNotOffered,
     QT_TRANSLATE_NOOP("Finding", "No GPU of this server has partitions with %1 of VRAM."),
     QT_TRANSLATE_NOOP("Finding",
                       "Choose one of the sizes that the GPUs are configured to, or configure the partition "
                       "count first.")},
    {FindingCode::HostNotReady,
     QT_TRANSLATE_NOOP("Finding", "This server cannot be changed now: nothing usable is known of it."),
     QT_TRANSLATE_NOOP("Finding", "Make sure that it is on and can be reached, and refresh.")},
    {FindingCode::NodeNotUp,
     QT_TRANSLATE_NOOP("Finding",
                       "The cluster has paused this server. A virtual machine that is taken down may come up "
                       "on another one."),
     QT_TRANSLATE_NOOP("Finding", "Resume the server in the cluster first.")},
    {FindingCode::OldWindows,
     QT_TRANSLATE_NOOP("Finding",
                       "This server runs Windows build %1. GPU partitioning is supported from Windows Server "
                       "2025 (build 26100) on."),
     QT_TRANSLATE_NOOP("Finding", "Try it with one virtual machine before you change many.")},
    {FindingCode::AdapterNotFound,
     QT_TRANSLATE_NOOP("Finding", "This virtual machine does not have this GPU partition any more."),
     QT_TRANSLATE_NOOP("Finding", "Refresh and select again.")},
    {FindingCode::GpuMissing,
     QT_TRANSLATE_NOOP("Finding",
                       "The GPU of this assignment is not in the server any more, or is in another slot now: "
                       "%1. The assignment can be removed, but not be put back to a working one."),
     QT_TRANSLATE_NOOP("Finding", "Unassign it, and assign a partition of a present GPU afterwards.")},
    {FindingCode::DataStale,
     QT_TRANSLATE_NOOP("Finding",
                       "This server could not be read the last time. What is known of it is older: read %1."),
     QT_TRANSLATE_NOOP("Finding",
                       "Refresh. Whatever has changed since then is refused when its turn comes.")},
    {FindingCode::ChangedSince,
     QT_TRANSLATE_NOOP("Finding", "It is not put back, as it was changed since: %1."),
     QT_TRANSLATE_NOOP("Finding", "Look at what was changed. Undo that first, or leave it as it is now.")},
    {FindingCode::MemoryUnknown,
     QT_TRANSLATE_NOOP("Finding",
                       "Whether this virtual machine uses dynamic memory could not be read. It would not "
                       "start with a GPU or a GPU partition if its memory may go below what it starts with."),
     QT_TRANSLATE_NOOP("Finding", "Look at its memory settings before you go on.")},
    {FindingCode::MmioSpaceSmall,
     QT_TRANSLATE_NOOP("Finding",
                       "The memory-mapped I/O space of this virtual machine (%1) may be too small for this "
                       "GPU; advised is %2. Its guest would report code 12 or 43."),
     QT_TRANSLATE_NOOP("Finding",
                       "If it does, set it while the virtual machine is off: Set-VM "
                       "-LowMemoryMappedIoSpace -HighMemoryMappedIoSpace -GuestControlledCacheTypes.")},
    {FindingCode::VmShielded,
     QT_TRANSLATE_NOOP("Finding",
                       "This virtual machine is shielded or isolated from its server. Such virtual machines "
                       "may refuse devices of the server, and may not start with one."),
     QT_TRANSLATE_NOOP("Finding", "Try it with one that you can do without.")},
    {FindingCode::VmVirtualTpm,
     QT_TRANSLATE_NOOP("Finding",
                       "This virtual machine has a virtual TPM. A guest encrypted with BitLocker may ask for "
                       "its recovery key after the change."),
     QT_TRANSLATE_NOOP("Finding", "Have the recovery key at hand, or suspend BitLocker in the guest first.")},
    {FindingCode::VmNested,
     QT_TRANSLATE_NOOP(
         "Finding", "Nested virtualization is enabled for this virtual machine. Together with a GPU it has "
                    "crashed guests."),
     QT_TRANSLATE_NOOP("Finding", "Disable nested virtualization, or try it with one you can do without.")},
    {FindingCode::ProtectionUnknown,
     QT_TRANSLATE_NOOP(
         "Finding", "Whether virtual machines of this server are shielded, have a virtual TPM or use nested "
                    "virtualization could not be read (%1)."),
     QT_TRANSLATE_NOOP("Finding", "Look at their settings before you go on.")},
    {FindingCode::VmReplicated,
     QT_TRANSLATE_NOOP("Finding",
                       "This virtual machine is replicated. Its replica has no GPU partition, and may not "
                       "start where such a GPU is missing."),
     QT_TRANSLATE_NOOP("Finding", "Test a failover afterwards.")},
    {FindingCode::VmBackedUp,
     QT_TRANSLATE_NOOP("Finding",
                       "A backup product tracks the changes of this virtual machine. Backups that make "
                       "checkpoints fail while it has a GPU partition."),
     QT_TRANSLATE_NOOP("Finding", "Test its backup afterwards, or back it up from within its guest.")},
    {FindingCode::NoPartitionableGpu,
     QT_TRANSLATE_NOOP("Finding", "This server has no GPU that can be partitioned."),
     QT_TRANSLATE_NOOP("Finding",
                       "Look at the assigned status of its GPUs on the tab GPUs for the reason, or choose "
                       "another server.")},
    {FindingCode::SetNotKnown,
     QT_TRANSLATE_NOOP("Finding",
                       "The GPUs of this server could not be read. Whether all of a homogeneous set "
                       "are selected is not known."),
     QT_TRANSLATE_NOOP("Finding",
                       "Have the server read first. Otherwise its GPUs may end up with another partition "
                       "count, which isn't recommended.")},
    {FindingCode::PartitionsAwaited,
     QT_TRANSLATE_NOOP(
         "Finding", "Only %1 partitions would be left for the virtual machines that get one of any GPU when "
                    "they start: %2. Not all of them could start."),
     QT_TRANSLATE_NOOP(
         "Finding", "Choose a higher count, or unassign the partitions of virtual machines that need none.")},
};

} // namespace

const FindingWords& findingWords(FindingCode code)
{
    if (const FindingWords* device = deviceFindingWords(code))
        return *device;
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [code](const FindingWords& words) { return words.code == code; });
    Q_ASSERT(found != std::end(table));
    return found == std::end(table) ? *std::begin(table) : *found;
}

} // namespace hvgpu::text
