#include "ui/change/ShutdownQuestion.h"

#include "core/text/PlanText.h"
#include "core/text/ReasonWords.h"
#include "ui/theme/Icons.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using operations::ShutdownAnswer;

ShutdownQuestion::ShutdownQuestion(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_forAll(new QCheckBox(tr("Do the same for &every guest of this plan that does not shut down"), this))
    , m_buttons(new QHBoxLayout)
    , m_waitOn(nullptr)
{
    setObjectName(u"shutdownQuestion"_s);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(u"shutdownQuestionText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_forAll->setObjectName(u"answerForAll"_s);
    m_waitOn = addButton(u"answerWaitOn"_s, {}, {}, ShutdownAnswer::WaitOn);
    offerToWaitOn(true);
    addButton(u"answerTurnOff"_s, tr("&Turn off"), tr("Cuts the power; unsaved work in the guest is lost"),
              ShutdownAnswer::TurnOff);
    addButton(u"answerSkip"_s, tr("S&kip"), tr("Leaves this virtual machine as it was"),
              ShutdownAnswer::Skip);
    m_buttons->addStretch();
    setTabOrder(findChild<QPushButton*>(u"answerSkip"_s), m_forAll);
    auto* grid = new QGridLayout(this);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1);
    grid->addLayout(m_buttons, 1, 1);
    grid->addWidget(m_forAll, 2, 1);
    hide();
}

QPushButton* ShutdownQuestion::addButton(const QString& name, const QString& text, const QString& meaning,
                                         ShutdownAnswer answer)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->setToolTip(meaning);
    button->setAccessibleDescription(meaning);
    connect(button, &QPushButton::clicked, this,
            [this, answer] { Q_EMIT answered(answer, m_forAll->isChecked()); });
    m_buttons->addWidget(button);
    return button;
}

/// To wait helps only a guest that was asked.
void ShutdownQuestion::offerToWaitOn(bool asked)
{
    const QString meaning = asked ? tr("Gives the guest the same time again, then asks again")
                                  : tr("Asks the guest again to shut down");
    m_waitOn->setText(asked ? tr("&Wait on") : tr("T&ry again"));
    m_waitOn->setToolTip(meaning);
    m_waitOn->setAccessibleDescription(meaning);
}

void ShutdownQuestion::ask(const Guest& guest, int others)
{
    QString text = tr("The guest of %1 on %2 has not shut down within %3. Wait on, turn it off (unsaved work "
                      "is lost), or skip it (it stays as it was)?")
                       .arg(guest.vm, guest.host, text::duration(guest.waited));
    if (!guest.because.isEmpty())
        text =
            tr("The guest of %1 on %2 still runs: %3. Try again, turn it off (unsaved work is lost), or skip "
               "it (it stays as it was)?")
                .arg(guest.vm, guest.host, text::reason(guest.because));
    offerToWaitOn(guest.because.isEmpty());
    if (others > 0)
        text += u' ' + tr("%n more guest(s) wait for an answer.", nullptr, others);
    const bool isNew = isHidden() || m_text->text() != text;
    m_icon->setPixmap(icon(u"warning").pixmap(QSize(24, 24), devicePixelRatioF()));
    m_text->setText(text);
    show();
    if (!isNew)
        return;
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    QApplication::alert(window());
}

void ShutdownQuestion::settle()
{
    m_forAll->setChecked(false);
    hide();
}

QString ShutdownQuestion::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace hvgpu::ui
