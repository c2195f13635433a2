#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// What is known when the wizard opens, from the selection; it does not ask for it again.
struct DdaStart
{
    model::HostId host; ///< empty: ask
    std::vector<operations::GpuRef> gpus;
    model::VmId vm;
};

/// "Assign GPU to VM (DDA)": the whole GPU, with everything the procedure asks of server and virtual machine.
class DdaAssignWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    DdaAssignWizard(ChangeServices services, const DdaStart& start, QWidget* parent);
    ~DdaAssignWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    void makePages(const DdaStart& start);

    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace hvgpu::ui
