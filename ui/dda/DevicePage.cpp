#include "ui/dda/DevicePage.h"

#include "core/operations/Planner.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/FindingsView.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

using operations::GpuRef;

namespace {

/// What a plan says of devices alone: what stays behind of their cards, and a console left without a display.
bool isAboutDevices(const operations::Finding& finding)
{
    return finding.code == operations::FindingCode::LastDisplayAdapter ||
           finding.code == operations::FindingCode::CompanionLeftOut;
}

} // namespace

DevicePage::DevicePage(const ChangeServices& services, DevicePurpose purpose, std::vector<GpuRef>& answer,
                       std::function<std::vector<model::HostId>()> hosts, QWidget* parent)
    : FleetPage(services, parent)
    , m_purpose(purpose)
    , m_answer(answer)
    , m_hosts(std::move(hosts))
    , m_start(answer)
    , m_list(new ChoiceList(ChoiceModel::Mode::Several, deviceColumns(), tr("GPUs"), this))
    , m_companions(new QCheckBox(this))
    , m_unassign(new QCheckBox(this))
    , m_partition(new QCheckBox(tr("&Verify that the server can partition them then"), this))
    , m_findings(new FindingsView(this))
    , m_evidence(new QLabel(this))
{
    setObjectName(u"devicePage"_s);
    m_companions->setObjectName(u"companions"_s);
    m_companions->setChecked(true);
    m_companions->setToolTip(
        tr("A card is reset as a whole: a function that stays with the server can keep the GPU "
           "from working in the virtual machine."));
    m_unassign->setObjectName(u"unassignPartitions"_s);
    m_unassign->setToolTip(
        tr("These virtual machines lose their GPU partitions. Those that run are taken down "
           "for that and started again."));
    m_unassign->hide();
    m_partition->setObjectName(u"forPartitioning"_s);
    m_partition->setToolTip(
        tr("For GPUs that are to be partitioned from now on. If the server's driver cannot, "
           "everything is put back as it is now."));
    m_partition->hide();
    m_evidence->setObjectName(u"evidence"_s);
    m_evidence->setWordWrap(true);
    m_evidence->setTextFormat(Qt::PlainText);
    m_evidence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_evidence->setAccessibleName(tr("About the current GPU"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_companions);
    layout->addWidget(m_unassign);
    layout->addWidget(m_partition);
    layout->addWidget(m_findings);
    layout->addWidget(m_evidence);
    setFocusProxy(m_list);
    m_list->setEmptyText(purpose == DevicePurpose::GiveBack
                             ? tr("No GPU is dismounted: the servers have all of theirs.")
                             : tr("No GPUs have been found on these servers."));
    connect(m_list->model(), &ChoiceModel::checksChanged, this, &DevicePage::takeChoice);
    connect(m_companions, &QCheckBox::toggled, this, &DevicePage::takeChoice);
    connect(m_unassign, &QCheckBox::toggled, this, &DevicePage::takeChoice);
    connect(m_list->view(), &ChoiceView::currentKeyChanged, this, &DevicePage::showCurrent);
    refresh();
}

void DevicePage::offerPartitioned(bool& unassign)
{
    m_unassignAnswer = &unassign;
    m_unassign->setChecked(unassign);
    takeChoice();
}

void DevicePage::offerPartitioning(bool& wanted)
{
    m_partition->setChecked(wanted);
    m_partition->show();
    connect(m_partition, &QCheckBox::toggled, this, [this, &wanted](bool checked) {
        wanted = checked;
        Q_EMIT changed();
    });
}

void DevicePage::forget()
{
    m_start.clear();
    m_answer.clear();
    m_list->setRows({});
    refresh();
}

QString DevicePage::title() const
{
    return tr("Choose the GPU");
}

QString DevicePage::subtitle() const
{
    switch (m_purpose) {
    case DevicePurpose::Assign:
        return tr(
            "The virtual machine gets the whole GPU; the server and all other virtual machines lose it.");
    case DevicePurpose::MakeReady:
        return tr("The server loses these GPUs, so that they can be assigned to its virtual machines.");
    case DevicePurpose::GiveBack:
        return tr("The server gets these GPUs back and uses them with its own driver again.");
    case DevicePurpose::Pool:
        break;
    }
    return tr("Only the GPUs selected here go into the pool, whatever else is dismounted.");
}

QString DevicePage::whatIsMissing() const
{
    const std::vector<GpuRef> devices = chosen();
    if (devices.empty())
        return tr("Select at least one GPU.");
    for (const GpuRef& ref : devices)
        if (const ChoiceRow* row = m_list->model()->find(deviceKey(ref));
            row != nullptr && !row->isChoosable())
            return tr("%1 cannot be chosen: %2").arg(row->cells.front().text, row->whyNot);
    if (!m_unassign->isHidden() && !m_unassign->isChecked())
        return tr(
            "Partitions of what is selected are assigned. Say that they are to be unassigned, or choose "
            "another GPU.");
    return {};
}

bool DevicePage::isNeeded() const
{
    return m_seen || m_start.empty() || !whatIsMissing().isEmpty();
}

void DevicePage::enter()
{
    m_seen = isVisible() || m_seen || isNeeded();
    refresh();
}

std::vector<GpuRef> DevicePage::chosen() const
{
    std::vector<GpuRef> devices;
    const QStringList checked = m_list->model()->checked();
    for (const QString& key : checked)
        devices.push_back(deviceOfKey(key));
    return devices;
}

void DevicePage::refresh()
{
    QStringList keys = m_list->model()->checked();
    if (keys.isEmpty())
        for (const GpuRef& ref : m_start)
            keys << deviceKey(ref);
    m_list->setRows(deviceRows(m_purpose, *snapshot(), m_hosts()));
    m_list->model()->takeOver(keys);
    m_list->view()->setColumnHidden(1, m_hosts().size() == 1);
    takeChoice();
}

void DevicePage::takeChoice()
{
    m_answer = chosen();
    showCompanions();
    showPartitions();
    if (m_companions->isChecked()) {
        const std::vector<GpuRef> devices = m_answer;
        for (const GpuRef& ref : devices)
            if (const model::Gpu* gpu = deviceIn(*snapshot(), ref))
                for (const model::CompanionFunction& companion : gpu->companions)
                    m_answer.push_back({ref.host, companion.id});
    }
    showCurrent();
    Q_EMIT changed();
}

QStringList DevicePage::companionsOf(const std::vector<GpuRef>& devices) const
{
    QStringList names;
    for (const GpuRef& ref : devices)
        if (const model::Gpu* gpu = deviceIn(*snapshot(), ref))
            for (const model::CompanionFunction& companion : gpu->companions)
                names << companion.name;
    return names;
}

void DevicePage::showCompanions()
{
    const QStringList names = companionsOf(chosen());
    m_companions->setVisible(!names.isEmpty());
    m_companions->setText(
        tr("Take the &other functions of the card along (recommended): %1").arg(names.join(u", "_s)));
}

QStringList DevicePage::holdersOf(const std::vector<GpuRef>& devices) const
{
    QStringList names;
    for (const GpuRef& ref : devices)
        if (const model::Gpu* gpu = deviceIn(*snapshot(), ref))
            names << partitionHolders(*gpu);
    names.removeDuplicates();
    return names;
}

void DevicePage::showPartitions()
{
    const QStringList names = m_unassignAnswer != nullptr ? holdersOf(chosen()) : QStringList();
    m_unassign->setVisible(!names.isEmpty());
    m_unassign->setText(tr("&Unassign its GPU partitions first: %1").arg(names.join(u", "_s)));
    if (m_unassignAnswer != nullptr)
        *m_unassignAnswer = !names.isEmpty() && m_unassign->isChecked();
}

void DevicePage::showCurrent()
{
    const auto fleet = snapshot();
    operations::Plan about;
    if (m_purpose != DevicePurpose::GiveBack && !m_answer.empty()) {
        about = operations::plan(operations::DismountRequest{m_answer, {}}, *fleet, {{}, now()});
        std::erase_if(about.findings, [](const auto& finding) { return !isAboutDevices(finding); });
    }
    m_findings->showFindings(about, *fleet);
    const QString key = m_list->view()->currentKey();
    m_evidence->setText(key.isEmpty() ? QString() : deviceEvidence(*fleet, deviceOfKey(key)));
    m_evidence->setVisible(!m_evidence->text().isEmpty());
}

} // namespace hvgpu::ui
