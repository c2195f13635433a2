#include "tests/ui/window/Mnemonics.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

namespace {

using Letters = QMap<QString, QStringList>;

void take(Letters& letters, const QString& text)
{
    if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
        letters[keys.toString()] << text;
}

QStringList shared(const Letters& letters)
{
    QStringList faults;
    for (auto letter = letters.begin(); letter != letters.end(); ++letter) {
        if (letter.value().size() > 1)
            faults << letter.key() + u": "_s + letter.value().join(u" | "_s);
    }
    return faults;
}

void takeWidget(Letters& letters, const QWidget& widget)
{
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        take(letters, button->text());
    } else if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->buddy() != nullptr)
            take(letters, label->text());
    } else if (const auto* box = qobject_cast<const QGroupBox*>(&widget)) {
        take(letters, box->title());
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->isTabVisible(i))
                take(letters, tabs->tabText(i));
        }
    } else if (const auto* menus = qobject_cast<const QMenuBar*>(&widget)) {
        for (const QAction* menu : menus->actions()) {
            if (menu->isVisible())
                take(letters, menu->text());
        }
    }
}

} // namespace

QStringList sharedMnemonics(const QWidget& window)
{
    Letters letters;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->window() == &window)
            takeWidget(letters, *widget);
    }
    return shared(letters);
}

QStringList sharedMnemonics(const QMenu& menu)
{
    Letters letters;
    QStringList faults;
    for (const QAction* action : menu.actions()) {
        if (!action->isVisible() || action->isSeparator())
            continue;
        take(letters, action->text());
        if (action->menu() != nullptr)
            faults += sharedMnemonics(*action->menu());
    }
    for (const QString& fault : shared(letters))
        faults << u"menu "_s + menu.objectName() + u' ' + menu.title() + u": "_s + fault;
    return faults;
}

} // namespace hvgpu::test
