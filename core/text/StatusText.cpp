#include "core/text/StatusWords.h"
#include "core/text/Text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using analysis::AssignedStatus;
using analysis::SubStatus;

QString translated(const char* source)
{
    return source == nullptr ? QString() : QCoreApplication::translate("Status", source);
}

const char* labelSource(AssignedStatus status)
{
    switch (status) {
    case AssignedStatus::ReadyForDdaAssignment:
        return QT_TRANSLATE_NOOP("Status", "Ready for DDA assignment");
    case AssignedStatus::Partitioned:
        return QT_TRANSLATE_NOOP("Status", "Partitioned");
    case AssignedStatus::Paravirtualization:
        return QT_TRANSLATE_NOOP("Status", "Paravirtualization");
    case AssignedStatus::NotAssignable:
        return QT_TRANSLATE_NOOP("Status", "Not assignable");
    case AssignedStatus::HostOwned:
        return QT_TRANSLATE_NOOP("Status", "Used by the host");
    case AssignedStatus::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("Status", "Unknown");
}

/// "Windows reports problem code 43: the device reported problems and was stopped."
QString problemReason(const analysis::StatusVerdict& verdict)
{
    const auto code = std::ranges::find_if(verdict.evidence, [](const analysis::Evidence& evidence) {
        return evidence.source == u"Win32_PnPEntity.ConfigManagerErrorCode"_s;
    });
    if (code == verdict.evidence.end())
        return translated(words(SubStatus::DeviceProblem).reason);
    const QString meaning = translated(problemMeaning(code->value.toUInt()));
    if (meaning.isEmpty())
        return QCoreApplication::translate("Status", "Windows reports problem code %1 for this device.")
            .arg(code->value);
    return QCoreApplication::translate("Status", "Windows reports problem code %1 for this device: %2.")
        .arg(code->value, meaning);
}

} // namespace

QString statusLabel(AssignedStatus status)
{
    return translated(labelSource(status));
}

QLatin1String statusLabelEnglish(AssignedStatus status)
{
    return QLatin1String(labelSource(status));
}

QLatin1String subStatusId(SubStatus subStatus)
{
    return QLatin1String(words(subStatus).id);
}

QString statusGloss(AssignedStatus status)
{
    switch (status) {
    case AssignedStatus::ReadyForDdaAssignment:
        return QCoreApplication::translate(
            "Status",
            "Dismounted from the host, for one virtual machine as a whole; not usable for partitions.");
    case AssignedStatus::Partitioned:
        return QCoreApplication::translate(
            "Status", "Can be partitioned; says nothing about partitions being assigned.");
    case AssignedStatus::Paravirtualization:
        return QCoreApplication::translate("Status",
                                           "The driver is capable of partitions, but SR-IOV is not enabled.");
    case AssignedStatus::NotAssignable:
        return QCoreApplication::translate("Status", "Cannot be given to virtual machines.");
    case AssignedStatus::HostOwned:
        return QCoreApplication::translate(
            "Status", "Not partitionable; could be assigned as a whole after a dismount.");
    case AssignedStatus::Unknown:
        break;
    }
    return QCoreApplication::translate("Status", "What decides could not be read.");
}

QString subStatusLabel(SubStatus subStatus)
{
    return translated(words(subStatus).label);
}

QString statusReason(const analysis::StatusVerdict& verdict)
{
    if (verdict.subStatus == SubStatus::DeviceProblem)
        return problemReason(verdict);
    if (verdict.subStatus != SubStatus::None)
        return translated(words(verdict.subStatus).reason);
    if (verdict.status == AssignedStatus::Paravirtualization)
        return QCoreApplication::translate("Status",
                                           "The driver shares the GPU by paravirtualization although nothing "
                                           "that could be read says that SR-IOV is missing.");
    return statusGloss(verdict.status);
}

QString statusAdvice(const analysis::StatusVerdict& verdict)
{
    if (verdict.subStatus != SubStatus::None)
        return translated(words(verdict.subStatus).advice);
    if (verdict.status == AssignedStatus::Paravirtualization)
        return QCoreApplication::translate(
            "Status", "Check SR-IOV in the server's firmware setup, the driver's mode, and "
                      "whether the registry value GpuVirtualizationFlags forces "
                      "paravirtualization.");
    return {};
}

} // namespace hvgpu::text
