#pragma once

#include "ui/change/ChangeWizard.h"

#include <vector>

namespace hvgpu::ui {

/// "Unassign GPU partition from VM".
class UnassignWizard final : public ChangeWizard
{
    Q_OBJECT

public:
    /// With @p selected adapters it opens at the review; @p host is chosen at first, empty = ask.
    UnassignWizard(ChangeServices services, std::vector<operations::AdapterRef> selected,
                   const model::HostId& host, QWidget* parent);
    ~UnassignWizard() override;

protected:
    [[nodiscard]] operations::Request request() const override;

private:
    struct Pages;
    std::unique_ptr<Pages> m_pages;
};

} // namespace hvgpu::ui
