#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

class PartitionCountPage;

/// "Configure partition count on GPUs".
class PartitionCountDialog final : public ChangeWizard
{
    Q_OBJECT

public:
    /// @p selected are checked at first; with none the homogeneous set is, when there is exactly one. Only
    /// GPUs of @p hosts are offered; empty = every host of the fleet.
    PartitionCountDialog(ChangeServices services, std::vector<operations::GpuRef> selected,
                         std::vector<model::HostId> hosts, QWidget* parent);

Q_SIGNALS:
    /// "Unassign first…": these adapters stand in the way. Whoever shows dialogs opens the UnassignWizard
    /// with them, over this dialog, which follows the fleet meanwhile.
    void unassignRequested(const std::vector<hvgpu::operations::AdapterRef>& adapters);

protected:
    [[nodiscard]] operations::Request request() const override;
    void followFinding(const operations::Plan& plan, int finding) override;

private:
    PartitionCountPage* m_page;
};

} // namespace hvgpu::ui
