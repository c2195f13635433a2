#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Plan.h"
#include "ui/change/ChoiceRow.h"

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace hvgpu::ui {

using Findings = std::vector<operations::Finding>;

/// What a plan finds about single VMs, before anything happens. That there are too few partitions is no
/// fault of the VM that comes last and is left out.
class Prechecks
{
public:
    struct Verdict
    {
        QString whyNot;  ///< why the VM cannot be chosen; empty when it can
        ChoiceCell cell; ///< in brief, the whole in the tooltip; "Ready" when there is nothing to say
    };

    Prechecks() = default;
    Prechecks(operations::Plan plan, std::shared_ptr<const fleet::FleetSnapshot> fleet);

    [[nodiscard]] const Findings& of(const model::HostId& host, const model::VmId& vm) const;
    /// What they come to for the VM's row.
    [[nodiscard]] Verdict judge(const Findings& findings) const;
    /// The plan with @p findings only, as FindingsView wants it.
    [[nodiscard]] operations::Plan about(const Findings& findings) const;

private:
    operations::Plan m_plan;
    std::shared_ptr<const fleet::FleetSnapshot> m_fleet;
    std::map<std::pair<model::HostId, model::VmId>, Findings> m_byVm;
};

/// Why no plan can be made for @p host, in the plan's own words; empty when one can.
[[nodiscard]] QString whyNoPlan(const model::HostId& host, const fleet::FleetSnapshot& fleet);

} // namespace hvgpu::ui
