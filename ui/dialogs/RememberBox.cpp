#include "ui/dialogs/RememberBox.h"

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using Kind = secrets::SecretStore::Kind;

RememberBox::RememberBox(fleet::PasswordKeeper* keeper, QWidget* parent)
    : QCheckBox(tr("Re&member the password"), parent)
    , m_keeper(keeper)
{
    setObjectName(u"remember"_s);
    if (m_keeper)
        connect(m_keeper, &fleet::PasswordKeeper::availabilityKnown, this, &RememberBox::update);
    update();
}

void RememberBox::setPasswordWanted(bool wanted, const QString& whyNot)
{
    m_wanted = wanted;
    m_whyNot = whyNot;
    update();
}

void RememberBox::update()
{
    const bool possible = m_keeper && m_keeper->kind() != Kind::None && m_keeper->isAvailable() == true;
    setEnabled(possible && m_wanted);
    if (!possible) {
        setToolTip(
            tr("There is no keychain here: the password is kept in memory until the program is closed."));
    } else if (!m_wanted) {
        setToolTip(m_whyNot.isEmpty() ? tr("No password is needed.") : m_whyNot);
    } else if (m_keeper->kind() == Kind::CredentialManager) {
        setToolTip(tr("Kept by Windows in the Credential Manager, for your account only"));
    } else {
        setToolTip(tr("Kept in the keychain of your desktop (Secret Service or KWallet), never in a file"));
    }
}

} // namespace hvgpu::ui
