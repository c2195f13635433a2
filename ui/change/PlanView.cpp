#include "ui/change/PlanView.h"

#include "core/operations/PlanJson.h"
#include "core/operations/PowerShell.h"
#include "core/text/PlanText.h"
#include "ui/change/FindingsView.h"
#include "ui/change/PlanTableModel.h"
#include "ui/change/ScriptView.h"
#include "ui/change/WrapDelegate.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace hvgpu::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int leastCharacters = 8;
constexpr int mostCharacters = 22;

QTreeView* makeTable(PlanTableModel* model, QWidget* parent)
{
    auto* table = new QTreeView(parent);
    table->setObjectName(u"planTable"_s);
    table->setAccessibleName(PlanView::tr("What the plan does"));
    table->setModel(model);
    table->setRootIsDecorated(false);
    table->setItemsExpandable(false);
    table->setAlternatingRowColors(true);
    table->setTextElideMode(Qt::ElideRight);
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(PlanTableModel::Steps, QHeaderView::Stretch);
    table->header()->setMinimumSectionSize(table->fontMetrics().averageCharWidth() * leastCharacters);
    return table;
}

/// The steps get the rest of the width.
void sizeColumns(const QTreeView& table, WrapDelegate& cells)
{
    const int most = table.fontMetrics().averageCharWidth() * mostCharacters;
    for (int column = 0; column < PlanTableModel::ColumnCount; ++column) {
        if (column != PlanTableModel::Steps)
            cells.fitColumn(column, most);
    }
}

} // namespace

struct PlanView::Private
{
    QLabel* title = nullptr;
    QLabel* downtime = nullptr;
    FindingsView* findings = nullptr;
    QTabWidget* tabs = nullptr;
    PlanTableModel* model = nullptr;
    QTreeView* table = nullptr;
    WrapDelegate* cells = nullptr;
    ScriptView* script = nullptr;
    QPushButton* save = nullptr;
    QLabel* message = nullptr;
    SaveChooser chooser = saveDialog();
    operations::Plan plan;
};

PlanView::PlanView(QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"planView"_s);
    d->title = new QLabel(this);
    d->title->setObjectName(u"planTitle"_s);
    QFont bold = font();
    bold.setBold(true);
    d->title->setFont(bold);
    d->downtime = new QLabel(this);
    d->downtime->setObjectName(u"planDowntime"_s);
    for (QLabel* label : {d->title, d->downtime}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    d->findings = new FindingsView(this);
    d->tabs = new QTabWidget(this);
    d->tabs->setObjectName(u"planTabs"_s);
    d->model = new PlanTableModel(this);
    d->table = makeTable(d->model, d->tabs);
    d->cells = new WrapDelegate(d->table);
    d->script = new ScriptView(d->tabs);
    d->tabs->addTab(d->table, tr("&Steps"));
    d->tabs->addTab(d->script, tr("PowerS&hell"));
    d->save = new QPushButton(tr("Save &plan…"), this);
    d->save->setObjectName(u"savePlan"_s);
    d->save->setAutoDefault(false);
    d->save->setToolTip(tr("Saves the plan as JSON, for review or for “hvgpu apply”"));
    d->message = new QLabel(this);
    d->message->setObjectName(u"planMessage"_s);
    d->message->setTextFormat(Qt::PlainText);
    d->message->setWordWrap(true);

    auto* bottom = new QHBoxLayout;
    bottom->addWidget(d->save);
    bottom->addWidget(d->message, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->title);
    layout->addWidget(d->downtime);
    layout->addWidget(d->findings);
    layout->addWidget(d->tabs, 1);
    layout->addLayout(bottom);
    connect(d->save, &QPushButton::clicked, this, &PlanView::savePlan);
    connect(d->findings, &FindingsView::actionRequested, this, &PlanView::actionRequested);
}

PlanView::~PlanView() = default;

void PlanView::setChooser(const SaveChooser& chooser)
{
    d->chooser = chooser;
    d->script->setChooser(chooser);
}

void PlanView::showPlan(const operations::Plan& plan, const fleet::FleetSnapshot& fleet)
{
    const bool sameTargets = plan.targets == d->plan.targets;
    d->plan = plan;
    const QString title = text::planTitle(plan);
    d->title->setText(title);
    d->downtime->setText(plan.isEmpty() ? tr("Nothing would be changed.") : text::downtime(plan));
    d->findings->showFindings(plan, fleet);
    d->save->setEnabled(!plan.isEmpty());
    d->message->clear();
    d->script->showScript(operations::powerShell(plan), fileNameOf(title, u"ps1"_s));
    if (sameTargets)
        return;
    d->model->setTargets(plan.targets);
    sizeColumns(*d->table, *d->cells);
    if (d->model->rowCount() > 0)
        d->table->setCurrentIndex(d->model->index(0, 0));
}

void PlanView::savePlan()
{
    d->chooser(this, fileNameOf(text::planTitle(d->plan), u"json"_s), tr("Plans (*.json)"),
               [this](const QString& path) {
                   saveFile(d->message, path,
                            QJsonDocument(operations::toJson(d->plan)).toJson(QJsonDocument::Indented),
                            [this](const QString& message) { d->message->setText(message); });
               });
}

} // namespace hvgpu::ui
