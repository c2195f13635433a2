#include "ui/change/PartitionPage.h"

#include "core/model/OfflineAction.h"
#include "core/operations/Planner.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/FindingsView.h"
#include "ui/change/VmPage.h"
#include "ui/models/VmCells.h"
#include "ui/models/VmTableModel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMap>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

PartitionPage::PartitionPage(const ChangeServices& services, operations::AssignRequest& request,
                             QWidget* parent)
    : FleetPage(services, parent)
    , m_request(request)
    , m_gpuGiven(request.gpu.has_value())
    , m_sizeLabel(new QLabel(tr("&VRAM of each partition:"), this))
    , m_sizeBox(new QComboBox(this))
    , m_gpuLabel(new QLabel(tr("&GPU:"), this))
    , m_gpus(new ChoiceList(ChoiceModel::Mode::One, gpuColumns(), tr("GPUs"), this))
    , m_offlineAction(new QCheckBox(tr("&Configure offline action for force shutdown"), this))
    , m_offlineText(new QLabel(this))
    , m_findings(new FindingsView(this))
{
    setObjectName(u"partitionPage"_s);
    m_sizeBox->setObjectName(u"vram"_s);
    m_sizeBox->setToolTip(tr("The sizes that the GPUs of this server are configured to"));
    m_sizeLabel->setBuddy(m_sizeBox);
    m_gpuLabel->setBuddy(m_gpus->view());
    m_offlineAction->setObjectName(u"offlineAction"_s);
    m_offlineText->setObjectName(u"offlineText"_s);
    m_offlineText->setWordWrap(true);
    m_offlineText->setTextFormat(Qt::PlainText);
    auto* size = new QHBoxLayout;
    size->addWidget(m_sizeLabel);
    size->addWidget(m_sizeBox);
    size->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(size);
    layout->addWidget(m_gpuLabel);
    layout->addWidget(m_gpus, 1);
    layout->addWidget(m_offlineAction);
    layout->addWidget(m_offlineText);
    layout->addWidget(m_findings);
    layout->addStretch();
    connect(m_sizeBox, &QComboBox::currentIndexChanged, this, &PartitionPage::takeSize);
    connect(m_gpus, &ChoiceList::choiceChanged, this, &PartitionPage::takeGpu);
    connect(m_offlineAction, &QCheckBox::toggled, this, [this](bool on) {
        m_request.configureOfflineAction = on;
        showFindings();
        Q_EMIT changed();
    });
}

void PartitionPage::forget()
{
    m_gpuGiven = false;
    m_request.gpu.reset();
    m_request.partitionVram.reset();
    m_sizes.clear();
    m_size = 0;
}

QString PartitionPage::title() const
{
    return asksForGpu() ? tr("Choose the partition") : tr("Offline action");
}

QString PartitionPage::subtitle() const
{
    const auto record = snapshot()->find(m_request.host);
    return record ? tr("GPUs of %1 as they are configured now").arg(record->displayName) : QString();
}

QString PartitionPage::whatIsMissing() const
{
    if (host() == nullptr)
        return whyNoPlan(m_request.host, *snapshot());
    if (asksForGpu() && m_gpus->chosen().isEmpty())
        return tr("Choose a GPU with free partitions.");
    return tooManyChosen(m_request, *snapshot());
}

bool PartitionPage::isNeeded() const
{
    return asksForGpu() || !clusteredVms().empty();
}

const model::HostSnapshot* PartitionPage::host() const
{
    const auto record = snapshot()->find(m_request.host);
    return record ? record->snapshot.get() : nullptr;
}

bool PartitionPage::asksForGpu() const
{
    if (host() == nullptr || m_gpuGiven)
        return false;
    return std::count_if(host()->gpus.begin(), host()->gpus.end(),
                         [](const model::Gpu& gpu) { return gpu.partitioning.has_value(); }) > 1;
}

/// Chosen ones whose offline action is not as it should be.
std::vector<const model::VirtualMachine*> PartitionPage::clusteredVms() const
{
    std::vector<const model::VirtualMachine*> found;
    if (host() == nullptr)
        return found;
    for (const model::VmId& id : m_request.vms)
        if (const model::VirtualMachine* vm = host()->findVm(id);
            vm != nullptr && vm->clustered.value_or(false) &&
            vm->offlineAction != model::offlineActionForcedShutDown)
            found.push_back(vm);
    return found;
}

void PartitionPage::refresh()
{
    const bool asks = asksForGpu();
    fillSizes();
    fillGpus();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_sizeLabel, m_sizeBox, m_gpuLabel, m_gpus})
        widget->setVisible(asks);
    showOfflineAction();
    showFindings();
    Q_EMIT changed();
}

/// The size chosen stays while there is one; at first the one with the most free partitions.
void PartitionPage::fillSizes()
{
    const std::vector<SizeOption> before =
        std::exchange(m_sizes, host() != nullptr ? sizeOptions(*host()) : std::vector<SizeOption>());
    auto now = std::find_if(m_sizes.begin(), m_sizes.end(), [&](const SizeOption& option) {
        return m_size < before.size() && option.bytes == before[m_size].bytes;
    });
    if (now == m_sizes.end())
        now = std::max_element(m_sizes.begin(), m_sizes.end(),
                               [](const auto& a, const auto& b) { return a.free < b.free; });
    m_size = static_cast<std::size_t>(now - m_sizes.begin());
    const QSignalBlocker quiet(m_sizeBox);
    m_sizeBox->clear();
    for (const SizeOption& option : m_sizes)
        m_sizeBox->addItem(sizeText(option));
    m_sizeBox->setCurrentIndex(m_sizes.empty() ? -1 : static_cast<int>(m_size));
    m_sizeBox->setEnabled(m_sizes.size() > 1);
}

void PartitionPage::fillGpus()
{
    if (host() == nullptr || m_size >= m_sizes.size()) {
        m_gpus->setRows({});
        return;
    }
    m_gpus->setRows(gpuRows(*host(), m_sizes[m_size]));
    const QString wanted = m_request.gpu ? m_request.gpu->text() : automaticGpuKey();
    if (m_gpus->chosen().isEmpty())
        m_gpus->view()->setCurrentKey(wanted);
    takeGpu();
}

void PartitionPage::takeSize()
{
    m_size = static_cast<std::size_t>(std::max(0, m_sizeBox->currentIndex()));
    m_request.gpu.reset();
    fillGpus();
    if (m_gpus->chosen().isEmpty()) {
        const auto& rows = m_gpus->model()->rows();
        const auto first =
            std::find_if(rows.begin(), rows.end(), [](const ChoiceRow& row) { return row.isChoosable(); });
        m_gpus->view()->setCurrentKey(first != rows.end() ? first->key : automaticGpuKey());
    }
}

/// A size is asked of the server only where it has several; otherwise it would be a demand that the next
/// change of the count could not meet.
void PartitionPage::takeGpu()
{
    if (!asksForGpu())
        return;
    const QString chosen = m_gpus->chosen();
    const bool automatic = chosen.isEmpty() || chosen == automaticGpuKey();
    m_request.gpu = automatic ? std::nullopt : std::optional(model::GpuId(chosen));
    m_request.partitionVram =
        automatic && m_sizes.size() > 1 ? m_sizes[m_size].bytes : std::optional<std::uint64_t>();
    showFindings();
    Q_EMIT changed();
}

void PartitionPage::showOfflineAction()
{
    const auto vms = clusteredVms();
    m_offlineAction->setVisible(!vms.empty());
    m_offlineText->setVisible(!vms.empty());
    {
        const QSignalBlocker quiet(m_offlineAction);
        m_offlineAction->setChecked(m_request.configureOfflineAction);
    }
    QMap<QString, int> found;
    const auto record = snapshot()->find(m_request.host);
    for (const model::VirtualMachine* vm : vms)
        ++found[VmCells(*record, vm).text(VmTableModel::OfflineAction)];
    QStringList now;
    for (auto value = found.begin(); value != found.end(); ++value)
        now << tr("%1 (%n VMs)", "an offline action", value.value()).arg(value.key());
    m_offlineText->setText(
        tr("When the cluster takes such a VM offline, for example because its server fails or is drained, it "
           "is shut down by force instead of being saved: a VM with a GPU partition cannot be saved. It is "
           "recommended if the VM is to fail over. The value found is recorded, so that it can be put back. "
           "Now: %1")
            .arg(now.join(u", "_s)));
}

/// What the plan says of the server and the choices made here; single machines had their say before.
void PartitionPage::showFindings()
{
    operations::Plan plan = operations::plan(m_request, *snapshot(), {{}, now()});
    std::erase_if(plan.findings, [](const operations::Finding& finding) {
        return !finding.vm.isEmpty() && finding.code != operations::FindingCode::OfflineActionSave;
    });
    m_findings->showFindings(plan, *snapshot());
}

} // namespace hvgpu::ui
