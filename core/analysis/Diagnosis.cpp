#include "core/analysis/Diagnosis.h"

#include <QCryptographicHash>

namespace hvgpu::analysis {

QString Diagnosis::id() const
{
    // By names and not by HostId, which is another one for each server list.
    QStringList parts{QString(name(code)), place.toLower(), gpu.text(), vm.text(), adapterId};
    if (!pool.isEmpty())
        parts << pool;
    const QString key = parts.join(QLatin1Char('\n'));
    constexpr qsizetype digits = 8;
    return QString::fromLatin1(
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().first(digits));
}

// NOLINTNEXTLINE(readability-function-size): a table
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
    case DiagnosisCode::AutomaticBeyond:
        return QLatin1String("automatic-beyond");
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
    case DiagnosisCode::MmioShort:
        return QLatin1String("mmio-short");
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
    case DiagnosisCode::ListedTwice:
        return QLatin1String("listed-twice");
    case DiagnosisCode::FailoverShort:
        return QLatin1String("failover-short");
    case DiagnosisCode::PolicyWeakened:
        return QLatin1String("policy-weakened");
    case DiagnosisCode::ForcedParavirtual:
        return QLatin1String("forced-paravirtual");
    case DiagnosisCode::GuestMemoryLeak:
        return QLatin1String("guest-memory-leak");
    case DiagnosisCode::PoolMissing:
        return QLatin1String("pool-missing");
    case DiagnosisCode::PoolNamesAlike:
        return QLatin1String("pool-names-alike");
    case DiagnosisCode::PoolForeignDevice:
        return QLatin1String("pool-foreign-device");
    case DiagnosisCode::ChangeInterrupted:
        break;
    }
    return QLatin1String("change-interrupted");
}

} // namespace hvgpu::analysis
