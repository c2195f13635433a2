#include "core/simulation/host/Embedded.h"
#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/ResourceSettings.h"
#include "core/simulation/host/SystemSettings.h"

#include <utility>

// Msvm_VirtualSystemManagementService: settings of virtual machines.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

// JobType values (wmi.md 2.12).
constexpr std::uint16_t modifyVmJob = 2;
constexpr std::uint16_t addResourcesJob = 30;
constexpr std::uint16_t modifyResourcesJob = 31;
constexpr std::uint16_t removeResourcesJob = 32;

/// The VM of this host behind an InstanceID "Microsoft:<VM>[\…]".
Vm* vmOfSettings(const Call& call, const QString& instanceId)
{
    Vm* const vm = call.world.vm(instanceId.section(u':', 1).section(u'\\', 0, 0));
    return vm && vm->host == call.hostIndex ? vm : nullptr;
}

QString instanceIdOf(const cim::Value& reference)
{
    const auto path = reference.toReference();
    return path ? path->key(u"InstanceID").toString().value_or(QString()) : QString();
}

tl::expected<std::vector<EmbeddedSettings>, std::uint32_t> readAll(const cim::Value& texts)
{
    std::vector<EmbeddedSettings> result;
    for (const cim::Value& text : texts.elements()) {
        auto settings = readEmbedded(text.toString().value_or(QString()));
        if (!settings)
            return tl::unexpected(settings.error());
        result.push_back(*std::move(settings));
    }
    if (result.empty())
        return tl::unexpected(returns::invalidParameter);
    return result;
}

base::Result<MethodOutcome> failInJob(Call& call, const Vm& vm, std::uint16_t jobType, const QString& caption,
                                      const JobFailure& failure)
{
    return call.finish(
        failLater(call.world, call.hostIndex, jobType, caption, vmPath(call.host(), vm), failure));
}

/// Done at once: the resulting settings are known and there is no job.
base::Result<MethodOutcome> finishWith(Call& call, const std::vector<cim::ObjectPath>& paths)
{
    std::vector<cim::Value> references;
    references.reserve(paths.size());
    for (const cim::ObjectPath& path : paths)
        references.push_back(cim::Value::reference(path));
    call.out(u"ResultingResourceSettings", cim::Value::array(cim::Type::Reference, std::move(references)));
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> addResourceSettings(Call& call)
{
    Vm* const vm = vmOfSettings(call, instanceIdOf(call.in(u"AffectedConfiguration")));
    const auto settings = readAll(call.in(u"ResourceSettings"));
    if (!vm || !settings)
        return call.finish(settings ? returns::invalidParameter : settings.error());
    std::vector<cim::ObjectPath> added;
    for (const EmbeddedSettings& setting : *settings) {
        const auto path = addSetting(call.world, *vm, setting);
        if (!path)
            return failInJob(call, *vm, addResourcesJob, u"Adding Resources"_s, path.error());
        added.push_back(*path);
    }
    return finishWith(call, added);
}

base::Result<MethodOutcome> modifyResourceSettings(Call& call)
{
    const auto settings = readAll(call.in(u"ResourceSettings"));
    if (!settings)
        return call.finish(settings.error());
    std::vector<cim::ObjectPath> changed;
    for (const EmbeddedSettings& setting : *settings) {
        Vm* const vm = vmOfSettings(call, setting.instanceId);
        if (!vm)
            return call.finish(returns::invalidParameter);
        const auto path = modifySetting(call.world, *vm, setting);
        if (!path)
            return failInJob(call, *vm, modifyResourcesJob, u"Modifying Resources"_s, path.error());
        changed.push_back(*path);
    }
    return finishWith(call, changed);
}

base::Result<MethodOutcome> removeResourceSettings(Call& call)
{
    QString vmId;
    QStringList localIds;
    for (const cim::Value& reference : call.in(u"ResourceSettings").elements()) {
        const QString instanceId = instanceIdOf(reference);
        const Vm* const vm = vmOfSettings(call, instanceId);
        const QString localId = instanceId.section(u'\\', 1);
        if (!vm || !hasSetting(call.world, *vm, localId))
            return call.finish(returns::invalidParameter);
        if (const auto failure = checkRemoval(call.world, *vm, localId))
            return failInJob(call, *vm, removeResourcesJob, u"Removing Resources"_s, *failure);
        if (hasChildren(call.world, *vm, localId))
            return base::fail(wmiError(Hr::Failed, u"Invoke RemoveResourceSettings"_s, instanceId));
        vmId = vm->id;
        localIds.append(localId);
    }
    if (localIds.isEmpty())
        return call.finish(returns::invalidParameter);
    return call.finish(startJob(call.world, call.hostIndex, removeResourcesJob, u"Removing Resources"_s,
                                systemPath(call.host(), vmId), configureDuration,
                                [&world = call.world, vmId, localIds]() -> std::optional<JobFailure> {
                                    Vm* const vm = world.vm(vmId);
                                    for (const QString& localId : localIds) {
                                        if (vm)
                                            removeSetting(*vm, localId);
                                    }
                                    return std::nullopt;
                                }));
}

base::Result<MethodOutcome> modifySystemSettings(Call& call)
{
    const auto settings = readEmbedded(call.text(u"SystemSettings"));
    if (!settings)
        return call.finish(settings.error());
    Vm* const vm = vmOfSettings(call, settings->instanceId);
    if (!vm || settings->className != u"Msvm_VirtualSystemSettingData"_s)
        return call.finish(returns::invalidParameter);
    if (auto failure = checkSystemSettings(*vm, *settings))
        return failInJob(call, *vm, modifyVmJob, u"Modifying Virtual Machine"_s, *failure);
    return call.finish(
        startJob(call.world, call.hostIndex, modifyVmJob, u"Modifying Virtual Machine"_s,
                 vmPath(call.host(), *vm), configureDuration,
                 [&world = call.world, id = vm->id, changes = *settings]() -> std::optional<JobFailure> {
                     if (Vm* const target = world.vm(id))
                         applySystemSettings(*target, changes);
                     return std::nullopt;
                 }));
}

base::Result<MethodOutcome> defineSystem(Call& call)
{
    EmbeddedSettings settings;
    if (const QString text = call.text(u"SystemSettings"); !text.isEmpty()) {
        auto read = readEmbedded(text);
        if (!read)
            return call.finish(read.error());
        settings = *std::move(read);
    }
    const Vm& vm = call.world.addVm(newVm(call.world, call.hostIndex, settings));
    call.out(u"ResultingSystem", cim::Value::reference(vmPath(call.host(), vm)));
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> destroySystem(Call& call)
{
    const auto path = call.in(u"AffectedSystem").toReference();
    const Vm* const vm = path ? call.world.vm(path->key(u"Name").toString().value_or(QString())) : nullptr;
    if (!vm || vm->host != call.hostIndex)
        return call.finish(returns::invalidParameter);
    if (vm->state != vmState::off && vm->state != vmState::saved)
        return call.finish(returns::invalidState);
    constexpr std::uint16_t destroyJob = 3;
    return call.finish(startJob(call.world, call.hostIndex, destroyJob, u"Destroying Virtual Machine"_s,
                                vmPath(call.host(), *vm), configureDuration,
                                [&world = call.world, id = vm->id]() -> std::optional<JobFailure> {
                                    world.removeVm(id);
                                    return std::nullopt;
                                }));
}

base::Result<MethodOutcome> formatError(Call& call)
{
    QStringList lines;
    for (const cim::Value& text : call.in(u"Errors").elements()) {
        const auto error = readEmbedded(text.toString().value_or(QString()));
        if (!error)
            return call.finish(error.error());
        lines.append(error->text(u"Message"_s));
    }
    call.out(u"ErrorMessage", cim::Value::string(lines.join(u"\n"_s)));
    return call.finish(returns::completed);
}

constexpr MethodEntry methods[] = {
    {u"Msvm_VirtualSystemManagementService", u"AddResourceSettings", addResourceSettings},
    {u"Msvm_VirtualSystemManagementService", u"ModifyResourceSettings", modifyResourceSettings},
    {u"Msvm_VirtualSystemManagementService", u"RemoveResourceSettings", removeResourceSettings},
    {u"Msvm_VirtualSystemManagementService", u"ModifySystemSettings", modifySystemSettings},
    {u"Msvm_VirtualSystemManagementService", u"DefineSystem", defineSystem},
    {u"Msvm_VirtualSystemManagementService", u"DestroySystem", destroySystem},
    {u"Msvm_VirtualSystemManagementService", u"FormatError", formatError},
};

} // namespace

std::span<const MethodEntry> settingMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
