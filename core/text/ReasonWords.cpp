#include "core/text/ReasonWords.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

// Only named here so that they can be translated; where they come from they are English, for journals.
[[maybe_unused]] constexpr const char* sentences[] = {
    QT_TRANSLATE_NOOP("Reason", "the host does not tell the partition count"),
    QT_TRANSLATE_NOOP("Reason", "the GPU is no longer on this server"),
    QT_TRANSLATE_NOOP("Reason", "the VM is no longer on this server"),
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
    QT_TRANSLATE_NOOP("Reason", "the VM could not be brought back"),
    QT_TRANSLATE_NOOP(
        "Reason", "the VM is on another node now; it was brought online there, the rest was not put back"),
    QT_TRANSLATE_NOOP("Reason", "the VM is on another node now and could not be brought online there"),
    QT_TRANSLATE_NOOP("Reason", "the VM is still changing its power state"),
    QT_TRANSLATE_NOOP("Reason", "the VM is neither running nor off; its adapters cannot be put back"),
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
};

} // namespace

QString reason(const QString& english)
{
    static const QRegularExpression number(u"[0-9]+"_s);
    const QRegularExpressionMatch found = number.match(english);
    if (!found.hasMatch())
        return QCoreApplication::translate("Reason", english.toUtf8().constData());
    QString pattern = english;
    pattern.replace(found.capturedStart(), found.capturedLength(), u"%1"_s);
    return QCoreApplication::translate("Reason", pattern.toUtf8().constData()).arg(found.captured());
}

} // namespace hvgpu::text
