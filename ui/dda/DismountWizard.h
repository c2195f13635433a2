#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// "Make ready for DDA": takes GPUs from their servers, for virtual machines or a pool.
class DismountWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    /// @p chosen GPUs are not asked for again. @p hosts are the servers whose GPUs are offered; empty = all.
    DismountWizard(ChangeServices services, std::vector<operations::GpuRef> chosen,
                   std::vector<model::HostId> hosts, QWidget* parent);
    ~DismountWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    operations::DismountRequest m_request;
};

} // namespace hvgpu::ui
