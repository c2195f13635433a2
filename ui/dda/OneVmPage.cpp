#include "ui/dda/OneVmPage.h"

#include "core/operations/Planner.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/FindingsView.h"
#include "ui/change/Titles.h"
#include "ui/models/VmCells.h"
#include "ui/models/VmTableModel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

std::vector<ColumnInfo> columns()
{
    return {
        {"name", OneVmPage::tr("Virtual machine"), {}},
        {"state", OneVmPage::tr("State"), {}},
        {"generation", OneVmPage::tr("Generation"), {}, true, true},
        {"devices", OneVmPage::tr("Devices"), OneVmPage::tr("Number of whole devices assigned"), true, true},
        {"memory", OneVmPage::tr("Memory"),
         OneVmPage::tr("In use while the VM runs, else what it starts with"), true, true},
        {"check", OneVmPage::tr("Check"), OneVmPage::tr("What speaks for or against this virtual machine")}};
}

} // namespace

OneVmPage::OneVmPage(const ChangeServices& services, const model::HostId& host, model::VmId& vm,
                     std::function<operations::Request(const model::VmId&)> requestFor, QWidget* parent)
    : FleetPage(services, parent)
    , m_host(host)
    , m_vm(vm)
    , m_requestFor(std::move(requestFor))
    , m_preselected(!vm.isEmpty())
    , m_list(new ChoiceList(ChoiceModel::Mode::One, columns(), tr("Virtual machines"), this))
    , m_findings(new FindingsView(this))
{
    setObjectName(u"oneVmPage"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_findings);
    setFocusProxy(m_list);
    connect(m_list, &ChoiceList::choiceChanged, this, &OneVmPage::takeChoice);
}

void OneVmPage::forget()
{
    m_preselected = false;
    m_vm = {};
    m_list->setRows({});
}

QString OneVmPage::title() const
{
    return tr("Choose the virtual machine");
}

QString OneVmPage::subtitle() const
{
    const auto record = snapshot()->find(m_host);
    return record ? tr("Virtual machines on %1").arg(record->displayName) : QString();
}

Prechecks OneVmPage::precheck(const model::VmId& vm) const
{
    return {operations::plan(m_requestFor(vm), *snapshot(), {{}, now()}), snapshot()};
}

QString OneVmPage::whatIsMissing() const
{
    if (!m_whyUnknown.isEmpty())
        return m_whyUnknown;
    if (!m_vm.isEmpty())
        return {};
    const ChoiceRow* current = m_list->model()->find(m_list->view()->currentKey());
    if (current != nullptr && !current->isChoosable())
        return tr("%1 cannot be chosen: %2").arg(current->cells.front().text, current->whyNot);
    return tr("Choose a virtual machine.");
}

bool OneVmPage::isNeeded() const
{
    if (m_seen || !m_preselected || m_vm.isEmpty())
        return true;
    const Prechecks checks = precheck(m_vm);
    return !checks.judge(checks.of(m_host, m_vm)).whyNot.isEmpty();
}

void OneVmPage::enter()
{
    m_seen = m_seen || isNeeded();
    refresh();
}

void OneVmPage::refresh()
{
    m_whyUnknown = whyNoPlan(m_host, *snapshot());
    std::vector<ChoiceRow> rows;
    const auto record = snapshot()->find(m_host);
    if (m_whyUnknown.isEmpty() && record && record->snapshot) {
        for (const model::VirtualMachine& vm : record->snapshot->vms) {
            const VmCells cells(*record, &vm);
            const Prechecks checks = precheck(vm.id);
            const Prechecks::Verdict verdict = checks.judge(checks.of(m_host, vm.id));
            const auto cell = [&](int column) {
                return ChoiceCell{cells.text(column), cells.raw(column), cells.toolTip(column, now()), {}};
            };
            ChoiceCell name = cell(VmTableModel::Name);
            name.text = vmTitle(*record->snapshot, vm);
            name.icon = cells.iconName(VmTableModel::Name);
            rows.push_back({vm.id.text(),
                            {name, cell(VmTableModel::State), cell(VmTableModel::Generation),
                             cell(VmTableModel::Devices), cell(VmTableModel::Memory), verdict.cell},
                            verdict.whyNot,
                            vm.id.text()});
        }
    }
    m_list->setEmptyText(m_whyUnknown.isEmpty() ? tr("There are no virtual machines on this server.")
                                                : m_whyUnknown);
    const model::VmId before = m_vm;
    m_list->setRows(std::move(rows));
    if (!before.isEmpty())
        m_list->view()->setCurrentKey(before.text());
    takeChoice();
}

void OneVmPage::takeChoice()
{
    m_vm = model::VmId(m_list->chosen());
    showCurrent();
    Q_EMIT changed();
}

void OneVmPage::showCurrent()
{
    const model::VmId vm(m_list->view()->currentKey());
    if (vm.isEmpty()) {
        m_findings->showFindings({}, *snapshot());
        return;
    }
    const Prechecks checks = precheck(vm);
    m_findings->showFindings(checks.about(checks.of(m_host, vm)), *snapshot());
}

} // namespace hvgpu::ui
