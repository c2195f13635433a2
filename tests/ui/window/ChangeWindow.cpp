#include "tests/ui/window/ChangeWindow.h"

#include "core/operations/Journal.h"
#include "core/operations/Planner.h"
#include "ui/models/FleetModel.h"

#include <QDialog>
#include <QUuid>

namespace hvgpu::test {
using namespace Qt::StringLiterals;

namespace {

FleetOf hosts()
{
    FleetOf fleet;
    fleet.host(u"hv01"_s).gpu(u"GPU1"_s, 4).vm(u"BUSY"_s, model::PowerState::Running).assigned();
    fleet.gpu(u"GPU2"_s, 4).vm(u"IDLE"_s, model::PowerState::Off);
    fleet.host(u"hv02"_s).gpu(u"GPU3"_s, 4).vm(u"OFF"_s, model::PowerState::Off);
    return fleet;
}

} // namespace

void listHosts(fleet::FleetSnapshot& snapshot)
{
    for (auto& host : snapshot.hosts) {
        auto record = std::make_shared<fleet::HostRecord>(*host);
        record->entry = model::EntryId(host->id.text());
        record->lastSuccess = QDateTime::currentDateTimeUtc();
        auto entry = std::make_shared<fleet::EntryRecord>();
        entry->id = record->entry;
        entry->displayName = record->displayName;
        entry->hosts = {record->id};
        snapshot.entries.push_back(std::move(entry));
        host = std::move(record);
    }
}

ChangeWindow::ChangeWindow(bool forLookingOnly)
    : settings(folder.filePath(u"console.ini"_s))
    , pool(1)
    , bench(hosts(), listHosts, forLookingOnly)
    , readOnly(forLookingOnly)
{
    theme.setScheme(ui::Theme::Scheme::Light);
    open();
}

void ChangeWindow::open()
{
    ui::WindowServices services;
    services.background = &pool;
    services.activities = bench.activities.activities.get();
    services.readOnly = readOnly;
    services.notifyDesktop = [this](const QString& title, const QString& text) {
        desktop.append(title + u'|' + text);
    };
    window = std::make_unique<ui::MainWindow>(bench.fleet, settings, theme, services);
    window->resize(1280, 800);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    window->activateWindow();
}

QModelIndex ChangeWindow::find(const QString& page, const QString& text, int column) const
{
    const QAbstractItemModel& model = *view(page)->model();
    const auto found =
        model.match(model.index(0, column), Qt::DisplayRole, text, 1, Qt::MatchContains | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first().siblingAtColumn(0);
}

bool ChangeWindow::choose(const QString& page, const QString& text, int column) const
{
    window->showPage(page);
    // Pages that were not on the screen take what is new a moment later.
    const auto* model = qobject_cast<const ui::FleetModel*>(view(page)->listModel());
    if (!QTest::qWaitFor([model] { return model == nullptr || !model->hasPending(); }))
        return false;
    const QModelIndex row = find(page, text, column);
    view(page)->setCurrentIndex(row);
    view(page)->setFocus();
    return row.isValid();
}

operations::Plan ChangeWindow::countPlan(const QString& host, const QString& gpu, std::uint16_t count)
{
    operations::SetCountRequest request;
    request.gpus = {{model::HostId(host), model::GpuId(gpu)}};
    request.count = count;
    return operations::plan(
        request, *bench.fleet.snapshot(),
        {QUuid::createUuid().toString(QUuid::WithoutBraces), QDateTime::currentDateTimeUtc()});
}

QString ChangeWindow::run(const operations::Plan& plan)
{
    if (!bench.activities.activities->start(plan) || !bench.activities.waitEnded(plan.id))
        return {};
    return plan.id;
}

operations::Plan ChangeWindow::unassignPlan()
{
    operations::UnassignRequest request;
    const auto host = bench.fleet.snapshot()->find(model::HostId(u"hv01"_s));
    const model::Assignment& taken = host->snapshot->gpus.front().assignments.front();
    request.adapters = {{host->id, taken.vm, taken.adapterId}};
    return operations::plan(request, *bench.fleet.snapshot(),
                            {u"11111111-0000-0000-0000-000000000001"_s, QDateTime::currentDateTimeUtc()});
}

void ChangeWindow::interrupt(bool startReadOnly)
{
    using Kind = operations::JournalRecord::Kind;
    const operations::Plan plan = unassignPlan();
    {
        const auto journal = operations::Journal::create(bench.activities.folder.filePath(u"journals"_s),
                                                         plan, bench.activities.clock);
        QVERIFY(journal.has_value());
        for (const Kind kind : {Kind::StepBegun, Kind::StepEnded}) {
            operations::JournalRecord record;
            record.kind = kind;
            record.target = 0;
            record.step = 0;
            QVERIFY((*journal)->append(record).has_value());
        }
    }
    bench.world(u"hv01"_s).vms.at(plan.targets.front().vm).power = model::PowerState::Off;
    window.reset();
    bench.activities.restart(startReadOnly);
    readOnly = startReadOnly;
    open();
    bench.activities.activities->load();
}

QDialog* ChangeWindow::dialog(const QString& name) const
{
    QDialog* found = nullptr;
    const bool shown = QTest::qWaitFor([&] {
        found = window->findChild<QDialog*>(name);
        return found != nullptr && found->isVisible();
    });
    return shown ? found : nullptr;
}

} // namespace hvgpu::test
