#include "ui/models/FleetFilterProxy.h"

#include <QDateTime>

#include <algorithm>

namespace hvgpu::ui {

namespace {

constexpr int resortIntervalMs = 2000;

int sign(int value)
{
    return value < 0 ? -1 : (value > 0 ? 1 : 0);
}

template <class T>
int threeWay(const T& left, const T& right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

/// Length of the digits at @p from.
qsizetype digits(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text[end].isDigit())
        ++end;
    return end - from;
}

int compareDigits(QStringView left, QStringView right)
{
    while (left.size() > 1 && left.front().digitValue() == 0)
        left = left.mid(1);
    while (right.size() > 1 && right.front().digitValue() == 0)
        right = right.mid(1);
    if (left.size() != right.size())
        return left.size() < right.size() ? -1 : 1;
    for (qsizetype i = 0; i < left.size(); ++i)
        if (left[i].digitValue() != right[i].digitValue())
            return left[i].digitValue() < right[i].digitValue() ? -1 : 1;
    return 0;
}

} // namespace

int naturalCompare(QStringView left, QStringView right)
{
    qsizetype a = 0;
    qsizetype b = 0;
    while (a < left.size() && b < right.size()) {
        const qsizetype leftDigits = digits(left, a);
        const qsizetype rightDigits = digits(right, b);
        if (leftDigits > 0 && rightDigits > 0) {
            const int order = compareDigits(left.mid(a, leftDigits), right.mid(b, rightDigits));
            if (order != 0)
                return order;
            a += leftDigits;
            b += rightDigits;
            continue;
        }
        const QChar x = left[a].toCaseFolded();
        const QChar y = right[b].toCaseFolded();
        if (x != y)
            return x < y ? -1 : 1;
        ++a;
        ++b;
    }
    if (a < left.size() || b < right.size())
        return a < left.size() ? 1 : -1;
    return sign(left.compare(right));
}

int compareValues(const QVariant& left, const QVariant& right)
{
    if (left.userType() == QMetaType::ULongLong && right.userType() == QMetaType::ULongLong)
        return threeWay(left.toULongLong(), right.toULongLong());
    if (left.userType() == QMetaType::Int && right.userType() == QMetaType::Int)
        return threeWay(left.toInt(), right.toInt());
    if (left.userType() == QMetaType::QDateTime && right.userType() == QMetaType::QDateTime)
        return threeWay(left.toDateTime(), right.toDateTime());
    return naturalCompare(left.toString(), right.toString());
}

FleetFilterProxy::FleetFilterProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setSortRole(SortRole);
    m_resortTimer.setSingleShot(true);
    connect(&m_resortTimer, &QTimer::timeout, this, &FleetFilterProxy::resortNow);
}

void FleetFilterProxy::setListModel(ListModel* model)
{
    if (m_model != nullptr)
        m_model->disconnect(this);
    m_model = model;
    setSourceModel(model);
    if (m_model == nullptr)
        return;
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { m_dirty = true; });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] { m_dirty = true; });
    connect(m_model, &ListModel::applied, this, &FleetFilterProxy::scheduleResort);
}

void FleetFilterProxy::setFilterText(const QString& text)
{
    if (text == m_text)
        return;
    Q_EMIT aboutToRefilter();
    m_text = text;
    m_words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateRowsFilter();
    Q_EMIT refiltered();
}

void FleetFilterProxy::setScope(const Scope& scope)
{
    if (scope == m_scope)
        return;
    Q_EMIT aboutToRefilter();
    m_scope = scope;
    invalidateRowsFilter();
    Q_EMIT refiltered();
}

bool FleetFilterProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    if (m_model == nullptr || (m_words.isEmpty() && m_scope.kind == Scope::Kind::All))
        return true;
    const QModelIndex index = m_model->index(sourceRow, 0, sourceParent);
    if (!m_model->inScope(index, m_scope))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString key = m_model->filterKey(index);
    return std::all_of(m_words.begin(), m_words.end(),
                       [&key](const QString& word) { return key.contains(word); });
}

bool FleetFilterProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    // Unknown stays last and ties stay in natural order, whichever way the column is sorted.
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if (a.isValid() != b.isValid())
        return a.isValid() == ascending;
    const int order = a.isValid() ? compareValues(a, b) : 0;
    if (order != 0)
        return order < 0;
    return (left.row() < right.row()) == ascending && left.row() != right.row();
}

void FleetFilterProxy::sort(int column, Qt::SortOrder order)
{
    Q_EMIT aboutToResort();
    QSortFilterProxyModel::sort(column, order);
    m_dirty = false;
    m_lastSort.restart();
    Q_EMIT resorted();
}

void FleetFilterProxy::setResortSuspended(bool suspended)
{
    m_suspended = suspended;
    if (!suspended)
        scheduleResort();
}

void FleetFilterProxy::scheduleResort()
{
    if (!m_dirty || m_suspended || sortColumn() < 0 || m_resortTimer.isActive())
        return;
    const qint64 since = m_lastSort.isValid() ? m_lastSort.elapsed() : resortIntervalMs;
    m_resortTimer.start(static_cast<int>(std::max<qint64>(0, resortIntervalMs - since)));
}

void FleetFilterProxy::resortNow()
{
    if (m_suspended || !m_dirty)
        return;
    sort(sortColumn(), sortOrder());
}

} // namespace hvgpu::ui
