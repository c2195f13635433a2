#include "tests/ui/change/WizardKeys.h"

#include "ui/change/ChoiceList.h"
#include "ui/change/FindingsView.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

namespace {

template <class Widget>
Widget* shownChild(const QDialog& dialog, const QString& name = {})
{
    for (Widget* widget : dialog.findChildren<Widget*>(name))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

} // namespace

bool open(QDialog& dialog)
{
    dialog.open();
    return QTest::qWaitForWindowActive(&dialog);
}

void press(QDialog& dialog, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* target = dialog.focusWidget();
    QTest::keyClick(target != nullptr ? target : &dialog, key, modifiers);
    // A button that is reached by its mnemonic is seen to go down and up.
    const auto buttons = dialog.findChildren<QAbstractButton*>();
    QVERIFY(QTest::qWaitFor([&] {
        return std::none_of(buttons.begin(), buttons.end(),
                            [](const QAbstractButton* button) { return button->isDown(); });
    }));
}

bool tabTo(QDialog& dialog, const QString& name)
{
    constexpr int most = 60;
    for (int tabs = 0; tabs < most; ++tabs) {
        if (dialog.focusWidget() != nullptr && dialog.focusWidget()->objectName() == name)
            return true;
        press(dialog, Qt::Key_Tab);
    }
    return false;
}

void type(QDialog& dialog, const QString& text)
{
    QTest::keyClicks(dialog.focusWidget(), text);
}

void next(QDialog& dialog)
{
    press(dialog, Qt::Key_N, Qt::AltModifier);
}

QString title(const QDialog& dialog)
{
    return dialog.findChild<QLabel*>(u"pageTitle"_s)->text();
}

QString message(const QDialog& dialog)
{
    return dialog.findChild<QLabel*>(u"wizardMessage"_s)->text();
}

QString findings(const QDialog& dialog)
{
    QStringList texts;
    for (const ui::FindingsView* view : dialog.findChildren<ui::FindingsView*>())
        if (view->isVisible())
            texts << view->plainText();
    return texts.join(u'\n');
}

bool canGoOn(const QDialog& dialog)
{
    return dialog.findChild<QPushButton*>(u"next"_s)->isEnabled();
}

ui::ChoiceList* list(const QDialog& dialog)
{
    return shownChild<ui::ChoiceList>(dialog);
}

bool walkTo(QDialog& dialog, const QString& text)
{
    ui::ChoiceView* view = list(dialog)->view();
    for (int tabs = 0; !view->hasFocus() && tabs < 30; ++tabs)
        press(dialog, Qt::Key_Tab);
    if (!view->hasFocus())
        return false;
    press(dialog, Qt::Key_Home);
    for (int row = 0; row < view->proxy()->rowCount(); ++row) {
        if (view->currentIndex().siblingAtColumn(0).data().toString() == text)
            return true;
        press(dialog, Qt::Key_Down);
    }
    return view->currentIndex().siblingAtColumn(0).data().toString() == text;
}

QString emptyText(const QDialog& dialog)
{
    const auto* label = shownChild<QLabel>(dialog, u"stateText"_s);
    return label != nullptr ? label->text() : QString();
}

QStringList checked(const QDialog& dialog)
{
    QStringList texts;
    const ui::ChoiceModel& model = *list(dialog)->model();
    for (const QString& key : model.checked())
        texts << model.find(key)->cells.front().text;
    return texts;
}

} // namespace hvgpu::test
