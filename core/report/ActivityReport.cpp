#include "core/operations/Journal.h"
#include "core/report/ChangeFields.h"
#include "core/report/Fields.h"
#include "core/report/Reports.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hvgpu::report {
namespace {

using operations::Activity;
using operations::Target;
using operations::TargetProgress;

struct ActivityRow
{
    const Activity& activity;
    const Target& target;
    const TargetProgress& progress;
};

using R = const ActivityRow&;

QString stateId(operations::ActivityState state)
{
    constexpr std::array<const char*, 6> ids{"queued",      "running", "running-elsewhere",
                                             "interrupted", "ended",   "dismissed"};
    return QString::fromLatin1(ids.at(static_cast<std::size_t>(state)));
}

QString taskId(operations::ActivityTask task)
{
    constexpr std::array<const char*, 3> ids{"run", "resume", "put-back"};
    return QString::fromLatin1(ids.at(static_cast<std::size_t>(task)));
}

/// A target in the middle has no outcome yet, which is not the same as not begun.
Cell outcome(R row)
{
    if (!row.progress.unfinished)
        return Cell(QString(operations::name(row.progress.report.outcome)));
    const bool runs =
        row.activity.isActive() || row.activity.state == operations::ActivityState::RunningElsewhere;
    return Cell(runs ? u"running"_s : u"interrupted"_s);
}

Cell vmLeft(R row)
{
    return row.progress.mayBeOff() ? Cell(QString(operations::name(row.progress.report.vmLeft))) : Cell();
}

/// Why it ended as it did, as the journal has it.
Cell reason(R row)
{
    const operations::TargetReport& report = row.progress.report;
    QStringList parts;
    if (row.progress.unfinished && row.activity.state == operations::ActivityState::Interrupted)
        parts << u"the program ended before this did"_s;
    if (!report.changed.isEmpty())
        parts << report.changed;
    else if (report.error)
        parts << base::describe(*report.error);
    if (report.undoError)
        parts << u"putting back: "_s + base::describe(*report.undoError);
    return text(parts.join(u"; "_s));
}

template <class Add>
void forEachStep(R row, const Add& add)
{
    for (const auto* steps : {&row.progress.report.steps, &row.progress.report.undo})
        std::for_each(steps->begin(), steps->end(), add);
}

Cell calls(R row)
{
    std::size_t all = 0;
    forEachStep(row, [&all](const operations::StepReport& step) { all += step.calls.size(); });
    return count(all);
}

Cell duration(R row)
{
    std::chrono::milliseconds all{};
    forEachStep(row, [&all](const operations::StepReport& step) { all += step.duration; });
    return count(static_cast<std::size_t>(std::max<std::int64_t>(all.count(), 0)));
}

std::vector<Field<ActivityRow>> fields()
{
    return {
        {"activity_id", "Activity", false, [](R row) { return text(row.activity.id); }},
        {"kind", "Kind", true, [](R row) { return Cell(kindId(row.activity.plan.request)); }},
        {"task", "Task", false, [](R row) { return Cell(taskId(row.activity.task)); }},
        {"activity_state", "State", true, [](R row) { return Cell(stateId(row.activity.state)); }},
        {"started", "Started", true, [](R row) { return time(row.activity.startedAt); }},
        {"ended", "Ended", false, [](R row) { return time(row.activity.endedAt); }},
        {"by", "By", false, [](R row) { return text(row.activity.by); }},
        {"server", "Server", true, [](R row) { return text(row.target.hostName); }},
        {"target", "Target", true, [](R row) { return text(row.target.name); }},
        {"vm_id", "VM ID", false, [](R row) { return text(row.target.vm.text()); }},
        {"gpu_path", "GPU", false, [](R row) { return gpuPath(row.target); }},
        {"before", "Before", true, [](R row) { return before(row.target); }},
        {"after", "After", true, [](R row) { return after(row.target); }},
        {"outcome", "Outcome", true, &outcome},
        {"reason", "Reason", false, &reason},
        {"vm_may_be_off", "May be off", false, [](R row) { return Cell(row.progress.mayBeOff()); }},
        {"calls", "Calls", false, &calls},
        {"duration_ms", "Time (ms)", false, &duration},
        {"vm_left", "VM left", true, &vmLeft},
    };
}

} // namespace

Table activity(const std::vector<std::shared_ptr<const Activity>>& activities)
{
    std::vector<ActivityRow> rows;
    for (const auto& activity : activities) {
        for (std::size_t i = 0; i < activity->targets.size(); ++i)
            rows.push_back({*activity, activity->plan.targets.at(i), activity->targets[i]});
    }
    return makeTable(u"activity"_s, fields(), rows);
}

} // namespace hvgpu::report
