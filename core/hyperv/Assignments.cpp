#include "core/hyperv/Assignments.h"

#include "core/cim/ObjectPath.h"
#include "core/hyperv/Fields.h"
#include "core/hyperv/VmIdentity.h"

#include <QSet>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

using model::Assignment;

/// A row of Msvm_GpuPartition.
struct PartitionDevice
{
    QString deviceId;
    model::GpuId gpu;
    Assignment facts; ///< what the running VM holds
    bool claimed = false;
};

PartitionDevice partitionDevice(const cim::Instance& row, const model::VmId& vm, ReadContext& context)
{
    PartitionDevice device;
    device.deviceId = row.value(u"DeviceID").toString().value_or(QString());
    const Fields fields(row, model::Part::Partitions, device.deviceId, context);
    device.facts.vm = vm;
    device.facts.deviceInstancePath = fields.text(u"DeviceInstancePath");
    device.facts.partitionId = fields.u16(u"PartitionId");
    device.facts.partitionVfLuid = fields.text(u"PartitionVfLuid");
    device.facts.currentVram = fields.u64(u"CurrentVRAM");
    device.facts.currentEncode = fields.u64(u"CurrentEncode");
    device.facts.currentDecode = fields.u64(u"CurrentDecode");
    device.facts.currentCompute = fields.u64(u"CurrentCompute");
    device.facts.supportsOutgoingLiveMigration = fields.flag(u"SupportsOutgoingLiveMigration");
    device.gpu = model::gpuIdFrom(device.facts.deviceInstancePath);
    return device;
}

base::Error contradiction(const QString& target, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Model;
    error.code = base::ErrorCode::ProtocolViolation;
    error.operation = u"Read list"_s;
    error.target = target;
    error.detail = detail;
    return error;
}

/// Which rows of a list were there already: a host that delivers one twice has not two of them.
class SeenRows
{
public:
    SeenRows(model::Part part, ReadContext& context)
        : m_part(part)
        , m_context(context)
    {}

    /// Notes what is there again. A row without an id is no other's double.
    bool isRepeated(const cim::Instance& row, const QString& id)
    {
        const QString folded = id.toCaseFolded();
        if (folded.isEmpty() || !m_ids.contains(folded)) {
            m_ids.insert(folded);
            return false;
        }
        base::Error error = contradiction(row.className(), u"the row came twice"_s);
        error.code = base::ErrorCode::Conflict;
        m_context.notes.push_back({m_part, id, error});
        return true;
    }

private:
    model::Part m_part;
    ReadContext& m_context;
    QSet<QString> m_ids;
};

QString instanceIdOf(const cim::Instance& row)
{
    return row.value(u"InstanceID").toString().value_or(QString());
}

/// The device of a running VM is where its partition is, whatever the setting data names.
void hold(Claim& claim, PartitionDevice& device, ReadContext& context)
{
    device.claimed = true;
    claim.holdsDevice = true;
    Assignment& assignment = claim.assignment;
    assignment.partitionId = device.facts.partitionId;
    assignment.partitionVfLuid = device.facts.partitionVfLuid;
    assignment.currentVram = device.facts.currentVram;
    assignment.currentEncode = device.facts.currentEncode;
    assignment.currentDecode = device.facts.currentDecode;
    assignment.currentCompute = device.facts.currentCompute;
    assignment.supportsOutgoingLiveMigration = device.facts.supportsOutgoingLiveMigration;
    if (device.gpu.isEmpty() || claim.gpu == device.gpu)
        return;
    if (!claim.gpu.isEmpty())
        context.notes.push_back(
            {model::Part::PartitionAdapters, assignment.adapterId,
             contradiction(u"HostResource"_s, u"the partition in use is of another GPU, %1"_s.arg(
                                                  device.facts.deviceInstancePath))});
    claim.gpu = device.gpu;
    assignment.deviceInstancePath = device.facts.deviceInstancePath;
}

using Devices = std::vector<PartitionDevice>;

/// Finds each claim of one VM its device: by id, then by GPU, then automatic ones in order. That the ids of
/// setting data and device agree is likely but not documented, hence the other two ways.
void matchDevices(const std::vector<Claim*>& claims, Devices& devices, ReadContext& context)
{
    const auto match = [&](const auto& fits) {
        for (Claim* claim : claims) {
            if (claim->holdsDevice)
                continue;
            const auto device =
                std::find_if(devices.begin(), devices.end(), [&](const PartitionDevice& candidate) {
                    return !candidate.claimed && fits(*claim, candidate);
                });
            if (device != devices.end())
                hold(*claim, *device, context);
        }
    };
    match([](const Claim& claim, const PartitionDevice& device) {
        return device.deviceId.compare(claim.assignment.adapterId, Qt::CaseInsensitive) == 0;
    });
    match([](const Claim& claim, const PartitionDevice& device) {
        return !claim.gpu.isEmpty() && claim.gpu == device.gpu;
    });
    match([](const Claim& claim, const PartitionDevice&) { return claim.assignment.automatic; });
}

using DevicesByVm = std::unordered_map<model::VmId, Devices>;

DevicesByVm partitionDevices(const std::vector<cim::Instance>& rows, VirtualMachines& vms,
                             ReadContext& context)
{
    DevicesByVm devices;
    SeenRows seen(model::Part::Partitions, context);
    for (const cim::Instance& row : rows) {
        const std::optional<model::VmId> vm =
            vmIdFromGuid(row.value(u"SystemName").toString().value_or(QString()));
        if (!vm)
            continue;
        // A VM that is off holds no partition; what a leftover row says would look like one in use.
        const model::VirtualMachine* known = vms.find(*vm);
        if (known != nullptr &&
            (known->state == model::PowerState::Off || known->state == model::PowerState::Saved))
            continue;
        if (!seen.isRepeated(row, row.value(u"DeviceID").toString().value_or(QString())))
            devices[*vm].push_back(partitionDevice(row, *vm, context));
    }
    return devices;
}

/// The object path in HostResource[0], or nullopt when there is none.
std::optional<QString> hostResource(const cim::Instance& row)
{
    for (const cim::Value& element : row.value(u"HostResource").elements())
        if (std::optional<QString> text = element.toString(); text && !text->isEmpty())
            return text;
    return std::nullopt;
}

/// One key of the object path @p text; empty, with a note, when the path cannot be read.
QString pathKey(const QString& text, QStringView key, model::Part part, const QString& subject,
                ReadContext& context)
{
    const base::Result<cim::ObjectPath> path = cim::ObjectPath::parse(text);
    if (path)
        return context.strings.share(path->key(key).toString().value_or(QString()));
    context.notes.push_back({part, subject, path.error()});
    return {};
}

/// "Microsoft:<GUID>\PCIP\VEN_…" → "PCIP\VEN_…".
QString devicePathOf(const QString& deviceId)
{
    const qsizetype start = deviceId.indexOf(u"\\PCIP\\", 0, Qt::CaseInsensitive);
    return start < 0 ? QString() : deviceId.mid(start + 1);
}

} // namespace

Assignments::Assignments(VirtualMachines& vms, bool vmsKnown, ReadContext& context)
    : m_vms(vms)
    , m_vmsKnown(vmsKnown)
    , m_context(context)
{}

std::optional<model::VmId> Assignments::owner(const cim::Instance& row)
{
    std::optional<model::VmId> vm =
        vmIdFromInstanceId(row.value(u"InstanceID").toString().value_or(QString()));
    if (vm && m_vmsKnown && m_vms.find(*vm) == nullptr)
        return std::nullopt;
    return vm;
}

Assignment Assignments::newAssignment(const model::VmId& vm, Assignment::Kind kind)
{
    Assignment assignment;
    assignment.kind = kind;
    assignment.vm = vm;
    if (const model::VirtualMachine* known = m_vms.find(vm)) {
        assignment.vm = known->id;
        assignment.vmName = known->name;
    }
    return assignment;
}

std::optional<Claim> Assignments::partitionClaim(const cim::Instance& row)
{
    const std::optional<model::VmId> vm = owner(row);
    if (!vm)
        return std::nullopt;
    Claim claim;
    claim.assignment = newAssignment(*vm, Assignment::Kind::Partition);
    claim.assignment.adapterId = row.value(u"InstanceID").toString().value_or(QString());
    const Fields fields(row, model::Part::PartitionAdapters, claim.assignment.adapterId, m_context);
    claim.assignment.minPartitionVram = fields.u64(u"MinPartitionVRAM");
    const std::optional<QString> resource = hostResource(row);
    claim.assignment.automatic = !resource.has_value();
    if (resource) {
        claim.assignment.deviceInstancePath = pathKey(*resource, u"Name", model::Part::PartitionAdapters,
                                                      claim.assignment.adapterId, m_context);
        claim.gpu = model::gpuIdFrom(claim.assignment.deviceInstancePath);
    }
    if (model::VirtualMachine* known = m_vms.find(*vm))
        ++known->partitionAdapters;
    return claim;
}

void Assignments::addPartitions(const std::vector<cim::Instance>& settings,
                                const std::vector<cim::Instance>& devices)
{
    DevicesByVm devicesByVm = partitionDevices(devices, m_vms, m_context);
    std::vector<Claim> claims;
    SeenRows seen(model::Part::PartitionAdapters, m_context);
    for (const cim::Instance& row : settings) {
        if (seen.isRepeated(row, instanceIdOf(row)))
            continue;
        if (std::optional<Claim> claim = partitionClaim(row))
            claims.push_back(std::move(*claim));
    }

    std::unordered_map<model::VmId, std::vector<Claim*>> claimsByVm;
    for (Claim& claim : claims)
        claimsByVm[claim.assignment.vm].push_back(&claim);
    for (auto& [vm, vmClaims] : claimsByVm)
        if (const auto place = devicesByVm.find(vm); place != devicesByVm.end())
            matchDevices(vmClaims, place->second, m_context);
    std::move(claims.begin(), claims.end(), std::back_inserter(m_claims));

    for (auto& [vm, vmDevices] : devicesByVm) {
        for (PartitionDevice& device : vmDevices) {
            if (device.claimed)
                continue;
            Claim& claim = m_claims.emplace_back();
            // No adapter id: that names setting data, and there is none to remove.
            claim.assignment = newAssignment(vm, Assignment::Kind::Partition);
            hold(claim, device, m_context);
        }
    }
}

std::optional<Claim> Assignments::deviceClaim(const cim::Instance& row,
                                              const std::vector<AssignableRow>& assignable,
                                              std::vector<bool>& used)
{
    const std::optional<model::VmId> vm = owner(row);
    if (!vm)
        return std::nullopt;
    if (model::VirtualMachine* known = m_vms.find(*vm))
        ++known->wholeDevices;
    Claim claim;
    claim.assignment = newAssignment(*vm, Assignment::Kind::WholeDevice);
    claim.assignment.adapterId = row.value(u"InstanceID").toString().value_or(QString());
    const std::optional<QString> resource = hostResource(row);
    claim.assignment.automatic = !resource.has_value();
    claim.assignment.poolName = m_context.strings.share(row.value(u"PoolID").toString().value_or(QString()));
    QString deviceId;
    if (resource)
        deviceId = pathKey(*resource, u"DeviceID", model::Part::DeviceAdapters, claim.assignment.adapterId,
                           m_context);
    const auto fits = [&](const AssignableRow& candidate) {
        if (resource)
            return candidate.deviceId.compare(deviceId, Qt::CaseInsensitive) == 0;
        return vmIdFromGuid(candidate.systemName) == vm; // from a pool: what the running VM got
    };
    for (std::size_t i = 0; i < assignable.size() && claim.gpu.isEmpty(); ++i) {
        if (used[i] || !fits(assignable[i]))
            continue;
        used[i] = !resource;
        claim.gpu = assignable[i].gpu;
        claim.assignment.deviceInstancePath = assignable[i].device.instancePath;
    }
    if (claim.gpu.isEmpty() && resource) {
        claim.assignment.deviceInstancePath = devicePathOf(deviceId);
        claim.gpu = model::gpuIdFrom(claim.assignment.deviceInstancePath);
    }
    return claim;
}

void Assignments::addWholeDevices(const std::vector<cim::Instance>& settings,
                                  const std::vector<AssignableRow>& assignable,
                                  const std::unordered_set<model::GpuId>& notGpus)
{
    std::vector<bool> used(assignable.size(), false);
    SeenRows seen(model::Part::DeviceAdapters, m_context);
    for (const cim::Instance& row : settings) {
        if (seen.isRepeated(row, instanceIdOf(row)))
            continue;
        if (std::optional<Claim> claim = deviceClaim(row, assignable, used);
            claim && !notGpus.contains(claim->gpu))
            m_claims.push_back(std::move(*claim));
    }
}

void Assignments::place(std::vector<model::Gpu>& gpus, std::vector<Assignment>& unplaced)
{
    std::unordered_map<model::GpuId, std::vector<Assignment>*> byId;
    for (model::Gpu& gpu : gpus) {
        byId.emplace(gpu.id, &gpu.assignments);
        for (model::CompanionFunction& companion : gpu.companions)
            byId.emplace(companion.id, &companion.assignments);
    }
    for (Claim& claim : m_claims) {
        const auto place = byId.find(claim.gpu);
        (place == byId.end() ? unplaced : *place->second).push_back(std::move(claim.assignment));
    }
    m_claims.clear();
    // One order whatever the host's, so that two reads of the same state compare equal.
    const auto inOrder = [](const Assignment& a, const Assignment& b) {
        if (const int order = a.adapterId.compare(b.adapterId, Qt::CaseInsensitive); order != 0)
            return order < 0;
        return std::tie(a.vm, a.partitionId, a.deviceInstancePath) <
               std::tie(b.vm, b.partitionId, b.deviceInstancePath);
    };
    for (model::Gpu& gpu : gpus)
        std::sort(gpu.assignments.begin(), gpu.assignments.end(), inOrder);
    std::sort(unplaced.begin(), unplaced.end(), inOrder);
}

} // namespace hvgpu::hyperv
