#pragma once

#include "core/base/Clock.h"
#include "core/operations/Activity.h"
#include "core/operations/Runner.h"

#include <QObject>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace hvgpu::operations {

struct ActivitiesOptions
{
    QString journalFolder;         ///< made when missing
    std::size_t parallelHosts = 8; ///< changed at the same time
    bool readOnly = false;         ///< nothing is changed: every start is refused with ReadOnly
    std::size_t keepFinished = 0;  ///< load() deletes the journals of older finished changes; 0 keeps all
};

/// The changes of this program's user: starts plans, shows how they go, remembers them. Lives on the GUI (or
/// main) thread; runs elsewhere; what happened comes back as one coalesced changed() per 50 ms. Activities
/// that share a host wait for each other. Destroying it cancels what runs and waits for the targets to be in
/// a defined state.
class Activities : public QObject
{
    Q_OBJECT

public:
    /// @p clock must outlive it.
    Activities(HostControlFactory controls, base::Clock& clock, ActivitiesOptions options,
               QObject* parent = nullptr);
    ~Activities() override;

    /// Reads the journals of earlier runs in the background; loaded() tells when they are here.
    void load();

    /// Newest first.
    [[nodiscard]] std::vector<std::shared_ptr<const Activity>> all() const;
    /// Null when there is none.
    [[nodiscard]] std::shared_ptr<const Activity> find(const QString& id) const;
    [[nodiscard]] bool isBusy() const; ///< something is queued or runs

    /// Begins a plan; the activity has the plan's id. Errors: ReadOnly, AccessDenied (see mayWrite()),
    /// InvalidArgument (blocked or empty plan), InvalidState (this plan was begun before). A journal that
    /// cannot be written ends the activity with that error, before anything is done.
    base::Result<void> start(const Plan& plan, const RunOptions& options = {});
    /// For interrupted ones. Errors: ReadOnly, NotFound, InvalidState. The journal is opened elsewhere: that
    /// it cannot be comes as refused().
    base::Result<void> resume(const QString& id);
    /// For interrupted and ended ones. Errors: the same.
    base::Result<void> putBack(const QString& id);
    /// An interrupted one is dealt with; it stays in the list, and changed() tells when that is on disk.
    /// Errors: NotFound, InvalidState; of the journal by refused().
    base::Result<void> dismiss(const QString& id);

    /// Stops before the next step of each target; what was begun is put back. Putting back that has begun
    /// cannot be cancelled.
    void cancel(const QString& id);
    /// Answers askedAboutShutdown().
    void answer(const QString& id, int target, ShutdownAnswer answer);

    /// When it becomes true, what waits is cancelled and what runs goes on to its end; after that, no control
    /// of a host can be had, by whatever way.
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const;

    /// False after the host denied the account a change, until one succeeds or forgetDenials() is called.
    [[nodiscard]] bool mayWrite(const model::HostId& host) const;
    /// What the host said to that; nullopt when the account may write, as far as is known.
    [[nodiscard]] std::optional<base::Error> writeDenial(const model::HostId& host) const;
    /// To be called when the account or its rights may have changed; empty means every host.
    void forgetDenials(const std::vector<model::HostId>& hosts = {});

Q_SIGNALS:
    void changed(const QStringList& ids);
    /// The guest of this target has not shut down in time: answer() is awaited.
    void askedAboutShutdown(const QString& id, int target);
    /// These hosts were changed and should be read again, with Fleet::refreshChanged().
    void hostsTouched(const std::vector<hvgpu::model::HostId>& hosts);
    void ended(const QString& id);
    /// What was asked of this activity was not begun, for its journal is in use or cannot be opened or
    /// written (InUse, Io). The activity is as it was.
    void refused(const QString& id, const hvgpu::base::Error& error);
    void loaded();
    /// Journals that could not be read; described, with their paths.
    void unreadableJournals(const QStringList& messages);
    void readOnlyChanged(bool readOnly);
    /// mayWrite() changed for this host.
    void writableChanged(const hvgpu::model::HostId& host);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hvgpu::operations
