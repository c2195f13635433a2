// The words of findings about whole devices and pools.
#include "core/text/FindingWords.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace hvgpu::text {
namespace {

using operations::FindingCode;

constexpr FindingWords table[] = {
    {FindingCode::DeviceNotFound,
     QT_TRANSLATE_NOOP("Finding",
                       "This device is not in the server any more, or is in another slot now: %1."),
     QT_TRANSLATE_NOOP("Finding", "Refresh and select again.")},
    {FindingCode::DeviceNotAssignable,
     QT_TRANSLATE_NOOP("Finding", "This GPU cannot be assigned to a virtual machine. %1"),
     QT_TRANSLATE_NOOP("Finding", "Choose another GPU.")},
    {FindingCode::DeviceUncertain,
     QT_TRANSLATE_NOOP("Finding", "Whether this GPU can be assigned to a virtual machine is not certain. %1"),
     QT_TRANSLATE_NOOP("Finding", "When its server refuses, everything is put back.")},
    {FindingCode::DeviceAssigned,
     QT_TRANSLATE_NOOP("Finding", "This device is assigned to a virtual machine: %1."),
     QT_TRANSLATE_NOOP("Finding", "Take it away from that virtual machine first.")},
    {FindingCode::DevicePartitionsInUse,
     QT_TRANSLATE_NOOP("Finding",
                       "Partitions of this GPU are assigned to virtual machines: %1. A GPU is used either "
                       "partitioned or as a whole."),
     QT_TRANSLATE_NOOP("Finding",
                       "First unassign the partitions from these virtual machines, or let the plan do that "
                       "first. Those that are turned off count, too.")},
    {FindingCode::DeviceInPool, QT_TRANSLATE_NOOP("Finding", "This device is in the GPU pool %1."),
     QT_TRANSLATE_NOOP("Finding", "Delete the pool first, or assign the virtual machine to the pool.")},
    {FindingCode::DeviceAlreadyDismounted,
     QT_TRANSLATE_NOOP("Finding", "This device is dismounted already. It is left as it is."), nullptr},
    {FindingCode::DeviceNotDismounted,
     QT_TRANSLATE_NOOP("Finding", "The server has this device already. It is left as it is."), nullptr},
    {FindingCode::LastDisplayAdapter,
     QT_TRANSLATE_NOOP("Finding",
                       "The server's own screen is shown by what is taken away, and no other display adapter "
                       "is left for it."),
     QT_TRANSLATE_NOOP("Finding", "Make sure that you reach the server in another way.")},
    {FindingCode::CompanionLeftOut,
     QT_TRANSLATE_NOOP("Finding", "Other functions of this card stay with the server: %1."),
     QT_TRANSLATE_NOOP("Finding",
                       "Choose them, too: a card that is divided may not be reset when its virtual machine "
                       "starts again.")},
    {FindingCode::DismountForced,
     QT_TRANSLATE_NOOP("Finding", "The devices are taken from the server although this is not ensured: %1."),
     QT_TRANSLATE_NOOP("Finding",
                       "Do this only when you trust what runs in the virtual machine: it might reach beyond "
                       "its device.")},
    {FindingCode::ClientWindows,
     QT_TRANSLATE_NOOP("Finding",
                       "This computer runs a Windows for clients. Devices can be assigned on Windows Server "
                       "only."),
     nullptr},
    {FindingCode::MmioOutOfRange,
     QT_TRANSLATE_NOOP("Finding", "Low MMIO space cannot be %1 MB. It has %2 to %3 MB."),
     QT_TRANSLATE_NOOP("Finding", "Choose a value in between.")},
    {FindingCode::SettingsUnchanged,
     QT_TRANSLATE_NOOP("Finding",
                       "The settings of this virtual machine are so already. It is left as it is."),
     nullptr},
    {FindingCode::PriorSettingsUnknown,
     QT_TRANSLATE_NOOP("Finding",
                       "What the settings of this virtual machine were before it got the device is not "
                       "recorded here. They stay as they are."),
     QT_TRANSLATE_NOOP("Finding", "Change its settings afterwards if they should be different.")},
    {FindingCode::SettingsKept,
     QT_TRANSLATE_NOOP("Finding",
                       "This virtual machine keeps other devices. Its settings stay as they are for them."),
     nullptr},
    {FindingCode::PoolNameInvalid,
     QT_TRANSLATE_NOOP("Finding", "The pool needs a name that neither begins nor ends with a space."),
     nullptr},
    {FindingCode::PoolExists, QT_TRANSLATE_NOOP("Finding", "There is a GPU pool %1 on this server already."),
     QT_TRANSLATE_NOOP("Finding", "Choose another name, or delete that pool first.")},
    {FindingCode::PoolNotFound, QT_TRANSLATE_NOOP("Finding", "There is no GPU pool %1 on this server."),
     QT_TRANSLATE_NOOP("Finding", "Refresh, or make the pool first.")},
    {FindingCode::PoolInUse,
     QT_TRANSLATE_NOOP("Finding", "Virtual machines are assigned to this GPU pool: %1."),
     QT_TRANSLATE_NOOP("Finding", "Unassign these virtual machines first.")},
    {FindingCode::PoolNotOnNodes,
     QT_TRANSLATE_NOOP("Finding",
                       "These nodes of the cluster have no GPU pool of this name: %1. The virtual machine "
                       "cannot start there."),
     QT_TRANSLATE_NOOP("Finding", "Make a pool of the same name on every node.")},
    {FindingCode::PoolTooSmall, QT_TRANSLATE_NOOP("Finding", "The GPU pool %1 has only %2 devices."),
     QT_TRANSLATE_NOOP("Finding", "Choose fewer GPUs, or make the pool larger.")},
    {FindingCode::PoolsNeedServer2025,
     QT_TRANSLATE_NOOP("Finding",
                       "This server runs Windows build %1. GPU pools are available from Windows Server 2025 "
                       "(build 26100) on."),
     nullptr},
    {FindingCode::MmioTooSmall,
     QT_TRANSLATE_NOOP(
         "Finding", "The devices need more MMIO space than the virtual machine gets: at least %1 MB low and "
                    "%2 MB high. It might not start, or report code 12 for them."),
     QT_TRANSLATE_NOOP("Finding", "Choose larger values.")},
    {FindingCode::DeviceOwnerGone,
     QT_TRANSLATE_NOOP("Finding",
                       "This device is held for a virtual machine that is not on the server any more: %1."),
     QT_TRANSLATE_NOOP(
         "Finding",
         "When the virtual machine was moved here from another server a moment ago, refresh first.")},
    {FindingCode::NoGpuLeft,
     QT_TRANSLATE_NOOP(
         "Finding",
         "These virtual machines leave the choice of the GPU to the server, which has no other that "
         "can be partitioned: %1. They do not start any more."),
     QT_TRANSLATE_NOOP("Finding", "Unassign their GPU partitions, too, or move them to another server.")},
};

} // namespace

const FindingWords* deviceFindingWords(FindingCode code)
{
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [code](const FindingWords& words) { return words.code == code; });
    return found == std::end(table) ? nullptr : found;
}

} // namespace hvgpu::text
