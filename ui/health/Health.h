#pragma once

#include "core/analysis/Check.h"
#include "core/analysis/Diagnosis.h"
#include "core/fleet/FleetSnapshot.h"
#include "ui/health/HealthRow.h"

#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::ui {

/// Which checks and findings are shown.
struct HealthFilter
{
    enum class Results { All, Attention, Fail, Warning, Unread, Pass, NotApplicable };
    enum class Severities { All, WarningsAndErrors, Errors };

    Results results = Results::All;
    Severities severities = Severities::All;

    [[nodiscard]] bool accepts(analysis::CheckResult result) const;
    [[nodiscard]] bool accepts(analysis::DiagnosisSeverity severity) const;
    friend bool operator==(const HealthFilter&, const HealthFilter&) = default;
};

/// Everything known of the health of the fleet at one moment, and the rows that show it. Immutable.
struct Health
{
    std::shared_ptr<const fleet::FleetSnapshot> fleet;
    std::vector<analysis::CheckGroup> checks;
    std::vector<analysis::Diagnosis> diagnoses;
    QSet<QString> fixable; ///< ids of the diagnoses that can be put right here
    HealthFilter filter;
    std::vector<HealthRow> checkRows;
    std::vector<HealthRow> findingRows;

    [[nodiscard]] const analysis::Diagnosis* diagnosis(const QString& id) const;
    /// Errors and warnings, whatever the filter says.
    [[nodiscard]] int seriousCount() const;
};

/// A check and the group it stands in.
struct CheckPlace
{
    const analysis::Check* check = nullptr; ///< null on rows of groups
    const analysis::CheckGroup* group = nullptr;
};
/// What the row with this key stands for; nothing when it is not there.
[[nodiscard]] CheckPlace checkPlace(const Health& health, const QString& rowKey);

[[nodiscard]] std::vector<HealthRow> makeCheckRows(const Health& health);
[[nodiscard]] std::vector<HealthRow> makeFindingRows(const Health& health);

[[nodiscard]] QString resultIcon(analysis::CheckResult result);
[[nodiscard]] QString severityIcon(analysis::DiagnosisSeverity severity);

} // namespace hvgpu::ui
