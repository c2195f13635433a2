#include "ui/activity/CloseQuestion.h"

#include "core/text/PlanText.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int textCharacters = 60;
constexpr std::size_t namesShown = 4;

std::vector<std::shared_ptr<const operations::Activity>> active(const operations::Activities& activities)
{
    auto all = activities.all();
    std::erase_if(all, [](const auto& activity) { return !activity->isActive(); });
    return all;
}

} // namespace

CloseQuestion::CloseQuestion(operations::Activities& activities, QWidget* parent)
    : QDialog(parent)
    , m_activities(activities)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(this))
    , m_finish(m_buttons->addButton(tr("&Finish, then close"), QDialogButtonBox::ActionRole))
    , m_stop(m_buttons->addButton(tr("Stop, put &back and close"), QDialogButtonBox::ActionRole))
{
    setObjectName(u"closeQuestion"_s);
    setWindowTitle(tr("Changes are under way"));
    QPushButton* stay = m_buttons->addButton(tr("&Stay open"), QDialogButtonBox::RejectRole);
    stay->setObjectName(u"stayOpen"_s);
    stay->setDefault(true);
    m_finish->setObjectName(u"finishThenClose"_s);
    m_stop->setObjectName(u"stopThenClose"_s);
    m_text->setObjectName(u"closeQuestionText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * textCharacters);
    m_progress->setAccessibleName(tr("Progress of the changes under way"));
    m_progress->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addWidget(m_buttons);
    connect(m_finish, &QPushButton::clicked, this, [this] { wait(false); });
    connect(m_stop, &QPushButton::clicked, this, [this] { wait(true); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_activities, &operations::Activities::changed, this, &CloseQuestion::follow);
    follow();
}

void CloseQuestion::wait(bool stopping)
{
    m_waiting = true;
    m_finish->hide();
    m_stop->setVisible(!stopping);
    m_progress->show();
    if (stopping) {
        for (const auto& activity : active(m_activities))
            m_activities.cancel(activity->id);
    }
    follow();
}

void CloseQuestion::follow()
{
    const auto work = active(m_activities);
    if (work.empty()) {
        if (m_waiting)
            accept();
        else
            reject(); // nothing stands in the way any more: the user decides anew
        return;
    }
    QStringList lines;
    int targets = 0;
    int ended = 0;
    for (const auto& activity : work) {
        targets += static_cast<int>(activity->targets.size());
        ended += activity->endedTargets();
        if (lines.size() < static_cast<qsizetype>(namesShown))
            lines.append(u"• "_s + text::planTitle(activity->plan));
    }
    const int more = static_cast<int>(work.size()) - static_cast<int>(lines.size());
    if (more > 0)
        lines.append(tr("and %n more", nullptr, more));
    m_progress->setRange(0, targets);
    m_progress->setValue(ended);
    const QString head =
        m_waiting ? tr("The window closes as soon as these changes have come to a defined end:")
                  : tr("These changes are under way. They cannot go on without the program, and no virtual "
                       "machine may be left turned off halfway:");
    m_text->setText(head + u"\n\n"_s + lines.join(u'\n'));
}

} // namespace hvgpu::ui
