#include "ui/change/VmPage.h"

#include "core/operations/FreePartitions.h"
#include "core/operations/Planner.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/FindingsView.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

VmPage::VmPage(const ChangeServices& services, operations::AssignRequest& request, QWidget* parent)
    : FleetPage(services, parent)
    , m_request(request)
    , m_preselected(!request.vms.empty())
    , m_list(new ChoiceList(ChoiceModel::Mode::Several, vmColumns(), tr("Virtual machines"), this))
    , m_findings(new FindingsView(this))
    , m_dropped(new QLabel(this))
    , m_capacity(new QLabel(this))
{
    setObjectName(u"vmPage"_s);
    m_dropped->setObjectName(u"dropped"_s);
    m_dropped->setWordWrap(true);
    m_dropped->setTextFormat(Qt::PlainText);
    m_dropped->hide();
    m_capacity->setObjectName(u"capacity"_s);
    m_capacity->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_dropped);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_findings);
    layout->addWidget(m_capacity);
    setFocusProxy(m_list);
    connect(m_list->model(), &ChoiceModel::checksChanged, this, &VmPage::takeChoice);
    connect(m_list->view(), &ChoiceView::currentKeyChanged, this, &VmPage::showCurrent);
}

void VmPage::forget()
{
    m_preselected = false;
    m_request.vms.clear();
    m_list->setRows({});
}

QString VmPage::title() const
{
    return tr("Select the virtual machines");
}

QString VmPage::subtitle() const
{
    const auto record = snapshot()->find(m_request.host);
    return record ? tr("Virtual machines on %1 to assign a GPU partition to").arg(record->displayName)
                  : QString();
}

QString VmPage::whatIsMissing() const
{
    if (!m_choices.whyUnknown.isEmpty())
        return m_choices.whyUnknown;
    if (m_request.vms.empty())
        return tr("Select at least one virtual machine.");
    for (const model::VmId& vm : m_request.vms)
        if (const ChoiceRow* row = m_list->model()->find(vm.text()); row != nullptr && !row->isChoosable())
            return tr("%1 cannot be assigned a partition now: %2").arg(row->cells.front().text, row->whyNot);
    return tooManyChosen(m_request, *snapshot());
}

bool VmPage::isNeeded() const
{
    return m_seen || !m_preselected || !isStartPossible();
}

bool VmPage::isStartPossible() const
{
    if (m_request.vms.empty() || !tooManyChosen(m_request, *snapshot()).isEmpty())
        return false;
    const operations::Plan plan = operations::plan(m_request, *snapshot(), {{}, now()});
    return std::none_of(plan.findings.begin(), plan.findings.end(), [](const auto& finding) {
        return finding.severity == operations::Severity::Blocking &&
               (!finding.vm.isEmpty() || finding.code == operations::FindingCode::HostNotReady);
    });
}

void VmPage::enter()
{
    m_seen = true;
    m_dropped->hide();
    refresh();
}

void VmPage::refresh()
{
    const std::vector<model::VmId> before = m_request.vms;
    m_choices = vmChoices(m_request, snapshot(), now());
    m_list->setEmptyText(m_choices.whyUnknown.isEmpty() ? tr("There are no virtual machines on this server.")
                                                        : m_choices.whyUnknown);
    m_list->setRows(std::move(m_choices.rows));
    QStringList chosen;
    for (const model::VmId& vm : before)
        chosen << vm.text();
    m_list->model()->setChecked(chosen, true);
    takeChoice();
    sayDropped(before);
    showCurrent();
}

void VmPage::takeChoice()
{
    m_request.vms.clear();
    const QStringList checked = m_list->model()->checked();
    for (const QString& key : checked)
        m_request.vms.emplace_back(key);
    const QString tooMany = tooManyChosen(m_request, *snapshot());
    const auto record = snapshot()->find(m_request.host);
    const int free =
        record && record->snapshot ? operations::freePartitions(m_request, *record->snapshot) : 0;
    m_capacity->setText(tooMany.isEmpty() ? tr("%n partitions are free", nullptr, free) : tooMany);
    Q_EMIT changed();
}

/// Of the machines chosen @p before, those that are gone or cannot have a partition.
void VmPage::sayDropped(const std::vector<model::VmId>& before)
{
    QStringList names;
    for (const model::VmId& vm : before) {
        if (m_list->model()->isChecked(vm.text()))
            continue;
        const ChoiceRow* row = m_list->model()->find(vm.text());
        names << (row != nullptr ? row->cells.front().text : tr("a VM that is not on this server any more"));
    }
    if (names.isEmpty())
        return;
    m_dropped->setText(tr("Not selected any more, because they cannot be assigned a partition: %1")
                           .arg(names.join(u", "_s)));
    m_dropped->show();
}

void VmPage::showCurrent()
{
    const model::VmId vm(m_list->view()->currentKey());
    m_findings->showFindings(m_choices.prechecks.about(m_choices.prechecks.of(m_request.host, vm)),
                             *snapshot());
}

QString tooManyChosen(const operations::AssignRequest& request, const fleet::FleetSnapshot& fleet)
{
    const auto record = fleet.find(request.host);
    if (!record || !record->snapshot)
        return {};
    const int chosen = static_cast<int>(request.vms.size());
    const int free = operations::freePartitions(request, *record->snapshot);
    if (chosen <= free)
        return {};
    const QString selected = VmPage::tr("%n virtual machines are selected", nullptr, chosen);
    const QString available = VmPage::tr("only %n partitions are free", nullptr, free);
    return VmPage::tr("%1, but %2.").arg(selected, available);
}

} // namespace hvgpu::ui
