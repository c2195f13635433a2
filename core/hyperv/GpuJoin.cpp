#include "core/hyperv/GpuJoin.h"

#include "core/hyperv/Fields.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {

namespace {

model::Capacity capacity(const Fields& fields, const QString& quantity)
{
    model::Capacity result;
    result.total = fields.u64(u"Total"_s + quantity);
    result.available = fields.u64(u"Available"_s + quantity);
    result.minPartition = fields.u64(u"MinPartition"_s + quantity);
    result.maxPartition = fields.u64(u"MaxPartition"_s + quantity);
    result.optimalPartition = fields.u64(u"OptimalPartition"_s + quantity);
    return result;
}

/// The hexadecimal number after @p tag in "VEN_10DE&DEV_25B6&SUBSYS_157E10DE&…".
std::optional<std::uint32_t> idPart(const QString& id, QStringView tag)
{
    const qsizetype start = id.indexOf(tag);
    if (start < 0)
        return std::nullopt;
    const qsizetype from = start + tag.size();
    qsizetype end = from;
    while (end < id.size() && id.at(end) != u'&' && id.at(end) != u'\\')
        ++end;
    bool ok = false;
    const std::uint32_t number = QStringView(id).mid(from, end - from).toUInt(&ok, 16);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<std::uint16_t> shortIdPart(const QString& id, QStringView tag)
{
    const std::optional<std::uint32_t> number = idPart(id, tag);
    if (!number || *number > std::numeric_limits<std::uint16_t>::max())
        return std::nullopt;
    return static_cast<std::uint16_t>(*number);
}

/// Of two PnP nodes of one device (PCI\ gone after a dismount, PCIP\ present) the living one counts.
bool isBetterNode(const model::PnpDevice& candidate, const model::PnpDevice& current)
{
    const bool candidatePresent = candidate.present.value_or(true);
    const bool currentPresent = current.present.value_or(true);
    if (candidatePresent != currentPresent)
        return candidatePresent;
    return candidate.isDismounted() && !current.isDismounted();
}

/// Collects GPUs by id, in order of first mention.
class Collector
{
public:
    model::Gpu& gpu(const model::GpuId& id)
    {
        const auto [place, isNew] = m_index.try_emplace(id, m_gpus.size());
        if (isNew) {
            model::Gpu& added = m_gpus.emplace_back();
            added.id = id;
            added.vendorId = shortIdPart(id.text(), u"VEN_");
            added.deviceId = shortIdPart(id.text(), u"DEV_");
            added.subsystemId = idPart(id.text(), u"SUBSYS_");
        }
        return m_gpus[place->second];
    }
    model::Gpu* find(const model::GpuId& id)
    {
        const auto place = m_index.find(id);
        return place == m_index.end() ? nullptr : &m_gpus[place->second];
    }
    std::vector<model::Gpu> take() { return std::move(m_gpus); }

private:
    std::vector<model::Gpu> m_gpus;
    std::unordered_map<model::GpuId, std::size_t> m_index;
};

void finish(model::Gpu& gpu)
{
    if (gpu.pnp) {
        gpu.name = gpu.pnp->name;
        gpu.locationPath = gpu.pnp->locationPaths.value(0);
    } else if (gpu.partitioning) {
        gpu.name = model::pnpInstanceIdFromInterfacePath(gpu.partitioning->name);
    }
    if (gpu.locationPath.isEmpty() && gpu.dismounted)
        gpu.locationPath = gpu.dismounted->locationPath;
}

bool inSlotOrder(const model::Gpu& a, const model::Gpu& b)
{
    constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
    const std::uint32_t busA = a.pnp ? a.pnp->busNumber.value_or(last) : last;
    const std::uint32_t busB = b.pnp ? b.pnp->busNumber.value_or(last) : last;
    return busA != busB ? busA < busB : a.id < b.id;
}

} // namespace

std::vector<model::Partitioning> partitionings(const std::vector<cim::Instance>& rows, ReadContext& context)
{
    std::vector<model::Partitioning> list;
    QSet<QString> known;
    for (const cim::Instance& row : rows) {
        const QString name = row.value(u"Name").toString().value_or(QString());
        if (known.contains(name.toCaseFolded()))
            continue;
        known.insert(name.toCaseFolded());
        const Fields fields(row, model::Part::PartitionableGpus, name, context);
        model::Partitioning gpu;
        gpu.name = context.strings.share(name);
        gpu.partitionCount = fields.u16(u"PartitionCount");
        gpu.validPartitionCounts = fields.u16List(u"ValidPartitionCounts");
        gpu.vram = capacity(fields, u"VRAM"_s);
        gpu.encode = capacity(fields, u"Encode"_s);
        gpu.decode = capacity(fields, u"Decode"_s);
        gpu.compute = capacity(fields, u"Compute"_s);
        gpu.supportsIncomingLiveMigration = fields.flag(u"SupportsIncomingLiveMigration");
        list.push_back(std::move(gpu));
    }
    return list;
}

std::vector<AssignableRow> assignableRows(const std::vector<cim::Instance>& rows, ReadContext& context)
{
    std::vector<AssignableRow> list;
    for (const cim::Instance& row : rows) {
        const Fields fields(row, model::Part::AssignableDevices, {}, context);
        AssignableRow entry;
        entry.deviceId = fields.text(u"DeviceID");
        entry.systemName = fields.text(u"SystemName");
        entry.device.instancePath = fields.text(u"DeviceInstancePath");
        entry.device.locationPath = fields.text(u"LocationPath");
        entry.gpu = model::gpuIdFrom(entry.device.instancePath);
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<model::Gpu> joinGpus(std::vector<model::PnpDevice> display,
                                 std::vector<model::Partitioning> partitionable,
                                 const std::vector<AssignableRow>& assignable)
{
    Collector collector;
    for (model::PnpDevice& device : display) {
        model::Gpu& gpu = collector.gpu(model::gpuIdFrom(device.instanceId));
        if (!gpu.pnp || isBetterNode(device, *gpu.pnp))
            gpu.pnp = std::move(device);
    }
    for (model::Partitioning& partitioning : partitionable) {
        const model::GpuId id = model::gpuIdFrom(partitioning.name);
        if (!id.isEmpty())
            collector.gpu(id).partitioning = std::move(partitioning);
    }
    // The pool holds network cards and disks as well; only what PnP calls a display device is a GPU.
    for (const AssignableRow& row : assignable) {
        model::Gpu* gpu = collector.find(row.gpu);
        if (gpu != nullptr && !gpu->dismounted)
            gpu->dismounted = row.device;
    }
    std::vector<model::Gpu> gpus = collector.take();
    for (model::Gpu& gpu : gpus)
        finish(gpu);
    std::sort(gpus.begin(), gpus.end(), inSlotOrder);
    return gpus;
}

} // namespace hvgpu::hyperv
