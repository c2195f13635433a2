#include "core/simulation/host/Paths.h"
#include "core/simulation/host/RowContext.h"
#include "core/simulation/host/VmRows.h"

#include <algorithm>

// Msvm_ComputerSystem, Msvm_VirtualSystemSettingData and what hangs on a running VM.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

void hostSystem(RowContext& context)
{
    const Host& host = context.host();
    context.add(context.row()
                    .set(u"Caption", u"Hosting Computer System"_s)
                    .set(u"Description", u"Microsoft Hosting Computer System"_s)
                    .set(u"ElementName", host.name)
                    .set(u"Name", host.name)
                    .set(u"Status", u"OK"_s)
                    .numbers(u"OperationalStatus", {2})
                    .number(u"HealthState", 5)
                    .number(u"EnabledState", 2)
                    .time(u"TimeOfLastStateChange", host.booted)
                    .time(u"TimeOfLastConfigurationChange", host.booted));
}

void vmSystem(RowContext& context, const Vm& vm)
{
    const auto upTime =
        std::chrono::duration_cast<std::chrono::milliseconds>(context.world().now() - vm.started);
    Row row = context.row();
    row.set(u"Caption", u"Virtual Machine"_s)
        .set(u"Description", u"Microsoft Virtual Machine"_s)
        .set(u"ElementName", vm.name)
        .set(u"Name", vm.id)
        .set(u"Status", u"OK"_s)
        .time(u"InstallDate", vm.created)
        .numbers(u"OperationalStatus", {2})
        .texts(u"StatusDescriptions", {u"Operating normally"_s})
        .number(u"HealthState", healthOf(vm))
        .number(u"EnabledState", vm.state)
        .number(u"ReplicationMode", vm.replicationMode)
        .time(u"TimeOfLastStateChange", vm.created)
        .time(u"TimeOfLastConfigurationChange", vm.created)
        .number(u"OnTimeInMilliseconds", isActive(vm) ? static_cast<std::uint64_t>(upTime.count()) : 0);
    if (isActive(vm))
        row.number(u"ProcessID", vm.processId).number(u"HwThreadsPerCoreRealized", 2);
    context.add(row);
}

void computerSystems(RowContext& context)
{
    hostSystem(context);
    context.forEachVm([&context](const Vm& vm) { vmSystem(context, vm); });
}

void vmSettings(RowContext& context, const Vm& vm)
{
    Row row = context.row();
    row.set(u"InstanceID", settingsId(vm.id))
        .set(u"ElementName", vm.name)
        .set(u"VirtualSystemIdentifier", vm.id)
        .set(u"VirtualSystemType", u"Microsoft:Hyper-V:System:Realized"_s)
        .time(u"CreationTime", vm.created)
        .set(u"ConfigurationID", vm.id)
        .set(u"ConfigurationDataRoot", u"C:\\ProgramData\\Microsoft\\Windows\\Hyper-V"_s)
        .set(u"ConfigurationFile", u"Virtual Machines\\%1.vmcx"_s.arg(vm.id))
        .interval(u"AutomaticStartupActionDelay", std::chrono::seconds(0))
        .interval(u"AutomaticCriticalErrorActionTimeout", std::chrono::minutes(30))
        .set(u"BIOSGUID", u"{%1}"_s.arg(vm.id))
        .set(u"IsSaved", vm.state == vmState::saved || vm.state == vmState::savedCritical)
        .set(u"Version", vm.version)
        .set(u"VirtualSystemSubType", u"Microsoft:Hyper-V:SubType:%1"_s.arg(vm.generation))
        .set(u"SecureBootEnabled", vm.generation == 2);
    if (!vm.notes.isEmpty())
        row.texts(u"Notes", {vm.notes});
    applyChanges(row, vm.settings);
    context.add(row);
}

void virtualSystemSettings(RowContext& context)
{
    context.forEachVm([&context](const Vm& vm) { vmSettings(context, vm); });
}

/// A device that is there only while its VM runs.
Row runningDevice(RowContext& context, const Vm& vm, const QString& localId)
{
    Row row = context.row();
    row.set(u"SystemCreationClassName", u"Msvm_ComputerSystem"_s)
        .set(u"SystemName", vm.id)
        .set(u"CreationClassName", context.info().declaration.name)
        .set(u"DeviceID", settingsId(vm, localId))
        .number(u"EnabledState", 2)
        .numbers(u"OperationalStatus", {2})
        .texts(u"StatusDescriptions", {u"OK"_s})
        .number(u"HealthState", 5);
    return row;
}

void integrationComponent(RowContext& context, const QString& localId)
{
    context.forEachVm([&](const Vm& vm) {
        if (vm.state != vmState::running && vm.state != vmState::paused)
            return;
        Row row = runningDevice(context, vm, localId);
        if (!vm.integrationServices)
            row.numbers(u"OperationalStatus", {12}).texts(u"StatusDescriptions", {u"No Contact"_s});
        context.add(row);
    });
}

void shutdownComponents(RowContext& context)
{
    integrationComponent(context, shutdownLocalId());
}

void heartbeatComponents(RowContext& context)
{
    integrationComponent(context, u"84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47\\0"_s);
}

void keyValueComponents(RowContext& context)
{
    integrationComponent(context, u"2A34B1C2-FD73-4043-8A5B-DD2159BC743F\\0"_s);
}

void keyboards(RowContext& context)
{
    context.forEachVm([&context](const Vm& vm) {
        if (isActive(vm))
            context.add(runningDevice(context, vm, keyboardLocalId()));
    });
}

// What is on the screen is nobody's matter here, so every machine has the one controller that guests drive.
void displayControllers(RowContext& context)
{
    context.forEachVm([&context](const Vm& vm) {
        if (isActive(vm))
            context.add(runningDevice(context, vm, displayLocalId()));
    });
}

void videoHeads(RowContext& context)
{
    context.forEachVm([&context](const Vm& vm) {
        if (isActive(vm))
            context.add(runningDevice(context, vm, videoHeadLocalId())
                            .number(u"CurrentHorizontalResolution", 1024)
                            .number(u"CurrentVerticalResolution", 768));
    });
}

void concreteJobs(RowContext& context)
{
    for (const Job& job : context.host().jobs)
        context.add(jobRow(context.info(), context.host(), job, context.world().now()));
}

void summaries(RowContext& context)
{
    context.forEachVm(
        [&context](const Vm& vm) { context.add(summaryRow(context.info(), context.world(), vm)); });
}

constexpr RowSource sources[] = {
    {u"Msvm_ComputerSystem", computerSystems},
    {u"Msvm_VirtualSystemSettingData", virtualSystemSettings},
    {u"Msvm_ShutdownComponent", shutdownComponents},
    {u"Msvm_HeartbeatComponent", heartbeatComponents},
    {u"Msvm_KvpExchangeComponent", keyValueComponents},
    {u"Msvm_Keyboard", keyboards},
    {u"Msvm_SyntheticDisplayController", displayControllers},
    {u"Msvm_VideoHead", videoHeads},
    {u"Msvm_ConcreteJob", concreteJobs},
    {u"Msvm_SummaryInformation", summaries},
};

} // namespace

std::span<const RowSource> systemSources()
{
    return sources;
}

} // namespace hvgpu::simulation
