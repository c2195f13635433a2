#include "tests/core/analysis/HealthBench.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace hvgpu::analysis;
using model::Part;
using tests::HealthBench;

namespace {

struct Case
{
    const char* name;
    DiagnosisCode code;
    DiagnosisSeverity severity;
    void (*spoil)(HealthBench&);
};

constexpr auto E = DiagnosisSeverity::Error;
constexpr auto W = DiagnosisSeverity::Warning;
constexpr auto N = DiagnosisSeverity::Note;
using C = DiagnosisCode;
using B = HealthBench;

model::Assignment stale(const QString& path)
{
    model::Assignment assignment = tests::partitionOf(u"VM-1"_s, std::nullopt);
    assignment.deviceInstancePath = path;
    return assignment;
}

const QString movedPath =
    u"\\\\?\\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#4&dead&0&0010#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;
const QString gonePath =
    u"\\\\?\\PCI#VEN_10DE&DEV_2236&SUBSYS_148210DE&REV_A1#4&dead&0&0010#{064092b3-625e-43bf-9eb5-dc845897dd59}"_s;

const QDateTime startedAt = QDateTime::fromString(u"2025-05-01T04:00:00.500Z"_s, Qt::ISODateWithMs);

const Case table[] = {
    {"moved", C::GpuMoved, E, [](B& b) { b.first().unplacedAssignments.push_back(stale(movedPath)); }},
    {"gone", C::GpuGone, E, [](B& b) { b.first().unplacedAssignments.push_back(stale(gonePath)); }},
    {"owner", C::OwnerGone, W,
     [](B& b) { b.gpu().assignments.push_back(tests::partitionOf(u"DELETED"_s, std::uint16_t{3})); }},
    {"overcommitted", C::OverCommitted, E,
     [](B& b) {
         b.gpu().partitioning->partitionCount = std::uint16_t{1};
         b.gpu().assignments.push_back(tests::partitionOf(u"VM-1"_s, std::nullopt));
     }},
    {"automatic", C::AutomaticBeyond, W,
     [](B& b) {
         b.gpu().partitioning->partitionCount = std::uint16_t{4};
         for (int i = 0; i < 5; ++i) {
             b.first().unplacedAssignments.push_back(tests::partitionOf(u"VM-1"_s, std::nullopt));
             b.first().unplacedAssignments.back().automatic = true;
         }
     }},
    {"saved", C::SavedWithGpu, W, [](B& b) { b.machineOnFirst().state = model::PowerState::Saved; }},
    {"RemoteFX", C::RemoteFxAdapter, W, [](B& b) { b.machineOnFirst().remoteFxAdapter = true; }},
    {"forgotten", C::ForgottenDevice, N, [](B& b) { b.second().gpus.front() = tests::dismountedGpu(); }},
    {"disabled", C::DisabledDevice, W, [](B& b) { b.gpu().pnp->problemCode = 22U; }},
    {"no driver", C::DeviceFailed, W, [](B& b) { b.gpu().pnp->problemCode = 28U; }},
    {"code 43", C::DeviceFailed, E, [](B& b) { b.gpu().pnp->problemCode = 43U; }},
    {"placeholder", C::PlaceholderVram, N,
     [](B& b) { b.gpu().partitioning = tests::paravirtualPartitioning(); }},
    {"offline action", C::OfflineActionSave, E, [](B& b) { b.machineOnFirst().offlineAction = 1U; }},
    {"stop action", C::StopActionSave, W,
     [](B& b) { b.machineOnFirst().automaticShutdownAction = std::uint16_t{3}; }},
    {"stop action of a device", C::StopActionNotOff, E,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().automaticShutdownAction = std::uint16_t{3}; }},
    {"memory", C::DynamicMemory, E, [](B& b) { b.machineOnFirst().dynamicMemory = true; }},
    {"memory of a device", C::DynamicMemory, E,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().dynamicMemory = true; }},
    {"checkpoints", C::CheckpointsOn, W,
     [](B& b) { b.machineOnFirst().userSnapshotType = std::uint16_t{5}; }},
    {"write combining", C::NoWriteCombining, W,
     [](B& b) { b.giveWholeDevice(), b.machineOnFirst().guestControlledCacheTypes = false; }},
    {"MMIO", C::DefaultMmio, W,
     [](B& b) {
         b.giveWholeDevice(), b.machineOnFirst().lowMmioGapMb = 128U, b.machineOnFirst().highMmioGapMb = 512U;
     }},
    {"MMIO too small", C::MmioShort, W,
     [](B& b) {
         b.giveWholeDevice(), b.machineOnFirst().highMmioGapMb = 1024U;
         constexpr std::uint64_t start = 0x380000000000;
         constexpr std::uint64_t size = 16ULL << 30U;
         b.gpu().memory = model::DeviceMemory{{{start, start + size - 1}}, true};
     }},
    {"forgotten function", C::ForgottenDevice, N,
     [](B& b) {
         model::CompanionFunction audio;
         audio.id = model::GpuId(u"VEN_AUDIO\\1"_s);
         audio.name = u"HDMI audio"_s;
         audio.dismounted = true;
         b.gpu().companions.push_back(audio);
     }},
    {"owner of a whole device", C::OwnerGone, W,
     [](B& b) {
         b.second().gpus.front() = tests::dismountedGpu();
         b.second().gpus.front().assignments.push_back(tests::wholeDeviceOf(u"DELETED"_s));
         b.second().gpus.front().assignments.front().adapterId.clear();
     }},
    {"memory leak", C::GuestMemoryLeak, W,
     [](B& b) {
         b.gpu().partitioning = tests::paravirtualPartitioning();
         b.gpu().assignments.push_back(tests::partitionOf(u"VM-2"_s, std::uint16_t{1}));
         b.first().host.platform.updateRevision = 4945U;
     }},
    {"pool missing", C::PoolMissing, W,
     [](B& b) {
         b.first().pools = {{u"p"_s, u"GPUs"_s, {}}};
     }},
    {"pool names", C::PoolNamesAlike, W,
     [](B& b) {
         b.first().pools = {{u"p"_s, u"GPUs"_s, {}}};
         b.second().pools = {{u"p"_s, u"gpus "_s, {}}};
     }},
    {"pool with a disk", C::PoolForeignDevice, W,
     [](B& b) {
         b.first().pools = {{u"p"_s, u"GPUs"_s, {u"PCIP\\VEN_144D&DEV_A820\\1"_s}}};
         b.second().pools = {{u"p"_s, u"GPUs"_s, {}}};
     }},
    {"counts", C::CountsDiffer, W,
     [](B& b) { b.second().gpus.front().partitioning->partitionCount = std::uint16_t{4}; }},
    {"drivers", C::DriversDiffer, W,
     [](B& b) { b.second().gpus.front().pnp->driverVersion = u"31.0.15.3818"_s; }},
    {"unreachable node", C::NodeUnreachable, E, [](B& b) { b.lose(1); }},
    {"node down", C::NodeDown, E, [](B& b) { b.observed(1).nodeState = model::NodeState::Down; }},
    {"paused", C::NodePaused, W, [](B& b) { b.observed(1).nodeState = model::NodeState::Paused; }},
    {"draining", C::NodeDraining, N, [](B& b) { b.first().cluster->nodes[1].draining = true; }},
    {"quarantined", C::NodeQuarantined, E, [](B& b) { b.first().cluster->nodes[1].quarantined = true; }},
    {"isolated", C::NodeQuarantined, E, [](B& b) { b.first().cluster->nodes[1].isolated = true; }},
    {"unreachable server", C::ServerUnreachable, E, [](B& b) { b.standAlone(), b.lose(0); }},
    {"listed twice", C::ListedTwice, W,
     [](B& b) {
         b.first().host.lastBoot = startedAt;
         b.second().host = b.first().host;
     }},
    {"failover", C::FailoverShort, W, [](B& b) { b.observed(1).nodeState = model::NodeState::Paused; }},
    {"policy", C::PolicyWeakened, W,
     [](B& b) { b.first().host.platform.requireSupportedDeviceAssignment = 0U; }},
    {"flags", C::ForcedParavirtual, W, [](B& b) { b.first().host.platform.gpuVirtualizationFlags = 1U; }},
    {"interrupted", C::ChangeInterrupted, E,
     [](B& b) {
         b.fleet.interrupted.push_back({u"plan-1"_s, {}, {b.observed(0).id}});
     }},
};

} // namespace

Q_DECLARE_METATYPE(Case)

class tst_analysis_doctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyFleetHasNoFindings();
    void oneNameIsNotOneComputer();
    void cases_data();
    void cases();
    void everyCodeOccurs();
    void idsAreStableAndDifferent();
    void unreadIsNotWrong_data();
    void unreadIsNotWrong();
    void worstComesFirst();
    void movedNamesTheCandidate();
    void notFound_data();
    void notFound();
    void poolsNameTheNodesWithout();
};

void tst_analysis_doctor::healthyFleetHasNoFindings()
{
    HealthBench bench;
    const auto found = diagnose(bench.observe());
    QVERIFY2(found.empty(), found.empty() ? "" : name(found[0].code).data());
}

// Many computers have the same name, and many were started by the same update.
void tst_analysis_doctor::oneNameIsNotOneComputer()
{
    HealthBench bench;
    const auto isListedTwice = [&bench] {
        const auto all = diagnose(bench.observe());
        return std::ranges::find(all, C::ListedTwice, &Diagnosis::code) != all.end();
    };
    bench.first().host.lastBoot = startedAt;
    bench.second().host.computerName = u"n1"_s;
    bench.second().host.lastBoot = bench.first().host.lastBoot.addMSecs(1);
    QVERIFY(!isListedTwice());
    bench.second().host.lastBoot = bench.first().host.lastBoot;
    QVERIFY(isListedTwice());
    const auto other = [&bench] {
        const auto all = diagnose(bench.observe());
        return std::ranges::find(all, C::ListedTwice, &Diagnosis::code)->arguments.value(0);
    };
    QCOMPARE(other(), u"N1"_s);
    bench.observed(1).name = u"n1"_s; // both were added by an address and are called as they call themselves
    QCOMPARE(other(), u"c/n1"_s);
    bench.observed(1).name = u"N2"_s;
    bench.second().host.computerName = u"n2"_s;
    QVERIFY(!isListedTwice());
    for (model::HostSnapshot& host : bench.hosts) {
        host.host.computerName = u"n1"_s;
        host.host.lastBoot = {}; // not read: nothing is proved
    }
    QVERIFY(!isListedTwice());
}

void tst_analysis_doctor::cases_data()
{
    QTest::addColumn<Case>("test");
    for (const Case& each : table)
        QTest::newRow(each.name) << each;
}

void tst_analysis_doctor::cases()
{
    QFETCH(const Case, test);
    HealthBench bench;
    test.spoil(bench);
    const auto all = diagnose(bench.observe());
    const auto found = std::ranges::find(all, test.code, &Diagnosis::code);
    QVERIFY(found != all.end());
    QCOMPARE(static_cast<int>(found->severity), static_cast<int>(test.severity));
    QVERIFY(!found->place.isEmpty());
    QVERIFY(!found->evidence.empty());
    QCOMPARE(std::ranges::count(all, test.code, &Diagnosis::code), 1);
}

void tst_analysis_doctor::everyCodeOccurs()
{
    std::set<DiagnosisCode> seen;
    std::set<QLatin1String> names;
    for (const Case& each : table)
        seen.insert(each.code);
    for (int i = 0; i <= static_cast<int>(C::ChangeInterrupted); ++i) {
        QVERIFY2(seen.contains(static_cast<C>(i)), name(static_cast<C>(i)).data());
        names.insert(name(static_cast<C>(i)));
    }
    QCOMPARE(names.size(), seen.size());
}

void tst_analysis_doctor::idsAreStableAndDifferent()
{
    std::set<QString> ids;
    const auto spoiled = [] {
        HealthBench bench;
        bench.machineOnFirst().offlineAction = 1U;
        bench.machineOnFirst().dynamicMemory = true;
        model::VirtualMachine other = bench.machineOnFirst();
        other.id = model::VmId(u"VM-2"_s);
        bench.first().vms.push_back(other);
        bench.second().host.platform.gpuVirtualizationFlags = 1U;
        bench.first().host.platform.gpuVirtualizationFlags = 1U;
        return diagnose(bench.observe());
    };
    const auto first = spoiled();
    const auto again = spoiled();
    QCOMPARE(first.size(), 6U);
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].id(), again[i].id());
        QCOMPARE(first[i].id().size(), 8);
        ids.insert(first[i].id());
    }
    QCOMPARE(ids.size(), first.size());
}

void tst_analysis_doctor::unreadIsNotWrong_data()
{
    QTest::addColumn<Part>("part");
    for (const Part part : {Part::PnpDevices, Part::PartitionableGpus, Part::AssignableDevices})
        QTest::newRow(model::name(part).data()) << part;
}

void tst_analysis_doctor::unreadIsNotWrong()
{
    QFETCH(const Part, part);
    HealthBench bench;
    bench.first().unplacedAssignments.push_back(stale(gonePath));
    bench.first().notes.push_back(tests::unreadNote(part));
    const auto all = diagnose(bench.observe());
    QVERIFY(std::ranges::find(all, C::GpuGone, &Diagnosis::code) == all.end());
}

void tst_analysis_doctor::worstComesFirst()
{
    HealthBench bench;
    bench.gpu().partitioning = tests::paravirtualPartitioning();
    bench.machineOnFirst().offlineAction = 1U;
    bench.machineOnFirst().userSnapshotType = std::uint16_t{3};
    const auto all = diagnose(bench.observe());
    QVERIFY(all.size() >= 3);
    QCOMPARE(all.front().severity, E);
    QCOMPARE(all.back().severity, N);
}

void tst_analysis_doctor::movedNamesTheCandidate()
{
    HealthBench bench;
    bench.first().unplacedAssignments.push_back(stale(movedPath));
    const auto all = diagnose(bench.observe());
    const auto found = std::ranges::find(all, C::GpuMoved, &Diagnosis::code);
    QVERIFY(found != all.end());
    QCOMPARE(found->arguments, QStringList{u"NVIDIA A2"_s});
    QCOMPARE(found->adapterId, u"Microsoft:VM-1"_s);
}

/// What looks like something wrong and is not, or cannot be known.
void tst_analysis_doctor::notFound_data()
{
    QTest::addColumn<Case>("test");
    const auto add = [](const Case& each) { QTest::newRow(each.name) << each; };
    add({"in a pool and free", C::ForgottenDevice, N, [](B& b) {
             b.second().gpus.front() = tests::dismountedGpu();
             b.second().pools = {{u"p"_s, u"P"_s, {b.second().gpus.front().pnp->instanceId}}};
         }});
    add({"pools could not be read", C::ForgottenDevice, N, [](B& b) {
             b.second().gpus.front() = tests::dismountedGpu();
             b.second().notes.push_back(tests::unreadNote(Part::ResourcePools));
         }});
    add({"one pool could not be read", C::ForgottenDevice, N, [](B& b) {
             b.second().gpus.front() = tests::dismountedGpu();
             b.second().notes.push_back(tests::unreadNote(Part::ResourcePools, u"P"_s));
         }});
    add({"pools of the other node could not be read", C::PoolMissing, W, [](B& b) {
             b.first().pools = {{u"p"_s, u"P"_s, {}}};
             b.second().notes.push_back(tests::unreadNote(Part::ResourcePools));
         }});
    add({"the other node cannot have pools", C::PoolMissing, W, [](B& b) {
             b.first().pools = {{u"p"_s, u"P"_s, {}}};
             b.second().host.build = 20348U;
         }});
    add({"the same pool everywhere", C::PoolMissing, W, [](B& b) {
             b.first().pools = b.second().pools = {{u"p"_s, u"P"_s, {}}};
         }});
    add({"GPUs could not be read", C::PoolForeignDevice, W, [](B& b) {
             b.first().pools = {{u"p"_s, u"P"_s, {u"PCIP\\VEN_1\\1"_s}}};
             b.first().notes.push_back(tests::unreadNote(Part::PnpDevices));
         }});
    const auto paravirtual = [](B& b, std::uint32_t revision, bool two) {
        b.gpu().partitioning = tests::paravirtualPartitioning();
        if (two)
            b.gpu().assignments.push_back(tests::partitionOf(u"VM-2"_s, std::uint16_t{1}));
        b.first().host.platform.updateRevision = revision;
    };
    static const auto spoil = paravirtual;
    add({"updated", C::GuestMemoryLeak, W, [](B& b) { spoil(b, 4946, true); }});
    add({"one machine only", C::GuestMemoryLeak, W, [](B& b) { spoil(b, 1, false); }});
    add({"updates not known", C::GuestMemoryLeak, W, [](B& b) {
             spoil(b, 1, true);
             b.first().host.platform.updateRevision.reset();
         }});
    add({"ranges not known", C::MmioShort, W, [](B& b) {
             b.giveWholeDevice();
             b.gpu().memory.reset();
             b.machineOnFirst().highMmioGapMb = 1024U;
         }});
}

void tst_analysis_doctor::notFound()
{
    QFETCH(const Case, test);
    HealthBench bench;
    test.spoil(bench);
    const auto all = diagnose(bench.observe());
    QVERIFY(std::ranges::find(all, test.code, &Diagnosis::code) == all.end());
}

void tst_analysis_doctor::poolsNameTheNodesWithout()
{
    HealthBench bench;
    bench.first().pools = {{u"p"_s, u"GPUs"_s, {}}, {u"q"_s, u"Render"_s, {}}};
    const auto all = diagnose(bench.observe());
    std::set<QString> ids;
    for (const Diagnosis& each : all) {
        if (each.code != C::PoolMissing)
            continue;
        QCOMPARE(each.arguments, QStringList{u"N2"_s});
        QVERIFY(each.pool == u"GPUs"_s || each.pool == u"Render"_s);
        QVERIFY(each.host.isEmpty()); // of the cluster
        ids.insert(each.id());
    }
    QCOMPARE(ids.size(), 2U);
}

QTEST_GUILESS_MAIN(tst_analysis_doctor)
#include "tst_analysis_doctor.moc"
