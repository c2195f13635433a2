#include "ui/change/ProgressView.h"

#include "core/text/PlanText.h"
#include "core/text/Text.h"
#include "ui/activity/PutBackQuestion.h"
#include "ui/change/ProgressDelegate.h"
#include "ui/change/ProgressModel.h"
#include "ui/change/ShutdownQuestion.h"
#include "ui/change/TargetDetails.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <map>
#include <set>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;
using operations::Activity;
using operations::ActivityTask;
using operations::Outcome;
using operations::ShutdownAnswer;
using operations::TargetProgress;

namespace {

constexpr int overallRange = 1000;

QPushButton* makeButton(const QString& name, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

QLabel* makeLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QTreeView* makeTable(ProgressModel* model, QWidget* parent)
{
    auto* table = new QTreeView(parent);
    table->setObjectName(u"progressTable"_s);
    table->setAccessibleName(ProgressView::tr("Targets and how they go"));
    table->setModel(model);
    table->setItemDelegateForColumn(ProgressModel::Progress, new ProgressDelegate(table));
    table->setRootIsDecorated(false);
    table->setItemsExpandable(false);
    table->setUniformRowHeights(true);
    table->setAlternatingRowColors(true);
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(ProgressModel::Step, QHeaderView::Stretch);
    return table;
}

/// Widths once per activity: measuring with every change is what makes long lists slow.
void sizeColumns(QTreeView* table)
{
    const int letter = table->fontMetrics().averageCharWidth();
    table->resizeColumnToContents(ProgressModel::Target);
    table->resizeColumnToContents(ProgressModel::Server);
    constexpr int nameCharacters = 30;
    for (const int column : {ProgressModel::Target, ProgressModel::Server})
        table->setColumnWidth(column, std::min(table->columnWidth(column), letter * nameCharacters));
    constexpr int stateCharacters = 32;
    constexpr int barCharacters = 14;
    table->setColumnWidth(ProgressModel::State, letter * stateCharacters);
    table->setColumnWidth(ProgressModel::Progress, letter * barCharacters);
}

} // namespace

struct ProgressView::Private
{
    explicit Private(ChangeServices of)
        : services(std::move(of))
        , activities(services.activities)
    {}

    ChangeServices services;
    operations::Activities& activities;
    QString id;
    std::shared_ptr<const Activity> activity;
    bool toldEnded = false;

    QLabel* title = nullptr;
    QProgressBar* bar = nullptr;
    QLabel* summary = nullptr;
    ShutdownQuestion* question = nullptr;
    int asked = -1;         ///< target the question is about
    std::set<int> answered; ///< whose state does not show the answer yet
    std::set<int> askedBefore;
    std::optional<ShutdownAnswer> answerToAll; ///< the user said so, for this activity
    ProgressModel* model = nullptr;
    QTreeView* table = nullptr;
    TargetDetails* details = nullptr;
    QPushButton* cancel = nullptr;
    QPushButton* retry = nullptr;
    QPushButton* putBack = nullptr;
    QLabel* note = nullptr;
};

ProgressView::ProgressView(const ChangeServices& services, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(services))
{
    setObjectName(u"progressView"_s);
    layOut();
    connectAll();
}

ProgressView::~ProgressView() = default;

void ProgressView::layOut()
{
    d->title = makeLabel(u"progressTitle"_s, this);
    QFont bold = font();
    bold.setBold(true);
    d->title->setFont(bold);
    d->bar = new QProgressBar(this);
    d->bar->setObjectName(u"progressOverall"_s);
    d->bar->setAccessibleName(tr("Overall progress"));
    d->bar->setRange(0, overallRange);
    d->summary = makeLabel(u"progressSummary"_s, this);
    d->summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    d->question = new ShutdownQuestion(this);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    d->model = new ProgressModel(this);
    d->table = makeTable(d->model, splitter);
    d->details = new TargetDetails(splitter);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    d->cancel = makeButton(u"cancelWork"_s, tr("C&ancel work"), this);
    d->retry = makeButton(u"retryFailed"_s, tr("&Retry failed…"), this);
    d->putBack = makeButton(u"putBack"_s, tr("&Put back…"), this);
    d->note = makeLabel(u"progressNote"_s, this);

    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {d->cancel, d->retry, d->putBack})
        buttons->addWidget(button);
    buttons->addWidget(d->note, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->title);
    layout->addWidget(d->bar);
    layout->addWidget(d->summary);
    layout->addWidget(d->question);
    layout->addWidget(splitter, 1);
    layout->addLayout(buttons);
}

void ProgressView::connectAll()
{
    connect(&d->activities, &operations::Activities::changed, this, [this](const QStringList& ids) {
        if (ids.contains(d->id))
            update();
    });
    connect(&d->activities, &operations::Activities::refused, this,
            [this](const QString& id, const base::Error& error) {
                if (id == d->id)
                    showError(error);
            });
    connect(&d->activities, &operations::Activities::readOnlyChanged, this, &ProgressView::updateButtons);
    connect(&d->activities, &operations::Activities::askedAboutShutdown, this,
            [this](const QString& id, int target) {
                if (id != d->id)
                    return;
                d->answered.erase(target);
                updateQuestion();
            });
    connect(d->question, &ShutdownQuestion::answered, this, &ProgressView::answer);
    connect(d->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) {
                // Tab alone would make it current only, and details would be about a row nobody sees.
                d->table->selectionModel()->select(row, QItemSelectionModel::ClearAndSelect |
                                                            QItemSelectionModel::Rows);
                updateDetails();
            });
    connect(d->cancel, &QPushButton::clicked, this, [this] { d->activities.cancel(d->id); });
    connect(d->retry, &QPushButton::clicked, this, &ProgressView::retry);
    connect(d->putBack, &QPushButton::clicked, this, &ProgressView::confirmPutBack);
}

void ProgressView::follow(const QString& activityId)
{
    d->id = activityId;
    d->activity.reset();
    d->toldEnded = false;
    d->asked = -1;
    d->answered.clear();
    d->askedBefore.clear();
    d->answerToAll.reset();
    d->details->clear();
    update();
    sizeColumns(d->table);
}

void ProgressView::update()
{
    const auto previous = d->activity;
    d->activity = d->activities.find(d->id);
    if (!d->activity)
        return;
    const Activity& activity = *d->activity;
    d->model->showActivity(d->activity);
    d->bar->setValue(d->model->overall());
    d->title->setText(text::planTitle(activity.plan));
    d->summary->setText(u"%1. %2"_s.arg(text::activityState(activity), text::activitySummary(activity)));
    if (activity.error) {
        const text::ErrorText words = text::present(*activity.error);
        d->summary->setText(QStringList{d->summary->text(), words.title, words.advice}.join(u'\n').trimmed());
    }
    if (const QString left = text::vmsLeft(activity); !left.isEmpty())
        d->summary->setText(d->summary->text() + u'\n' + left);
    updateQuestion();
    updateButtons();
    updateDetails();
    if (activity.isActive()) {
        d->toldEnded = false;
    } else if (!d->toldEnded) {
        d->toldEnded = true;
        selectFirstTrouble();
        Q_EMIT ended();
    }
}

void ProgressView::updateButtons()
{
    if (!d->activity)
        return;
    const Activity& activity = *d->activity;
    const bool active = activity.isActive();
    const bool stoppable = active && activity.task != ActivityTask::PutBack;
    const QString readOnly = d->activities.isReadOnly() ? tr("Not in read-only mode.") : QString();
    d->cancel->setVisible(active);
    d->cancel->setEnabled(stoppable && !activity.cancelling);
    d->retry->setVisible(!active && activity.canRetry());
    d->putBack->setVisible(!active && activity.canPutBack());
    for (QPushButton* button : {d->retry, d->putBack}) {
        button->setEnabled(readOnly.isEmpty());
        button->setToolTip(readOnly);
    }
    const bool partly = activity.canRetry() && activity.count(Outcome::Succeeded) > 0;
    d->retry->setText(partly ? tr("&Finish the rest…") : tr("&Retry failed…"));
    d->putBack->setText(partly ? tr("&Put back the done ones…") : tr("&Put back…"));
    if (!active)
        d->note->setText(!readOnly.isEmpty() || !partly ? readOnly : tr("Only a part is done."));
    else if (!stoppable)
        d->note->setText(tr("Putting back cannot be cancelled."));
    else if (activity.cancelling)
        d->note->setText(tr("Cancelling: what was begun is being put back."));
    else
        d->note->setText(
            tr("Cancelling stops before the next step of each target; what was begun is put back."));
    d->cancel->setAccessibleDescription(d->note->text());
}

void ProgressView::updateQuestion()
{
    if (!d->activity)
        return;
    std::vector<int> asking;
    for (std::size_t i = 0; i < d->activity->targets.size(); ++i) {
        const int target = static_cast<int>(i);
        if (d->activity->targets[i].state != TargetProgress::State::Asking)
            d->answered.erase(target);
        else if (!d->answered.contains(target))
            asking.push_back(target);
    }
    // "Wait on" for all is an answer to the first question; when the time is up again, the user is asked
    // again.
    if (d->answerToAll) {
        std::erase_if(asking, [this](int target) {
            if (*d->answerToAll == ShutdownAnswer::WaitOn && d->askedBefore.contains(target))
                return false;
            d->answered.insert(target);
            d->askedBefore.insert(target);
            d->activities.answer(d->id, target, *d->answerToAll);
            return true;
        });
    }
    if (asking.empty()) {
        d->asked = -1;
        d->question->settle();
        return;
    }
    if (std::find(asking.begin(), asking.end(), d->asked) == asking.end())
        d->asked = asking.front();
    const auto index = static_cast<std::size_t>(d->asked);
    const operations::Target& target = d->activity->plan.targets[index];
    const auto step = static_cast<std::size_t>(std::max(0, d->activity->targets[index].step));
    const std::chrono::seconds waited =
        step < target.steps.size() ? target.steps[step].power.shutdownTimeout : std::chrono::seconds{};
    d->question->ask({target.name, target.hostName, waited, d->activity->targets[index].askedBecause},
                     static_cast<int>(asking.size()) - 1);
}

void ProgressView::answer(ShutdownAnswer answer, bool forAll)
{
    if (d->asked < 0)
        return;
    if (forAll)
        d->answerToAll = answer;
    const int target = std::exchange(d->asked, -1);
    d->answered.insert(target);
    d->askedBefore.insert(target);
    d->activities.answer(d->id, target, answer);
    updateQuestion();
}

void ProgressView::updateDetails()
{
    const int row = d->table->currentIndex().row();
    if (!d->activity || row < 0 || static_cast<std::size_t>(row) >= d->activity->targets.size())
        return;
    const auto index = static_cast<std::size_t>(row);
    d->details->showTarget(d->activity->plan.targets[index], d->activity->targets[index]);
}

void ProgressView::selectFirstTrouble()
{
    if (d->table->currentIndex().isValid() && d->table->hasFocus())
        return;
    for (std::size_t i = 0; i < d->activity->targets.size(); ++i) {
        if (d->activity->targets[i].report.outcome != Outcome::Succeeded) {
            d->table->setCurrentIndex(d->model->index(static_cast<int>(i), 0));
            return;
        }
    }
}

void ProgressView::retry()
{
    if (!d->activity)
        return;
    if (const auto request = operations::retryRequest(*d->activity))
        Q_EMIT retryRequested(*request);
}

void ProgressView::confirmPutBack()
{
    if (!d->activity)
        return;
    auto* question =
        new PutBackQuestion(*d->activity, *d->services.fleet.snapshot(), d->services.now(), this);
    connect(question, &PutBackQuestion::confirmed, this, &ProgressView::putBack);
    question->open();
}

void ProgressView::putBack()
{
    d->toldEnded = false;
    const base::Result<void> begun = d->activities.putBack(d->id);
    if (begun)
        update();
    else
        showError(begun.error());
}

void ProgressView::showError(const base::Error& error)
{
    const text::ErrorText words = text::present(error);
    d->note->setText(QStringList{words.title, words.advice}.join(u' ').trimmed());
}

} // namespace hvgpu::ui
