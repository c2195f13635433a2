#include "tests/support/FakeFleet.h"
#include "tests/support/FleetSamples.h"
#include "ui/commands/Actions.h"
#include "ui/commands/ChangeSelection.h"
#include "ui/details/DetailsPane.h"
#include "ui/models/IconSource.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/views/FleetTreeView.h"
#include "ui/views/StateOverlay.h"
#include "ui/window/HostBanner.h"
#include "ui/window/MainWindow.h"
#include "ui/window/NotificationBar.h"
#include "ui/window/SearchBox.h"
#include "ui/window/ShownTable.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using ui::Command;

namespace {

/// The real window on a scripted fleet.
struct Desk
{
    explicit Desk(std::shared_ptr<const fleet::FleetSnapshot> snapshot = tests::sampleFleet())
        : fleet(std::move(snapshot))
        , settings(folder.filePath(u"console.ini"_s))
        , pool(1)
    {
        theme.setScheme(ui::Theme::Scheme::Light);
        open();
    }

    void open()
    {
        ui::WindowServices services;
        services.background = &pool;
        services.openDemo = [this] {
            ++demosOpened;
            return base::Result<void>();
        };
        services.now = [] { return tests::sampleNow(); };
        services.crashes = crashes;
        window = std::make_unique<ui::MainWindow>(fleet, settings, theme, services);
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
    }

    [[nodiscard]] ui::DataTreeView* view(const QString& page) const { return window->page(page)->view(); }
    [[nodiscard]] QAction* action(Command command) const { return window->actions()[command]; }
    [[nodiscard]] QString label(const QString& name) const
    {
        return window->findChild<QLabel*>(name)->text();
    }

    [[nodiscard]] QModelIndex find(const QString& page, const QString& text) const
    {
        const QAbstractItemModel& model = *view(page)->model();
        const auto found =
            model.match(model.index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchContains | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }
    void choose(const QString& page, const QString& text) const
    {
        window->showPage(page);
        view(page)->setCurrentIndex(find(page, text));
    }
    void scopeTo(const QString& host)
    {
        ui::Scope scope;
        scope.kind = ui::Scope::Kind::Host;
        scope.host = model::HostId(host);
        window->fleetTree()->selectScope(scope);
    }

    QTemporaryDir folder;
    tests::FakeFleet fleet;
    ui::Settings settings;
    ui::Theme theme;
    base::ThreadPool pool;
    int demosOpened = 0;
    std::vector<base::CrashRecord> crashes;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace

class TestWindowMain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void cellsReadAsAUserReadsThem()
    {
        const Desk desk;
        const QModelIndex gpu = desk.find(u"gpus"_s, u"NVIDIA A2"_s);
        QVERIFY(gpu.isValid());
        QCOMPARE(gpu.parent().data().toString(), u"hv01"_s);
        const int status = desk.view(u"gpus"_s)->listModel()->columnOf(QLatin1String("assigned_status"));
        QCOMPARE(gpu.siblingAtColumn(status).data().toString(), u"Partitioned"_s);
        QVERIFY(desk.find(u"partitions"_s, u"artition"_s).isValid());
        QVERIFY(desk.find(u"vms"_s, u"cad-02"_s).isValid());
    }

    void detailsFollowTheSelection()
    {
        const Desk desk;
        desk.choose(u"gpus"_s, u"NVIDIA A2"_s);
        QTRY_COMPARE(desk.window->details()->content().title, u"NVIDIA A2"_s);
        desk.choose(u"vms"_s, u"cad-02"_s);
        QTRY_COMPARE(desk.window->details()->content().value(u"vmName"_s), u"cad-02"_s);
        desk.window->fleetTree()->setFocus();
        const_cast<Desk&>(desk).scopeTo(u"hv03"_s);
        QTRY_COMPARE(desk.window->details()->content().title, u"hv03"_s);
        QVERIFY(!desk.window->details()->content().value(u"errorTitle"_s).isEmpty());
    }

    void aRefreshUpdatesCellsAndDetailsAndKeepsTheSelection()
    {
        Desk desk;
        desk.choose(u"gpus"_s, u"NVIDIA A2"_s);
        auto gpu = tests::partitionedGpu();
        gpu.partitioning->partitionCount = 8;
        auto next = tests::fleetOf({tests::readyHost(u"hv01"_s, {gpu, tests::undrivenGpu()}),
                                    tests::readyHost(u"hv02"_s, {tests::paravirtualGpu()}),
                                    tests::failedHost(u"hv03"_s, false), tests::failedHost(u"hv04"_s, true)},
                                   2);
        desk.fleet.publish(next);
        QTRY_COMPARE(desk.window->details()->content().value(u"currentPartitionCount"_s), u"8"_s);
        QCOMPARE(desk.view(u"gpus"_s)->selectedSourceRows().size(), 1);
    }

    void gpusOfAServerThatIsStillBeingRead()
    {
        const fleet::HostRecord done =
            tests::readyHost(u"hv01"_s, {tests::partitionedGpu(), tests::undrivenGpu()});
        fleet::HostRecord reading = done;
        reading.phase = fleet::HostPhase::Reading;
        reading.snapshot = nullptr;
        reading.firstLook = std::make_shared<const model::FirstLook>(model::FirstLook{done.snapshot->gpus});
        Desk desk(tests::fleetOf({reading}, 1));
        QVERIFY(desk.view(u"gpus"_s)->overlay()->isHidden());
        desk.choose(u"gpus"_s, u"NVIDIA A2"_s);
        const int status = desk.view(u"gpus"_s)->listModel()->columnOf(QLatin1String("assigned_status"));
        QCOMPARE(desk.find(u"gpus"_s, u"NVIDIA A2"_s).siblingAtColumn(status).data().toString(),
                 u"Reading…"_s);
        // Nothing is said or done with a card of which half is known.
        QTRY_COMPARE(desk.window->details()->content().title, u"hv01"_s);
        const ui::ChangeSelection selection = ui::changeSelection({desk.find(u"gpus"_s, u"NVIDIA A2"_s)});
        QVERIFY(selection.gpus.empty());
        const ui::ChangeReasons reasons(*desk.fleet.snapshot(), [](const auto&) { return QString(); });
        QCOMPARE(reasons.configure(selection), u"hv01 has not been read yet."_s);
        QCOMPARE(reasons.assign(selection), u"hv01 has not been read yet."_s);
        desk.fleet.publish(tests::fleetOf({done}, 2));
        QTRY_COMPARE(desk.window->details()->content().title, u"NVIDIA A2"_s); // still selected
        QCOMPARE(desk.find(u"gpus"_s, u"NVIDIA A2"_s).siblingAtColumn(status).data().toString(),
                 u"Partitioned"_s);
    }

    void scopingHidesOtherServers()
    {
        Desk desk;
        QCOMPARE(desk.view(u"gpus"_s)->model()->rowCount(), 4);
        desk.scopeTo(u"hv02"_s);
        QTRY_COMPARE(desk.view(u"gpus"_s)->model()->rowCount(), 1);
        QVERIFY(desk.find(u"gpus"_s, u"RTX 4080"_s).isValid());
        QVERIFY(!desk.find(u"gpus"_s, u"NVIDIA A2"_s).isValid());
        QVERIFY(desk.window->banner()->isHidden());
    }

    void searchWorksByKeyboardOnly()
    {
        const Desk desk;
        QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(desk.window->searchBox()->hasFocus());
        QTest::keyClicks(desk.window->searchBox(), u"4080"_s);
        QTRY_COMPARE(desk.view(u"gpus"_s)->model()->rowCount(), 1);
        QTest::keyClick(desk.window->searchBox(), Qt::Key_Down);
        QVERIFY(desk.view(u"gpus"_s)->hasFocus());
        QCOMPARE(desk.view(u"gpus"_s)->selectedSourceRows().size(), 1);
        desk.window->searchBox()->setFocus();
        QTest::keyClick(desk.window->searchBox(), Qt::Key_Escape);
        QVERIFY(desk.window->searchBox()->text().isEmpty());
        QTRY_COMPARE(desk.view(u"gpus"_s)->model()->rowCount(), 4);
    }

    void aListReachedByTabHasARowSelected()
    {
        const Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        auto* view = desk.view(u"gpus"_s);
        QVERIFY(view->selectedSourceRows().isEmpty());
        desk.window->searchBox()->setFocus();
        QTest::keyClick(desk.window->searchBox(), Qt::Key_Tab);
        QVERIFY(desk.window->fleetTree()->hasFocus());
        QCOMPARE(desk.window->fleetTree()->selectedSourceRows().size(), 1);
        QTRY_VERIFY(!desk.window->details()->content().isEmpty());
        for (int tabs = 0; !view->hasFocus() && tabs < 20; ++tabs) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(!desk.window->details()->content().isEmpty()); // never emptied on the way
        }
        QVERIFY(view->hasFocus());
        QCOMPARE(view->selectedSourceRows().size(), 1);
        QTRY_COMPARE(desk.window->details()->content().title, u"hv01"_s);
        QVERIFY(desk.action(Command::RefreshSelected)->isEnabled());

        // What was chosen before stays chosen.
        desk.choose(u"gpus"_s, u"NVIDIA A2"_s);
        QTest::keyClick(view, Qt::Key_Tab);
        QVERIFY(!view->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(view->hasFocus());
        QCOMPARE(desk.window->details()->content().title, u"NVIDIA A2"_s);
    }

    void refreshingShowsProgressAndEscCancels()
    {
        Desk desk;
        QVERIFY(!desk.action(Command::CancelRefresh)->isEnabled());
        QTest::keyClick(desk.window.get(), Qt::Key_F5);
        QCOMPARE(desk.fleet.calls.last(), u"refreshAll"_s);
        auto* progress = desk.window->findChild<QProgressBar*>(u"refreshProgress"_s);
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->maximum(), 4);
        QVERIFY(desk.action(Command::CancelRefresh)->isEnabled());
        QTest::keyClick(desk.window.get(), Qt::Key_Escape);
        QCOMPARE(desk.fleet.calls.last(), u"cancelRefresh"_s);
        QVERIFY(!progress->isVisible());
    }

    void statusBarCounts()
    {
        const Desk desk;
        QCOMPARE(desk.label(u"statusServers"_s), u"4 server(s) · 2 OK · 2 failed"_s);
        QVERIFY(desk.label(u"statusGpus"_s).startsWith(u"4 known GPU(s) · 4 of "_s));
        QVERIFY(desk.label(u"statusAge"_s).contains(u"minute"_s));
    }

    void failuresAreNamedAndCanBeRetried()
    {
        Desk desk;
        QVERIFY(desk.window->banner()->text().contains(u"hv03"_s));
        QVERIFY(desk.window->banner()->text().contains(u"hv04"_s));
        QTest::mouseClick(desk.window->findChild<QPushButton*>(u"hostBannerRetry"_s), Qt::LeftButton);
        QCOMPARE(desk.fleet.calls.last(), u"refresh hv03 hv04"_s);
        desk.scopeTo(u"hv04"_s);
        QTRY_VERIFY(desk.window->banner()->text().contains(u"2 hours ago"_s));
        QVERIFY(!desk.window->banner()->text().contains(u"hv03"_s));
    }

    void serversReadInPartAreNamedBesideThoseThatFailed()
    {
        const auto partly = [](const QString& name) {
            auto host = tests::readyHost(name, {tests::partitionedGpu()});
            auto data = std::make_shared<model::HostSnapshot>(*host.snapshot);
            data->notes.push_back({model::Part::Partitions, {}, {}});
            host.snapshot = data;
            return host;
        };
        for (const bool many : {false, true}) {
            std::vector<fleet::HostRecord> hosts{tests::failedHost(u"hv03"_s, false), partly(u"hv07"_s),
                                                 partly(u"hv08"_s)};
            if (many)
                hosts.push_back(tests::failedHost(u"hv04"_s, true));
            ui::HostBanner banner;
            QSignalSpy retry(&banner, &ui::HostBanner::retryRequested);
            banner.showState(*tests::fleetOf(hosts), {}, tests::sampleNow());
            const QString text = banner.text();
            QVERIFY2(text.contains(u"hv03"_s) && text.contains(u"hv04"_s) == many, qPrintable(text));
            QVERIFY2(text.endsWith(u"Of 2 other server(s) some lists could not be read: hv07, hv08."_s),
                     qPrintable(text));
            banner.findChild<QPushButton*>(u"hostBannerRetry"_s)->click();
            const auto hostsToRead = retry.front().front().value<std::vector<model::HostId>>();
            QCOMPARE(hostsToRead.size(), many ? std::size_t{4} : std::size_t{3});
        }
    }

    void anEmptyListWelcomes()
    {
        Desk desk(tests::fleetOf({}));
        auto* demo = desk.window->findChild<QPushButton*>(u"welcomeDemo"_s);
        QVERIFY(demo->isVisible());
        QTest::mouseClick(demo, Qt::LeftButton);
        QCOMPARE(desk.demosOpened, 1);
        QTest::mouseClick(desk.window->findChild<QPushButton*>(u"welcomeAdd"_s), Qt::LeftButton);
        QVERIFY(desk.window->findChild<QDialog*>(u"addServerDialog"_s) != nullptr);
        desk.fleet.publish(tests::sampleFleet());
        QVERIFY(!demo->isVisible());
        QVERIFY(desk.view(u"gpus"_s)->isVisible());
    }

    void disabledActionsSayWhy()
    {
        for (const auto& snapshot : {tests::fleetOf({}), tests::sampleFleet()}) {
            const Desk desk(snapshot);
            for (const QAction* action : desk.window->actions().all()) {
                QVERIFY2(!action->toolTip().isEmpty(), qUtf8Printable(action->objectName()));
                if (!action->isEnabled())
                    QVERIFY2(action->toolTip().contains(u'\n'), qUtf8Printable(action->objectName()));
            }
        }
    }

    void removingAServer()
    {
        Desk desk;
        QVERIFY(!desk.action(Command::RemoveServer)->isEnabled());
        desk.scopeTo(u"hv02"_s);
        QTRY_VERIFY(desk.action(Command::RemoveServer)->isEnabled());
        QSignalSpy edited(desk.window.get(), &ui::MainWindow::serversEdited);
        desk.action(Command::RemoveServer)->trigger();
        auto* dialog = desk.window->findChild<QMessageBox*>(u"removeServerDialog"_s);
        QVERIFY(dialog != nullptr);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"remove"_s), Qt::LeftButton);
        QVERIFY(desk.fleet.calls.contains(u"remove hv02"_s));
        QCOMPARE(edited.count(), 1);
        QTRY_VERIFY(desk.window->fleetTree()->currentScope().host != model::HostId(u"hv02"_s));
    }

    void whatIsShownBecomesATable()
    {
        const Desk desk;
        const report::Table table = ui::shownTable(*desk.view(u"gpus"_s), u"gpus"_s);
        QCOMPARE(table.columns.front().id, u"server"_s);
        QCOMPARE(table.columns.at(1).id, u"name"_s);
        const int visible =
            desk.view(u"gpus"_s)->header()->count() - desk.view(u"gpus"_s)->header()->hiddenSectionCount();
        QCOMPARE(table.columns.size(), static_cast<std::size_t>(visible) + 1);
        QCOMPARE(table.rows.size(),
                 std::size_t{5}); // 2 + 1 GPUs, the failed server, the GPU of the stale one
        QCOMPARE(std::get<QString>(table.rows.front().front()), u"hv01"_s);
        for (const auto& row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
    }

    void everyWidgetHasAName()
    {
        const Desk desk;
        for (const QWidget* widget : desk.window->findChildren<QWidget*>()) {
            const bool interactive = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                                     qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
                                     qobject_cast<const QLineEdit*>(widget) != nullptr ||
                                     qobject_cast<const QComboBox*>(widget) != nullptr;
            if (!interactive || widget->objectName().startsWith(u"qt_"_s) ||
                qobject_cast<const QHeaderView*>(widget) != nullptr || !widget->isVisible())
                continue;
            const auto* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY(face != nullptr);
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
                     qUtf8Printable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                                   widget->objectName())));
        }
    }

    void shortcutsAreUnique()
    {
        const Desk desk;
        QStringList shortcuts;
        for (const QAction* action : desk.window->actions().all()) {
            for (const QKeySequence& keys : action->shortcuts())
                shortcuts.append(keys.toString());
        }
        const auto count = shortcuts.size();
        shortcuts.removeDuplicates();
        QCOMPARE(shortcuts.size(), count);
    }

    void tabsCanBeReachedByKeyAndAreRemembered()
    {
        Desk desk;
        QTest::keyClick(desk.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(desk.window->currentPage()->spec().id, u"partitions"_s);
        desk.view(u"partitions"_s)->header()->resizeSection(0, 321);
        desk.window->close();
        desk.window.reset();
        desk.open();
        QCOMPARE(desk.window->currentPage()->spec().id, u"partitions"_s);
        QCOMPARE(desk.view(u"partitions"_s)->header()->sectionSize(0), 321);
    }

    void aCrashOfTheLastRunIsToldOnce()
    {
        Desk desk;
        const auto told = [&desk] { return desk.window->findChild<ui::NotificationBar*>()->text(); };
        QCOMPARE(told(), QString());
        const auto reopen = [&desk] {
            desk.window.reset();
            desk.open();
        };
        desk.crashes = {{u"/state/crash-2.txt"_s, tests::sampleNow(), u"signal: SIGSEGV"_s},
                        {u"/state/crash-1.txt"_s, tests::sampleNow().addDays(-1), u"signal: SIGABRT"_s}};
        reopen();
        QVERIFY2(told().contains(u"ended unexpectedly on"_s) &&
                     told().contains(QDir::toNativeSeparators(u"/state/crash-2.txt"_s)),
                 qPrintable(told()));
        QVERIFY(desk.window->findChild<ui::NotificationBar*>()->isVisible());
        reopen();
        QCOMPARE(told(), QString());
        desk.crashes.insert(desk.crashes.begin(),
                            {u"/state/crash-3.txt"_s, tests::sampleNow().addSecs(9), {}});
        reopen();
        QVERIFY2(told().contains(u"crash-3.txt"_s), qPrintable(told()));
    }

    void messageBoxesHaveOurIcons()
    {
        const Desk desk;
        const QMessageBox box(QMessageBox::Question, u"title"_s, u"text"_s);
        const QSize size = box.iconPixmap().size() / box.iconPixmap().devicePixelRatio();
        QVERIFY(!size.isEmpty());
        QCOMPARE(box.iconPixmap().toImage(),
                 ui::icon(u"info").pixmap(size, box.devicePixelRatio()).toImage());
    }

    void theThemeSwitchesAtRunTime()
    {
        Desk desk;
        const QImage before = desk.window->grab().toImage();
        auto* dark = desk.window->findChild<QAction*>(u"theme-dark"_s);
        QVERIFY(dark != nullptr);
        dark->trigger();
        QTRY_VERIFY(ui::isDark(desk.window->palette()));
        QVERIFY(desk.window->grab().toImage().pixelColor(5, 5).lightness() < 100);
        QCOMPARE(desk.settings.theme(), u"dark"_s);
        QVERIFY(before.pixelColor(5, 5).lightness() > 150);
        desk.theme.setScheme(ui::Theme::Scheme::Light);
    }

    void everyIconExistsInBothSchemes()
    {
        for (const char* name :
             {"app", "add", "remove", "cluster", "gpu", "partition", "vm-running", "vm-off", "vm-paused",
              "vm-saved", "vm-other", "status-ready", "status-partitioned", "status-paravirtual",
              "status-notassignable", "status-hostowned", "status-unknown"}) {
            const QString text = QString::fromLatin1(name);
            if (text == u"app"_s) {
                QVERIFY(!ui::applicationIcon().isNull());
                continue;
            }
            const QIcon icon = ui::icon(text);
            QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
            QVERIFY(icon.pixmap(24, QIcon::Disabled).toImage() != icon.pixmap(24, QIcon::Normal).toImage());
        }
    }
};

QTEST_MAIN(TestWindowMain)
#include "tst_window_main.moc"
