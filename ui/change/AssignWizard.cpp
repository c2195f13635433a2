#include "ui/change/AssignWizard.h"

#include "ui/change/PartitionPage.h"
#include "ui/change/PowerPage.h"
#include "ui/change/ServerPage.h"
#include "ui/change/Titles.h"
#include "ui/change/VmPage.h"

#include <algorithm>
#include <array>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

std::vector<RunningVm> runningOf(const operations::AssignRequest& request, const fleet::FleetSnapshot& fleet)
{
    std::vector<RunningVm> running;
    const auto record = fleet.find(request.host);
    if (!record || !record->snapshot)
        return running;
    for (const model::VmId& id : request.vms) {
        const model::VirtualMachine* vm = record->snapshot->findVm(id);
        if (vm != nullptr && vm->state == model::PowerState::Running)
            running.push_back({id, vmTitle(*record->snapshot, *vm), record->displayName});
    }
    return running;
}

/// The server chosen before, or the one that has the first of the machines chosen before.
model::HostId startHost(const AssignStart& start, const fleet::FleetSnapshot& fleet)
{
    if (!start.host.isEmpty() || start.vms.empty())
        return start.host;
    for (const auto& record : fleet.hosts)
        if (record->snapshot && record->snapshot->findVm(start.vms.front()) != nullptr)
            return record->id;
    return {};
}

} // namespace

struct AssignWizard::Pages
{
    operations::AssignRequest request;
};

AssignWizard::AssignWizard(ChangeServices services, const AssignStart& start, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_pages(std::make_unique<Pages>())
{
    setObjectName(u"assignWizard"_s);
    setWindowTitle(tr("Assign GPU partition to VM"));
    setVerb(tr("&Assign partition"));
    operations::AssignRequest& request = m_pages->request;
    request.vms = start.vms;
    request.gpu = start.gpu;

    auto* server = new ServerPage(this->services(), ChangePurpose::Assign,
                                  startHost(start, *this->services().fleet.snapshot()), this);
    auto* vms = new VmPage(this->services(), request, this);
    auto* partition = new PartitionPage(this->services(), request, this);
    auto* power = new PowerPage(
        this->services(), ChangePurpose::Assign, {request.power, request.powerOf},
        [this] { return runningOf(m_pages->request, *this->services().fleet.snapshot()); }, this);
    request.host = server->host();
    connect(server, &ServerPage::hostChosen, this, [this, vms, partition](const model::HostId& host) {
        m_pages->request.host = host;
        m_pages->request.powerOf.clear();
        vms->forget();
        partition->forget();
    });
    const std::array<ChangePage*, 4> pages{server, vms, partition, power};
    for (ChangePage* page : pages)
        addPage(page);
    if (std::none_of(pages.begin(), pages.end(), [](const ChangePage* page) { return page->isNeeded(); }))
        startAtReview();
}

AssignWizard::~AssignWizard() = default;

operations::Request AssignWizard::request() const
{
    return m_pages->request;
}

} // namespace hvgpu::ui
