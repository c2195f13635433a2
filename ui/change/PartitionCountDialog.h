#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// "Configure partition count on GPUs".
class PartitionCountDialog final : public ChangeWizard
{
    Q_OBJECT

public:
    /// @p selected are checked at first; with none the largest homogeneous set is. Only GPUs of @p hosts are
    /// offered; empty = every host of the fleet.
    PartitionCountDialog(ChangeServices services, std::vector<operations::GpuRef> selected,
                         std::vector<model::HostId> hosts, QWidget* parent);

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    class Page;
    Page* m_page;
};

} // namespace hvgpu::ui
