#include "ui/change/ChoiceModel.h"

#include "ui/change/PlainToolTip.h"
#include "ui/models/IconSource.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

QString searchText(const ChoiceRow& row)
{
    QStringList texts{row.findBy};
    for (const ChoiceCell& cell : row.cells)
        texts << cell.text;
    return texts.join(u'\n').toCaseFolded();
}

} // namespace

ChoiceModel::ChoiceModel(Mode mode, std::vector<ColumnInfo> columns, QObject* parent)
    : ListModel(parent)
    , m_mode(mode)
    , m_columns(std::move(columns))
{}

// ---- rows

void ChoiceModel::setRows(std::vector<ChoiceRow> rows)
{
    Q_EMIT aboutToApply();
    for (ChoiceRow& row : rows)
        row.findBy = searchText(row);
    removeMissing(rows);
    insertMissing(std::move(rows));
    const auto before = m_checked.size();
    m_checked.removeIf([this](const QString& key) { return !m_rowOf.contains(key); });
    Q_EMIT applied();
    if (m_checked.size() != before)
        Q_EMIT checksChanged();
}

/// Also takes away rows that have to move; they come back at their new place.
void ChoiceModel::removeMissing(const std::vector<ChoiceRow>& wanted)
{
    QHash<QString, int> places;
    for (int i = 0; i < static_cast<int>(wanted.size()); ++i)
        places.insert(wanted[static_cast<std::size_t>(i)].key, i);
    std::vector<bool> stays;
    int last = -1;
    for (const ChoiceRow& row : m_rows) {
        const int place = places.value(row.key, -1);
        stays.push_back(place > last);
        last = std::max(last, place);
    }
    for (int end = static_cast<int>(m_rows.size()); end > 0;) {
        int begin = end - 1;
        if (stays[static_cast<std::size_t>(begin)]) {
            end = begin;
            continue;
        }
        while (begin > 0 && !stays[static_cast<std::size_t>(begin - 1)])
            --begin;
        beginRemoveRows({}, begin, end - 1);
        m_rows.erase(m_rows.begin() + begin, m_rows.begin() + end);
        renumber();
        endRemoveRows();
        end = begin;
    }
}

void ChoiceModel::insertMissing(std::vector<ChoiceRow> wanted)
{
    const auto isAt = [this](std::size_t row, const QString& key) {
        return row < m_rows.size() && m_rows[row].key == key;
    };
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        if (isAt(at, wanted[at].key)) {
            if (m_rows[at] == wanted[at])
                continue;
            m_rows[at] = std::move(wanted[at]);
            Q_EMIT dataChanged(index(static_cast<int>(at), 0),
                               index(static_cast<int>(at), columnCount() - 1));
            continue;
        }
        std::size_t end = at + 1;
        while (end < wanted.size() && !isAt(at, wanted[end].key))
            ++end;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        const auto first = wanted.begin() + static_cast<std::ptrdiff_t>(at);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), std::make_move_iterator(first),
                      std::make_move_iterator(wanted.begin() + static_cast<std::ptrdiff_t>(end)));
        renumber();
        endInsertRows();
        at = end - 1;
    }
}

void ChoiceModel::renumber()
{
    m_rowOf.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rowOf.insert(m_rows[i].key, static_cast<int>(i));
}

const ChoiceRow* ChoiceModel::find(const QString& key) const
{
    const auto found = m_rowOf.constFind(key);
    return found == m_rowOf.constEnd() ? nullptr : &m_rows[static_cast<std::size_t>(*found)];
}

// ---- checks

QStringList ChoiceModel::checked() const
{
    QStringList keys;
    for (const ChoiceRow& row : m_rows)
        if (m_checked.contains(row.key))
            keys << row.key;
    return keys;
}

void ChoiceModel::setChecked(const QStringList& keys, bool checked)
{
    check(keys, checked, false);
}

void ChoiceModel::takeOver(const QStringList& keys)
{
    check(keys, true, true);
}

void ChoiceModel::check(const QStringList& keys, bool checked, bool evenIfNot)
{
    int first = rowCount();
    int last = -1;
    for (const QString& key : keys) {
        const auto row = m_rowOf.constFind(key);
        if (row == m_rowOf.constEnd() || m_checked.contains(key) == checked ||
            (checked && !evenIfNot && !m_rows[static_cast<std::size_t>(*row)].isChoosable()))
            continue;
        if (checked)
            m_checked.insert(key);
        else
            m_checked.remove(key);
        first = std::min(first, *row);
        last = std::max(last, *row);
    }
    if (last < 0)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1), {Qt::CheckStateRole});
    Q_EMIT checksChanged();
}

bool ChoiceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != 0 || role != Qt::CheckStateRole || m_mode != Mode::Several)
        return false;
    const QString key = m_rows[static_cast<std::size_t>(index.row())].key;
    const bool wanted = value.toInt() == Qt::Checked;
    setChecked({key}, wanted);
    return isChecked(key) == wanted;
}

// ---- as a list

ContentState ChoiceModel::contentState(const Scope&) const
{
    ContentState state;
    state.items = rowCount();
    return state;
}

QModelIndex ChoiceModel::indexOfKey(const QString& rowKey) const
{
    const auto row = m_rowOf.constFind(rowKey);
    return row == m_rowOf.constEnd() ? QModelIndex() : index(*row, 0);
}

bool ChoiceModel::inScope(const QModelIndex&, const Scope&) const
{
    return true;
}

QString ChoiceModel::filterKey(const QModelIndex& index) const
{
    return m_rows[static_cast<std::size_t>(index.row())].findBy;
}

QModelIndex ChoiceModel::index(int row, int column, const QModelIndex& parent) const
{
    if (parent.isValid() || row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return {};
    return createIndex(row, column);
}

QModelIndex ChoiceModel::parent(const QModelIndex&) const
{
    return {};
}

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const ChoiceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    // Rows that cannot be chosen stay enabled: the keyboard must reach them to read why.
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (m_mode == Mode::Several || row.isChoosable())
        flags |= Qt::ItemIsSelectable;
    if (m_mode == Mode::Several && index.column() == 0 && (row.isChoosable() || isChecked(row.key)))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString ChoiceModel::spoken(const ChoiceRow& row, int column) const
{
    const auto at = static_cast<std::size_t>(column);
    const QString text = row.cells[at].text;
    if (column > 0)
        return text.isEmpty() ? QString() : tr("%1: %2").arg(m_columns[at].title, text);
    return row.isChoosable() ? text : tr("%1, cannot be chosen: %2").arg(text, row.whyNot);
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ChoiceRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const ChoiceCell& cell = row.cells[column];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return plainToolTip(cell.toolTip.isEmpty() ? cell.text : cell.toolTip);
    case Qt::CheckStateRole:
        if (m_mode != Mode::Several || column > 0)
            return {};
        return static_cast<int>(isChecked(row.key) ? Qt::Checked : Qt::Unchecked);
    case Qt::DecorationRole:
        return cell.icon.isEmpty() ? QVariant() : QVariant(iconFor(cell.icon));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (m_columns[column].number ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole:
    case RawValueRole:
        return cell.rank.isValid() ? cell.rank : QVariant(cell.text);
    case AccessibleTextRole:
        return spoken(row, index.column());
    case Qt::AccessibleDescriptionRole:
    case WhyNotRole:
        return row.whyNot;
    case FilterKeyRole:
        return filterKey(index);
    case IconNameRole:
        return cell.icon;
    case RowKeyRole:
        return row.key;
    default:
        return {};
    }
}

} // namespace hvgpu::ui
