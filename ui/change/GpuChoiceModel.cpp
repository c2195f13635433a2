#include "ui/change/GpuChoiceModel.h"

#include "core/text/Text.h"
#include "ui/change/PlainToolTip.h"
#include "ui/theme/Icons.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

// Rows of servers carry 0; rows below them the server's row + 1.
constexpr quintptr serverRow = 0;

bool hasSameRows(const GpuChoices& a, const GpuChoices& b)
{
    return std::equal(a.servers.begin(), a.servers.end(), b.servers.begin(), b.servers.end(),
                      [](const ServerChoice& x, const ServerChoice& y) {
                          return x.id == y.id && x.name == y.name &&
                                 std::equal(
                                     x.gpus.begin(), x.gpus.end(), y.gpus.begin(), y.gpus.end(),
                                     [](const GpuChoice& m, const GpuChoice& n) { return m.ref == n.ref; });
                      });
}

QString countText(const std::optional<std::uint16_t>& count)
{
    return count ? QString::number(*count) : GpuChoiceModel::tr("not reported");
}

QString arrow(const QString& before, const QString& after)
{
    return before == after ? before : u"%1 → %2"_s.arg(before, after);
}

} // namespace

QString sizeText(const std::optional<analysis::PartitionSize>& size)
{
    if (!size)
        return GpuChoiceModel::tr("not reported");
    return size->isEstimate ? u"≈ "_s + text::bytes(size->bytes) : text::bytes(size->bytes);
}

void GpuChoiceModel::setChoices(GpuChoices choices)
{
    const bool same = hasSameRows(choices, m_choices);
    const bool changed = choices.servers != m_choices.servers;
    if (!same)
        beginResetModel();
    m_choices = std::move(choices);
    const auto gone = std::erase_if(m_checked, [this](const operations::GpuRef& ref) {
        const GpuChoice* gpu = m_choices.find(ref);
        return gpu == nullptr || !gpu->isChoosable();
    });
    if (!same)
        endResetModel();
    else if (changed)
        tellAll();
    if (gone > 0)
        Q_EMIT checksChanged();
}

std::vector<operations::GpuRef> GpuChoiceModel::checked() const
{
    std::vector<operations::GpuRef> result;
    for (const ServerChoice& server : m_choices.servers) {
        for (const GpuChoice& gpu : server.gpus) {
            if (m_checked.contains(gpu.ref))
                result.push_back(gpu.ref);
        }
    }
    return result;
}

void GpuChoiceModel::setChecked(const std::vector<operations::GpuRef>& gpus)
{
    std::set<operations::GpuRef> wanted;
    for (const operations::GpuRef& ref : gpus) {
        if (const GpuChoice* gpu = m_choices.find(ref); gpu != nullptr && gpu->isChoosable())
            wanted.insert(ref);
    }
    if (wanted == m_checked)
        return;
    m_checked = std::move(wanted);
    tellAll();
    Q_EMIT checksChanged();
}

void GpuChoiceModel::toggle(const QModelIndex& index)
{
    if (!index.isValid() || !index.data(isChoosableRole).toBool())
        return;
    const ServerChoice& server = serverAt(index);
    if (const GpuChoice* gpu = gpuAt(index)) {
        if (m_checked.erase(gpu->ref) == 0)
            m_checked.insert(gpu->ref);
    } else {
        const bool check = stateOf(server) != Qt::Checked;
        for (const GpuChoice& each : server.gpus) {
            if (check && each.isChoosable())
                m_checked.insert(each.ref);
            else if (!check)
                m_checked.erase(each.ref);
        }
    }
    tellAll();
    Q_EMIT checksChanged();
}

QString GpuChoiceModel::whyNot(const QModelIndex& index) const
{
    if (!index.isValid() || index.data(isChoosableRole).toBool())
        return {};
    const ServerChoice& server = serverAt(index);
    const GpuChoice* gpu = gpuAt(index);
    if (gpu == nullptr)
        return tr("%1: %2").arg(server.name,
                                server.note.isEmpty() ? tr("No GPU can be partitioned") : server.note);
    const QString reason = tr("%1: %2").arg(gpu->title, gpu->whyNot);
    return gpu->advice.isEmpty() ? reason : u"%1. %2"_s.arg(reason, gpu->advice);
}

void GpuChoiceModel::setPreview(std::optional<std::uint16_t> count, const fleet::FleetSnapshot& fleet)
{
    std::map<operations::GpuRef, std::optional<analysis::PartitionSize>> sizes;
    if (count) {
        for (const operations::GpuRef& ref : m_checked) {
            const auto host = fleet.find(ref.host);
            const model::Gpu* gpu = host && host->snapshot ? host->snapshot->findGpu(ref.gpu) : nullptr;
            if (gpu != nullptr)
                sizes[ref] = analysis::partitionSize(*gpu, *count);
        }
    }
    if (count == m_count && sizes == m_sizes)
        return;
    m_count = count;
    m_sizes = std::move(sizes);
    tellAll();
}

void GpuChoiceModel::tellAll()
{
    const int servers = rowCount();
    if (servers == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(servers - 1, ColumnCount - 1));
    for (int row = 0; row < servers; ++row) {
        const QModelIndex server = index(row, 0);
        if (const int gpus = rowCount(server); gpus > 0)
            Q_EMIT dataChanged(index(0, 0, server), index(gpus - 1, ColumnCount - 1, server));
    }
}

// ---- as a tree

QModelIndex GpuChoiceModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : serverRow);
}

QModelIndex GpuChoiceModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == serverRow)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, serverRow);
}

int GpuChoiceModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_choices.servers.size());
    if (parent.internalId() != serverRow || parent.column() > 0)
        return 0;
    return static_cast<int>(serverAt(parent).gpus.size());
}

int GpuChoiceModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

const ServerChoice& GpuChoiceModel::serverAt(const QModelIndex& index) const
{
    const auto row =
        index.internalId() == serverRow ? static_cast<quintptr>(index.row()) : index.internalId() - 1;
    return m_choices.servers[row];
}

const GpuChoice* GpuChoiceModel::gpuAt(const QModelIndex& index) const
{
    if (index.internalId() == serverRow)
        return nullptr;
    return &serverAt(index).gpus[static_cast<std::size_t>(index.row())];
}

Qt::CheckState GpuChoiceModel::stateOf(const ServerChoice& server) const
{
    std::size_t choosable = 0;
    std::size_t checked = 0;
    for (const GpuChoice& gpu : server.gpus) {
        choosable += gpu.isChoosable() ? 1U : 0U;
        checked += m_checked.contains(gpu.ref) ? 1U : 0U;
    }
    if (checked == 0)
        return Qt::Unchecked;
    return checked == choosable ? Qt::Checked : Qt::PartiallyChecked;
}

Qt::ItemFlags GpuChoiceModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    // What cannot be chosen stays enabled: the keyboard must reach it to read why.
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Name && index.data(isChoosableRole).toBool())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool GpuChoiceModel::setData(const QModelIndex& index, const QVariant& /*value*/, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    toggle(index);
    return true;
}

QString GpuChoiceModel::gpuText(const GpuChoice& gpu, int column) const
{
    const bool previewed = m_count && m_checked.contains(gpu.ref);
    switch (column) {
    case Name:
        return gpu.title;
    case Count:
        if (!gpu.count && gpu.inUse.isEmpty())
            return u"—"_s;
        return previewed ? arrow(countText(gpu.count), QString::number(*m_count)) : countText(gpu.count);
    case Vram: {
        if (!gpu.count && gpu.inUse.isEmpty())
            return u"—"_s;
        const auto next = m_sizes.find(gpu.ref);
        return previewed && next != m_sizes.end() ? arrow(sizeText(gpu.size), sizeText(next->second))
                                                  : sizeText(gpu.size);
    }
    case InUse:
        return gpu.inUse.isEmpty() ? u"—"_s : gpu.inUse;
    case Note:
        return gpu.whyNot.isEmpty() ? gpu.status : gpu.whyNot;
    case Location:
        return gpu.location;
    default:
        return {};
    }
}

QString GpuChoiceModel::textOf(const QModelIndex& index) const
{
    if (const GpuChoice* gpu = gpuAt(index))
        return gpuText(*gpu, index.column());
    const ServerChoice& server = serverAt(index);
    if (index.column() == Name)
        return server.name;
    return index.column() == Note ? server.note : QString();
}

QString GpuChoiceModel::toolTipOf(const QModelIndex& index) const
{
    const GpuChoice* gpu = gpuAt(index);
    QString text = gpu == nullptr ? serverAt(index).toolTip : gpuText(*gpu, index.column());
    if (gpu != nullptr && index.column() == InUse && !gpu->holders.isEmpty())
        text += u'\n' + gpu->holders;
    if (gpu != nullptr && index.column() == Note && !gpu->advice.isEmpty())
        text += u'\n' + gpu->advice;
    return plainToolTip(text);
}

QString GpuChoiceModel::spoken(const QModelIndex& index) const
{
    const QString text = textOf(index);
    if (index.column() == Name) {
        if (index.data(isChoosableRole).toBool())
            return text;
        const GpuChoice* gpu = gpuAt(index);
        return tr("%1, cannot be selected: %2")
            .arg(text, gpu != nullptr ? gpu->whyNot : serverAt(index).note);
    }
    if (text.isEmpty())
        return text;
    return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text);
}

QVariant GpuChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const GpuChoice* gpu = gpuAt(index);
    const ServerChoice& server = serverAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index);
    case Qt::ToolTipRole:
        return toolTipOf(index);
    case Qt::AccessibleTextRole:
        return spoken(index);
    case Qt::CheckStateRole:
        if (index.column() != Name || !index.data(isChoosableRole).toBool())
            return {};
        return static_cast<int>(gpu == nullptr                 ? stateOf(server)
                                : m_checked.contains(gpu->ref) ? Qt::Checked
                                                               : Qt::Unchecked);
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(icon(gpu == nullptr ? server.icon : u"gpu"_s)) : QVariant();
    case isChoosableRole:
        return gpu != nullptr ? gpu->isChoosable()
                              : std::any_of(server.gpus.begin(), server.gpus.end(),
                                            [](const GpuChoice& each) { return each.isChoosable(); });
    case keyRole:
        return gpu != nullptr ? QString(server.id.text() + u'\n' + gpu->ref.gpu.text())
                              : QString(server.id.text() + u'\n' + server.name);
    default:
        return {};
    }
}

QVariant GpuChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Server and GPU");
    case Count:
        return tr("Partition count");
    case Vram:
        return tr("VRAM per partition");
    case InUse:
        return tr("In use");
    case Note:
        return tr("Status");
    case Location:
        return tr("Location");
    default:
        return {};
    }
}

} // namespace hvgpu::ui
