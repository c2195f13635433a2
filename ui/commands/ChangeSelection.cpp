#include "ui/commands/ChangeSelection.h"

#include "core/analysis/AssignedStatus.h"
#include "core/analysis/PartitionLayout.h"
#include "core/analysis/VmTitle.h"
#include "core/text/Text.h"
#include "ui/models/Roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

struct ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(hvgpu::ui::ChangeWords)
};

template <class Value>
void addOnce(std::vector<Value>& values, Value value)
{
    if (std::ranges::find(values, value) == values.end())
        values.push_back(std::move(value));
}

bool canBePartitioned(const model::Gpu& gpu)
{
    return gpu.partitioning && !gpu.partitioning->isParavirtual();
}

const model::Gpu* findGpu(const fleet::FleetSnapshot& fleet, const operations::GpuRef& ref)
{
    const auto host = fleet.find(ref.host);
    return host && host->snapshot ? host->snapshot->findGpu(ref.gpu) : nullptr;
}

/// Calls @p use with every partition adapter of the host, and the GPU it is on.
template <class Use>
void forEachAdapter(const fleet::HostRecord& host, const Use& use)
{
    if (!host.snapshot)
        return;
    const auto visit = [&use](const model::Gpu* gpu, const std::vector<model::Assignment>& assignments) {
        for (const model::Assignment& assignment : assignments) {
            if (assignment.kind == model::Assignment::Kind::Partition && !assignment.adapterId.isEmpty())
                use(gpu, assignment);
        }
    };
    for (const model::Gpu& gpu : host.snapshot->gpus)
        visit(&gpu, gpu.assignments);
    visit(nullptr, host.snapshot->unplacedAssignments);
}

bool anyGpu(const fleet::FleetSnapshot& fleet, bool (*wanted)(const model::Gpu&))
{
    return std::ranges::any_of(fleet.hosts, [wanted](const auto& host) {
        return host->snapshot && std::ranges::any_of(host->snapshot->gpus, wanted);
    });
}

} // namespace

ChangeSelection changeSelection(const QModelIndexList& rows)
{
    ChangeSelection selection;
    for (const QModelIndex& row : rows) {
        const model::HostId host(row.data(HostIdRole).toString());
        if (host.isEmpty())
            continue;
        addOnce(selection.hosts, host);
        const model::GpuId gpu(row.data(GpuIdRole).toString());
        const model::VmId vm(row.data(VmIdRole).toString());
        const QString adapter = row.data(AdapterIdRole).toString();
        switch (static_cast<RowKind>(row.data(RowKindRole).toInt())) {
        case RowKind::Vm:
            addOnce(selection.vms, VmRef{host, vm});
            break;
        case RowKind::Gpu:
        case RowKind::Partition:
        case RowKind::Unplaced:
            if (!adapter.isEmpty())
                addOnce(selection.adapters, operations::AdapterRef{host, vm, adapter});
            else if (!gpu.isEmpty())
                addOnce(selection.gpus, operations::GpuRef{host, gpu});
            break;
        case RowKind::Pool:
        case RowKind::Device:
        case RowKind::Waiting:
            if (const QString pool = row.data(PoolRole).toString(); !pool.isEmpty())
                addOnce(selection.pools, PoolRef{host, pool});
            if (!adapter.isEmpty())
                addOnce(selection.devices, operations::AdapterRef{host, vm, adapter});
            else if (!gpu.isEmpty())
                addOnce(selection.gpus, operations::GpuRef{host, gpu});
            break;
        default:
            break;
        }
    }
    return selection;
}

std::vector<operations::GpuRef> gpusToConfigure(const ChangeSelection& selection,
                                                const fleet::FleetSnapshot& fleet)
{
    std::vector<operations::GpuRef> gpus = selection.gpus;
    for (const operations::AdapterRef& adapter : selection.adapters) {
        const auto host = fleet.find(adapter.host);
        if (!host)
            continue;
        forEachAdapter(*host, [&](const model::Gpu* gpu, const model::Assignment& assignment) {
            if (gpu != nullptr && assignment.adapterId == adapter.adapterId)
                addOnce(gpus, operations::GpuRef{adapter.host, gpu->id});
        });
    }
    return gpus;
}

std::vector<operations::AdapterRef> adaptersToUnassign(const ChangeSelection& selection,
                                                       const fleet::FleetSnapshot& fleet)
{
    std::vector<operations::AdapterRef> adapters = selection.adapters;
    for (const VmRef& vm : selection.vms) {
        const auto host = fleet.find(vm.host);
        if (!host)
            continue;
        forEachAdapter(*host, [&](const model::Gpu* /*gpu*/, const model::Assignment& assignment) {
            if (assignment.vm == vm.vm)
                addOnce(adapters, operations::AdapterRef{vm.host, vm.vm, assignment.adapterId});
        });
    }
    return adapters;
}

ChangeReasons::ChangeReasons(const fleet::FleetSnapshot& fleet,
                             std::function<QString(const model::HostId&)> readOnlyReason)
    : m_fleet(fleet)
    , m_readOnlyReason(std::move(readOnlyReason))
{}

QString ChangeReasons::hosts(const std::vector<model::HostId>& hosts) const
{
    for (const model::HostId& id : hosts) {
        const auto host = m_fleet.find(id);
        if (!host)
            return ChangeWords::tr("The selected server is no longer in the list.");
        if (!host->snapshot)
            return ChangeWords::tr("%1 has not been read yet.").arg(host->displayName);
        if (const QString reason = m_readOnlyReason(id); !reason.isEmpty())
            return reason;
    }
    return {};
}

/// Without a selection the dialog lets choose, if there is anything.
QString ChangeReasons::anything(const char* nothing) const
{
    const bool read =
        std::ranges::any_of(m_fleet.hosts, [](const auto& host) { return host->snapshot != nullptr; });
    if (!read)
        return ChangeWords::tr("No server has been read yet.");
    return ChangeWords::tr(nothing);
}

QString ChangeReasons::gpu(const operations::GpuRef& ref) const
{
    const auto host = m_fleet.find(ref.host);
    const model::Gpu* gpu = findGpu(m_fleet, ref);
    if (gpu == nullptr)
        return ChangeWords::tr("The selected GPU is no longer there.");
    if (canBePartitioned(*gpu))
        return {};
    return ChangeWords::tr("%1 cannot be partitioned. %2", "GPU, why")
        .arg(gpu->name, text::statusReason(analysis::assignedStatus(*gpu, *host->snapshot)))
        .trimmed();
}

QString ChangeReasons::vm(const VmRef& ref) const
{
    const auto host = m_fleet.find(ref.host);
    const model::VirtualMachine* vm = host && host->snapshot ? host->snapshot->findVm(ref.vm) : nullptr;
    if (vm == nullptr)
        return ChangeWords::tr("The selected virtual machine is no longer there.");
    if (host->snapshot->couldNotRead(model::Part::PartitionAdapters))
        return ChangeWords::tr("Whether %1 has a GPU partition could not be read. Refresh first.")
            .arg(analysis::vmTitle(*host->snapshot, *vm));
    return vm->partitionAdapters == 0 ? QString()
                                      : ChangeWords::tr("%1 already has a GPU partition.")
                                            .arg(analysis::vmTitle(*host->snapshot, *vm));
}

QString ChangeReasons::configure(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    if (!anyGpu(m_fleet, canBePartitioned))
        return anything(
            QT_TRANSLATE_NOOP("hvgpu::ui::ChangeWords", "No partitionable GPUs have been found."));
    const auto gpus = gpusToConfigure(selection, m_fleet);
    for (const operations::GpuRef& ref : gpus) {
        if (const QString reason = gpu(ref); !reason.isEmpty())
            return reason;
    }
    return {};
}

QString ChangeReasons::assign(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    if (!anyGpu(m_fleet, [](const model::Gpu& gpu) { return gpu.partitioning.has_value(); }))
        return anything(
            QT_TRANSLATE_NOOP("hvgpu::ui::ChangeWords", "No partitionable GPUs have been found."));
    if (selection.hosts.size() > 1)
        return ChangeWords::tr("Select rows of one server only: a partition is assigned on the server where "
                               "the virtual machine is.");
    for (const VmRef& ref : selection.vms) {
        if (const QString reason = vm(ref); !reason.isEmpty())
            return reason;
    }
    for (const operations::GpuRef& ref : selection.gpus) {
        const model::Gpu* chosen = findGpu(m_fleet, ref);
        if (chosen == nullptr || !chosen->partitioning)
            return gpu(ref);
        if (analysis::occupancy(*chosen).free() == 0)
            return ChangeWords::tr("All partitions of %1 are assigned.").arg(chosen->name);
    }
    return {};
}

/// What is assigned on a selected server is not known; without a selection, when nothing is known of others
/// either.
QString ChangeReasons::unread(const ChangeSelection& selection, bool anyKnown) const
{
    if (selection.hosts.empty() && anyKnown)
        return {};
    for (const auto& host : m_fleet.hosts) {
        const bool meant =
            selection.hosts.empty() || std::ranges::find(selection.hosts, host->id) != selection.hosts.end();
        if (meant && host->snapshot && host->snapshot->couldNotRead(model::Part::PartitionAdapters))
            return ChangeWords::tr(
                       "Which GPU partitions of %1 are assigned could not be read. Refresh first.")
                .arg(host->displayName);
    }
    return {};
}

QString ChangeReasons::unassign(const ChangeSelection& selection) const
{
    if (const QString reason = hosts(selection.hosts); !reason.isEmpty())
        return reason;
    bool any = false;
    for (const auto& host : m_fleet.hosts)
        forEachAdapter(*host, [&any](const model::Gpu*, const model::Assignment&) { any = true; });
    if (const bool found = !adaptersToUnassign(selection, m_fleet).empty(); found)
        return {};
    if (const QString reason = unread(selection, any); !reason.isEmpty())
        return reason;
    if (!any)
        return anything(QT_TRANSLATE_NOOP("hvgpu::ui::ChangeWords", "No GPU partition is assigned."));
    if (!selection.vms.empty())
        return ChangeWords::tr("The selected virtual machine has no GPU partition.");
    if (!selection.gpus.empty())
        return ChangeWords::tr("The selection has no assigned partition: select one, or a virtual machine.");
    return {};
}

} // namespace hvgpu::ui
