// What WmiHostControl reads of all partitionable GPUs of a host together.
#include "core/cim/Wql.h"
#include "core/hyperv/Queries.h"
#include "core/hyperv/VmIdentity.h"
#include "core/hyperv/WmiHostControl.h"

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::hyperv {
namespace {

QString v2()
{
    return QStringView(virtualization).toString();
}

GpuState stateFrom(const cim::Instance& row)
{
    GpuState state;
    state.partitioning.name = row.value(u"Name").toString().value_or(QString());
    if (const auto count = row.value(u"PartitionCount").toUInt64())
        state.partitioning.partitionCount = static_cast<std::uint16_t>(*count);
    return state;
}

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Of the partitions that running VMs hold, those that no adapter accounts for which names their GPU: taken
/// by adapters that name none.
class Resolved
{
public:
    Resolved(const std::vector<cim::Instance>& partitions, const std::vector<model::Assignment>& adapters)
    {
        for (const cim::Instance& row : partitions) {
            const auto vm = vmIdFromGuid(row.value(u"SystemName").toString().value_or(QString()));
            if (vm)
                ++m_held[{*vm,
                          model::gpuIdFrom(row.value(u"DeviceInstancePath").toString().value_or(QString()))}];
        }
        for (const model::Assignment& adapter : adapters) {
            if (!adapter.automatic)
                --m_held[{adapter.vm, model::gpuIdFrom(adapter.deviceInstancePath)}];
        }
    }

    /// Whether the VM's next automatic adapter is on this GPU.
    bool take(const model::VmId& vm, const model::GpuId& gpu)
    {
        const auto held = m_held.find({vm, gpu});
        if (held == m_held.end() || held->second <= 0)
            return false;
        --held->second;
        return true;
    }

private:
    std::map<std::pair<model::VmId, model::GpuId>, int> m_held;
};

} // namespace

base::Result<std::vector<GpuState>> WmiHostControl::readGpus(const ActionContext& context)
{
    const auto rows = m_calls.rows(
        v2(), cim::wql::select(u"Msvm_PartitionableGpu"_s, {u"Name"_s, u"PartitionCount"_s}, {}), context);
    if (!rows)
        return base::fail(rows.error());
    const auto all = adapters({}, context);
    if (!all)
        return base::fail(all.error());
    const auto partitions = m_calls.rows(
        v2(), cim::wql::select(u"Msvm_GpuPartition"_s, {u"SystemName"_s, u"DeviceInstancePath"_s}, {}),
        context);
    if (!partitions)
        return base::fail(partitions.error());
    std::vector<GpuState> gpus;
    std::ranges::transform(*rows, std::back_inserter(gpus), stateFrom);
    Resolved resolved(*partitions, *all);
    std::vector<model::VmId> waiting;
    for (const model::Assignment& adapter : *all) {
        const auto on = std::ranges::find_if(gpus, [&](const GpuState& gpu) {
            return adapter.automatic ? resolved.take(adapter.vm, model::gpuIdFrom(gpu.partitioning.name))
                                     : isSame(adapter.deviceInstancePath, gpu.partitioning.name);
        });
        if (on != gpus.end())
            on->assignedVms.push_back(adapter.vm);
        else if (adapter.automatic)
            waiting.push_back(adapter.vm);
    }
    for (GpuState& gpu : gpus)
        gpu.automaticVms = waiting;
    return gpus;
}

base::Result<std::vector<model::Assignment>> WmiHostControl::readPartitions(const model::VmId& vm,
                                                                            const ActionContext& context)
{
    const auto rows = m_calls.rows(
        v2(),
        cim::wql::select(u"Msvm_GpuPartition"_s, {u"SystemName"_s, u"DeviceInstancePath"_s, u"CurrentVRAM"_s},
                         u"SystemName = "_s + cim::wql::literal(vm.text())),
        context);
    if (!rows)
        return base::fail(rows.error());
    std::vector<model::Assignment> partitions;
    for (const cim::Instance& row : *rows) {
        model::Assignment& partition = partitions.emplace_back();
        partition.vm = vm;
        partition.deviceInstancePath = row.value(u"DeviceInstancePath").toString().value_or(QString());
        partition.currentVram = row.value(u"CurrentVRAM").toUInt64();
    }
    return partitions;
}

} // namespace hvgpu::hyperv
