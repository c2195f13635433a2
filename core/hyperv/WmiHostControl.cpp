#include "core/hyperv/WmiHostControl.h"

#include "core/cim/CimXml.h"
#include "core/cim/Wql.h"
#include "core/hyperv/ControlPaths.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/VmIdentity.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

using base::ErrorCode;
using model::PowerState;

constexpr std::uint16_t gpuPartitionResourceType = 32770;
constexpr std::uint16_t requestStart = 2;
constexpr std::uint16_t requestOff = 3;
constexpr std::uint32_t shutdownSystemNotReady = 32780;
constexpr std::uint32_t shutdownInProgress = 32782;
constexpr std::uint64_t statusNoContact = 12;
constexpr std::uint64_t statusLostCommunication = 13;

QString v2()
{
    return QStringView(virtualization).toString();
}

base::Error notFound(const QString& what)
{
    base::Error error;
    error.layer = base::Layer::Wmi;
    error.code = ErrorCode::NotFound;
    error.operation = u"Query"_s;
    error.target = what;
    return error;
}

/// The GPU an adapter names: key Name of the path in HostResource; nullopt when it leaves the choice to the
/// host, empty when it names one that cannot be read.
std::optional<QString> namedGpu(const cim::Instance& adapter)
{
    for (const cim::Value& resource : adapter.value(u"HostResource").elements()) {
        if (const auto text = resource.toString(); !text || text->isEmpty())
            continue;
        const auto path = resource.toReference();
        return path ? path->key(u"Name").toString().value_or(QString()) : QString();
    }
    return std::nullopt;
}

QString vmCondition(const QString& property, const model::VmId& vm)
{
    return property + u" = "_s + cim::wql::literal(vm.text());
}

/// A partition adapter as AddResourceSettings wants it: type, sub-type and pool are required, quotas stay
/// NULL so that the driver supplies them (wmi.md 5.2).
QString newAdapterText(const QString& gpuName, std::optional<std::uint64_t> minPartitionVram)
{
    cim::Instance adapter(u"Msvm_GpuPartitionSettingData"_s);
    adapter.set(u"ResourceType"_s, cim::Value::unsignedInteger(cim::Type::UInt16, gpuPartitionResourceType));
    adapter.set(u"ResourceSubType"_s, cim::Value::string(u"Microsoft:Hyper-V:GPU Partition"_s));
    adapter.set(u"PoolID"_s, cim::Value::string(u""_s));
    if (!gpuName.isEmpty())
        adapter.set(u"HostResource"_s, cim::Value::strings({paths::partitionableGpu(gpuName).toString()}));
    if (minPartitionVram)
        adapter.set(u"MinPartitionVRAM"_s, cim::Value::unsignedInteger(cim::Type::UInt64, *minPartitionVram));
    return cim::xml::write(adapter);
}

/// The properties that PartitionQuotas is about.
const QStringList& quotaNames()
{
    static const QStringList names = [] {
        QStringList made;
        for (const QString& limit : {u"Min"_s, u"Max"_s, u"Optimal"_s}) {
            for (const QString& capacity : {u"VRAM"_s, u"Encode"_s, u"Decode"_s, u"Compute"_s})
                made.push_back(limit + u"Partition"_s + capacity);
        }
        return made;
    }();
    return names;
}

PartitionQuotas quotasOf(const cim::Instance& adapter)
{
    PartitionQuotas quotas;
    for (const QString& name : quotaNames()) {
        if (const auto value = adapter.value(name).toUInt64())
            quotas.emplace(name, *value);
    }
    return quotas;
}

std::optional<model::Assignment> adapterOf(const cim::Instance& row)
{
    model::Assignment adapter;
    adapter.adapterId = row.value(u"InstanceID").toString().value_or(QString());
    const auto vm = vmIdFromInstanceId(adapter.adapterId);
    if (!vm)
        return std::nullopt;
    adapter.vm = *vm;
    const auto gpu = namedGpu(row);
    adapter.deviceInstancePath = gpu.value_or(QString());
    adapter.automatic = !gpu.has_value();
    adapter.minPartitionVram = row.value(u"MinPartitionVRAM").toUInt64();
    return adapter;
}

} // namespace

WmiHostControl::WmiHostControl(SessionMaker maker, base::Clock& clock)
    : m_calls(std::move(maker), clock)
{}

base::Result<std::vector<model::Assignment>> WmiHostControl::adapters(const QString& condition,
                                                                      const ActionContext& context)
{
    const auto rows =
        m_calls.rows(v2(),
                     cim::wql::select(u"Msvm_GpuPartitionSettingData"_s,
                                      {u"InstanceID"_s, u"HostResource"_s, u"MinPartitionVRAM"_s}, condition),
                     context);
    if (!rows)
        return base::fail(rows.error());
    std::vector<model::Assignment> found;
    for (const cim::Instance& row : *rows) {
        if (auto adapter = adapterOf(row))
            found.push_back(std::move(*adapter));
    }
    return found;
}

base::Result<GpuState> WmiHostControl::readGpu(const QString& gpuName, const ActionContext& context)
{
    const auto instance = m_calls.get(paths::partitionableGpu(gpuName), context);
    if (!instance)
        return base::fail(instance.error());
    GpuState state;
    state.partitioning.name = gpuName;
    if (const auto count = instance->value(u"PartitionCount").toUInt64())
        state.partitioning.partitionCount = static_cast<std::uint16_t>(*count);
    for (const cim::Value& valid : instance->value(u"ValidPartitionCounts").elements())
        state.partitioning.validPartitionCounts.push_back(
            static_cast<std::uint16_t>(valid.toUInt64().value_or(0)));
    const auto all = adapters({}, context);
    if (!all)
        return base::fail(all.error());
    for (const model::Assignment& adapter : *all) {
        if (adapter.automatic)
            state.automaticVms.push_back(adapter.vm);
        else if (adapter.deviceInstancePath.isEmpty() || // names one that cannot be read: it may be this
                 adapter.deviceInstancePath.compare(gpuName, Qt::CaseInsensitive) == 0)
            state.assignedVms.push_back(adapter.vm);
    }
    const auto gpus =
        m_calls.rows(v2(), cim::wql::select(u"Msvm_PartitionableGpu"_s, {u"Name"_s}, {}), context);
    if (!gpus)
        return base::fail(gpus.error());
    state.onlyGpu = std::count_if(gpus->begin(), gpus->end(), [](const cim::Instance& row) {
                        model::Partitioning gpu;
                        gpu.name = row.value(u"Name").toString().value_or(QString());
                        return !gpu.isParavirtual();
                    }) == 1;
    return state;
}

base::Result<VmState> WmiHostControl::readVm(const model::VmId& vm, const ActionContext& context)
{
    const auto systems = m_calls.rows(v2(),
                                      cim::wql::select(u"Msvm_ComputerSystem"_s,
                                                       {u"Name"_s, u"ElementName"_s, u"EnabledState"_s},
                                                       vmCondition(u"Name"_s, vm)),
                                      context);
    if (!systems)
        return base::fail(systems.error());
    if (systems->empty())
        return base::fail(notFound(vm.text()));
    VmState state;
    state.id = vm;
    state.name = systems->front().value(u"ElementName").toString().value_or(QString());
    if (const auto enabled = systems->front().value(u"EnabledState").toUInt64())
        state.power = model::powerStateFromEnabledState(static_cast<std::uint16_t>(*enabled));
    const auto settings = m_calls.get(paths::activeSettings(vm), context);
    if (!settings)
        return base::fail(settings.error());
    state.isSaved = settings->value(u"IsSaved").toBool();
    if (auto read = readOwnAdapters(state, context); !read)
        return base::fail(read.error());
    auto cluster = clusterResource(vm, context);
    if (!cluster)
        return base::fail(cluster.error());
    state.cluster = std::move(*cluster);
    return state;
}

base::Result<void> WmiHostControl::readOwnAdapters(VmState& state, const ActionContext& context)
{
    // "Microsoft:<VM>\…" are the VM's own adapters; templates and checkpoints begin differently. No backslash
    // in the pattern: hosts differ in whether it is doubled there.
    const QString prefix = cim::wql::likeText(QString(u"Microsoft:"_s + state.id.text()));
    const auto rows =
        m_calls.rows(v2(),
                     cim::wql::select(u"Msvm_GpuPartitionSettingData"_s,
                                      QStringList{u"InstanceID"_s, u"HostResource"_s} + quotaNames(),
                                      u"InstanceID LIKE '"_s + prefix + u"%'"_s),
                     context);
    if (!rows)
        return base::fail(rows.error());
    for (const cim::Instance& row : *rows) {
        auto adapter = adapterOf(row);
        if (!adapter || !(adapter->vm == state.id))
            continue;
        if (PartitionQuotas quotas = quotasOf(row); !quotas.empty())
            state.quotas.emplace(adapter->adapterId, std::move(quotas));
        state.adapters.push_back(std::move(*adapter));
    }
    return {};
}

base::Result<void> WmiHostControl::setPartitionCount(const QString& gpuName, std::uint16_t count,
                                                     const ActionContext& context)
{
    const auto stored =
        m_calls.put(paths::partitionableGpu(gpuName),
                    {{u"PartitionCount"_s, cim::Value::unsignedInteger(cim::Type::UInt16, count)}}, context);
    if (!stored)
        return base::fail(stored.error());
    return {};
}

base::Result<QString> WmiHostControl::addPartitionAdapter(const model::VmId& vm, const QString& gpuName,
                                                          std::optional<std::uint64_t> minPartitionVram,
                                                          const ActionContext& context)
{
    const auto result = m_calls.invokeAndWait(
        paths::managementService(), u"AddResourceSettings"_s,
        {{u"AffectedConfiguration"_s, cim::Value::reference(paths::activeSettings(vm))},
         {u"ResourceSettings"_s, cim::Value::strings({newAdapterText(gpuName, minPartitionVram)})}},
        context);
    if (!result)
        return base::fail(result.error());
    const auto added = result->parameter(u"ResultingResourceSettings").elements();
    const auto path = added.empty() ? std::nullopt : added.front().toReference();
    // With a job the answer may leave it open which one is new; the caller compares before and after.
    return path ? path->key(u"InstanceID").toString().value_or(QString()) : QString();
}

base::Result<void> WmiHostControl::setPartitionQuotas(const QString& adapterId, const PartitionQuotas& quotas,
                                                      const ActionContext& context)
{
    cim::Instance adapter(u"Msvm_GpuPartitionSettingData"_s);
    adapter.set(u"InstanceID"_s, cim::Value::string(adapterId));
    for (const auto& [name, value] : quotas)
        adapter.set(name, cim::Value::unsignedInteger(cim::Type::UInt64, value));
    return modifyResourceSettings(adapter, context);
}

base::Result<void> WmiHostControl::modifyResourceSettings(const cim::Instance& changes,
                                                          const ActionContext& context)
{
    const auto result = m_calls.invokeAndWait(
        paths::managementService(), u"ModifyResourceSettings"_s,
        {{u"ResourceSettings"_s, cim::Value::strings({cim::xml::write(changes)})}}, context);
    return result ? base::Result<void>() : base::Result<void>(base::fail(result.error()));
}

base::Result<void> WmiHostControl::removePartitionAdapter(const QString& adapterId,
                                                          const ActionContext& context)
{
    const auto result = m_calls.invokeAndWait(
        paths::managementService(), u"RemoveResourceSettings"_s,
        {{u"ResourceSettings"_s,
          cim::Value::array(cim::Type::Reference,
                            {cim::Value::reference(paths::partitionAdapter(adapterId))})}},
        context);
    if (!result)
        return base::fail(result.error());
    return {};
}

base::Result<PowerState> WmiHostControl::powerState(const model::VmId& vm, const ActionContext& context)
{
    const auto system = m_calls.get(paths::virtualMachine(vm), context);
    if (!system)
        return base::fail(system.error());
    const auto enabled = system->value(u"EnabledState").toUInt64();
    return model::powerStateFromEnabledState(enabled ? std::optional(static_cast<std::uint16_t>(*enabled))
                                                     : std::nullopt);
}

base::Result<void> WmiHostControl::askToShutDown(const model::VmId& vm, const ActionContext& context)
{
    const auto unsupported = [&](const QString& detail) {
        base::Error error = notFound(u"Msvm_ShutdownComponent"_s);
        error.code = ErrorCode::Unsupported;
        error.detail = detail;
        return base::fail(error);
    };
    auto components = m_calls.rows(
        v2(), cim::wql::select(u"Msvm_ShutdownComponent"_s, {}, vmCondition(u"SystemName"_s, vm)), context);
    if (!components)
        return base::fail(components.error());
    if (components->empty())
        return unsupported(
            u"the guest offers no shutdown service; its integration service is off, or its system is not "
            "up"_s);
    const cim::Instance& component = components->front();
    const auto status = component.value(u"OperationalStatus").elements();
    const std::uint64_t contact = status.empty() ? 0 : status.front().toUInt64().value_or(0);
    if (contact == statusNoContact || contact == statusLostCommunication)
        return unsupported(u"the shutdown service of the guest does not answer"_s);
    std::vector<cim::Key> keys;
    for (const QString& name :
         {u"SystemCreationClassName"_s, u"SystemName"_s, u"CreationClassName"_s, u"DeviceID"_s})
        keys.push_back({name, component.value(name)});
    const auto result = m_calls.invokeAndWait(
        {QString(), v2(), u"Msvm_ShutdownComponent"_s, std::move(keys)}, u"InitiateShutdown"_s,
        {{u"Force"_s, cim::Value::boolean(true)},
         {u"Reason"_s, cim::Value::string(u"GPU assignment is being changed"_s)}},
        context);
    if (!result && result.error().nativeCode == shutdownSystemNotReady)
        return unsupported(u"the guest is not ready to shut down"_s);
    if (!result && result.error().nativeCode != shutdownInProgress)
        return base::fail(result.error());
    return {};
}

base::Result<void> WmiHostControl::shutDownGuest(const model::VmId& vm, std::chrono::seconds timeout,
                                                 const ActionContext& context)
{
    if (auto asked = askToShutDown(vm, context); !asked) {
        // One that is down, or on its way, offers no service that could be asked, and needs no asking.
        const bool refuses = asked.error().code == ErrorCode::Unsupported;
        const auto state = refuses ? powerState(vm, context) : base::Result<PowerState>(PowerState::Unknown);
        if (state != PowerState::Off && state != PowerState::ShuttingDown && state != PowerState::Stopping)
            return asked;
    }
    return m_calls.waitUntil(
        [&]() -> base::Result<bool> {
            return powerState(vm, context).transform([](PowerState state) {
                return state == PowerState::Off;
            });
        },
        timeout, u"Shut down the guest"_s, context);
}

base::Result<void> WmiHostControl::requestState(const model::VmId& vm, std::uint16_t state,
                                                const ActionContext& context)
{
    const auto result = m_calls.invokeAndWait(
        paths::virtualMachine(vm), u"RequestStateChange"_s,
        {{u"RequestedState"_s, cim::Value::unsignedInteger(cim::Type::UInt16, state)}}, context);
    if (!result)
        return base::fail(result.error());
    return {};
}

base::Result<void> WmiHostControl::turnOff(const model::VmId& vm, const ActionContext& context)
{
    return requestState(vm, requestOff, context);
}

base::Result<void> WmiHostControl::start(const model::VmId& vm, const ActionContext& context)
{
    return requestState(vm, requestStart, context);
}

} // namespace hvgpu::hyperv
