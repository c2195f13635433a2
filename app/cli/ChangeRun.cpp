#include "app/cli/ChangeRun.h"

#include "app/cli/ActivityBook.h"
#include "app/cli/Conductor.h"
#include "app/cli/Output.h"
#include "app/cli/PlanFile.h"
#include "app/cli/PlanOutput.h"
#include "app/cli/Reading.h"
#include "app/cli/Selection.h"
#include "app/cli/Terminal.h"
#include "core/base/UtcTime.h"
#include "core/operations/PlanCheck.h"
#include "core/operations/Planner.h"
#include "core/operations/PowerShell.h"
#include "core/operations/PriorSettings.h"
#include "core/operations/ResumePlan.h"
#include "core/operations/UndoPlan.h"
#include "core/report/Reports.h"
#include "core/text/PlanText.h"
#include "core/text/Text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using operations::Activity;
using operations::ActivityState;
using operations::ActivityTask;
using operations::Outcome;
using operations::Plan;
using Plans = std::vector<Plan>;

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(ChangeRun)

public:
    static QString needsYes()
    {
        return tr("There is no terminal to ask on; give --yes to make the change or --what-if to see it");
    }
    static QString doIt() { return tr("Do this?"); }
    static QString readOnly() { return tr("Read-only mode: nothing was changed"); }
    static QString nothingDone() { return tr("Nothing was changed"); }
    static QString nothingToDo() { return tr("There is nothing to do"); }
    static QString saved(const QString& path) { return tr("The plan was saved to %1").arg(path); }
    static QString planIs(const QString& age, const QString& date)
    {
        return tr("The plan was made %1 (%2)").arg(age, date);
    }
    static QString planFromTheFuture(const QString& date)
    {
        return tr("The plan was made on %1, which is still to come by the clock of this computer").arg(date);
    }
    static QString blocked() { return tr("The plan cannot be carried out; nothing was changed"); }
    static QString serverMissing(const QString& name)
    {
        return tr("The server \"%1\" of the plan is not among those given").arg(name);
    }
    static QString usedPlan(const QString& id)
    {
        return tr("This plan has been carried out or begun before; see \"hvgpu activity %1\"").arg(id);
    }
    static QString interruptedBefore(const QString& id)
    {
        return tr("An earlier change was cut off; see \"hvgpu activity %1\"").arg(id);
    }
    static QString notForUndo() { return tr("There is nothing recorded that could be put back"); }
    static QString notForResume() { return tr("It was not cut off; there is nothing to resume"); }
    static QString putsBack() { return tr("This is put back:"); }
    static QString goesOn() { return tr("This is resumed:"); }
    static QString dismissed() { return tr("Noted as dealt with"); }
};

void sayAll(const QStringList& lines)
{
    for (const QString& line : lines)
        say(line);
}

ExitCode refuse(const SelectionProblem& problem)
{
    say(problem.message);
    sayAll(problem.candidates);
    return Failure;
}

ExitCode refuse(const base::Error& error)
{
    if (error.code == base::ErrorCode::ReadOnly)
        say(Messages::readOnly());
    else
        complain(error);
    return Failure;
}

/// Of several codes the one that counts; the order is documented in hvgpu.1.
ExitCode worse(ExitCode a, ExitCode b)
{
    for (const ExitCode code :
         {Failure, Interrupted, Blocked, NotAllSucceeded, ChecksFailed, SomeUnreachable}) {
        if (a == code || b == code)
            return code;
    }
    return Success;
}

/// What an activity that has ended amounts to.
ExitCode exitCodeOf(const Activity& activity)
{
    if (activity.error)
        return Failure;
    if (activity.task != ActivityTask::PutBack)
        return activity.allSucceeded() ? Success : NotAllSucceeded;
    const int open = activity.count(Outcome::PartlyDone) + activity.count(Outcome::Indeterminate) +
                     activity.count(Outcome::Succeeded) + activity.count(Outcome::NotStarted);
    const bool stands = std::ranges::any_of(activity.targets, &operations::TargetProgress::stands);
    return open == 0 && !stands ? Success : NotAllSucceeded;
}

/// One call of the program that changes servers or would.
class Change
{
public:
    explicit Change(const Arguments& arguments)
        : m_arguments(arguments)
        , m_options(arguments.change)
    {}
    ExitCode run();

private:
    ExitCode planAndCarryOut();
    ExitCode goBackTo();
    base::Result<Plans> savedPlans();
    std::variant<Plans, ExitCode> makePlans();
    /// Says how old a saved plan is, and adds what forbids it now.
    void judgeAgain(Plan& plan);
    /// With the settings from before a VM got its devices, where they are recorded and wanted back.
    operations::Request withRecorded(const operations::Request& request);
    ExitCode show(const Plans& plans);
    /// Every server of the plan is among those given, or it is said which is not.
    ExitCode refuseMissing(const Plan& plan) const;
    ExitCode refuseUnusable(const Plans& plans, const ActivityBook& book) const;
    Plan planAgain(const Activity& activity) const;
    ExitCode carryOut(const Plans& plans);
    ExitCode follow(ActivityBook& book, const QStringList& ids, ExitCode soFar);
    [[nodiscard]] bool confirmed(const QString& what) const;
    [[nodiscard]] bool mayAsk() const { return !m_options.yes && isInteractive(); }
    [[nodiscard]] ExitCode finish(ExitCode code) const { return worse(code, m_reading.exitCode()); }

    const Arguments& m_arguments;
    const ChangeArguments& m_options;
    base::SystemClock m_clock;
    Interrupt m_interrupt{Interrupt::EndsAtOnce::ThirdTime};
    Reading m_reading;
};

ExitCode Change::run()
{
    // Before anything is changed: of what was done then, nothing could be told.
    if (const ExitCode code = checkOutput(m_arguments); code != Success)
        return code;
    Plans saved;
    if (m_arguments.command == Command::Apply) {
        auto read = readPlans(m_options.planFile);
        if (!read) {
            complain(read.error());
            return Failure;
        }
        saved = *std::move(read);
    }
    auto reading = readServers(m_arguments, m_clock, m_interrupt);
    if (const auto* code = std::get_if<ExitCode>(&reading))
        return *code;
    m_reading = std::get<Reading>(std::move(reading));
    switch (m_arguments.command) {
    case Command::Undo:
    case Command::Resume:
        return goBackTo();
    case Command::Apply:
        for (Plan& plan : saved)
            judgeAgain(plan);
        return m_options.onlyPlans() ? show(saved) : carryOut(saved);
    default:
        break;
    }
    auto plans = makePlans();
    if (const auto* code = std::get_if<ExitCode>(&plans))
        return *code;
    return m_options.onlyPlans() ? show(std::get<Plans>(plans)) : carryOut(std::get<Plans>(plans));
}

std::variant<Plans, ExitCode> Change::makePlans()
{
    const bool fixes = m_arguments.command == Command::Findings;
    const auto requests =
        requestsFor(m_arguments, *m_reading.snapshot,
                    fixes ? ActivityBook(m_arguments, m_reading.connections, m_clock).all() : ActivityList());
    if (!requests)
        return refuse(requests.error());
    Plans plans;
    for (const operations::Request& asked : *requests) {
        const operations::Request request = withRecorded(asked);
        const operations::PlanContext context{QUuid::createUuid().toString(QUuid::WithoutBraces),
                                              base::toUtc(m_clock.now())};
        plans.push_back(operations::plan(request, *m_reading.snapshot, context));
    }
    return plans;
}

void Change::judgeAgain(Plan& plan)
{
    const QDateTime now = base::toUtc(m_clock.now());
    const QString date = QLocale().toString(plan.createdAt.toLocalTime(), QLocale::ShortFormat);
    const std::chrono::seconds old(plan.createdAt.secsTo(now));
    say(old.count() < 0 ? Messages::planFromTheFuture(date) : Messages::planIs(text::age(old), date));
    operations::addBlockingFindings(plan, *m_reading.snapshot, now);
}

operations::Request Change::withRecorded(const operations::Request& request)
{
    const auto* removal = std::get_if<operations::DdaRemoveRequest>(&request);
    if (removal == nullptr || !m_options.restoreSettings)
        return request;
    const ActivityBook book(m_arguments, m_reading.connections, m_clock);
    const auto prior = operations::priorSettings(book.all(), removal->host, removal->vm);
    if (!prior)
        return request;
    operations::DdaRemoveRequest restoring = *removal;
    restoring.restore = prior->settings;
    restoring.offlineAction = prior->offlineAction;
    return restoring;
}

ExitCode Change::show(const Plans& plans)
{
    ExitCode code = Success;
    if (!m_options.planOut.isEmpty()) {
        code = writeFile(m_options.planOut, plansToJson(plans));
        if (code == Success)
            say(Messages::saved(m_options.planOut));
    }
    if (m_options.powerShell) {
        QString script;
        for (const Plan& plan : plans)
            script += operations::powerShell(plan);
        code = worse(code, write(script.toUtf8(), m_arguments));
    } else if (m_options.whatIf && m_arguments.format == report::Format::Json) {
        code = worse(code, write(plansToJson(plans), m_arguments));
    } else if (m_options.whatIf && m_arguments.format == report::Format::Text) {
        code = worse(code, write(harmless(planText(plans, *m_reading.snapshot)), m_arguments));
    } else if (m_options.whatIf) {
        code = worse(code, write(planTable(plans, *m_reading.snapshot), m_arguments, m_interrupt.token()));
    }
    const bool told = m_options.whatIf && m_arguments.format == report::Format::Text;
    for (const Plan& plan : plans) {
        if (!told)
            sayAll(findingLines(plan, *m_reading.snapshot));
        if (plan.isBlocked())
            code = worse(code, Blocked);
    }
    return finish(code);
}

bool Change::confirmed(const QString& what) const
{
    // What may not be done need not be asked for; the core refuses it.
    if (m_options.yes || m_options.readOnly)
        return true;
    print(what);
    return confirm(Messages::doIt());
}

ExitCode Change::refuseMissing(const Plan& plan) const
{
    for (const operations::Target& target : plan.targets) {
        if (m_reading.connections->find(target.host))
            continue;
        say(Messages::serverMissing(target.hostName));
        return Failure;
    }
    return Success;
}

ExitCode Change::refuseUnusable(const Plans& plans, const ActivityBook& book) const
{
    for (const Plan& plan : plans) {
        if (book.find(plan.id)) {
            say(Messages::usedPlan(plan.id));
            return Failure;
        }
        if (const ExitCode refused = refuseMissing(plan); refused != Success)
            return refused;
    }
    const bool blocked = std::ranges::any_of(plans, &Plan::isBlocked);
    for (const Plan& plan : plans) {
        // Shown with the plan when that is asked about.
        if (blocked || m_options.yes || plan.isEmpty())
            sayAll(findingLines(plan, *m_reading.snapshot));
    }
    if (blocked)
        say(Messages::blocked());
    return blocked ? Blocked : Success;
}

ExitCode Change::carryOut(const Plans& plans)
{
    ActivityBook book(m_arguments, m_reading.connections, m_clock);
    for (const auto& earlier : book.all()) {
        if (earlier->state == ActivityState::Interrupted)
            say(Messages::interruptedBefore(earlier->id));
    }
    if (const ExitCode refused = refuseUnusable(plans, book); refused != Success)
        return refused;
    if (std::ranges::all_of(plans, &Plan::isEmpty)) {
        say(Messages::nothingToDo());
        return finish(write(report::activity({}), m_arguments, m_interrupt.token()));
    }
    if (!confirmed(planText(plans, *m_reading.snapshot))) {
        say(Messages::nothingDone());
        return Success;
    }
    QStringList ids;
    ExitCode code = Success;
    for (const Plan& plan : plans) {
        if (plan.isEmpty())
            continue;
        if (auto started = book.activities().start(plan, {m_options.stopAfterFailure}); started) {
            ids << plan.id;
        } else {
            code = refuse(started.error());
        }
    }
    return ids.isEmpty() ? code : follow(book, ids, code);
}

ExitCode Change::follow(ActivityBook& book, const QStringList& ids, ExitCode soFar)
{
    Conductor conductor(book.activities(), m_interrupt, mayAsk());
    conductor.follow(ids);
    ActivityList ended;
    ExitCode code = soFar;
    for (const QString& id : ids) {
        if (const auto refused = conductor.refusals().find(id); refused != conductor.refusals().end()) {
            code = worse(code, refuse(refused->second));
            continue;
        }
        ended.push_back(book.activities().find(id));
        const Activity& activity = *ended.back();
        say(text::planTitle(activity.plan) + u": "_s + text::activitySummary(activity));
        if (const QString left = text::vmsLeft(activity); !left.isEmpty())
            say(left);
        if (activity.error)
            complain(*activity.error);
        code = worse(code, exitCodeOf(activity));
    }
    if (m_interrupt.isRequested() && code != Success)
        code = worse(code, Interrupted);
    // Written also after an interrupt: what happened is what the caller must know.
    const ExitCode written = write(report::activity(ended), m_arguments, {});
    return written == Success ? finish(code) : written;
}

/// What going on or back would do, to the servers as they are now.
Plan Change::planAgain(const Activity& activity) const
{
    if (m_arguments.command == Command::Resume)
        return operations::resumePlan(activity);
    return operations::undoPlan(activity, *m_reading.snapshot, base::toUtc(m_clock.now()));
}

ExitCode Change::goBackTo()
{
    ActivityBook book(m_arguments, m_reading.connections, m_clock);
    const auto activity = book.find(m_options.activityId);
    if (!activity) {
        say(activity.error());
        return Failure;
    }
    const Activity& found = **activity;
    const bool undo = m_arguments.command == Command::Undo;
    if (undo ? !found.canPutBack() : !found.canResume()) {
        say(undo ? Messages::notForUndo() : Messages::notForResume());
        return Failure;
    }
    if (const ExitCode refused = refuseMissing(found.plan); refused != Success)
        return refused;
    const Plan plan = planAgain(found);
    if (m_options.whatIf)
        return show({plan});
    if (!confirmed((undo ? Messages::putsBack() : Messages::goesOn()) + u'\n' +
                   planText({plan}, *m_reading.snapshot))) {
        say(Messages::nothingDone());
        return Success;
    }
    const QString id = found.id;
    const auto started = undo ? book.activities().putBack(id) : book.activities().resume(id);
    return started ? follow(book, {id}, Success) : refuse(started.error());
}

ExitCode listActivities(const Arguments& arguments)
{
    base::SystemClock clock;
    const ActivityBook book(arguments, std::make_shared<fleet::ConnectionDirectory>(), clock);
    const ExitCode code = book.isComplete() ? Success : SomeUnreachable;
    if (arguments.change.activityId.isEmpty())
        return worse(code, write(summaryTable(book.all()), arguments, {}));
    const auto activity = book.find(arguments.change.activityId);
    if (activity)
        return worse(code, write(report::activity({*activity}), arguments, {}));
    say(activity.error());
    return Failure;
}

ExitCode dismissActivity(const Arguments& arguments)
{
    base::SystemClock clock;
    ActivityBook book(arguments, std::make_shared<fleet::ConnectionDirectory>(), clock);
    const auto activity = book.find(arguments.change.activityId);
    if (!activity) {
        say(activity.error());
        return Failure;
    }
    if (const auto dismissed = book.dismiss((*activity)->id); !dismissed)
        return refuse(dismissed.error());
    say(Messages::dismissed());
    return Success;
}

} // namespace

ExitCode runChange(const Arguments& arguments)
{
    if (arguments.command == Command::Activity)
        return listActivities(arguments);
    if (arguments.command == Command::Dismiss)
        return dismissActivity(arguments);
    if (!arguments.change.onlyPlans() && !arguments.change.yes && !isInteractive()) {
        say(Messages::needsYes());
        return Usage;
    }
    return Change(arguments).run();
}

} // namespace hvgpu::cli
