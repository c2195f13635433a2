#include "core/fleet/PasswordKeeper.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace hvgpu::fleet {
namespace {

const QString& nameOf(const ServerEntry& entry)
{
    return entry.display.isEmpty() ? entry.name : entry.display;
}

/// Where the password of @p entry lies.
secrets::SecretKey savedKeyOf(const ServerEntry& entry)
{
    return entry.savedUnderId ? formerSecretKeyOf(entry) : secretKeyOf(entry);
}

} // namespace

PasswordKeeper::PasswordKeeper(Fleet& fleet, secrets::SecretStore& store, QObject* parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PasswordKeeper::giveUpWaiting);
}

void PasswordKeeper::check()
{
    secrets::checkStore(m_store, [self = QPointer(this)](const base::Result<void>& answer) {
        if (!self)
            return;
        self->m_available = answer.has_value();
        Q_EMIT self->availabilityKnown(answer.has_value());
    });
}

void PasswordKeeper::addAll(const std::vector<ServerEntry>& entries, const base::Secret& password)
{
    std::vector<ServerEntry> saved;
    for (const ServerEntry& entry : entries) {
        // Left by an earlier version, it may be the password of the server that the entry was before, and
        // lies where the next entry of that server looks.
        const bool doubtful = entry.savedUnderId && !formerKeyIsOfItsPlace(entry);
        if (doubtful)
            forget(entry);
        if (!doubtful && password.isEmpty() && entry.passwordSaved && takesPassword(entry))
            saved.push_back(entry);
        else
            m_fleet.addServer(entry, password);
    }
    m_waiting.insert(m_waiting.end(), saved.begin(), saved.end());
    for (const ServerEntry& entry : saved)
        read(entry);
    if (!m_waiting.empty())
        m_timer.start(m_patience);
}

std::vector<ServerEntry> PasswordKeeper::waiting() const
{
    return m_waiting;
}

void PasswordKeeper::read(const ServerEntry& entry)
{
    m_store.read(savedKeyOf(entry), [self = QPointer(this), entry](const base::Result<base::Secret>& answer) {
        if (self)
            self->takeSaved(entry, answer);
    });
}

void PasswordKeeper::takeSaved(const ServerEntry& entry, const base::Result<base::Secret>& answer)
{
    const bool isWaiting = std::ranges::find(m_waiting, entry.id, &ServerEntry::id) != m_waiting.end();
    loseWaiting(entry.id);
    const std::vector<ServerEntry> known = m_fleet.servers();
    // Added without it meanwhile: taken over unless the user has changed or removed the entry since.
    if (!isWaiting && std::ranges::find(known, entry) == known.end())
        return;
    if (answer) {
        m_fleet.addServer(entry, *answer);
        if (entry.savedUnderId)
            move(entry, *answer);
        return;
    }
    if (isWaiting)
        m_fleet.addServer(entry, {});
    if (answer.error().code == base::ErrorCode::NotFound) {
        note(entry.id, false);
    } else if (!std::exchange(m_complained, true)) {
        Q_EMIT failed(nameOf(entry), answer.error());
    }
}

/// From the key of earlier versions to that of the entry's place.
void PasswordKeeper::move(const ServerEntry& entry, const base::Secret& password)
{
    m_store.write(secretKeyOf(entry), password,
                  [self = QPointer(this), entry](const base::Result<void>& done) {
                      if (!self || !done)
                          return; // the next start tries again
                      self->m_store.remove(formerSecretKeyOf(entry), [](const base::Result<void>&) {});
                      self->note(entry.id, true);
                  });
}

void PasswordKeeper::loseWaiting(const model::EntryId& id)
{
    std::erase_if(m_waiting, [&id](const ServerEntry& entry) { return entry.id == id; });
}

void PasswordKeeper::giveUpWaiting()
{
    for (const ServerEntry& entry : std::exchange(m_waiting, {}))
        m_fleet.addServer(entry, {});
}

void PasswordKeeper::signIn(ServerEntry entry, const base::Secret& password, bool remember)
{
    loseWaiting(entry.id);
    const bool hasPassword = takesPassword(entry) && !password.isEmpty();
    const std::vector<ServerEntry> known = m_fleet.servers();
    const auto before = std::ranges::find(known, entry.id, &ServerEntry::id);
    if (before != known.end() && before->passwordSaved &&
        !(remember && hasPassword && secretKeyOf(*before) == secretKeyOf(entry)))
        m_store.remove(savedKeyOf(*before), [](const base::Result<void>&) {});
    entry.passwordSaved = entry.savedUnderId = false; // until it is
    m_fleet.addServer(entry, password);
    if (remember && hasPassword)
        save(entry, password);
}

void PasswordKeeper::change(ServerEntry entry, const base::Secret& password, bool remember)
{
    const std::vector<ServerEntry> known = m_fleet.servers();
    const auto before = std::ranges::find(known, entry.id, &ServerEntry::id);
    const bool keeps = before != known.end() && takesPassword(*before) && takesPassword(entry) &&
                       mayKeepPassword(*before, entry);
    if (!password.isEmpty() || !keeps)
        return signIn(std::move(entry), password, remember);
    entry.passwordSaved = before->passwordSaved;
    entry.savedUnderId = before->savedUnderId;
    m_fleet.changeServer(entry);
    if (entry.passwordSaved && !remember)
        forget(entry);
}

void PasswordKeeper::save(const ServerEntry& entry, const base::Secret& password)
{
    m_store.write(secretKeyOf(entry), password,
                  [self = QPointer(this), entry](const base::Result<void>& done) {
                      if (!self)
                          return;
                      if (done)
                          self->note(entry.id, true);
                      else
                          Q_EMIT self->failed(nameOf(entry), done.error());
                  });
}

void PasswordKeeper::forget(const ServerEntry& entry)
{
    m_store.remove(savedKeyOf(entry), [self = QPointer(this), entry](const base::Result<void>& done) {
        if (!self)
            return;
        if (done)
            self->note(entry.id, false);
        else
            Q_EMIT self->failed(nameOf(entry), done.error());
    });
}

void PasswordKeeper::note(const model::EntryId& id, bool saved)
{
    m_fleet.notePasswordSaved(id, saved);
    Q_EMIT listChanged();
}

} // namespace hvgpu::fleet
