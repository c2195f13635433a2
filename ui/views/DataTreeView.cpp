#include "ui/views/DataTreeView.h"

#include "ui/delegates/CellDelegate.h"
#include "ui/delegates/OccupancyDelegate.h"
#include "ui/delegates/StatusDelegate.h"
#include "ui/views/ColumnLayout.h"
#include "ui/views/ExpansionKeeper.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSet>

#include <algorithm>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int filterDelayMs = 150;
constexpr int overlayDelayMs = 50;
constexpr int sampleRows = 200;
constexpr int maxSampleChars = 28;
constexpr int maxNameChars = 38; // names are what rows are told apart by
constexpr int autoExpandServers = 40;
constexpr int expandLimit = 20'000;
constexpr std::size_t maxPainted = 2000;

/// Columns drawn with icon and word.
constexpr const char* statusColumns[] = {"assigned_status", "state", "vm_state", "virtual_machine", "server"};

} // namespace

DataTreeView::DataTreeView(Content content, QWidget* parent)
    : QTreeView(parent)
    , m_content(content)
    , m_proxy(new FleetFilterProxy(this))
    , m_overlay(new StateOverlay(viewport()))
{
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(true);
    setRootIsDecorated(content != Content::Vms);
    setTextElideMode(Qt::ElideRight);
    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(filterDelayMs);
    connect(&m_filterTimer, &QTimer::timeout, this, &DataTreeView::applyFilter);
    m_overlayTimer.setSingleShot(true);
    m_overlayTimer.setInterval(overlayDelayMs);
    connect(&m_overlayTimer, &QTimer::timeout, this, &DataTreeView::updateOverlay);
    connect(m_overlay, &StateOverlay::actionRequested, this, &DataTreeView::addServerRequested);
    connect(m_overlay, &StateOverlay::clearFilterRequested, this, [this] {
        setFilterText({});
        applyFilter();
        Q_EMIT clearFilterRequested();
    });
    connect(m_overlay, &StateOverlay::retryRequested, this, &DataTreeView::retryRequested);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT rowActivated(m_proxy->mapToSource(index)); });
}

DataTreeView::~DataTreeView() = default;

void DataTreeView::setListModel(ListModel* model)
{
    m_proxy->setListModel(model);
    setModel(m_proxy);
    delete m_keeper;
    m_keeper = new ExpansionKeeper(this, m_proxy);
    m_keeper->setAutoExpandLimit(autoExpandServers);
    setUpHeader();
    setUpDelegates();
    connect(model, &ListModel::applied, this, &DataTreeView::scheduleOverlay);
    connect(m_proxy, &FleetFilterProxy::refiltered, this, &DataTreeView::updateOverlay);
    m_keeper->restoreExpansion();
    updateOverlay();
}

ListModel* DataTreeView::listModel() const
{
    return m_proxy->listModel();
}

void DataTreeView::setUpHeader()
{
    QHeaderView* sections = header();
    sections->setSectionResizeMode(
        QHeaderView::Interactive); // anything by contents costs minutes in large fleets
    sections->setStretchLastSection(false);
    sections->setSectionsMovable(true);
    sections->setHighlightSections(false);
    sections->setSortIndicatorClearable(true);
    sections->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    ColumnLayout(sections, listModel()).reset();
    sections->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(sections, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        QMenu* menu = createColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header()->mapToGlobal(position));
    });
    connect(sections, &QHeaderView::sectionMoved, this, &DataTreeView::layoutChangedByUser);
    connect(sections, &QHeaderView::sectionResized, this, &DataTreeView::layoutChangedByUser);
    connect(sections, &QHeaderView::sortIndicatorChanged, this, &DataTreeView::layoutChangedByUser);
}

void DataTreeView::setUpDelegates()
{
    setItemDelegate(new CellDelegate(this));
    const int occupancy = listModel()->columnOf("occupancy"_L1);
    if (occupancy >= 0)
        setItemDelegateForColumn(occupancy, new OccupancyDelegate(this));
    for (const char* id : statusColumns)
        if (const int column = listModel()->columnOf(QLatin1String(id)); column > 0)
            setItemDelegateForColumn(column, new StatusDelegate(this));
}

// ---- filter, scope, states

void DataTreeView::setFilterText(const QString& text)
{
    m_wantedFilter = text.trimmed();
    m_filterTimer.start();
}

void DataTreeView::applyFilter()
{
    m_filterTimer.stop();
    m_proxy->setFilterText(m_wantedFilter);
}

void DataTreeView::setScope(const Scope& scope)
{
    m_proxy->setScope(scope);
}

void DataTreeView::scheduleOverlay()
{
    if (!m_overlayTimer.isActive())
        m_overlayTimer.start();
}

void DataTreeView::updateOverlay()
{
    if (!m_sized && isTimeToSize())
        sizeColumns();
    const ContentState state = listModel()->contentState(m_proxy->scope());
    const bool filteredAway = !m_proxy->filterText().isEmpty() && m_proxy->rowCount() == 0;
    if (state.hosts == 0 && (m_content != Content::Servers || state.items == 0))
        m_overlay->showEmpty(tr("No servers yet. Add a Hyper-V server or a cluster to see its GPUs."),
                             tr("Add se&rver…"));
    else if (state.items == 0)
        showNothing(state);
    else if (filteredAway)
        m_overlay->showFiltered(m_proxy->filterText());
    else
        m_overlay->hideState();
}

void DataTreeView::showNothing(const ContentState& state)
{
    if (!state.whenEmpty.isEmpty()) {
        m_overlay->showEmpty(state.whenEmpty);
        return;
    }
    if (state.loading > 0 && state.loading + state.neverRead == state.hosts) {
        m_overlay->showLoading(tr("Reading %n server(s)…", nullptr, state.loading));
        return;
    }
    if (state.failed == state.hosts) {
        m_overlay->showError(state.hosts == 1
                                 ? state.firstError
                                 : tr("None of %n server(s) could be read.", nullptr, state.hosts) + u'\n' +
                                       state.firstError);
        return;
    }
    if (state.loading + state.neverRead + state.failed + state.incomplete > 0) {
        m_overlay->hideState(); // the rows say which server has what; "none" would be a guess
        return;
    }
    switch (m_content) {
    case Content::Partitions:
        m_overlay->showEmpty(
            tr("No partitionable GPUs have been found. Please check that you have a GPU with the "
               "correct GPU-P driver to proceed."));
        break;
    case Content::Pools:
        m_overlay->showEmpty(tr(
            "There is no GPU pool on these servers, and no GPU is dismounted. A pool holds GPUs that the "
            "virtual machines of a cluster get whole (DDA, Windows Server 2025): choose Create GPU pool."));
        break;
    case Content::Vms:
        m_overlay->showEmpty(tr("There are no virtual machines on these servers."));
        break;
    default:
        m_overlay->showEmpty(tr("No GPUs have been found on these servers."));
    }
}

// ---- selection

QModelIndexList DataTreeView::selectedSourceRows() const
{
    QModelIndexList rows = selectionModel() != nullptr ? selectionModel()->selectedRows() : QModelIndexList();
    const auto path = [](QModelIndex index) {
        std::vector<int> rowsFromTop;
        for (; index.isValid(); index = index.parent())
            rowsFromTop.insert(rowsFromTop.begin(), index.row());
        return rowsFromTop;
    };
    std::vector<std::pair<std::vector<int>, QModelIndex>> ordered;
    for (const QModelIndex& index : std::as_const(rows))
        ordered.emplace_back(path(index), m_proxy->mapToSource(index));
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    rows.clear();
    for (const auto& one : ordered)
        rows << one.second;
    return rows;
}

QModelIndex DataTreeView::currentSource() const
{
    return m_proxy->mapToSource(currentIndex().siblingAtColumn(0));
}

bool DataTreeView::selectKey(const QString& rowKey)
{
    const QModelIndex index = m_proxy->mapFromSource(listModel()->indexOfKey(rowKey));
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

void DataTreeView::selectAll()
{
    const QModelIndex parent = currentIndex().isValid() ? currentIndex().parent() : QModelIndex();
    const int rows = model() != nullptr ? model()->rowCount(parent) : 0;
    if (rows == 0)
        return;
    const QItemSelection siblings(model()->index(0, 0, parent),
                                  model()->index(rows - 1, model()->columnCount() - 1, parent));
    selectionModel()->select(siblings, QItemSelectionModel::ClearAndSelect);
}

void DataTreeView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (m_keeper == nullptr || !m_keeper->isRestoring())
        Q_EMIT selectionChangedByUser();
}

void DataTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_keeper == nullptr || !m_keeper->isRestoring())
        Q_EMIT selectionChangedByUser();
}

void DataTreeView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>&)
{
    const bool painted = std::any_of(m_painted.begin(), m_painted.end(), [&](const auto& row) {
        return row.first == topLeft.internalId() && row.second >= topLeft.row() &&
               row.second <= bottomRight.row();
    });
    if (painted)
        viewport()->update();
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent event(this, QAccessibleTableModelChangeEvent::DataChanged);
    event.setFirstRow(topLeft.row());
    event.setFirstColumn(topLeft.column());
    event.setLastRow(bottomRight.row());
    event.setLastColumn(bottomRight.column());
    QAccessible::updateAccessibility(&event);
}

void DataTreeView::paintEvent(QPaintEvent* event)
{
    const bool whole = event->rect().contains(viewport()->rect());
    if (whole)
        m_painted.clear();
    QTreeView::paintEvent(event);
    if (!whole && m_painted.size() > maxPainted)
        viewport()->update(); // many partial repaints while scrolling: start the list anew
}

void DataTreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& options,
                           const QModelIndex& index) const
{
    m_painted.emplace_back(index.internalId(), index.row());
    QTreeView::drawRow(painter, options, index);
}

// ---- expansion

void DataTreeView::expandAllGuarded()
{
    if (!rootIsDecorated())
        return;
    int rows = m_proxy->rowCount();
    for (int host = 0; host < m_proxy->rowCount() && rows <= expandLimit; ++host) {
        const QModelIndex parent = m_proxy->index(host, 0);
        const int children = m_proxy->rowCount(parent);
        rows += children;
        for (int child = 0; child < children; ++child)
            rows += m_proxy->rowCount(m_proxy->index(child, 0, parent));
    }
    if (rows <= expandLimit)
        expandAll();
    else
        expandToDepth(0);
}

void DataTreeView::collapseAllKept()
{
    const QModelIndex current = currentIndex();
    collapseAll();
    QModelIndex top = current;
    while (top.parent().isValid())
        top = top.parent();
    if (top.isValid())
        setCurrentIndex(top);
}

// ---- columns

void DataTreeView::saveLayout(QSettings& settings, const QString& group) const
{
    ColumnLayout(header(), listModel()).save(settings, group);
}

bool DataTreeView::restoreLayout(QSettings& settings, const QString& group)
{
    const bool restored = ColumnLayout(header(), listModel()).restore(settings, group);
    m_sized = m_sized || restored;
    return restored;
}

void DataTreeView::resetLayout()
{
    ColumnLayout(header(), listModel()).reset();
    m_sized = false;
    sizeColumns();
}

/// The first rows from top to bottom, whether expanded or not; of each third level the first only, for its
/// rows are alike.
QModelIndexList DataTreeView::sampleOfRows() const
{
    QModelIndexList sample;
    for (int top = 0; top < m_proxy->rowCount() && sample.size() < sampleRows; ++top) {
        sample << m_proxy->index(top, 0);
        const QModelIndex parent = sample.back();
        for (int child = 0; child < m_proxy->rowCount(parent) && sample.size() < sampleRows; ++child) {
            const QModelIndex middle = m_proxy->index(child, 0, parent);
            sample << middle;
            const int leaves = m_content == Content::Servers ? m_proxy->rowCount(middle) : 1;
            for (int leaf = 0; leaf < std::min(leaves, m_proxy->rowCount(middle)); ++leaf)
                sample << m_proxy->index(leaf, 0, middle);
        }
    }
    return sample;
}

int DataTreeView::wantedWidth(int column, const QModelIndexList& sample) const
{
    const int character = fontMetrics().averageCharWidth();
    const int margin = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    const int icon =
        iconSize().isValid() ? iconSize().width() : style()->pixelMetric(QStyle::PM_SmallIconSize);
    const int most = character * (column == 0 ? maxNameChars : maxSampleChars);
    int width = 0;
    QSet<std::pair<QString, int>> measured; // many rows say the same
    for (const QModelIndex& row : sample) {
        int depth = column == 0 && rootIsDecorated() ? 1 : 0;
        for (QModelIndex up = row.parent(); column == 0 && up.isValid(); up = up.parent())
            ++depth;
        const QString text = row.siblingAtColumn(column).data().toString();
        if (measured.contains({text, depth}))
            continue;
        measured.insert({text, depth});
        width = std::max(width, fontMetrics().horizontalAdvance(text) + depth * indentation());
    }
    if (qobject_cast<OccupancyDelegate*>(itemDelegateForColumn(column)) != nullptr)
        width = std::max(width, most / 2);
    const int head = header()->sectionSizeHint(column);
    const int atLeast = listModel()->columns()[static_cast<std::size_t>(column)].atLeast * character;
    return std::max({head, std::min(width, most) + icon + 3 * margin, atLeast});
}

int DataTreeView::wantedWidth(int column) const
{
    return wantedWidth(column, sampleOfRows());
}

void DataTreeView::showEvent(QShowEvent* event)
{
    QTreeView::showEvent(event);
    if (!m_sized)
        sizeColumns();
}

bool DataTreeView::isGrowing() const
{
    const ContentState state = listModel()->contentState({});
    return state.loading + state.neverRead > 0;
}

/// To measure texts costs more than to show them: while they arrive it is done now and then, and only where
/// somebody sees it.
bool DataTreeView::isTimeToSize() const
{
    constexpr int betweenMs = 1000;
    return !isGrowing() || (isVisible() && (!m_sizedAt.isValid() || m_sizedAt.elapsed() >= betweenMs));
}

void DataTreeView::sizeColumns()
{
    // While servers are still being read for the first time, columns only grow with what arrives.
    const bool growing = isGrowing();
    m_sized = listModel()->contentState({}).hosts > 0 && !growing;
    m_sizedAt.start();
    const QModelIndexList sample = sampleOfRows();
    for (int column = 0; column < m_proxy->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int wanted = wantedWidth(column, sample);
        header()->resizeSection(column, std::max(wanted, growing ? columnWidth(column) : 0));
    }
    columnsSized();
}

QMenu* DataTreeView::createColumnMenu(QWidget* parent)
{
    auto* menu = new QMenu(tr("&Columns"), parent);
    const std::vector<ColumnInfo>& columns = listModel()->columns();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        QAction* action = menu->addAction(columns[static_cast<std::size_t>(column)].title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != 0);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            Q_EMIT layoutChangedByUser();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("&Reset columns"), this, &DataTreeView::resetLayout);
    return menu;
}

} // namespace hvgpu::ui
