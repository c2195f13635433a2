#include "ui/dda/MmioWizard.h"

#include "ui/dda/DdaQuestions.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

struct MmioWizard::Pages
{
    model::HostId host;
    model::VmId vm;
    operations::VmSettingsRequest request;
    std::map<model::VmId, operations::PowerHandling> exceptions;
};

MmioWizard::MmioWizard(ChangeServices services, const model::HostId& host, const model::VmId& vm,
                       QWidget* parent)
    : ChangeWizard(std::move(services), parent)
    , m_pages(std::make_unique<Pages>())
{
    setObjectName(u"mmioWizard"_s);
    setWindowTitle(tr("MMIO space of a virtual machine"));
    setVerb(tr("&Set MMIO space"));
    Pages& all = *m_pages;
    all.host = host;
    all.vm = vm;
    all.request.vms = {{host, vm}};
    const auto fleet = [this] { return this->services().fleet.snapshot(); };
    addPage(new MmioPage(
        this->services(), {all.request.settings.lowMmioMb, all.request.settings.highMmioMb},
        [&all, fleet] { return mmioQuestion(*fleet(), all.host, all.vm, {}); }, this));
    addPage(new PowerPage(
        this->services(), ChangePurpose::Settings, {all.request.power, all.exceptions},
        [&all, fleet] { return runningVm(*fleet(), all.host, all.vm); }, this));
}

MmioWizard::~MmioWizard() = default;

operations::Request MmioWizard::request() const
{
    operations::VmSettingsRequest request = m_pages->request;
    if (const auto exception = m_pages->exceptions.find(m_pages->vm); exception != m_pages->exceptions.end())
        request.power = exception->second;
    return request;
}

} // namespace hvgpu::ui
