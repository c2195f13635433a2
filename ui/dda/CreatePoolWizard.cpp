#include "ui/dda/CreatePoolWizard.h"

#include "ui/dda/DevicePage.h"
#include "ui/dda/PoolNamePage.h"
#include "ui/dda/RequirementsPage.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

CreatePoolWizard::CreatePoolWizard(ChangeServices services, std::vector<operations::GpuRef> chosen,
                                   std::vector<model::HostId> hosts, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
{
    setObjectName(u"createPoolWizard"_s);
    setWindowTitle(tr("New GPU pool"));
    setVerb(tr("&Create GPU pool"));
    m_request.devices = std::move(chosen);
    const auto offered = [hosts = std::move(hosts)] { return hosts; };
    addPage(new PoolNamePage(this->services(), m_request.name, offered, this));
    addPage(new DevicePage(this->services(), DevicePurpose::Pool, m_request.devices, offered, this));
    addPage(new RequirementsPage(
        this->services(), m_request.requirements,
        [this] { return anyMounted(m_request.devices, *this->services().fleet.snapshot()); }, this));
}

CreatePoolWizard::~CreatePoolWizard() = default;

operations::Request CreatePoolWizard::request() const
{
    return m_request;
}

} // namespace hvgpu::ui
