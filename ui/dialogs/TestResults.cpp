#include "ui/dialogs/TestResults.h"

#include "core/text/FixCommands.h"
#include "core/text/Text.h"
#include "ui/theme/Icons.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <optional>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int visibleLines = 9;

/// What to run to mend a stage, under where to run it.
QString fixText(const std::vector<text::FixCommand>& fixes)
{
    QStringList lines;
    std::optional<text::FixCommand::Where> where;
    for (const text::FixCommand& fix : fixes) {
        if (where != fix.where)
            lines << text::fixPlace(fix.where);
        where = fix.where;
        lines << u"    "_s + fix.command;
    }
    return lines.join(u'\n');
}

} // namespace

TestResults::TestResults(QWidget* parent)
    : QScrollArea(parent)
    , m_body(new QWidget)
    , m_lines(new QVBoxLayout(m_body))
{
    setObjectName(u"testResults"_s);
    setAccessibleName(tr("Result of the connection test"));
    setWidgetResizable(true);
    setWidget(m_body);
    setMinimumHeight(fontMetrics().lineSpacing() * visibleLines);
    m_lines->setContentsMargins(6, 6, 6, 6);
    m_lines->setSpacing(4);
    clear();
}

void TestResults::clear()
{
    m_text.clear();
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    hide();
}

void TestResults::showRunning(const QString& name)
{
    clear();
    addLine(u"refresh"_s, tr("Testing the connection to %1…").arg(name), {});
    m_lines->addStretch();
    show();
}

void TestResults::showReport(const fleet::ConnectionTestReport& report, const fleet::ServerEntry& entry)
{
    clear();
    if (report.passed())
        addLine(u"status-ready"_s, tr("The connection works."), {});
    else
        addLine(u"error"_s, tr("The connection test failed."), {});
    for (const fleet::TestStageResult& stage : report.stages) {
        if (stage.passed && stage.applicable) {
            const QString name = text::testStage(stage.stage);
            addLine(u"status-ready"_s,
                    stage.fact.isEmpty() ? name : tr("%1: %2", "stage: result").arg(name, stage.fact), {});
        } else if (!stage.applicable) {
            const QString why = stage.fact.isEmpty() ? tr("not tried") : stage.fact;
            addLine(u"status-unknown"_s, tr("%1: %2", "stage: result").arg(text::testStage(stage.stage), why),
                    {});
        } else {
            const text::ErrorText words = stage.error ? text::present(*stage.error) : text::ErrorText{};
            const QString title = words.title.isEmpty() ? stage.fact : words.title;
            addLine(u"error"_s, tr("%1: %2", "stage: result").arg(text::testStage(stage.stage), title),
                    QStringList{words.explanation, words.advice, fixText(text::fixCommands(stage, entry)),
                                words.details}
                        .join(u'\n')
                        .trimmed());
            if (stage.error && stage.error->certificateShown)
                addCertificate(*stage.error->certificateShown,
                               stage.error->code == base::ErrorCode::CertificateChanged);
        }
    }
    m_lines->addStretch();
    show();
}

void TestResults::addCertificate(const base::CertificateSummary& certificate, bool changed)
{
    auto* show = new QPushButton(tr("Show certificat&e…"), m_body);
    show->setObjectName(u"showCertificate"_s);
    show->setAutoDefault(false);
    connect(show, &QPushButton::clicked, this,
            [this, certificate, changed] { Q_EMIT certificateRequested(certificate, changed); });
    m_lines->addWidget(show, 0, Qt::AlignLeft);
}

void TestResults::addLine(const QString& iconName, const QString& line, const QString& more)
{
    auto* row = new QWidget(m_body);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    auto* picture = new QLabel(row);
    picture->setPixmap(icon(iconName).pixmap(QSize(16, 16), devicePixelRatioF()));
    auto* label = new QLabel(line, row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(picture, 0, 0, Qt::AlignTop);
    grid->addWidget(label, 0, 1);
    if (!more.isEmpty()) {
        auto* explanation = new QLabel(more, row);
        explanation->setTextFormat(Qt::PlainText);
        explanation->setWordWrap(true);
        explanation->setForegroundRole(QPalette::PlaceholderText);
        explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(explanation, 1, 1);
    }
    m_lines->addWidget(row);
    m_text += line + u'\n' + (more.isEmpty() ? QString() : more + u'\n');
}

} // namespace hvgpu::ui
