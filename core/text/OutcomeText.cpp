#include "core/text/PlanText.h"
#include "core/text/ReasonWords.h"
#include "core/text/Text.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using operations::Activity;
using operations::ActivityState;
using operations::ActivityTask;
using operations::Outcome;
using operations::VmLeft;

/// One of the figures of a summary; in the order in which they matter.
struct Figure
{
    Outcome outcome;
    const char* words;
};

constexpr Figure figures[] = {
    {Outcome::Indeterminate, QT_TRANSLATE_N_NOOP("Outcome", "%n not known")},
    {Outcome::PartlyDone, QT_TRANSLATE_N_NOOP("Outcome", "%n partly done")},
    {Outcome::Failed, QT_TRANSLATE_N_NOOP("Outcome", "%n failed")},
    {Outcome::PutBack, QT_TRANSLATE_N_NOOP("Outcome", "%n failed and put back")},
    {Outcome::Refused, QT_TRANSLATE_N_NOOP("Outcome", "%n refused")},
    {Outcome::Skipped, QT_TRANSLATE_N_NOOP("Outcome", "%n skipped")},
    {Outcome::Cancelled, QT_TRANSLATE_N_NOOP("Outcome", "%n cancelled")},
};

QString running(const Activity& activity)
{
    if (activity.cancelling)
        return QCoreApplication::translate("Activity", "Cancelling");
    switch (activity.task) {
    case ActivityTask::Resume:
        return QCoreApplication::translate("Activity", "Resuming");
    case ActivityTask::PutBack:
        return QCoreApplication::translate("Activity", "Putting back");
    case ActivityTask::Run:
        break;
    }
    return QCoreApplication::translate("Activity", "Running");
}

QString ended(const Activity& activity)
{
    const int all = activity.endedTargets();
    if (activity.error)
        return QCoreApplication::translate("Activity", "Stopped");
    if (activity.task == ActivityTask::PutBack && activity.count(Outcome::PutBack) > 0)
        return QCoreApplication::translate("Activity", "Put back");
    if (activity.task == ActivityTask::PutBack)
        return QCoreApplication::translate("Activity", "Not put back");
    if (activity.allSucceeded())
        return QCoreApplication::translate("Activity", "Succeeded");
    if (activity.count(Outcome::Succeeded) > 0)
        return QCoreApplication::translate("Activity", "Partly succeeded");
    for (const Outcome outcome : {Outcome::Cancelled, Outcome::Skipped, Outcome::Refused}) {
        if (activity.count(outcome) == all)
            return text::outcome(outcome);
    }
    return QCoreApplication::translate("Activity", "Failed");
}

/// What mostly is behind codes that Hyper-V has for many causes; empty for others.
QString likelyCauses(const base::Error& error)
{
    constexpr std::uint32_t noResources = 0x800705AA; // HRESULT of ERROR_NO_SYSTEM_RESOURCES
    constexpr std::uint32_t invalidParameter = 32773;
    if (error.nativeCode == noResources || error.hostText.contains(u"0x800705AA", Qt::CaseInsensitive))
        return QCoreApplication::translate("Outcome", "Mostly all partitions of the GPU are in use by VMs "
                                                      "that run; or memory or memory-mapped I/O space "
                                                      "is short, or the GPU's driver was changed.");
    if (error.nativeCode == invalidParameter)
        return QCoreApplication::translate(
            "Outcome", "Hyper-V says this for many causes; mostly the size of the partition does not fit the "
                       "GPU, the VM "
                       "lacks memory-mapped I/O space, or the GPU's driver does not partition it any more.");
    return {};
}

/// The error's own words; those of ours about a target are sentences that say all there is to say.
QString errorReason(const base::Error& error, const QString& server)
{
    if (error.layer == base::Layer::Model && !error.detail.isEmpty())
        return reason(error.detail);
    const ErrorText words = present(error, server);
    QString text = words.title + u". "_s + words.explanation;
    if (!error.hostText.isEmpty())
        text +=
            u' ' +
            QCoreApplication::translate("Outcome", "The server says: %1").arg(error.hostText.simplified());
    if (const QString causes = likelyCauses(error); !causes.isEmpty())
        text += u' ' + causes;
    return text;
}

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

/// For whoever comes second: what the first one did, how that was noticed, and what to do now.
QString changedElsewhere(const operations::TargetReport& report)
{
    const QString difference = reason(report.changed);
    if (report.outcome == Outcome::Refused)
        return sentence(
            QCoreApplication::translate(
                "Outcome",
                "%1: it was changed elsewhere meanwhile, by another console, an administrator, the "
                "cluster or its guest, as reading it again just before the change showed. Nothing "
                "was done to it here. Refresh, and plan anew what is still needed.")
                .arg(difference));
    if (report.error && report.error->detail == report.changed)
        return sentence(
            QCoreApplication::translate(
                "Outcome",
                "%1: it was changed elsewhere while this was under way, by another console, an "
                "administrator, the cluster or its guest, as reading it again before the next step "
                "showed. Refresh, and plan anew what is still needed.")
                .arg(difference));
    return QCoreApplication::translate("Outcome", "Changed since the plan was made: %1.").arg(difference);
}

} // namespace

QString outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotStarted:
        return QCoreApplication::translate("Outcome", "Not started");
    case Outcome::Succeeded:
        return QCoreApplication::translate("Outcome", "Succeeded");
    case Outcome::Refused:
        return QCoreApplication::translate("Outcome", "Refused");
    case Outcome::Skipped:
        return QCoreApplication::translate("Outcome", "Skipped");
    case Outcome::Cancelled:
        return QCoreApplication::translate("Outcome", "Cancelled");
    case Outcome::PutBack:
        return QCoreApplication::translate("Outcome", "Put back");
    case Outcome::Failed:
        return QCoreApplication::translate("Outcome", "Failed");
    case Outcome::PartlyDone:
        return QCoreApplication::translate("Outcome", "Partly done");
    case Outcome::Indeterminate:
        break;
    }
    return QCoreApplication::translate("Outcome", "Not known");
}

QString withVmLeft(const QString& state, VmLeft left)
{
    switch (left) {
    case VmLeft::Off:
        return QCoreApplication::translate("Outcome", "%1; the VM is off", "outcome").arg(state);
    case VmLeft::MayBeOff:
        return QCoreApplication::translate("Outcome", "%1; the VM may be off", "outcome").arg(state);
    case VmLeft::AsFound:
        break;
    }
    return state;
}

QString outcome(const operations::TargetReport& report)
{
    const bool kept = report.outcome == Outcome::Succeeded && report.undoError;
    return withVmLeft(kept ? QCoreApplication::translate("Outcome", "Not put back") : outcome(report.outcome),
                      report.vmLeft);
}

QString vmsLeft(const Activity& activity)
{
    QStringList sentences;
    if (const QStringList off = activity.vmsLeft(VmLeft::Off); !off.isEmpty())
        sentences << QCoreApplication::translate("Outcome", "Left off, though running before: %1.")
                         .arg(off.join(u", "_s));
    if (const QStringList off = activity.vmsLeft(VmLeft::MayBeOff); !off.isEmpty())
        sentences << QCoreApplication::translate("Outcome", "May be off, though running before: %1.")
                         .arg(off.join(u", "_s));
    return sentences.join(u' ');
}

QString outcomeMeaning(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotStarted:
        return QCoreApplication::translate("Outcome", "Nothing was done here yet.");
    case Outcome::Succeeded:
        return QCoreApplication::translate("Outcome", "Done, and read back to be as planned.");
    case Outcome::Refused:
        return QCoreApplication::translate("Outcome", "Not touched: it is not as it has to be for this.");
    case Outcome::Skipped:
        return QCoreApplication::translate("Outcome", "Left as it was, as chosen for running VMs.");
    case Outcome::Cancelled:
        return QCoreApplication::translate("Outcome", "Stopped; it is as it was before.");
    case Outcome::PutBack:
        return QCoreApplication::translate("Outcome",
                                           "What had been done was put back; it is as it was before.");
    case Outcome::Failed:
        return QCoreApplication::translate("Outcome", "It failed before anything was changed.");
    case Outcome::PartlyDone:
        return QCoreApplication::translate(
            "Outcome", "It failed, and not everything could be put back. Look at it, and put it back again.");
    case Outcome::Indeterminate:
        break;
    }
    return QCoreApplication::translate(
        "Outcome",
        "The connection was lost, and what happened is not known. Resume or put back when the server can be "
        "reached.");
}

QString activityState(const Activity& activity)
{
    switch (activity.state) {
    case ActivityState::Queued:
        return activity.cancelling ? running(activity)
                                   : QCoreApplication::translate("Activity", "Waiting for its turn");
    case ActivityState::Running:
        return running(activity);
    case ActivityState::RunningElsewhere:
        return QCoreApplication::translate("Activity", "Running in another program");
    case ActivityState::Interrupted:
        return QCoreApplication::translate("Activity", "Interrupted");
    case ActivityState::Dismissed:
        return QCoreApplication::translate("Activity", "Dismissed");
    case ActivityState::Ended:
        break;
    }
    return ended(activity);
}

QString activitySummary(const Activity& activity)
{
    const auto all = static_cast<int>(activity.targets.size());
    const int done = activity.endedTargets();
    if (activity.isActive())
        return QCoreApplication::translate("Outcome", "%1 of %n done", nullptr, all).arg(done);
    QStringList parts;
    const bool isUndo = activity.task == ActivityTask::PutBack;
    const int putBack = isUndo ? activity.count(Outcome::PutBack) : 0;
    const int succeeded = activity.count(Outcome::Succeeded);
    if (isUndo)
        parts << QCoreApplication::translate("Outcome", "%1 of %n put back", nullptr, all).arg(putBack);
    else
        parts << QCoreApplication::translate("Outcome", "%1 of %n succeeded", nullptr, all).arg(succeeded);
    if (isUndo && succeeded > 0)
        parts << QCoreApplication::translate("Outcome", "%n not put back", nullptr, succeeded);
    for (const Figure& figure : figures) {
        const int n = activity.count(figure.outcome);
        if (n > 0 && !(putBack > 0 && figure.outcome == Outcome::PutBack))
            parts << QCoreApplication::translate("Outcome", figure.words, nullptr, n);
    }
    const int open = all - done;
    if (open > 0)
        parts << QCoreApplication::translate("Outcome", "%n not ended", nullptr, open);
    return parts.join(u", "_s);
}

QString targetReason(const operations::TargetReport& report, const QString& server)
{
    QStringList parts;
    if (!report.changed.isEmpty())
        parts << changedElsewhere(report);
    else if (report.error)
        parts << sentence(errorReason(*report.error, server));
    if (report.undoError)
        parts << QCoreApplication::translate("Outcome", "Putting back: %1")
                     .arg(errorReason(*report.undoError, server));
    return parts.join(u' ');
}

} // namespace hvgpu::text
