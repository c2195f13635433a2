// What a ServerForm holds, as an entry of the server list, and an entry in its fields.
#include "ui/dialogs/ServerForm.h"

#include "core/fleet/CertificatePins.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"
#include "core/text/TrustText.h"
#include "ui/dialogs/RememberBox.h"
#include "ui/dialogs/ServiceNameBox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using Kind = fleet::ServerEntry::Kind;
using Authentication = fleet::ServerEntry::Authentication;
using Transport = fleet::ServerEntry::Transport;

namespace {

void choose(QComboBox& box, int value)
{
    box.setCurrentIndex(box.findData(value));
}

} // namespace

void ServerForm::edit(const fleet::ServerEntry& entry)
{
    m_edited = entry;
    choose(*m_kind, static_cast<int>(entry.kind));
    m_kind->setEnabled(false);
    m_kind->setToolTip(tr("It stays what it is. Remove it and add it anew to change this."));
    if (entry.transport == Transport::Dcom)
        offerDcom(true);
    choose(*m_transport, static_cast<int>(entry.transport));
    m_name->setText(entry.name);
    m_https->setChecked(entry.https);
    m_port->setValue(entry.port);
    m_portTouched = entry.port != (entry.https ? fleet::winRmHttpsPort : fleet::winRmHttpPort);
    choose(*m_authentication, static_cast<int>(entry.authentication));
    m_service->setServiceClass(entry.serviceClass);
    m_user->setText(entry.user);
    m_clientCertificate->setText(entry.clientCertificate);
    m_insecure->setChecked(entry.allowInsecureBasic);
    m_caFile->setText(entry.caFile);
    m_proxy->setText(entry.proxy);
    m_remember->setChecked(entry.passwordSaved);
    if (entry.https && !entry.certificatePin.isEmpty())
        showTrusted(entry.certificatePin);
    updateAvailability();
    m_name->setFocus();
    m_name->selectAll();
}

/// "https://hv01:5986" pasted into the name fills the other fields.
void ServerForm::takeAddress()
{
    const QString text = m_name->text().trimmed();
    const auto parsed = fleet::entryFromText(text);
    if (!parsed || parsed->name == fleet::withoutRootDot(text) || fleet::isAddressLiteral(text))
        return;
    m_name->setText(parsed->name);
    if (text.contains(u"://"_s))
        m_https->setChecked(parsed->https);
    m_port->setValue(parsed->port);
    if (!parsed->user.isEmpty())
        m_user->setText(parsed->user);
    Q_EMIT edited();
}

fleet::ServerEntry ServerForm::entry() const
{
    // What the form does not ask for stays as it is.
    fleet::ServerEntry entry = m_edited.value_or(fleet::ServerEntry());
    const fleet::ServerEntry fresh;
    entry.kind = static_cast<Kind>(m_kind->currentData().toInt());
    entry.name = fleet::withoutRootDot(m_name->text().trimmed());
    entry.transport = isDcom() ? Transport::Dcom : Transport::WsManagement;
    entry.authentication = authentication();
    entry.serviceClass = m_service->serviceClass();
    entry.port = isDcom() ? fresh.port : static_cast<std::uint16_t>(m_port->value());
    entry.https = !isDcom() && m_https->isChecked();
    entry.proxy = isDcom() ? QString() : m_proxy->text().trimmed();
    const bool certificate = entry.authentication == Authentication::Certificate;
    const bool account = !certificate && entry.authentication != Authentication::None;
    entry.clientCertificate = certificate ? m_clientCertificate->text().trimmed() : QString();
    entry.user = account ? m_user->text().trimmed() : QString();
    entry.allowInsecureBasic =
        entry.authentication == Authentication::Basic && !isDcom() && !entry.https && m_insecure->isChecked();
    entry.caFile = entry.https ? m_caFile->text().trimmed() : QString();
    const bool samePlace = entryIdFor(entry) == m_pinnedFor;
    entry.certificatePin = entry.https && samePlace ? m_pin : QString();
    if (!m_edited)
        entry.id = fleet::freeIdFor(entry, m_existing);
    return entry;
}

base::Secret ServerForm::password() const
{
    return m_password->isEnabled() ? base::Secret(m_password->text().toUtf8()) : base::Secret();
}

bool ServerForm::keepsPassword() const
{
    if (!m_edited || !m_password->text().isEmpty())
        return false;
    const fleet::ServerEntry now = entry();
    return takesPassword(*m_edited) && takesPassword(now) && mayKeepPassword(*m_edited, now);
}

/// The account is the one it was, but must be given its password anew.
bool ServerForm::losesPassword() const
{
    return m_edited && takesPassword(*m_edited) && m_password->isEnabled() && !keepsPassword() &&
           m_password->text().isEmpty() &&
           m_edited->user.compare(m_user->text().trimmed(), Qt::CaseInsensitive) == 0;
}

bool ServerForm::remembersPassword() const
{
    if (m_remember->isEnabled())
        return m_remember->isChecked();
    return keepsPassword() && m_edited->passwordSaved; // there is no way to say otherwise
}

void ServerForm::trustCertificate(const QString& fingerprint)
{
    fleet::ServerEntry trusted = entry(); // with what is trusted of other nodes
    fleet::trustAt(trusted, fleet::HostPort{trusted.name, trusted.port}.toString(), fingerprint);
    showTrusted(trusted.certificatePin);
}

void ServerForm::showTrusted(const QString& pins)
{
    m_pinnedFor = entryIdFor(entry());
    m_pin = pins;
    m_trusted->setText(tr("Trusted certificate: %1").arg(u'\n' + text::fingerprintLines(pins)));
    m_trusted->show();
    Q_EMIT messagesChanged();
}

} // namespace hvgpu::ui
