#pragma once

#include "core/fleet/FleetSnapshot.h"
#include "core/operations/Activity.h"
#include "ui/health/EntryHealth.h"
#include "ui/health/HealthRow.h"
#include "ui/health/HealthView.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace hvgpu::ui {

/// What is known of the health of the fleet at one moment, as far as it is looked at, and the rows that show
/// it. Immutable.
struct Health
{
    std::shared_ptr<const fleet::FleetSnapshot> fleet;
    HealthView view;
    std::vector<std::shared_ptr<const EntryHealth>> entries; ///< in the order of the fleet
    std::vector<analysis::Diagnosis> interrupted;            ///< changes that were cut off
    HealthRows checkRows;                                    ///< of the page that is looked at
    HealthRows findingRows;                                  ///< likewise
    bool isCut = false;     ///< the whole list has more rows than the limit allows
    bool narrowed = false;  ///< therefore only checks that scope and words let through have rows
    bool isTooLong = false; ///< rows of checks were left out
    int shown = 0;          ///< findings with a row
    int all = 0;            ///< findings that the filter accepts
    QHash<QString, const analysis::Diagnosis*> diagnoses; ///< those that are shown, by id
    QSet<QString> fixable;                                ///< ids of those that can be put right here

    [[nodiscard]] const analysis::Diagnosis* diagnosis(const QString& id) const;
    /// Errors and warnings, whatever the view says.
    [[nodiscard]] int seriousCount() const;
};

/// Works out @p view of @p fleet, taking over from @p before what still holds. Pure; for a worker.
[[nodiscard]] std::shared_ptr<const Health>
examine(const Health& before, std::shared_ptr<const fleet::FleetSnapshot> fleet,
        const std::vector<std::shared_ptr<const operations::Activity>>& activities, const HealthView& view,
        const HealthLimits& limits = {});

/// A check and the group it stands in.
struct CheckPlace
{
    const analysis::Check* check = nullptr; ///< null on rows of groups
    const analysis::CheckGroup* group = nullptr;
};
/// What the row with this key stands for; nothing when it is not there.
[[nodiscard]] CheckPlace checkPlace(const Health& health, const model::EntryId& entry, const QString& rowKey);

[[nodiscard]] QString resultIcon(analysis::CheckResult result);
[[nodiscard]] QString severityIcon(analysis::DiagnosisSeverity severity);

} // namespace hvgpu::ui
