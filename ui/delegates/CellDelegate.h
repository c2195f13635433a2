#pragma once

#include <QCache>
#include <QFont>
#include <QSize>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <memory>

namespace hvgpu::ui {

/// Draws cells as QStyledItemDelegate does, to the pixel, at a fraction of the work: most of a large table's
/// painting is laying the same texts out again, so that the texts of one line are kept laid out. GUI thread
/// only.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    struct Key
    {
        QString text;
        int width = 0;
        Qt::Alignment alignment;
        Qt::TextElideMode elide = Qt::ElideRight;

        friend bool operator==(const Key&, const Key&) = default;
        friend std::size_t qHash(const Key& key, std::size_t seed)
        {
            return qHashMulti(seed, key.text, key.width, static_cast<int>(key.alignment),
                              static_cast<int>(key.elide));
        }
    };
    struct Laid
    {
        QTextLayout layout; ///< of what of the text fits
        QSize size;         ///< of the whole text
    };
    [[nodiscard]] std::shared_ptr<const Laid> laidOut(const QStyleOptionViewItem& cell, int width) const;
    void drawText(QPainter& painter, const QStyleOptionViewItem& cell, const QRect& rect) const;

    mutable QCache<Key, std::shared_ptr<const Laid>> m_texts;
    mutable QFont m_font; ///< that m_texts are laid out in
};

} // namespace hvgpu::ui
