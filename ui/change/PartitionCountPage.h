#pragma once

#include "core/operations/Plan.h"
#include "ui/change/ChangePage.h"
#include "ui/change/ChangeServices.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace hvgpu::ui {

class FindingsView;
class GpuChoiceModel;
class GpuChoiceView;
class VramCallout;

/// Which GPUs, and how many partitions each: with the messages of the documents as the choice changes, and
/// what it would make of each GPU.
class PartitionCountPage final : public ChangePage
{
    Q_OBJECT

public:
    PartitionCountPage(const ChangeServices& services, std::vector<operations::GpuRef> selected,
                       std::vector<model::HostId> hosts, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString whatIsMissing() const override;

    [[nodiscard]] operations::SetCountRequest request() const;

Q_SIGNALS:
    /// "Unassign first…" was followed in a finding of this plan.
    void findingFollowed(const hvgpu::operations::Plan& plan, int finding);

private:
    void layOut();
    void showFleet();
    void preselect();
    void chooseSet(int index);
    /// Everything that follows from what is checked and the count.
    void update();
    void updateSets();
    void updateCounts();
    void updateCallout();
    void updateWhyNot();
    void makePlan();
    [[nodiscard]] std::optional<std::uint16_t> count() const;

    const ChangeServices& m_services;
    std::vector<operations::GpuRef> m_wanted; ///< checked at first, as soon as they are there
    std::vector<model::HostId> m_hosts;
    bool m_touched = false;  ///< the user has chosen; nothing is chosen for them any more
    bool m_updating = false; ///< changes come from here, not from the user
    operations::Plan m_plan; ///< of the choice so far, for its findings

    QLabel* m_setLabel;
    QComboBox* m_set;
    GpuChoiceModel* m_model;
    GpuChoiceView* m_view;
    QLabel* m_whyNot; ///< of the current row
    FindingsView* m_findings;
    QComboBox* m_count;
    VramCallout* m_callout;
};

} // namespace hvgpu::ui
