// Alt and a letter do one thing, in the window, in every menu and in every dialog, in both languages.
#include "tests/ui/window/ChangeWindow.h"
#include "tests/ui/window/DialogTour.h"
#include "tests/ui/window/Mnemonics.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/HostBanner.h"
#include "ui/window/SearchBox.h"

#include <QContextMenuEvent>
#include <QMenuBar>
#include <QTimer>
#include <QTranslator>

using namespace hvgpu;
using namespace hvgpu::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* pageNames[] = {"gpus",          "partitions", "pools",   "vms",
                                     "prerequisites", "findings",   "activity"};

/// The context menu of @p view, as it comes up by keyboard.
QStringList contextMenuFaults(QWidget& view)
{
    QStringList faults;
    bool seen = false;
    QTimer::singleShot(0, &view, [&] {
        if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
            seen = true;
            faults = sharedMnemonics(*menu);
            menu->close();
        }
    });
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(&view, &wanted);
    if (!QTest::qWaitFor([&seen] { return seen; }))
        faults << u"no context menu"_s;
    return faults;
}

/// The banner about servers that could not be read is on the screen.
void breakServer(ChangeWindow& desk)
{
    auto next = std::make_shared<fleet::FleetSnapshot>(*desk.bench.fleet.snapshot());
    auto host = std::make_shared<fleet::HostRecord>(*next->hosts.back());
    host->phase = fleet::HostPhase::Failed;
    host->lastError = base::Error{};
    next->hosts.back() = host;
    desk.bench.fleet.publish(next);
    QTRY_VERIFY(desk.window->banner()->isVisible());
}

} // namespace

class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
        QVERIFY(m_german.load(u":/translations/hvgpu_de.qm"_s));
    }

    void window_data()
    {
        QTest::addColumn<bool>("german");
        QTest::addColumn<QString>("page");
        for (const bool german : {false, true}) {
            for (const char* page : pageNames)
                QTest::addRow("%s %s", german ? "German" : "English", page)
                    << german << QString::fromLatin1(page);
        }
    }

    void window()
    {
        QFETCH(const bool, german);
        QFETCH(const QString, page);
        const Language language(german ? &m_german : nullptr);
        ChangeWindow desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QVERIFY(!desk.run(desk.countPlan(u"hv01"_s, u"GPU2"_s, 8)).isEmpty()); // also shows the notice
        breakServer(desk);                                                     // also shows the banner
        desk.window->showPage(page);
        QStringList faults = sharedMnemonics(*desk.window);
        for (const QAction* menu : desk.window->menuBar()->actions()) {
            Q_EMIT menu->menu()->aboutToShow();
            faults += sharedMnemonics(*menu->menu());
        }
        for (ui::DataTreeView* view :
             {desk.view(page), static_cast<ui::DataTreeView*>(desk.window->fleetTree())}) {
            view->setFocus(Qt::TabFocusReason);
            faults += contextMenuFaults(*view);
        }
        desk.window->searchBox()->setText(u"nothing is called like this"_s);
        QTRY_COMPARE(desk.view(page)->model()->rowCount(), 0);
        faults += sharedMnemonics(*desk.window); // with "Clear filter"
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void dialogs_data()
    {
        QTest::addColumn<bool>("german");
        QTest::addColumn<int>("tour");
        for (const bool german : {false, true}) {
            for (std::size_t i = 0; i < tours().size(); ++i)
                QTest::addRow("%s %s", german ? "German" : "English", tours()[i].name)
                    << german << static_cast<int>(i);
        }
    }

    void dialogs()
    {
        QFETCH(const bool, german);
        QFETCH(const int, tour);
        const Language language(german ? &m_german : nullptr);
        QStringList faults;
        int places = 0;
        tours()[static_cast<std::size_t>(tour)].walk([&](QDialog& dialog, const QString& where) {
            ++places;
            for (const QString& fault : sharedMnemonics(dialog))
                faults << where + u": "_s + fault;
        });
        QVERIFY(places > 0);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

private:
    class Language
    {
    public:
        explicit Language(QTranslator* words)
            : m_words(words)
        {
            if (m_words != nullptr)
                QCoreApplication::installTranslator(m_words);
        }
        ~Language()
        {
            if (m_words != nullptr)
                QCoreApplication::removeTranslator(m_words);
        }
        Q_DISABLE_COPY_MOVE(Language)

    private:
        QTranslator* m_words;
    };

    QTranslator m_german;
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
