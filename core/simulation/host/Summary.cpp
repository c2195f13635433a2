#include "core/simulation/host/Summary.h"

#include "core/simulation/host/Paths.h"
#include "core/simulation/host/VmRows.h"

#include <QSet>

namespace hvgpu::simulation {

using namespace Qt::StringLiterals;

namespace {

struct Field
{
    std::uint64_t code;
    const char16_t* property;
};

constexpr Field fields[] = {
    {0, u"Name"},
    {1, u"ElementName"},
    {2, u"CreationTime"},
    {3, u"Notes"},
    {4, u"NumberOfProcessors"},
    {8, u"AllocatedGPU"},
    {9, u"VirtualSwitchNames"},
    {10, u"Version"},
    {11, u"Shielded"},
    {100, u"EnabledState"},
    {101, u"ProcessorLoad"},
    {102, u"ProcessorLoadHistory"},
    {103, u"MemoryUsage"},
    {104, u"Heartbeat"},
    {105, u"UpTime"},
    {106, u"GuestOperatingSystem"},
    {107, u"Snapshots"},
    {108, u"AsynchronousTasks"},
    {109, u"HealthState"},
    {110, u"OperationalStatus"},
    {111, u"StatusDescriptions"},
    {112, u"MemoryAvailable"},
    {113, u"AvailableMemoryBuffer"},
    {114, u"ReplicationMode"},
    {115, u"ReplicationState"},
    {116, u"ReplicationHealth"},
    {117, u"ApplicationHealth"},
    {118, u"ReplicationStateEx"},
    {119, u"ReplicationHealthEx"},
    {120, u"SwapFilesInUse"},
    {121, u"IntegrationServicesVersionState"},
    {122, u"ReplicationProviderId"},
    {123, u"MemorySpansPhysicalNumaNodes"},
    {132, u"OtherEnabledState"},
};

QSet<std::uint64_t> requestedCodes(const Call& call)
{
    QSet<std::uint64_t> codes;
    for (const cim::Value& element : call.in(u"RequestedInformation").elements()) {
        if (const auto code = element.toUInt64())
            codes.insert(*code);
    }
    return codes;
}

cim::Value summary(const Call& call, const Vm& vm, const QSet<std::uint64_t>& codes)
{
    const ClassInfo* const info =
        ClassCatalogue::builtIn().find(virtualizationNamespace, u"Msvm_SummaryInformation");
    Row row = summaryRow(*info, call.world, vm);
    for (const Field& field : fields) {
        if (!codes.contains(field.code))
            row.null(field.property);
    }
    return cim::Value::object(row.build());
}

/// The VM a settings path belongs to.
const Vm* vmOf(const Call& call, const cim::Value& settings)
{
    const auto path = settings.toReference();
    const QString id = path ? path->key(u"InstanceID").toString().value_or(QString()) : QString();
    const Vm* const vm = call.world.vm(id.section(u':', 1).section(u'\\', 0, 0));
    return vm && vm->host == call.hostIndex ? vm : nullptr;
}

} // namespace

base::Result<MethodOutcome> getSummaryInformation(Call& call)
{
    const auto codes = requestedCodes(call);
    const auto settings = call.in(u"SettingData").elements();
    std::vector<cim::Value> result;
    for (const cim::Value& element : settings) {
        const Vm* const vm = vmOf(call, element);
        if (!vm)
            return call.finish(returns::invalidParameter);
        result.push_back(summary(call, *vm, codes));
    }
    if (settings.empty()) {
        for (const auto& vm : call.world.vms()) {
            if (vm->host == call.hostIndex)
                result.push_back(summary(call, *vm, codes));
        }
    }
    call.out(u"SummaryInformation", cim::Value::array(cim::Type::Object, std::move(result)));
    return call.finish(returns::completed);
}

} // namespace hvgpu::simulation
