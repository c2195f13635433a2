#pragma once

#include "core/fleet/Fleet.h"
#include "core/fleet/PasswordKeeper.h"

#include <QDialog>

class QLineEdit;

namespace hvgpu::ui {

class RememberBox;

/// Asks for user name and password of a server that is in the list already and reads it again with them.
/// Remembers the password when wished. Use open().
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p fleet and @p keeper must outlive the dialog; without a keeper nothing is remembered.
    SignInDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, fleet::ServerEntry entry,
                 QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void signedIn();

private:
    fleet::Fleet& m_fleet;
    fleet::PasswordKeeper* m_keeper;
    fleet::ServerEntry m_entry;
    QLineEdit* m_user;
    QLineEdit* m_password;
    RememberBox* m_remember;
};

} // namespace hvgpu::ui
