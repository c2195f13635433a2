#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// "Assign VM to GPU pool".
class AssignPoolWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    /// @p known is what the selection says: host, pool and machine as far as it does. @p hosts are the
    /// servers offered; empty = all.
    AssignPoolWizard(ChangeServices services, operations::AssignPoolRequest known,
                     std::vector<model::HostId> hosts, QWidget* parent);
    ~AssignPoolWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    void makePages(std::vector<model::HostId> hosts);

    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace hvgpu::ui
