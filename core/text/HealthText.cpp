#include "core/text/HealthText.h"

#include "core/text/CheckWords.h"
#include "core/text/DiagnosisWords.h"
#include "core/text/Text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using analysis::Check;
using analysis::CheckReason;
using analysis::CheckResult;
using analysis::Diagnosis;
using analysis::DiagnosisSeverity;

/// Names as a list that stays readable.
QString joined(const QStringList& names)
{
    constexpr int shown = 12;
    if (names.size() <= shown)
        return names.join(u", "_s);
    return names.mid(0, shown).join(u", "_s) + u" … (+%1)"_s.arg(names.size() - shown);
}

QString filled(const QString& text, const QStringList& arguments, bool list)
{
    if (list)
        return text.contains(u"%1"_s) ? text.arg(joined(arguments)) : text;
    // All at once: a name may well contain "%2".
    if (text.contains(u"%4"_s))
        return text.arg(arguments.value(0), arguments.value(1), arguments.value(2), arguments.value(3));
    if (text.contains(u"%2"_s))
        return text.arg(arguments.value(0), arguments.value(1));
    return text.contains(u"%1"_s) ? text.arg(arguments.value(0)) : text;
}

/// Parts by their words; the other arguments are names and numbers.
QStringList shownArguments(const Check& check, Language language)
{
    if (check.reason != CheckReason::ReadPartly || language == Language::English)
        return check.arguments;
    QStringList parts;
    for (int i = 0; i <= static_cast<int>(model::Part::ClusterResources); ++i) {
        const auto each = static_cast<model::Part>(i);
        if (check.arguments.contains(QString(model::name(each))))
            parts << part(each);
    }
    return parts;
}

const char* resultSource(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return QT_TRANSLATE_NOOP("Check", "Pass");
    case CheckResult::Warning:
        return QT_TRANSLATE_NOOP("Check", "Warning");
    case CheckResult::Fail:
        return QT_TRANSLATE_NOOP("Check", "Fail");
    case CheckResult::Unread:
        return QT_TRANSLATE_NOOP("Check", "Could not read");
    case CheckResult::NotApplicable:
        break;
    }
    return QT_TRANSLATE_NOOP("Check", "Not applicable");
}

} // namespace

QString checkId(analysis::CheckId check)
{
    return QString::fromLatin1(checkWords(check).id);
}

QString checkResultId(CheckResult result)
{
    switch (result) {
    case CheckResult::Pass:
        return u"pass"_s;
    case CheckResult::Warning:
        return u"warning"_s;
    case CheckResult::Fail:
        return u"fail"_s;
    case CheckResult::Unread:
        return u"unread"_s;
    case CheckResult::NotApplicable:
        break;
    }
    return u"not_applicable"_s;
}

QString checkReasonId(CheckReason reason)
{
    return QString::fromLatin1(checkReasonWords(reason).id);
}

QString severityId(DiagnosisSeverity severity)
{
    switch (severity) {
    case DiagnosisSeverity::Error:
        return u"error"_s;
    case DiagnosisSeverity::Warning:
        return u"warning"_s;
    case DiagnosisSeverity::Note:
        break;
    }
    return u"note"_s;
}

QString checkResult(CheckResult result, Language language)
{
    return say("Check", resultSource(result), language);
}

QString checkTitle(analysis::CheckId check, Language language)
{
    return say("Check", checkWords(check).title, language);
}

QString checkPurpose(analysis::CheckId check)
{
    return say("Check", checkWords(check).purpose, Language::User);
}

QString checkReason(const Check& check, Language language)
{
    const CheckReasonWords& words = checkReasonWords(check.reason);
    return filled(say("Check", words.message, language), shownArguments(check, language), words.list);
}

QString checkAdvice(const Check& check, Language language)
{
    return say("Check", checkReasonWords(check.reason).advice, language);
}

QString checkScript(analysis::CheckId check, const model::VmId& vm)
{
    const QString script = QString::fromUtf8(checkWords(check).script);
    return script.contains(u"%1"_s) ? QString(script).replace(u"%1"_s, vm.text()) : script;
}

QString severity(DiagnosisSeverity severity)
{
    switch (severity) {
    case DiagnosisSeverity::Error:
        return QCoreApplication::translate("Diagnosis", "Error");
    case DiagnosisSeverity::Warning:
        return QCoreApplication::translate("Diagnosis", "Warning");
    case DiagnosisSeverity::Note:
        break;
    }
    return QCoreApplication::translate("Diagnosis", "Note");
}

QString diagnosisTitle(analysis::DiagnosisCode code, Language language)
{
    return say("Diagnosis", diagnosisWords(code).title, language);
}

QString diagnosisCause(const Diagnosis& diagnosis, Language language)
{
    const DiagnosisWords& words = diagnosisWords(diagnosis.code);
    return filled(say("Diagnosis", words.cause, language), diagnosis.arguments, words.list);
}

QString diagnosisAdvice(const Diagnosis& diagnosis, Language language)
{
    const DiagnosisWords& words = diagnosisWords(diagnosis.code);
    return filled(say("Diagnosis", words.advice, language), diagnosis.arguments, words.list);
}

} // namespace hvgpu::text
