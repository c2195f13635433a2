#pragma once

#include "core/operations/Activity.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace hvgpu::ui {

/// What one row of the Activity tab shows. A plain value; equal faces need no repaint.
struct ActivityFace
{
    QString what;
    QString whatIcon;
    QString state; ///< word for how it stands or ended
    QString stateIcon;
    QString stateTip;           ///< the sentence behind the word
    std::optional<int> percent; ///< of work under way
    QString progress;           ///< in words, "3 of 5"
    QDateTime started;          ///< UTC
    std::optional<std::chrono::milliseconds> duration;
    QString by;
    QString server;

    friend bool operator==(const ActivityFace&, const ActivityFace&) = default;
};

/// Work of the target that takes back; in place of a step's index.
inline constexpr int putBackStep = -1;

/// What is known of one step of a target, over every time it was tried.
struct StepStory
{
    enum class State { NotYet, Running, Done, AlreadyDone, Failed };

    State state = State::NotYet;
    std::vector<const hyperv::CallRecord*> calls; ///< live as long as the activity
    std::optional<std::chrono::milliseconds> duration;
    const base::Error* error = nullptr; ///< of the last try
};
[[nodiscard]] StepStory stepStory(const operations::TargetProgress& target, int step);
/// True when putting back was begun for the target.
[[nodiscard]] bool wasPutBack(const operations::TargetProgress& target);

[[nodiscard]] ActivityFace activityFace(const operations::Activity& activity, const QDateTime& now);
[[nodiscard]] ActivityFace targetFace(const operations::Activity& activity, std::size_t index);
[[nodiscard]] ActivityFace stepFace(const operations::Activity& activity, std::size_t index, int step);
[[nodiscard]] ActivityFace callFace(const hyperv::CallRecord& call);

/// Names of the servers it works on, each once, in order.
[[nodiscard]] QStringList serversOf(const operations::Activity& activity);
/// Name of the picture for an outcome.
[[nodiscard]] QString outcomeIcon(operations::Outcome outcome);
[[nodiscard]] QString outcomeIcon(const operations::TargetReport& report);

} // namespace hvgpu::ui
