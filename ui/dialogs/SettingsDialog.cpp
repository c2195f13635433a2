#include "ui/dialogs/SettingsDialog.h"

#include "ui/dialogs/FitHeight.h"
#include "ui/settings/Settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int maxPollSeconds = 3600;
constexpr int maxParallel = 64;
constexpr int pollStep = 10;
constexpr int keptStep = 100;
} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_theme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_poll(new QSpinBox(this))
    , m_parallel(new QSpinBox(this))
    , m_operations(new QSpinBox(this))
    , m_kept(new QSpinBox(this))
    , m_confirmRemove(new QCheckBox(tr("Ask before a &server is removed from the list"), this))
    , m_notify(new QCheckBox(tr("&Notify on the desktop when long work has ended"), this))
    , m_readOnly(new QCheckBox(tr("&Read-only: no command that changes anything on a server"), this))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    makeFields();
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(tr("Read all servers &every:"), m_poll);
    form->addRow(tr("Servers read at the same ti&me:"), m_parallel);
    form->addRow(tr("&Operations at the same time on one server:"), m_operations);
    form->addRow(tr("Changes:"), m_readOnly);
    form->addRow(QString(), m_notify);
    form->addRow(tr("Finished changes &kept:"), m_kept);
    form->addRow(tr("Confirmations:"), m_confirmRemove);
    QWidget* before = m_parallel;
    for (QWidget* next :
         std::initializer_list<QWidget*>{m_operations, m_readOnly, m_notify, m_kept, m_confirmRemove}) {
        setTabOrder(before, next);
        before = next;
    }
    auto* note = new QLabel(tr("Language, the numbers of servers and operations at the same time and that of "
                               "kept changes take effect at the next start."),
                            this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addStretch();
    layout->addWidget(buttons);
    fitHeight(*this);
}

void SettingsDialog::makeFields()
{
    m_theme->setObjectName(u"theme"_s);
    m_theme->addItem(tr("As the system"), u"system"_s);
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(m_settings.theme())));
    m_language->setObjectName(u"language"_s);
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    m_poll->setObjectName(u"pollInterval"_s);
    m_poll->setRange(0, maxPollSeconds);
    m_poll->setSingleStep(pollStep);
    m_poll->setSpecialValueText(tr("never; only when asked"));
    m_poll->setSuffix(tr(" seconds"));
    m_poll->setValue(static_cast<int>(m_settings.pollInterval().count()));
    m_parallel->setObjectName(u"parallelHosts"_s);
    m_parallel->setRange(1, maxParallel);
    m_parallel->setValue(m_settings.parallelHosts());
    m_operations->setObjectName(u"operationsPerHost"_s);
    m_operations->setRange(1, Settings::maxOperationsPerHost);
    m_operations->setValue(m_settings.operationsPerHost());
    m_operations->setToolTip(
        tr("Reading, changes and connection tests together. Windows refuses more than 15 of one user."));
    m_kept->setObjectName(u"keptChanges"_s);
    m_kept->setRange(0, Settings::maxKeptChanges);
    m_kept->setSingleStep(keptStep);
    m_kept->setSpecialValueText(tr("all"));
    m_kept->setValue(m_settings.keptChanges());
    m_kept->setToolTip(tr("Records of older ones are deleted; never of one that was cut off"));
    m_confirmRemove->setObjectName(u"confirmRemove"_s);
    m_confirmRemove->setChecked(m_settings.confirmRemove());
    m_notify->setObjectName(u"notifyWhenDone"_s);
    m_notify->setChecked(m_settings.notifyWhenDone());
    m_notify->setToolTip(tr("Only while the window is behind others or minimised"));
    m_readOnly->setObjectName(u"readOnly"_s);
    m_readOnly->setChecked(m_settings.readOnly());
    m_readOnly->setToolTip(tr("Takes effect at once; changes under way go on to their end"));
}

void SettingsDialog::holdReadOnly(const QString& reason)
{
    m_readOnlyHeld = true;
    m_readOnly->setChecked(true);
    m_readOnly->setEnabled(false);
    m_readOnly->setToolTip(reason);
}

void SettingsDialog::accept()
{
    m_settings.setTheme(m_theme->currentData().toString());
    m_settings.setLanguage(m_language->currentData().toString());
    m_settings.setPollInterval(std::chrono::seconds(m_poll->value()));
    m_settings.setParallelHosts(m_parallel->value());
    m_settings.setOperationsPerHost(m_operations->value());
    m_settings.setKeptChanges(m_kept->value());
    m_settings.setConfirmRemove(m_confirmRemove->isChecked());
    m_settings.setNotifyWhenDone(m_notify->isChecked());
    if (!m_readOnlyHeld)
        m_settings.setReadOnly(m_readOnly->isChecked());
    QDialog::accept();
}

} // namespace hvgpu::ui
