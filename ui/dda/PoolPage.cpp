#include "ui/dda/PoolPage.h"

#include "core/analysis/MmioSizing.h"
#include "ui/change/ChoiceList.h"
#include "ui/dda/DeviceChoices.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr QChar keySeparator(0x1f);
constexpr int mostDevices = 16;

ChoiceRow rowOf(const fleet::HostRecord& record, const model::GpuPool& pool)
{
    int all = 0;
    int free = 0;
    for (const QString& path : pool.devices) {
        const model::Gpu* gpu = record.snapshot->findGpu(model::gpuIdFrom(path));
        all += gpu != nullptr ? 1 : 0;
        free += gpu != nullptr && gpu->assignments.empty() ? 1 : 0;
    }
    ChoiceRow row;
    row.key = record.id.text() + keySeparator + pool.name;
    row.whyNot = all == 0 ? PoolPage::tr("It holds no GPU") : QString();
    row.cells = {{pool.name, {}, {}, u"partition"_s},
                 {record.displayName, {}, {}, {}},
                 {PoolPage::tr("%1 of %2").arg(free).arg(all), free, {}, {}},
                 {row.whyNot, {}, {}, {}}};
    return row;
}

} // namespace

std::vector<operations::GpuRef> gpusOfPool(const fleet::FleetSnapshot& fleet, const model::HostId& host,
                                           const QString& pool)
{
    const auto record = fleet.find(host);
    std::vector<std::pair<std::uint64_t, operations::GpuRef>> needs;
    if (record && record->snapshot) {
        for (const model::Gpu& gpu : record->snapshot->gpus) {
            const model::GpuPool* in = record->snapshot->poolOf(gpu);
            if (in != nullptr && in->name.compare(pool, Qt::CaseInsensitive) == 0)
                needs.emplace_back(analysis::mmioSizing({&gpu}, *record->snapshot).highMb,
                                   operations::GpuRef{host, gpu.id});
        }
    }
    std::ranges::stable_sort(needs, std::ranges::greater(), [](const auto& need) { return need.first; });
    std::vector<operations::GpuRef> gpus;
    gpus.reserve(needs.size());
    for (auto& [need, ref] : needs)
        gpus.push_back(std::move(ref));
    return gpus;
}

PoolPage::PoolPage(const ChangeServices& services, operations::AssignPoolRequest& request,
                   std::vector<model::HostId> hosts, QWidget* parent)
    : FleetPage(services, parent)
    , m_request(request)
    , m_hosts(std::move(hosts))
    , m_given(!request.pool.isEmpty() && !request.host.isEmpty())
    , m_list(new ChoiceList(ChoiceModel::Mode::One,
                            {{"pool", tr("GPU pool"), {}},
                             {"server", tr("Server"), {}},
                             {"free", tr("Free GPUs"), {}},
                             {"note", tr("Note"), {}}},
                            tr("GPU pools"), this))
    , m_count(new QSpinBox(this))
{
    setObjectName(u"poolPage"_s);
    m_count->setObjectName(u"poolCount"_s);
    m_count->setRange(1, mostDevices);
    m_count->setValue(request.count);
    m_count->setAccessibleName(tr("Number of GPUs"));
    auto* label = new QLabel(tr("Number of GP&Us for the virtual machine:"), this);
    label->setBuddy(m_count);
    auto* count = new QHBoxLayout;
    count->addWidget(label);
    count->addWidget(m_count);
    count->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addLayout(count);
    setFocusProxy(m_list);
    m_list->setEmptyText(tr("These servers have no GPU pool. Create one first."));
    refresh();
    if (m_given)
        m_list->view()->setCurrentKey(request.host.text() + keySeparator + request.pool);
    connect(m_list, &ChoiceList::choiceChanged, this, &PoolPage::take);
    connect(m_count, &QSpinBox::valueChanged, this, &PoolPage::take);
}

QString PoolPage::title() const
{
    return tr("Choose the GPU pool");
}

QString PoolPage::subtitle() const
{
    return tr("The virtual machine gets whichever GPU of the pool is free where it starts.");
}

QString PoolPage::whatIsMissing() const
{
    if (!m_request.pool.isEmpty())
        return {};
    const ChoiceRow* current = m_list->model()->find(m_list->view()->currentKey());
    if (current != nullptr && !current->isChoosable())
        return tr("%1 cannot be chosen: %2").arg(current->cells.front().text, current->whyNot);
    return tr("Choose a GPU pool.");
}

bool PoolPage::isNeeded() const
{
    return !m_given || m_request.pool.isEmpty();
}

void PoolPage::refresh()
{
    std::vector<ChoiceRow> rows;
    for (const auto& record : snapshot()->hosts) {
        const bool wanted = m_hosts.empty() || std::ranges::find(m_hosts, record->id) != m_hosts.end();
        if (!wanted || !record->snapshot)
            continue;
        for (const model::GpuPool& pool : record->snapshot->pools)
            rows.push_back(rowOf(*record, pool));
    }
    m_list->setRows(std::move(rows));
}

void PoolPage::take()
{
    m_request.count = m_count->value();
    const QString key = m_list->chosen();
    const model::HostId host(key.section(keySeparator, 0, 0));
    m_request.pool = key.section(keySeparator, 1);
    if (host != m_request.host) {
        m_request.host = host;
        Q_EMIT hostChosen();
    }
    Q_EMIT changed();
}

} // namespace hvgpu::ui
