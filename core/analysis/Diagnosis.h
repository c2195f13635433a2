#pragma once

#include "core/analysis/AssignedStatus.h"
#include "core/model/Ids.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hvgpu::analysis {

/// What can be wrong with GPUs and their assignments. Words are made in core/text.
enum class DiagnosisCode {
    // assignments
    GpuMoved,  ///< a partition names a path that is gone, and a GPU of that model is in another place (EC-36)
    GpuGone,   ///< a partition names a path that is gone (EC-38)
    OwnerGone, ///< a GPU is held for a virtual machine that does not exist (EC-37)
    OverCommitted,   ///< more virtual machines than partitions (EC-35)
    AutomaticBeyond, ///< more virtual machines than the server has partitions, some without a GPU of their
                     ///< own
    SavedWithGpu,    ///< a saved virtual machine has a GPU
    RemoteFxAdapter, ///< legacy adapter: will not start
    // devices
    ForgottenDevice, ///< dismounted, and nobody has it
    DisabledDevice,  ///< disabled, the first half of a dismount
    DeviceFailed,    ///< Windows reports a problem
    PlaceholderVram, ///< paravirtual figures that are no sizes (EC-15)
    // settings of virtual machines with a GPU
    OfflineActionSave, ///< the cluster would save it, which fails (EC-29)
    StopActionSave,    ///< the server would save it, which fails
    StopActionNotOff,  ///< whole device: only "turn off" is allowed
    DynamicMemory,     ///< would not start
    CheckpointsOn,     ///< checkpoints fail
    NoWriteCombining,  ///< whole device without guest-controlled cache types
    DefaultMmio,       ///< whole device with the space that new virtual machines have
    MmioShort,         ///< whole devices need more space than it has
    // clusters and servers
    CountsDiffer,  ///< equal GPUs with different partition counts (EC-46)
    DriversDiffer, ///< equal GPUs with different drivers
    NodeUnreachable,
    NodeDown,
    NodePaused,
    NodeDraining,
    NodeQuarantined, ///< or isolated
    ServerUnreachable,
    ListedTwice,    ///< the same computer by another name, so that it counts twice
    FailoverShort,  ///< the cluster cannot lose this node
    PolicyWeakened, ///< device assignment without the drivers' guarantees (EC-10)
    ForcedParavirtual,
    GuestMemoryLeak, ///< paravirtual GPUs on a Windows that leaks memory in guests (EC-61)
    // pools of whole devices (EC-50)
    PoolMissing,       ///< some nodes of the cluster have a pool of this name, others have none
    PoolNamesAlike,    ///< names that differ only in case or spaces, which are different pools
    PoolForeignDevice, ///< a pool with devices that are no GPUs
    ChangeInterrupted
};

/// Ordered, worst last.
enum class DiagnosisSeverity { Note, Warning, Error };

/// One thing wrong, with what proves it. A plain value.
struct Diagnosis
{
    DiagnosisCode code = DiagnosisCode::GpuGone;
    DiagnosisSeverity severity = DiagnosisSeverity::Warning;
    model::EntryId entry;
    model::HostId host; ///< not set when it is about a whole cluster
    QString place;      ///< name of the server or cluster, shown
    model::GpuId gpu;
    model::VmId vm;
    QString adapterId;     ///< of the assignment it is about
    QString pool;          ///< name of the pool it is about
    QString subject;       ///< name of the GPU or virtual machine, shown; empty: the place itself
    QStringList arguments; ///< for the words
    std::vector<Evidence> evidence;

    /// Short and the same in every run as long as the same thing is wrong: "3f9a21c4".
    [[nodiscard]] QString id() const;
    friend bool operator==(const Diagnosis&, const Diagnosis&) = default;
};

/// Stable English identifier of the code ("offline-action-save").
[[nodiscard]] QLatin1String name(DiagnosisCode code);

} // namespace hvgpu::analysis
