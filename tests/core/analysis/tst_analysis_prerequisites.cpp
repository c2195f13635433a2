#include "core/analysis/DirtyBitTracking.h"
#include "core/analysis/DriverBranch.h"
#include "core/analysis/GuestSupport.h"
#include "core/analysis/NodeCapacity.h"
#include "tests/core/analysis/HealthBench.h"

#include <QTest>

#include <set>
#include <span>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace hvgpu::analysis;
using model::Part;
using tests::HealthBench;

namespace {

/// Spoil one thing: this check must have this result for this reason.
struct Case
{
    const char* name;
    CheckId check;
    CheckResult result;
    CheckReason reason;
    void (*spoil)(HealthBench&);
};

void nothing(HealthBench&) {}

constexpr auto P = CheckResult::Pass;
constexpr auto W = CheckResult::Warning;
constexpr auto F = CheckResult::Fail;
constexpr auto U = CheckResult::Unread;
constexpr auto N = CheckResult::NotApplicable;
using R = CheckReason;
using B = HealthBench;

const Case serverCases[] = {
    {"read", CheckId::ServerRead, P, R::Read, nothing},
    {"partly", CheckId::ServerRead, W, R::ReadPartly,
     [](B& b) { b.first().notes.push_back(tests::unreadNote(Part::IovSupport)); }},
    {"not", CheckId::ServerRead, U, R::ReadFailed, [](B& b) { b.lose(0); }},
    {"old", CheckId::ServerRead, W, R::ReadOld,
     [](B& b) { b.observed(0).error = tests::unreadNote(Part::Cluster).error; }},
    {"2025", CheckId::OperatingSystem, P, R::SystemSupported, nothing},
    {"azure", CheckId::OperatingSystem, P, R::SystemAzureLocal,
     [](B& b) { b.first().host.build = 25398U, b.first().host.operatingSystemSku = 406U; }},
    {"2022", CheckId::OperatingSystem, W, R::SystemBefore2025, [](B& b) { b.first().host.build = 20348U; }},
    {"2019", CheckId::OperatingSystem, F, R::SystemTooOld, [](B& b) { b.first().host.build = 17763U; }},
    {"client", CheckId::OperatingSystem, F, R::SystemClient, [](B& b) { b.first().host.productType = 1U; }},
    {"system unread", CheckId::OperatingSystem, U, R::Unreadable, [](B& b) { b.first().host.build.reset(); }},
    {"datacenter", CheckId::Edition, P, R::EditionDatacenter, nothing},
    {"standard", CheckId::Edition, F, R::EditionNotClustered,
     [](B& b) { b.first().host.operatingSystemSku = 7U; }},
    {"edition unread", CheckId::Edition, U, R::Unreadable,
     [](B& b) { b.first().host.operatingSystemSku.reset(); }},
    {"stand-alone", CheckId::Edition, P, R::EditionStandAlone,
     [](B& b) { b.standAlone(), b.first().host.operatingSystemSku = 7U; }},
    {"role", CheckId::HyperVRole, P, R::RolePresent, nothing},
    {"no role", CheckId::HyperVRole, F, R::RoleMissing, [](B& b) { b.first().host.hyperVRole = false; }},
    {"hypervisor", CheckId::Virtualization, P, R::VirtualizationInUse, nothing},
    {"off", CheckId::Virtualization, F, R::VirtualizationOffInFirmware,
     [](B& b) {
         b.first().host.hypervisorPresent = false, b.first().host.platform.virtualizationFirmware = false;
     }},
    {"unused", CheckId::Virtualization, W, R::VirtualizationUnused,
     [](B& b) {
         b.first().host.hypervisorPresent = false, b.first().host.platform.virtualizationFirmware = true;
     }},
    {"virtualization unread", CheckId::Virtualization, U, R::Unreadable,
     [](B& b) { b.first().host.hypervisorPresent.reset(); }},
    {"iov", CheckId::SrIov, P, R::IovSupported, nothing},
    {"iov reasons", CheckId::SrIov, F, R::IovReasons,
     [](B& b) { b.first().host.iovSupport = false, b.first().host.iovSupportReasons = {u"BIOS"_s}; }},
    {"iov off", CheckId::SrIov, F, R::IovUnsupported, [](B& b) { b.first().host.iovSupport = false; }},
    {"iov unread", CheckId::SrIov, U, R::Unreadable, [](B& b) { b.first().host.iovSupport.reset(); }},
    {"iov without role", CheckId::SrIov, N, R::NeedsHyperV, [](B& b) { b.first().host.hyperVRole = false; }},
    {"iommu", CheckId::Iommu, P, R::DmaProtected, nothing},
    {"no iommu", CheckId::Iommu, W, R::NoDmaProtection,
     [](B& b) { b.first().host.platform.dmaProtection = false; }},
    {"iommu not told", CheckId::Iommu, U, R::NotReported,
     [](B& b) { b.first().host.platform.dmaProtection.reset(); }},
    {"iommu unread", CheckId::Iommu, U, R::Unreadable,
     [](B& b) {
         b.first().host.platform.dmaProtection.reset();
         b.first().notes.push_back(tests::unreadNote(Part::DeviceGuard));
     }},
    {"tracks", CheckId::DmaBitTracking, P, R::TracksDma, nothing},
    {"does not track", CheckId::DmaBitTracking, W, R::NoDmaTracking,
     [](B& b) { b.first().host.platform.processorName = u"Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz"_s; }},
    {"other processor", CheckId::DmaBitTracking, U, R::UnknownProcessor,
     [](B& b) { b.first().host.platform.processorName = u"Ampere Altra"_s; }},
    {"processor unread", CheckId::DmaBitTracking, U, R::Unreadable,
     [](B& b) { b.first().host.platform.processorName.clear(); }},
    {"migration", CheckId::LiveMigrationEnabled, P, R::MigrationOn, nothing},
    {"migration off", CheckId::LiveMigrationEnabled, W, R::MigrationOffInCluster,
     [](B& b) { b.first().host.platform.liveMigrationEnabled = false; }},
    {"migration off alone", CheckId::LiveMigrationEnabled, N, R::MigrationOff,
     [](B& b) { b.standAlone(), b.first().host.platform.liveMigrationEnabled = false; }},
    {"migration unread", CheckId::LiveMigrationEnabled, U, R::Unreadable,
     [](B& b) { b.first().host.platform.liveMigrationEnabled.reset(); }},
    {"strict", CheckId::DevicePolicies, P, R::PoliciesStrict, nothing},
    {"relaxed", CheckId::DevicePolicies, W, R::PoliciesRelaxed,
     [](B& b) { b.first().host.platform.requireSecureDeviceAssignment = 0U; }},
    {"policies unread", CheckId::DevicePolicies, U, R::Unreadable,
     [](B& b) { b.first().notes.push_back(tests::unreadNote(Part::Policies)); }},
    {"flags", CheckId::GpuVirtualizationFlags, P, R::FlagsUnset, nothing},
    {"flags set", CheckId::GpuVirtualizationFlags, F, R::FlagsSet,
     [](B& b) { b.first().host.platform.gpuVirtualizationFlags = 1U; }},
    {"flags unread", CheckId::GpuVirtualizationFlags, U, R::Unreadable,
     [](B& b) { b.first().notes.push_back(tests::unreadNote(Part::Policies)); }},
    {"no RemoteFX", CheckId::RemoteFx, P, R::NoRemoteFx, nothing},
    {"RemoteFX", CheckId::RemoteFx, F, R::HasRemoteFx,
     [](B& b) { b.machineOnFirst().remoteFxAdapter = true; }},
    {"RemoteFX unread", CheckId::RemoteFx, U, R::Unreadable,
     [](B& b) { b.first().notes.push_back(tests::unreadNote(Part::RemoteFx)); }},
    {"RemoteFX without role", CheckId::RemoteFx, N, R::NeedsHyperV,
     [](B& b) { b.first().host.hyperVRole = false; }},
};

const Case gpuCases[] = {
    {"GPU", CheckId::GpuPresent, P, R::GpusFound, nothing},
    {"none", CheckId::GpuPresent, N, R::NoGpuFound, [](B& b) { b.first().gpus.clear(); }},
    {"devices unread", CheckId::GpuPresent, U, R::Unreadable,
     [](B& b) { b.first().notes.push_back(tests::unreadNote(Part::PnpDevices)); }},
    {"driver", CheckId::GpuDriver, P, R::DriverWorks, nothing},
    {"no driver", CheckId::GpuDriver, F, R::DriverMissing, [](B& b) { b.gpu().pnp->problemCode = 28U; }},
    {"disabled", CheckId::GpuDriver, W, R::DeviceDisabled, [](B& b) { b.gpu().pnp->problemCode = 22U; }},
    {"code 43", CheckId::GpuDriver, F, R::DeviceProblem, [](B& b) { b.gpu().pnp->problemCode = 43U; }},
    {"dismounted", CheckId::GpuDriver, N, R::Dismounted, [](B& b) { b.giveWholeDevice(); }},
    {"driver unread", CheckId::GpuDriver, U, R::Unreadable, [](B& b) { b.gpu().pnp->problemCode.reset(); }},
    {"partitions", CheckId::PartitionCapable, P, R::CanPartition, nothing},
    {"paravirtual", CheckId::PartitionCapable, F, R::Paravirtual,
     [](B& b) { b.gpu().partitioning = tests::paravirtualPartitioning(); }},
    {"not partitionable", CheckId::PartitionCapable, W, R::NoPartitionDriver,
     [](B& b) { b.gpu().partitioning.reset(); }},
    {"list unread", CheckId::PartitionCapable, U, R::Unreadable,
     [](B& b) {
         b.gpu().partitioning.reset();
         b.first().notes.push_back(tests::unreadNote(Part::PartitionableGpus));
     }},
    {"capable without role", CheckId::PartitionCapable, N, R::NeedsHyperV,
     [](B& b) { b.first().host.hyperVRole = false; }},
    {"board output", CheckId::PartitionCapable, N, R::NotCandidate,
     [](B& b) { b.gpu().partitioning.reset(), b.gpu().pnp->deviceType = 0U; }},
    {"vGPU 18", CheckId::VgpuSoftware, P, R::VgpuRecent, nothing},
    {"vGPU 16", CheckId::VgpuSoftware, W, R::VgpuTooOld,
     [](B& b) { b.gpu().pnp->driverVersion = u"31.0.15.3818"_s; }},
    {"odd version", CheckId::VgpuSoftware, U, R::VgpuUnknown,
     [](B& b) { b.gpu().pnp->driverVersion = u"1.2"_s; }},
    {"version unread", CheckId::VgpuSoftware, U, R::Unreadable,
     [](B& b) { b.gpu().pnp->driverVersion.clear(); }},
    {"AMD", CheckId::VgpuSoftware, N, R::OtherVendor, [](B& b) { b.gpu().vendorId = std::uint16_t{0x1002}; }},
    {"vGPU of paravirtual", CheckId::VgpuSoftware, N, R::NotPartitioning,
     [](B& b) { b.gpu().partitioning = tests::paravirtualPartitioning(); }},
    {"listed", CheckId::SupportedModel, P, R::ModelListed, nothing},
    {"not listed", CheckId::SupportedModel, W, R::ModelNotListed,
     [](B& b) { b.gpu().deviceId = std::uint16_t{0x2702}; }},
    {"T4", CheckId::SupportedModel, W, R::ModelDdaOnly,
     [](B& b) { b.gpu().deviceId = std::uint16_t{0x1EB8}; }},
    {"model unread", CheckId::SupportedModel, U, R::Unreadable, [](B& b) { b.gpu().deviceId.reset(); }},
    {"one use", CheckId::OneUse, P, R::UsedOneWay, nothing},
    {"both", CheckId::OneUse, F, R::UsedBothWays,
     [](B& b) {
         b.gpu().dismounted = model::DismountedDevice{u"PCIP\\X"_s, u"PCIROOT(0)"_s};
     }},
    {"use unread", CheckId::OneUse, U, R::Unreadable,
     [](B& b) { b.first().notes.push_back(tests::unreadNote(Part::PartitionAdapters)); }},
};

const Case vmCases[] = {
    {"guest", CheckId::GuestSystem, P, R::GuestListed, nothing},
    {"other guest", CheckId::GuestSystem, W, R::GuestNotListed,
     [](B& b) { b.machineOnFirst().guestOperatingSystem = u"FreeBSD 14"_s; }},
    {"guest unknown", CheckId::GuestSystem, U, R::GuestUnknown,
     [](B& b) { b.machineOnFirst().guestOperatingSystem.clear(); }},
    {"guest of whole device", CheckId::GuestSystem, N, R::NotPartitioning, [](B& b) { b.giveWholeDevice(); }},
    {"generation 2", CheckId::VmGeneration, P, R::GenerationTwo, nothing},
    {"generation 1", CheckId::VmGeneration, W, R::GenerationOne,
     [](B& b) { b.machineOnFirst().generation = 1; }},
    {"generation unread", CheckId::VmGeneration, U, R::Unreadable,
     [](B& b) { b.machineOnFirst().generation.reset(); }},
    {"version", CheckId::VmVersion, P, R::VersionRecent, nothing},
    {"old version", CheckId::VmVersion, F, R::VersionTooOld,
     [](B& b) { b.machineOnFirst().version = u"8.0"_s; }},
    {"vm version unread", CheckId::VmVersion, U, R::Unreadable,
     [](B& b) { b.machineOnFirst().version.clear(); }},
    {"static", CheckId::VmMemory, P, R::MemoryStatic, nothing},
    {"equal", CheckId::VmMemory, P, R::MemoryEqual,
     [](B& b) { b.machineOnFirst().dynamicMemory = true, b.machineOnFirst().minimumMemoryMb = 4096U; }},
    {"dynamic", CheckId::VmMemory, F, R::MemoryDynamic,
     [](B& b) { b.machineOnFirst().dynamicMemory = true; }},
    {"dynamic with device", CheckId::VmMemory, F, R::MemoryDynamicDda,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().dynamicMemory = true; }},
    {"memory unread", CheckId::VmMemory, U, R::Unreadable,
     [](B& b) { b.machineOnFirst().dynamicMemory.reset(); }},
    {"checkpoints off", CheckId::VmCheckpoints, P, R::CheckpointsOff, nothing},
    {"checkpoints on", CheckId::VmCheckpoints, W, R::CheckpointsOn,
     [](B& b) { b.machineOnFirst().userSnapshotType = std::uint16_t{3}; }},
    {"checkpoints unread", CheckId::VmCheckpoints, U, R::Unreadable,
     [](B& b) { b.machineOnFirst().userSnapshotType.reset(); }},
    {"forced", CheckId::VmOfflineAction, P, R::OfflineForced, nothing},
    {"turn off", CheckId::VmOfflineAction, W, R::OfflineOther,
     [](B& b) { b.machineOnFirst().offlineAction = 0U; }},
    {"save", CheckId::VmOfflineAction, F, R::OfflineSave,
     [](B& b) { b.machineOnFirst().offlineAction = 1U; }},
    {"action unread", CheckId::VmOfflineAction, U, R::Unreadable,
     [](B& b) { b.machineOnFirst().offlineAction.reset(); }},
    {"not clustered", CheckId::VmOfflineAction, N, R::NotClustered,
     [](B& b) { b.machineOnFirst().clustered = false; }},
    {"stop", CheckId::VmStopAction, P, R::StopFits, nothing},
    {"stop save", CheckId::VmStopAction, F, R::StopSave,
     [](B& b) { b.standAlone(), b.machineOnFirst().automaticShutdownAction = std::uint16_t{3}; }},
    {"stop save in a cluster", CheckId::VmStopAction, W, R::StopSave,
     [](B& b) { b.machineOnFirst().automaticShutdownAction = std::uint16_t{3}; }},
    {"stop with device", CheckId::VmStopAction, F, R::StopNotOff,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().automaticShutdownAction = std::uint16_t{4}; }},
    {"stop unread", CheckId::VmStopAction, U, R::Unreadable,
     [](B& b) { b.machineOnFirst().automaticShutdownAction.reset(); }},
    {"cache types", CheckId::VmCacheTypes, P, R::CacheTypesOn, [](B& b) { b.giveWholeDevice(); }},
    {"no cache types", CheckId::VmCacheTypes, W, R::CacheTypesOff,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().guestControlledCacheTypes = false; }},
    {"cache types unread", CheckId::VmCacheTypes, U, R::Unreadable,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().guestControlledCacheTypes.reset(); }},
    {"mmio", CheckId::VmMmio, P, R::MmioSet, [](B& b) { b.giveWholeDevice(); }},
    {"default mmio", CheckId::VmMmio, W, R::MmioDefault,
     [](B& b) {
         b.giveWholeDevice(), b.machineOnFirst().lowMmioGapMb = 128U, b.machineOnFirst().highMmioGapMb = 512U;
     }},
    {"mmio too small", CheckId::VmMmio, W, R::MmioShort,
     [](B& b) {
         b.giveWholeDevice(), b.machineOnFirst().highMmioGapMb = 1024U;
         constexpr std::uint64_t start = 0x380000000000;
         b.gpu().memory = model::DeviceMemory{{{start, start + (16ULL << 30U) - 1}}, true};
     }},
    {"mmio unread", CheckId::VmMmio, U, R::Unreadable,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().lowMmioGapMb.reset(); }},
    {"moves", CheckId::VmLiveMigration, P, R::MigrationPossible, nothing},
    {"target full", CheckId::VmLiveMigration, W, R::MigrationImpossible,
     [](B& b) { b.second().gpus.front().partitioning->partitionCount = std::uint16_t{4}; }},
    {"target refuses", CheckId::VmLiveMigration, W, R::MigrationImpossible,
     [](B& b) { b.second().gpus.front().partitioning->supportsIncomingLiveMigration = false; }},
    {"target paused", CheckId::VmLiveMigration, W, R::MigrationImpossible,
     [](B& b) { b.observed(1).nodeState = model::NodeState::Paused; }},
    {"target lost", CheckId::VmLiveMigration, W, R::MigrationImpossible, [](B& b) { b.lose(1); }},
    {"old source", CheckId::VmLiveMigration, W, R::MigrationImpossible,
     [](B& b) { b.first().host.build = 20348U; }},
    {"cannot leave", CheckId::VmLiveMigration, W, R::MigrationImpossible,
     [](B& b) { b.gpu().assignments.front().supportsOutgoingLiveMigration = false; }},
    {"device moves not", CheckId::VmLiveMigration, W, R::MigrationWholeDevice,
     [](B& b) { b.giveWholeDevice(); }},
    {"no role of a cluster", CheckId::VmLiveMigration, N, R::NotClustered,
     [](B& b) { b.machineOnFirst().clustered = false; }},
};

const Case clusterCases[] = {
    {"up", CheckId::NodesUp, P, R::AllNodesUp, nothing},
    {"down", CheckId::NodesUp, W, R::NodesNotUp,
     [](B& b) { b.observed(1).nodeState = model::NodeState::Down; }},
    {"draining", CheckId::NodesUp, W, R::NodesNotUp,
     [](B& b) { b.first().cluster->nodes[1].draining = true; }},
    {"same", CheckId::SameGpus, P, R::GpusSame, nothing},
    {"different", CheckId::SameGpus, F, R::GpusDiffer,
     [](B& b) { b.second().gpus.front().deviceId = std::uint16_t{0x2235}; }},
    {"missing", CheckId::SameGpus, F, R::GpusMissing, [](B& b) { b.second().gpus.clear(); }},
    {"one unread", CheckId::SameGpus, U, R::Unreadable, [](B& b) { b.lose(1); }},
    {"no GPUs", CheckId::SameGpus, N, R::NoGpus,
     [](B& b) { b.first().gpus.clear(), b.second().gpus.clear(); }},
    {"same drivers", CheckId::SameDrivers, P, R::DriversSame, nothing},
    {"drivers", CheckId::SameDrivers, W, R::DriversDiffer,
     [](B& b) { b.second().gpus.front().pnp->driverVersion = u"31.0.15.3818"_s; }},
    {"driver unread", CheckId::SameDrivers, U, R::Unreadable,
     [](B& b) { b.second().gpus.front().pnp->driverVersion.clear(); }},
    {"same counts", CheckId::SamePartitionCount, P, R::CountsSame, nothing},
    {"counts", CheckId::SamePartitionCount, W, R::CountsDiffer,
     [](B& b) { b.second().gpus.front().partitioning->partitionCount = std::uint16_t{4}; }},
    {"one way", CheckId::OneUseInCluster, P, R::OneUse, nothing},
    {"mixed", CheckId::OneUseInCluster, W, R::MixedUse, [](B& b) { b.giveWholeDevice(); }},
    {"enough", CheckId::FailoverCapacity, P, R::CapacityEnough, nothing},
    {"short", CheckId::FailoverCapacity, F, R::CapacityShort,
     [](B& b) { b.observed(1).nodeState = model::NodeState::Paused; }},
    {"nothing assigned", CheckId::FailoverCapacity, N, R::NothingAssigned,
     [](B& b) { b.gpu().assignments.clear(); }},
    {"capacity unread", CheckId::FailoverCapacity, U, R::Unreadable,
     [](B& b) { b.gpu().assignments.clear(), b.lose(1); }},
    {"cluster not listed", CheckId::ServerRead, U, R::ReadFailed,
     [](B& b) {
         b.fleet.entries[0].hosts.clear();
         b.fleet.entries[0].error = tests::unreadNote(Part::Cluster).error;
     }},
};

std::vector<Case> allCases()
{
    std::vector<Case> all;
    for (const std::span<const Case> part :
         {std::span<const Case>(serverCases), std::span<const Case>(gpuCases), std::span<const Case>(vmCases),
          std::span<const Case>(clusterCases)})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// The first check of this kind, from the top down.
const Check* find(const std::vector<CheckGroup>& groups, CheckId id)
{
    for (const CheckGroup& group : groups) {
        const auto found = std::ranges::find(group.checks, id, &Check::id);
        if (found != group.checks.end())
            return &*found;
        if (const Check* below = find(group.groups, id))
            return below;
    }
    return nullptr;
}

} // namespace

Q_DECLARE_METATYPE(Case)

class tst_analysis_prerequisites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingPasses();
    void cases_data();
    void cases();
    void everyReasonOccurs();
    void pendingServersHaveNoChecksYet();
    void onlyMachinesWithGpusAreListed();
    void lossOfANode();
    void branches_data();
    void branches();
    void processors_data();
    void processors();
    void guests_data();
    void guests();
};

void tst_analysis_prerequisites::everythingPasses()
{
    HealthBench bench;
    const std::vector<CheckGroup> groups = prerequisites(bench.observe());
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups[0].kind, CheckGroup::Kind::Cluster);
    QCOMPARE(groups[0].groups.size(), 2U);
    QCOMPARE(groups[0].groups[0].groups.size(), 1U);
    QCOMPARE(worstResult(groups[0]), CheckResult::Pass);
}

void tst_analysis_prerequisites::cases_data()
{
    QTest::addColumn<Case>("test");
    for (const Case& each : allCases())
        QTest::newRow(each.name) << each;
}

void tst_analysis_prerequisites::cases()
{
    QFETCH(const Case, test);
    HealthBench bench;
    test.spoil(bench);
    const std::vector<CheckGroup> groups = prerequisites(bench.observe());
    const Check* check = find(groups, test.check);
    QVERIFY(check != nullptr);
    QCOMPARE(static_cast<int>(check->result), static_cast<int>(test.result));
    QCOMPARE(static_cast<int>(check->reason), static_cast<int>(test.reason));
}

void tst_analysis_prerequisites::everyReasonOccurs()
{
    std::set<CheckReason> seen{R::NotReadYet}; // a state of the list, not of a check
    std::set<std::pair<CheckId, CheckResult>> results;
    for (const Case& each : allCases()) {
        seen.insert(each.reason);
        results.emplace(each.check, each.result);
    }
    for (int i = 0; i <= static_cast<int>(R::CapacityShort); ++i)
        QVERIFY2(seen.contains(static_cast<CheckReason>(i)), qPrintable(QString::number(i)));
    for (int i = 0; i <= static_cast<int>(CheckId::FailoverCapacity); ++i)
        QVERIFY2(results.contains({static_cast<CheckId>(i), CheckResult::Pass}),
                 qPrintable(QString::number(i)));
}

void tst_analysis_prerequisites::pendingServersHaveNoChecksYet()
{
    HealthBench bench;
    bench.standAlone();
    bench.observed(0).pending = true;
    const std::vector<CheckGroup> groups = prerequisites(bench.observe());
    QVERIFY(groups.at(0).pending);
    QVERIFY(groups.at(0).checks.empty());
}

void tst_analysis_prerequisites::onlyMachinesWithGpusAreListed()
{
    HealthBench bench;
    bench.second().vms.push_back(tests::vm(u"VM-2"_s, u"plain"_s, model::PowerState::Off));
    const std::vector<CheckGroup> groups = prerequisites(bench.observe());
    QVERIFY(groups.at(0).groups.at(1).groups.empty());
}

void tst_analysis_prerequisites::lossOfANode()
{
    HealthBench bench;
    for (int i = 0; i < 9; ++i) {
        const QString id = u"VM-%1"_s.arg(10 + i);
        model::VirtualMachine machine = HealthBench::machine();
        machine.id = model::VmId(id);
        bench.first().vms.push_back(machine);
        bench.gpu().assignments.push_back(tests::partitionOf(id, std::nullopt));
    }
    const std::vector<NodeLoss> losses = nodeLosses(bench.observe().entries[0]);
    QCOMPARE(losses.size(), 2U);
    QCOMPARE(losses[0].needed, 10);
    QCOMPARE(losses[0].missing, 2); // the other node has eight
    QCOMPARE(losses[1].needed, 0);
    QVERIFY(losses[0].isShort());
    QVERIFY(losses[0].isKnown());

    bench.second().notes.push_back({model::Part::PartitionAdapters, {}, {}});
    const std::vector<NodeLoss> unread = nodeLosses(bench.observe().entries[0]);
    QVERIFY(!unread[0].isShort()); // what is free there is not known
    QVERIFY(!unread[0].isKnown());
    QVERIFY(!unread[1].needsKnown);
}

void tst_analysis_prerequisites::branches_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("branch");
    QTest::addColumn<int>("software");
    QTest::newRow("18") << u"32.0.15.7283"_s << u"572.83"_s << 18;
    QTest::newRow("19") << u"32.0.15.8180"_s << u"581.80"_s << 19;
    QTest::newRow("17") << u"32.0.15.5306"_s << u"553.06"_s << 17;
    QTest::newRow("16") << u"31.0.15.3818"_s << u"538.18"_s << 16;
    QTest::newRow("leading zero") << u"31.0.15.703"_s << u"507.03"_s << 0;
    QTest::newRow("no release") << u"32.0.15.6094"_s << u"560.94"_s << 0;
    QTest::newRow("short") << u"1.2"_s << QString() << 0;
    QTest::newRow("words") << u"a.b.c.d"_s << QString() << 0;
    QTest::newRow("empty") << QString() << QString() << 0;
}

void tst_analysis_prerequisites::branches()
{
    QFETCH(const QString, version);
    QFETCH(const QString, branch);
    QFETCH(const int, software);
    const auto found = nvidiaBranch(version);
    QCOMPARE(found ? found->text() : QString(), branch);
    QCOMPARE(found ? found->vgpuSoftware.value_or(0) : 0, software);
}

void tst_analysis_prerequisites::processors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tracks"); // -1: cannot be told
    QTest::newRow("Naples") << u"AMD EPYC 7551 32-Core Processor"_s << 0;
    QTest::newRow("Rome") << u"AMD EPYC 7702P 64-Core Processor"_s << 1;
    QTest::newRow("Milan") << u"AMD EPYC 7543 32-Core Processor"_s << 1;
    QTest::newRow("Milan-X") << u"AMD EPYC 7573X 32-Core Processor"_s << 1;
    QTest::newRow("Milan F") << u"AMD EPYC 75F3 32-Core Processor"_s << 1;
    QTest::newRow("Genoa") << u"AMD EPYC 9334 32-Core Processor"_s << 1;
    QTest::newRow("Skylake") << u"Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz"_s << 0;
    QTest::newRow("Ice Lake") << u"Intel(R) Xeon(R) Platinum 8380 CPU @ 2.30GHz"_s << 0;
    QTest::newRow("Sapphire Rapids") << u"Intel(R) Xeon(R) Gold 6426Y"_s << 1;
    QTest::newRow("Emerald Rapids") << u"INTEL(R) XEON(R) PLATINUM 8568Y+"_s
                                    << -1; // case as no known host writes it
    QTest::newRow("Xeon 6") << u"Intel(R) Xeon(R) 6787P"_s << 1;
    QTest::newRow("Broadwell") << u"Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz"_s << 0;
    QTest::newRow("desktop") << u"13th Gen Intel(R) Core(TM) i7-13700"_s << -1;
}

void tst_analysis_prerequisites::processors()
{
    QFETCH(const QString, name);
    QFETCH(const int, tracks);
    const std::optional<bool> found = tracksDmaWrites(name);
    QCOMPARE(found ? static_cast<int>(*found) : -1, tracks);
}

void tst_analysis_prerequisites::guests_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("listed");
    QTest::newRow("server") << u"Windows Server 2022 Datacenter"_s << 1;
    QTest::newRow("2019") << u"Microsoft Windows Server 2019 Standard"_s << 1;
    QTest::newRow("2016") << u"Windows Server 2016 Datacenter"_s << 0;
    QTest::newRow("client") << u"Windows 11 Enterprise multi-session"_s << 1;
    QTest::newRow("old client") << u"Windows 8.1 Pro"_s << 0;
    QTest::newRow("Ubuntu") << u"Ubuntu 22.04.4 LTS"_s << 1;
    QTest::newRow("newer Ubuntu") << u"Ubuntu 24.04.1 LTS"_s << 0;
    QTest::newRow("other") << u"FreeBSD 14"_s << 0;
    QTest::newRow("unknown") << u" "_s << -1;
}

void tst_analysis_prerequisites::guests()
{
    QFETCH(const QString, name);
    QFETCH(const int, listed);
    const std::optional<bool> found = isListedGuest(name);
    QCOMPARE(found ? static_cast<int>(*found) : -1, listed);
}

QTEST_GUILESS_MAIN(tst_analysis_prerequisites)
#include "tst_analysis_prerequisites.moc"
