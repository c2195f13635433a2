#include "ui/dialogs/ExportDialog.h"

#include "core/report/Reports.h"
#include "core/text/Text.h"
#include "ui/dialogs/ExportJob.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int pathCharacters = 50;

enum Report { Gpus, Partitions, Vms, Servers };

void openSaveDialog(QWidget* parent, const QString& suggestion,
                    const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(parent, ExportDialog::tr("Export to"), suggestion,
                                   ExportDialog::tr("CSV (*.csv);;JSON (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace

ExportDialog::ExportDialog(ExportSources sources, base::Executor& executor, QWidget* parent)
    : QDialog(parent)
    , m_sources(std::move(sources))
    , m_executor(executor)
    , m_chooser(openSaveDialog)
    , m_job(new ExportJob(this))
    , m_shown(new QRadioButton(this))
    , m_everything(new QRadioButton(tr("&Everything:"), this))
    , m_report(new QComboBox(this))
    , m_format(new QComboBox(this))
    , m_byteOrderMark(new QCheckBox(tr("&Byte order mark (helps Excel to recognise UTF-8)"), this))
    , m_formulaGuard(new QCheckBox(tr("&Guard against formulas (an apostrophe before = + - @)"), this))
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(tr("B&rowse…"), this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    makeFields();
    layOut();
    connectAll();
    updateAvailability();
    setRunning(false);
}

void ExportDialog::makeFields()
{
    m_shown->setObjectName(u"shown"_s);
    if (m_sources.whole) {
        m_shown->setText(tr("The w&hole list “%1”").arg(m_sources.shownTitle));
        m_shown->setToolTip(tr("Every row and column, also what scope, search and filter leave out"));
    } else {
        m_shown->setText(
            tr("What is s&hown in “%1” (%n row(s))", nullptr, static_cast<int>(m_sources.shown.rows.size()))
                .arg(m_sources.shownTitle));
        m_shown->setToolTip(
            tr("The visible columns in their order and every row that the scope and the search let through"));
    }
    m_shown->setChecked(true);
    m_everything->setObjectName(u"everything"_s);
    m_everything->setToolTip(
        tr("A report of all servers with all columns; its columns never change meaning"));
    m_report->setObjectName(u"report"_s);
    m_report->setAccessibleName(tr("Report"));
    m_report->addItem(tr("GPUs"), Gpus);
    m_report->addItem(tr("GPU partitions"), Partitions);
    m_report->addItem(tr("Virtual machines"), Vms);
    m_report->addItem(tr("Servers"), Servers);
    m_format->setObjectName(u"format"_s);
    m_format->addItem(tr("CSV (comma-separated values)"), static_cast<int>(report::Format::Csv));
    m_format->addItem(tr("JSON"), static_cast<int>(report::Format::Json));
    m_format->addItem(tr("HTML (page to read and print)"), static_cast<int>(report::Format::Html));
    m_byteOrderMark->setObjectName(u"byteOrderMark"_s);
    m_formulaGuard->setObjectName(u"formulaGuard"_s);
    m_formulaGuard->setChecked(true);
    m_path->setObjectName(u"path"_s);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * pathCharacters);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(baseName() + u".csv"_s)));
    m_browse->setObjectName(u"browse"_s);
    m_browse->setAutoDefault(false);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setRange(0, 100);
    m_message->setObjectName(u"message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void ExportDialog::layOut()
{
    auto* buttons = new QDialogButtonBox(this);
    m_export = buttons->addButton(tr("E&xport"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"export"_s);
    m_export->setDefault(true);
    m_close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"close"_s);
    m_close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);

    auto* everything = new QHBoxLayout;
    everything->addWidget(m_everything);
    everything->addWidget(m_report, 1);
    auto* file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(m_browse);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("What:"), m_shown);
    form->addRow(QString(), everything);
    form->addRow(tr("&Format:"), m_format);
    form->addRow(QString(), m_byteOrderMark);
    form->addRow(QString(), m_formulaGuard);
    auto* pathLabel = new QLabel(tr("F&ile:"), this);
    pathLabel->setBuddy(m_path);
    form->addRow(pathLabel, file);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(buttons);
}

void ExportDialog::connectAll()
{
    connect(m_everything, &QRadioButton::toggled, this, &ExportDialog::updateAvailability);
    connect(m_report, &QComboBox::currentIndexChanged, this, &ExportDialog::updateAvailability);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::updateExtension);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::updateAvailability);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(m_job, &ExportJob::progress, m_progress, &QProgressBar::setValue);
    connect(m_job, &ExportJob::written, this, &ExportDialog::finish);
    connect(m_job, &ExportJob::failed, this, &ExportDialog::fail);
}

bool ExportDialog::isCsv() const
{
    return m_format->currentData().toInt() == static_cast<int>(report::Format::Csv);
}

QString ExportDialog::baseName() const
{
    return u"hyperv-"_s + m_sources.shownId;
}

void ExportDialog::updateAvailability()
{
    const QString csvOnly = isCsv() ? QString() : tr("Only for CSV.");
    m_report->setEnabled(m_everything->isChecked());
    m_report->setToolTip(m_everything->isChecked() ? QString() : tr("Choose “Everything” first."));
    m_byteOrderMark->setEnabled(isCsv());
    m_byteOrderMark->setToolTip(csvOnly);
    m_formulaGuard->setEnabled(isCsv());
    m_formulaGuard->setToolTip(csvOnly);
    const QString path = m_path->text().trimmed();
    m_export->setEnabled(!path.isEmpty() && !m_job->isRunning());
    m_export->setToolTip(path.isEmpty() ? tr("Say first where to write.") : QString());
    if (!m_job->isRunning())
        m_message->setText(QFileInfo::exists(path) ? tr("The file exists and will be replaced.") : QString());
}

void ExportDialog::updateExtension()
{
    const auto format = static_cast<report::Format>(m_format->currentData().toInt());
    const QString wanted = format == report::Format::Csv    ? u".csv"_s
                           : format == report::Format::Json ? u".json"_s
                                                            : u".html"_s;
    const QString path = m_path->text();
    for (const QString& known : {u".csv"_s, u".json"_s, u".html"_s}) {
        if (path.endsWith(known, Qt::CaseInsensitive))
            m_path->setText(path.left(path.size() - known.size()) + wanted);
    }
    updateAvailability();
}

void ExportDialog::choosePath()
{
    m_chooser(this, m_path->text(),
              [this](const QString& path) { m_path->setText(QDir::toNativeSeparators(path)); });
}

std::function<report::Table()> ExportDialog::table() const
{
    if (m_shown->isChecked())
        return m_sources.whole ? m_sources.whole : [shown = m_sources.shown] { return shown; };
    switch (static_cast<Report>(m_report->currentData().toInt())) {
    case Gpus:
        return [fleet = m_sources.everything] { return report::gpus(*fleet); };
    case Partitions:
        return [fleet = m_sources.everything] { return report::partitions(*fleet); };
    case Vms:
        return [fleet = m_sources.everything] { return report::vms(*fleet); };
    case Servers:
        break;
    }
    return [fleet = m_sources.everything] { return report::inventory(*fleet); };
}

void ExportDialog::accept()
{
    report::ExportOptions options;
    options.byteOrderMark = isCsv() && m_byteOrderMark->isChecked();
    options.formulaGuard = m_formulaGuard->isChecked();
    const auto format = static_cast<report::Format>(m_format->currentData().toInt());
    m_job->start(m_executor, table(), format, QDir::fromNativeSeparators(m_path->text().trimmed()), options);
    m_progress->setValue(0);
    setRunning(true);
}

void ExportDialog::reject()
{
    if (m_job->isRunning()) {
        m_job->cancel();
        return;
    }
    QDialog::reject();
}

void ExportDialog::setRunning(bool running)
{
    m_progress->setVisible(running);
    m_close->setText(running ? tr("&Cancel") : tr("&Close"));
    for (QWidget* widget : QList<QWidget*>{m_shown, m_everything, m_format, m_path, m_browse})
        widget->setEnabled(!running);
    updateAvailability();
    if (running)
        m_message->setText(tr("Writing…"));
}

void ExportDialog::finish(int rows)
{
    setRunning(false);
    const QString path = m_path->text().trimmed();
    m_message->setText(tr("%n row(s) were written to %1.", nullptr, rows).arg(path));
    m_export->setDefault(false);
    m_close->setDefault(true);
    m_close->setFocus();
    Q_EMIT exported(path, rows);
}

void ExportDialog::fail(const base::Error& error)
{
    setRunning(false);
    const text::ErrorText words = text::present(error);
    m_message->setText(error.code == base::ErrorCode::Cancelled
                           ? tr("The export was cancelled. Nothing was written.")
                           : QStringList{words.title, words.advice, words.details}.join(u'\n').trimmed());
}

QString ExportDialog::message() const
{
    return m_message->text();
}

} // namespace hvgpu::ui
