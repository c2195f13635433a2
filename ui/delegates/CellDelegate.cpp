#include "ui/delegates/CellDelegate.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>

#include <memory>

namespace hvgpu::ui {
namespace {

constexpr qsizetype keptTexts = 4'000; ///< several windows full

/// Whether the cell is one of those drawn here; rare ones are left to the style.
bool isPlain(const QStyleOptionViewItem& cell, const QFont& viewFont)
{
    const auto rare = QStyle::State_HasFocus | QStyle::State_Editing;
    return !(cell.state & rare) && !(cell.features & QStyleOptionViewItem::HasCheckIndicator) &&
           !(cell.features & QStyleOptionViewItem::WrapText) && cell.showDecorationSelected &&
           cell.decorationPosition == QStyleOptionViewItem::Left && cell.direction == Qt::LeftToRight &&
           cell.font == viewFont && !cell.text.contains(u'\n') &&
           !cell.text.contains(QChar(QChar::LineSeparator));
}

QPalette::ColorGroup groupOf(const QStyleOptionViewItem& cell)
{
    if (!cell.state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

QIcon::Mode modeOf(const QStyleOptionViewItem& cell)
{
    if (!cell.state.testFlag(QStyle::State_Enabled))
        return QIcon::Disabled;
    return cell.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal;
}

void layOut(QTextLayout& layout, const QTextOption& option, int width)
{
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(width);
        line.setPosition({0, 0});
    }
    layout.endLayout();
}

} // namespace

CellDelegate::CellDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_texts(keptTexts)
{}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    if (!isPlain(cell, option.font)) {
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        return;
    }
    painter->save();
    painter->setClipRect(cell.rect);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    QRect words = cell.rect;
    if (cell.features.testFlag(QStyleOptionViewItem::HasDecoration)) {
        QRect place = cell.rect;
        place.setWidth(cell.decorationSize.width() + 2 * margin);
        words.setLeft(place.right() + 1);
        const QRect icon =
            QStyle::alignedRect(cell.direction, cell.decorationAlignment, cell.decorationSize, place);
        cell.icon.paint(painter, icon, cell.decorationAlignment, modeOf(cell),
                        cell.state.testFlag(QStyle::State_Open) ? QIcon::On : QIcon::Off);
    }
    if (!cell.text.isEmpty())
        drawText(*painter, cell, words.adjusted(margin, 0, -margin, 0));
    painter->restore();
}

std::shared_ptr<const CellDelegate::Laid> CellDelegate::laidOut(const QStyleOptionViewItem& cell,
                                                                int width) const
{
    if (m_font != cell.font) {
        m_texts.clear();
        m_font = cell.font;
    }
    const Key key{cell.text, width, cell.displayAlignment, cell.textElideMode};
    if (const auto* known = m_texts.object(key))
        return *known;
    QTextOption option(QStyle::visualAlignment(cell.direction, cell.displayAlignment));
    option.setWrapMode(QTextOption::ManualWrap);
    option.setTextDirection(cell.direction);
    QTextLayout whole(cell.text, cell.font);
    layOut(whole, option, width);
    const bool fits = whole.lineAt(0).naturalTextWidth() <= width;
    auto laid = std::make_shared<Laid>();
    laid->size = whole.boundingRect().size().toSize();
    laid->layout.setText(fits ? cell.text
                              : QFontMetrics(cell.font).elidedText(cell.text, cell.textElideMode, width));
    laid->layout.setFont(cell.font);
    laid->layout.setCacheEnabled(true);
    layOut(laid->layout, option, width);
    m_texts.insert(key, new std::shared_ptr<const Laid>(laid)); // the cache owns it
    return laid;
}

void CellDelegate::drawText(QPainter& painter, const QStyleOptionViewItem& cell, const QRect& rect) const
{
    const std::shared_ptr<const Laid> laid = laidOut(cell, rect.width());
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter.setPen(cell.palette.color(groupOf(cell), selected ? QPalette::HighlightedText : QPalette::Text));
    const QRect place = QStyle::alignedRect(Qt::LayoutDirectionAuto, cell.displayAlignment, laid->size, rect);
    laid->layout.draw(&painter, QPointF(rect.x(), place.top()));
}

} // namespace hvgpu::ui
