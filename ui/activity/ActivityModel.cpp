#include "ui/activity/ActivityModel.h"

#include "ui/activity/ActivityNode.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 1000;

/// Enough to know that no row of the target changed.
bool isSame(const operations::TargetProgress& a, const operations::TargetProgress& b)
{
    return a.state == b.state && a.unfinished == b.unfinished && a.step == b.step && a.percent == b.percent &&
           a.report.outcome == b.report.outcome && a.report.steps.size() == b.report.steps.size() &&
           a.report.undo.size() == b.report.undo.size() && a.report.vmLeft == b.report.vmLeft;
}

bool isSameWork(const operations::Activity& a, const operations::Activity& b)
{
    return a.state == b.state && a.task == b.task;
}

bool isBelow(const operations::Target& target, const Scope& scope)
{
    if (scope.kind == Scope::Kind::Host)
        return target.host == scope.host;
    // A server may have left the list since: the host's id alone says which entry it was of.
    const QString& host = target.host.text();
    return host == scope.entry.text() || host.startsWith(scope.entry.text() + u'/');
}

} // namespace

ActivityModel::ActivityModel(QObject* parent)
    : ListModel(parent)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &ActivityModel::tick);
}

ActivityModel::~ActivityModel() = default;

void ActivityModel::show(Activities activities)
{
    m_all = std::move(activities);
    applyFilter();
}

ActivityModel::Activities ActivityModel::shown() const
{
    Activities result;
    for (const auto& root : m_roots)
        result.push_back(root->activity);
    return result;
}

void ActivityModel::setFilter(const ActivityFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    applyFilter();
}

void ActivityModel::refreshAges()
{
    if (m_filter.period != ActivityFilter::Period::All)
        applyFilter();
}

void ActivityModel::applyFilter()
{
    Q_EMIT aboutToApply();
    const QDateTime today = now();
    Activities wanted;
    std::ranges::copy_if(m_all, std::back_inserter(wanted),
                         [&](const auto& activity) { return m_filter.accepts(*activity, today); });
    const auto isWanted = [&wanted](const QString& id) {
        return std::ranges::any_of(wanted, [&id](const auto& one) { return one->id == id; });
    };
    for (int row = static_cast<int>(m_roots.size()) - 1; row >= 0; --row) {
        if (!isWanted(m_roots[static_cast<std::size_t>(row)]->activity->id))
            removeRoot(row);
    }
    bool active = false;
    for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
        const auto& activity = wanted[static_cast<std::size_t>(row)];
        active = active || activity->isActive();
        const int known = rowOf(activity->id, row);
        if (known > row)
            removeRoot(known); // begun anew, so it is newer than others now
        if (known == row)
            changeRoot(*m_roots[static_cast<std::size_t>(row)], activity);
        else
            insertRoot(row, activity);
    }
    if (active != m_tick.isActive())
        active ? m_tick.start() : m_tick.stop();
    Q_EMIT applied();
}

int ActivityModel::rowOf(const QString& id, int from) const
{
    for (std::size_t row = static_cast<std::size_t>(from); row < m_roots.size(); ++row) {
        if (m_roots[row]->activity->id == id)
            return static_cast<int>(row);
    }
    return -1;
}

void ActivityModel::insertRoot(int row, const std::shared_ptr<const operations::Activity>& activity)
{
    auto root = std::make_unique<Node>();
    root->activity = activity;
    root->grow(*activity, now());
    beginInsertRows({}, row, row);
    m_roots.insert(m_roots.begin() + row, std::move(root));
    for (std::size_t i = 0; i < m_roots.size(); ++i)
        m_roots[i]->row = static_cast<int>(i);
    endInsertRows();
}

void ActivityModel::removeRoot(int row)
{
    beginRemoveRows({}, row, row);
    m_roots.erase(m_roots.begin() + row);
    for (std::size_t i = 0; i < m_roots.size(); ++i)
        m_roots[i]->row = static_cast<int>(i);
    endRemoveRows();
}

void ActivityModel::changeRoot(Node& root, const std::shared_ptr<const operations::Activity>& activity)
{
    if (root.activity == activity)
        return;
    const std::shared_ptr<const operations::Activity> before = std::exchange(root.activity, activity);
    refresh(root, *activity);
    const bool sameWork = isSameWork(*before, *activity);
    for (const auto& target : root.children) {
        const auto index = static_cast<std::size_t>(target->place.target);
        if (!sameWork || !isSame(before->targets[index], activity->targets[index]))
            changeTarget(*target, *activity);
    }
}

void ActivityModel::changeTarget(Node& node, const operations::Activity& activity)
{
    refresh(node, activity);
    addMissing(node, node.wantedChildren(activity));
    for (const auto& step : node.children) {
        refresh(*step, activity);
        addMissing(*step, step->wantedChildren(activity));
        for (const auto& call : step->children)
            refresh(*call, activity);
    }
}

/// Steps and calls only ever grow in number, except when a plan is begun anew.
void ActivityModel::addMissing(Node& node, std::vector<std::unique_ptr<Node>> wanted)
{
    const int have = static_cast<int>(node.children.size());
    const int want = static_cast<int>(wanted.size());
    const QModelIndex parent = indexOf(node);
    if (want < have) {
        beginRemoveRows(parent, want, have - 1);
        node.children.resize(static_cast<std::size_t>(want));
        endRemoveRows();
        return;
    }
    if (want == have)
        return;
    beginInsertRows(parent, have, want - 1);
    for (std::size_t i = static_cast<std::size_t>(have); i < wanted.size(); ++i) {
        wanted[i]->grow(activityOf(node), now());
        node.children.push_back(std::move(wanted[i]));
    }
    endInsertRows();
}

void ActivityModel::refresh(Node& node, const operations::Activity& activity)
{
    ActivityFace fresh = node.faceOf(activity, now());
    if (fresh == node.face)
        return;
    node.face = std::move(fresh);
    Q_EMIT dataChanged(indexOf(node), indexOf(node, columnCount() - 1));
}

void ActivityModel::tick()
{
    for (const auto& root : m_roots) {
        if (root->activity->isActive())
            refresh(*root, *root->activity);
    }
}

// ---- tree

ActivityModel::Node* ActivityModel::nodeAt(const QModelIndex& index)
{
    return static_cast<Node*>(index.internalPointer());
}

QModelIndex ActivityModel::indexOf(const Node& node, int column) const
{
    return createIndex(node.row, column, &node);
}

const operations::Activity& ActivityModel::activityOf(const Node& node) const
{
    return *node.root().activity;
}

std::shared_ptr<const operations::Activity> ActivityModel::activityAt(const QModelIndex& index) const
{
    const Node* node = nodeAt(index);
    return node != nullptr ? node->root().activity : nullptr;
}

ActivityModel::Place ActivityModel::placeAt(const QModelIndex& index) const
{
    const Node* node = nodeAt(index);
    return node != nullptr ? node->place : Place();
}

QModelIndex ActivityModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* node = nodeAt(parent);
    const auto& rows = node != nullptr ? node->children : m_roots;
    if (row < 0 || row >= static_cast<int>(rows.size()) || column < 0 || column >= columnCount() ||
        parent.column() > 0)
        return {};
    return indexOf(*rows[static_cast<std::size_t>(row)], column);
}

QModelIndex ActivityModel::parent(const QModelIndex& child) const
{
    const Node* node = nodeAt(child);
    return node != nullptr && node->parent != nullptr ? indexOf(*node->parent) : QModelIndex();
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node* node = nodeAt(parent);
    return static_cast<int>(node != nullptr ? node->children.size() : m_roots.size());
}

QModelIndex ActivityModel::indexOfKey(const QString& rowKey) const
{
    const auto* rows = &m_roots;
    while (true) {
        const auto found = std::ranges::find_if(*rows, [&rowKey](const auto& node) {
            const QString key = node->key();
            return rowKey.startsWith(key) &&
                   (rowKey.size() == key.size() || rowKey[key.size()] == QChar(0x1f));
        });
        if (found == rows->end())
            return {};
        if ((*found)->key() == rowKey)
            return indexOf(**found);
        rows = &(*found)->children;
    }
}

bool ActivityModel::inScope(const QModelIndex& index, const Scope& scope) const
{
    if (scope.kind == Scope::Kind::All)
        return true;
    const Node* node = nodeAt(index);
    if (node == nullptr)
        return false;
    const auto& targets = activityOf(*node).plan.targets;
    return std::ranges::any_of(targets, [&scope](const auto& target) { return isBelow(target, scope); });
}

ContentState ActivityModel::contentState(const Scope& scope) const
{
    ContentState state;
    state.hosts = 1; // the list is ours, whatever servers there are
    for (const auto& root : m_roots)
        state.items += inScope(indexOf(*root), scope) ? 1 : 0;
    if (state.items == 0)
        state.whenEmpty = m_filter.isOpen()
                              ? tr("Partition counts that you configure and partitions that you assign or "
                                   "unassign appear here, with every step, its result and a way back.")
                              : tr("No change matches what is chosen above.");
    return state;
}

} // namespace hvgpu::ui
