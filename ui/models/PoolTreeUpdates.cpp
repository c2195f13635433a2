#include "ui/models/PoolNode.h"
#include "ui/models/PoolTreeModel.h"

#include <algorithm>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar keySeparator(0x1f);
using Kind = model::Assignment::Kind;

const model::Assignment* wholeDeviceOf(const model::Gpu& gpu)
{
    const auto found = std::ranges::find(gpu.assignments, Kind::WholeDevice, &model::Assignment::kind);
    return found == gpu.assignments.end() ? nullptr : &*found;
}

bool isDismounted(const model::Gpu& gpu)
{
    return gpu.dismounted || (gpu.pnp && gpu.pnp->isDismounted());
}

QString pathOf(const model::Gpu& gpu)
{
    if (gpu.dismounted)
        return gpu.dismounted->instancePath;
    return gpu.pnp ? gpu.pnp->instanceId : gpu.id.text();
}

bool sameName(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool hasPool(const model::HostSnapshot& host, const QString& name)
{
    return std::ranges::any_of(host.pools, [&name](const auto& pool) { return sameName(pool.name, name); });
}

/// Servers of the cluster that were read and have no pool of this name.
QStringList serversWithout(const QString& pool, const fleet::HostRecord& host,
                           const fleet::FleetSnapshot& fleet)
{
    QStringList names;
    if (!host.inCluster)
        return names;
    for (const auto& other : fleet.hosts) {
        if (other->entry == host.entry && other->snapshot &&
            !other->snapshot->couldNotRead(model::Part::ResourcePools) && other->snapshot->host.hyperVRole &&
            !hasPool(*other->snapshot, pool))
            names << other->displayName;
    }
    return names;
}

QString noteOf(const QString& pool, bool exists, const fleet::HostRecord& host,
               const fleet::FleetSnapshot& fleet)
{
    if (pool.isEmpty())
        return {};
    if (!exists)
        return PoolTreeModel::tr(
            "This server has no pool of this name: virtual machines that need it cannot start "
            "here");
    const QStringList without = serversWithout(pool, host, fleet);
    return without.isEmpty() ? QString() : PoolTreeModel::tr("Not on %1").arg(without.join(u", "_s));
}

} // namespace

/// Makes the rows of one server from what was read of it.
class PoolTreeModel::Builder
{
public:
    Builder(std::shared_ptr<const fleet::HostRecord> record, const fleet::FleetSnapshot& fleet)
        : m_fleet(fleet)
        , m_host(std::make_unique<Node>())
    {
        m_host->record = std::move(record);
        m_host->key = u"h:"_s + m_host->record->id.text();
    }

    [[nodiscard]] std::unique_ptr<Node> make()
    {
        if (const auto& data = m_host->record->snapshot) {
            addPools(*data);
            addMissingPools(*data);
            addLooseDevices(*data);
        }
        return std::move(m_host);
    }

private:
    void addPools(const model::HostSnapshot& data)
    {
        for (const model::GpuPool& pool : data.pools) {
            Node& group = addGroup(pool.name, &pool);
            for (const QString& path : pool.devices)
                addDevice(group, path, data.findGpu(model::gpuIdFrom(path)));
            addWaiting(group, data);
        }
    }

    /// Pools that virtual machines name and the server does not have.
    void addMissingPools(const model::HostSnapshot& data)
    {
        if (data.couldNotRead(model::Part::ResourcePools))
            return;
        QStringList missing;
        for (const model::Assignment& assignment : data.unplacedAssignments) {
            const QString& name = assignment.poolName;
            if (assignment.kind == Kind::WholeDevice && !name.isEmpty() && !hasPool(data, name) &&
                !missing.contains(name, Qt::CaseInsensitive))
                missing << name;
        }
        for (const QString& name : std::as_const(missing))
            addWaiting(addGroup(name, nullptr), data);
    }

    /// Dismounted GPUs that are in no pool.
    void addLooseDevices(const model::HostSnapshot& data)
    {
        Node* loose = nullptr;
        for (const model::Gpu& gpu : data.gpus) {
            if (!isDismounted(gpu) || data.poolOf(gpu) != nullptr)
                continue;
            if (loose == nullptr)
                loose = &addGroup({}, nullptr);
            addDevice(*loose, pathOf(gpu), &gpu);
        }
    }

    Node& addGroup(const QString& name, const model::GpuPool* pool)
    {
        auto group = std::make_unique<Node>();
        group->kind = RowKind::Pool;
        group->key = u"o:"_s + m_host->record->id.text() + keySeparator + name.toCaseFolded();
        group->title = name;
        group->pool = pool;
        group->note = noteOf(name, pool != nullptr, *m_host->record, m_fleet);
        return m_host->add(std::move(group));
    }

    static void addDevice(Node& group, const QString& path, const model::Gpu* gpu)
    {
        auto device = std::make_unique<Node>();
        device->kind = RowKind::Device;
        device->key = u"d:"_s + group.key.mid(2) + keySeparator + model::gpuIdFrom(path).text();
        device->pool = group.pool;
        device->gpu = gpu;
        device->devicePath = path;
        device->assignment = gpu != nullptr ? wholeDeviceOf(*gpu) : nullptr;
        group.add(std::move(device));
    }

    /// Virtual machines that are to get a device of the pool when they start.
    static void addWaiting(Node& group, const model::HostSnapshot& data)
    {
        for (const model::Assignment& assignment : data.unplacedAssignments) {
            if (assignment.kind != Kind::WholeDevice || !sameName(assignment.poolName, group.title))
                continue;
            auto waiting = std::make_unique<Node>();
            waiting->kind = RowKind::Waiting;
            waiting->key = u"w:"_s + group.key.mid(2) + keySeparator + assignment.adapterId;
            waiting->pool = group.pool;
            waiting->assignment = &assignment;
            group.add(std::move(waiting));
        }
    }

    const fleet::FleetSnapshot& m_fleet;
    std::unique_ptr<Node> m_host;
};

std::unique_ptr<PoolTreeModel::Node> PoolTreeModel::makeHost(std::shared_ptr<const fleet::HostRecord> record,
                                                             const fleet::FleetSnapshot& fleet)
{
    return Builder(std::move(record), fleet).make();
}

void PoolTreeModel::rebuild(const fleet::FleetSnapshot& snapshot)
{
    m_hosts.clear();
    m_byId.clear();
    for (const auto& record : snapshot.hosts) {
        m_hosts.push_back(makeHost(record, snapshot));
        m_byId.insert(record->id, m_hosts.back().get());
    }
    renumberHosts(0);
}

void PoolTreeModel::renumberHosts(std::size_t from)
{
    for (std::size_t i = from; i < m_hosts.size(); ++i)
        m_hosts[i]->row = static_cast<int>(i);
}

void PoolTreeModel::applyHost(const fleet::HostDelta& delta, const fleet::FleetSnapshot& fleet)
{
    if (delta.kind == fleet::HostDelta::Kind::Removed || !delta.after) {
        removeHost(delta.id, fleet);
        return;
    }
    Node* host = m_byId.value(delta.id);
    if (host == nullptr) {
        insertHost(delta.after, fleet);
    } else {
        const std::shared_ptr<const fleet::HostRecord> before = host->record; // keeps what old rows point to
        const auto fresh = makeHost(delta.after, fleet);
        host->take(*fresh);
        reconcile(*host, std::move(fresh->children));
        emitRow(*host);
        if (before->entry != delta.after->entry)
            updateNotes(*before, fleet);
    }
    updateNotes(*delta.after, fleet);
}

void PoolTreeModel::insertHost(const std::shared_ptr<const fleet::HostRecord>& record,
                               const fleet::FleetSnapshot& fleet)
{
    const std::size_t at =
        m_order.position(m_hosts, record->id, fleet,
                         [](const auto& host) -> const model::HostId& { return host->record->id; });
    auto host = makeHost(record, fleet);
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    m_byId.insert(record->id, host.get());
    m_hosts.insert(m_hosts.begin() + static_cast<std::ptrdiff_t>(at), std::move(host));
    renumberHosts(at);
    endInsertRows();
}

void PoolTreeModel::removeHost(const model::HostId& id, const fleet::FleetSnapshot& fleet)
{
    const Node* host = m_byId.value(id);
    if (host == nullptr)
        return;
    const std::shared_ptr<const fleet::HostRecord> gone = host->record;
    const int row = host->row;
    beginRemoveRows({}, row, row);
    m_byId.remove(id);
    m_hosts.erase(m_hosts.begin() + row);
    renumberHosts(static_cast<std::size_t>(row));
    endRemoveRows();
    updateNotes(*gone, fleet);
}

void PoolTreeModel::removeMissing(Node& parent, const Nodes& fresh)
{
    for (std::size_t i = parent.children.size(); i-- > 0;) {
        const QString& key = parent.children[i]->key;
        if (std::ranges::any_of(fresh, [&key](const auto& node) { return node->key == key; }))
            continue;
        const int row = static_cast<int>(i);
        beginRemoveRows(indexOf(parent), row, row);
        parent.children.erase(parent.children.begin() + row);
        parent.renumber();
        endRemoveRows();
    }
}

/// Brings the rows below @p parent to those of @p fresh, one range at a time.
void PoolTreeModel::reconcile(Node& parent, Nodes fresh)
{
    removeMissing(parent, fresh);
    Nodes& now = parent.children;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const int row = static_cast<int>(i);
        const auto known = std::find_if(now.begin() + row, now.end(),
                                        [&](const auto& node) { return node->key == fresh[i]->key; });
        if (known == now.end()) {
            beginInsertRows(indexOf(parent), row, row);
            now.insert(now.begin() + row, std::move(fresh[i]));
            parent.renumber();
            endInsertRows();
            continue;
        }
        if (const int at = static_cast<int>(known - now.begin()); at != row) {
            beginMoveRows(indexOf(parent), at, at, indexOf(parent), row);
            std::rotate(now.begin() + row, known, known + 1);
            parent.renumber();
            endMoveRows();
        }
        Node& node = *now[i];
        node.take(*fresh[i]);
        emitRow(node);
        reconcile(node, std::move(fresh[i]->children));
    }
}

/// A pool made or deleted on one server of a cluster, or a server that comes or goes, changes what is said of
/// the pools of the others.
void PoolTreeModel::updateNotes(const fleet::HostRecord& changed, const fleet::FleetSnapshot& fleet)
{
    for (const auto& host : m_hosts) {
        if (!host->record->inCluster || host->record->entry != changed.entry)
            continue;
        for (const auto& group : host->children) {
            const QString note = noteOf(group->title, group->pool != nullptr, *host->record, fleet);
            if (note == group->note)
                continue;
            group->note = note;
            group->filterKey.clear();
            emitRow(*group);
        }
    }
}

void PoolTreeModel::emitRow(const Node& node)
{
    Q_EMIT dataChanged(indexOf(node), indexOf(node, columnCount() - 1));
}

void PoolTreeModel::applyEntries(const fleet::FleetSnapshot& fleet)
{
    for (const auto& record : missingHosts(m_byId, fleet)) {
        insertHost(record, fleet);
        updateNotes(*record, fleet);
    }
    for (const model::HostId& id : surplusHosts(m_byId, fleet))
        removeHost(id, fleet);
    for (std::size_t i = 0; i < fleet.hosts.size(); ++i) {
        const int at = m_byId.value(fleet.hosts[i]->id)->row;
        const int row = static_cast<int>(i);
        if (at == row)
            continue;
        beginMoveRows({}, at, at, {}, row);
        std::rotate(m_hosts.begin() + row, m_hosts.begin() + at, m_hosts.begin() + at + 1);
        renumberHosts(i);
        endMoveRows();
        updateNotes(*fleet.hosts[i], fleet); // they name servers in this order
    }
}

} // namespace hvgpu::ui
