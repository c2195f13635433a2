#include "ui/dda/DismountWizard.h"

#include "ui/dda/DdaQuestions.h"
#include "ui/dda/DevicePage.h"
#include "ui/dda/RequirementsPage.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

DismountWizard::DismountWizard(ChangeServices services, std::vector<operations::GpuRef> chosen,
                               std::vector<model::HostId> hosts, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
{
    setObjectName(u"dismountWizard"_s);
    setWindowTitle(tr("Make GPU ready for DDA"));
    setVerb(tr("&Make ready"));
    m_request.devices = std::move(chosen);
    auto* device = new DevicePage(
        this->services(), DevicePurpose::MakeReady, m_request.devices,
        [hosts = std::move(hosts)] { return hosts; }, this);
    device->offerPartitioned(m_request.unassignPartitions);
    addPage(device);
    addPage(new RequirementsPage(
        this->services(), m_request.requirements,
        [this] { return anyMounted(m_request.devices, *this->services().fleet.snapshot()); }, this));
    addPage(new PowerPage(
        this->services(), ChangePurpose::Unassign, {m_request.power, m_request.powerOf},
        [this] {
            return m_request.unassignPartitions
                       ? runningHolders(*this->services().fleet.snapshot(), m_request.devices)
                       : std::vector<RunningVm>();
        },
        this));
}

DismountWizard::~DismountWizard() = default;

operations::Request DismountWizard::request() const
{
    return m_request;
}

} // namespace hvgpu::ui
