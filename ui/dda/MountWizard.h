#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// "Give GPU back to host": mounts dismounted GPUs that no virtual machine has.
class MountWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    /// With @p chosen GPUs it opens at the review. @p hosts are the servers whose GPUs are offered; empty =
    /// all.
    MountWizard(ChangeServices services, std::vector<operations::GpuRef> chosen,
                std::vector<model::HostId> hosts, QWidget* parent);
    ~MountWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    operations::MountRequest m_request;
};

} // namespace hvgpu::ui
