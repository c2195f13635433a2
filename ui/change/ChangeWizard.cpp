#include "ui/change/ChangeWizard.h"

#include "core/operations/Planner.h"
#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/change/ChoiceList.h"
#include "ui/change/PlanView.h"
#include "ui/change/ProgressView.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <vector>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

/// The list that @p widget is part of; null when it is part of none.
ChoiceList* listAround(QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (auto* list = qobject_cast<ChoiceList*>(widget))
            return list;
    }
    return nullptr;
}

} // namespace

struct ChangeWizard::Private
{
    explicit Private(ChangeServices of)
        : services(std::move(of))
    {}

    ChangeServices services;
    QString verb;
    std::vector<ChangePage*> pages;
    int question = 0; ///< index of the page shown, or left last
    std::optional<operations::Plan> plan;
    std::optional<operations::Request> retry; ///< in place of the answers
    QString activityId;
    bool opened = false;

    QLabel* title = nullptr;
    QLabel* subtitle = nullptr;
    QStackedWidget* stack = nullptr;
    PlanView* review = nullptr;
    QCheckBox* stopAfter = nullptr; ///< the first failure
    ProgressView* progress = nullptr;
    QLabel* message = nullptr;
    QPushButton* back = nullptr;
    QPushButton* next = nullptr;
    QPushButton* close = nullptr;

    [[nodiscard]] bool isReviewing() const { return stack->currentWidget() == review; }
    [[nodiscard]] bool isAtWork() const { return stack->currentWidget() == progress; }
    [[nodiscard]] ChangePage* page() const
    {
        return pages.empty() ? nullptr : pages[static_cast<std::size_t>(question)];
    }
    /// The page after (step 1) or before (-1) @p from that has something to ask; -1 when there is none.
    [[nodiscard]] int needed(int from, int step) const
    {
        for (int i = from + step; i >= 0 && i < static_cast<int>(pages.size()); i += step) {
            if (pages[static_cast<std::size_t>(i)]->isNeeded())
                return i;
        }
        return -1;
    }
};

ChangeWizard::ChangeWizard(ChangeServices services, QWidget* parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(std::move(services)))
{
    layOut();
    connectAll();
    constexpr QSize comfortable(960, 600);
    resize(comfortable);
}

ChangeWizard::~ChangeWizard() = default;

void ChangeWizard::layOut()
{
    d->title = new QLabel(this);
    d->title->setObjectName(u"pageTitle"_s);
    QFont large = font();
    large.setBold(true);
    constexpr qreal larger = 1.2;
    large.setPointSizeF(large.pointSizeF() * larger);
    d->title->setFont(large);
    d->subtitle = new QLabel(this);
    d->subtitle->setObjectName(u"pageSubtitle"_s);
    d->message = new QLabel(this);
    d->message->setObjectName(u"wizardMessage"_s);
    for (QLabel* label : {d->title, d->subtitle, d->message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    d->stack = new QStackedWidget(this);
    d->review = new PlanView(d->stack);
    d->progress = new ProgressView(d->services, d->stack);
    d->stack->addWidget(d->review);
    d->stack->addWidget(d->progress);
    d->stopAfter = new QCheckBox(tr("Stop after the first &failure"), this);
    d->stopAfter->setObjectName(u"stopAfterFailure"_s);
    d->stopAfter->setToolTip(
        tr("Begins with nothing further on any server once something has failed. Without it the "
           "others go on, except on a server where a virtual machine could not be started "
           "again or the change was denied."));
    d->stopAfter->setAccessibleDescription(d->stopAfter->toolTip());
    d->back = new QPushButton(tr("&Back"), this);
    d->back->setObjectName(u"back"_s);
    d->next = new QPushButton(this);
    d->next->setObjectName(u"next"_s);
    d->close = new QPushButton(this);
    d->close->setObjectName(u"close"_s);
    d->back->setAutoDefault(false);
    d->close->setAutoDefault(false);
    d->next->setDefault(true);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(d->message, 1);
    for (QPushButton* button : {d->back, d->next, d->close})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(d->title);
    layout->addWidget(d->subtitle);
    layout->addWidget(d->stack, 1);
    layout->addWidget(d->stopAfter);
    layout->addLayout(buttons);
}

void ChangeWizard::connectAll()
{
    d->next->installEventFilter(this);
    d->close->installEventFilter(this);
    connect(d->back, &QPushButton::clicked, this, &ChangeWizard::goBack);
    connect(d->next, &QPushButton::clicked, this, &ChangeWizard::goOn);
    connect(d->close, &QPushButton::clicked, this, &ChangeWizard::reject);
    connect(d->progress, &ProgressView::ended, this, &ChangeWizard::updateButtons);
    connect(d->progress, &ProgressView::retryRequested, this, &ChangeWizard::retry);
    connect(d->review, &PlanView::actionRequested, this, [this](int finding) {
        if (d->plan)
            followFinding(*d->plan, finding);
    });
    connect(&d->services.fleet, &fleet::Fleet::changed, this, [this] {
        if (d->isReviewing())
            makePlan();
    });
    connect(&d->services.activities, &operations::Activities::changed, this, [this](const QStringList& ids) {
        if (ids.contains(d->activityId))
            updateButtons();
    });
    connect(&d->services.activities, &operations::Activities::readOnlyChanged, this,
            &ChangeWizard::updateButtons);
    connect(&d->services.activities, &operations::Activities::writableChanged, this,
            &ChangeWizard::updateButtons);
}

void ChangeWizard::addPage(ChangePage* page)
{
    d->stack->addWidget(page);
    d->pages.push_back(page);
    connect(page, &ChangePage::changed, this, [this, page] {
        if (d->stack->currentWidget() != page)
            return;
        updateHeading();
        updateButtons();
    });
}

void ChangeWizard::setVerb(const QString& verb)
{
    d->verb = verb;
}

const ChangeServices& ChangeWizard::services() const
{
    return d->services;
}

QString ChangeWizard::activityId() const
{
    return d->activityId;
}

void ChangeWizard::followFinding(const operations::Plan& /*plan*/, int /*finding*/) {}

void ChangeWizard::showEvent(QShowEvent* event)
{
    if (!std::exchange(d->opened, true) && !d->plan)
        showQuestion(std::max(0, d->needed(-1, 1)));
    QDialog::showEvent(event);
    focusFirst();
}

// The button that shows the plan and the one that acts are in the same place: a key held down or a double
// click must not go through both, nor close what they have begun.
bool ChangeWizard::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == d->next || watched == d->close) &&
        (event->type() == QEvent::MouseButtonDblClick ||
         (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->isAutoRepeat())))
        return true;
    return QDialog::eventFilter(watched, event);
}

void ChangeWizard::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !event->isAutoRepeat())
        QDialog::keyPressEvent(event);
}

void ChangeWizard::startAtReview()
{
    d->opened = true;
    // Pages may work out their answers when they are entered.
    for (ChangePage* page : d->pages)
        page->enter();
    d->question = static_cast<int>(d->pages.size()) - 1;
    showReview();
}

void ChangeWizard::showQuestion(int index)
{
    d->question = index;
    d->retry.reset();
    ChangePage* page = d->page();
    page->enter();
    d->stack->setCurrentWidget(page);
    updateHeading();
    updateButtons();
    focusFirst();
}

void ChangeWizard::showReview()
{
    d->plan.reset();
    d->stack->setCurrentWidget(d->review);
    makePlan();
    updateHeading();
    focusFirst();
}

void ChangeWizard::makePlan()
{
    const auto fleet = d->services.fleet.snapshot();
    operations::Plan plan =
        operations::plan(d->retry ? *d->retry : request(), *fleet,
                         {QUuid::createUuid().toString(QUuid::WithoutBraces), d->services.now()});
    const bool isOther = d->plan && (plan.targets != d->plan->targets || plan.findings != d->plan->findings);
    d->plan = std::move(plan);
    d->review->showPlan(*d->plan, *fleet);
    updateButtons();
    if (isOther && d->message->text().isEmpty())
        d->message->setText(tr("The servers changed meanwhile; this is the plan made anew."));
}

void ChangeWizard::goOn()
{
    if (d->isReviewing())
        return start();
    if (const int next = d->needed(d->question, 1); next >= 0)
        showQuestion(next);
    else
        showReview();
}

void ChangeWizard::goBack()
{
    if (d->isReviewing() && d->retry) {
        d->retry.reset();
        d->stack->setCurrentWidget(d->progress);
        updateHeading();
        updateButtons();
        return;
    }
    const int from = d->isReviewing() ? static_cast<int>(d->pages.size()) : d->question;
    int previous = d->needed(from, -1);
    // From the review there is always a way back: answers that were known beforehand can still be changed.
    if (previous < 0 && d->isReviewing())
        previous = static_cast<int>(d->pages.size()) - 1;
    if (previous >= 0)
        showQuestion(previous);
}

void ChangeWizard::start()
{
    const base::Result<void> begun = d->services.activities.start(*d->plan, {d->stopAfter->isChecked()});
    if (!begun) {
        const text::ErrorText words = text::present(begun.error());
        d->message->setText(QStringList{words.title, words.advice}.join(u' ').trimmed());
        return;
    }
    d->activityId = d->plan->id;
    d->retry.reset();
    d->stack->setCurrentWidget(d->progress);
    d->progress->follow(d->activityId);
    updateHeading();
    updateButtons();
    focusFirst();
    Q_EMIT started(d->activityId);
}

void ChangeWizard::retry(const operations::Request& request)
{
    d->retry = request;
    std::vector<model::HostId> hosts;
    for (const operations::Target& target : d->plan->targets) {
        if (std::find(hosts.begin(), hosts.end(), target.host) == hosts.end())
            hosts.push_back(target.host);
    }
    d->services.fleet.refresh(hosts);
    showReview();
}

void ChangeWizard::updateHeading()
{
    const ChangePage* page = d->page();
    QString title;
    QString subtitle;
    if (d->isAtWork()) {
        title = tr("Progress");
    } else if (d->isReviewing()) {
        title = d->retry ? tr("Review: retry what did not succeed") : tr("Review");
        subtitle = tr("Nothing has been changed yet.");
    } else if (page != nullptr) {
        title = page->title();
        subtitle = page->subtitle();
    }
    d->title->setText(title);
    d->subtitle->setText(subtitle);
    d->subtitle->setVisible(!subtitle.isEmpty());
}

/// Why the plan shown cannot be carried out; empty when it can.
QString ChangeWizard::whyNotStart() const
{
    const operations::Activities& activities = d->services.activities;
    if (d->plan->isBlocked())
        return tr("The errors above must be dealt with first.");
    if (d->plan->isEmpty())
        return tr("There is nothing to do.");
    if (activities.isReadOnly())
        return tr("Read-only mode: nothing can be changed.");
    const auto denied = std::find_if(d->plan->targets.begin(), d->plan->targets.end(),
                                     [&](const auto& target) { return !activities.mayWrite(target.host); });
    return denied == d->plan->targets.end() ? QString()
                                            : tr("This account may not change %1.").arg(denied->hostName);
}

void ChangeWizard::updateButtons()
{
    QString missing;
    QString message;
    d->next->setVisible(!d->isAtWork());
    d->stopAfter->setVisible(d->isReviewing() && d->plan && d->plan->targets.size() > 1);
    d->back->setVisible(!d->isAtWork());
    d->close->setText(d->isAtWork() ? tr("&Close") : tr("Cancel"));
    if (!d->isAtWork())
        d->next->setDefault(true);
    if (d->isAtWork()) {
        const auto activity = d->services.activities.find(d->activityId);
        const bool active = activity && activity->isActive();
        if (active)
            message = tr("You can close this window: the work goes on, and the Activity tab shows it.");
        d->close->setDefault(!active);
    } else if (d->isReviewing() && d->plan) {
        missing = whyNotStart();
        d->back->setEnabled(true);
        d->next->setText(d->verb);
    } else if (const ChangePage* page = d->page()) {
        missing = page->whatIsMissing();
        d->back->setEnabled(d->needed(d->question, -1) >= 0);
        d->back->setVisible(d->pages.size() > 1);
        d->next->setText(d->pages.size() > 1 ? tr("&Next") : d->verb);
    }
    d->next->setEnabled(missing.isEmpty());
    d->next->setToolTip(missing);
    d->next->setAccessibleDescription(missing);
    d->message->setText(missing.isEmpty() ? message : missing);
}

void ChangeWizard::focusFirst()
{
    if (!isVisible())
        return;
    if (d->isReviewing() && d->next->isEnabled()) {
        d->next->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (d->isAtWork()) {
        d->close->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QWidget* shown = d->stack->currentWidget();
    for (QWidget* widget = d->stack->nextInFocusChain(); widget != d->stack;
         widget = widget->nextInFocusChain()) {
        if (shown->isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) != 0) {
            if (ChoiceList* list = listAround(widget))
                list->start();
            else
                widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace hvgpu::ui
