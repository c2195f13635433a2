#include "core/simulation/host/Embedded.h"
#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/PnpDevice.h"

// Msvm_AssignableDeviceService: taking PCI devices from the host and giving them back
// (wmi.md 2.14, 6.6, 6.7).
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint16_t mountJob = 260;
constexpr std::chrono::milliseconds mountDuration{900};
constexpr std::chrono::milliseconds listingLag{300};
const QString dismountCaption = u"Dismounting Assignable Device"_s;
const QString mountCaption = u"Mounting Assignable Device"_s;

/// Either path is enough; when both are given they must mean the same device.
std::optional<std::size_t> findByPaths(const Host& host, const QString& instancePath,
                                       const QString& locationPath)
{
    const auto byInstance = instancePath.isEmpty() ? std::nullopt : findDevice(host, instancePath);
    const auto byLocation = locationPath.isEmpty() ? std::nullopt : findDeviceAt(host, locationPath);
    if (!instancePath.isEmpty() && !locationPath.isEmpty() && byInstance != byLocation)
        return std::nullopt;
    return byInstance ? byInstance : byLocation;
}

bool wants(const EmbeddedSettings& settings, const QString& name)
{
    const auto found = settings.values.find(name);
    return found == settings.values.end() || found->second.toBool().value_or(true);
}

bool isUsed(const World& world, std::size_t host, std::size_t device)
{
    for (const auto& vm : world.vms()) {
        for (const PartitionAdapter& adapter : vm->partitions) {
            if (vm->host == host && adapter.running && adapter.running->device == device)
                return true;
        }
        for (const DeviceAssignment& assignment : vm->devices) {
            if (vm->host == host && assignment.runningDevice == device)
                return true;
        }
    }
    return false;
}

std::optional<JobFailure> dismountProblem(const PciDevice& device, const EmbeddedSettings& settings)
{
    constexpr std::uint32_t treatedAsPci = 5;
    if (!device.assignable || device.deviceType == treatedAsPci) {
        return JobFailure{
            returns::failed,
            u"The operation failed.\nThe current configuration does not allow for OS control of the PCI "
            u"Express bus. Please check your BIOS or UEFI settings."_s};
    }
    if (wants(settings, u"RequireAcsSupport"_s) && device.acsUpHierarchy == 0) {
        return JobFailure{returns::failed,
                          u"The operation failed.\nThe device or one of the bridges above it lacks "
                          u"Access Control Services."_s};
    }
    if (wants(settings, u"RequireDeviceMitigations"_s) && !device.mitigations) {
        return JobFailure{returns::failed,
                          u"The operation failed.\nThe device cannot be dismounted because its vendor "
                          u"has installed no security mitigation driver."_s};
    }
    if (!device.disabled && device.problem == 0 && !device.service.isEmpty())
        return JobFailure{returns::inUse,
                          u"The operation failed.\nThe device is in use. Disable it first."_s};
    return std::nullopt;
}

std::optional<JobFailure> invalidPath()
{
    return JobFailure{returns::invalidParameter, u"The operation failed.\nThe device was not found."_s};
}

Outcome failJob(Call& call, const QString& caption, const JobFailure& failure)
{
    return failLater(call.world, call.hostIndex, mountJob, caption, call.target, failure);
}

Outcome changeMount(Call& call, const QString& caption, std::size_t device, bool dismount)
{
    return startJob(
        call.world, call.hostIndex, mountJob, caption, call.target, mountDuration,
        [&world = call.world, host = call.hostIndex, device, dismount]() -> std::optional<JobFailure> {
            PciDevice& target = world.hosts[host].devices[device];
            target.dismounted = dismount;
            target.disabled = !dismount; // a device comes back disabled
            target.listedAfter = world.now() + listingLag;
            return std::nullopt;
        });
}

base::Result<MethodOutcome> dismount(Call& call)
{
    const auto settings = readEmbedded(call.text(u"DismountSettingData"));
    if (!settings)
        return call.finish(settings.error());
    const auto device = findByPaths(call.host(), settings->text(u"DeviceInstancePath"_s),
                                    settings->text(u"DeviceLocationPath"_s));
    if (!device || call.host().devices[*device].dismounted)
        return call.finish(failJob(call, dismountCaption, *invalidPath()));
    if (isUsed(call.world, call.hostIndex, *device))
        return call.finish(failJob(call, dismountCaption, {returns::inUse, u"The device is in use."_s}));
    if (const auto problem = dismountProblem(call.host().devices[*device], *settings))
        return call.finish(failJob(call, dismountCaption, *problem));
    return call.finish(changeMount(call, dismountCaption, *device, true));
}

base::Result<MethodOutcome> mount(Call& call)
{
    const auto device =
        findByPaths(call.host(), call.text(u"DeviceInstancePath"), call.text(u"DeviceLocationPath"));
    if (!device || !call.host().devices[*device].dismounted)
        return call.finish(failJob(call, mountCaption, *invalidPath()));
    if (isUsed(call.world, call.hostIndex, *device))
        return call.finish(failJob(call, mountCaption, {returns::inUse, u"The device is in use."_s}));
    return call.finish(changeMount(call, mountCaption, *device, false));
}

constexpr MethodEntry methods[] = {
    {u"Msvm_AssignableDeviceService", u"DismountAssignableDevice", dismount},
    {u"Msvm_AssignableDeviceService", u"MountAssignableDevice", mount},
};

} // namespace

std::span<const MethodEntry> assignableDeviceMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
