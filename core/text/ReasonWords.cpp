#include "core/text/ReasonWords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

// Only named here so that they can be translated; where they come from they are English, for journals.
[[maybe_unused]] constexpr const char* sentences[] = {
    QT_TRANSLATE_NOOP("Reason", "the host does not tell the partition count"),
    QT_TRANSLATE_NOOP("Reason", "the GPU is no longer on this server"),
    QT_TRANSLATE_NOOP("Reason", "the VM is no longer on this server"),
    QT_TRANSLATE_NOOP("Reason",
                      "the chosen GPU is no longer on this server, or can no longer be partitioned"),
    QT_TRANSLATE_NOOP("Reason", "the partition count of the chosen GPU is %1"),
    QT_TRANSLATE_NOOP("Reason", "the chosen GPU has no free partition any more"),
    QT_TRANSLATE_NOOP("Reason", "no GPU of this server has a free partition any more"),
    QT_TRANSLATE_NOOP("Reason", "the new partition adapter is not of the chosen GPU"),
    QT_TRANSLATE_NOOP("Reason", "the new partition adapter does not have the chosen size"),
    QT_TRANSLATE_NOOP("Reason", "the VM runs with a partition of another GPU than the chosen one"),
    QT_TRANSLATE_NOOP("Reason", "the VM runs with a partition of another size than the chosen one"),
    QT_TRANSLATE_NOOP("Reason", "its partition count is %1"),
    QT_TRANSLATE_NOOP("Reason", "%1 of its partitions were assigned to VMs"),
    QT_TRANSLATE_NOOP("Reason", "the host reported success, but the count is still %1"),
    QT_TRANSLATE_NOOP("Reason", "the host reported success, but nothing changed"),
    QT_TRANSLATE_NOOP("Reason", "stopped before the count was set"),
    QT_TRANSLATE_NOOP("Reason", "stopped before step %1"),
    QT_TRANSLATE_NOOP("Reason", "stopped while the guest was shutting down"),
    QT_TRANSLATE_NOOP("Reason", "somebody else added a partition adapter"),
    QT_TRANSLATE_NOOP("Reason", "a partition adapter for the same GPU was added meanwhile"),
    QT_TRANSLATE_NOOP("Reason", "its power state is different"),
    QT_TRANSLATE_NOOP("Reason", "its partition adapters are different"),
    QT_TRANSLATE_NOOP("Reason", "it was added to or removed from the cluster"),
    QT_TRANSLATE_NOOP("Reason", "its offline action is different"),
    QT_TRANSLATE_NOOP("Reason", "the VM is no longer a cluster resource"),
    QT_TRANSLATE_NOOP("Reason", "which of several new partition adapters is ours is not known"),
    QT_TRANSLATE_NOOP("Reason", "the adapter is back, but not with the limits it had"),
    QT_TRANSLATE_NOOP("Reason", "the VM could not be brought back"),
    QT_TRANSLATE_NOOP(
        "Reason", "the VM is on another node now; it was brought online there, the rest was not put back"),
    QT_TRANSLATE_NOOP("Reason", "the VM is on another node now and could not be brought online there"),
    QT_TRANSLATE_NOOP("Reason", "the VM is still changing its power state"),
    QT_TRANSLATE_NOOP("Reason", "the VM is neither running nor off; its adapters cannot be put back"),
    QT_TRANSLATE_NOOP("Reason",
                      "the guest did not shut down in time, but soon after; the VM was started again"),
    QT_TRANSLATE_NOOP("Reason",
                      "the guest did not shut down in time and is not turned off; it has been asked "
                      "to shut down and may still do so"),
    QT_TRANSLATE_NOOP("Reason", "its settings are different"),
    QT_TRANSLATE_NOOP("Reason", "a device is no longer on this server"),
    QT_TRANSLATE_NOOP("Reason", "a device was mounted, dismounted, enabled or disabled meanwhile"),
    QT_TRANSLATE_NOOP("Reason", "a device was assigned to a VM or taken away from one meanwhile"),
    QT_TRANSLATE_NOOP("Reason", "a device was assigned to another VM meanwhile"),
    QT_TRANSLATE_NOOP("Reason", "partitions of a device were assigned to VMs meanwhile"),
    QT_TRANSLATE_NOOP("Reason", "somebody else assigned the device to this VM"),
    QT_TRANSLATE_NOOP("Reason", "somebody else made a pool of this name"),
    QT_TRANSLATE_NOOP("Reason", "VMs were assigned to the pool meanwhile"),
    QT_TRANSLATE_NOOP("Reason", "the host does not list the device as assignable"),
    QT_TRANSLATE_NOOP("Reason", "the host has no pool of assignable devices"),
    QT_TRANSLATE_NOOP("Reason", "there is no such pool"),
    QT_TRANSLATE_NOOP("Reason", "the server would have to be restarted for this"),
    QT_TRANSLATE_NOOP("Reason", "not everything could be brought back"),
    QT_TRANSLATE_NOOP("Reason", "the VM is neither running nor off; its devices cannot be put back"),
    QT_TRANSLATE_NOOP("Reason", "the plan has blocking findings"),
    QT_TRANSLATE_NOOP("Reason", "the program ended before this did"),
    QT_TRANSLATE_NOOP("Reason", "this program is in read-only mode"),
    QT_TRANSLATE_NOOP("Reason", "there is nothing to do in this plan"),
    QT_TRANSLATE_NOOP("Reason", "this plan was begun before; make a new one"),
    QT_TRANSLATE_NOOP("Reason", "nothing further was begun after a failure, as chosen"),
    QT_TRANSLATE_NOOP("Reason",
                      "nothing further was begun on this server, because \"%1\" could not be started "
                      "again"),
    QT_TRANSLATE_NOOP("Reason", "nothing further was begun on this server, because it is not known whether "
                                "\"%1\" runs again"),
    QT_TRANSLATE_NOOP("Reason", "nothing further was begun on this server, because the change of \"%1\" was "
                                "denied there"),
    QT_TRANSLATE_NOOP("Reason", "its partition count is %1, where this change left %2; before it was %3"),
    QT_TRANSLATE_NOOP("Reason", "its offline action is %1, where this change left %2; before it was %3"),
    QT_TRANSLATE_NOOP(
        "Reason", "its partition adapters are not those that this change left: %1 now, %2 then, %3 before"),
    QT_TRANSLATE_NOOP("Reason", "%1 of the %2 partitions of its GPU are assigned now"),
    QT_TRANSLATE_NOOP("Reason", "a partition adapter that is not of this change is there, and was left"),
    QT_TRANSLATE_NOOP("Reason", "the guest has not shut down in time; it was left as it is"),
    QT_TRANSLATE_NOOP("Reason", "it is not as this change left it"),
    QT_TRANSLATE_NOOP("Reason", "its partition count is %1, where the plan found %2"),
    QT_TRANSLATE_NOOP("Reason", "its partition count is %1: something else set it while this change set %2"),
    QT_TRANSLATE_NOOP("Reason", "the VM is running now"),
    QT_TRANSLATE_NOOP("Reason", "the VM is off now"),
    QT_TRANSLATE_NOOP("Reason", "its partition adapters are others than those that the plan found"),
    QT_TRANSLATE_NOOP("Reason", "its number of partition adapters is %1, where the plan found %2"),
    QT_TRANSLATE_NOOP("Reason", "%1 of the %2 partitions of its GPU are assigned, which leaves none for it"),
    QT_TRANSLATE_NOOP("Reason", "the guest cannot be asked to shut down"),
    QT_TRANSLATE_NOOP("Reason",
                      "the guest offers no shutdown service; its integration service is off, or its system "
                      "is not up"),
    QT_TRANSLATE_NOOP("Reason", "the shutdown service of the guest does not answer"),
    QT_TRANSLATE_NOOP("Reason", "the guest is not ready to shut down"),
};

/// Not QString::arg(): what one argument says must not be taken for the place of the next.
QString filled(const QString& pattern, const QStringList& arguments)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool place = pattern.at(i) == u'%' && i + 1 < pattern.size() && pattern.at(i + 1).isDigit();
        if (place)
            text += arguments.value(pattern.at(++i).digitValue() - 1);
        else
            text += pattern.at(i);
    }
    return text;
}

} // namespace

QString reason(const QString& english)
{
    // Names in quotes, which may hold quotes themselves, and numbers.
    static const QRegularExpression argument(u"\"(.*)\"|[0-9]+"_s);
    QString pattern;
    QStringList arguments;
    qsizetype end = 0;
    for (auto each = argument.globalMatch(english); each.hasNext();) {
        const QRegularExpressionMatch found = each.next();
        const bool quoted = found.capturedStart(1) >= 0;
        const int group = quoted ? 1 : 0;
        arguments << found.captured(group);
        pattern +=
            english.mid(end, found.capturedStart(group) - end) + u'%' + QString::number(arguments.size());
        end = found.capturedEnd(group);
    }
    pattern += english.mid(end);
    return filled(QCoreApplication::translate("Reason", pattern.toUtf8().constData()), arguments);
}

} // namespace hvgpu::text
