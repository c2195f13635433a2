#include "ui/dda/AssignPoolWizard.h"

#include "ui/dda/DdaQuestions.h"
#include "ui/dda/OneVmPage.h"
#include "ui/dda/PoolPage.h"
#include "ui/dda/VmRulesPage.h"

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

struct AssignPoolWizard::Pages
{
    operations::AssignPoolRequest request;
    std::map<model::VmId, operations::PowerHandling> exceptions;

    [[nodiscard]] operations::AssignPoolRequest filled() const
    {
        operations::AssignPoolRequest result = request;
        if (const auto exception = exceptions.find(result.vm); exception != exceptions.end())
            result.power = exception->second;
        return result;
    }
    /// As many of the pool's GPUs as are wanted; which ones shows only when the machine starts, so those that
    /// need most.
    [[nodiscard]] std::vector<operations::GpuRef> largest(const fleet::FleetSnapshot& fleet) const
    {
        auto gpus = gpusOfPool(fleet, request.host, request.pool);
        gpus.resize(std::min(gpus.size(), static_cast<std::size_t>(std::max(request.count, 0))));
        return gpus;
    }
};

AssignPoolWizard::AssignPoolWizard(ChangeServices services, operations::AssignPoolRequest known,
                                   std::vector<model::HostId> hosts, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_pages(std::make_unique<Pages>())
{
    setObjectName(u"assignPoolWizard"_s);
    setWindowTitle(tr("Assign VM to GPU pool"));
    setVerb(tr("&Assign"));
    m_pages->request = std::move(known);
    makePages(std::move(hosts));
}

AssignPoolWizard::~AssignPoolWizard() = default;

void AssignPoolWizard::makePages(std::vector<model::HostId> hosts)
{
    Pages& all = *m_pages;
    const auto fleet = [this] { return services().fleet.snapshot(); };
    auto* pool = new PoolPage(services(), all.request, std::move(hosts), this);
    auto* vm = new OneVmPage(
        services(), all.request.host, all.request.vm,
        [&all](const model::VmId& chosen) {
            operations::AssignPoolRequest request = all.filled();
            request.vm = chosen;
            request.makeMemoryStatic = true; // asked on a page of its own
            return operations::Request(request);
        },
        this);
    auto* mmio = new MmioPage(
        services(), {all.request.lowMmioMb, all.request.highMmioMb},
        [&all, fleet] {
            const auto snapshot = fleet();
            return mmioQuestion(*snapshot, all.request.host, all.request.vm, all.largest(*snapshot));
        },
        this);
    auto* rules = new VmRulesPage(
        services(), {all.request.makeMemoryStatic, all.request.disableCheckpoints, nullptr},
        [&all, fleet] { return vmIn(*fleet(), all.request.host, all.request.vm); }, this);
    auto* power = new PowerPage(
        services(), ChangePurpose::AssignDevice, {all.request.power, all.exceptions},
        [&all, fleet] { return runningVm(*fleet(), all.request.host, all.request.vm); }, this);
    connect(pool, &PoolPage::hostChosen, vm, &OneVmPage::forget);
    for (ChangePage* page : std::initializer_list<ChangePage*>{pool, vm, mmio, rules, power})
        addPage(page);
}

operations::Request AssignPoolWizard::request() const
{
    return m_pages->filled();
}

} // namespace hvgpu::ui
