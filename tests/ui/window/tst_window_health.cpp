#include "app/composition/DemoFleet.h"
#include "app/composition/HostControls.h"
#include "app/composition/SessionFactory.h"
#include "core/base/Clock.h"
#include "core/fleet/MakeFleet.h"
#include "ui/activity/ReviewWizard.h"
#include "ui/commands/Actions.h"
#include "ui/details/DetailsPane.h"
#include "ui/models/IconSource.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/MainWindow.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

#include <algorithm>
#include <future>

using namespace hvgpu;
using namespace Qt::StringLiterals;

namespace {

constexpr int deadlineMs = 60000;

/// Two nodes whose equal GPUs are cut differently, and a server with a weakened policy.
const QByteArray fleetJson = R"({
  "clusters": [{"name": "CL", "domain": "contoso.test", "nodes": [
      {"name": "CL-N1", "devices": [{"model": "A2", "bus": 101, "partitions": 8}, {"model": "A2", "bus": 102, "partitions": 8}]},
      {"name": "CL-N2", "devices": [{"model": "A2", "bus": 101, "partitions": 8}, {"model": "A2", "bus": 102, "partitions": 4}]}],
    "vms": [{"name": "web", "state": "running", "node": "CL-N1", "clustered": true, "offlineAction": 3, "stopAction": 2, "gpus": [{"device": 0}]}]}],
  "servers": [{"name": "LAB", "iovReasons": ["The firmware keeps PCI Express."],
    "registry": [{"key": "SOFTWARE\\Policies\\Microsoft\\Windows\\HyperV", "value": "RequireSecureDeviceAssignment", "dword": 0}],
    "devices": [{"model": "Undriven GPU", "bus": 4}]}]})";

/// The real window over simulated hosts, by the real client.
struct HealthWindow
{
    explicit HealthWindow(bool readOnlyMode = false)
        : readOnly(readOnlyMode)
        , connections(std::make_shared<fleet::ConnectionDirectory>())
        , fleet(fleet::makeFleet(app::makeSessionFactory(), clock, {}, connections))
        , activities(app::makeHostControlFactory(app::makeSessionFactory(), connections, clock), clock,
                     {folder.filePath(u"journals"_s), 4, false})
        , settings(folder.filePath(u"console.ini"_s))
        , pool(1)
        , window(*fleet, settings, theme, services())
    {
        QFile file(folder.filePath(u"fleet.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(fleetJson) != fleetJson.size())
            qFatal("the fleet file cannot be written");
        file.close();
        demo = *app::DemoFleet::start(file.fileName());
        theme.setScheme(ui::Theme::Scheme::Light);
        window.resize(1280, 800);
        window.show();
        for (const fleet::ServerEntry& entry : demo->entries())
            fleet->addServer(entry, demo->password());
    }
    ui::WindowServices services()
    {
        ui::WindowServices result;
        result.background = &pool;
        result.activities = &activities;
        result.readOnly = readOnly;
        return result;
    }
    [[nodiscard]] bool isLoaded() const
    {
        const auto snapshot = fleet->snapshot();
        return snapshot->hosts.size() == 3 && !fleet->isRefreshing() &&
               std::ranges::all_of(snapshot->hosts,
                                   [](const auto& host) { return host->phase == fleet::HostPhase::Ready; });
    }
    [[nodiscard]] ui::DataTreeView* view(const QString& page) const { return window.page(page)->view(); }
    [[nodiscard]] QModelIndex row(const QString& page, const QString& text) const
    {
        const QAbstractItemModel& model = *view(page)->model();
        const auto found = model.match(model.index(0, 0), Qt::DisplayRole, text, 1,
                                       Qt::MatchStartsWith | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }
    [[nodiscard]] QString tabText(const QString& page) const
    {
        const auto* tabs = window.findChild<QTabWidget*>(u"tabs"_s);
        return tabs->tabText(tabs->indexOf(window.page(page))).remove(u'&');
    }
    [[nodiscard]] QString detail(const QString& id) const { return window.details()->content().value(id); }

    bool readOnly;
    QTemporaryDir folder;
    base::SystemClock clock;
    std::unique_ptr<app::DemoFleet> demo;
    std::shared_ptr<fleet::ConnectionDirectory> connections;
    std::unique_ptr<fleet::Fleet> fleet;
    operations::Activities activities;
    ui::Settings settings;
    ui::Theme theme;
    base::ThreadPool pool;
    ui::MainWindow window;
};

void choose(QComboBox* box, const QString& text)
{
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < box->count() && box->currentText() != text; ++i)
        QTest::keyClick(box, Qt::Key_Down);
}

} // namespace

class TestWindowHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }

    void checksAreListedWithEvidenceAndScript()
    {
        HealthWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        desk.window.showPage(u"prerequisites"_s);
        ui::DataTreeView* view = desk.view(u"prerequisites"_s);
        QTRY_VERIFY(desk.row(u"prerequisites"_s, u"SR-IOV"_s).isValid());
        QTRY_COMPARE(view->model()->rowCount(), 2);
        // Down to the server that stands alone, into its checks, to the one that fails.
        const QModelIndex lab = desk.row(u"prerequisites"_s, u"LAB"_s);
        QVERIFY(lab.isValid());
        QCOMPARE(lab.siblingAtColumn(1).data().toString(), u"Fail"_s);
        view->setCurrentIndex(lab);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
        while (view->currentIndex().isValid() && view->currentIndex().data().toString() != u"SR-IOV"_s) {
            const QModelIndex before = view->currentIndex();
            QTest::keyClick(view, Qt::Key_Down);
            if (view->currentIndex() == before)
                break;
        }
        QCOMPARE(view->currentIndex().data().toString(), u"SR-IOV"_s);
        QTRY_COMPARE(desk.detail(u"result"_s), u"Fail"_s);
        QVERIFY(desk.detail(u"reason"_s).contains(u"The firmware keeps PCI Express."_s));
        QVERIFY(!desk.detail(u"advice"_s).isEmpty());
        QCOMPARE(desk.detail(u"evidence1"_s), u"false"_s);
        QVERIFY(desk.detail(u"powershell"_s).contains(u"Get-VMHost"_s));
        QVERIFY(!view->currentIndex().siblingAtColumn(1).data(Qt::DecorationRole).isNull());
    }

    void filterAndScopeNarrowTheChecks()
    {
        HealthWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        desk.window.showPage(u"prerequisites"_s);
        QTRY_VERIFY(desk.row(u"prerequisites"_s, u"SR-IOV"_s).isValid());
        auto* filter = desk.window.findChild<QComboBox*>(u"filterChecks"_s);
        choose(filter, u"Failed"_s);
        QTRY_VERIFY(!desk.row(u"prerequisites"_s, u"Operating system"_s).isValid());
        QVERIFY(desk.row(u"prerequisites"_s, u"SR-IOV"_s).isValid());
        ui::Scope cluster;
        cluster.kind = ui::Scope::Kind::Entry;
        cluster.entry = desk.fleet->snapshot()->entries.front()->id;
        desk.window.fleetTree()->selectScope(cluster);
        QTRY_VERIFY(!desk.row(u"prerequisites"_s, u"LAB"_s).isValid());
        desk.window.fleetTree()->selectScope({});
        choose(filter, u"Not applicable"_s);
        QTRY_VERIFY(!desk.row(u"prerequisites"_s, u"SR-IOV"_s).isValid());
    }

    void findingsAreCountedOnTheTab()
    {
        HealthWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        QTRY_VERIFY(desk.tabText(u"findings"_s).startsWith(u"Findings ("_s));
        desk.window.showPage(u"findings"_s);
        QTRY_VERIFY(desk.row(u"findings"_s, u"Partition counts differ"_s).isValid());
        QVERIFY2(desk.tabText(u"findings"_s).startsWith(u"Findings ("_s),
                 qPrintable(desk.tabText(u"findings"_s)));
        QVERIFY(desk.row(u"findings"_s, u"Security policy switched off"_s).isValid());
        auto* filter = desk.window.findChild<QComboBox*>(u"filterFindings"_s);
        choose(filter, u"Errors"_s);
        QTRY_VERIFY(!desk.row(u"findings"_s, u"Partition counts differ"_s).isValid());
        QTRY_VERIFY(desk.view(u"findings"_s)->overlay()->isVisible());
        QVERIFY(desk.view(u"findings"_s)->overlay()->text().contains(u"as severe as is chosen"_s));
    }

    /// Before the first list there is: neither "no servers" nor "nothing is wrong".
    void whatIsWorkedOutSaysSo()
    {
        HealthWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        QTRY_VERIFY(desk.tabText(u"findings"_s).startsWith(u"Findings ("_s));
        std::promise<void> held; // the only worker
        desk.pool.post([&held] { held.get_future().wait(); });
        for (const auto& [page, words] : {std::pair(u"findings"_s, u"being looked for"_s),
                                          std::pair(u"prerequisites"_s, u"being made"_s)}) {
            desk.window.showPage(page);
            QTRY_VERIFY(desk.view(page)->overlay()->isVisible());
            QTRY_VERIFY2(desk.view(page)->overlay()->text().contains(words),
                         qPrintable(desk.view(page)->overlay()->text()));
        }
        held.set_value();
        QTRY_VERIFY(desk.row(u"prerequisites"_s, u"SR-IOV"_s).isValid());
        QTRY_VERIFY(!desk.view(u"prerequisites"_s)->overlay()->isVisible());
    }

    void fixSaysWhyNot()
    {
        HealthWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        desk.window.showPage(u"findings"_s);
        QTRY_VERIFY(desk.row(u"findings"_s, u"Security policy switched off"_s).isValid());
        const QAction* fix = desk.window.actions()[ui::Command::FixFinding];
        QVERIFY(!fix->isEnabled());
        QVERIFY(fix->toolTip().contains(u"Select one finding"_s));
        desk.view(u"findings"_s)->setCurrentIndex(desk.row(u"findings"_s, u"Security policy switched off"_s));
        QTRY_VERIFY(fix->toolTip().contains(u"No plan can put this right"_s));
        QVERIFY(!fix->isEnabled());
        QCOMPARE(desk.detail(u"fixable"_s), u"No"_s);
    }

    void readOnlyModeHasNoFix()
    {
        HealthWindow desk(true);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        desk.window.showPage(u"findings"_s);
        QTRY_VERIFY(desk.row(u"findings"_s, u"Partition counts differ"_s).isValid());
        QVERIFY(desk.window.actions()[ui::Command::FixFinding] == nullptr);
    }

    /// From the finding to the applied plan, by keyboard; then the finding is gone.
    void fixesByKeyboard()
    {
        HealthWindow desk;
        QTRY_VERIFY_WITH_TIMEOUT(desk.isLoaded(), deadlineMs);
        desk.window.showPage(u"findings"_s);
        QTRY_VERIFY(desk.row(u"findings"_s, u"Partition counts differ"_s).isValid());
        ui::DataTreeView* view = desk.view(u"findings"_s);
        view->setCurrentIndex(desk.row(u"findings"_s, u"Partition counts differ"_s));
        view->setFocus();
        QTRY_VERIFY(desk.window.actions()[ui::Command::FixFinding]->isEnabled());
        QVERIFY(desk.detail(u"cause"_s).contains(u"4, 8"_s));
        desk.window.actions()[ui::Command::FixFinding]->trigger();
        auto* review = desk.window.findChild<ui::ReviewWizard*>();
        QVERIFY(review != nullptr && review->isVisible());
        QCOMPARE(review->windowTitle(), u"Fix a finding"_s);
        auto* next = review->findChild<QPushButton*>(u"next"_s);
        QVERIFY(next->isEnabled());
        next->setFocus(Qt::TabFocusReason);
        QTest::keyClick(next, Qt::Key_Space);
        const QString id = review->activityId();
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(desk.activities.find(id)->state == operations::ActivityState::Ended,
                                 deadlineMs);
        QVERIFY(desk.activities.find(id)->allSucceeded());
        QTRY_COMPARE_WITH_TIMEOUT(desk.tabText(u"findings"_s), u"Findings (3)"_s,
                                  deadlineMs); // of the tab behind
        desk.window.showPage(u"findings"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.row(u"findings"_s, u"Partition counts differ"_s).isValid(),
                                 deadlineMs);
        review->close();
    }
};

QTEST_MAIN(TestWindowHealth)
#include "tst_window_health.moc"
