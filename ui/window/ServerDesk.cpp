#include "ui/window/ServerDesk.h"

#include "core/fleet/CertificatePins.h"
#include "core/fleet/HostPort.h"
#include "core/fleet/NodeAddress.h"
#include "ui/dialogs/AddServerDialog.h"
#include "ui/dialogs/AddSeveralDialog.h"
#include "ui/dialogs/EditServerDialog.h"
#include "ui/dialogs/RemoveServerDialog.h"
#include "ui/dialogs/SignInDialog.h"
#include "ui/dialogs/TestServerDialog.h"
#include "ui/dialogs/TrustDialog.h"
#include "ui/settings/Settings.h"
#include "ui/window/NotificationBar.h"

#include <QApplication>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

template <class Dialog>
void present(Dialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool isAboutCertificate(const std::optional<base::Error>& error)
{
    return error && error->certificateShown;
}

} // namespace

ServerDesk::ServerDesk(Surroundings surroundings)
    : QObject(&surroundings.window)
    , m_around(std::move(surroundings))
{
    if (m_around.passwords == nullptr)
        return;
    connect(m_around.passwords, &fleet::PasswordKeeper::failed, this, &ServerDesk::sayPasswordProblem);
    connect(m_around.passwords, &fleet::PasswordKeeper::listChanged, this, &ServerDesk::edited);
}

std::optional<fleet::ServerEntry> ServerDesk::configOf(const model::EntryId& id) const
{
    const std::vector<fleet::ServerEntry> entries = m_around.fleet.servers();
    const auto found = std::ranges::find(entries, id, &fleet::ServerEntry::id);
    return found == entries.end() ? std::nullopt : std::optional(*found);
}

void ServerDesk::add()
{
    auto* dialog = new AddServerDialog(m_around.fleet, m_around.passwords, &m_around.window);
    connect(dialog, &AddServerDialog::added, this, [this](const model::EntryId& id) {
        m_added.insert(id.text());
        Q_EMIT edited();
    });
    present(dialog);
}

void ServerDesk::addSeveral()
{
    auto* dialog = new AddSeveralDialog(m_around.fleet, m_around.passwords, &m_around.window);
    connect(dialog, &AddSeveralDialog::added, this, &ServerDesk::edited);
    present(dialog);
}

QString ServerDesk::whyNotEdit(const Entry& entry) const
{
    const auto config = configOf(entry->id);
    const bool here = config && config->transport == fleet::ServerEntry::Transport::Local;
    return here ? tr("This computer is read without any network: there is nothing to set.") : QString();
}

void ServerDesk::edit(const Entry& entry)
{
    const auto config = entry ? configOf(entry->id) : std::nullopt;
    if (!config)
        return;
    auto* dialog = new EditServerDialog(m_around.fleet, m_around.passwords, *config, &m_around.window);
    connect(dialog, &EditServerDialog::changed, this, [this](const model::EntryId& id) {
        m_added.insert(id.text()); // it may be another server, with a certificate of its own
        Q_EMIT edited();
    });
    present(dialog);
}

void ServerDesk::signIn(const Entry& entry)
{
    const auto config = entry ? configOf(entry->id) : std::nullopt;
    if (!config)
        return;
    auto* dialog = new SignInDialog(m_around.fleet, m_around.passwords, *config, &m_around.window);
    connect(dialog, &SignInDialog::signedIn, this, &ServerDesk::edited);
    present(dialog);
}

void ServerDesk::remove(const Entry& entry)
{
    if (!entry)
        return;
    const auto remove = [this, id = entry->id] {
        const auto config = configOf(id);
        if (config && config->passwordSaved && m_around.passwords != nullptr)
            m_around.passwords->forget(*config);
        m_around.fleet.removeServer(id);
        Q_EMIT edited();
    };
    if (!m_around.settings.confirmRemove()) {
        remove();
        return;
    }
    auto* dialog = new RemoveServerDialog(*entry, &m_around.window);
    connect(dialog, &RemoveServerDialog::confirmed, this, [this, dialog, remove] {
        if (dialog->dontAskAgain())
            m_around.settings.setConfirmRemove(false);
        remove();
    });
    present(dialog);
}

QString ServerDesk::whyNotForget(const Entry& entry) const
{
    const auto config = configOf(entry->id);
    const bool saved = m_around.passwords != nullptr && config && config->passwordSaved;
    return saved ? QString() : tr("No password is saved for this server.");
}

void ServerDesk::forgetPassword(const Entry& entry)
{
    const auto config = entry ? configOf(entry->id) : std::nullopt;
    if (!config || m_around.passwords == nullptr)
        return;
    m_around.passwords->forget(*config);
    m_around.notifications.notify(
        NotificationBar::Kind::Information,
        tr("The saved password for %1 is forgotten. Until the program is closed it stays signed in.")
            .arg(entry->displayName),
        {});
}

void ServerDesk::test(const Entry& entry)
{
    const auto config = entry ? configOf(entry->id) : std::nullopt;
    if (config)
        present(new TestServerDialog(m_around.fleet, *config, &m_around.window));
}

std::optional<ServerDesk::Doubt> ServerDesk::doubtAbout(const fleet::EntryRecord& entry) const
{
    if (isAboutCertificate(entry.expansionError))
        return Doubt{entry.id, entry.displayName, *entry.expansionError};
    const auto snapshot = m_around.fleet.snapshot();
    for (const model::HostId& id : entry.hosts) {
        const auto host = snapshot->find(id);
        if (host && isAboutCertificate(host->lastError))
            return doubtAbout(*host);
    }
    return std::nullopt;
}

ServerDesk::Doubt ServerDesk::doubtAbout(const fleet::HostRecord& host)
{
    return {host.entry, host.displayName, *host.lastError, host.inCluster ? host.displayName : QString()};
}

QString ServerDesk::whyNoCertificate(const Entry& entry) const
{
    return doubtAbout(*entry) ? QString() : tr("No certificate of this server waits to be decided about.");
}

void ServerDesk::showCertificate(const Entry& entry)
{
    if (const auto doubt = entry ? doubtAbout(*entry) : std::nullopt)
        ask(*doubt);
}

void ServerDesk::ask(const Doubt& doubt)
{
    const auto config = configOf(doubt.entry);
    if (!config)
        return;
    const bool changed = doubt.error.code == base::ErrorCode::CertificateChanged;
    const QString address = doubt.node.isEmpty() ? fleet::HostPort{config->name, config->port}.toString()
                                                 : fleet::nodeAddress(*config, doubt.node);
    auto* dialog = new TrustDialog({doubt.server, doubt.error.host, *doubt.error.certificateShown,
                                    changed ? fleet::pinsAt(*config, address) : QString()},
                                   m_around.now(), &m_around.window);
    connect(dialog, &TrustDialog::trusted, this,
            [this, id = doubt.entry, address](const QString& pin) { trust(id, address, pin); });
    present(dialog);
}

void ServerDesk::trust(const model::EntryId& id, const QString& address, const QString& fingerprint)
{
    auto config = configOf(id);
    if (!config)
        return;
    fleet::trustAt(*config, address, fingerprint);
    m_around.fleet.changeServer(*config);
    Q_EMIT edited();
}

void ServerDesk::look(const fleet::FleetDelta& delta)
{
    for (const fleet::HostDelta& change : delta.hosts) {
        if (change.after && isAboutCertificate(change.after->lastError))
            consider(doubtAbout(*change.after));
    }
    if (!delta.entriesChanged || !delta.snapshot)
        return;
    for (const auto& entry : delta.snapshot->entries) {
        if (isAboutCertificate(entry->expansionError))
            consider({entry->id, entry->displayName, *entry->expansionError});
    }
}

void ServerDesk::consider(const Doubt& doubt)
{
    const QString mark = doubt.entry.text() + u' ' + doubt.error.certificate;
    if (m_seen.contains(mark))
        return;
    if (doubt.error.code == base::ErrorCode::CertificateChanged) {
        m_seen.insert(mark);
        m_around.notifications.notify(
            NotificationBar::Kind::Problem,
            tr("%1 shows another certificate than the one you trusted, and is not read. Select it and choose "
               "Certificate… in the File menu.")
                .arg(doubt.server),
            {});
    } else if (m_added.contains(doubt.entry.text()) && QApplication::activeModalWidget() == nullptr) {
        m_seen.insert(mark);
        ask(doubt);
    }
}

void ServerDesk::sayPasswordProblem(const QString& server, const base::Error& error)
{
    const bool closed = error.code == base::ErrorCode::AccessDenied;
    m_around.notifications.notify(
        NotificationBar::Kind::Problem,
        closed ? tr("The keychain is locked: the password for %1 was not read or saved. It is kept in memory "
                    "until the program is closed.")
                     .arg(server)
               : tr("The keychain cannot be used: the password for %1 was not read or saved. It is kept in "
                    "memory until the program is closed.")
                     .arg(server),
        {});
}

} // namespace hvgpu::ui
