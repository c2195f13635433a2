#include "ui/models/HostCondition.h"

#include "core/analysis/UnreadParts.h"
#include "core/text/HostErrorText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <chrono>

namespace hvgpu::ui {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("hvgpu::ui::HostCondition", text);
}

QString errorTitle(const fleet::HostRecord& host)
{
    return text::presentHostError(host).title;
}

HostCondition conditionOfData(const model::HostSnapshot& data)
{
    if (!data.host.hyperVRole)
        return HostCondition::NoHyperV;
    if (!data.gpus.empty())
        return HostCondition::Ready;
    return data.couldNotRead(model::Part::PnpDevices) ? HostCondition::GpusUnreadable : HostCondition::NoGpus;
}

} // namespace

HostCondition hostCondition(const fleet::HostRecord& host)
{
    switch (host.phase) {
    case fleet::HostPhase::NeverRead:
        return host.snapshot ? HostCondition::Stale : HostCondition::NeverRead;
    case fleet::HostPhase::Reading:
        return host.snapshot ? HostCondition::Refreshing : HostCondition::Loading;
    case fleet::HostPhase::Failed:
        return host.snapshot ? HostCondition::Stale : HostCondition::Failed;
    case fleet::HostPhase::Ready:
        break;
    }
    return host.snapshot ? conditionOfData(*host.snapshot) : HostCondition::NeverRead;
}

QString hostConditionText(const fleet::HostRecord& host)
{
    switch (hostCondition(host)) {
    case HostCondition::NeverRead:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Not read yet"));
    case HostCondition::Loading:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Reading…"));
    case HostCondition::Refreshing:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Reading again…"));
    case HostCondition::Stale:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Not up to date: %1")).arg(errorTitle(host));
    case HostCondition::Failed:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Could not read: %1")).arg(errorTitle(host));
    case HostCondition::NoHyperV:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "No Hyper-V role"));
    case HostCondition::GpusUnreadable:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "GPUs could not be read"));
    case HostCondition::NoGpus:
        return say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "No GPUs"));
    case HostCondition::Ready:
        break;
    }
    return {};
}

QString namedHostCondition(const fleet::HostRecord& host)
{
    const QString condition = hostConditionText(host);
    return condition.contains(host.displayName) ? condition : host.displayName + u": "_s + condition;
}

bool isPartlyRead(const fleet::HostRecord& host)
{
    return host.snapshot && !analysis::unreadInventory(*host.snapshot).empty();
}

QString unreadOf(const fleet::HostRecord& host)
{
    QStringList names;
    if (host.snapshot) {
        for (const model::Part part : analysis::unreadInventory(*host.snapshot))
            names << text::part(part);
    }
    return names.join(u", "_s);
}

QString unreadOf(const fleet::HostRecord& host, const std::vector<model::Part>& parts, const QString& subject)
{
    QStringList names;
    for (const model::Part part : host.snapshot ? parts : std::vector<model::Part>()) {
        const bool isUnread =
            std::ranges::any_of(host.snapshot->notes, [part, &subject](const model::ReadNote& note) {
                return note.part == part && (note.subject.isEmpty() || note.subject == subject);
            });
        if (isUnread)
            names << text::part(part);
    }
    return names.join(u", "_s);
}

QString hostAge(const fleet::HostRecord& host, const QDateTime& now)
{
    if (!host.lastSuccess.isValid())
        return {};
    return text::age(std::chrono::seconds(std::max<qint64>(0, host.lastSuccess.secsTo(now))));
}

QString hostToolTip(const fleet::HostRecord& host, const QDateTime& now)
{
    QStringList lines{host.displayName};
    const QString condition = hostConditionText(host);
    if (!condition.isEmpty())
        lines << condition;
    if (host.lastError) {
        const text::ErrorText error = text::presentHostError(host);
        for (const QString& line : {error.explanation, error.advice})
            if (!line.isEmpty())
                lines << line;
    }
    if (host.passwordInClear)
        lines << say(
            QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition",
                              "User name and password go to this server unencrypted: anyone on the way "
                              "can read them."));
    const QString age = hostAge(host, now);
    if (!age.isEmpty())
        lines << say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Data read %1")).arg(age);
    if (host.inCluster && host.nodeState != model::NodeState::Unknown)
        lines << say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Cluster node: %1"))
                     .arg(text::nodeState(host.nodeState));
    if (host.snapshot)
        for (const model::ReadNote& note : host.snapshot->notes)
            if (note.subject.isEmpty())
                lines << say(QT_TRANSLATE_NOOP("hvgpu::ui::HostCondition", "Could not be read: %1"))
                             .arg(text::part(note.part));
    return lines.join(u'\n');
}

QString hostIconName(const fleet::HostRecord& host)
{
    switch (hostCondition(host)) {
    case HostCondition::Failed:
        return u"error"_s;
    case HostCondition::Stale:
    case HostCondition::GpusUnreadable:
        return u"warning"_s;
    case HostCondition::Loading:
    case HostCondition::Refreshing:
        return u"refresh"_s;
    case HostCondition::NeverRead:
    case HostCondition::NoHyperV:
        return u"status-unknown"_s;
    case HostCondition::NoGpus:
    case HostCondition::Ready:
        break;
    }
    return u"server"_s;
}

} // namespace hvgpu::ui
