#include "ui/health/Health.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

using analysis::CheckGroup;
using analysis::CheckResult;
using analysis::DiagnosisSeverity;

bool HealthFilter::accepts(CheckResult result) const
{
    switch (results) {
    case Results::All:
        return true;
    case Results::Attention:
        return result == CheckResult::Fail || result == CheckResult::Warning || result == CheckResult::Unread;
    case Results::Fail:
        return result == CheckResult::Fail;
    case Results::Warning:
        return result == CheckResult::Warning;
    case Results::Unread:
        return result == CheckResult::Unread;
    case Results::Pass:
        return result == CheckResult::Pass;
    case Results::NotApplicable:
        break;
    }
    return result == CheckResult::NotApplicable;
}

bool HealthFilter::accepts(DiagnosisSeverity severity) const
{
    switch (severities) {
    case Severities::All:
        return true;
    case Severities::WarningsAndErrors:
        return severity != DiagnosisSeverity::Note;
    case Severities::Errors:
        break;
    }
    return severity == DiagnosisSeverity::Error;
}

const analysis::Diagnosis* Health::diagnosis(const QString& id) const
{
    return diagnoses.value(id, nullptr);
}

int Health::seriousCount() const
{
    int count = static_cast<int>(interrupted.size()); // each is an error
    for (const auto& entry : entries)
        count += entry->serious;
    return count;
}

QString resultIcon(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return u"done"_s;
    case CheckResult::Warning:
        return u"warning"_s;
    case CheckResult::Fail:
        return u"error"_s;
    case CheckResult::Unread:
        return u"status-unknown"_s;
    case CheckResult::NotApplicable:
        break;
    }
    return u"dismiss"_s;
}

QString severityIcon(DiagnosisSeverity severity)
{
    switch (severity) {
    case DiagnosisSeverity::Error:
        return u"error"_s;
    case DiagnosisSeverity::Warning:
        return u"warning"_s;
    case DiagnosisSeverity::Note:
        break;
    }
    return u"info"_s;
}

} // namespace hvgpu::ui
