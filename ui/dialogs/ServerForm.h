#pragma once

#include "core/base/Secret.h"
#include "core/fleet/PasswordKeeper.h"
#include "core/fleet/ServerEntry.h"
#include "ui/dialogs/EntryProblems.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace hvgpu::ui {

class RememberBox;
class ServiceNameBox;

/// The fields that describe a server or a cluster, each with its message below when something is wrong.
class ServerForm final : public QWidget
{
    Q_OBJECT

public:
    /// Asks for a file and calls back with its path.
    using FileChooser = std::function<void(QWidget* parent, std::function<void(const QString& path)> chosen)>;

    /// Without @p keeper no password can be remembered.
    explicit ServerForm(std::vector<fleet::ServerEntry> existing, fleet::PasswordKeeper* keeper,
                        QWidget* parent = nullptr);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }
    /// Whether DCOM can be chosen; as it comes, on Windows only.
    void offerDcom(bool offered);
    /// What the user entered; the id is filled.
    [[nodiscard]] fleet::ServerEntry entry() const;
    /// Shows @p entry, to be changed; it keeps its id and its kind.
    void edit(const fleet::ServerEntry& entry);
    /// The entry that is changed goes on with the password that it has.
    [[nodiscard]] bool keepsPassword() const;
    [[nodiscard]] base::Secret password() const;
    [[nodiscard]] bool remembersPassword() const;
    /// From now on the server as it is entered has to show this certificate.
    void trustCertificate(const QString& fingerprint);
    /// Shows what is wrong below the fields; false when something is, with the first wrong field focused.
    bool validate();
    /// Message below the field of this name; empty when it is right.
    [[nodiscard]] QString messageOf(const QString& field) const;

Q_SIGNALS:
    void edited();
    void messagesChanged(); ///< the form may need another height

private:
    using Field = EntryField;

    [[nodiscard]] fleet::ServerEntry::Authentication authentication() const;
    [[nodiscard]] bool isDcom() const;
    [[nodiscard]] bool losesPassword() const;
    void showTrusted(const QString& pins);
    void makeFields();
    void makeWays();
    void layOut();
    void orderTabs();
    void connectAll();
    void updateAvailability();
    void updateSignIn();
    void updateTransport();
    void takeAddress();
    void chooseFile(QLineEdit* field);
    QWidget* withBrowse(QLineEdit* field, const QString& name, QWidget*& button);
    void say(Field field, const QString& message);
    [[nodiscard]] bool check(bool show);
    QWidget* withMessage(Field field, QWidget* editor);
    [[nodiscard]] QWidget* editorOf(Field field) const;

    std::vector<fleet::ServerEntry> m_existing;
    std::optional<fleet::ServerEntry> m_edited;
    FileChooser m_chooser;
    QComboBox* m_kind = nullptr;
    QComboBox* m_transport = nullptr;
    QLineEdit* m_name = nullptr;
    QCheckBox* m_https = nullptr;
    QSpinBox* m_port = nullptr;
    QComboBox* m_authentication = nullptr;
    ServiceNameBox* m_service;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_caFile = nullptr;
    QWidget* m_browse = nullptr;
    QLineEdit* m_clientCertificate = nullptr;
    QWidget* m_browseClient = nullptr;
    RememberBox* m_remember;
    QLineEdit* m_proxy = nullptr;
    QFormLayout* m_rows = nullptr;
    QLabel* m_trusted = nullptr;
    QString m_pin;
    model::EntryId m_pinnedFor; ///< the place that the pin is for
    QCheckBox* m_insecure = nullptr;
    QHash<EntryField, QLabel*> m_messages;
    bool m_portTouched = false;
    bool m_validated = false;
};

} // namespace hvgpu::ui
