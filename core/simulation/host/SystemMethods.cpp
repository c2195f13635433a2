#include "core/cim/CimXml.h"
#include "core/simulation/host/Methods.h"
#include "core/simulation/host/Paths.h"
#include "core/simulation/host/Row.h"
#include "core/simulation/host/Summary.h"

#include <algorithm>

// Methods of virtual machines, their shutdown component and their jobs.
namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

Vm* targetVm(const Call& call, QStringView key)
{
    Vm* const vm = call.world.vm(call.target.key(key).toString().value_or(QString()));
    return vm && vm->host == call.hostIndex ? vm : nullptr;
}

base::Result<MethodOutcome> requestStateChange(Call& call)
{
    Vm* const vm = targetVm(call, u"Name");
    const auto requested = call.in(u"RequestedState").toUInt64();
    if (!vm)
        return call.finish(returns::notSupported); // the host itself
    if (!requested)
        return call.finish(returns::invalidParameter);
    return call.finish(requestState(call.world, *vm, static_cast<std::uint16_t>(*requested)));
}

base::Result<MethodOutcome> initiate(Call& call, bool reboot)
{
    Vm* const vm = targetVm(call, u"SystemName");
    if (!vm)
        return base::fail(wmiError(Hr::NotFound, u"Invoke "_s + call.method.name, call.target.toString()));
    const bool force = call.in(u"Force").toBool().value_or(false);
    return call.finish(shutDownGuest(call.world, *vm, force, reboot));
}

base::Result<MethodOutcome> initiateShutdown(Call& call)
{
    return initiate(call, false);
}

base::Result<MethodOutcome> initiateReboot(Call& call)
{
    return initiate(call, true);
}

Job* targetJob(const Call& call)
{
    const QString id = call.target.key(u"InstanceID").toString().value_or(QString());
    auto& jobs = call.host().jobs;
    const auto found = std::find_if(jobs.begin(), jobs.end(), [&id](const Job& job) {
        return job.id.compare(id, Qt::CaseInsensitive) == 0;
    });
    return found == jobs.end() ? nullptr : &*found;
}

/// Msvm_Error as CIM-XML text.
QString errorText(const Call& call, const JobFailure& failure)
{
    const ClassInfo* const info = ClassCatalogue::builtIn().find(virtualizationNamespace, u"Msvm_Error");
    return cim::xml::write(Row(*info, call.host().name)
                               .number(u"ErrorType", 4)
                               .set(u"MessageID", QString::number(failure.code))
                               .set(u"Message", failure.text)
                               .number(u"PerceivedSeverity", 6)
                               .set(u"ErrorSource", call.target.toString())
                               .number(u"CIMStatusCode", failure.code)
                               .build());
}

base::Result<MethodOutcome> getError(Call& call)
{
    const Job* const job = targetJob(call);
    if (job && job->failure)
        call.out(u"Error", cim::Value::string(errorText(call, *job->failure)));
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> getErrorEx(Call& call)
{
    const Job* const job = targetJob(call);
    if (job && job->failure)
        call.out(u"Errors", cim::Value::strings({errorText(call, *job->failure)}));
    return call.finish(returns::completed);
}

base::Result<MethodOutcome> requestJobState(Call& call)
{
    return call.finish(returns::notSupported); // no simulated job can be cancelled, and Cancellable says so
}

base::Result<MethodOutcome> getSummary(Call& call)
{
    return getSummaryInformation(call);
}

base::Result<MethodOutcome> checkMigratable(Call& call)
{
    // Live migration is off on every simulated host, and then Windows answers so (wmi.md 2.19).
    return base::fail(
        wmiError(Hr::MethodNotImplemented, u"Invoke "_s + call.method.name, call.target.className()));
}

constexpr MethodEntry methods[] = {
    {u"Msvm_ComputerSystem", u"RequestStateChange", requestStateChange},
    {u"Msvm_ShutdownComponent", u"InitiateShutdown", initiateShutdown},
    {u"Msvm_ShutdownComponent", u"InitiateReboot", initiateReboot},
    {u"Msvm_ConcreteJob", u"GetError", getError},
    {u"Msvm_ConcreteJob", u"GetErrorEx", getErrorEx},
    {u"Msvm_ConcreteJob", u"RequestStateChange", requestJobState},
    {u"Msvm_VirtualSystemManagementService", u"GetSummaryInformation", getSummary},
    {u"Msvm_VirtualSystemMigrationService", u"CheckVirtualSystemIsMigratableToHost", checkMigratable},
};

} // namespace

std::span<const MethodEntry> systemMethods()
{
    return methods;
}

} // namespace hvgpu::simulation
