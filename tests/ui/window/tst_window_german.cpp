#include "tests/ui/window/ChangeWindow.h"
#include "tests/ui/window/CutTexts.h"
#include "tests/ui/window/DialogTour.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/views/FleetTreeView.h"
#include "ui/window/FleetStatusBar.h"

#include <QDialog>
#include <QMenuBar>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QTranslator>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using test::ChangeWindow;
using ui::Command;

/// The window in German: the longer words have room.
class TestWindowGerman : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
        QVERIFY(m_german.load(u":/translations/hvgpu_de.qm"_s));
        QCoreApplication::installTranslator(&m_german);
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_german); }

    void wordsAreGerman()
    {
        const ChangeWindow desk;
        QCOMPARE(desk.action(Command::Refresh)->text().remove(u'&'), u"Aktualisieren"_s);
    }

    void barsTabsAndButtonsHaveRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1280, 800);
        QTest::newRow("narrow") << QSize(900, 600);
    }

    void barsTabsAndButtonsHaveRoom()
    {
        QFETCH(QSize, size);
        ChangeWindow desk;
        desk.window->resize(size);
        QCOMPARE(desk.window->size(), size); // nothing makes it larger
        for (const char* page :
             {"gpus", "partitions", "pools", "vms", "prerequisites", "findings", "activity"}) {
            desk.window->showPage(QLatin1String(page));
            desk.view(QLatin1String(page))->setFocus();
            QTest::keyClick(desk.view(QLatin1String(page)), Qt::Key_Down);
            QTest::qWait(0);
            test::shoot(*desk.window, u"german-%1-%2"_s.arg(size.width()).arg(QLatin1String(page)));
            QStringList cut = test::cutTexts(*desk.window);
            if (size.width() < 1280) // where not all tabs fit, the bar scrolls
                cut.removeIf([](const QString& text) { return text.startsWith(u"tabs of"_s); });
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
            const auto* tree = desk.window->fleetTree();
            QCOMPARE(tree->horizontalScrollBar()->maximum(), 0);
            QVERIFY(tree->width() >= 260);
        }
        const auto* menus = desk.window->menuBar();
        QVERIFY(menus->sizeHint().width() <= menus->width());
    }

    void theStatusBarDoesNotWidenTheWindow()
    {
        const ChangeWindow desk;
        desk.window->resize(900, 600);
        auto* status = qobject_cast<ui::FleetStatusBar*>(desk.window->statusBar());
        QVERIFY(status != nullptr);
        status->showReadOnly(u"why"_s);
        status->showInterrupted(12);
        status->showProgress(3, 9);
        test::shoot(*desk.window, u"german-900-status"_s);
        QCOMPARE(desk.window->width(), 900);
        QVERIFY(desk.window->minimumSizeHint().width() <= 900);
    }

    void dialogs_data()
    {
        QTest::addColumn<int>("tour");
        for (std::size_t i = 0; i < test::tours().size(); ++i)
            QTest::newRow(test::tours()[i].name) << static_cast<int>(i);
    }

    /// Every dialog and page at the size it opens with.
    void dialogs()
    {
        QFETCH(const int, tour);
        QStringList cut;
        int places = 0;
        test::tours()[static_cast<std::size_t>(tour)].walk([&](QDialog& dialog, const QString& where) {
            ++places;
            for (const QString& text : test::cutTexts(dialog))
                cut << where + u": "_s + text;
        });
        QVERIFY(places > 0);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

private:
    QTranslator m_german;
};

QTEST_MAIN(TestWindowGerman)
#include "tst_window_german.moc"
