#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// "New GPU pool": GPUs of one or more servers for a pool of one name.
class CreatePoolWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    /// @p chosen GPUs are not asked for again; @p hosts are the servers whose GPUs are offered; empty = all.
    CreatePoolWizard(ChangeServices services, std::vector<operations::GpuRef> chosen,
                     std::vector<model::HostId> hosts, QWidget* parent);
    ~CreatePoolWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    operations::CreatePoolRequest m_request;
};

} // namespace hvgpu::ui
