#pragma once

#include "ui/change/ChangeWizard.h"

namespace hvgpu::ui {

/// "MMIO space": the values of one virtual machine, with what its whole devices need.
class MmioWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    MmioWizard(ChangeServices services, const model::HostId& host, const model::VmId& vm, QWidget* parent);
    ~MmioWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace hvgpu::ui
