#include "app/cli/Conductor.h"

#include "app/cli/ExitCode.h"
#include "app/cli/Terminal.h"
#include "core/text/PlanText.h"
#include "core/text/ReasonWords.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

using operations::Activity;
using operations::ShutdownAnswer;
using operations::TargetProgress;

QString subject(const operations::Target& target)
{
    return u"%1: %2"_s.arg(target.hostName, target.name);
}

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Conductor)

public:
    static QString step(const operations::Target& target, const TargetProgress& progress)
    {
        if (progress.state == TargetProgress::State::PuttingBack || progress.step < 0)
            return u"%1: %2"_s.arg(subject(target), tr("putting back"));
        const auto index = static_cast<std::size_t>(progress.step);
        return u"%1: %2"_s.arg(subject(target), text::step(target.steps.at(index)));
    }
    static QString ended(const operations::Target& target, const TargetProgress& progress)
    {
        const QString reason = text::targetReason(progress.report, target.hostName);
        const QString outcome = text::outcome(progress.report);
        return u"%1: %2"_s.arg(subject(target), reason.isEmpty() ? outcome : outcome + u": "_s + reason);
    }
    static QString howFar(int done, int total) { return tr("%1 of %2 done").arg(done).arg(total); }
    static QString late(const operations::Target& target, const QString& notAsked)
    {
        if (!notAsked.isEmpty())
            return tr("%1: %2; it is not turned off").arg(subject(target), text::reason(notAsked));
        return tr("%1: the guest has not shut down in time; it is not turned off").arg(subject(target));
    }
    static QString question(const operations::Target& target, const QString& notAsked)
    {
        if (!notAsked.isEmpty())
            return tr("%1: %2. [w] try again, [t]urn off, [s]kip?")
                .arg(subject(target), text::reason(notAsked));
        return tr("%1: the guest has not shut down in time. [w]ait on, [t]urn off, [s]kip?")
            .arg(subject(target));
    }
    static QString stopping()
    {
        return tr(
            "Stopping before the next step; what was begun is put back first. Press Ctrl+C again to end "
            "the program at once.");
    }
    static QString resumable(const QString& id)
    {
        return tr("Interrupted in the middle. Go on with \"hvgpu resume %1\" or take it back with "
                  "\"hvgpu undo %1\".")
            .arg(id);
    }
    // Letters a translation may replace: wait, turn off.
    static QString waitKey() { return tr("w", "key for: wait on"); }
    static QString turnOffKey() { return tr("t", "key for: turn off"); }
};

} // namespace

Conductor::Conductor(operations::Activities& activities, Interrupt& interrupt, bool mayAsk)
    : m_activities(activities)
    , m_mayAsk(mayAsk)
    , m_cancelled(interrupt.isRequested())
{
    using operations::Activities;
    connect(&activities, &Activities::changed, this, [this](const QStringList& ids) {
        for (const QString& id : ids)
            note(id);
    });
    connect(&activities, &Activities::ended, this, &Conductor::noteEnd);
    connect(&activities, &Activities::refused, this, [this](const QString& id, const base::Error& error) {
        m_refusals.insert_or_assign(id, error);
        noteEnd(id);
    });
    connect(&activities, &Activities::askedAboutShutdown, this, &Conductor::ask);
    connect(&interrupt, &Interrupt::requested, this, &Conductor::cancelAll);
    connect(&interrupt, &Interrupt::requestedAgain, this, &Conductor::giveUp);
}

void Conductor::follow(const QStringList& ids)
{
    for (const QString& id : ids) {
        const auto activity = m_activities.find(id);
        m_ids << id;
        if (!activity)
            continue;
        m_shown[id] = activity->targets;
        if (activity->isActive())
            m_open.insert(id);
    }
    if (m_cancelled)
        cancelAll();
    if (!m_open.isEmpty())
        m_loop.exec();
    showProgress({});
}

void Conductor::note(const QString& id)
{
    const auto activity = m_activities.find(id);
    if (!activity || !m_shown.contains(id))
        return;
    for (std::size_t i = 0; i < activity->targets.size(); ++i)
        noteTarget(*activity, i);
    showHowFar();
}

void Conductor::noteTarget(const Activity& activity, std::size_t index)
{
    const TargetProgress& now = activity.targets[index];
    TargetProgress& before = m_shown[activity.id][index];
    const operations::Target& target = activity.plan.targets[index];
    const bool works =
        now.state == TargetProgress::State::Running || now.state == TargetProgress::State::PuttingBack;
    const bool same = now.state == before.state && now.step == before.step;
    if (!same && works && (now.step >= 0 || now.state == TargetProgress::State::PuttingBack))
        say(Messages::step(target, now));
    else if (!same && now.state == TargetProgress::State::Ended)
        say(Messages::ended(target, now));
    before = now;
}

void Conductor::noteEnd(const QString& id)
{
    note(id);
    m_open.remove(id);
    if (m_open.isEmpty())
        m_loop.quit();
}

void Conductor::showHowFar() const
{
    int done = 0;
    int total = 0;
    for (const QString& id : m_ids) {
        const auto activity = m_activities.find(id);
        done += activity ? activity->endedTargets() : 0;
        total += activity ? static_cast<int>(activity->targets.size()) : 0;
    }
    showProgress(Messages::howFar(done, total));
}

void Conductor::ask(const QString& id, int target)
{
    const auto activity = m_activities.find(id);
    if (!activity)
        return;
    const operations::Target& late = activity->plan.targets.at(static_cast<std::size_t>(target));
    const QString& notAsked = activity->targets.at(static_cast<std::size_t>(target)).askedBecause;
    if (m_mayAsk && !m_cancelled) {
        m_prompt.ask(Messages::question(late, notAsked),
                     [this, id, target](const QString& line) { take(id, target, line); });
        return;
    }
    say(Messages::late(late, notAsked));
    m_activities.answer(id, target, ShutdownAnswer::Skip);
}

void Conductor::take(const QString& id, int target, const QString& line)
{
    ShutdownAnswer answer = ShutdownAnswer::Skip;
    if (line.startsWith(Messages::waitKey(), Qt::CaseInsensitive))
        answer = ShutdownAnswer::WaitOn;
    else if (line.startsWith(Messages::turnOffKey(), Qt::CaseInsensitive))
        answer = ShutdownAnswer::TurnOff;
    m_activities.answer(id, target, answer);
}

void Conductor::cancelAll()
{
    m_cancelled = true;
    if (!m_open.isEmpty())
        say(Messages::stopping());
    for (const QString& id : std::as_const(m_open))
        m_activities.cancel(id);
}

void Conductor::giveUp() const
{
    for (const QString& id : m_open)
        say(Messages::resumable(id));
    // As if the system had ended it: the journal has what is needed to go on.
    std::_Exit(ExitCode::Interrupted);
}

} // namespace hvgpu::cli
