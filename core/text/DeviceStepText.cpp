#include "core/text/DeviceStepText.h"

#include "core/text/PlanText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hvgpu::text {
namespace {

using operations::Step;
using operations::StepKind;

QString megabytes(std::uint64_t value)
{
    return QCoreApplication::translate("Plan", "%1 MB")
        .arg(QLocale().toString(static_cast<qulonglong>(value)));
}

QString onOff(bool value)
{
    return value ? QCoreApplication::translate("Plan", "on", "setting of a VM")
                 : QCoreApplication::translate("Plan", "off", "setting of a VM");
}

/// "name: before → after", or without a before that is not known.
QString change(const QString& name, const QString& before, const QString& after)
{
    return before.isEmpty()
               ? QCoreApplication::translate("Plan", "%1: %2", "setting: new value").arg(name, after)
               : QCoreApplication::translate("Plan", "%1: %2 → %3", "setting: old and new value")
                     .arg(name, before, after);
}

template <class Value, class Words>
void add(QStringList& parts, const QString& name, const std::optional<Value>& before,
         const std::optional<Value>& after, const Words& words)
{
    if (after)
        parts << change(name, before ? words(*before) : QString(), words(*after));
}

QString systemSettings(const Step& step)
{
    const model::VmSettings& before = step.settingsBefore;
    const model::VmSettings& after = step.settingsAfter;
    QStringList parts;
    add(parts, QCoreApplication::translate("Plan", "Automatic stop action"), before.automaticStopAction,
        after.automaticStopAction, stopAction);
    add(parts, QCoreApplication::translate("Plan", "Guest-controlled cache types"),
        before.guestControlledCacheTypes, after.guestControlledCacheTypes, onOff);
    add(parts, QCoreApplication::translate("Plan", "Low MMIO space"), before.lowMmioMb, after.lowMmioMb,
        megabytes);
    add(parts, QCoreApplication::translate("Plan", "High MMIO space"), before.highMmioMb, after.highMmioMb,
        megabytes);
    add(parts, QCoreApplication::translate("Plan", "Checkpoints"), before.checkpointType,
        after.checkpointType, checkpointType);
    return parts.join(u"; "_s);
}

QString memorySettings(const Step& step)
{
    const model::VmSettings& before = step.settingsBefore;
    const model::VmSettings& after = step.settingsAfter;
    QStringList parts;
    add(parts, QCoreApplication::translate("Plan", "Dynamic memory"), before.dynamicMemory,
        after.dynamicMemory, onOff);
    add(parts, QCoreApplication::translate("Plan", "Minimum memory"), before.minimumMemoryMb,
        after.minimumMemoryMb, megabytes);
    add(parts, QCoreApplication::translate("Plan", "Maximum memory"), before.maximumMemoryMb,
        after.maximumMemoryMb, megabytes);
    return parts.join(u"; "_s);
}

QString removal(const Step& step)
{
    if (!step.deviceName.isEmpty())
        return QCoreApplication::translate("Plan", "Take %1 away from the VM").arg(step.deviceName);
    return step.pool.isEmpty()
               ? QCoreApplication::translate("Plan", "Take the device %1 away from the VM",
                                             "id of an adapter")
                     .arg(step.adapterId.section(u'\\', -1))
               : QCoreApplication::translate("Plan", "Unassign the VM from the GPU pool %1").arg(step.pool);
}

QString dismount(const Step& step)
{
    if (step.requirements.acs && step.requirements.mitigations)
        return QCoreApplication::translate("Plan", "Dismount %1 from the server").arg(step.deviceName);
    if (!step.requirements.acs && !step.requirements.mitigations)
        return QCoreApplication::translate("Plan", "Dismount %1 from the server by force")
            .arg(step.deviceName);
    return step.requirements.acs
               ? QCoreApplication::translate("Plan",
                                             "Dismount %1 from the server without a mitigation driver")
                     .arg(step.deviceName)
               : QCoreApplication::translate("Plan",
                                             "Dismount %1 from the server without access control services")
                     .arg(step.deviceName);
}

QString createPool(const Step& step)
{
    return QCoreApplication::translate("Plan", "Make the GPU pool %1 with %n devices", nullptr,
                                       static_cast<int>(step.poolDevices.size()))
        .arg(step.pool);
}

} // namespace

QString stopAction(std::uint16_t action)
{
    switch (action) {
    case model::stopActionTurnOff:
        return QCoreApplication::translate("Plan", "Turn off", "automatic stop action of a VM");
    case model::stopActionSave:
        return QCoreApplication::translate("Plan", "Save", "automatic stop action of a VM");
    case model::stopActionShutDown:
        return QCoreApplication::translate("Plan", "Shut down", "automatic stop action of a VM");
    default:
        return QLocale().toString(action);
    }
}

QString checkpointType(std::uint16_t type)
{
    switch (type) {
    case model::checkpointsDisabled:
        return QCoreApplication::translate("Plan", "disabled", "checkpoints of a VM");
    case 3:
        return QCoreApplication::translate("Plan", "production", "checkpoints of a VM");
    case 4:
        return QCoreApplication::translate("Plan", "production only", "checkpoints of a VM");
    case 5:
        return QCoreApplication::translate("Plan", "standard", "checkpoints of a VM");
    default:
        return QLocale().toString(type);
    }
}

QString deviceStep(const Step& step)
{
    const auto about = [&step](const char* words) {
        return QCoreApplication::translate("Plan", words).arg(step.deviceName);
    };
    switch (step.kind) {
    case StepKind::SetVmSettings:
        return systemSettings(step);
    case StepKind::SetVmMemory:
        return memorySettings(step);
    case StepKind::DisableDevice:
        return about(QT_TRANSLATE_NOOP("Plan", "Disable %1 on the server"));
    case StepKind::DismountDevice:
        return dismount(step);
    case StepKind::VerifyAssignable:
        return about(QT_TRANSLATE_NOOP("Plan", "Verify that the server lists %1 as assignable"));
    case StepKind::VerifyPartitionable:
        return about(QT_TRANSLATE_NOOP("Plan", "Verify that the server can partition %1"));
    case StepKind::AssignDevice:
        return about(QT_TRANSLATE_NOOP("Plan", "Assign %1 to the VM"));
    case StepKind::RemoveDevice:
        return removal(step);
    case StepKind::MountDevice:
        return about(QT_TRANSLATE_NOOP("Plan", "Mount %1 on the server"));
    case StepKind::EnableDevice:
        return about(QT_TRANSLATE_NOOP("Plan", "Enable %1 on the server"));
    case StepKind::CreatePool:
        return createPool(step);
    case StepKind::DeletePool:
        return QCoreApplication::translate("Plan", "Delete the GPU pool %1").arg(step.pool);
    case StepKind::AssignFromPool:
        return QCoreApplication::translate("Plan", "Assign a device of the GPU pool %1 to the VM")
            .arg(step.pool);
    default:
        return {};
    }
}

} // namespace hvgpu::text
