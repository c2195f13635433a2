#include "core/text/DiagnosisWords.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace hvgpu::text {
namespace {

using analysis::DiagnosisCode;

constexpr DiagnosisWords table[] = {
    {DiagnosisCode::GpuMoved, QT_TRANSLATE_NOOP("Diagnosis", "GPU is in another place now"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This virtual machine names its GPU by a path that does not exist any more. A GPU of the same "
         "model is there: %1. The card was put into another slot, or the firmware counts the slots "
         "anew. The virtual machine does not start."),
     QT_TRANSLATE_NOOP("Diagnosis", "Unassign what it has, and assign the GPU that is there. Should Hyper-V "
                                    "not let go of it, put the card "
                                    "back into its old slot for that."),
     true},
    {DiagnosisCode::GpuGone, QT_TRANSLATE_NOOP("Diagnosis", "GPU is not in the server"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This virtual machine names a GPU that is not in the server any more, and there is none of its "
         "model. The virtual machine does not start."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Unassign it, and assign another GPU. Should Hyper-V not let go of it, put a GPU of that model back "
         "into the slot for that.")},
    {DiagnosisCode::OwnerGone, QT_TRANSLATE_NOOP("Diagnosis", "Held for a deleted virtual machine"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This GPU is held for a virtual machine that is not on the server: %1. It was deleted or moved "
         "while it had the GPU."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Refresh. A whole GPU can be given back to the server. Of a partition nothing is left that could be "
         "unassigned: start the service vmms anew.")},
    {DiagnosisCode::OverCommitted, QT_TRANSLATE_NOOP("Diagnosis", "More assignments than partitions"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "More virtual machines are assigned to this GPU than it has partitions. These do not start "
         "while the others run: %1. Windows says then \"Insufficient system resources exist to complete "
         "the requested service\"."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Unassign some, assign them to another GPU, or raise the partition count while no virtual "
         "machine is assigned."),
     true},
    {DiagnosisCode::AutomaticBeyond,
     QT_TRANSLATE_NOOP("Diagnosis", "More assignments than the server has partitions"),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "More partitions are assigned on this server than its GPUs have. For these virtual "
                       "machines Hyper-V picks "
                       "the GPU when they start, and some of them do not start while the others run: %1."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Unassign some, use another server for them, or raise the partition count of a GPU while no virtual "
         "machine is assigned."),
     true},
    {DiagnosisCode::SavedWithGpu, QT_TRANSLATE_NOOP("Diagnosis", "Saved with a GPU"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This virtual machine is saved and has a GPU. Its GPU cannot be changed, and resuming it often "
         "fails."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Start it and shut its guest down, or delete its saved state. No plan decides that: starting it may "
         "fail, and with the saved state unsaved work is lost.")},
    {DiagnosisCode::RemoteFxAdapter, QT_TRANSLATE_NOOP("Diagnosis", "RemoteFX adapter left over"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This virtual machine has a RemoteFX adapter. RemoteFX was removed from Windows in 2021; "
         "the virtual machine does not start."),
     QT_TRANSLATE_NOOP("Diagnosis", "Remove the adapter while it is off: Remove-VMRemoteFx3dVideoAdapter. "
                                    "This program does not, because "
                                    "it could not put it back.")},
    {DiagnosisCode::ForgottenDevice, QT_TRANSLATE_NOOP("Diagnosis", "Dismounted, and nobody uses it"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This GPU is dismounted from the server, but no virtual machine has it. It may be kept ready, "
         "or was forgotten when a virtual machine was deleted."),
     QT_TRANSLATE_NOOP("Diagnosis", "Assign it to a virtual machine, or give it back to the server.")},
    {DiagnosisCode::DisabledDevice, QT_TRANSLATE_NOOP("Diagnosis", "GPU is disabled"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This GPU is disabled: nobody can use it. That is the first half of giving it away as a whole, "
         "and what is left when it was given back."),
     QT_TRANSLATE_NOOP("Diagnosis", "Enable it, or dismount it to assign it as a whole.")},
    {DiagnosisCode::DeviceFailed, QT_TRANSLATE_NOOP("Diagnosis", "GPU does not work"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Windows reports problem code %1 for this GPU (28: no driver, 12: not enough resources, 43: "
         "stopped after it reported problems)."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Install the driver of the manufacturer, on the server itself: no plan installs drivers. Code 12 is "
         "often cured by firmware settings for large memory ranges (Above 4G Decoding).")},
    {DiagnosisCode::PlaceholderVram, QT_TRANSLATE_NOOP("Diagnosis", "Figures that are no sizes"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "The figures that this paravirtualized GPU reports, VRAM too, are parts of 1,000,000,000 and no "
         "sizes, and quotas are not enforced. They are shown as percentages."),
     QT_TRANSLATE_NOOP("Diagnosis", "Nothing has to be done.")},
    {DiagnosisCode::OfflineActionSave,
     QT_TRANSLATE_NOOP("Diagnosis", "Cannot fail over: offline action is save"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "When the cluster takes this virtual machine offline, it would save it. That fails with a GPU: "
         "draining its server gets stuck, and it does not fail over."),
     QT_TRANSLATE_NOOP("Diagnosis", "Set the offline action to forced shut down.")},
    {DiagnosisCode::StopActionSave, QT_TRANSLATE_NOOP("Diagnosis", "Automatic stop action is save"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "When the server shuts down, this virtual machine is to be saved, which fails with a GPU."),
     QT_TRANSLATE_NOOP("Diagnosis", "Set the automatic stop action to shut down or turn off.")},
    {DiagnosisCode::StopActionNotOff, QT_TRANSLATE_NOOP("Diagnosis", "Automatic stop action is not turn off"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "A device is assigned to this virtual machine as a whole, but it is not turned off when the "
         "server shuts down. Hyper-V refuses to start it or to add devices."),
     QT_TRANSLATE_NOOP("Diagnosis", "Set the automatic stop action to turn off.")},
    {DiagnosisCode::DynamicMemory, QT_TRANSLATE_NOOP("Diagnosis", "Dynamic memory with a GPU"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "The memory of this virtual machine is dynamic (startup %1 MB, minimum %2 MB), which does not go "
         "with a GPU: it does not start."),
     QT_TRANSLATE_NOOP("Diagnosis", "Disable dynamic memory.")},
    {DiagnosisCode::CheckpointsOn, QT_TRANSLATE_NOOP("Diagnosis", "Checkpoints enabled with a GPU"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Checkpoints are enabled for this virtual machine. They fail while it has a GPU, those that "
         "backups make as well."),
     QT_TRANSLATE_NOOP("Diagnosis", "Disable checkpoints.")},
    {DiagnosisCode::NoWriteCombining, QT_TRANSLATE_NOOP("Diagnosis", "No write combining"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "A device is assigned to this virtual machine as a whole, but its guest does not control cache "
         "types: the GPU is slow, or does not work."),
     QT_TRANSLATE_NOOP("Diagnosis", "Turn guest-controlled cache types on while it is off.")},
    {DiagnosisCode::DefaultMmio,
     QT_TRANSLATE_NOOP("Diagnosis", "Memory-mapped I/O space as in a new machine"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "A device is assigned to this virtual machine as a whole, but its memory-mapped I/O space is that "
         "of a new virtual machine (low %1 MB, high %2 MB). Most GPUs need more; the guest reports code "
         "12 then."),
     QT_TRANSLATE_NOOP("Diagnosis", "Set the spaces to what the GPU needs.")},
    {DiagnosisCode::MmioShort, QT_TRANSLATE_NOOP("Diagnosis", "Too little memory-mapped I/O space"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "The memory-mapped I/O space of this virtual machine (low %1 MB, high %2 MB) is smaller than what "
         "its "
         "whole devices need (low %3 MB, high %4 MB). The guest reports code 12, or it does not start."),
     QT_TRANSLATE_NOOP("Diagnosis", "Set the spaces to what the devices need.")},
    {DiagnosisCode::CountsDiffer, QT_TRANSLATE_NOOP("Diagnosis", "Partition counts differ in the cluster"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Equal GPUs of this cluster have different partition counts: %1. A virtual machine finds no "
         "partition of its size on some nodes. A change may have been cut off half-way."),
     QT_TRANSLATE_NOOP("Diagnosis", "Configure the same partition count on all of them."), true},
    {DiagnosisCode::DriversDiffer, QT_TRANSLATE_NOOP("Diagnosis", "Drivers differ in the cluster"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Equal GPUs of this cluster have different drivers: %1. Live migration may fail, and guests may "
         "report code 43 on another node."),
     QT_TRANSLATE_NOOP("Diagnosis", "Install the same driver on every node, and renew those of the guests. "
                                    "No plan installs drivers: what "
                                    "they need differs, and servers may have to be started anew."),
     true},
    {DiagnosisCode::NodeUnreachable, QT_TRANSLATE_NOOP("Diagnosis", "Node could not be read"),
     QT_TRANSLATE_NOOP(
         "Diagnosis", "This node could not be read the last time. What is shown of it is older, or missing."),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "Make sure that it is on and that remote management can be reached, and refresh.")},
    {DiagnosisCode::NodeDown, QT_TRANSLATE_NOOP("Diagnosis", "Node is down"),
     QT_TRANSLATE_NOOP("Diagnosis", "The cluster says that this node is down."),
     QT_TRANSLATE_NOOP("Diagnosis", "Start it, or evict it from the cluster if it is gone for good.")},
    {DiagnosisCode::NodePaused, QT_TRANSLATE_NOOP("Diagnosis", "Node is paused"),
     QT_TRANSLATE_NOOP("Diagnosis", "The cluster has paused this node: it takes no virtual machines over."),
     QT_TRANSLATE_NOOP("Diagnosis", "Resume it when the maintenance is done: Resume-ClusterNode")},
    {DiagnosisCode::NodeDraining, QT_TRANSLATE_NOOP("Diagnosis", "Node is being drained"),
     QT_TRANSLATE_NOOP("Diagnosis", "The cluster is moving the virtual machines away from this node."),
     QT_TRANSLATE_NOOP("Diagnosis", "Wait until that is done before you change anything on it.")},
    {DiagnosisCode::NodeQuarantined, QT_TRANSLATE_NOOP("Diagnosis", "Node is isolated or in quarantine"),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "The cluster does not trust this node: it lost its connection too often."),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "Find out why it loses its connection, then: Start-ClusterNode -ClearQuarantine")},
    {DiagnosisCode::ServerUnreachable, QT_TRANSLATE_NOOP("Diagnosis", "Server could not be read"),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "It could not be read the last time. What is shown of it is older, or missing."),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "Make sure that it is on and that remote management can be reached, and refresh.")},
    {DiagnosisCode::ListedTwice, QT_TRANSLATE_NOOP("Diagnosis", "Server is in the list twice"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "This is the same computer as %1: both give the same name and were started at the same moment. Its "
         "GPUs, "
         "partitions and virtual machines are counted twice, and changes by both names can meet."),
     QT_TRANSLATE_NOOP("Diagnosis", "Remove one of the two from the list of servers.")},
    {DiagnosisCode::FailoverShort, QT_TRANSLATE_NOOP("Diagnosis", "Cluster cannot lose this node"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Clustered virtual machines use %1 GPU partitions of this node. If it fails, %2 of them find no "
         "free partition of the same GPU and size on the other nodes."),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "Free partitions on other nodes, raise the partition count everywhere, or add GPUs. "
                       "Which virtual machines can do without is for people to say.")},
    {DiagnosisCode::PolicyWeakened, QT_TRANSLATE_NOOP("Diagnosis", "Security policy switched off"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Values in the registry allow GPUs whose drivers do not keep virtual machines apart: %1. Tools for "
         "consumer GPUs write them."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Find out which tool did it and whether it is still needed, and remove the values. This program "
         "does not change policies."),
     true},
    {DiagnosisCode::ForcedParavirtual, QT_TRANSLATE_NOOP("Diagnosis", "Paravirtualization is forced"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "A setting for developers makes Windows paravirtualize every GPU of this server, so that none can "
         "be partitioned."),
     QT_TRANSLATE_NOOP("Diagnosis", "Remove the value GpuVirtualizationFlags and start the server anew. This "
                                    "program does not change the "
                                    "registry.")},
    {DiagnosisCode::GuestMemoryLeak, QT_TRANSLATE_NOOP("Diagnosis", "Windows leaks memory of guests"),
     QT_TRANSLATE_NOOP("Diagnosis", "Guests lose memory on Windows before build 26100.4946 when several of "
                                    "them use paravirtualized GPUs; "
                                    "here build %1 runs, and %2 virtual machines do."),
     QT_TRANSLATE_NOOP("Diagnosis", "Install the updates of Windows from August 2025 on. Until then, "
                                    "starting such a virtual machine anew "
                                    "frees what it lost.")},
    {DiagnosisCode::PoolMissing, QT_TRANSLATE_NOOP("Diagnosis", "GPU pool is not on every node"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "These nodes of the cluster have no GPU pool of this name: %1. Virtual machines that take their GPU "
         "from it cannot start there."),
     QT_TRANSLATE_NOOP("Diagnosis",
                       "Make a pool of the same name on them. A plan can do that when they have GPUs of the "
                       "same model that "
                       "are dismounted and free; otherwise choose GPUs with \"Create GPU pool\"."),
     true},
    {DiagnosisCode::PoolNamesAlike, QT_TRANSLATE_NOOP("Diagnosis", "GPU pools are nearly called the same"),
     QT_TRANSLATE_NOOP("Diagnosis", "The nodes of this cluster spell the name of a GPU pool differently: %1. "
                                    "A virtual machine finds the pool "
                                    "only where the name is exactly the same."),
     QT_TRANSLATE_NOOP("Diagnosis", "Unassign the virtual machines from the pool whose name is wrong, delete "
                                    "it and make it anew. No plan "
                                    "decides which name is the right one."),
     true},
    {DiagnosisCode::PoolForeignDevice, QT_TRANSLATE_NOOP("Diagnosis", "GPU pool with other devices"),
     QT_TRANSLATE_NOOP("Diagnosis", "This pool has devices that are no GPUs: %1. A virtual machine that "
                                    "takes a device from it may get one of "
                                    "them. Scripts that put everything dismounted into a pool do that."),
     QT_TRANSLATE_NOOP("Diagnosis", "Delete the pool and make it anew with GPUs only. No plan does it by "
                                    "itself, because virtual machines lose "
                                    "their places in it."),
     true},
    {DiagnosisCode::ChangeInterrupted, QT_TRANSLATE_NOOP("Diagnosis", "A change was interrupted"),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "A change was begun and did not end (%1). Some of it may be done, and virtual machines may be "
         "off."),
     QT_TRANSLATE_NOOP(
         "Diagnosis",
         "Resume it, put it back or dismiss it on the tab Activity, or with hvgpu resume, undo or "
         "dismiss.")},
};

} // namespace

const DiagnosisWords& diagnosisWords(DiagnosisCode code)
{
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [code](const DiagnosisWords& words) { return words.code == code; });
    Q_ASSERT(found != std::end(table));
    return found == std::end(table) ? *std::begin(table) : *found;
}

} // namespace hvgpu::text
