#pragma once

#include "ui/change/ChangeWizard.h"

#include <optional>
#include <vector>

namespace hvgpu::ui {

/// What is known when the wizard opens, from the selection; it does not ask for it again.
struct AssignStart
{
    model::HostId host; ///< empty: that of the machines; without any: ask
    std::vector<model::VmId> vms;
    std::optional<model::GpuId> gpu;
};

/// "Assign GPU partition to VM".
class AssignWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    AssignWizard(ChangeServices services, const AssignStart& start, QWidget* parent);
    ~AssignWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace hvgpu::ui
