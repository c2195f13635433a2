#include "core/operations/Devices.h"

#include "core/analysis/AssignedStatus.h"
#include "core/analysis/ForgottenDevices.h"
#include "core/analysis/GpuTitle.h"
#include "core/analysis/VmTitle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

using model::Assignment;
using model::DeviceMount;

DeviceMount mountOf(const std::optional<std::uint32_t>& problemCode, bool dismounted)
{
    constexpr std::uint32_t disabled = 22;
    if (dismounted)
        return DeviceMount::Dismounted;
    return problemCode == disabled ? DeviceMount::Disabled : DeviceMount::Enabled;
}

DeviceFacts factsOf(const model::Gpu& gpu)
{
    DeviceFacts facts{gpu.id, gpu.name, gpu.locationPath, DeviceMount::Absent, &gpu.assignments, &gpu, false};
    const bool dismounted = gpu.dismounted.has_value() || (gpu.pnp && gpu.pnp->isDismounted());
    if (dismounted || (gpu.pnp && gpu.pnp->present.value_or(true)))
        facts.mount = mountOf(gpu.pnp ? gpu.pnp->problemCode : std::nullopt, dismounted);
    return facts;
}

DeviceFacts factsOf(const model::Gpu& card, const model::CompanionFunction& companion)
{
    return {companion.id,
            companion.name,
            companion.locationPath,
            mountOf(companion.problemCode, companion.dismounted),
            &companion.assignments,
            &card,
            true};
}

QString nameOf(const Assignment& assignment)
{
    return analysis::vmName(assignment);
}

bool showsConsole(const model::Gpu& gpu)
{
    constexpr std::uint32_t vga = 0x0300;
    const bool isVga =
        std::any_of(gpu.pnp->compatibleIds.begin(), gpu.pnp->compatibleIds.end(), [](const QString& id) {
            return id.contains(u"CC_%1"_s.arg(vga, 4, 16, QLatin1Char('0')), Qt::CaseInsensitive);
        });
    constexpr std::uint32_t disabled = 22;
    return isVga && !gpu.pnp->isDismounted() && gpu.pnp->present.value_or(true) &&
           gpu.pnp->problemCode != disabled;
}

/// Notes what the device survey says of it; the words are made from the same verdict again.
void addVerdict(PlanBuilder& builder, const fleet::HostRecord& record, const model::Gpu& gpu, bool& blocked)
{
    using analysis::SubStatus;
    const analysis::StatusVerdict verdict = analysis::assignedStatus(gpu, *record.snapshot);
    const bool known = verdict.status != analysis::AssignedStatus::Unknown;
    // A GPU-P driver, a missing one or a disabled device tells nothing about assigning it.
    const bool refused = verdict.status == analysis::AssignedStatus::NotAssignable ||
                         verdict.subStatus == SubStatus::FirmwareKeepsControl;
    if (refused) {
        builder.add(FindingCode::DeviceNotAssignable, Severity::Blocking, record.id, gpu.id);
        blocked = true;
    } else if (!known || verdict.subStatus == SubStatus::HostWithoutIov) {
        builder.add(FindingCode::DeviceUncertain, Severity::Warning, record.id, gpu.id);
    }
}

} // namespace

const Assignment* DeviceFacts::adapterOf(const model::VmId& vm) const
{
    const auto found = std::find_if(assignments->begin(), assignments->end(), [&vm](const Assignment& each) {
        return each.kind == Assignment::Kind::WholeDevice && each.vm == vm;
    });
    return found == assignments->end() ? nullptr : &*found;
}

QStringList DeviceFacts::holders(Assignment::Kind kind) const
{
    QStringList names;
    for (const Assignment& assignment : *assignments) {
        if (assignment.kind == kind)
            names << nameOf(assignment);
    }
    return names;
}

QStringList DeviceFacts::owners(const model::HostSnapshot& host) const
{
    QStringList names;
    for (const Assignment& assignment : *assignments) {
        if (assignment.kind == Assignment::Kind::WholeDevice && !analysis::isLeftBehind(assignment, host))
            names << nameOf(assignment);
    }
    return names;
}

QStringList DeviceFacts::ownersGone(const model::HostSnapshot& host) const
{
    QStringList ids;
    for (const Assignment& assignment : *assignments) {
        if (analysis::isLeftBehind(assignment, host))
            ids << assignment.vm.text();
    }
    return ids;
}

DeviceExpectation DeviceFacts::expectation(const model::VmId& vm) const
{
    const Assignment* adapter = adapterOf(vm);
    return {id, name, locationPath, mount, adapter == nullptr ? QString() : adapter->adapterId};
}

std::optional<DeviceFacts> findDevice(const model::HostSnapshot& host, const model::GpuId& id)
{
    for (const model::Gpu& gpu : host.gpus) {
        for (const DeviceFacts& device : devicesOfCard(gpu)) {
            if (device.id == id) {
                DeviceFacts found = device;
                if (!found.isCompanion)
                    found.name = analysis::gpuTitle(host, gpu);
                return found;
            }
        }
    }
    return std::nullopt;
}

std::vector<DeviceFacts> devicesOfCard(const model::Gpu& gpu)
{
    std::vector<DeviceFacts> devices{factsOf(gpu)};
    for (const model::CompanionFunction& companion : gpu.companions)
        devices.push_back(factsOf(gpu, companion));
    return devices;
}

Step deviceStep(StepKind kind, const DeviceFacts& device)
{
    Step step;
    step.kind = kind;
    step.device = device.id;
    step.deviceName = device.name;
    step.locationPath = device.locationPath;
    return step;
}

std::vector<Step> dismountSteps(const DeviceFacts& device, const DismountRequirements& requirements)
{
    std::vector<Step> steps;
    if (device.mount == DeviceMount::Enabled)
        steps.push_back(deviceStep(StepKind::DisableDevice, device));
    if (device.mount != DeviceMount::Dismounted) {
        steps.push_back(deviceStep(StepKind::DismountDevice, device));
        steps.back().requirements = requirements;
    }
    steps.push_back(deviceStep(StepKind::VerifyAssignable, device));
    return steps;
}

std::vector<Step> mountSteps(const DeviceFacts& device)
{
    return {deviceStep(StepKind::MountDevice, device), deviceStep(StepKind::EnableDevice, device)};
}

bool checkDismount(PlanBuilder& builder, const fleet::HostRecord& record, const DeviceFacts& device)
{
    bool blocked = false;
    const auto block = [&](FindingCode code, QStringList arguments) {
        builder.add(code, Severity::Blocking, record.id, device.id, {}, std::move(arguments));
        blocked = true;
    };
    if (device.mount == DeviceMount::Absent)
        block(FindingCode::DeviceNotFound, {device.name});
    constexpr std::uint32_t workstation = 1;
    if (record.snapshot->host.productType == workstation)
        block(FindingCode::ClientWindows, {});
    if (const QStringList names = device.holders(Assignment::Kind::Partition); !names.isEmpty())
        block(FindingCode::DevicePartitionsInUse, names);
    if (!device.isCompanion && device.mount != DeviceMount::Dismounted && !blocked)
        addVerdict(builder, record, *device.card, blocked);
    return !blocked;
}

void warnOfCards(PlanBuilder& builder, const fleet::HostRecord& record,
                 const std::vector<DeviceFacts>& chosen)
{
    const auto isChosen = [&chosen](const model::GpuId& id) {
        return std::any_of(chosen.begin(), chosen.end(),
                           [&id](const DeviceFacts& device) { return device.id == id; });
    };
    bool takesConsole = false;
    bool keepsConsole = false;
    for (const model::Gpu& gpu : record.snapshot->gpus) {
        const bool console = gpu.pnp && showsConsole(gpu);
        takesConsole = takesConsole || (console && isChosen(gpu.id));
        keepsConsole = keepsConsole || (console && !isChosen(gpu.id));
        if (!isChosen(gpu.id))
            continue;
        QStringList left;
        for (const model::CompanionFunction& companion : gpu.companions) {
            if (!isChosen(companion.id) && !companion.dismounted)
                left << companion.name;
        }
        if (!left.isEmpty())
            builder.add(FindingCode::CompanionLeftOut, Severity::Warning, record.id, gpu.id, {}, left);
    }
    if (takesConsole && !keepsConsole)
        builder.add(FindingCode::LastDisplayAdapter, Severity::Warning, record.id);
}

void warnOfForce(PlanBuilder& builder, const model::HostId& host, const DismountRequirements& requirements)
{
    QStringList off;
    if (!requirements.acs)
        off << u"acs"_s;
    if (!requirements.mitigations)
        off << u"mitigations"_s;
    if (!off.isEmpty())
        builder.add(FindingCode::DismountForced, Severity::Warning, host, {}, {}, off);
}

} // namespace hvgpu::operations
