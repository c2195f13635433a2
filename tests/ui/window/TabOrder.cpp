#include "tests/ui/window/TabOrder.h"

#include "ui/details/ValueField.h"

#include <QApplication>
#include <QPointer>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

namespace {

constexpr int most = 200; // presses of Tab until something must have come round

/// What is new is shown, and layouts find their sizes.
void settle()
{
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
}

QRect place(const QWidget& widget)
{
    return {widget.mapToGlobal(QPoint(0, 0)), widget.size()};
}

bool takesTab(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && widget.focusProxy() == nullptr &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// Where the ways to two widgets part.
std::pair<const QWidget*, const QWidget*> parting(const QWidget* first, const QWidget* second)
{
    const auto path = [](const QWidget* widget) {
        std::vector<const QWidget*> ancestors;
        for (; widget != nullptr; widget = widget->parentWidget())
            ancestors.insert(ancestors.begin(), widget);
        return ancestors;
    };
    const auto a = path(first);
    const auto b = path(second);
    std::size_t i = 0;
    while (i + 1 < std::min(a.size(), b.size()) && a[i] == b[i])
        ++i;
    return {a[i], b[i]};
}

bool isOutOfOrder(const QWidget* first, const QWidget* second)
{
    const auto [a, b] = parting(first, second);
    if (a == b) // one is inside of the other
        return false;
    const int tolerance = first->fontMetrics().height() / 2;
    const QRect one = place(*a);
    const QRect other = place(*b);
    if (other.bottom() <= one.top() + tolerance)
        return other.left() < one.right() - tolerance; // above, and not the next column
    const bool shareALine = other.top() < one.bottom() - tolerance && one.top() < other.bottom() - tolerance;
    return shareALine && other.right() <= one.left() + tolerance;
}

/// Where the focus was; what follows the focus may have made it anew since.
struct Stop
{
    QPointer<QWidget> widget;
    QString name;
};
using Way = QList<Stop>;

QStringList namesOf(const Way& way)
{
    QStringList names;
    for (const Stop& stop : way)
        names << stop.name;
    return names;
}

/// Names, but for the value of the details, which is another one for each list that had the focus.
QStringList placesOf(const Way& way)
{
    return namesOf(way).replaceInStrings(QRegularExpression(u".*(?=\\(ValueField\\))"_s), QString());
}

bool contains(const Way& way, const QWidget* widget)
{
    const QString name = describeWidget(*widget);
    return std::any_of(way.begin(), way.end(), [&](const Stop& stop) {
        return stop.widget == widget || (stop.widget == nullptr && stop.name == name);
    });
}

/// The way of one key, from where the focus is until it comes round.
Way wayOf(Qt::Key key, QStringList& faults)
{
    Way visited;
    for (int presses = 0; presses < most; ++presses) {
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr) {
            faults << u"the focus is lost after "_s +
                          (visited.isEmpty() ? u"nothing"_s : visited.back().name);
            return visited;
        }
        if (!visited.isEmpty() && now == visited.back().widget) {
            faults << visited.back().name + u" holds the focus"_s;
            return visited;
        }
        if (contains(visited, now)) {
            if (now != visited.front().widget)
                faults << u"%1 comes twice, after %2"_s.arg(describeWidget(*now), visited.back().name);
            return visited;
        }
        visited << Stop{now, describeWidget(*now)};
        QTest::keyClick(now, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        settle(); // details follow the focus
    }
    faults << u"the keyboard's way does not come round"_s;
    return visited;
}

void checkReached(const QWidget& window, const Way& visited, QStringList& faults)
{
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->window() != &window || !takesTab(*widget) || contains(visited, widget))
            continue;
        // One value of the details is a stop, of whatever list had the focus then.
        if (qobject_cast<const ui::ValueField*>(widget) != nullptr &&
            namesOf(visited).filter(u"(ValueField)"_s).size() == 1)
            continue;
        const auto* radio = qobject_cast<const QRadioButton*>(widget);
        if (radio != nullptr && !radio->isChecked())
            continue; // by arrow keys from the one that is checked
        faults << describeWidget(*widget) + u" is not reached"_s;
    }
}

QStringList faultsOf(const Way& order)
{
    QStringList faults;
    for (qsizetype i = 0; i + 1 < order.size(); ++i) {
        const Stop& one = order[i];
        const Stop& next = order[i + 1];
        if (one.widget != nullptr && next.widget != nullptr && isOutOfOrder(one.widget, next.widget))
            faults << u"%1 comes after %2"_s.arg(next.name, one.name);
    }
    return faults;
}

/// The way is a ring: it is right when there is a place to begin from which it only goes on.
void checkOrder(Way visited, QStringList& faults)
{
    QStringList fewest = faultsOf(visited);
    for (qsizetype turn = 1; turn < visited.size() && !fewest.isEmpty(); ++turn) {
        std::rotate(visited.begin(), visited.begin() + 1, visited.end());
        const QStringList here = faultsOf(visited);
        if (here.size() < fewest.size())
            fewest = here;
    }
    faults += fewest;
}

} // namespace

QString describeWidget(const QWidget& widget)
{
    QString name = widget.objectName();
    for (const QWidget* up = widget.parentWidget(); name.isEmpty() && up != nullptr; up = up->parentWidget())
        name = up->objectName().isEmpty() ? name : up->objectName() + u"/"_s;
    return name + u'(' + QString::fromLatin1(widget.metaObject()->className()).section(u"::"_s, -1) + u')';
}

QStringList tabOrderFaults(QWidget& window)
{
    QStringList faults;
    settle();
    const QPointer<QWidget> before = window.focusWidget();
    if (before == nullptr || QApplication::activeWindow() != &window)
        return {u"nothing has the focus"_s};
    const Way forth = wayOf(Qt::Key_Tab, faults);
    checkReached(window, forth, faults);
    checkOrder(forth, faults);
    if (!faults.isEmpty())
        faults << u"the way: "_s + namesOf(forth).join(u" → "_s);
    if (before != nullptr)
        before->setFocus();
    settle();
    QStringList backFaults;
    Way back = wayOf(Qt::Key_Backtab, backFaults);
    if (back.size() > 1)
        std::reverse(back.begin() + 1, back.end());
    if (faults.isEmpty() && placesOf(back) != placesOf(forth))
        faults << u"Shift+Tab takes another way: "_s + namesOf(back).join(u" → "_s);
    if (before != nullptr)
        before->setFocus();
    return faults + backFaults;
}

} // namespace hvgpu::test
