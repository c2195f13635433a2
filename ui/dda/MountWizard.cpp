#include "ui/dda/MountWizard.h"

#include "ui/dda/DevicePage.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

MountWizard::MountWizard(ChangeServices services, std::vector<operations::GpuRef> chosen,
                         std::vector<model::HostId> hosts, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_request{std::move(chosen)}
{
    setObjectName(u"mountWizard"_s);
    setWindowTitle(tr("Give GPU back to host"));
    setVerb(tr("&Give back"));
    auto* device = new DevicePage(
        this->services(), DevicePurpose::GiveBack, m_request.devices,
        [hosts = std::move(hosts)] { return hosts; }, this);
    device->offerPartitioning(m_request.forPartitioning);
    addPage(device);
    if (!device->isNeeded())
        startAtReview();
}

MountWizard::~MountWizard() = default;

operations::Request MountWizard::request() const
{
    return m_request;
}

} // namespace hvgpu::ui
