// Checks of one virtual machine with a GPU.
#include "core/analysis/CheckList.h"
#include "core/analysis/GuestSupport.h"
#include "core/analysis/MmioSizing.h"
#include "core/model/OfflineAction.h"

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::VirtualMachine;

constexpr double oldestVersion = 9.0;
constexpr std::uint16_t checkpointsDisabled = 2;
constexpr std::uint16_t stopTurnOff = 2;
constexpr std::uint16_t stopSave = 3;
constexpr std::uint32_t offlineSave = 1;

void checkGuest(const VirtualMachine& vm, CheckList& list)
{
    if (vm.partitionAdapters == 0)
        return list.notApplicable(CheckId::GuestSystem, CheckReason::NotPartitioning);
    const std::optional<bool> listed = isListedGuest(vm.guestOperatingSystem);
    std::vector<Evidence> evidence{
        {u"Msvm_SummaryInformation.GuestOperatingSystem"_s, listed ? vm.guestOperatingSystem : u"-"_s}};
    if (!listed)
        return list.add(CheckId::GuestSystem, CheckResult::Unread, CheckReason::GuestUnknown,
                        std::move(evidence));
    list.add(CheckId::GuestSystem, *listed ? CheckResult::Pass : CheckResult::Warning,
             *listed ? CheckReason::GuestListed : CheckReason::GuestNotListed, std::move(evidence),
             {vm.guestOperatingSystem});
}

void checkGeneration(const VirtualMachine& vm, CheckList& list)
{
    if (vm.partitionAdapters == 0)
        return list.notApplicable(CheckId::VmGeneration, CheckReason::NotPartitioning);
    std::vector<Evidence> evidence{
        {u"Msvm_VirtualSystemSettingData.VirtualSystemSubType"_s, shown(vm.generation)}};
    if (!vm.generation)
        return list.unread(CheckId::VmGeneration, std::move(evidence));
    const bool second = *vm.generation == 2;
    list.add(CheckId::VmGeneration, second ? CheckResult::Pass : CheckResult::Warning,
             second ? CheckReason::GenerationTwo : CheckReason::GenerationOne, std::move(evidence));
}

void checkVersion(const VirtualMachine& vm, CheckList& list)
{
    if (vm.partitionAdapters == 0)
        return list.notApplicable(CheckId::VmVersion, CheckReason::NotPartitioning);
    bool isNumber = false;
    const double version = vm.version.toDouble(&isNumber);
    std::vector<Evidence> evidence{
        {u"Msvm_VirtualSystemSettingData.Version"_s, isNumber ? vm.version : u"-"_s}};
    if (!isNumber)
        return list.unread(CheckId::VmVersion, std::move(evidence));
    const bool recent = version >= oldestVersion;
    list.add(CheckId::VmVersion, recent ? CheckResult::Pass : CheckResult::Fail,
             recent ? CheckReason::VersionRecent : CheckReason::VersionTooOld, std::move(evidence),
             {vm.version});
}

void checkMemory(const VirtualMachine& vm, CheckList& list)
{
    const QString source = u"Msvm_MemorySettingData."_s;
    if (!vm.dynamicMemory)
        return list.unread(CheckId::VmMemory, {{source + u"DynamicMemoryEnabled"_s, u"-"_s}});
    std::vector<Evidence> evidence{{source + u"DynamicMemoryEnabled"_s, shown(*vm.dynamicMemory)},
                                   {source + u"VirtualQuantity"_s, shown(vm.startupMemoryMb)},
                                   {source + u"Reservation"_s, shown(vm.minimumMemoryMb)}};
    const auto say = [&](CheckResult result, CheckReason reason) {
        list.add(CheckId::VmMemory, result, reason, std::move(evidence),
                 {shown(vm.startupMemoryMb), shown(vm.minimumMemoryMb)});
    };
    if (!*vm.dynamicMemory)
        return say(CheckResult::Pass, CheckReason::MemoryStatic);
    if (vm.wholeDevices > 0)
        return say(CheckResult::Fail, CheckReason::MemoryDynamicDda);
    if (!vm.startupMemoryMb || !vm.minimumMemoryMb)
        return say(CheckResult::Unread, CheckReason::Unreadable);
    if (vm.startupMemoryMb == vm.minimumMemoryMb)
        return say(CheckResult::Pass, CheckReason::MemoryEqual);
    say(CheckResult::Fail, CheckReason::MemoryDynamic);
}

void checkCheckpoints(const VirtualMachine& vm, CheckList& list)
{
    std::vector<Evidence> evidence{
        {u"Msvm_VirtualSystemSettingData.UserSnapshotType"_s, shown(vm.userSnapshotType)}};
    if (!vm.userSnapshotType)
        return list.unread(CheckId::VmCheckpoints, std::move(evidence));
    const bool off = *vm.userSnapshotType == checkpointsDisabled;
    list.add(CheckId::VmCheckpoints, off ? CheckResult::Pass : CheckResult::Warning,
             off ? CheckReason::CheckpointsOff : CheckReason::CheckpointsOn, std::move(evidence));
}

void checkOfflineAction(const VirtualMachine& vm, CheckList& list)
{
    if (!vm.clustered.value_or(true))
        return list.notApplicable(CheckId::VmOfflineAction, CheckReason::NotClustered);
    if (!vm.clustered && !vm.offlineAction)
        return list.notApplicable(CheckId::VmOfflineAction, CheckReason::NotClustered);
    std::vector<Evidence> evidence{
        {u"MSCluster_Resource.PrivateProperties.OfflineAction"_s, shown(vm.offlineAction)}};
    if (!vm.offlineAction)
        return list.unread(CheckId::VmOfflineAction, std::move(evidence));
    const auto say = [&](CheckResult result, CheckReason reason) {
        list.add(CheckId::VmOfflineAction, result, reason, std::move(evidence),
                 {QString::number(*vm.offlineAction)});
    };
    if (*vm.offlineAction == offlineSave)
        return say(CheckResult::Fail, CheckReason::OfflineSave);
    if (*vm.offlineAction == model::offlineActionForcedShutDown)
        return say(CheckResult::Pass, CheckReason::OfflineForced);
    say(CheckResult::Warning, CheckReason::OfflineOther);
}

void checkStopAction(const VirtualMachine& vm, CheckList& list)
{
    std::vector<Evidence> evidence{
        {u"Msvm_VirtualSystemSettingData.AutomaticShutdownAction"_s, shown(vm.automaticShutdownAction)}};
    if (!vm.automaticShutdownAction)
        return list.unread(CheckId::VmStopAction, std::move(evidence));
    const auto say = [&](CheckResult result, CheckReason reason) {
        list.add(CheckId::VmStopAction, result, reason, std::move(evidence));
    };
    if (vm.wholeDevices > 0 && *vm.automaticShutdownAction != stopTurnOff)
        return say(CheckResult::Fail, CheckReason::StopNotOff);
    if (*vm.automaticShutdownAction == stopSave)
        return say(vm.clustered.value_or(false) ? CheckResult::Warning : CheckResult::Fail,
                   CheckReason::StopSave);
    say(CheckResult::Pass, CheckReason::StopFits);
}

void checkMmio(const VirtualMachine& vm, const model::HostSnapshot& host, CheckList& list)
{
    const QString source = u"Msvm_VirtualSystemSettingData."_s;
    std::vector<Evidence> evidence{{source + u"LowMmioGapSize"_s, shown(vm.lowMmioGapMb)},
                                   {source + u"HighMmioGapSize"_s, shown(vm.highMmioGapMb)}};
    if (!vm.lowMmioGapMb || !vm.highMmioGapMb)
        return list.unread(CheckId::VmMmio, std::move(evidence));
    QStringList arguments{shown(vm.lowMmioGapMb), shown(vm.highMmioGapMb)};
    const bool untouched =
        *vm.lowMmioGapMb <= MmioLimits::leastLowMb && *vm.highMmioGapMb <= MmioLimits::leastHighMb;
    if (untouched)
        return list.add(CheckId::VmMmio, CheckResult::Warning, CheckReason::MmioDefault, std::move(evidence),
                        std::move(arguments));
    // What devices need at least: those whose ranges could not be read need more.
    const MmioSizing need = mmioSizingOf(vm, host);
    if (need.isEnough(vm.lowMmioGapMb, vm.highMmioGapMb).value_or(true))
        return list.add(CheckId::VmMmio, CheckResult::Pass, CheckReason::MmioSet, std::move(evidence),
                        std::move(arguments));
    const QStringList needed{QString::number(need.lowMb), QString::number(need.highMb)};
    evidence.push_back({u"Win32_PnPAllocatedResource"_s, needed.join(u" + "_s) + u" MB"_s});
    list.add(CheckId::VmMmio, CheckResult::Warning, CheckReason::MmioShort, std::move(evidence),
             arguments + needed);
}

void checkWholeDevice(const VirtualMachine& vm, const model::HostSnapshot& host, CheckList& list)
{
    if (vm.wholeDevices == 0)
        return;
    const QString source = u"Msvm_VirtualSystemSettingData."_s;
    if (!vm.guestControlledCacheTypes)
        list.unread(CheckId::VmCacheTypes, {{source + u"GuestControlledCacheTypes"_s, u"-"_s}});
    else
        list.add(CheckId::VmCacheTypes,
                 *vm.guestControlledCacheTypes ? CheckResult::Pass : CheckResult::Warning,
                 *vm.guestControlledCacheTypes ? CheckReason::CacheTypesOn : CheckReason::CacheTypesOff,
                 {{source + u"GuestControlledCacheTypes"_s, shown(*vm.guestControlledCacheTypes)}});
    checkMmio(vm, host, list);
}

} // namespace

void checkVm(const VirtualMachine& vm, const model::HostSnapshot& host, CheckList& list)
{
    checkGuest(vm, list);
    checkGeneration(vm, list);
    checkVersion(vm, list);
    checkMemory(vm, list);
    checkCheckpoints(vm, list);
    checkOfflineAction(vm, list);
    checkStopAction(vm, list);
    checkWholeDevice(vm, host, list);
}

} // namespace hvgpu::analysis
