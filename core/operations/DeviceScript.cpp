#include "core/operations/DeviceScript.h"

using namespace Qt::StringLiterals;

namespace hvgpu::operations {
namespace {

QString mounted(const Step& step)
{
    return u"PCI\\"_s + step.device.text();
}

QString located(const Step& step)
{
    return u" -LocationPath "_s + quotedForPowerShell(step.locationPath);
}

QString flag(bool value)
{
    return value ? u"$true"_s : u"$false"_s;
}

QString stopAction(std::uint16_t action)
{
    switch (action) {
    case model::stopActionTurnOff:
        return u"TurnOff"_s;
    case model::stopActionShutDown:
        return u"ShutDown"_s;
    default:
        return u"Save"_s;
    }
}

QString checkpointType(std::uint16_t type)
{
    switch (type) {
    case model::checkpointsDisabled:
        return u"Disabled"_s;
    case 4:
        return u"ProductionOnly"_s;
    case 5:
        return u"Standard"_s;
    default:
        return u"Production"_s;
    }
}

QString setVm(const model::VmSettings& settings)
{
    QString line = u"Set-VM -VM $vm"_s;
    if (settings.automaticStopAction)
        line += u" -AutomaticStopAction "_s + stopAction(*settings.automaticStopAction);
    if (settings.guestControlledCacheTypes)
        line += u" -GuestControlledCacheTypes "_s + flag(*settings.guestControlledCacheTypes);
    if (settings.lowMmioMb)
        line += u" -LowMemoryMappedIoSpace %1MB"_s.arg(*settings.lowMmioMb);
    if (settings.highMmioMb)
        line += u" -HighMemoryMappedIoSpace %1MB"_s.arg(*settings.highMmioMb);
    if (settings.checkpointType)
        line += u" -CheckpointType "_s + checkpointType(*settings.checkpointType);
    return line;
}

QString setMemory(const model::VmSettings& settings)
{
    QString line = u"Set-VMMemory -VM $vm"_s;
    if (settings.dynamicMemory)
        line += u" -DynamicMemoryEnabled "_s + flag(*settings.dynamicMemory);
    if (settings.minimumMemoryMb)
        line += u" -MinimumBytes %1MB"_s.arg(*settings.minimumMemoryMb);
    if (settings.maximumMemoryMb)
        line += u" -MaximumBytes %1MB"_s.arg(*settings.maximumMemoryMb);
    return line;
}

/// The cmdlet knows both requirements or none.
QString dismount(const Step& step)
{
    const bool force = !step.requirements.acs || !step.requirements.mitigations;
    return u"Dismount-VMHostAssignableDevice"_s + located(step) + (force ? u" -Force"_s : QString());
}

/// The listing lags behind a dismount.
QStringList verify(const Step& step)
{
    const QString listed = u"(Get-VMHostAssignableDevice | Where-Object { $_.LocationPath -eq %1 })"_s.arg(
        quotedForPowerShell(step.locationPath));
    return {u"for ($i = 0; $i -lt 10 -and -not %1; $i++) { Start-Sleep -Milliseconds 500 }"_s.arg(listed),
            u"if (-not %1) { throw 'The device is not listed as assignable' }"_s.arg(listed)};
}

QStringList verifyPartitionable(const Step& step)
{
    const QString listed = u"(Get-VMHostPartitionableGpu | Where-Object { $_.Name -like %1 })"_s.arg(
        quotedForPowerShell(u"*#"_s + QString(step.device.text()).replace(u'\\', u'#') + u"#*"_s));
    return {u"for ($i = 0; $i -lt 20 -and -not %1; $i++) { Start-Sleep -Milliseconds 500 }"_s.arg(listed),
            u"if (-not %1) { throw 'The GPU is not listed as partitionable' }"_s.arg(listed)};
}

QStringList createPool(const Step& step)
{
    const QString name = quotedForPowerShell(step.pool);
    QStringList lines{u"New-VMResourcePool -Name %1 -ResourcePoolType PciExpress"_s.arg(name)};
    for (const model::GpuId& device : step.poolDevices)
        lines << u"Get-VMHostAssignableDevice | Where-Object { $_.InstanceID -eq %1 } | "
                 "Add-VMHostAssignableDevice -ResourcePoolName %2"_s.arg(
                     quotedForPowerShell(u"PCIP\\"_s + device.text()), name);
    return lines;
}

QString removeDevice(const Step& step)
{
    return u"Get-VMAssignableDevice -VM $vm | Where-Object { $_.Id -eq %1 } | Remove-VMAssignableDevice"_s
        .arg(quotedForPowerShell(step.adapterId));
}

} // namespace

QString quotedForPowerShell(const QString& text)
{
    QString result = u"'"_s;
    for (const QChar c : text) {
        result += c;
        if (c == u'\'' || (c >= QChar(0x2018) && c <= QChar(0x201B)))
            result += c;
    }
    return result + u'\'';
}

QStringList deviceScript(const Step& step)
{
    switch (step.kind) {
    case StepKind::SetVmSettings:
        return {setVm(step.settingsAfter)};
    case StepKind::SetVmMemory:
        return {setMemory(step.settingsAfter)};
    case StepKind::DisableDevice:
        return {
            u"Disable-PnpDevice -InstanceId %1 -Confirm:$false"_s.arg(quotedForPowerShell(mounted(step)))};
    case StepKind::EnableDevice:
        return {u"Enable-PnpDevice -InstanceId %1 -Confirm:$false"_s.arg(quotedForPowerShell(mounted(step)))};
    case StepKind::DismountDevice:
        return {dismount(step)};
    case StepKind::VerifyAssignable:
        return verify(step);
    case StepKind::VerifyPartitionable:
        return verifyPartitionable(step);
    case StepKind::AssignDevice:
        return {u"Add-VMAssignableDevice -VM $vm"_s + located(step)};
    case StepKind::RemoveDevice:
        return {removeDevice(step)};
    case StepKind::MountDevice:
        return {u"Mount-VMHostAssignableDevice"_s + located(step)};
    case StepKind::CreatePool:
        return createPool(step);
    case StepKind::DeletePool:
        return {u"Remove-VMResourcePool -Name %1 -ResourcePoolType PciExpress"_s.arg(
            quotedForPowerShell(step.pool))};
    case StepKind::AssignFromPool:
        return {u"Add-VMAssignableDevice -VM $vm -ResourcePoolName "_s + quotedForPowerShell(step.pool)};
    default:
        return {};
    }
}

} // namespace hvgpu::operations
