#pragma once

#include "core/analysis/Check.h"
#include "core/analysis/Diagnosis.h"
#include "core/text/Language.h"

#include <QString>

namespace hvgpu::text {

/// Stable English identifiers for files.
[[nodiscard]] QString checkId(analysis::CheckId check);
[[nodiscard]] QString checkResultId(analysis::CheckResult result);
[[nodiscard]] QString checkReasonId(analysis::CheckReason reason);
[[nodiscard]] QString severityId(analysis::DiagnosisSeverity severity);

/// "Pass", "Warning", "Fail", "Could not read", "Not applicable".
[[nodiscard]] QString checkResult(analysis::CheckResult result, Language language = Language::User);
/// What is checked, in a few words.
[[nodiscard]] QString checkTitle(analysis::CheckId check, Language language = Language::User);
/// Why it is checked.
[[nodiscard]] QString checkPurpose(analysis::CheckId check);
/// Why it has this result.
[[nodiscard]] QString checkReason(const analysis::Check& check, Language language = Language::User);
/// What to do; empty when there is nothing to do.
[[nodiscard]] QString checkAdvice(const analysis::Check& check, Language language = Language::User);
/// PowerShell that checks the same on the server itself. @p vm goes into it by its id.
[[nodiscard]] QString checkScript(analysis::CheckId check, const model::VmId& vm);

/// "Note", "Warning", "Error".
[[nodiscard]] QString severity(analysis::DiagnosisSeverity severity);
/// What is wrong, in a few words.
[[nodiscard]] QString diagnosisTitle(analysis::DiagnosisCode code, Language language = Language::User);
/// What is wrong and where it comes from.
[[nodiscard]] QString diagnosisCause(const analysis::Diagnosis& diagnosis,
                                     Language language = Language::User);
/// What to do about it.
[[nodiscard]] QString diagnosisAdvice(const analysis::Diagnosis& diagnosis,
                                      Language language = Language::User);

} // namespace hvgpu::text
