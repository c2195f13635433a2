#include "ui/window/HealthTabs.h"

#include "core/analysis/Doctor.h"
#include "core/analysis/Prerequisites.h"
#include "core/operations/Observe.h"
#include "core/operations/Remedy.h"
#include "core/report/Reports.h"
#include "core/text/HealthText.h"
#include "ui/health/DescribeHealth.h"
#include "ui/health/HealthBar.h"
#include "ui/models/HostCondition.h"
#include "ui/window/MainWindow.h"

#include <QLocale>
#include <QMenu>
#include <QToolBar>

#include <algorithm>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 34;
constexpr int wider = 60;

std::vector<ColumnInfo> checkColumns()
{
    return {{"check", HealthTabs::tr("Check"), HealthTabs::tr("What is checked, below what it belongs to"),
             true, false, wide},
            {"result", HealthTabs::tr("Result"),
             HealthTabs::tr("Of a server or cluster: the result that needs the most attention")},
            {"reason", HealthTabs::tr("Reason"), {}, true, false, wider}};
}

std::vector<ColumnInfo> findingColumns()
{
    return {{"finding", HealthTabs::tr("Finding"), {}, true, false, wide},
            {"severity", HealthTabs::tr("Severity"), {}},
            {"about", HealthTabs::tr("About"), HealthTabs::tr("GPU, virtual machine or server")},
            {"place", HealthTabs::tr("Server or cluster"), {}},
            {"fixable", HealthTabs::tr("Can be fixed"),
             HealthTabs::tr("Whether a plan of this program can put it right")},
            {"cause", HealthTabs::tr("Cause"), {}, true, false, wider}};
}

} // namespace

HealthTabs::HealthTabs(MainWindow& window, Actions& actions, fleet::Fleet& fleet,
                       const WindowServices& services)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_watch(new HealthWatch(fleet, services.activities, services.background, this))
    , m_checks(new HealthModel(checkColumns(), this))
    , m_findings(new HealthModel(findingColumns(), this))
    , m_results(new HealthBar(u"filterChecks"_s, tr("&Show:"), tr("Results shown"), &window))
    , m_severities(new HealthBar(u"filterFindings"_s, tr("&Show:"), tr("Findings shown"), &window))
{
    m_checks->setNow(services.now);
    m_findings->setNow(services.now);
    makeChecksPage();
    makeFindingsPage();
    connect(m_results, &HealthBar::chosen, this, &HealthTabs::look);
    connect(m_severities, &HealthBar::chosen, this, &HealthTabs::look);
    connect(m_watch, &HealthWatch::changed, this, &HealthTabs::take);
    connect(&m_window, &MainWindow::commandsUpdated, this, [this] {
        look();
        update();
    });
    showChecks();
    showFindings();
    take();
}

void HealthTabs::makeChecksPage()
{
    using Results = HealthFilter::Results;
    const auto add = [this](const QString& text, Results value) {
        m_results->addChoice(text, static_cast<int>(value));
    };
    add(tr("All results"), Results::All);
    add(tr("What needs attention"), Results::Attention);
    add(tr("Failed"), Results::Fail);
    add(tr("Warnings"), Results::Warning);
    add(tr("Could not be read"), Results::Unread);
    add(tr("Passed"), Results::Pass);
    add(tr("Not applicable"), Results::NotApplicable);
    PageSpec spec;
    spec.id = u"prerequisites"_s;
    spec.title = tr("Prereq&uisites");
    spec.icon = u"done"_s;
    spec.content = DataTreeView::Content::Activities; // like them, it says itself why it is empty
    spec.model = m_checks;
    spec.details = [this](const QModelIndexList& rows) { return checkDetails(rows); };
    spec.wholeReport = [this] {
        return [fleet = m_watch->health()->fleet] {
            return report::prerequisites(analysis::prerequisites(operations::observe(*fleet)));
        };
    };
    m_checksPage = m_window.addPage(std::move(spec));
    m_checksPage->addBelowBar(m_results);
    QToolBar* bar = m_checksPage->commandBar();
    bar->insertAction(bar->actions().constFirst(), m_actions[Command::Export]);
}

void HealthTabs::makeFindingsPage()
{
    using Severities = HealthFilter::Severities;
    m_severities->addChoice(tr("All findings"), static_cast<int>(Severities::All));
    m_severities->addChoice(tr("Errors and warnings"), static_cast<int>(Severities::WarningsAndErrors));
    m_severities->addChoice(tr("Errors"), static_cast<int>(Severities::Errors));
    PageSpec spec;
    spec.id = u"findings"_s;
    spec.title = tr("Fi&ndings");
    spec.icon = u"warning"_s;
    spec.content = DataTreeView::Content::Activities;
    spec.model = m_findings;
    spec.details = [this](const QModelIndexList& rows) { return findingDetails(rows); };
    spec.wholeReport = [this] {
        return [fleet = m_watch->health()->fleet, activities = m_watch->activities()] {
            return report::findings(analysis::diagnose(operations::observe(*fleet, activities)), *fleet);
        };
    };
    m_findingsPage = m_window.addPage(std::move(spec));
    m_findingsPage->addBelowBar(m_severities);
    m_findingsPage->view()->setRootIsDecorated(false);
    QToolBar* bar = m_findingsPage->commandBar();
    bar->insertAction(bar->actions().constFirst(), m_actions[Command::Export]);
    connect(m_findingsPage->view(), &DataTreeView::contextMenuWanted, this, [this](QMenu* menu) {
        if (QAction* action = m_actions[Command::FixFinding]; action != nullptr && action->isEnabled())
            menu->insertAction(menu->actions().isEmpty() ? nullptr : menu->actions().constFirst(), action);
    });
}

void HealthTabs::place(QMenu& menu)
{
    QAction* action = m_actions[Command::FixFinding];
    if (action == nullptr)
        return;
    m_findingsPage->commandBar()->insertAction(m_actions[Command::Export], action);
    menu.addAction(action);
    connect(action, &QAction::triggered, this, &HealthTabs::fix, Qt::UniqueConnection);
    update();
}

void HealthTabs::look()
{
    HealthView view;
    view.filter = {static_cast<HealthFilter::Results>(m_results->value()),
                   static_cast<HealthFilter::Severities>(m_severities->value())};
    const DataPage* page = m_window.currentPage();
    if (page == m_checksPage)
        view.page = HealthView::Page::Checks;
    else if (page == m_findingsPage)
        view.page = HealthView::Page::Diagnoses;
    const FleetFilterProxy& shown = *page->view()->proxy();
    view.scope = shown.scope();
    view.words = shown.words();
    const bool turned = view.page != m_watch->view().page;
    m_watch->setView(view);
    if (turned && view.page == HealthView::Page::Checks)
        m_checks->stateChanged();
    else if (turned && view.page == HealthView::Page::Diagnoses)
        m_findings->stateChanged();
}

void HealthTabs::take()
{
    const auto health = m_watch->health();
    if (health->view.page == HealthView::Page::Checks) {
        m_knowsChecks = true;
        showChecks();
    } else if (health->view.page == HealthView::Page::Diagnoses) {
        m_knowsFindings = true;
        showFindings();
    }
    const int serious = health->seriousCount();
    m_window.setPageTitle(m_findingsPage,
                          serious == 0 ? m_findingsPage->spec().title
                                       : tr("%1 (%2)", "tab, number of findings")
                                             .arg(m_findingsPage->spec().title, QLocale().toString(serious)));
    update();
}

void HealthTabs::showChecks()
{
    const auto health = m_watch->health();
    m_checks->show(health->checkRows, [this](const Scope& scope) { return checksState(scope); });
    m_results->setNote(health->isTooLong
                           ? tr("There are more checks than can be listed. Choose a result, a server or "
                                "a word to search for; Export writes all of them.")
                           : QString());
}

void HealthTabs::showFindings()
{
    const auto health = m_watch->health();
    m_findings->show(health->findingRows, [this](const Scope& scope) { return findingsState(scope); });
    m_severities->setNote(
        health->isCut
            ? tr("%1 of %2 findings are listed, the worst first. Choose a severity, a server or a word "
                 "to search for; Export writes all of them.")
                  .arg(QLocale().toString(health->shown), QLocale().toString(health->all))
            : QString());
}

// ---- states

ContentState HealthTabs::hostsIn(const Scope& scope) const
{
    ContentState state;
    for (const auto& host : m_watch->health()->fleet->hosts) {
        if (!scope.contains(host->entry, host->id))
            continue;
        ++state.hosts;
        if (host->snapshot)
            continue;
        if (host->phase == fleet::HostPhase::Reading)
            ++state.loading;
        else if (host->phase == fleet::HostPhase::NeverRead)
            ++state.neverRead;
        else
            ++state.failed;
        if (host->phase == fleet::HostPhase::Failed && state.firstError.isEmpty())
            state.firstError = namedHostCondition(*host);
    }
    return state;
}

ContentState HealthTabs::checksState(const Scope& scope) const
{
    ContentState state = hostsIn(scope);
    if (!m_knowsChecks)
        state.whenEmpty = tr("The checks are being made…");
    else if (m_watch->view().filter.results != HealthFilter::Results::All)
        state.whenEmpty = tr("No check has the result that is chosen above.");
    return state;
}

ContentState HealthTabs::findingsState(const Scope& scope) const
{
    ContentState state = hostsIn(scope);
    const bool allRead = state.loading + state.neverRead == 0;
    if (!m_knowsFindings)
        state.whenEmpty = tr("Findings are being looked for…");
    else if (m_watch->view().filter.severities != HealthFilter::Severities::All)
        state.whenEmpty = tr("No finding is as severe as is chosen above.");
    else if (state.hosts > 0 && allRead)
        state.whenEmpty = tr("Nothing was found to be wrong here.");
    return state;
}

// ---- details and commands

DetailContent HealthTabs::checkDetails(const QModelIndexList& rows) const
{
    if (rows.size() != 1)
        return rows.isEmpty() ? DetailContent() : describeRows(static_cast<int>(rows.size()), u"done"_s);
    const QModelIndex& row = rows.first();
    return describeCheck(checkPlace(*m_watch->health(), model::EntryId(row.data(EntryIdRole).toString()),
                                    row.data(RowKeyRole).toString()));
}

DetailContent HealthTabs::findingDetails(const QModelIndexList& rows) const
{
    if (rows.size() != 1)
        return rows.isEmpty() ? DetailContent() : describeRows(static_cast<int>(rows.size()), u"warning"_s);
    const QString id = rows.first().data(RowKeyRole).toString();
    const analysis::Diagnosis* diagnosis = m_watch->health()->diagnosis(id);
    return diagnosis == nullptr ? DetailContent()
                                : describeFinding(*diagnosis, m_watch->health()->fixable.contains(id));
}

const analysis::Diagnosis* HealthTabs::chosen() const
{
    const QModelIndexList rows = m_findingsPage->view()->selectedSourceRows();
    return rows.size() == 1 ? m_watch->health()->diagnosis(rows.first().data(RowKeyRole).toString())
                            : nullptr;
}

void HealthTabs::update()
{
    const analysis::Diagnosis* diagnosis = chosen();
    QString reason;
    if (diagnosis == nullptr)
        reason = tr("Select one finding on the tab Findings first.");
    else if (!m_watch->health()->fixable.contains(diagnosis->id()))
        reason = tr("No plan can put this right. %1").arg(text::diagnosisAdvice(*diagnosis));
    m_actions.allow(Command::FixFinding, reason);
}

void HealthTabs::fix()
{
    const analysis::Diagnosis* diagnosis = chosen();
    if (diagnosis == nullptr)
        return;
    if (operations::fixOf(*diagnosis, *m_watch->health()->fleet) == operations::Fix::Decision) {
        Q_EMIT decisionRequested(diagnosis->adapterId);
        return;
    }
    // With what is known now: the list may be a moment behind.
    if (const auto request = operations::remedy(*diagnosis, *m_watch->health()->fleet))
        Q_EMIT fixRequested(*request);
}

} // namespace hvgpu::ui
