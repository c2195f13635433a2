#pragma once

#include "core/fleet/Fleet.h"
#include "core/fleet/PasswordKeeper.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace hvgpu::ui {

class NotificationBar;
class Settings;

/// The commands about the server list: adding, removing, signing in, passwords that are saved, certificates
/// that are not trusted, testing a connection.
class ServerDesk final : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all outlive it. It belongs to the window.
    struct Surroundings
    {
        fleet::Fleet& fleet;
        fleet::PasswordKeeper* passwords; ///< null: none are saved
        Settings& settings;
        NotificationBar& notifications;
        std::function<QDateTime()> now;
        QWidget& window;
    };
    using Entry = std::shared_ptr<const fleet::EntryRecord>;

    explicit ServerDesk(Surroundings surroundings);

    void add();
    void addSeveral();
    void edit(const Entry& entry);
    void signIn(const Entry& entry);
    void remove(const Entry& entry);
    void forgetPassword(const Entry& entry);
    void test(const Entry& entry);
    /// The certificate of the first host of the entry that is not trusted.
    void showCertificate(const Entry& entry);
    /// Empty when it can be done.
    [[nodiscard]] QString whyNotEdit(const Entry& entry) const;
    [[nodiscard]] QString whyNotForget(const Entry& entry) const;
    [[nodiscard]] QString whyNoCertificate(const Entry& entry) const;

    /// Sees to certificates that are new: asks about those of servers that were just added, and raises the
    /// alarm for those that changed.
    void look(const fleet::FleetDelta& delta);

Q_SIGNALS:
    /// The server list is another one and may be saved.
    void edited();

private:
    [[nodiscard]] std::optional<fleet::ServerEntry> configOf(const model::EntryId& id) const;
    /// A server whose certificate is not trusted.
    struct Doubt
    {
        model::EntryId entry;
        QString server; ///< as the user knows it
        base::Error error;
        QString node{}; ///< of a cluster; empty: the entry's own name
    };
    [[nodiscard]] std::optional<Doubt> doubtAbout(const fleet::EntryRecord& entry) const;
    [[nodiscard]] static Doubt doubtAbout(const fleet::HostRecord& host);
    void consider(const Doubt& doubt);
    void ask(const Doubt& doubt);
    void trust(const model::EntryId& id, const QString& address, const QString& fingerprint);
    void sayPasswordProblem(const QString& server, const base::Error& error);

    Surroundings m_around;
    QSet<QString> m_added; ///< entries whose first certificate is asked about at once
    QSet<QString> m_seen;  ///< certificates that were asked about or reported
};

} // namespace hvgpu::ui
