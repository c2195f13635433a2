#include "ui/dda/DdaAssignWizard.h"

#include "ui/change/ServerPage.h"
#include "ui/dda/DdaQuestions.h"
#include "ui/dda/DevicePage.h"
#include "ui/dda/OneVmPage.h"
#include "ui/dda/RequirementsPage.h"
#include "ui/dda/VmRulesPage.h"

#include <algorithm>
#include <array>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

struct DdaAssignWizard::Pages
{
    operations::DdaAssignRequest request;
    std::vector<operations::GpuRef> devices;

    [[nodiscard]] operations::DdaAssignRequest filled() const
    {
        operations::DdaAssignRequest result = request;
        result.devices.clear();
        for (const operations::GpuRef& ref : devices)
            result.devices.push_back(ref.gpu);
        return result;
    }
};

namespace {

/// The machine that gets the GPU, and those that lose their partitions of it.
std::vector<RunningVm> goingDown(const operations::DdaAssignRequest& request,
                                 const std::vector<operations::GpuRef>& devices,
                                 const fleet::FleetSnapshot& fleet)
{
    std::vector<RunningVm> machines = runningVm(fleet, request.host, request.vm);
    if (!request.unassignPartitions)
        return machines;
    for (const RunningVm& holder : runningHolders(fleet, devices)) {
        if (holder.id != request.vm)
            machines.push_back(holder);
    }
    return machines;
}

} // namespace

DdaAssignWizard::DdaAssignWizard(ChangeServices services, const DdaStart& start, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_pages(std::make_unique<Pages>())
{
    setObjectName(u"ddaAssignWizard"_s);
    setWindowTitle(tr("Assign GPU to VM (DDA)"));
    setVerb(tr("&Assign GPU"));
    m_pages->devices = start.gpus;
    m_pages->request.vm = start.vm;
    makePages(start);
}

DdaAssignWizard::~DdaAssignWizard() = default;

void DdaAssignWizard::makePages(const DdaStart& start)
{
    Pages& all = *m_pages;
    const auto fleet = [this] { return services().fleet.snapshot(); };
    auto* server = new ServerPage(services(), ChangePurpose::AssignDevice, start.host, this);
    all.request.host = server->host();
    auto* device = new DevicePage(
        services(), DevicePurpose::Assign, all.devices, [&all] { return std::vector{all.request.host}; },
        this);
    device->offerPartitioned(all.request.unassignPartitions);
    auto* vm = new OneVmPage(
        services(), all.request.host, all.request.vm,
        [&all](const model::VmId& chosen) {
            operations::DdaAssignRequest request = all.filled();
            request.vm = chosen;
            request.makeMemoryStatic = true; // asked on a page of its own
            return operations::Request(request);
        },
        this);
    auto* requirements = new RequirementsPage(
        services(), all.request.requirements, [&all, fleet] { return anyMounted(all.devices, *fleet()); },
        this);
    auto* mmio = new MmioPage(
        services(), {all.request.lowMmioMb, all.request.highMmioMb},
        [&all, fleet] { return mmioQuestion(*fleet(), all.request.host, all.request.vm, all.devices); },
        this);
    auto* rules = new VmRulesPage(
        services(),
        {all.request.makeMemoryStatic, all.request.disableCheckpoints, &all.request.configureOfflineAction},
        [&all, fleet] { return vmIn(*fleet(), all.request.host, all.request.vm); }, this);
    auto* power = new PowerPage(
        services(), ChangePurpose::AssignDevice, {all.request.power, all.request.powerOf},
        [&all, fleet] { return goingDown(all.request, all.devices, *fleet()); }, this);
    connect(server, &ServerPage::hostChosen, this, [this, device, vm](const model::HostId& host) {
        m_pages->request.host = host;
        device->forget();
        vm->forget();
    });
    for (ChangePage* page :
         std::initializer_list<ChangePage*>{server, device, vm, requirements, mmio, rules, power})
        addPage(page);
}

operations::Request DdaAssignWizard::request() const
{
    return m_pages->filled();
}

} // namespace hvgpu::ui
