#include "ui/dialogs/SupportDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int characters = 90;
constexpr int lines = 30;
} // namespace

SupportDialog::SupportDialog(report::SupportFacts facts, QWidget* parent)
    : QDialog(parent)
    , m_facts(std::move(facts))
    , m_chooser(saveDialog())
    , m_hideNames(new QCheckBox(tr("&Hide names of servers and accounts"), this))
    , m_text(new QPlainTextEdit(this))
    , m_outcome(new QLabel(this))
{
    setObjectName(u"supportDialog"_s);
    setWindowTitle(tr("Save support file"));
    auto* label =
        new QLabel(tr("This is what the file will hold. There are no passwords in it, and nothing is "
                      "sent anywhere: read it, and give it to whoever helps you."),
                   this);
    label->setWordWrap(true);
    m_hideNames->setObjectName(u"hideNames"_s);
    m_hideNames->setChecked(true);
    m_text->setObjectName(u"supportText"_s);
    m_text->setAccessibleName(tr("Content of the support file"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_outcome->setObjectName(u"outcome"_s);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"save"_s);
    connect(save, &QPushButton::clicked, this, &SupportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_hideNames, &QCheckBox::toggled, this, &SupportDialog::show);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_hideNames);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    show(true);
    resize(fontMetrics().averageCharWidth() * characters, fontMetrics().lineSpacing() * lines);
}

void SupportDialog::show(bool hideNames)
{
    m_facts.hideNames = hideNames;
    m_text->setPlainText(QString::fromUtf8(report::supportFile(m_facts)));
    m_outcome->clear();
}

void SupportDialog::save()
{
    const QString name = u"hvgpu-support-%1.json"_s.arg(m_facts.created.toString(u"yyyyMMdd-HHmmss"_s));
    m_chooser(this, name, tr("Support files (*.json)"), [this](const QString& path) {
        saveFile(this, path, m_text->toPlainText().toUtf8(),
                 [this](const QString& message) { m_outcome->setText(message); });
    });
}

} // namespace hvgpu::ui
