#pragma once

#include "core/fleet/Fleet.h"

#include <QDialog>

class QLineEdit;

namespace hvgpu::ui {

/// Asks for user name and password of a server that is in the list already and reads it again with them.
/// Passwords are not saved, so this is needed once per start. Use open().
class SignInDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p fleet must outlive the dialog.
    SignInDialog(fleet::Fleet& fleet, fleet::ServerEntry entry, QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void signedIn();

private:
    fleet::Fleet& m_fleet;
    fleet::ServerEntry m_entry;
    QLineEdit* m_user;
    QLineEdit* m_password;
};

} // namespace hvgpu::ui
