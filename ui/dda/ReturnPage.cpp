#include "ui/dda/ReturnPage.h"

#include "core/text/Text.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/Titles.h"
#include "ui/models/GpuCells.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr QChar keySeparator(0x1f);
constexpr int toServer = 0;
constexpr int stayDismounted = 1;

/// Calls @p use with every whole-device claim of the machine and its GPU, which may be null.
template <class Use>
void forEachDevice(const model::HostSnapshot& host, const model::VmId& vm, const Use& use)
{
    const auto visit = [&](const model::Gpu* gpu, const std::vector<model::Assignment>& assignments) {
        for (const model::Assignment& one : assignments)
            if (one.kind == model::Assignment::Kind::WholeDevice && one.vm == vm && !one.adapterId.isEmpty())
                use(gpu, one);
    };
    for (const model::Gpu& gpu : host.gpus) {
        visit(&gpu, gpu.assignments);
        for (const model::CompanionFunction& companion : gpu.companions)
            visit(nullptr, companion.assignments);
    }
    visit(nullptr, host.unplacedAssignments);
}

QString devicesOf(const model::HostSnapshot& host, const model::VmId& vm)
{
    QStringList names;
    forEachDevice(host, vm, [&](const model::Gpu* gpu, const model::Assignment& assignment) {
        if (gpu != nullptr)
            names << gpuTitle(host, *gpu);
        else if (!assignment.poolName.isEmpty())
            names << ReturnPage::tr("one of the pool %1").arg(assignment.poolName);
    });
    return names.join(u", "_s);
}

ChoiceRow rowOf(const fleet::HostRecord& record, const model::VirtualMachine& vm)
{
    const model::HostSnapshot& host = *record.snapshot;
    ChoiceRow row;
    row.key = record.id.text() + keySeparator + vm.id.text();
    row.findBy = vm.id.text();
    row.cells = {{vmTitle(host, vm), {}, vm.id.text(), cells::powerStateIcon(vm.state)},
                 {record.displayName, {}, {}, {}},
                 {text::powerState(vm.state), {}, {}, {}},
                 {devicesOf(host, vm.id), {}, {}, {}}};
    return row;
}

} // namespace

std::vector<QString> deviceAdaptersOf(const model::HostSnapshot& host, const model::VmId& vm)
{
    std::vector<QString> adapters;
    forEachDevice(host, vm, [&](const model::Gpu* /*gpu*/, const model::Assignment& assignment) {
        adapters.push_back(assignment.adapterId);
    });
    return adapters;
}

std::vector<QString> poolAdaptersOf(const model::HostSnapshot& host, const model::VmId& vm)
{
    std::vector<QString> adapters;
    forEachDevice(host, vm, [&](const model::Gpu* /*gpu*/, const model::Assignment& assignment) {
        if (!assignment.poolName.isEmpty())
            adapters.push_back(assignment.adapterId);
    });
    return adapters;
}

ReturnPage::ReturnPage(const ChangeServices& services, operations::DdaRemoveRequest& request,
                       std::vector<model::HostId> hosts, bool fromPool, QWidget* parent)
    : FleetPage(services, parent)
    , m_fromPool(fromPool)
    , m_activities(services.activities)
    , m_request(request)
    , m_hosts(std::move(hosts))
    , m_adaptersGiven(!request.adapters.empty())
    , m_vmGiven(!request.vm.isEmpty())
    , m_list(new ChoiceList(ChoiceModel::Mode::One,
                            {{"virtual_machine", tr("Virtual machine"), {}},
                             {"server", tr("Server"), {}},
                             {"state", tr("State"), {}},
                             {"devices", tr("Devices"), {}}},
                            tr("Virtual machines with whole devices"), this))
    , m_what(new QLabel(this))
    , m_where(new QButtonGroup(this))
    , m_partition(new QCheckBox(tr("&Verify that the server can partition them then"), this))
    , m_restore(new QCheckBox(tr("Put the &settings of the virtual machine back as they were"), this))
    , m_restoreWords(new QLabel(this))
{
    setObjectName(u"returnPage"_s);
    m_what->setObjectName(u"returnWhat"_s);
    m_partition->setObjectName(u"forPartitioning"_s);
    m_partition->setToolTip(
        tr("For GPUs that are to be partitioned from now on. If the server's driver cannot, "
           "everything is put back as it is now."));
    m_restore->setObjectName(u"restoreSettings"_s);
    m_restoreWords->setObjectName(u"restoreWords"_s);
    for (QLabel* label : {m_what, m_restoreWords}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_what);
    layout->addWidget(makeOptions());
    if (m_vmGiven)
        layout->addStretch(1);
    m_list->setVisible(!m_vmGiven);
    m_what->setVisible(m_vmGiven);
    m_list->setEmptyText(fromPool ? tr("No virtual machine takes a GPU from a pool.")
                                  : tr("No virtual machine has a whole device."));
    if (!m_vmGiven)
        setFocusProxy(m_list);
    connect(m_list, &ChoiceList::choiceChanged, this, &ReturnPage::takeVm);
    connect(m_where, &QButtonGroup::idToggled, this, &ReturnPage::takeOptions);
    for (QCheckBox* box : {m_partition, m_restore})
        connect(box, &QCheckBox::toggled, this, &ReturnPage::takeOptions);
    refresh();
}

QWidget* ReturnPage::makeOptions()
{
    auto* options = new QWidget(this);
    auto* layout = new QVBoxLayout(options);
    layout->setContentsMargins({});
    auto* back = new QRadioButton(tr("&Give the devices back to the server"), options);
    back->setObjectName(u"toServer"_s);
    auto* stay = new QRadioButton(tr("&Leave them dismounted, ready for another virtual machine"), options);
    stay->setObjectName(u"stayDismounted"_s);
    m_where->addButton(back, toServer);
    m_where->addButton(stay, stayDismounted);
    (m_request.keepDismounted ? stay : back)->setChecked(true);
    m_restore->setChecked(true);
    constexpr int indent = 24;
    m_restoreWords->setContentsMargins(indent, 0, 0, 0);
    auto* partition = new QHBoxLayout;
    partition->setContentsMargins(indent, 0, 0, 0);
    partition->addWidget(m_partition);
    layout->addWidget(back);
    layout->addLayout(partition);
    for (QWidget* widget : std::initializer_list<QWidget*>{stay, m_restore, m_restoreWords})
        layout->addWidget(widget);
    // What comes from a pool goes back there.
    for (QWidget* widget : std::initializer_list<QWidget*>{back, m_partition, stay})
        widget->setVisible(!m_fromPool);
    QWidget* before = back;
    for (QWidget* after : std::initializer_list<QWidget*>{m_partition, stay, m_restore}) {
        setTabOrder(before, after);
        before = after;
    }
    return options;
}

QString ReturnPage::title() const
{
    return m_fromPool ? tr("Unassign from the GPU pool") : tr("Return the GPU");
}

QString ReturnPage::subtitle() const
{
    return m_fromPool ? tr("The virtual machine gets no GPU from the pool any more; what it has now stays in "
                           "the pool.")
                      : tr("The virtual machine loses the whole device.");
}

QString ReturnPage::whatIsMissing() const
{
    if (m_request.vm.isEmpty())
        return tr("Choose a virtual machine.");
    if (!m_request.adapters.empty())
        return {};
    return m_fromPool ? tr("This virtual machine takes no GPU from a pool any more.")
                      : tr("This virtual machine has no whole device any more.");
}

void ReturnPage::enter()
{
    refresh();
}

void ReturnPage::refresh()
{
    const auto fleet = snapshot();
    std::vector<ChoiceRow> rows;
    for (const auto& record : fleet->hosts) {
        const bool wanted = m_hosts.empty() || std::ranges::find(m_hosts, record->id) != m_hosts.end();
        if (!wanted || !record->snapshot)
            continue;
        for (const model::VirtualMachine& vm : record->snapshot->vms)
            if (!adaptersOf(*record->snapshot, vm.id).empty())
                rows.push_back(rowOf(*record, vm));
    }
    m_list->setRows(std::move(rows));
    if (!m_vmGiven)
        return takeVm();
    const auto record = fleet->find(m_request.host);
    if (record && record->snapshot) {
        if (!m_adaptersGiven)
            m_request.adapters = adaptersOf(*record->snapshot, m_request.vm);
        if (const model::VirtualMachine* vm = record->snapshot->findVm(m_request.vm))
            m_what->setText(tr("%1 on %2 has %3.", "virtual machine, server, devices")
                                .arg(vmTitle(*record->snapshot, *vm), record->displayName,
                                     devicesOf(*record->snapshot, vm->id)));
    }
    showPrior();
    takeOptions();
}

std::vector<QString> ReturnPage::adaptersOf(const model::HostSnapshot& host, const model::VmId& vm) const
{
    return m_fromPool ? poolAdaptersOf(host, vm) : deviceAdaptersOf(host, vm);
}

void ReturnPage::takeVm()
{
    const QString key = m_list->chosen();
    m_request.host = model::HostId(key.section(keySeparator, 0, 0));
    m_request.vm = model::VmId(key.section(keySeparator, 1));
    m_request.adapters.clear();
    const auto record = snapshot()->find(m_request.host);
    if (record && record->snapshot)
        m_request.adapters = adaptersOf(*record->snapshot, m_request.vm);
    showPrior();
    takeOptions();
}

/// How the machine was set before it got its devices, as the record of that change tells.
std::optional<operations::PriorSettings> ReturnPage::prior() const
{
    return operations::priorSettings(m_activities.all(), m_request.host, m_request.vm);
}

void ReturnPage::showPrior()
{
    const bool isKnown = prior().has_value();
    m_restore->setEnabled(isKnown);
    m_restoreWords->setText(
        m_request.vm.isEmpty() ? QString()
        : isKnown
            ? tr("They were recorded when the device was assigned.")
            : tr("No record of what they were: the device was not assigned with this program. They stay as "
                 "they are."));
}

void ReturnPage::takeOptions()
{
    m_request.keepDismounted = m_where->checkedId() == stayDismounted;
    m_partition->setEnabled(!m_request.keepDismounted);
    m_request.forPartitioning = m_partition->isEnabled() && m_partition->isChecked();
    m_request.restore = {};
    m_request.offlineAction.reset();
    const auto before = m_restore->isEnabled() && m_restore->isChecked() ? prior() : std::nullopt;
    if (before) {
        m_request.restore = before->settings;
        m_request.offlineAction = before->offlineAction;
    }
    Q_EMIT changed();
}

} // namespace hvgpu::ui
