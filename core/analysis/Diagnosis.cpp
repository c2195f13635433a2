#include "core/analysis/Diagnosis.h"

#include <QCryptographicHash>

namespace hvgpu::analysis {

QString Diagnosis::id() const
{
    // By names and not by HostId, which is another one for each server list.
    const QString key =
        QStringList{QString(name(code)), place.toLower(), gpu.text(), vm.text(), adapterId}.join(
            QLatin1Char('\n'));
    constexpr qsizetype digits = 8;
    return QString::fromLatin1(
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().first(digits));
}

QLatin1String name(DiagnosisCode code)
{
    switch (code) {
    case DiagnosisCode::GpuMoved:
        return QLatin1String("gpu-moved");
    case DiagnosisCode::GpuGone:
        return QLatin1String("gpu-gone");
    case DiagnosisCode::OwnerGone:
        return QLatin1String("owner-gone");
    case DiagnosisCode::OverCommitted:
        return QLatin1String("over-committed");
    case DiagnosisCode::SavedWithGpu:
        return QLatin1String("saved-with-gpu");
    case DiagnosisCode::RemoteFxAdapter:
        return QLatin1String("remotefx-adapter");
    case DiagnosisCode::ForgottenDevice:
        return QLatin1String("forgotten-device");
    case DiagnosisCode::DisabledDevice:
        return QLatin1String("disabled-device");
    case DiagnosisCode::DeviceFailed:
        return QLatin1String("device-failed");
    case DiagnosisCode::PlaceholderVram:
        return QLatin1String("placeholder-vram");
    case DiagnosisCode::OfflineActionSave:
        return QLatin1String("offline-action-save");
    case DiagnosisCode::StopActionSave:
        return QLatin1String("stop-action-save");
    case DiagnosisCode::StopActionNotOff:
        return QLatin1String("stop-action-not-off");
    case DiagnosisCode::DynamicMemory:
        return QLatin1String("dynamic-memory");
    case DiagnosisCode::CheckpointsOn:
        return QLatin1String("checkpoints-on");
    case DiagnosisCode::NoWriteCombining:
        return QLatin1String("no-write-combining");
    case DiagnosisCode::DefaultMmio:
        return QLatin1String("default-mmio");
    case DiagnosisCode::CountsDiffer:
        return QLatin1String("counts-differ");
    case DiagnosisCode::DriversDiffer:
        return QLatin1String("drivers-differ");
    case DiagnosisCode::NodeUnreachable:
        return QLatin1String("node-unreachable");
    case DiagnosisCode::NodeDown:
        return QLatin1String("node-down");
    case DiagnosisCode::NodePaused:
        return QLatin1String("node-paused");
    case DiagnosisCode::NodeDraining:
        return QLatin1String("node-draining");
    case DiagnosisCode::NodeQuarantined:
        return QLatin1String("node-quarantined");
    case DiagnosisCode::ServerUnreachable:
        return QLatin1String("server-unreachable");
    case DiagnosisCode::FailoverShort:
        return QLatin1String("failover-short");
    case DiagnosisCode::PolicyWeakened:
        return QLatin1String("policy-weakened");
    case DiagnosisCode::ForcedParavirtual:
        return QLatin1String("forced-paravirtual");
    case DiagnosisCode::ChangeInterrupted:
        break;
    }
    return QLatin1String("change-interrupted");
}

} // namespace hvgpu::analysis
