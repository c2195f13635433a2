#pragma once

#include "core/operations/Request.h"
#include "ui/change/FleetPage.h"

class QLabel;
class QSpinBox;

namespace hvgpu::ui {

class ChoiceList;

/// Choose a GPU pool, and how many of its GPUs a virtual machine gets. Passed over when it is known and one
/// GPU is wanted.
class PoolPage final : public FleetPage
{
    Q_OBJECT

public:
    /// Host, pool and count of @p request are the answer. @p hosts are the servers offered; empty = all.
    PoolPage(const ChangeServices& services, operations::AssignPoolRequest& request,
             std::vector<model::HostId> hosts, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    [[nodiscard]] bool isNeeded() const override;

Q_SIGNALS:
    void hostChosen();

protected:
    void refresh() override;

private:
    void take();

    operations::AssignPoolRequest& m_request;
    std::vector<model::HostId> m_hosts;
    bool m_given;
    ChoiceList* m_list;
    QSpinBox* m_count;
};

/// The GPUs of the pool, by falling need of MMIO space; empty when the pool is not there.
[[nodiscard]] std::vector<operations::GpuRef> gpusOfPool(const fleet::FleetSnapshot& fleet,
                                                         const model::HostId& host, const QString& pool);

} // namespace hvgpu::ui
