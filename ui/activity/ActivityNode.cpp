#include "ui/activity/ActivityNode.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr QChar keySeparator(0x1f);
}

QString ActivityModel::activityKey(const QString& id)
{
    return u"activity:"_s + id;
}

QString ActivityModel::Node::key() const
{
    QString key = activityKey(root().activity->id);
    if (kind != RowKind::Activity)
        key += keySeparator + u"t%1"_s.arg(place.target);
    if (kind == RowKind::ActivityStep || kind == RowKind::ActivityCall)
        key += keySeparator + u"s%1"_s.arg(place.step);
    if (kind == RowKind::ActivityCall)
        key += keySeparator + u"c%1"_s.arg(place.call);
    return key;
}

ActivityFace ActivityModel::Node::faceOf(const operations::Activity& from, const QDateTime& now) const
{
    const auto target = static_cast<std::size_t>(std::max(0, place.target));
    switch (kind) {
    case RowKind::ActivityTarget:
        return targetFace(from, target);
    case RowKind::ActivityStep:
        return stepFace(from, target, place.step);
    case RowKind::ActivityCall: {
        const StepStory story = stepStory(from.targets[target], place.step);
        return callFace(*story.calls[static_cast<std::size_t>(place.call)]);
    }
    default:
        return activityFace(from, now);
    }
}

std::vector<std::unique_ptr<ActivityModel::Node>>
ActivityModel::Node::wantedChildren(const operations::Activity& from)
{
    std::vector<std::unique_ptr<Node>> wanted;
    const auto add = [&](RowKind childKind, Place childPlace) {
        auto child = std::make_unique<Node>();
        child->kind = childKind;
        child->parent = this;
        child->row = static_cast<int>(wanted.size());
        child->place = childPlace;
        wanted.push_back(std::move(child));
    };
    const auto target = static_cast<std::size_t>(std::max(0, place.target));
    if (kind == RowKind::Activity) {
        for (std::size_t i = 0; i < from.targets.size(); ++i)
            add(RowKind::ActivityTarget, {static_cast<int>(i), -1, -1});
    } else if (kind == RowKind::ActivityTarget) {
        for (std::size_t step = 0; step < from.plan.targets[target].steps.size(); ++step)
            add(RowKind::ActivityStep, {place.target, static_cast<int>(step), -1});
        if (wasPutBack(from.targets[target]))
            add(RowKind::ActivityStep, {place.target, putBackStep, -1});
    } else if (kind == RowKind::ActivityStep) {
        const StepStory story = stepStory(from.targets[target], place.step);
        for (std::size_t call = 0; call < story.calls.size(); ++call)
            add(RowKind::ActivityCall, {place.target, place.step, static_cast<int>(call)});
    }
    return wanted;
}

void ActivityModel::Node::grow(const operations::Activity& from, const QDateTime& now)
{
    face = faceOf(from, now);
    children = wantedChildren(from);
    for (const auto& child : children)
        child->grow(from, now);
}

} // namespace hvgpu::ui
