#include "ui/change/ServerPage.h"

#include "ui/change/ChoiceList.h"

#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int clusterColumn = 1;
}

ServerPage::ServerPage(const ChangeServices& services, ChangePurpose purpose, const model::HostId& start,
                       QWidget* parent)
    : FleetPage(services, parent)
    , m_purpose(purpose)
    , m_start(start)
    , m_list(new ChoiceList(ChoiceModel::Mode::One, serverColumns(purpose), tr("Servers"), this))
{
    setObjectName(u"serverPage"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list);
    m_list->setEmptyText(tr("No servers yet. Add a Hyper-V server or a cluster first."));
    setFocusProxy(m_list);
    refresh();
    m_list->view()->setCurrentKey(start.text());
    const auto& rows = m_list->model()->rows();
    const auto isChoosable = [](const ChoiceRow& row) { return row.isChoosable(); };
    if (start.isEmpty() && std::count_if(rows.begin(), rows.end(), isChoosable) == 1)
        m_list->view()->setCurrentKey(std::find_if(rows.begin(), rows.end(), isChoosable)->key);
    m_told = host();
    connect(m_list, &ChoiceList::choiceChanged, this, [this] {
        if (const model::HostId chosen = host(); chosen != m_told) {
            m_told = chosen;
            Q_EMIT hostChosen(chosen);
        }
        Q_EMIT changed();
    });
}

model::HostId ServerPage::host() const
{
    return model::HostId(m_list->chosen());
}

QString ServerPage::title() const
{
    return tr("Choose the server");
}

QString ServerPage::subtitle() const
{
    if (m_purpose == ChangePurpose::AssignDevice)
        return tr("The virtual machine and the GPU must be on the same server.");
    return m_purpose == ChangePurpose::Assign
               ? tr("The virtual machine and the GPU partition must be on the same server.")
               : tr("The server that has the GPU partition that you want to unassign");
}

QString ServerPage::whatIsMissing() const
{
    if (!host().isEmpty())
        return {};
    const ChoiceRow* current = m_list->model()->find(m_list->view()->currentKey());
    if (current != nullptr && !current->isChoosable())
        return tr("%1 cannot be chosen: %2").arg(current->cells.front().text, current->whyNot);
    return tr("Choose a server.");
}

bool ServerPage::isNeeded() const
{
    if (host().isEmpty())
        return true;
    return host() != m_start && m_list->model()->rowCount() > 1;
}

void ServerPage::refresh()
{
    std::vector<ChoiceRow> rows = serverRows(m_purpose, *snapshot(), now());
    m_list->view()->setColumnHidden(clusterColumn,
                                    std::none_of(rows.begin(), rows.end(), [](const auto& row) {
                                        return !row.cells[clusterColumn].text.isEmpty();
                                    }));
    m_list->setRows(std::move(rows));
}

} // namespace hvgpu::ui
