#pragma once

#include "core/analysis/Check.h"
#include "core/analysis/Diagnosis.h"
#include "ui/models/Scope.h"

#include <QStringList>

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

/// What of the health of the fleet is looked at: only that is worked out and kept.
struct HealthView
{
    enum class Page { None, Checks, Diagnoses };

    Page page = Page::None;
    HealthFilter filter;
    /// Where there are more rows than can be shown, those of this part of the fleet come first.
    Scope scope;
    QStringList words; ///< case-folded; likewise, rows with all of them

    [[nodiscard]] bool isNarrow() const { return scope.kind != Scope::Kind::All || !words.isEmpty(); }
    friend bool operator==(const HealthView&, const HealthView&) = default;
};

/// How many rows a list gets. Nobody reads more, and the GUI thread takes them in one turn.
struct HealthLimits
{
    int checks = 10000;
    int findings = 5000;
};

} // namespace hvgpu::ui
