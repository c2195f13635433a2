#pragma once

#include "core/base/Error.h"
#include "core/fleet/EntryPassword.h"
#include "core/fleet/Fleet.h"
#include "core/secrets/SecretStore.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace hvgpu::fleet {

/// Passwords of the server list from one start to the next: brings saved ones to the fleet, saves those the
/// user wants to keep, forgets them. The fleet holds them for the session either way. One thread, like the
/// fleet. Never waits.
class PasswordKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this object.
    PasswordKeeper(Fleet& fleet, secrets::SecretStore& store, QObject* parent = nullptr);

    /// Asks the store whether it works; availabilityKnown() follows.
    void check();
    /// Unset until the store has answered.
    [[nodiscard]] std::optional<bool> isAvailable() const { return m_available; }
    [[nodiscard]] secrets::SecretStore::Kind kind() const { return m_store.kind(); }

    /// Adds the entries of a server list, each with @p password when there is one, else with its saved one.
    /// Those whose password does not come within the store's patience are added without, and again when it
    /// comes.
    void addAll(const std::vector<ServerEntry>& entries, const base::Secret& password);
    /// Entries of addAll() that are not in the fleet yet.
    [[nodiscard]] std::vector<ServerEntry> waiting() const;

    /// Adds or replaces @p entry and reads it; with @p remember its password is saved as well, without what
    /// was saved is forgotten.
    void signIn(ServerEntry entry, const base::Secret& password, bool remember);
    /// Replaces the entry of this id and reads it. Without @p password it goes on with the one that it has,
    /// where mayKeepPassword(); @p remember then says whether a saved one stays saved.
    void change(ServerEntry entry, const base::Secret& password, bool remember);
    /// Forgets what is saved; the fleet keeps the password for the session.
    void forget(const ServerEntry& entry);

    /// For tests.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    void availabilityKnown(bool available);
    /// The server list changed and should be saved: whether a password is kept stands in it.
    void listChanged();
    /// A password could not be saved, read or forgotten. @p server names the entry.
    void failed(const QString& server, const hvgpu::base::Error& error);

private:
    void read(const ServerEntry& entry);
    void move(const ServerEntry& entry, const base::Secret& password);
    void takeSaved(const ServerEntry& entry, const base::Result<base::Secret>& answer);
    void save(const ServerEntry& entry, const base::Secret& password);
    void note(const model::EntryId& id, bool saved);
    void loseWaiting(const model::EntryId& id);
    void giveUpWaiting();

    Fleet& m_fleet;
    secrets::SecretStore& m_store;
    std::optional<bool> m_available;
    std::chrono::milliseconds m_patience{3'000};
    std::vector<ServerEntry> m_waiting;
    QTimer m_timer;
    bool m_complained = false; ///< one word about a store that is closed, not one for each server
};

} // namespace hvgpu::fleet
