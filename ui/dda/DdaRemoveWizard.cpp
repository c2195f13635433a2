#include "ui/dda/DdaRemoveWizard.h"

#include "ui/dda/DdaQuestions.h"
#include "ui/dda/ReturnPage.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

struct DdaRemoveWizard::Pages
{
    operations::DdaRemoveRequest request;
    std::map<model::VmId, operations::PowerHandling> exceptions;
};

DdaRemoveWizard::DdaRemoveWizard(ChangeServices services, operations::DdaRemoveRequest known,
                                 std::vector<model::HostId> hosts, bool fromPool, QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_pages(std::make_unique<Pages>())
{
    setObjectName(u"ddaRemoveWizard"_s);
    setWindowTitle(fromPool ? tr("Unassign VM from GPU pool") : tr("Return GPU to host"));
    setVerb(fromPool ? tr("&Unassign") : tr("&Return GPU"));
    Pages& all = *m_pages;
    all.request = std::move(known);
    all.request.keepDismounted = fromPool;
    addPage(new ReturnPage(this->services(), all.request, std::move(hosts), fromPool, this));
    addPage(new PowerPage(
        this->services(), ChangePurpose::RemoveDevice, {all.request.power, all.exceptions},
        [this, &all] {
            return runningVm(*this->services().fleet.snapshot(), all.request.host, all.request.vm);
        },
        this));
}

DdaRemoveWizard::~DdaRemoveWizard() = default;

operations::Request DdaRemoveWizard::request() const
{
    operations::DdaRemoveRequest request = m_pages->request;
    if (const auto exception = m_pages->exceptions.find(request.vm); exception != m_pages->exceptions.end())
        request.power = exception->second;
    return request;
}

} // namespace hvgpu::ui
