#include "ui/dialogs/ServerDialog.h"

#include "core/fleet/CertificatePins.h"
#include "core/fleet/HostPort.h"
#include "ui/dialogs/FitHeight.h"
#include "ui/dialogs/ServerForm.h"
#include "ui/dialogs/TestResults.h"
#include "ui/dialogs/TrustDialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

ServerDialog::ServerDialog(fleet::Fleet& fleet, fleet::PasswordKeeper* keeper, Words words, QWidget* parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_keeper(keeper)
    , m_words(std::move(words))
    , m_form(new ServerForm(fleet.servers(), keeper, this))
    , m_results(new TestResults(this))
{
    setWindowTitle(m_words.title);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(m_results, 1);
    layout->addStretch();
    makeButtons();
    connect(m_results, &TestResults::certificateRequested, this, &ServerDialog::showCertificate);
    connect(m_form, &ServerForm::edited, this, [this] {
        ++m_testNumber;
        setTesting(false);
        m_results->clear();
    });
    setTesting(false);
    m_fit.setSingleShot(true);
    connect(&m_fit, &QTimer::timeout, this, [this] { fitHeight(*this); });
    connect(m_form, &ServerForm::messagesChanged, this, &ServerDialog::fitSoon);
}

void ServerDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    auto* accept = buttons->addButton(m_words.accept, QDialogButtonBox::AcceptRole);
    accept->setObjectName(m_words.acceptName);
    accept->setDefault(true);
    m_test = buttons->addButton(tr("&Test connection"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(u"test"_s);
    m_test->setAutoDefault(false);
    auto* cancel = buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &ServerDialog::test);
    layout()->addWidget(buttons);
}

void ServerDialog::test()
{
    if (!m_form->validate())
        return;
    const int number = ++m_testNumber;
    const fleet::ServerEntry entry = m_form->entry();
    // The fleet looks by the id for the password that it has, which must not meet another account.
    fleet::ServerEntry tried = entry;
    if (!m_form->keepsPassword())
        tried.id = model::EntryId();
    setTesting(true);
    m_results->showRunning(entry.name);
    m_fleet.testConnection(tried, m_form->password(), this,
                           [this, number, entry](const fleet::ConnectionTestReport& report) {
                               if (number != m_testNumber)
                                   return;
                               setTesting(false);
                               m_results->showReport(report, entry);
                               fitSoon();
                           });
}

void ServerDialog::showCertificate(const base::CertificateSummary& certificate, bool changed)
{
    const fleet::ServerEntry entry = m_form->entry();
    auto* dialog = new TrustDialog(
        {entry.name, entry.name, certificate,
         changed ? fleet::pinsAt(entry, fleet::HostPort{entry.name, entry.port}.toString()) : QString()},
        QDateTime::currentDateTimeUtc(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TrustDialog::trusted, this, [this](const QString& fingerprint) {
        m_form->trustCertificate(fingerprint);
        test();
    });
    dialog->open();
}

void ServerDialog::setTesting(bool testing)
{
    m_test->setEnabled(!testing);
    m_test->setToolTip(testing ? tr("The test is running.") : m_words.testTip);
}

} // namespace hvgpu::ui
