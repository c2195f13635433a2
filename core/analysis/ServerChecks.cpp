// Checks of the server itself: Windows, role, firmware, processors, policies.
#include "core/analysis/CheckList.h"
#include "core/analysis/DirtyBitTracking.h"
#include "core/model/WindowsBuild.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {

namespace {

using model::HostSnapshot;
using model::Part;

constexpr std::uint32_t server2022 = 20348;
constexpr std::uint32_t azureLocal22H2 = 20349;
constexpr std::uint32_t workstation = 1;
constexpr std::uint32_t azureLocalSku = 406;
/// OperatingSystemSKU of the editions that may cluster GPU partitions (wmi.md 3.5).
constexpr std::array<std::uint32_t, 6> datacenterSkus{8, 12, 80, 145, 407, 408};

void checkRead(const ObservedHost& host, CheckList& list)
{
    if (!host.snapshot) {
        std::vector<Evidence> evidence;
        if (host.error)
            evidence.push_back({u"error"_s, base::describe(*host.error)});
        return list.add(CheckId::ServerRead, CheckResult::Unread, CheckReason::ReadFailed, evidence);
    }
    if (host.error)
        return list.add(CheckId::ServerRead, CheckResult::Warning, CheckReason::ReadOld,
                        {{u"error"_s, base::describe(*host.error)},
                         {u"data of"_s, host.lastSuccess.toUTC().toString(Qt::ISODate)}});
    QStringList parts;
    std::vector<Evidence> evidence;
    for (const model::ReadNote& note : host.snapshot->notes) {
        const QString part = model::name(note.part);
        if (!parts.contains(part))
            parts << part;
        evidence.push_back(
            {note.subject.isEmpty() ? part : part + u' ' + note.subject, base::describe(note.error)});
    }
    if (parts.isEmpty())
        return list.add(CheckId::ServerRead, CheckResult::Pass, CheckReason::Read,
                        {{u"data of"_s, host.snapshot->takenAt.toUTC().toString(Qt::ISODate)}});
    list.add(CheckId::ServerRead, CheckResult::Warning, CheckReason::ReadPartly, std::move(evidence), parts);
}

void checkSystem(const HostSnapshot& host, CheckList& list)
{
    const model::HostFacts& facts = host.host;
    std::vector<Evidence> evidence{{u"Win32_OperatingSystem.Caption"_s, facts.osCaption},
                                   {u"Win32_OperatingSystem.BuildNumber"_s, shown(facts.build)},
                                   {u"Win32_OperatingSystem.ProductType"_s, shown(facts.productType)}};
    if (!facts.build || !facts.productType)
        return list.unread(CheckId::OperatingSystem, std::move(evidence));
    const QStringList build{QString::number(*facts.build)};
    const auto say = [&](CheckResult result, CheckReason reason) {
        list.add(CheckId::OperatingSystem, result, reason, std::move(evidence), build);
    };
    if (*facts.productType == workstation)
        say(CheckResult::Fail, CheckReason::SystemClient);
    else if (facts.operatingSystemSku == azureLocalSku && *facts.build >= azureLocal22H2)
        say(CheckResult::Pass, CheckReason::SystemAzureLocal);
    else if (*facts.build >= model::windowsServer2025Build)
        say(CheckResult::Pass, CheckReason::SystemSupported);
    else if (*facts.build >= server2022)
        say(CheckResult::Warning, CheckReason::SystemBefore2025);
    else
        say(CheckResult::Fail, CheckReason::SystemTooOld);
}

void checkEdition(const HostSnapshot& host, bool inCluster, CheckList& list)
{
    const std::optional<std::uint32_t> sku = host.host.operatingSystemSku;
    std::vector<Evidence> evidence{{u"Win32_OperatingSystem.OperatingSystemSKU"_s, shown(sku)}};
    if (!inCluster)
        return list.add(CheckId::Edition, CheckResult::Pass, CheckReason::EditionStandAlone,
                        std::move(evidence));
    if (!sku)
        return list.unread(CheckId::Edition, std::move(evidence));
    const bool allowed =
        *sku == azureLocalSku || std::ranges::find(datacenterSkus, *sku) != datacenterSkus.end();
    list.add(CheckId::Edition, allowed ? CheckResult::Pass : CheckResult::Fail,
             allowed ? CheckReason::EditionDatacenter : CheckReason::EditionNotClustered, std::move(evidence),
             {QString::number(*sku)});
}

void checkRole(const HostSnapshot& host, CheckList& list)
{
    const bool present = host.host.hyperVRole;
    list.add(CheckId::HyperVRole, present ? CheckResult::Pass : CheckResult::Fail,
             present ? CheckReason::RolePresent : CheckReason::RoleMissing,
             {{u"root\\virtualization\\v2"_s, present ? u"present"_s : u"missing"_s}});
}

void checkVirtualization(const HostSnapshot& host, CheckList& list)
{
    const model::HostPlatform& platform = host.host.platform;
    std::vector<Evidence> evidence;
    if (host.host.hypervisorPresent)
        evidence.push_back(
            {u"Win32_ComputerSystem.HypervisorPresent"_s, shown(*host.host.hypervisorPresent)});
    if (platform.virtualizationFirmware)
        evidence.push_back(
            {u"Win32_Processor.VirtualizationFirmwareEnabled"_s, shown(*platform.virtualizationFirmware)});
    // A running hypervisor hides the feature that it uses, so that only its presence counts then.
    if (host.host.hyperVRole && host.host.hypervisorPresent.value_or(false))
        return list.add(CheckId::Virtualization, CheckResult::Pass, CheckReason::VirtualizationInUse,
                        std::move(evidence));
    if (!platform.virtualizationFirmware)
        return list.unread(CheckId::Virtualization, std::move(evidence));
    if (*platform.virtualizationFirmware)
        return list.add(CheckId::Virtualization, CheckResult::Warning, CheckReason::VirtualizationUnused,
                        std::move(evidence));
    list.add(CheckId::Virtualization, CheckResult::Fail, CheckReason::VirtualizationOffInFirmware,
             std::move(evidence));
}

void checkSrIov(const HostSnapshot& host, CheckList& list)
{
    if (!host.host.hyperVRole)
        return list.notApplicable(CheckId::SrIov, CheckReason::NeedsHyperV);
    const QString source = u"Msvm_VirtualEthernetSwitchManagementCapabilities."_s;
    if (!host.host.iovSupport)
        return list.unread(CheckId::SrIov, {{source + u"IOVSupport"_s, u"-"_s}});
    std::vector<Evidence> evidence{{source + u"IOVSupport"_s, shown(*host.host.iovSupport)}};
    for (const QString& reason : host.host.iovSupportReasons)
        evidence.push_back({source + u"IOVSupportReasons"_s, reason});
    if (*host.host.iovSupport)
        return list.add(CheckId::SrIov, CheckResult::Pass, CheckReason::IovSupported, std::move(evidence));
    const QStringList reasons = host.host.iovSupportReasons;
    list.add(CheckId::SrIov, CheckResult::Fail,
             reasons.isEmpty() ? CheckReason::IovUnsupported : CheckReason::IovReasons, std::move(evidence),
             reasons);
}

void checkIommu(const HostSnapshot& host, CheckList& list)
{
    const std::optional<bool> dma = host.host.platform.dmaProtection;
    const QString source = u"Win32_DeviceGuard.AvailableSecurityProperties contains 3"_s;
    if (!dma)
        return list.add(CheckId::Iommu, CheckResult::Unread,
                        host.couldNotRead(Part::DeviceGuard) ? CheckReason::Unreadable
                                                             : CheckReason::NotReported,
                        {{source, u"-"_s}});
    list.add(CheckId::Iommu, *dma ? CheckResult::Pass : CheckResult::Warning,
             *dma ? CheckReason::DmaProtected : CheckReason::NoDmaProtection, {{source, shown(*dma)}});
}

void checkDmaBitTracking(const HostSnapshot& host, CheckList& list)
{
    const QString name = host.host.platform.processorName;
    std::vector<Evidence> evidence{{u"Win32_Processor.Name"_s, name.isEmpty() ? u"-"_s : name}};
    if (name.isEmpty())
        return list.unread(CheckId::DmaBitTracking, std::move(evidence));
    const std::optional<bool> tracks = tracksDmaWrites(name);
    if (!tracks)
        return list.add(CheckId::DmaBitTracking, CheckResult::Unread, CheckReason::UnknownProcessor,
                        std::move(evidence), {name});
    list.add(CheckId::DmaBitTracking, *tracks ? CheckResult::Pass : CheckResult::Warning,
             *tracks ? CheckReason::TracksDma : CheckReason::NoDmaTracking, std::move(evidence), {name});
}

void checkLiveMigration(const HostSnapshot& host, bool inCluster, CheckList& list)
{
    if (!host.host.hyperVRole)
        return list.notApplicable(CheckId::LiveMigrationEnabled, CheckReason::NeedsHyperV);
    const model::HostPlatform& platform = host.host.platform;
    const QString source = u"Msvm_VirtualSystemMigrationServiceSettingData."_s;
    if (!platform.liveMigrationEnabled)
        return list.unread(CheckId::LiveMigrationEnabled,
                           {{source + u"EnableVirtualSystemMigration"_s, u"-"_s}});
    std::vector<Evidence> evidence{
        {source + u"EnableVirtualSystemMigration"_s, shown(*platform.liveMigrationEnabled)},
        {source + u"MaximumActiveVirtualSystemMigration"_s, shown(platform.maximumLiveMigrations)},
        {source + u"AuthenticationType"_s, shown(platform.migrationAuthentication)}};
    if (*platform.liveMigrationEnabled)
        return list.add(CheckId::LiveMigrationEnabled, CheckResult::Pass, CheckReason::MigrationOn,
                        std::move(evidence));
    list.add(CheckId::LiveMigrationEnabled, inCluster ? CheckResult::Warning : CheckResult::NotApplicable,
             inCluster ? CheckReason::MigrationOffInCluster : CheckReason::MigrationOff, std::move(evidence));
}

void checkPolicies(const HostSnapshot& host, CheckList& list)
{
    const model::HostPlatform& platform = host.host.platform;
    const QString key = u"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV\\"_s;
    if (host.couldNotRead(Part::Policies)) {
        list.unread(CheckId::DevicePolicies, {{key, u"-"_s}});
        return list.unread(CheckId::GpuVirtualizationFlags);
    }
    QStringList relaxed;
    std::vector<Evidence> evidence;
    for (const auto& [name, value] :
         {std::pair(u"RequireSecureDeviceAssignment"_s, platform.requireSecureDeviceAssignment),
          std::pair(u"RequireSupportedDeviceAssignment"_s, platform.requireSupportedDeviceAssignment)}) {
        evidence.push_back({key + name, value ? QString::number(*value) : u"not set"_s});
        if (value == 0U)
            relaxed << name;
    }
    list.add(CheckId::DevicePolicies, relaxed.isEmpty() ? CheckResult::Pass : CheckResult::Warning,
             relaxed.isEmpty() ? CheckReason::PoliciesStrict : CheckReason::PoliciesRelaxed,
             std::move(evidence), relaxed);
    const std::optional<std::uint32_t> flags = platform.gpuVirtualizationFlags;
    const bool set = flags.value_or(0) != 0;
    list.add(CheckId::GpuVirtualizationFlags, set ? CheckResult::Fail : CheckResult::Pass,
             set ? CheckReason::FlagsSet : CheckReason::FlagsUnset,
             {{u"HKLM\\SYSTEM\\CurrentControlSet\\Control\\GraphicsDrivers\\GpuVirtualizationFlags"_s,
               flags ? QString::number(*flags) : u"not set"_s}},
             set ? QStringList{QString::number(*flags)} : QStringList());
}

void checkRemoteFx(const HostSnapshot& host, CheckList& list)
{
    if (!host.host.hyperVRole)
        return list.notApplicable(CheckId::RemoteFx, CheckReason::NeedsHyperV);
    if (host.couldNotRead(Part::RemoteFx) || host.couldNotRead(Part::VirtualMachines))
        return list.unread(CheckId::RemoteFx);
    QStringList machines;
    std::vector<Evidence> evidence;
    for (const model::VirtualMachine& vm : host.vms) {
        if (!vm.remoteFxAdapter)
            continue;
        machines << vm.name;
        evidence.push_back({u"Msvm_Synthetic3DDisplayControllerSettingData"_s, vm.id.text()});
    }
    list.add(CheckId::RemoteFx, machines.isEmpty() ? CheckResult::Pass : CheckResult::Fail,
             machines.isEmpty() ? CheckReason::NoRemoteFx : CheckReason::HasRemoteFx, std::move(evidence),
             machines);
}

} // namespace

void checkServer(const ObservedHost& host, bool inCluster, CheckList& list)
{
    checkRead(host, list);
    if (!host.snapshot)
        return;
    const HostSnapshot& snapshot = *host.snapshot;
    checkSystem(snapshot, list);
    checkEdition(snapshot, inCluster, list);
    checkRole(snapshot, list);
    checkVirtualization(snapshot, list);
    checkSrIov(snapshot, list);
    checkIommu(snapshot, list);
    checkDmaBitTracking(snapshot, list);
    checkLiveMigration(snapshot, inCluster, list);
    checkPolicies(snapshot, list);
    checkRemoteFx(snapshot, list);
}

} // namespace hvgpu::analysis
