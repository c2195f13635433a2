#include "ui/change/ScriptView.h"

#include <QClipboard>
#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

ScriptView::ScriptView(QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_message(new QLabel(this))
    , m_chooser(saveDialog())
{
    m_text->setObjectName(u"script"_s);
    m_text->setAccessibleName(tr("PowerShell that does the same"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLayoutDirection(Qt::LeftToRight);
    auto* note = new QLabel(
        tr("The same in PowerShell, for reading and for run books. This program does not run it."), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto* copyButton = new QPushButton(tr("C&opy"), this);
    copyButton->setObjectName(u"copyScript"_s);
    auto* saveButton = new QPushButton(tr("Sa&ve…"), this);
    saveButton->setObjectName(u"saveScript"_s);
    for (QPushButton* button : {copyButton, saveButton})
        button->setAutoDefault(false);
    m_message->setObjectName(u"scriptMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_message, 1);
    buttons->addWidget(copyButton);
    buttons->addWidget(saveButton);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(note);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);
    connect(copyButton, &QPushButton::clicked, this, &ScriptView::copy);
    connect(saveButton, &QPushButton::clicked, this, &ScriptView::save);
}

void ScriptView::showScript(const QString& script, const QString& fileName)
{
    m_fileName = fileName;
    if (m_text->toPlainText() == script)
        return;
    m_text->setPlainText(script);
    m_message->clear();
}

void ScriptView::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_message->setText(tr("Copied."));
}

void ScriptView::save()
{
    m_chooser(this, m_fileName, tr("PowerShell scripts (*.ps1)"), [this](const QString& path) {
        // Without the mark, Windows PowerShell 5.1 takes the names in it for the system's code page.
        saveFile(m_message, path, "\xEF\xBB\xBF" + m_text->toPlainText().toUtf8(),
                 [this](const QString& message) { m_message->setText(message); });
    });
}

} // namespace hvgpu::ui
