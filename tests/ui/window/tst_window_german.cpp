#include "tests/ui/window/ChangeWindow.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/window/FleetStatusBar.h"

#include <QDialog>
#include <QMenuBar>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QTranslator>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using test::ChangeWindow;
using ui::Command;

namespace {

/// Buttons on the screen that are narrower than their words need.
QStringList clipped(const QWidget& parent)
{
    QStringList found;
    for (const QAbstractButton* button : parent.findChildren<QAbstractButton*>()) {
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool iconOnly = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (!button->isVisible() || button->text().isEmpty() || iconOnly)
            continue;
        const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        if (button->width() < std::min(words, button->sizeHint().width()))
            found.append(button->text());
    }
    return found;
}

} // namespace

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
        for (const char* page : {"gpus", "partitions", "vms", "activity"}) {
            desk.window->showPage(QLatin1String(page));
            test::shoot(*desk.window, u"german-%1-%2"_s.arg(size.width()).arg(QLatin1String(page)));
            QCOMPARE(clipped(*desk.window).join(u" | "_s), QString());
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

    void dialogsHaveRoom()
    {
        ChangeWindow desk;
        for (const Command command : {Command::AddServer, Command::Settings, Command::ConfigureCount,
                                      Command::Assign, Command::Unassign}) {
            desk.action(command)->trigger();
            QDialog* dialog = nullptr;
            QTRY_VERIFY((dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) != nullptr);
            test::shoot(*dialog, u"german-"_s + dialog->objectName());
            QCOMPARE(clipped(*dialog).join(u" | "_s), QString());
            QTest::keyClick(dialog, Qt::Key_Escape);
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        }
    }

private:
    QTranslator m_german;
};

QTEST_MAIN(TestWindowGerman)
#include "tst_window_german.moc"
