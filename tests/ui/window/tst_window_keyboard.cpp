#include "tests/ui/window/ChangeWindow.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"
#include "ui/views/FleetTreeView.h"

#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenu>
#include <QRadioButton>
#include <QTabBar>
#include <QTimer>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using test::ChangeWindow;
using ui::Command;

namespace {

QString nameOf(const QWidget* widget)
{
    if (widget == nullptr)
        return u"(none)"_s;
    const QString text = widget->property("text").toString();
    return widget->objectName().isEmpty()
               ? QString::fromLatin1(widget->metaObject()->className()) + u' ' + text
               : widget->objectName();
}

/// Where Tab goes, from where the focus is until it is there again.
QList<QWidget*> tabOrder()
{
    QList<QWidget*> order;
    QWidget* const first = QApplication::focusWidget();
    for (int presses = 0; presses < 80 && QApplication::focusWidget() != nullptr; ++presses) {
        order.append(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget() == first)
            return order;
    }
    return {}; // no way back
}

QString named(const QList<QWidget*>& widgets)
{
    QStringList names;
    for (const QWidget* widget : widgets)
        names << nameOf(widget);
    return names.join(u" → "_s);
}

/// Radio buttons of a group share one stop.
bool hasAStopOfItsOwn(const QWidget* widget)
{
    const auto* radio = qobject_cast<const QRadioButton*>(widget);
    return radio == nullptr || radio->isChecked();
}

/// Whatever takes the focus with Tab and is not among @p order.
QStringList missedBy(const QList<QWidget*>& order, const QWidget& window)
{
    QStringList missed;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
                              widget->focusProxy() == nullptr && widget->isVisible() && widget->isEnabled();
        if (takesTab && widget->window() == &window && hasAStopOfItsOwn(widget) && !order.contains(widget))
            missed << nameOf(widget);
    }
    return missed;
}

/// The buttons at the bottom come last, however the rest is laid out.
bool buttonsComeLast(const QList<QWidget*>& order, const QDialog& dialog)
{
    const auto* box = dialog.findChild<QDialogButtonBox*>();
    if (box == nullptr)
        return true;
    // The walk may begin anywhere: turn it so that it begins at the top.
    const auto isButton = [box](const QWidget* widget) { return box->isAncestorOf(widget); };
    int changes = 0;
    for (int i = 0; i < order.size(); ++i)
        changes += isButton(order[i]) != isButton(order[(i + 1) % order.size()]) ? 1 : 0;
    return changes <= 2;
}

} // namespace

/// Everything can be reached and left with the keyboard, in the order it is read.
class TestWindowKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::setIconSource([](const QString& name) { return ui::icon(name); });
    }

    void tabGoesThroughTheWindowOnce_data()
    {
        QTest::addColumn<QString>("page");
        for (const char* page : {"gpus", "partitions", "vms", "activity"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void tabGoesThroughTheWindowOnce()
    {
        QFETCH(QString, page);
        const ChangeWindow desk;
        desk.window->showPage(page);
        desk.window->fleetTree()->setFocus();
        const QList<QWidget*> order = tabOrder();
        QVERIFY2(!order.isEmpty(), "Tab does not come back to where it began");
        QCOMPARE(QSet<QWidget*>(order.begin(), order.end()).size(), order.size());
        for (const QWidget* widget : order)
            QVERIFY2(widget->isVisible() && widget->isEnabled(), qUtf8Printable(nameOf(widget)));
        QCOMPARE(missedBy(order, *desk.window).join(u", "_s), QString());
        QStringList names;
        for (const QWidget* widget : order)
            names << widget->objectName();
        const auto place = [&names](const QString& name) { return names.indexOf(name); };
        // From left to right: the fleet, the list, what is selected in it.
        QVERIFY2(place(u"fleetTree"_s) < place(u"view-"_s + page), qUtf8Printable(named(order)));
        if (page != u"activity"_s)
            return;
        QVERIFY(place(u"filterPeriod"_s) >= 0);
        QVERIFY(place(u"filterPeriod"_s) < place(u"filterServer"_s));
        QVERIFY(place(u"filterServer"_s) < place(u"filterResult"_s));
        QVERIFY(place(u"filterResult"_s) < place(u"view-activity"_s));
    }

    void tabGoesThroughEachDialogOnce_data()
    {
        QTest::addColumn<Command>("command");
        QTest::newRow("add server") << Command::AddServer;
        QTest::newRow("settings") << Command::Settings;
        QTest::newRow("export") << Command::Export;
        QTest::newRow("about") << Command::About;
        QTest::newRow("partition count") << Command::ConfigureCount;
        QTest::newRow("assign") << Command::Assign;
        QTest::newRow("unassign") << Command::Unassign;
    }

    void tabGoesThroughEachDialogOnce()
    {
        QFETCH(Command, command);
        ChangeWindow desk;
        desk.window->showPage(u"partitions"_s);
        desk.action(command)->trigger();
        QDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) != nullptr);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr &&
                    QApplication::focusWidget()->window() == dialog);
        const QList<QWidget*> order = tabOrder();
        QVERIFY2(!order.isEmpty(),
                 qUtf8Printable(u"no way back to "_s + nameOf(QApplication::focusWidget())));
        for (const QWidget* widget : order) {
            QVERIFY2(widget->window() == dialog, qUtf8Printable(nameOf(widget)));
            QVERIFY2(widget->isVisible() && widget->isEnabled(), qUtf8Printable(nameOf(widget)));
        }
        QCOMPARE(QSet<QWidget*>(order.begin(), order.end()).size(), order.size());
        QCOMPARE(missedBy(order, *dialog).join(u", "_s), QString());
        QVERIFY2(buttonsComeLast(order, *dialog), qUtf8Printable(named(order)));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    /// What the Menu key and Shift+F10 send.
    void everyListHasItsContextMenuByKeyboard_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("offers");
        QTest::newRow("gpus") << u"gpus"_s << u"NVIDIA A2"_s << u"Copy"_s;
        QTest::newRow("partitions") << u"partitions"_s << u"NVIDIA A2"_s << u"Configure partition count"_s;
        QTest::newRow("vms") << u"vms"_s << u"vm IDLE"_s << u"+ Assign partition"_s;
    }

    void everyListHasItsContextMenuByKeyboard()
    {
        QFETCH(QString, page);
        QFETCH(QString, row);
        QFETCH(QString, offers);
        ChangeWindow desk;
        QVERIFY(desk.choose(page, row));
        QWidget* viewport = desk.view(page)->viewport();
        QStringList entries;
        QRect shownAt;
        QTimer::singleShot(0, viewport, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            if (menu == nullptr)
                return;
            for (const QAction* action : menu->actions())
                entries << action->text().remove(u'&').section(u'\t', 0, 0);
            shownAt = menu->geometry();
            QTest::keyClick(menu, Qt::Key_Escape);
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1),
                                viewport->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(viewport, &event);
        QVERIFY2(entries.filter(offers).size() >= 1, qUtf8Printable(entries.join(u", "_s)));
        // At the row, not at where the mouse happens to be.
        const QRect current = desk.view(page)->visualRect(desk.view(page)->currentIndex());
        const int top = viewport->mapToGlobal(current.topLeft()).y();
        QVERIFY2(shownAt.top() >= top - current.height(), "away from the row");
    }
};

QTEST_MAIN(TestWindowKeyboard)
#include "tst_window_keyboard.moc"
