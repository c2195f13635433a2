#include "core/analysis/AssignedStatus.h"

#include "core/analysis/SurveyRules.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::analysis {
namespace {

using model::Part;

constexpr std::uint32_t codeNotConnected = 45;
constexpr std::uint32_t sriovNoDriver = 2;

bool holdsDevice(model::PowerState state)
{
    return state != model::PowerState::Off && state != model::PowerState::Saved;
}

SubStatus assignedSubStatus(const model::VirtualMachine* vm)
{
    if (vm == nullptr || vm->state == model::PowerState::Unknown)
        return SubStatus::AssignedToVm;
    return holdsDevice(vm->state) ? SubStatus::AssignedToRunningVm : SubStatus::AssignedToStoppedVm;
}

/// Several stopped VMs may name the same device; the one that has it now comes first.
const model::Assignment* wholeDeviceAssignment(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    const model::Assignment* found = nullptr;
    for (const model::Assignment& assignment : gpu.assignments) {
        if (assignment.kind != model::Assignment::Kind::WholeDevice)
            continue;
        const model::VirtualMachine* vm = host.findVm(assignment.vm);
        if (vm != nullptr && assignedSubStatus(vm) == SubStatus::AssignedToRunningVm)
            return &assignment;
        if (found == nullptr)
            found = &assignment;
    }
    return found;
}

std::vector<Evidence> dismountEvidence(const model::Gpu& gpu)
{
    std::vector<Evidence> evidence;
    if (gpu.pnp)
        evidence.push_back({u"Win32_PnPEntity.DeviceID"_s, gpu.pnp->instanceId});
    if (gpu.dismounted) {
        evidence.push_back({u"Msvm_PciExpress.DeviceInstancePath"_s, gpu.dismounted->instancePath});
        evidence.push_back({u"Msvm_PciExpress.LocationPath"_s, gpu.dismounted->locationPath});
    }
    return evidence;
}

StatusVerdict givenToVm(const model::Gpu& gpu, const model::Assignment& assignment,
                        const model::HostSnapshot& host)
{
    const model::VirtualMachine* vm = host.findVm(assignment.vm);
    std::vector<Evidence> evidence = dismountEvidence(gpu);
    evidence.push_back({u"Msvm_PciExpressSettingData.InstanceID"_s, assignment.adapterId});
    evidence.push_back(
        {u"Msvm_VirtualSystemSettingData.ElementName"_s, vm != nullptr ? vm->name : assignment.vmName});
    const QString state = u"Msvm_ComputerSystem.EnabledState"_s;
    if (vm != nullptr)
        evidence.push_back(
            {state, vm->enabledState ? QString::number(*vm->enabledState) : u"not reported"_s});
    else
        evidence.push_back(unreadable(host, Part::VirtualMachines, state)
                               .value_or(Evidence{state, u"the VM is not in the host's list"_s}));
    return {AssignedStatus::ReadyForDdaAssignment, assignedSubStatus(vm), std::move(evidence)};
}

StatusVerdict notOffered(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    std::vector<Evidence> evidence = dismountEvidence(gpu);
    if (auto failure = unreadable(host, Part::AssignableDevices, u"Msvm_PciExpress"_s)) {
        evidence.push_back(*std::move(failure));
        return {AssignedStatus::Unknown, SubStatus::AssignableListUnreadable, std::move(evidence)};
    }
    evidence.push_back({u"Msvm_PciExpress"_s, u"no instance for this device"_s});
    return {AssignedStatus::Unknown, SubStatus::DismountedNotOffered, std::move(evidence)};
}

/// Row 1: out of the host's hands.
StatusVerdict dismountedVerdict(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    if (const model::Assignment* assignment = wholeDeviceAssignment(gpu, host))
        return givenToVm(gpu, *assignment, host);
    if (!gpu.dismounted)
        return notOffered(gpu, host);
    std::vector<Evidence> evidence = dismountEvidence(gpu);
    const QString settings = u"Msvm_PciExpressSettingData"_s;
    if (auto failure = unreadable(host, Part::DeviceAdapters, settings)) {
        evidence.push_back(*std::move(failure));
        return {AssignedStatus::Unknown, SubStatus::AssignmentsUnreadable, std::move(evidence)};
    }
    evidence.push_back({settings, u"no instance refers to this device"_s});
    return {AssignedStatus::ReadyForDdaAssignment, SubStatus::FreeForDda, std::move(evidence)};
}

bool isOutOfHost(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    if (gpu.pnp)
        return gpu.pnp->isDismounted();
    // Without a PnP node the pool's entry or a VM's claim is all there is.
    return gpu.dismounted || (!gpu.partitioning && wholeDeviceAssignment(gpu, host) != nullptr);
}

/// Why a GPU is paravirtual only, as far as host and device say so.
SubStatus paravirtualCause(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    const bool read = gpu.pnp && gpu.pnp->propertiesRead;
    // The property exists for functions with SR-IOV only: no firmware setting gives it to one without.
    if (read && (!gpu.pnp->sriovSupport || *gpu.pnp->sriovSupport == sriovNoDriver))
        return SubStatus::NoSriovOnGpu;
    if (host.host.iovSupport == false || (read && *gpu.pnp->sriovSupport != 0))
        return SubStatus::SriovOffOnServer;
    return SubStatus::None;
}

void addParavirtualEvidence(const model::Gpu& gpu, const model::HostSnapshot& host,
                            std::vector<Evidence>& evidence)
{
    const QString iov = u"Msvm_VirtualEthernetSwitchManagementCapabilities.IOVSupport"_s;
    if (host.host.iovSupport)
        evidence.push_back({iov, *host.host.iovSupport ? u"true"_s : u"false"_s});
    else
        evidence.push_back(
            unreadable(host, Part::IovSupport, iov).value_or(Evidence{iov, u"not reported"_s}));
    for (const QString& reason : host.host.iovSupportReasons)
        evidence.push_back({iov + u"Reasons"_s, reason});
    const QString sriov = u"Win32_PnPDeviceProperty.DEVPKEY_PciDevice_SriovSupport"_s;
    if (gpu.pnp && gpu.pnp->sriovSupport)
        evidence.push_back({sriov, QString::number(*gpu.pnp->sriovSupport)});
    else
        evidence.push_back(
            {sriov, gpu.pnp && gpu.pnp->propertiesRead ? u"not reported"_s : u"could not be read"_s});
}

/// Rows 2 and 3: the driver offers the GPU for partitioning.
StatusVerdict partitionableVerdict(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    std::vector<Evidence> evidence{{u"Msvm_PartitionableGpu.Name"_s, gpu.partitioning->name}};
    if (gpu.pnp && gpu.pnp->problemCode.value_or(0) != 0)
        evidence.push_back(
            {u"Win32_PnPEntity.ConfigManagerErrorCode"_s, QString::number(*gpu.pnp->problemCode)});
    if (!gpu.partitioning->isParavirtual())
        return {AssignedStatus::Partitioned, SubStatus::SriovPartitioning, std::move(evidence)};
    addParavirtualEvidence(gpu, host, evidence);
    return {AssignedStatus::Paravirtualization, paravirtualCause(gpu, host), std::move(evidence)};
}

/// A missing Hyper-V role is an answer: no GPU of that host is partitionable.
std::optional<Evidence> partitionListFailure(const model::HostSnapshot& host)
{
    const auto note = std::ranges::find_if(host.notes, [](const model::ReadNote& n) {
        return n.part == Part::PartitionableGpus && n.error.code == base::ErrorCode::InvalidNamespace;
    });
    if (note != host.notes.end())
        return std::nullopt;
    return unreadable(host, Part::PartitionableGpus, u"Msvm_PartitionableGpu"_s);
}

StatusVerdict withoutDevice(const model::HostSnapshot& host)
{
    const QString source = u"Win32_PnPEntity"_s;
    if (auto failure = unreadable(host, Part::PnpDevices, source))
        return {AssignedStatus::Unknown, SubStatus::DeviceListUnreadable, {*std::move(failure)}};
    return {AssignedStatus::Unknown, SubStatus::NotPresent, {{source, u"no instance for this device"_s}}};
}

StatusVerdict mountedVerdict(const model::Gpu& gpu, const model::PnpDevice& device,
                             const model::HostSnapshot& host)
{
    std::vector<Evidence> evidence{{u"Win32_PnPEntity.DeviceID"_s, device.instanceId}};
    const auto conclude = [&evidence](StatusVerdict verdict) {
        verdict.evidence.insert(verdict.evidence.begin(), evidence.begin(), evidence.end());
        return verdict;
    };
    if (device.present == false)
        return conclude(
            {AssignedStatus::Unknown, SubStatus::NotPresent, {{u"Win32_PnPEntity.Present"_s, u"false"_s}}});
    if (device.problemCode == codeNotConnected)
        return conclude({AssignedStatus::Unknown,
                         SubStatus::NotPresent,
                         {{u"Win32_PnPEntity.ConfigManagerErrorCode"_s, QString::number(codeNotConnected)}}});
    evidence.push_back({u"Msvm_PartitionableGpu"_s, u"no instance for this device"_s});
    if (device.propertiesRead)
        return conclude(surveyVerdict(gpu, device, host));
    const QString source = u"Win32_PnPEntity.GetDeviceProperties"_s;
    if (device.problemCode)
        evidence.push_back(
            {u"Win32_PnPEntity.ConfigManagerErrorCode"_s, QString::number(*device.problemCode)});
    const auto note = std::ranges::find_if(host.notes, [&device](const model::ReadNote& n) {
        return n.part == Part::DeviceProperties && (n.subject.isEmpty() || n.subject == device.instanceId);
    });
    const QString why = note == host.notes.end() ? QString() : u": "_s + base::describe(note->error);
    StatusVerdict verdict{
        AssignedStatus::Unknown, SubStatus::PropertiesUnreadable, {{source, u"could not be read"_s + why}}};
    if (!host.host.hyperVRole) { // whatever they say, there is nothing to assign it with
        verdict.subStatus = SubStatus::NoHyperVRole;
        verdict.evidence.push_back({u"root\\virtualization\\v2"_s, u"not present"_s});
    }
    return conclude(std::move(verdict));
}

} // namespace

StatusVerdict assignedStatus(const model::Gpu& gpu, const model::HostSnapshot& host)
{
    if (isOutOfHost(gpu, host))
        return dismountedVerdict(gpu, host);
    if (gpu.partitioning)
        return partitionableVerdict(gpu, host);
    if (auto failure = partitionListFailure(host))
        return {AssignedStatus::Unknown, SubStatus::PartitionListUnreadable, {*std::move(failure)}};
    if (!gpu.pnp)
        return withoutDevice(host);
    return mountedVerdict(gpu, *gpu.pnp, host);
}

} // namespace hvgpu::analysis
