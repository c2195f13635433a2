#include "ui/change/AdapterPage.h"

#include "ui/change/ChoiceList.h"
#include "ui/change/FindingsView.h"

#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int serverColumn = 1;

QLabel* plainLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

} // namespace

AdapterPage::AdapterPage(const ChangeServices& services, operations::UnassignRequest& request,
                         const std::vector<model::HostId>& hosts, QWidget* parent)
    : FleetPage(services, parent)
    , m_request(request)
    , m_hosts(hosts)
    , m_list(
          new ChoiceList(ChoiceModel::Mode::Several, adapterColumns(), tr("Assigned GPU partitions"), this))
    , m_findings(new FindingsView(this))
    , m_gpuPath(plainLabel(u"gpuPath"_s, this))
    , m_unknown(plainLabel(u"unknownServers"_s, this))
{
    setObjectName(u"adapterPage"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_unknown);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_gpuPath);
    layout->addWidget(m_findings);
    setFocusProxy(m_list);
    connect(m_list->model(), &ChoiceModel::checksChanged, this, &AdapterPage::takeChoice);
    connect(m_list->view(), &ChoiceView::currentKeyChanged, this, &AdapterPage::showCurrent);
}

void AdapterPage::forget()
{
    m_request.adapters.clear();
    m_list->setRows({});
}

QString AdapterPage::title() const
{
    return tr("Choose virtual machine to unassign partition from");
}

QString AdapterPage::subtitle() const
{
    QStringList names;
    for (const model::HostId& host : m_hosts)
        if (const auto record = snapshot()->find(host))
            names << record->displayName;
    return tr("GPU partitions assigned on %1").arg(names.join(u", "_s));
}

QString AdapterPage::whatIsMissing() const
{
    if (m_request.adapters.empty())
        return m_choices.unknownServers.isEmpty() ? tr("Select at least one partition.")
                                                  : m_choices.unknownServers.front();
    for (const operations::AdapterRef& adapter : m_request.adapters)
        if (const ChoiceRow* row = m_list->model()->find(adapterKey(adapter)); row == nullptr)
            return tr("A partition that was selected is not assigned any more. Select again.");
        else if (!row->isChoosable())
            return tr("The partition of %1 cannot be unassigned now: %2")
                .arg(row->cells.front().text, row->whyNot);
    return {};
}

void AdapterPage::refresh()
{
    QStringList chosen;
    for (const operations::AdapterRef& adapter : m_request.adapters)
        chosen << adapterKey(adapter);
    m_choices = adapterChoices(m_hosts, m_request.power, snapshot(), now());
    m_unknown->setText(m_choices.unknownServers.join(u'\n'));
    m_unknown->setVisible(!m_choices.unknownServers.isEmpty());
    m_list->setEmptyText(m_choices.unknownServers.isEmpty()
                             ? tr("No GPU partition is assigned on this server.")
                             : m_choices.unknownServers.join(u'\n'));
    m_list->view()->setColumnHidden(serverColumn, m_hosts.size() < 2);
    {
        // What was chosen before is kept as it is, also where it is gone: whatIsMissing() says so.
        const QScopedValueRollback refreshing(m_refreshing, true);
        m_list->setRows(std::move(m_choices.rows));
        m_list->model()->takeOver(chosen);
    }
    showCurrent();
    Q_EMIT changed();
}

void AdapterPage::takeChoice()
{
    if (m_refreshing)
        return;
    m_request.adapters.clear();
    const QStringList checked = m_list->model()->checked();
    for (const QString& key : checked)
        m_request.adapters.push_back(m_choices.adapters.value(key).ref);
    Q_EMIT changed();
}

void AdapterPage::showCurrent()
{
    const AdapterChoices::Adapter adapter = m_choices.adapters.value(m_list->view()->currentKey());
    m_findings->showFindings(m_choices.prechecks.about(adapter.findings), *snapshot());
    m_gpuPath->setText(adapter.where);
    m_gpuPath->setVisible(!adapter.where.isEmpty());
}

} // namespace hvgpu::ui
