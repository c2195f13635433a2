#include "ui/dialogs/AddServerDialog.h"

#include "ui/dialogs/ServerForm.h"
#include "ui/dialogs/TestResults.h"
#include "ui/dialogs/TrustDialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

AddServerDialog::AddServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, QWidget* parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_keeper(keeper)
    , m_form(new ServerForm(fleet.servers(), keeper, this))
    , m_results(new TestResults(this))
{
    setObjectName(u"addServerDialog"_s);
    setWindowTitle(tr("Add server"));
    auto* buttons = new QDialogButtonBox(this);
    auto* add = buttons->addButton(tr("A&dd"), QDialogButtonBox::AcceptRole);
    add->setObjectName(u"add"_s);
    add->setDefault(true);
    m_test = buttons->addButton(tr("&Test connection"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(u"test"_s);
    m_test->setAutoDefault(false);
    auto* cancel = buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddServerDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &AddServerDialog::test);
    connect(m_results, &TestResults::certificateRequested, this, &AddServerDialog::showCertificate);
    connect(m_form, &ServerForm::edited, this, [this] {
        ++m_testNumber;
        setTesting(false);
        m_results->clear();
    });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(m_results, 1);
    layout->addStretch();
    layout->addWidget(buttons);
    setTesting(false);
    m_fit.setSingleShot(true);
    connect(&m_fit, &QTimer::timeout, this, &AddServerDialog::fitHeight);
    connect(m_form, &ServerForm::messagesChanged, this, [this] { m_fit.start(0); });
}

/// Wrapped messages need more height than a layout asks a window for by itself.
void AddServerDialog::fitHeight()
{
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void AddServerDialog::accept()
{
    if (!m_form->validate())
        return;
    const fleet::ServerEntry entry = m_form->entry();
    if (m_keeper != nullptr)
        m_keeper->signIn(entry, m_form->password(), m_form->remembersPassword());
    else
        m_fleet.addServer(entry, m_form->password());
    Q_EMIT added(entry.id);
    QDialog::accept();
}

void AddServerDialog::test()
{
    if (!m_form->validate())
        return;
    const int number = ++m_testNumber;
    const fleet::ServerEntry entry = m_form->entry();
    setTesting(true);
    m_results->showRunning(entry.name);
    m_fleet.testConnection(entry, m_form->password(), this,
                           [this, number, entry](const fleet::ConnectionTestReport& report) {
                               if (number != m_testNumber)
                                   return;
                               setTesting(false);
                               m_results->showReport(report, entry);
                               m_fit.start(0);
                           });
}

void AddServerDialog::showCertificate(const base::CertificateSummary& certificate, bool changed)
{
    const fleet::ServerEntry entry = m_form->entry();
    auto* dialog =
        new TrustDialog({entry.name, entry.name, certificate, changed ? entry.certificatePin : QString()},
                        QDateTime::currentDateTimeUtc(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TrustDialog::trusted, this, [this](const QString& fingerprint) {
        m_form->trustCertificate(fingerprint);
        test();
    });
    dialog->open();
}

void AddServerDialog::setTesting(bool testing)
{
    m_test->setEnabled(!testing);
    m_test->setToolTip(testing ? tr("The test is running.")
                               : tr("Tries the connection step by step, without adding the server"));
}

} // namespace hvgpu::ui
