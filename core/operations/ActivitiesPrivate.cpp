#include "core/operations/ActivitiesPrivate.h"

#include "core/base/CurrentUser.h"
#include "core/base/UtcTime.h"
#include "core/operations/ActivityStory.h"
#include "core/operations/HostHold.h"

#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

constexpr int flushInterval = 50;

std::set<model::HostId> hostsOf(const Plan& plan)
{
    std::set<model::HostId> hosts;
    for (const Target& target : plan.targets)
        hosts.insert(target.host);
    return hosts;
}

/// Steps whose refusal says something about the account's rights to the host, rather than to a cluster or to
/// the files of one VM.
bool tellsOfRights(StepKind kind)
{
    return kind == StepKind::SetPartitionCount || kind == StepKind::AddPartitionAdapter ||
           kind == StepKind::RemovePartitionAdapter || kind == StepKind::ShutDownGuest ||
           kind == StepKind::AssignDevice || kind == StepKind::RemoveDevice ||
           kind == StepKind::SetVmSettings || kind == StepKind::DismountDevice;
}

base::Result<void> writeDismissal(const QString& path, const base::Clock& clock)
{
    const auto journal = Journal::reopen(path, clock);
    if (!journal)
        return base::fail(journal.error());
    JournalRecord record;
    record.kind = JournalRecord::Kind::Dismissed;
    return (*journal)->append(std::move(record));
}

} // namespace

base::Error activityError(base::ErrorCode code, const QString& operation, const QString& target,
                          const QString& detail)
{
    base::Error error;
    error.code = code;
    error.operation = operation;
    error.target = target;
    error.detail = detail;
    return error;
}

Activities::Private::Private(Activities& owner, HostControlFactory controls, base::Clock& clock,
                             ActivitiesOptions options)
    : m_owner(owner)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_gate(std::make_shared<std::atomic<bool>>(!m_options.readOnly))
    , m_controls([gate = m_gate, controls = std::move(controls)](
                     const model::HostId& host) -> base::Result<std::unique_ptr<hyperv::HostControl>> {
        if (*gate)
            return controls(host);
        return base::fail(activityError(base::ErrorCode::ReadOnly, u"Connect to change"_s, host.text(),
                                        u"this program is in read-only mode"_s));
    })
{
    m_flushTimer.setSingleShot(true);
    QObject::connect(&m_flushTimer, &QTimer::timeout, &m_owner, [this] { flush(); });
}

Activities::Private::~Private()
{
    m_loader.request_stop();
    for (auto& [id, entry] : m_entries) {
        if (entry.run)
            entry.run->cancel();
    }
    // The leads wait for their hosts, so the hosts' threads go last.
    for (auto& [id, entry] : m_entries) {
        entry.run.reset();
        entry.dismissal = {}; // what the user has decided is written
    }
}

Activities::Private::Entry* Activities::Private::find(const QString& id)
{
    const auto place = m_entries.find(id);
    return place == m_entries.end() ? nullptr : &place->second;
}

void Activities::Private::post(std::function<void()> task)
{
    if (m_inbox.put(std::move(task)))
        QMetaObject::invokeMethod(
            &m_owner, [this] { handleTasks(); }, Qt::QueuedConnection);
}

void Activities::Private::handleTasks()
{
    for (const auto& task : m_inbox.takeAll())
        task();
    // Last: whoever asks a person may do so in an event loop of its own, in which the next events come.
    for (const auto& [id, target] : std::exchange(m_questions, {})) {
        Entry& entry = m_entries.at(id);
        entry.shown = std::make_shared<const Activity>(entry.now);
        Q_EMIT m_owner.askedAboutShutdown(id, target);
    }
}

void Activities::Private::begin(Activity activity, ActivityRun::Job job, const QString& journalPath)
{
    if (!m_hosts)
        m_hosts = std::make_unique<base::ThreadPool>(std::max<std::size_t>(m_options.parallelHosts, 1));
    const QString id = activity.id;
    Entry& entry = m_entries[id];
    entry.path = journalPath;
    job.by = base::currentUser() + u'@' + QSysInfo::machineHostName();
    activity.task = job.task;
    activity.state = ActivityState::Queued;
    activity.startedAt = base::toUtc(m_clock.now());
    activity.endedAt = {};
    activity.by = job.by;
    activity.error.reset();
    entry.now = std::move(activity);
    entry.hasItsTurn = false;
    entry.holds.clear();
    m_active.push_back(id);
    entry.run = std::make_unique<ActivityRun>(
        std::move(job), ActivityRun::Services{m_controls, *m_hosts, m_clock, [this](ActivityEvent event) {
                                                  post([this, event = std::move(event)] { handle(event); });
                                              }});
    giveTurns();
    entry.shown = std::make_shared<const Activity>(entry.now);
    noteChanged(entry);
}

base::Result<void> Activities::Private::again(const QString& id, ActivityTask task)
{
    using base::ErrorCode;
    const QString operation = task == ActivityTask::Resume ? u"Resume"_s : u"Put back"_s;
    const auto fail = [&](ErrorCode code, const QString& detail) {
        return base::fail(activityError(code, operation, id, detail));
    };
    if (m_options.readOnly)
        return fail(ErrorCode::ReadOnly, u"this program is in read-only mode"_s);
    Entry* entry = find(id);
    if (entry == nullptr)
        return fail(ErrorCode::NotFound, u"there is no such activity"_s);
    if (task == ActivityTask::Resume ? !entry->now.canResume() : !entry->now.canPutBack())
        return fail(ErrorCode::InvalidState, u"this activity is not in a state for that"_s);
    if (entry->isBeingDismissed())
        return fail(ErrorCode::InvalidState, u"this activity is being dismissed"_s);
    entry->before = std::make_shared<const Activity>(entry->now);
    ActivityRun::Job job;
    job.task = task;
    job.plan = entry->now.plan;
    job.journalPath = entry->path;
    job.options.othersAdapters = adaptersOfOthers(id);
    begin(entry->now, std::move(job), entry->path);
    return {};
}

std::set<QString> Activities::Private::adaptersOfOthers(const QString& id) const
{
    std::set<QString> adapters;
    for (const auto& [other, entry] : m_entries) {
        for (const TargetProgress& target : entry.now.targets) {
            if (other != id && !target.report.newAdapter.isEmpty())
                adapters.insert(target.report.newAdapter.toLower());
        }
    }
    return adapters;
}

void Activities::Private::dismiss(Entry& entry)
{
    entry.dismissal = std::jthread([this, id = entry.now.id, path = entry.path] {
        const auto written = writeDismissal(path, m_clock);
        post([this, id, written] { noteDismissal(id, written); });
    });
}

void Activities::Private::noteDismissal(const QString& id, const base::Result<void>& written)
{
    Entry& entry = m_entries.at(id);
    entry.dismissal = {}; // waits for the last breath of its thread
    if (written) {
        entry.now.state = ActivityState::Dismissed;
        noteChanged(entry);
        return;
    }
    m_refusals.emplace_back(id, written.error());
    flushSoon();
}

void Activities::Private::cancel(Entry& entry)
{
    const bool isPuttingBack = entry.now.task == ActivityTask::PutBack && entry.hasItsTurn;
    if (!entry.run || isPuttingBack)
        return;
    entry.run->cancel();
    entry.now.cancelling = true;
    noteChanged(entry);
}

void Activities::Private::setReadOnly(bool readOnly)
{
    m_options.readOnly = readOnly;
    for (auto& [id, entry] : m_entries) {
        if (readOnly && entry.run && !entry.hasItsTurn)
            cancel(entry);
    }
    updateGate();
}

void Activities::Private::updateGate()
{
    *m_gate = !m_options.readOnly || std::any_of(m_entries.begin(), m_entries.end(), [](const auto& each) {
        return each.second.run && each.second.hasItsTurn;
    });
}

void Activities::Private::giveTurns()
{
    std::set<model::HostId> taken;
    for (const QString& id : m_active) {
        Entry& entry = m_entries.at(id);
        std::set<model::HostId> hosts = hostsOf(entry.now.plan);
        const bool isFree = std::none_of(hosts.begin(), hosts.end(),
                                         [&](const model::HostId& host) { return taken.contains(host); });
        if (isFree && !entry.hasItsTurn && !entry.now.cancelling) {
            entry.hasItsTurn = true;
            entry.now.state = ActivityState::Running;
            entry.run->allow(entry.holds);
            noteChanged(entry);
        }
        // Also those of one that waits: whoever came first has its turn first.
        taken.merge(hosts);
    }
    updateGate();
}

void Activities::Private::handle(const ActivityEvent& event)
{
    Entry& entry = m_entries.at(event.id);
    if (event.apply)
        event.apply(entry.now);
    noteChanged(entry);
    switch (event.kind) {
    case ActivityEvent::Kind::Changed:
        break;
    case ActivityEvent::Kind::Asked:
        m_questions.emplace_back(event.id, event.target);
        break;
    case ActivityEvent::Kind::TargetEnded:
        noteTargetEnd(entry, event.target);
        break;
    case ActivityEvent::Kind::Ended:
        noteEnd(entry);
        break;
    case ActivityEvent::Kind::Refused:
        noteRefusal(entry, *event.error);
        break;
    }
}

void Activities::Private::noteTargetEnd(const Entry& entry, int target)
{
    const auto index = static_cast<std::size_t>(target);
    const TargetReport& report = entry.now.targets.at(index).report;
    const Target& planned = entry.now.plan.targets.at(index);
    // What the host was found to be differs from what was known of it, or it was changed.
    if (report.outcome == Outcome::Refused || !report.steps.empty() || !report.undo.empty())
        m_touched.insert(planned.host);
    noteWrites(planned, report);
}

void Activities::Private::noteWrites(const Target& target, const TargetReport& report)
{
    for (const StepReport& step : report.steps) {
        const auto index = static_cast<std::size_t>(step.step);
        if (step.step < 0 || step.alreadyDone || index >= target.steps.size() ||
            !tellsOfRights(target.steps[index].kind))
            continue;
        const bool denied = step.error && step.error->code == base::ErrorCode::AccessDenied &&
                            step.error->layer != base::Layer::Job;
        bool isNews = false;
        if (denied)
            isNews = m_denials.insert_or_assign(target.host, *step.error).second;
        else if (step.done)
            isNews = m_denials.erase(target.host) > 0;
        if (isNews)
            Q_EMIT m_owner.writableChanged(target.host);
    }
}

std::optional<base::Error> Activities::Private::denial(const model::HostId& host) const
{
    const auto known = m_denials.find(host);
    return known == m_denials.end() ? std::nullopt : std::optional(known->second);
}

void Activities::Private::forgetDenials(const std::vector<model::HostId>& hosts)
{
    std::vector<model::HostId> forgotten;
    std::erase_if(m_denials, [&](const auto& denial) {
        const bool meant =
            hosts.empty() || std::find(hosts.begin(), hosts.end(), denial.first) != hosts.end();
        if (meant)
            forgotten.push_back(denial.first);
        return meant;
    });
    for (const model::HostId& host : forgotten)
        Q_EMIT m_owner.writableChanged(host);
}

void Activities::Private::noteEnd(Entry& entry)
{
    m_ended.push_back(entry.now.id);
    holdThoseWaiting(entry.now);
    retire(entry);
}

/// Whoever asked for them did not know yet what became of this one.
void Activities::Private::holdThoseWaiting(const Activity& ended)
{
    std::map<model::HostId, HostHold> holds;
    for (std::size_t i = 0; i < ended.targets.size(); ++i)
        holds[ended.plan.targets[i].host].note(ended.plan.targets[i], ended.targets[i].report);
    for (const QString& id : m_active) {
        Entry& waiting = m_entries.at(id);
        for (const auto& [host, hold] : holds) {
            if (!waiting.hasItsTurn && hold.reason())
                waiting.holds.emplace(host, *hold.reason());
        }
    }
}

void Activities::Private::noteRefusal(Entry& entry, const base::Error& error)
{
    entry.now = *entry.before;
    m_refusals.emplace_back(entry.now.id, error);
    retire(entry);
}

void Activities::Private::retire(Entry& entry)
{
    entry.run.reset(); // waits for the last breath of its thread
    entry.hasItsTurn = false;
    entry.before.reset();
    std::erase(m_active, entry.now.id);
    giveTurns();
}

void Activities::Private::noteChanged(Entry& entry)
{
    m_changed.insert(entry.now.id);
    flushSoon();
}

void Activities::Private::flushSoon()
{
    if (!m_flushTimer.isActive())
        m_flushTimer.start(flushInterval);
}

void Activities::Private::flush()
{
    const std::set<QString> changed = std::exchange(m_changed, {});
    const std::set<model::HostId> touched = std::exchange(m_touched, {});
    const std::vector<QString> ended = std::exchange(m_ended, {});
    const auto refusals = std::exchange(m_refusals, {});
    for (const QString& id : changed) {
        Entry& entry = m_entries.at(id);
        entry.shown = std::make_shared<const Activity>(entry.now);
    }
    if (!changed.empty())
        Q_EMIT m_owner.changed(QStringList(changed.begin(), changed.end()));
    if (!touched.empty())
        Q_EMIT m_owner.hostsTouched({touched.begin(), touched.end()});
    for (const QString& id : ended)
        Q_EMIT m_owner.ended(id);
    for (const auto& [id, error] : refusals)
        Q_EMIT m_owner.refused(id, error);
}

void Activities::Private::load()
{
    if (std::exchange(m_isLoading, true))
        return;
    m_loader = std::jthread(
        [this, options = m_options](const std::stop_token& stop) { readJournals(stop, options); });
}

void Activities::Private::readJournals(const std::stop_token& stop, const ActivitiesOptions& options)
{
    QStringList unreadable;
    std::size_t finished = 0;
    // Not to be read is not the same as to be empty; one that is not there yet has no changes.
    const QFileInfo folder(options.journalFolder);
    if (folder.exists() && (!folder.isDir() || !QDir(folder.filePath()).isReadable()))
        unreadable << options.journalFolder;
    for (const QString& path : journalFiles(options.journalFolder)) {
        if (stop.stop_requested())
            return;
        const qint64 size = QFileInfo(path).size();
        const auto story = readJournal(path);
        if (!story) {
            unreadable << path + u": "_s + base::describe(story.error());
            continue;
        }
        finished += story->isFinished() ? 1U : 0U;
        if (story->isFinished() && options.keepFinished > 0 && finished > options.keepFinished)
            removeJournal(path, size);
        else
            post(
                [this, path, activity = activityFrom(*story)]() mutable { take(std::move(activity), path); });
    }
    post([this, unreadable] {
        m_isLoading = false;
        flush();
        if (!unreadable.isEmpty())
            Q_EMIT m_owner.unreadableJournals(unreadable);
        Q_EMIT m_owner.loaded();
    });
}

void Activities::Private::take(Activity activity, const QString& path)
{
    const auto [place, isNew] = m_entries.try_emplace(activity.id);
    Entry& entry = place->second;
    // Ours is fresher while it runs, and richer when nothing happened since.
    if (!isNew && (entry.run || (entry.now.state == activity.state && entry.now.endedAt == activity.endedAt)))
        return;
    entry.path = path;
    entry.now = std::move(activity);
    noteChanged(entry);
}

} // namespace hvgpu::operations
