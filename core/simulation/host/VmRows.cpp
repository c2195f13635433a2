#include "core/simulation/host/VmRows.h"

#include "core/simulation/host/Paths.h"

#include <algorithm>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint16_t jobStarting = 3;
constexpr std::uint16_t jobRunning = 4;
constexpr std::uint16_t jobCompleted = 7;
constexpr std::uint16_t jobTerminated = 8;
constexpr std::uint16_t jobException = 10;
constexpr std::uint16_t replicating = 3;

std::uint64_t percentOf(const Job& job, SteadyTime now)
{
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - job.start);
    if (job.finished || job.duration.count() <= 0)
        return 100;
    return static_cast<std::uint64_t>(
        std::clamp<std::int64_t>(elapsed.count() * 100 / job.duration.count(), 0, 99));
}

std::uint16_t stateOf(const Job& job, std::uint64_t percent)
{
    constexpr std::uint64_t startingUntil = 10; // percent
    if (job.cancelled)
        return jobTerminated;
    if (job.finished)
        return job.failure ? jobException : jobCompleted;
    return percent < startingUntil ? jobStarting : jobRunning;
}

/// A load that differs between VMs and stays the same between calls, percent.
std::uint64_t loadOf(const Vm& vm)
{
    return qHash(vm.id, 7) % 60;
}

} // namespace

bool isActive(const Vm& vm)
{
    return vm.state != vmState::off && vm.state != vmState::saved && vm.state != vmState::offCritical &&
           vm.state != vmState::savedCritical;
}

std::uint16_t healthOf(const Vm& vm)
{
    constexpr std::uint16_t good = 5;
    constexpr std::uint16_t critical = 25;
    return vm.state >= vmState::runningCritical && vm.state <= vmState::pausedCritical ? critical : good;
}

void applyChanges(Row& row, const PropertyBag& changes)
{
    for (const auto& [name, value] : changes) {
        if (row.info().indexOf(name) >= 0)
            row.set(name, value);
    }
}

Row summaryRow(const ClassInfo& info, const World& world, const Vm& vm)
{
    const Host& host = world.hosts[vm.host];
    const bool running = vm.state == vmState::running;
    const auto upTime = std::chrono::duration_cast<std::chrono::milliseconds>(world.now() - vm.started);
    Row row(info, host.name);
    row.set(u"InstanceID", settingsId(vm.id))
        .set(u"Name", vm.id)
        .set(u"ElementName", vm.name)
        .time(u"CreationTime", vm.created)
        .set(u"Notes", vm.notes)
        .number(u"NumberOfProcessors", vm.processors)
        .number(u"EnabledState", vm.state)
        .number(u"HealthState", healthOf(vm))
        .numbers(u"OperationalStatus", {2})
        .texts(u"StatusDescriptions", {u"Operating normally"_s})
        .number(u"UpTime", isActive(vm) ? static_cast<std::uint64_t>(upTime.count()) : 0)
        .set(u"Version", vm.version)
        .set(u"VirtualSystemSubType", u"Microsoft:Hyper-V:SubType:%1"_s.arg(vm.generation))
        .set(u"HostComputerSystemName", host.name)
        .texts(u"VirtualSwitchNames", vm.switchName.isEmpty() ? QStringList() : QStringList{vm.switchName})
        .number(u"EnhancedSessionModeState", 3)
        .number(u"IntegrationServicesVersionState", running && vm.integrationServices ? 1 : 0)
        .number(u"ApplicationHealth", running ? 2 : 32896)
        .number(u"ReplicationState", vm.replicationMode == 0 ? 0 : replicating)
        .number(u"ReplicationHealth", vm.replicationMode == 0 ? 0 : 1)
        .number(u"ReplicationMode", vm.replicationMode)
        .set(u"SwapFilesInUse", false)
        .set(u"MemorySpansPhysicalNumaNodes", false)
        .set(u"Shielded", vm.shielded);
    if (running) {
        row.number(u"ProcessorLoad", loadOf(vm))
            .number(u"MemoryUsage", vm.memory)
            .signedNumber(u"MemoryAvailable", 40);
        row.number(u"Heartbeat", vm.integrationServices ? 2 : 12);
        if (vm.integrationServices && !vm.guestSystem.isEmpty())
            row.set(u"GuestOperatingSystem", vm.guestSystem);
    }
    return row;
}

Row jobRow(const ClassInfo& info, const Host& host, const Job& job, SteadyTime now)
{
    const std::uint64_t percent = percentOf(job, now);
    const std::uint16_t state = stateOf(job, percent);
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now - job.start);
    Row row(info, host.name);
    row.set(u"InstanceID", job.id)
        .set(u"Caption", job.caption)
        .set(u"Description", job.caption)
        .set(u"ElementName", job.caption)
        .set(u"Name", u"Msvm_ConcreteJob"_s)
        .set(u"Status", job.failure ? u"Error"_s : u"OK"_s)
        .numbers(u"OperationalStatus", {job.failure ? 6U : 2U})
        .number(u"HealthState", job.failure ? 20 : 5)
        .time(u"TimeSubmitted", job.submitted)
        .time(u"StartTime", job.submitted)
        .interval(u"ElapsedTime", std::min<std::chrono::microseconds>(elapsed, job.duration))
        .time(u"TimeOfLastStateChange", job.submitted)
        .interval(u"TimeBeforeRemoval", jobRetention)
        .number(u"PercentComplete", job.failure ? 0 : percent)
        .number(u"JobState", state)
        .set(u"JobStatus",
             job.failure ? u"Job failed"_s : (job.finished ? u"Job is completed"_s : u"Job is running"_s))
        .number(u"JobType", job.type)
        .number(u"ErrorCode", job.failure ? job.failure->code : 0)
        .set(u"ErrorDescription", job.failure ? job.failure->text : QString())
        .set(u"ErrorSummaryDescription", job.failure ? job.failure->text.section(u'\n', 0, 0) : QString());
    return row;
}

} // namespace hvgpu::simulation
