#include "ui/change/UnassignWizard.h"

#include "ui/change/AdapterPage.h"
#include "ui/change/PowerPage.h"
#include "ui/change/ServerPage.h"
#include "ui/change/Titles.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

/// In the order of the choice, each once.
std::vector<model::HostId> hostsOf(const std::vector<operations::AdapterRef>& adapters)
{
    std::vector<model::HostId> hosts;
    for (const operations::AdapterRef& adapter : adapters)
        if (std::find(hosts.begin(), hosts.end(), adapter.host) == hosts.end())
            hosts.push_back(adapter.host);
    return hosts;
}

std::vector<RunningVm> runningOf(const operations::UnassignRequest& request,
                                 const fleet::FleetSnapshot& fleet)
{
    std::vector<RunningVm> running;
    for (const operations::AdapterRef& adapter : request.adapters) {
        const auto record = fleet.find(adapter.host);
        const model::VirtualMachine* vm =
            record && record->snapshot ? record->snapshot->findVm(adapter.vm) : nullptr;
        const bool listed = std::any_of(running.begin(), running.end(),
                                        [&](const RunningVm& one) { return one.id == adapter.vm; });
        if (vm != nullptr && vm->state == model::PowerState::Running && !listed)
            running.push_back({vm->id, vmTitle(*record->snapshot, *vm), record->displayName});
    }
    return running;
}

} // namespace

struct UnassignWizard::Pages
{
    operations::UnassignRequest request;
    std::vector<model::HostId> hosts;
};

UnassignWizard::UnassignWizard(ChangeServices services, std::vector<operations::AdapterRef> selected,
                               const model::HostId& host, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_pages(std::make_unique<Pages>())
{
    setObjectName(u"unassignWizard"_s);
    setWindowTitle(tr("Unassign GPU partition from VM"));
    setVerb(tr("&Unassign partition"));
    const bool isChosen = !selected.empty();
    m_pages->request.adapters = std::move(selected);
    m_pages->hosts = hostsOf(m_pages->request.adapters);
    if (!isChosen && !host.isEmpty())
        m_pages->hosts = {host};

    auto* server = new ServerPage(this->services(), ChangePurpose::Unassign,
                                  m_pages->hosts.empty() ? host : m_pages->hosts.front(), this);
    auto* adapters = new AdapterPage(this->services(), m_pages->request, m_pages->hosts, this);
    auto* power = new PowerPage(
        this->services(), ChangePurpose::Unassign, {m_pages->request.power, m_pages->request.powerOf},
        [this] { return runningOf(m_pages->request, *this->services().fleet.snapshot()); }, this);
    const auto take = [this, adapters](const model::HostId& chosen) {
        m_pages->hosts = chosen.isEmpty() ? std::vector<model::HostId>() : std::vector{chosen};
        m_pages->request.powerOf.clear();
        adapters->forget();
    };
    connect(server, &ServerPage::hostChosen, this, take);
    if (!isChosen)
        take(server->host());
    addPage(server);
    addPage(adapters);
    addPage(power);
    if (isChosen)
        startAtReview();
}

UnassignWizard::~UnassignWizard() = default;

operations::Request UnassignWizard::request() const
{
    return m_pages->request;
}

} // namespace hvgpu::ui
