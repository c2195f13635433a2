#include "tests/ui/window/CutTexts.h"

#include "tests/ui/window/TabOrder.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hvgpu::test {

namespace {

QString plain(QString text)
{
    return text.remove(u'&');
}

bool isToldByToolTip(const QString& text, const QString& toolTip)
{
    QTextDocument words;
    words.setHtml(toolTip);
    return toolTip.contains(text) || words.toPlainText().contains(text);
}

/// Part of something that can be scrolled, so that what is beyond its edge is not lost.
bool canBeScrolledTo(const QWidget& widget)
{
    for (const QWidget* up = widget.parentWidget(); up != nullptr && !up->isWindow(); up = up->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(up) != nullptr)
            return true;
    return false;
}

int widthOf(const QWidget& widget, const QString& text)
{
    return widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

QSize roomOn(const QAbstractButton& button)
{
    QStyleOptionButton option;
    option.initFrom(&button);
    option.text = button.text();
    option.icon = button.icon();
    option.iconSize = button.iconSize();
    QStyle::SubElement part = QStyle::SE_PushButtonContents;
    if (qobject_cast<const QCheckBox*>(&button) != nullptr)
        part = QStyle::SE_CheckBoxContents;
    else if (qobject_cast<const QRadioButton*>(&button) != nullptr)
        part = QStyle::SE_RadioButtonContents;
    else if (qobject_cast<const QPushButton*>(&button) == nullptr)
        return button.size();
    QSize room = button.style()->subElementRect(part, &option, &button).size();
    if (part == QStyle::SE_PushButtonContents) // its frame may be thinner than the style's margin
        room = room.expandedTo(button.size() - QSize(8, 4));
    return room;
}

bool isCut(const QAbstractButton& button)
{
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (button.text().isEmpty() || (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly))
        return false;
    QSize needed = button.fontMetrics().size(Qt::TextShowMnemonic, button.text());
    if (!button.icon().isNull())
        needed.rwidth() += button.iconSize().width() + 4;
    const QSize room = roomOn(button);
    return needed.width() > room.width() || button.fontMetrics().height() > button.height();
}

bool isCut(const QLabel& label)
{
    if (label.text().isEmpty())
        return false;
    const int margins = 2 * label.margin();
    const QSize room = label.contentsRect().size() - QSize(margins, margins);
    if (label.textFormat() == Qt::RichText ||
        (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()))) {
        QTextDocument document;
        document.setDefaultFont(label.font());
        document.setDocumentMargin(0);
        document.setHtml(label.text());
        document.setTextWidth(label.wordWrap() ? room.width() : -1);
        return document.idealWidth() > room.width() + 1 || document.size().height() > room.height() + 1;
    }
    int flags = static_cast<int>(label.alignment());
    flags |= label.wordWrap() ? Qt::TextWordWrap : 0;
    flags |= label.buddy() != nullptr ? Qt::TextShowMnemonic : 0;
    const QRect bounds(0, 0, label.wordWrap() ? room.width() : 100'000, 100'000);
    const QRect needed = label.fontMetrics().boundingRect(bounds, flags, label.text());
    return needed.width() > room.width() + 1 || needed.height() > room.height() + 1;
}

bool isCut(const QGroupBox& box)
{
    constexpr int frame = 12;
    return !box.title().isEmpty() &&
           widthOf(box, box.title()) + frame + (box.isCheckable() ? 2 * frame : 0) > box.width();
}

bool isCut(const QComboBox& box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect field =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const bool hasIcon = !box.itemIcon(box.currentIndex()).isNull();
    return box.fontMetrics().horizontalAdvance(box.currentText()) +
               (hasIcon ? box.iconSize().width() + 4 : 0) >
           field.width();
}

bool isCut(const QLineEdit& edit)
{
    if (!edit.text().isEmpty() || edit.placeholderText().isEmpty())
        return false;
    constexpr int frame = 8;
    return edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + frame > edit.width();
}

void checkTabs(const QTabBar& bar, QStringList& cut)
{
    int end = 0;
    for (int i = 0; i < bar.count(); ++i) {
        if (!bar.isTabVisible(i))
            continue;
        const QRect tab = bar.tabRect(i);
        end = std::max(end, tab.right());
        const int icon = bar.tabIcon(i).isNull() ? 0 : bar.iconSize().width() + 4;
        if (widthOf(bar, bar.tabText(i)) + icon > tab.width())
            cut << u"tab "_s + bar.tabText(i);
    }
    if (end > bar.width())
        cut << u"tabs of %1 end at %2 of %3"_s.arg(describeWidget(bar)).arg(end).arg(bar.width());
}

void checkSections(const QHeaderView& header, QStringList& cut)
{
    const QAbstractItemModel* model = header.model();
    if (model == nullptr || header.orientation() != Qt::Horizontal)
        return;
    for (int i = 0; i < header.count(); ++i) {
        if (header.isSectionHidden(i))
            continue;
        const QString text = model->headerData(i, Qt::Horizontal).toString();
        const QString tip = model->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString();
        constexpr int margins = 4;
        if (header.fontMetrics().horizontalAdvance(text) + margins > header.sectionSize(i) &&
            !(isToldByToolTip(text, tip) && !tip.isEmpty()))
            cut << u"column %1 of %2"_s.arg(text, describeWidget(*header.parentWidget()));
    }
}

template <class Kind>
bool isCutAs(const QWidget& widget)
{
    const auto* kind = qobject_cast<const Kind*>(&widget);
    return kind != nullptr && isCut(*kind);
}

QString wordsOf(const QWidget& widget)
{
    for (const char* property : {"text", "title", "currentText", "placeholderText"})
        if (const QString words = plain(widget.property(property).toString()); !words.isEmpty())
            return words;
    return {};
}

} // namespace

QStringList cutTexts(const QWidget& window)
{
    QStringList cut;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        const QString words = wordsOf(*widget);
        const bool told = !words.isEmpty() && isToldByToolTip(words, widget->toolTip());
        if (!told &&
            (isCutAs<QAbstractButton>(*widget) || isCutAs<QLabel>(*widget) || isCutAs<QGroupBox>(*widget) ||
             isCutAs<QComboBox>(*widget) || isCutAs<QLineEdit>(*widget)))
            cut << u"%1: %2 (%3 × %4)"_s.arg(describeWidget(*widget), words)
                       .arg(widget->width())
                       .arg(widget->height());
        // Not one pixel of it lies outside of what its parents show.
        const bool hasWords = !words.isEmpty() && qobject_cast<const QLineEdit*>(widget) == nullptr;
        if (hasWords && !canBeScrolledTo(*widget) && widget->visibleRegion().boundingRect() != widget->rect())
            cut << u"%1: %2 is partly hidden"_s.arg(describeWidget(*widget), words);
        if (const auto* bar = qobject_cast<const QTabBar*>(widget))
            checkTabs(*bar, cut);
        if (const auto* header = qobject_cast<const QHeaderView*>(widget))
            checkSections(*header, cut);
    }
    return cut;
}

} // namespace hvgpu::test
