#include "ui/dialogs/ServerForm.h"

#include "core/fleet/EntryChecks.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/HostPort.h"
#include "ui/dialogs/MessageLabel.h"
#include "ui/dialogs/RememberBox.h"
#include "ui/dialogs/ServiceNameBox.h"
#include "ui/theme/Icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QOperatingSystemVersion>
#include <QPushButton>
#include <QSpinBox>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using Kind = fleet::ServerEntry::Kind;
using Authentication = fleet::ServerEntry::Authentication;
using Transport = fleet::ServerEntry::Transport;

namespace {

constexpr int maxPort = 65535;
constexpr int nameCharacters = 48;

void openFileDialog(QWidget* parent, const std::function<void(const QString&)>& chosen)
{
    auto* dialog =
        new QFileDialog(parent, ServerForm::tr("Choose a certificate"), {},
                        ServerForm::tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace

ServerForm::ServerForm(std::vector<fleet::ServerEntry> existing, fleet::PasswordKeeper* keeper,
                       QWidget* parent)
    : QWidget(parent)
    , m_existing(std::move(existing))
    , m_chooser(openFileDialog)
    , m_service(new ServiceNameBox(this))
    , m_remember(new RememberBox(keeper, this))
{
    makeFields();
    layOut();
    connectAll();
    orderTabs();
    offerDcom(QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows);
}

void ServerForm::makeFields()
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"kind"_s);
    m_kind->addItem(icon(u"server"), tr("Server"), static_cast<int>(Kind::Server));
    m_kind->addItem(icon(u"cluster"), tr("Cluster"), static_cast<int>(Kind::Cluster));
    m_transport = new QComboBox(this);
    m_transport->setObjectName(u"transport"_s);
    m_transport->addItem(tr("WS-Management (WinRM)"), static_cast<int>(Transport::WsManagement));
    m_transport->addItem(tr("DCOM"), static_cast<int>(Transport::Dcom));
    m_transport->setItemData(0, tr("One port; on by default on Windows Server."), Qt::ToolTipRole);
    m_transport->setItemData(
        1, tr("For servers without WinRM. Their firewall must allow remote administration by WMI."),
        Qt::ToolTipRole);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"name"_s);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * nameCharacters);
    m_https = new QCheckBox(tr("Use &HTTPS"), this);
    m_https->setObjectName(u"https"_s);
    m_port = new QSpinBox(this);
    m_port->setObjectName(u"port"_s);
    m_port->setRange(1, maxPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(fleet::winRmHttpPort);
    makeWays();
    m_user = new QLineEdit(this);
    m_user->setObjectName(u"user"_s);
    m_password = new QLineEdit(this);
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_clientCertificate = new QLineEdit(this);
    m_clientCertificate->setObjectName(u"clientCertificate"_s);
    m_clientCertificate->setPlaceholderText(fleet::takesPemCertificate()
                                                ? tr("PEM or PKCS #12 file with certificate and key")
                                                : tr("PKCS #12 file (.p12, .pfx) with certificate and key"));
    m_trusted = new QLabel(this);
    m_trusted->setObjectName(u"trustedCertificate"_s);
    m_trusted->setTextFormat(Qt::PlainText);
    m_trusted->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_trusted->hide();
    m_caFile = new QLineEdit(this);
    m_caFile->setObjectName(u"caFile"_s);
    m_caFile->setPlaceholderText(tr("the system's certificates"));
    m_proxy = new QLineEdit(this);
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->setPlaceholderText(tr("none"));
    for (QLineEdit* field : {m_clientCertificate, m_caFile}) // what an empty field says is not cut
        field->setMinimumWidth(fontMetrics().horizontalAdvance(field->placeholderText()) +
                               fontMetrics().height());
    m_insecure = new QCheckBox(tr("Send &Basic over unencrypted HTTP (insecure)"), this);
    m_insecure->setObjectName(u"insecure"_s);
    m_insecure->setToolTip(
        tr("User name and password can then be read by anyone on the way. For laboratories only."));
}

void ServerForm::makeWays()
{
    m_authentication = new QComboBox(this);
    m_authentication->setObjectName(u"authentication"_s);
    const auto addWay = [this](const QString& text, Authentication way, const QString& meaning) {
        m_authentication->addItem(text, static_cast<int>(way));
        m_authentication->setItemData(m_authentication->count() - 1, meaning, Qt::ToolTipRole);
    };
    addWay(tr("Negotiate (Kerberos or NTLM)"), Authentication::Negotiate,
           tr("Kerberos where there is a domain, NTLM where there is none. Every message is encrypted."));
    addWay(tr("Kerberos"), Authentication::Kerberos, tr("Domain accounts only. Every message is encrypted."));
    addWay(tr("NTLM"), Authentication::Ntlm, tr("For servers outside a domain. Every message is encrypted."));
    addWay(
        tr("Basic"), Authentication::Basic,
        tr("Local accounts of the server, over HTTPS. Windows Server refuses it unless it was switched on."));
    addWay(tr("Client certificate"), Authentication::Certificate,
           tr("A certificate that the server maps to an account, over HTTPS."));
    addWay(tr("None"), Authentication::None, tr("For simulated servers."));
}

QWidget* ServerForm::withMessage(Field field, QWidget* editor)
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* message = new MessageLabel(box);
    message->setObjectName(editorOf(field)->objectName() + u"Message"_s);
    layout->addWidget(editor);
    layout->addWidget(message);
    m_messages.insert(field, message);
    return box;
}

void ServerForm::layOut()
{
    auto* form = new QFormLayout(this);
    m_rows = form;
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    const auto row = [this, form](const QString& text, QWidget* field, QWidget* buddy) {
        auto* label = new QLabel(text, this);
        label->setBuddy(buddy);
        form->addRow(label, field);
    };
    row(tr("&Kind:"), m_kind, m_kind);
    row(tr("&Name or address:"), withMessage(Field::Name, m_name), m_name);
    row(tr("Connect b&y:"), m_transport, m_transport);
    form->addRow(QString(), m_https);
    row(tr("&Port:"), m_port, m_port);
    row(tr("&Authentication:"), withMessage(Field::Authentication, m_authentication), m_authentication);
    row(tr("Ser&vice (SPN):"), m_service, m_service);
    row(tr("&User name:"), withMessage(Field::User, m_user), m_user);
    row(tr("C&lient certificate:"),
        withMessage(Field::ClientCertificate,
                    withBrowse(m_clientCertificate, u"browseClient"_s, m_browseClient)),
        m_clientCertificate);
    row(tr("Pass&word:"), m_password, m_password);
    form->addRow(QString(), m_remember);
    form->addRow(QString(), withMessage(Field::Insecure, m_insecure));
    row(tr("CA &file:"), withMessage(Field::CaFile, withBrowse(m_caFile, u"browse"_s, m_browse)), m_caFile);
    form->addRow(QString(), m_trusted);
    row(tr("Pro&xy:"), withMessage(Field::Proxy, m_proxy), m_proxy);
}

/// As the fields stand below each other, whenever they were made.
void ServerForm::orderTabs()
{
    QWidget* before = m_kind;
    for (QWidget* next : std::initializer_list<QWidget*>{
             m_name, m_transport, m_https, m_port, m_authentication, m_service, m_user, m_clientCertificate,
             m_browseClient, m_password, m_remember, m_insecure, m_caFile, m_browse, m_proxy}) {
        setTabOrder(before, next);
        before = next;
    }
}

/// @p field with a button beside it that asks for a file.
QWidget* ServerForm::withBrowse(QLineEdit* field, const QString& name, QWidget*& button)
{
    auto* browse = new QPushButton(field == m_caFile ? tr("B&rowse…") : tr("Br&owse…"), this);
    browse->setObjectName(name);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, [this, field] { chooseFile(field); });
    button = browse;
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    layout->addWidget(browse);
    return box;
}

void ServerForm::connectAll()
{
    const auto changed = [this] {
        updateAvailability();
        if (m_validated)
            (void)check(true);
        Q_EMIT edited();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, changed);
    connect(m_transport, &QComboBox::currentIndexChanged, this, changed);
    connect(m_authentication, &QComboBox::currentIndexChanged, this, changed);
    connect(m_service, &QComboBox::currentIndexChanged, this, changed);
    for (QLineEdit* edit : {m_name, m_user, m_password, m_caFile, m_clientCertificate, m_proxy})
        connect(edit, &QLineEdit::textEdited, this, changed);
    connect(m_insecure, &QCheckBox::toggled, this, changed);
    connect(m_name, &QLineEdit::editingFinished, this, &ServerForm::takeAddress);
    connect(m_https, &QCheckBox::toggled, this, [this, changed](bool on) {
        if (!m_portTouched) {
            const QSignalBlocker quiet(m_port);
            m_port->setValue(on ? fleet::winRmHttpsPort : fleet::winRmHttpPort);
        }
        changed();
    });
    connect(this, &ServerForm::edited, this,
            [this] { m_trusted->setVisible(!entry().certificatePin.isEmpty()); });
    connect(m_port, &QSpinBox::valueChanged, this, [this, changed] {
        m_portTouched = true;
        changed();
    });
}

Authentication ServerForm::authentication() const
{
    return static_cast<Authentication>(m_authentication->currentData().toInt());
}

bool ServerForm::isDcom() const
{
    return static_cast<Transport>(m_transport->currentData().toInt()) == Transport::Dcom;
}

void ServerForm::offerDcom(bool offered)
{
    if (!offered)
        m_transport->setCurrentIndex(0);
    m_transport->setVisible(offered);
    m_rows->labelForField(m_transport)->setVisible(offered);
    updateAvailability();
}

void ServerForm::updateAvailability()
{
    updateSignIn();
    updateTransport();
    m_service->judge(entry());
    m_name->setPlaceholderText(m_kind->currentIndex() == 0
                                   ? tr("for example hv01.example.com")
                                   : tr("name of the cluster or of any of its nodes"));
}

void ServerForm::updateSignIn()
{
    const bool account = authentication() != Authentication::None;
    const bool ticket = authentication() == Authentication::Negotiate ||
                        authentication() == Authentication::Kerberos || (account && isDcom());
    const bool certificate = authentication() == Authentication::Certificate;
    m_authentication->setToolTip(m_authentication->currentData(Qt::ToolTipRole).toString());
    m_user->setEnabled(account && !certificate);
    m_user->setToolTip(!account      ? tr("Not used without authentication.")
                       : certificate ? tr("The server knows the account by the certificate.")
                                     : QString());
    m_clientCertificate->setEnabled(certificate);
    m_browseClient->setEnabled(certificate);
    m_clientCertificate->setToolTip(certificate ? tr("The password below opens its private key.")
                                                : tr("Only used when signing in with a client certificate."));
    m_browseClient->setToolTip(m_clientCertificate->toolTip());
    m_user->setPlaceholderText(ticket ? tr("as the current user, with the ticket at hand") : QString());
    m_password->setEnabled(account && !(ticket && m_user->text().trimmed().isEmpty()));
    const bool kept = keepsPassword();
    m_password->setPlaceholderText(kept              ? tr("unchanged")
                                   : losesPassword() ? tr("enter it again")
                                                     : QString());
    m_password->setToolTip(losesPassword()
                               ? tr("The password of this account was for another server, or for a way of "
                                    "signing in that shows less of it.")
                               : tr("Kept in memory until the program is closed, unless it is remembered"));
    if (kept && !m_edited->passwordSaved)
        m_remember->setPasswordWanted(false, tr("Enter the password to have it remembered."));
    else
        m_remember->setPasswordWanted(m_password->isEnabled());
}

/// What only WS-Management has, HTTP and TLS.
void ServerForm::updateTransport()
{
    const bool http = !isDcom();
    const bool https = http && m_https->isChecked();
    const QString notUsed = http ? QString() : tr("Not used with DCOM.");
    m_transport->setToolTip(m_transport->currentData(Qt::ToolTipRole).toString());
    for (QWidget* field : std::initializer_list<QWidget*>{m_https, m_port, m_proxy}) {
        field->setEnabled(http);
        field->setToolTip(notUsed);
    }
    if (http) {
        m_proxy->setToolTip(tr("HTTP proxy on the way to this server, for example "
                               "http://proxy.example.com:3128; those of the environment are never used"));
    }
    m_caFile->setEnabled(https);
    m_browse->setEnabled(https);
    m_caFile->setToolTip(https ? tr("PEM file of the authority that signed the server's certificate")
                               : tr("Only used with HTTPS."));
    m_browse->setToolTip(m_caFile->toolTip());
    m_insecure->setEnabled(http && !https && authentication() == Authentication::Basic);
}

void ServerForm::chooseFile(QLineEdit* field)
{
    m_chooser(this, [this, field](const QString& path) {
        field->setText(path);
        if (m_validated)
            (void)check(true);
        Q_EMIT edited();
    });
}

bool ServerForm::check(bool show)
{
    const QHash<Field, QString> problems = problemsOf(entry(), m_existing);
    bool right = true;
    for (const Field field : {Field::Name, Field::Authentication, Field::User, Field::ClientCertificate,
                              Field::Insecure, Field::CaFile, Field::Proxy}) {
        const QString problem = problems.value(field);
        if (show)
            say(field, problem);
        if (show && right && !problem.isEmpty() && !m_validated)
            editorOf(field)->setFocus();
        right = right && problem.isEmpty();
    }
    return right;
}

bool ServerForm::validate()
{
    takeAddress();
    m_validated = false; // so that the first wrong field gets the focus again
    const bool right = check(true);
    m_validated = true;
    return right;
}

void ServerForm::say(Field field, const QString& message)
{
    QLabel* label = m_messages.value(field);
    label->setText(message);
    label->setVisible(!message.isEmpty());
    editorOf(field)->setAccessibleDescription(message);
    Q_EMIT messagesChanged();
}

QString ServerForm::messageOf(const QString& field) const
{
    for (const QLabel* label : m_messages) {
        if (label->objectName() == field + u"Message"_s && !label->isHidden())
            return label->text();
    }
    return {};
}

QWidget* ServerForm::editorOf(Field field) const
{
    switch (field) {
    case Field::Name:
        return m_name;
    case Field::Authentication:
        return m_authentication;
    case Field::Proxy:
        return m_proxy;
    case Field::User:
        return m_user;
    case Field::CaFile:
        return m_caFile;
    case Field::ClientCertificate:
        return m_clientCertificate;
    case Field::Insecure:
        return m_insecure;
    }
    return m_name;
}

} // namespace hvgpu::ui
