#include "ui/dialogs/SignInDialog.h"

#include "ui/dialogs/RememberBox.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, fleet::ServerEntry entry,
                           QWidget* parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_keeper(keeper)
    , m_entry(std::move(entry))
    , m_user(new QLineEdit(m_entry.user, this))
    , m_password(new QLineEdit(this))
    , m_remember(new RememberBox(keeper, this))
{
    constexpr int characters = 40;
    setObjectName(u"signInDialog"_s);
    setWindowTitle(tr("Sign in"));
    m_user->setObjectName(u"user"_s);
    m_user->setMinimumWidth(fontMetrics().averageCharWidth() * characters);
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    const QString name = m_entry.display.isEmpty() ? m_entry.name : m_entry.display;
    auto* heading = new QLabel(tr("Sign in to %1").arg(name), this);
    heading->setTextFormat(Qt::PlainText);
    auto* note = new QLabel(tr("Unless it is remembered, the password is kept in memory until the program "
                               "is closed."),
                            this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(this);
    auto* signIn = buttons->addButton(tr("&Sign in"), QDialogButtonBox::AcceptRole);
    signIn->setObjectName(u"signIn"_s);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    const auto check = [this, signIn] {
        const bool missing = m_user->text().trimmed().isEmpty();
        signIn->setEnabled(!missing);
        signIn->setToolTip(missing ? tr("Enter a user name first.") : QString());
    };
    connect(m_user, &QLineEdit::textChanged, signIn, check);
    connect(buttons, &QDialogButtonBox::accepted, this, &SignInDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout(this);
    form->addRow(heading);
    form->addRow(tr("&User name:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    form->addRow(QString(), m_remember);
    form->addRow(note);
    form->addRow(buttons);
    m_remember->setChecked(m_entry.passwordSaved);
    check();
    (m_entry.user.isEmpty() ? m_user : m_password)->setFocus();
}

void SignInDialog::accept()
{
    m_entry.user = m_user->text().trimmed();
    if (m_entry.authentication == fleet::ServerEntry::Authentication::None)
        m_entry.authentication = fleet::ServerEntry::Authentication::Negotiate;
    const base::Secret password = base::Secret(m_password->text().toUtf8());
    m_password->clear();
    if (m_keeper != nullptr)
        m_keeper->signIn(m_entry, password, m_remember->isWanted());
    else
        m_fleet.addServer(m_entry, password);
    Q_EMIT signedIn();
    QDialog::accept();
}

} // namespace hvgpu::ui
