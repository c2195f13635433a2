#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"
#include "ui/change/SaveText.h"

#include <QWidget>

#include <memory>

namespace hvgpu::ui {

/// A plan for review: what is blocked and warned of, each target with its steps, values before and after and
/// downtime; the same as PowerShell; copy and save as JSON. GUI thread.
class PlanView final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget* parent = nullptr);
    ~PlanView() override;

    void showPlan(const operations::Plan& plan, const fleet::FleetSnapshot& fleet);
    /// How to ask where to save; the file dialog unless set.
    void setChooser(const SaveChooser& chooser);

Q_SIGNALS:
    /// A link in a finding ("Unassign first…") was followed; @p finding is its index in the plan.
    void actionRequested(int finding);

private:
    void savePlan();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hvgpu::ui
