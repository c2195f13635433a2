#include "app/cli/HealthRun.h"

#include "app/cli/ActivityBook.h"
#include "app/cli/Output.h"
#include "app/cli/Reading.h"
#include "core/analysis/Doctor.h"
#include "core/analysis/Prerequisites.h"
#include "core/operations/Observe.h"
#include "core/operations/Remedy.h"
#include "core/report/Reports.h"
#include "core/text/HealthText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using analysis::CheckGroup;
using analysis::CheckResult;
using analysis::Diagnosis;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(HealthRun)

public:
    static QString noFinding(const QString& id)
    {
        return tr("There is no finding \"%1\" (any more); these can be fixed:").arg(id);
    }
    static QString decide()
    {
        return tr("A change was cut off. Go on with it, put it back, or note it as dealt with:");
    }
    static QString notFixable(const QString& advice)
    {
        return tr("No plan can put this right. What to do: %1").arg(advice);
    }
};

/// The commands that end a change that was cut off.
QStringList decisions(const Diagnosis& diagnosis)
{
    QStringList commands;
    for (const QString& command : {u"resume"_s, u"undo"_s, u"dismiss"_s})
        commands << u"hvgpu %1 %2"_s.arg(command, diagnosis.arguments.value(0));
    return commands;
}

/// Leaves only checks with one of the results asked for; all of them when none is named.
void keep(const QStringList& results, CheckGroup& group)
{
    if (results.isEmpty())
        return;
    std::erase_if(group.checks, [&results](const analysis::Check& check) {
        return !results.contains(text::checkResultId(check.result));
    });
    for (CheckGroup& below : group.groups)
        keep(results, below);
}

/// Of what was read and what was found, the code that counts; the order is documented in hvgpu.1.
ExitCode finish(ExitCode written, bool serious, const Reading& reading)
{
    if (written != Success)
        return written;
    const ExitCode read = reading.exitCode();
    if (read == Failure)
        return read;
    return serious ? ChecksFailed : read;
}

} // namespace

ExitCode runCheck(const Arguments& arguments)
{
    Interrupt interrupt;
    base::SystemClock clock;
    const auto reading = readServers(arguments, clock, interrupt);
    if (const auto* code = std::get_if<ExitCode>(&reading))
        return *code;
    const auto& read = std::get<Reading>(reading);
    std::vector<CheckGroup> groups = analysis::prerequisites(operations::observe(*read.snapshot));
    const bool failed = std::ranges::any_of(
        groups, [](const CheckGroup& group) { return worstResult(group) == CheckResult::Fail; });
    for (CheckGroup& group : groups)
        keep(arguments.results, group);
    return finish(write(report::prerequisites(groups), arguments, interrupt.token()), failed, read);
}

ExitCode runFindings(const Arguments& arguments)
{
    Interrupt interrupt;
    base::SystemClock clock;
    const auto reading = readServers(arguments, clock, interrupt);
    if (const auto* code = std::get_if<ExitCode>(&reading))
        return *code;
    const auto& read = std::get<Reading>(reading);
    const ActivityBook book(arguments, read.connections, clock);
    const std::vector<Diagnosis> found = analysis::diagnose(operations::observe(*read.snapshot, book.all()));
    const bool serious = std::ranges::any_of(found, [](const Diagnosis& diagnosis) {
        return diagnosis.severity == analysis::DiagnosisSeverity::Error;
    });
    return finish(write(report::findings(found, *read.snapshot), arguments, interrupt.token()), serious,
                  read);
}

Selected<operations::Request> fixRequest(const ChangeArguments& change, const fleet::FleetSnapshot& fleet,
                                         const ActivityList& activities)
{
    const std::vector<Diagnosis> found = analysis::diagnose(operations::observe(fleet, activities));
    const auto wanted = std::ranges::find(found, change.fix, &Diagnosis::id);
    if (wanted != found.end()) {
        if (operations::fixOf(*wanted, fleet) == operations::Fix::Decision)
            return tl::make_unexpected(SelectionProblem{Words::decide(), decisions(*wanted)});
        if (auto request = operations::remedy(*wanted, fleet))
            return operations::withPower(*std::move(request), change.power);
        return tl::make_unexpected(SelectionProblem{Words::notFixable(text::diagnosisAdvice(*wanted)), {}});
    }
    SelectionProblem problem{Words::noFinding(change.fix), {}};
    for (const Diagnosis& diagnosis : found) {
        if (operations::fixOf(diagnosis, fleet) != operations::Fix::None)
            problem.candidates << u"%1  %2: %3 (%4)"_s.arg(diagnosis.id(), diagnosis.place, diagnosis.subject,
                                                           text::diagnosisTitle(diagnosis.code));
    }
    return tl::make_unexpected(std::move(problem));
}

} // namespace hvgpu::cli
