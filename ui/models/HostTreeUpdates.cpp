#include "ui/models/HostTreeBranches.h"
#include "ui/models/HostTreeModel.h"

#include <QSet>

#include <algorithm>

namespace hvgpu::ui {

namespace {

/// Whether the host as a whole changed in something every cell below it may depend on.
bool factsDiffer(const model::HostSnapshot& a, const model::HostSnapshot& b)
{
    return !(a.host == b.host) || !std::equal(a.notes.begin(), a.notes.end(), b.notes.begin(), b.notes.end(),
                                              [](const model::ReadNote& x, const model::ReadNote& y) {
                                                  return x.part == y.part && x.subject == y.subject;
                                              });
}

/// VMs whose row differs between two snapshots; cells of their partitions and devices depend on them.
QSet<QString> changedVms(const model::HostSnapshot& before, const model::HostSnapshot& after,
                         const fleet::HostDelta& delta)
{
    QSet<QString> ids;
    for (const int position : delta.changedVms)
        ids.insert(after.vms[static_cast<std::size_t>(position)].id.text());
    if (!delta.vmShapeChanged)
        return ids;
    QHash<QString, const model::VirtualMachine*> old;
    for (const model::VirtualMachine& vm : before.vms)
        old.insert(vm.id.text(), &vm);
    for (const model::VirtualMachine& vm : after.vms) {
        const model::VirtualMachine* known = old.take(vm.id.text());
        if (known == nullptr || known->state != vm.state || known->name != vm.name)
            ids.insert(vm.id.text());
    }
    for (auto gone = old.cbegin(); gone != old.cend(); ++gone)
        ids.insert(gone.key());
    return ids;
}

bool touches(const model::Gpu& gpu, const QSet<QString>& vms)
{
    return !vms.isEmpty() &&
           std::any_of(gpu.assignments.begin(), gpu.assignments.end(),
                       [&vms](const model::Assignment& one) { return vms.contains(one.vm.text()); });
}

/// Gives @p rows the length of @p fresh without touching what stays: content changes are announced
/// separately.
template <class Rows>
void resizeLike(Rows& rows, const Rows& fresh)
{
    if (rows.size() > fresh.size())
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(fresh.size()), rows.end());
    else
        rows.insert(rows.end(), fresh.begin() + static_cast<std::ptrdiff_t>(rows.size()), fresh.end());
}

void numberIdenticalCards(const std::vector<GpuRow*>& rows)
{
    QHash<QString, int> total;
    for (const GpuRow* row : rows)
        ++total[row->gpu->name];
    QHash<QString, int> seen;
    for (GpuRow* row : rows)
        row->ordinal = total.value(row->gpu->name) > 1 ? ++seen[row->gpu->name] : 0;
}

} // namespace

void HostTreeModel::fill(HostBranch& host) const
{
    if (!host.record->snapshot)
        return fillFromFirstLook(host);
    const model::HostSnapshot& data = *host.record->snapshot;
    std::vector<GpuRow> all(data.gpus.size());
    std::vector<GpuRow*> pointers;
    for (std::size_t i = 0; i < data.gpus.size(); ++i) {
        all[i].gpu = &data.gpus[i];
        all[i].position = static_cast<int>(i);
        pointers.push_back(&all[i]);
    }
    numberIdenticalCards(pointers);
    const analysis::AssignmentFacts facts = analysis::assignmentFacts(data);
    for (GpuRow& row : all) {
        if (!listsGpu(*row.gpu))
            continue;
        if (row.gpu->partitioning)
            row.slots = analysis::partitionLayout(*row.gpu, facts);
        row.occupancy = analysis::occupancy(*row.gpu, facts);
        auto branch = std::make_unique<GpuBranch>(&host);
        branch->row = static_cast<int>(host.gpus.size());
        branch->data = std::move(row);
        host.gpus.push_back(std::move(branch));
    }
    if (m_withPartitions)
        for (const model::Assignment& assignment : data.unplacedAssignments)
            if (assignment.kind == model::Assignment::Kind::Partition)
                host.unplaced.push_back(&assignment);
}

/// Rows to look at only. Identical cards get their numbers when their slots are known.
void HostTreeModel::fillFromFirstLook(HostBranch& host) const
{
    if (m_withPartitions || !host.record->firstLook)
        return;
    for (const model::Gpu& gpu : host.record->firstLook->gpus) {
        if (!listsGpu(gpu))
            continue;
        auto branch = std::make_unique<GpuBranch>(&host);
        branch->row = static_cast<int>(host.gpus.size());
        branch->data.gpu = &gpu;
        host.gpus.push_back(std::move(branch));
    }
}

std::unique_ptr<HostTreeModel::HostBranch>
HostTreeModel::makeHost(std::shared_ptr<const fleet::HostRecord> record) const
{
    auto host = std::make_unique<HostBranch>();
    host->record = std::move(record);
    fill(*host);
    return host;
}

void HostTreeModel::rebuild(const fleet::FleetSnapshot& snapshot)
{
    m_hosts.clear();
    m_byId.clear();
    m_hosts.reserve(snapshot.hosts.size());
    for (const auto& record : snapshot.hosts) {
        m_hosts.push_back(makeHost(record));
        m_byId.insert(record->id, m_hosts.back().get());
    }
    renumber(0);
}

void HostTreeModel::renumber(std::size_t from)
{
    for (std::size_t i = from; i < m_hosts.size(); ++i)
        m_hosts[i]->row = static_cast<int>(i);
}

void HostTreeModel::applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet)
{
    if (delta.kind == fleet::HostDelta::Kind::Removed || !delta.after) {
        removeHost(delta.id);
        return;
    }
    if (HostBranch* host = m_byId.value(delta.id))
        changeHost(*host, delta);
    else
        insertHost(delta.after, fleet);
}

void HostTreeModel::insertHost(const std::shared_ptr<const fleet::HostRecord>& record,
                               const fleet::FleetSnapshot& fleet)
{
    const std::size_t at =
        m_order.position(m_hosts, record->id, fleet,
                         [](const auto& host) -> const model::HostId& { return host->record->id; });
    auto host = makeHost(record);
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    m_byId.insert(record->id, host.get());
    m_hosts.insert(m_hosts.begin() + static_cast<std::ptrdiff_t>(at), std::move(host));
    renumber(at);
    endInsertRows();
}

void HostTreeModel::removeHost(const model::HostId& id)
{
    const HostBranch* host = m_byId.value(id);
    if (host == nullptr)
        return;
    const int row = host->row;
    beginRemoveRows({}, row, row);
    m_byId.remove(id);
    m_hosts.erase(m_hosts.begin() + row);
    renumber(static_cast<std::size_t>(row));
    endRemoveRows();
}

void HostTreeModel::changeHost(HostBranch& host, const fleet::HostDelta& delta)
{
    const std::shared_ptr<const fleet::HostRecord> before = host.record; // keeps what old rows point to
    host.key.clear();
    if (before->snapshot == delta.after->snapshot && before->firstLook == delta.after->firstLook) {
        host.record = delta.after;
        emitRows(host, -1, -1);
        return;
    }
    const auto fresh = makeHost(delta.after);
    const bool sameShape =
        host.unplaced.size() == fresh->unplaced.size() &&
        std::equal(host.gpus.begin(), host.gpus.end(), fresh->gpus.begin(), fresh->gpus.end(),
                   [this](const auto& a, const auto& b) {
                       return a->data.gpu->id == b->data.gpu->id &&
                              (!m_withPartitions || a->data.slots.size() == b->data.slots.size());
                   });
    if (sameShape) {
        changeInPlace(host, *fresh, delta);
    } else {
        // A row that is about to go may still be read, and what it says rests on the data of its host.
        if (delta.after->snapshot)
            host.record = delta.after;
        changeUnplaced(host, *fresh);
        changeGpus(host, *fresh);
        host.record = delta.after;
    }
    emitRows(host, -1, -1);
}

void HostTreeModel::changeInPlace(HostBranch& host, HostBranch& fresh, const fleet::HostDelta& delta)
{
    const std::shared_ptr<const fleet::HostRecord> before = host.record;
    const bool all = !before->snapshot || !delta.after->snapshot || delta.before != before ||
                     delta.gpuShapeChanged || factsDiffer(*before->snapshot, *delta.after->snapshot);
    const QSet<int> positions(delta.changedGpus.begin(), delta.changedGpus.end());
    const QSet<QString> vms =
        all ? QSet<QString>() : changedVms(*before->snapshot, *delta.after->snapshot, delta);
    host.record = delta.after;
    std::vector<bool> changed;
    for (std::size_t i = 0; i < host.gpus.size(); ++i) {
        GpuBranch& gpu = *host.gpus[i];
        const bool renamed = gpu.data.ordinal != fresh.gpus[i]->data.ordinal;
        gpu.take(*fresh.gpus[i]);
        changed.push_back(all || renamed || positions.contains(gpu.data.position) ||
                          touches(*gpu.data.gpu, vms));
    }
    host.unplaced = std::move(fresh.unplaced);
    for (std::size_t i = 0; i < changed.size(); ++i) {
        std::size_t last = i;
        while (last < changed.size() && changed[last])
            ++last;
        if (last == i)
            continue;
        emitRows(host, static_cast<int>(i), static_cast<int>(last) - 1);
        for (std::size_t gpu = i; m_withPartitions && gpu < last; ++gpu)
            emitRows(*host.gpus[gpu], 0, static_cast<int>(host.gpus[gpu]->data.slots.size()) - 1);
        i = last;
    }
    emitRows(host, static_cast<int>(host.gpus.size()), host.childCount() - 1);
}

void HostTreeModel::changeUnplaced(HostBranch& host, HostBranch& fresh)
{
    const int base = static_cast<int>(host.gpus.size());
    const int before = static_cast<int>(host.unplaced.size());
    const int after = static_cast<int>(fresh.unplaced.size());
    if (after > before)
        beginInsertRows(indexOf(host), base + before, base + after - 1);
    else if (after < before)
        beginRemoveRows(indexOf(host), base + after, base + before - 1);
    resizeLike(host.unplaced, fresh.unplaced);
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    host.unplaced = std::move(fresh.unplaced);
    emitRows(host, base, base + std::min(before, after) - 1);
}

void HostTreeModel::changeGpus(HostBranch& host, HostBranch& fresh)
{
    auto& now = host.gpus;
    auto& wanted = fresh.gpus;
    const auto number = [&now] {
        for (std::size_t i = 0; i < now.size(); ++i)
            now[i]->row = static_cast<int>(i);
    };
    const auto find = [](const auto& list, std::size_t from, const model::GpuId& id) {
        return static_cast<std::size_t>(
            std::find_if(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(),
                         [&id](const auto& one) { return one && one->data.gpu->id == id; }) -
            list.begin());
    };
    for (std::size_t i = now.size(); i-- > 0;) {
        if (find(wanted, 0, now[i]->data.gpu->id) < wanted.size())
            continue;
        beginRemoveRows(indexOf(host), static_cast<int>(i), static_cast<int>(i));
        now.erase(now.begin() + static_cast<std::ptrdiff_t>(i));
        number();
        endRemoveRows();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::size_t at = find(now, i, wanted[i]->data.gpu->id);
        const int row = static_cast<int>(i);
        if (at == now.size()) {
            beginInsertRows(indexOf(host), row, row);
            auto branch = std::make_unique<GpuBranch>(&host);
            branch->take(*wanted[i]);
            now.insert(now.begin() + row, std::move(branch));
            number();
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows(indexOf(host), static_cast<int>(at), static_cast<int>(at), indexOf(host), row);
            std::rotate(now.begin() + row, now.begin() + static_cast<std::ptrdiff_t>(at),
                        now.begin() + static_cast<std::ptrdiff_t>(at) + 1);
            number();
            endMoveRows();
        }
        changeSlots(host, *now[i], *wanted[i]);
    }
}

void HostTreeModel::changeSlots(HostBranch& host, GpuBranch& gpu, GpuBranch& fresh)
{
    const int before = m_withPartitions ? static_cast<int>(gpu.data.slots.size()) : 0;
    const int after = m_withPartitions ? static_cast<int>(fresh.data.slots.size()) : 0;
    if (after > before)
        beginInsertRows(indexOf(gpu), before, after - 1);
    else if (after < before)
        beginRemoveRows(indexOf(gpu), after, before - 1);
    resizeLike(gpu.data.slots, fresh.data.slots);
    gpu.slotKeys.clear();
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    gpu.take(fresh);
    emitRows(host, gpu.row, gpu.row);
    emitRows(gpu, 0, std::min(before, after) - 1);
}

void HostTreeModel::emitRows(const Branch& parent, int first, int last)
{
    if (first < 0) { // the branch's own row
        Q_EMIT dataChanged(indexOf(parent), indexOf(parent, columnCount() - 1));
        return;
    }
    if (last < first)
        return;
    Q_EMIT dataChanged(createIndex(first, 0, static_cast<const void*>(&parent)),
                       createIndex(last, columnCount() - 1, static_cast<const void*>(&parent)));
}

void HostTreeModel::applyEntries(const fleet::FleetSnapshot& fleet)
{
    for (const auto& record : missingHosts(m_byId, fleet))
        insertHost(record, fleet);
    for (const model::HostId& id : surplusHosts(m_byId, fleet))
        removeHost(id);
    for (std::size_t i = 0; i < fleet.hosts.size(); ++i) {
        const int at = m_byId.value(fleet.hosts[i]->id)->row;
        const int row = static_cast<int>(i);
        if (at == row)
            continue;
        beginMoveRows({}, at, at, {}, row);
        std::rotate(m_hosts.begin() + row, m_hosts.begin() + at, m_hosts.begin() + at + 1);
        renumber(i);
        endMoveRows();
    }
}

} // namespace hvgpu::ui
