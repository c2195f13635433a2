#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/operations/Activity.h"
#include "core/operations/Outcome.h"
#include "core/operations/Plan.h"

#include <QFile>
#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace hvgpu::operations {

/// One line of a journal.
struct JournalRecord
{
    enum class Kind {
        PlanStarted,
        StepBegun,
        StepEnded,
        UndoBegun,
        UndoEnded,
        TargetEnded,
        PlanEnded,
        Dismissed
    };

    Kind kind = Kind::PlanStarted;
    QDateTime at; ///< UTC
    int target = -1;
    int step = -1;
    std::optional<ActivityTask> task;      ///< PlanStarted: what began; absent in old journals
    std::optional<Outcome> outcome;        ///< TargetEnded
    QString newAdapter;                    ///< StepEnded of AddPartitionAdapter
    hyperv::PartitionQuotas quotas;        ///< StepBegun of RemovePartitionAdapter: of that adapter
    QString clusterResource;               ///< StepBegun, UndoBegun: the VM's, should it move to another node
    bool foundRunning = false;             ///< UndoBegun: the VM ran when putting back began
    QString error;                         ///< described error, without secrets
    std::optional<base::Error> cause;      ///< StepEnded, UndoEnded, TargetEnded: the error
    std::optional<base::Error> undoCause;  ///< TargetEnded: the error of putting back
    std::vector<hyperv::CallRecord> calls; ///< StepEnded, UndoEnded: what was asked of the host
    std::chrono::milliseconds duration{};  ///< StepEnded, UndoEnded
    std::optional<VmLeft> vmLeft;          ///< TargetEnded; absent in old journals
    bool stopAfterFailure = false;         ///< PlanStarted: the choice that was made
    QString note;                          ///< what differs (Refused), user and machine (PlanStarted)
};

/// What a journal file tells.
struct JournalStory
{
    QString path;
    Plan plan;
    std::vector<JournalRecord> records;
    bool ended = false;     ///< the last run or undo came to its end
    bool dismissed = false; ///< the user has dealt with it, and nothing was begun since
    bool running = false;   ///< another process is at it right now
    bool tornTail = false;  ///< the last record was cut off by a crash and ignored

    /// Begun and not ended, and nobody is at it: to be shown at the next start.
    [[nodiscard]] bool isInterrupted() const { return !ended && !dismissed && !running; }
    /// Nothing is left to decide about it.
    [[nodiscard]] bool isFinished() const { return (ended || dismissed) && !running; }
};

/// The crash-safe record of one plan's run: one file, one checksummed line per record, on disk (fsync) before
/// the step it announces begins. Thread-safe. Never holds secrets.
class Journal
{
public:
    /// Begins a new file <id>.journal in @p folder and locks it. Errors: Io.
    [[nodiscard]] static base::Result<std::unique_ptr<Journal>>
    create(const QString& folder, const Plan& plan, const base::Clock& clock);
    /// Opens an interrupted one to go on with it. Errors: Io, InUse when another process is at it.
    [[nodiscard]] static base::Result<std::unique_ptr<Journal>> reopen(const QString& path,
                                                                       const base::Clock& clock);

    /// Appends and syncs; the time is filled in. An error means the record is not safely on disk: stop.
    base::Result<void> append(JournalRecord record);
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    Journal(const QString& path, const base::Clock& clock);
    base::Result<void> open(QIODevice::OpenMode mode);
    base::Result<void> writeLine(const QByteArray& json);

    std::mutex m_mutex;
    QFile m_file;
    qint64 m_size = 0; ///< of the whole lines
    QLockFile m_lock;
    const base::Clock& m_clock;
};

/// Reads a journal. A cut-off last line is normal after a crash; anything else malformed is ProtocolViolation
/// with the line number.
[[nodiscard]] base::Result<JournalStory> readJournal(const QString& path);
/// Deletes a journal that has not grown beyond @p knownSize, unless somebody is at it.
void removeJournal(const QString& path, qint64 knownSize);
/// Journal files of a folder, newest first.
[[nodiscard]] QStringList journalFiles(const QString& folder);

[[nodiscard]] QLatin1String name(Outcome outcome);
[[nodiscard]] QLatin1String name(VmLeft left);

} // namespace hvgpu::operations
