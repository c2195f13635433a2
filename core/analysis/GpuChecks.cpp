// Checks of the GPUs of a server: driver, partitions, model, use.
#include "core/analysis/CheckList.h"
#include "core/analysis/DriverBranch.h"
#include "core/analysis/GpuTitle.h"
#include "core/analysis/VmTitle.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::Gpu;
using model::HostSnapshot;
using model::Part;

constexpr std::uint16_t nvidia = 0x10DE;
constexpr std::uint32_t problemNoDriver = 28;
constexpr std::uint32_t problemDisabled = 22;
constexpr int firstVgpuForMigration = 18;

/// A model on Microsoft's list for Windows Server 2025 and Azure Local (wmi.md 7).
struct ListedModel
{
    std::uint16_t deviceId;
    bool partitions;
};

constexpr ListedModel listedModels[] = {
    {0x25B6, true}, // A2, A16
    {0x2235, true}, // A40
    {0x2236, true}, // A10
    {0x27B6, true}, // L2
    {0x27B8, true}, // L4
    {0x26B5, true}, // L40
    {0x26B9, true}, // L40S
    {0x1EB8, false} // T4: as a whole only
};

/// The display output of the board and older PCI devices are not meant for virtual machines at all.
bool isCandidate(const Gpu& gpu, const StatusVerdict& verdict)
{
    if (gpu.partitioning || gpu.dismounted)
        return true;
    return verdict.subStatus != SubStatus::LegacyPciDevice && verdict.subStatus != SubStatus::SwitchPort;
}

void checkDriver(const Gpu& gpu, CheckList& list)
{
    if (gpu.dismounted || (gpu.pnp && gpu.pnp->isDismounted()))
        return list.notApplicable(CheckId::GpuDriver, CheckReason::Dismounted, gpu.id);
    if (!gpu.pnp || !gpu.pnp->problemCode)
        return list.unread(CheckId::GpuDriver, {}, gpu.id);
    const model::PnpDevice& device = *gpu.pnp;
    std::vector<Evidence> evidence{
        {u"Win32_PnPEntity.ConfigManagerErrorCode"_s, QString::number(*device.problemCode)}};
    if (!device.driverVersion.isEmpty())
        evidence.push_back({u"DEVPKEY_Device_DriverVersion"_s, device.driverVersion});
    if (!device.driverProvider.isEmpty())
        evidence.push_back({u"DEVPKEY_Device_DriverProvider"_s, device.driverProvider});
    const auto say = [&](CheckResult result, CheckReason reason, const QStringList& arguments) {
        list.add(CheckId::GpuDriver, result, reason, std::move(evidence), arguments, gpu.id);
    };
    switch (*device.problemCode) {
    case 0:
        return say(CheckResult::Pass, CheckReason::DriverWorks,
                   {device.driverProvider, device.driverVersion});
    case problemNoDriver:
        return say(CheckResult::Fail, CheckReason::DriverMissing, {});
    case problemDisabled:
        return say(CheckResult::Warning, CheckReason::DeviceDisabled, {});
    default:
        return say(CheckResult::Fail, CheckReason::DeviceProblem, {QString::number(*device.problemCode)});
    }
}

void checkPartitionCapable(const Gpu& gpu, const HostSnapshot& host, const StatusVerdict& verdict,
                           CheckList& list)
{
    if (!host.host.hyperVRole)
        return list.notApplicable(CheckId::PartitionCapable, CheckReason::NeedsHyperV, gpu.id);
    if (gpu.dismounted)
        return list.notApplicable(CheckId::PartitionCapable, CheckReason::Dismounted, gpu.id);
    if (!gpu.partitioning && host.couldNotRead(Part::PartitionableGpus))
        return list.unread(CheckId::PartitionCapable, verdict.evidence, gpu.id);
    if (!gpu.partitioning)
        return list.add(CheckId::PartitionCapable, CheckResult::Warning, CheckReason::NoPartitionDriver,
                        verdict.evidence, {}, gpu.id);
    if (gpu.partitioning->isParavirtual())
        return list.add(CheckId::PartitionCapable, CheckResult::Fail, CheckReason::Paravirtual,
                        verdict.evidence, {}, gpu.id);
    list.add(CheckId::PartitionCapable, CheckResult::Pass, CheckReason::CanPartition, verdict.evidence,
             {shown(gpu.partitioning->partitionCount)}, gpu.id);
}

void checkVgpuSoftware(const Gpu& gpu, CheckList& list)
{
    if (!gpu.partitioning || gpu.partitioning->isParavirtual())
        return list.notApplicable(CheckId::VgpuSoftware, CheckReason::NotPartitioning, gpu.id);
    if (gpu.vendorId && *gpu.vendorId != nvidia)
        return list.notApplicable(CheckId::VgpuSoftware, CheckReason::OtherVendor, gpu.id);
    const QString version = gpu.pnp ? gpu.pnp->driverVersion : QString();
    std::vector<Evidence> evidence{{u"DEVPKEY_Device_DriverVersion"_s, version.isEmpty() ? u"-"_s : version}};
    const std::optional<DriverBranch> branch = nvidiaBranch(version);
    if (!branch)
        return list.add(CheckId::VgpuSoftware, CheckResult::Unread,
                        version.isEmpty() ? CheckReason::Unreadable : CheckReason::VgpuUnknown,
                        std::move(evidence), {version}, gpu.id);
    constexpr int firstMajor = 570; // of vGPU software 18
    const bool recent = branch->major >= firstMajor;
    const QString software = branch->vgpuSoftware
                                 ? QString::number(*branch->vgpuSoftware)
                                 : (recent ? QString::number(firstVgpuForMigration) + u'+' : u"?"_s);
    list.add(CheckId::VgpuSoftware, recent ? CheckResult::Pass : CheckResult::Warning,
             recent ? CheckReason::VgpuRecent : CheckReason::VgpuTooOld, std::move(evidence),
             {branch->text(), software}, gpu.id);
}

void checkModel(const Gpu& gpu, CheckList& list)
{
    if (!gpu.vendorId || !gpu.deviceId)
        return list.unread(CheckId::SupportedModel, {}, gpu.id);
    const QString id = u"%1:%2"_s.arg(*gpu.vendorId, 4, 16, QLatin1Char('0'))
                           .arg(*gpu.deviceId, 4, 16, QLatin1Char('0'))
                           .toUpper();
    std::vector<Evidence> evidence{{u"Win32_PnPEntity.HardwareID"_s, id}};
    const auto* listed = std::ranges::find_if(listedModels, [&gpu](const ListedModel& model) {
        return *gpu.vendorId == nvidia && model.deviceId == *gpu.deviceId;
    });
    if (listed == std::end(listedModels))
        return list.add(CheckId::SupportedModel, CheckResult::Warning, CheckReason::ModelNotListed,
                        std::move(evidence), {gpu.name}, gpu.id);
    const bool whole = gpu.dismounted.has_value();
    if (listed->partitions || whole)
        return list.add(CheckId::SupportedModel, CheckResult::Pass, CheckReason::ModelListed,
                        std::move(evidence), {gpu.name}, gpu.id);
    list.add(CheckId::SupportedModel, CheckResult::Warning, CheckReason::ModelDdaOnly, std::move(evidence),
             {gpu.name}, gpu.id);
}

void checkOneUse(const Gpu& gpu, const HostSnapshot& host, CheckList& list)
{
    if (host.couldNotRead(Part::PartitionAdapters) || host.couldNotRead(Part::AssignableDevices))
        return list.unread(CheckId::OneUse, {}, gpu.id);
    const bool whole = gpu.dismounted.has_value() ||
                       std::ranges::any_of(gpu.assignments, [](const model::Assignment& assignment) {
                           return assignment.kind == model::Assignment::Kind::WholeDevice;
                       });
    QStringList machines;
    for (const model::Assignment& assignment : gpu.assignments) {
        if (assignment.kind == model::Assignment::Kind::Partition)
            machines << vmName(assignment);
    }
    std::vector<Evidence> evidence{{u"Msvm_PciExpress"_s, whole ? u"listed"_s : u"not listed"_s},
                                   {u"Msvm_GpuPartitionSettingData"_s, QString::number(machines.size())}};
    const bool both = whole && !machines.isEmpty();
    list.add(CheckId::OneUse, both ? CheckResult::Fail : CheckResult::Pass,
             both ? CheckReason::UsedBothWays : CheckReason::UsedOneWay, std::move(evidence),
             both ? machines : QStringList(), gpu.id);
}

} // namespace

void checkGpus(const HostSnapshot& host, CheckList& list)
{
    if (host.couldNotRead(Part::PnpDevices))
        return list.unread(CheckId::GpuPresent);
    int candidates = 0;
    CheckList each;
    for (const Gpu& gpu : host.gpus) {
        const StatusVerdict verdict = assignedStatus(gpu, host);
        if (!isCandidate(gpu, verdict)) {
            each.notApplicable(CheckId::PartitionCapable, CheckReason::NotCandidate, gpu.id);
            continue;
        }
        ++candidates;
        checkDriver(gpu, each);
        checkPartitionCapable(gpu, host, verdict, each);
        checkVgpuSoftware(gpu, each);
        checkModel(gpu, each);
        checkOneUse(gpu, host, each);
    }
    const QString found = QString::number(candidates);
    list.add(CheckId::GpuPresent, candidates > 0 ? CheckResult::Pass : CheckResult::NotApplicable,
             candidates > 0 ? CheckReason::GpusFound : CheckReason::NoGpuFound,
             {{u"Win32_PnPEntity"_s, found}}, {found});
    for (Check& check : each.take()) {
        if (const Gpu* gpu = host.findGpu(check.gpu))
            check.gpuName = gpuTitle(host, *gpu);
        list.add(std::move(check));
    }
}

} // namespace hvgpu::analysis
