#pragma once

#include "core/base/Secret.h"
#include "core/fleet/ConnectionTest.h"
#include "core/fleet/FleetDelta.h"
#include "core/fleet/ServerEntry.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace hvgpu::fleet {

/// The fleet as the UI sees it: the server list, what is known of each host, and refreshing. Lives on the GUI
/// (or main) thread; all work happens elsewhere and comes back as one coalesced changed() per 50–100 ms.
class Fleet : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual std::shared_ptr<const FleetSnapshot> snapshot() const = 0;

    /// Adds or replaces (same id) an entry and reads it. The password is held in memory for the session only.
    virtual void addServer(const ServerEntry& entry, const base::Secret& password) = 0;
    /// Replaces the entry of this id and reads it, with the password that it has where mayKeepPassword().
    virtual void changeServer(const ServerEntry& entry) = 0;
    /// Keeps in the list whether the password is saved; reads nothing.
    virtual void notePasswordSaved(const model::EntryId& id, bool saved) = 0;
    virtual void removeServer(const model::EntryId& id) = 0;
    [[nodiscard]] virtual std::vector<ServerEntry> servers() const = 0;

    /// Reads every host again; hosts already being read are not asked twice.
    virtual void refreshAll() = 0;
    virtual void refresh(const std::vector<model::HostId>& hosts) = 0;
    /// As refresh(), for hosts that were changed: those being read at this moment are read once more, for
    /// what they answer may be from before the change.
    virtual void refreshChanged(const std::vector<model::HostId>& hosts) { refresh(hosts); }
    /// Stops every read under way; hosts keep their last known data.
    virtual void cancelRefresh() = 0;
    [[nodiscard]] virtual bool isRefreshing() const = 0;

    /// Polls every host at this interval; zero switches polling off.
    virtual void setPollInterval(std::chrono::seconds interval) = 0;

    /// Tries a connection stage by stage, with the password that the list has for it (where
    /// mayKeepPassword()) when @p password is empty, off the GUI thread; @p done is called on this object's
    /// thread unless
    /// @p context is destroyed first.
    virtual void testConnection(const ServerEntry& entry, const base::Secret& password, QObject* context,
                                std::function<void(const ConnectionTestReport&)> done) = 0;

Q_SIGNALS:
    void changed(const hvgpu::fleet::FleetDelta& delta);
    /// @p done of @p total hosts of the current refresh have ended.
    void refreshProgress(int done, int total);
    void refreshFinished();
};

} // namespace hvgpu::fleet
