// WmiHostControl: whole devices and the settings of VMs that go with them.
#include "core/cim/CimXml.h"
#include "core/cim/Wql.h"
#include "core/hyperv/ControlPaths.h"
#include "core/hyperv/PciExpressSettings.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/VmIdentity.h"
#include "core/hyperv/WmiHostControl.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

using base::ErrorCode;
using model::DeviceMount;

QString v2()
{
    return QStringView(virtualization).toString();
}

QString textOf(const cim::Instance& row, QStringView name)
{
    return row.value(name).toString().value_or(QString());
}

QString mountedId(const DeviceRef& device)
{
    return u"PCI\\"_s + device.id.text();
}

QString dismountedId(const DeviceRef& device)
{
    return u"PCIP\\"_s + device.id.text();
}

/// How PnP has the device; of its two nodes only the present one counts.
DeviceMount mountOf(const std::vector<cim::Instance>& nodes)
{
    constexpr std::uint64_t disabledCode = 22;
    DeviceMount mount = DeviceMount::Absent;
    for (const cim::Instance& node : nodes) {
        if (!node.value(u"Present").toBool().value_or(true))
            continue;
        if (textOf(node, u"DeviceID").startsWith(u"PCIP\\", Qt::CaseInsensitive))
            return DeviceMount::Dismounted;
        const auto code = node.value(u"ConfigManagerErrorCode").toUInt64();
        mount = code == disabledCode ? DeviceMount::Disabled : DeviceMount::Enabled;
    }
    return mount;
}

/// The object paths a resource allocation names.
std::vector<cim::ObjectPath> hostResources(const cim::Instance& row)
{
    std::vector<cim::ObjectPath> paths;
    for (const cim::Value& resource : row.value(u"HostResource").elements()) {
        if (const auto path = resource.toReference())
            paths.push_back(*path);
    }
    return paths;
}

bool names(const cim::Instance& settings, const model::GpuId& device)
{
    const auto paths = hostResources(settings);
    return std::any_of(paths.begin(), paths.end(), [&device](const cim::ObjectPath& path) {
        return assignableDevice(path.key(u"DeviceID").toString().value_or(QString())) == device;
    });
}

template <class Number>
void setNumber(cim::Instance& to, const QString& name, const std::optional<Number>& value, cim::Type type)
{
    if (value)
        to.set(name, cim::Value::unsignedInteger(type, *value));
}

void setFlag(cim::Instance& to, const QString& name, const std::optional<bool>& value)
{
    if (value)
        to.set(name, cim::Value::boolean(*value));
}

std::optional<std::uint16_t> shortOf(const cim::Value& value)
{
    const auto number = value.toUInt64();
    return number ? std::optional(static_cast<std::uint16_t>(*number)) : std::nullopt;
}

/// Everything of one VM begins with this; no backslash in the pattern, see WmiHostControl::readVm().
QString ofVm(const model::VmId& vm)
{
    return u"InstanceID LIKE '"_s + cim::wql::likeText(QString(u"Microsoft:"_s + vm.text())) + u"%'"_s;
}

} // namespace

base::Result<std::vector<cim::Instance>> WmiHostControl::deviceSettings(const QString& condition,
                                                                        const ActionContext& context)
{
    return m_calls.rows(v2(),
                        cim::wql::select(u"Msvm_PciExpressSettingData"_s,
                                         {u"InstanceID"_s, u"HostResource"_s, u"PoolID"_s}, condition),
                        context);
}

base::Result<std::vector<cim::Instance>> WmiHostControl::assignableRows(const ActionContext& context)
{
    return m_calls.rows(v2(), cim::wql::select(u"Msvm_PciExpress"_s, {}, {}), context);
}

base::Result<DeviceState> WmiHostControl::readDevice(const DeviceRef& device, const ActionContext& context)
{
    const auto nodes = m_calls.rows(
        QStringView(cimv2).toString(),
        cim::wql::select(u"Win32_PnPEntity"_s, {u"DeviceID"_s, u"Present"_s, u"ConfigManagerErrorCode"_s},
                         u"DeviceID = %1 OR DeviceID = %2"_s.arg(cim::wql::literal(mountedId(device)),
                                                                 cim::wql::literal(dismountedId(device)))),
        context);
    if (!nodes)
        return base::fail(nodes.error());
    const auto listed = assignableRows(context);
    if (!listed)
        return base::fail(listed.error());
    const auto settings = deviceSettings({}, context);
    if (!settings)
        return base::fail(settings.error());
    const auto pools = poolRows(false, context);
    if (!pools)
        return base::fail(pools.error());
    const auto partitions = adapters({}, context);
    if (!partitions)
        return base::fail(partitions.error());
    DeviceState state;
    state.mount = mountOf(*nodes);
    // One that a VM uses is listed twice; it is there all the same.
    state.listed = std::any_of(listed->begin(), listed->end(),
                               [&device](const cim::Instance& row) { return isAbout(row, device); });
    for (const cim::Instance& row : *settings) {
        const auto owner = vmIdFromInstanceId(textOf(row, u"InstanceID"));
        if (!owner || !names(row, device.id))
            continue;
        // A pool has setting data like a VM.
        const auto pool = std::find_if(pools->begin(), pools->end(), [&owner](const cim::Instance& each) {
            return vmIdFromInstanceId(textOf(each, u"InstanceID")) == owner;
        });
        if (pool == pools->end())
            state.assignedVms.push_back(*owner);
        else
            state.pool = textOf(*pool, u"PoolID");
    }
    for (const model::Assignment& adapter : *partitions) {
        if (!adapter.deviceInstancePath.isEmpty() &&
            model::gpuIdFrom(adapter.deviceInstancePath) == device.id)
            state.partitionVms.push_back(adapter.vm);
    }
    return state;
}

base::Result<bool> WmiHostControl::isPartitionable(const DeviceRef& device, const ActionContext& context)
{
    const auto rows =
        m_calls.rows(v2(), cim::wql::select(u"Msvm_PartitionableGpu"_s, {u"Name"_s}, {}), context);
    if (!rows)
        return base::fail(rows.error());
    return std::any_of(rows->begin(), rows->end(), [&device](const cim::Instance& row) {
        model::Partitioning gpu;
        gpu.name = textOf(row, u"Name");
        return model::gpuIdFrom(gpu.name) == device.id && !gpu.isParavirtual();
    });
}

base::Result<VmDevices> WmiHostControl::readVmDevices(const model::VmId& vm, const ActionContext& context)
{
    const auto settings = m_calls.get(paths::activeSettings(vm), context);
    if (!settings)
        return base::fail(settings.error());
    const auto memory = m_calls.rows(
        v2(),
        cim::wql::select(u"Msvm_MemorySettingData"_s,
                         {u"InstanceID"_s, u"DynamicMemoryEnabled"_s, u"Reservation"_s, u"Limit"_s},
                         ofVm(vm)),
        context);
    if (!memory)
        return base::fail(memory.error());
    const auto rows = deviceSettings(ofVm(vm), context);
    if (!rows)
        return base::fail(rows.error());
    VmDevices has;
    has.settings.lowMmioMb = settings->value(u"LowMmioGapSize").toUInt64();
    has.settings.highMmioMb = settings->value(u"HighMmioGapSize").toUInt64();
    has.settings.guestControlledCacheTypes = settings->value(u"GuestControlledCacheTypes").toBool();
    has.settings.automaticStopAction = shortOf(settings->value(u"AutomaticShutdownAction"));
    has.settings.checkpointType = shortOf(settings->value(u"UserSnapshotType"));
    if (!memory->empty()) {
        has.settings.dynamicMemory = memory->front().value(u"DynamicMemoryEnabled").toBool();
        has.settings.minimumMemoryMb = memory->front().value(u"Reservation").toUInt64();
        has.settings.maximumMemoryMb = memory->front().value(u"Limit").toUInt64();
    }
    for (const cim::Instance& row : *rows) {
        model::Assignment adapter;
        adapter.kind = model::Assignment::Kind::WholeDevice;
        adapter.adapterId = textOf(row, u"InstanceID");
        if (vmIdFromInstanceId(adapter.adapterId) != vm)
            continue;
        adapter.vm = vm;
        const auto resources = hostResources(row);
        adapter.automatic = resources.empty();
        if (!resources.empty()) {
            const model::GpuId device =
                assignableDevice(resources.front().key(u"DeviceID").toString().value_or(QString()));
            adapter.deviceInstancePath = u"PCIP\\"_s + device.text();
        }
        has.adapters.push_back(std::move(adapter));
    }
    return has;
}

base::Result<void> WmiHostControl::switchDevice(const DeviceRef& device, const QString& method,
                                                const ActionContext& context)
{
    const cim::ObjectPath target({}, cimv2, u"Win32_PnPEntity"_s,
                                 {{u"DeviceID"_s, cim::Value::string(mountedId(device))}});
    const auto done = m_calls.invoke(target, method, {}, context);
    if (!done)
        return base::fail(done.error());
    if (done->returnValue != 0)
        return base::fail(returnValueError(u"Invoke "_s + method, target.relativePath(), done->returnValue));
    if (!done->parameter(u"rebootNeeded").toBool().value_or(false))
        return {};
    base::Error error = returnValueError(u"Invoke "_s + method, target.relativePath(), 0);
    error.layer = base::Layer::Model;
    error.code = ErrorCode::Conflict;
    error.detail = u"the server would have to be restarted for this"_s;
    return base::fail(error);
}

base::Result<void> WmiHostControl::disableDevice(const DeviceRef& device, const ActionContext& context)
{
    return switchDevice(device, u"Disable"_s, context);
}

base::Result<void> WmiHostControl::enableDevice(const DeviceRef& device, const ActionContext& context)
{
    return switchDevice(device, u"Enable"_s, context);
}

base::Result<void> WmiHostControl::dismountDevice(const DeviceRef& device, bool requireAcs,
                                                  bool requireMitigations, const ActionContext& context)
{
    cim::Instance settings(u"Msvm_AssignableDeviceDismountSettingData"_s);
    settings.set(u"DeviceInstancePath"_s, cim::Value::string(mountedId(device)));
    if (!device.locationPath.isEmpty())
        settings.set(u"DeviceLocationPath"_s, cim::Value::string(device.locationPath));
    settings.set(u"RequireAcsSupport"_s, cim::Value::boolean(requireAcs));
    settings.set(u"RequireDeviceMitigations"_s, cim::Value::boolean(requireMitigations));
    const auto done = m_calls.invokeAndWait(
        paths::assignableDeviceService(), u"DismountAssignableDevice"_s,
        {{u"DismountSettingData"_s, cim::Value::string(cim::xml::write(settings))}}, context);
    return done ? base::Result<void>() : base::Result<void>(base::fail(done.error()));
}

base::Result<void> WmiHostControl::mountDevice(const DeviceRef& device, const ActionContext& context)
{
    std::vector<cim::Property> parameters{
        {u"DeviceInstancePath"_s, cim::Value::string(dismountedId(device))}};
    if (!device.locationPath.isEmpty())
        parameters.push_back({u"DeviceLocationPath"_s, cim::Value::string(device.locationPath)});
    const auto done = m_calls.invokeAndWait(paths::assignableDeviceService(), u"MountAssignableDevice"_s,
                                            parameters, context);
    return done ? base::Result<void>() : base::Result<void>(base::fail(done.error()));
}

base::Result<QString> WmiHostControl::addDeviceSettings(const model::VmId& vm, const cim::Instance& settings,
                                                        const ActionContext& context)
{
    const auto result =
        m_calls.invokeAndWait(paths::managementService(), u"AddResourceSettings"_s,
                              {{u"AffectedConfiguration"_s, cim::Value::reference(paths::activeSettings(vm))},
                               {u"ResourceSettings"_s, cim::Value::strings({cim::xml::write(settings)})}},
                              context);
    if (!result)
        return base::fail(result.error());
    const auto added = result->parameter(u"ResultingResourceSettings").elements();
    const auto path = added.empty() ? std::nullopt : added.front().toReference();
    return path ? path->key(u"InstanceID").toString().value_or(QString()) : QString();
}

base::Result<QString> WmiHostControl::assignDevice(const model::VmId& vm, const DeviceRef& device,
                                                   const ActionContext& context)
{
    const auto rows = assignableRows(context);
    if (!rows)
        return base::fail(rows.error());
    // The host's own row, not the one of a VM that uses the device.
    const auto row = std::find_if(rows->begin(), rows->end(), [&device](const cim::Instance& each) {
        return isAbout(each, device) && isHostRow(each);
    });
    if (row == rows->end()) {
        base::Error error;
        error.layer = base::Layer::Model;
        error.code = ErrorCode::NotFound;
        error.operation = u"Query"_s;
        error.target = dismountedId(device);
        error.detail = u"the host does not list the device as assignable"_s;
        return base::fail(error);
    }
    cim::Instance settings = newDeviceSettings({});
    settings.set(u"HostResource"_s, cim::Value::strings({assignablePath(*row).toString()}));
    return addDeviceSettings(vm, settings, context);
}

base::Result<void> WmiHostControl::removeDevice(const QString& adapterId, const ActionContext& context)
{
    const auto done = m_calls.invokeAndWait(
        paths::managementService(), u"RemoveResourceSettings"_s,
        {{u"ResourceSettings"_s,
          cim::Value::array(cim::Type::Reference, {cim::Value::reference(paths::deviceAdapter(adapterId))})}},
        context);
    return done ? base::Result<void>() : base::Result<void>(base::fail(done.error()));
}

base::Result<void> WmiHostControl::setVmSettings(const model::VmId& vm, const model::VmSettings& settings,
                                                 const ActionContext& context)
{
    // Only what is to change: the rest would have to come back exactly as it was read.
    cim::Instance changes(u"Msvm_VirtualSystemSettingData"_s);
    changes.set(u"InstanceID"_s, cim::Value::string(u"Microsoft:"_s + vm.text()));
    setNumber(changes, u"LowMmioGapSize"_s, settings.lowMmioMb, cim::Type::UInt64);
    setNumber(changes, u"HighMmioGapSize"_s, settings.highMmioMb, cim::Type::UInt64);
    setFlag(changes, u"GuestControlledCacheTypes"_s, settings.guestControlledCacheTypes);
    setNumber(changes, u"AutomaticShutdownAction"_s, settings.automaticStopAction, cim::Type::UInt16);
    setNumber(changes, u"UserSnapshotType"_s, settings.checkpointType, cim::Type::UInt16);
    const auto done =
        m_calls.invokeAndWait(paths::managementService(), u"ModifySystemSettings"_s,
                              {{u"SystemSettings"_s, cim::Value::string(cim::xml::write(changes))}}, context);
    return done ? base::Result<void>() : base::Result<void>(base::fail(done.error()));
}

base::Result<void> WmiHostControl::setVmMemory(const model::VmId& vm, const model::VmSettings& settings,
                                               const ActionContext& context)
{
    const auto rows = m_calls.rows(
        v2(), cim::wql::select(u"Msvm_MemorySettingData"_s, {u"InstanceID"_s}, ofVm(vm)), context);
    if (!rows)
        return base::fail(rows.error());
    if (rows->empty()) {
        base::Error error;
        error.layer = base::Layer::Wmi;
        error.code = ErrorCode::NotFound;
        error.operation = u"Query"_s;
        error.target = u"Msvm_MemorySettingData"_s;
        return base::fail(error);
    }
    cim::Instance changes(u"Msvm_MemorySettingData"_s);
    changes.set(u"InstanceID"_s, rows->front().value(u"InstanceID"));
    setFlag(changes, u"DynamicMemoryEnabled"_s, settings.dynamicMemory);
    setNumber(changes, u"Reservation"_s, settings.minimumMemoryMb, cim::Type::UInt64);
    setNumber(changes, u"Limit"_s, settings.maximumMemoryMb, cim::Type::UInt64);
    return modifyResourceSettings(changes, context);
}

} // namespace hvgpu::hyperv
