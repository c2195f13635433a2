#include "ui/delegates/CellDelegate.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyle>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace hvgpu;

/// CellDelegate draws what QStyledItemDelegate draws, to the pixel.
class TestCellDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsAlike_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("alignment");
        QTest::addColumn<bool>("icon");
        QTest::addColumn<bool>("bold");
        QTest::addColumn<bool>("checkable");
        const int left = Qt::AlignLeft | Qt::AlignVCenter;
        const int right = Qt::AlignRight | Qt::AlignVCenter;
        QTest::newRow("short") << u"NVIDIA A2"_s << left << false << false << false;
        QTest::newRow("right") << u"14.9 GB"_s << right << false << false << false;
        QTest::newRow("top") << u"14.9 GB"_s << int(Qt::AlignHCenter | Qt::AlignTop) << false << false
                             << false;
        QTest::newRow("too long") << u"A VM with a name that no column has room for, ever"_s << left << false
                                  << false << false;
        QTest::newRow("too long, right")
            << u"123456789012345678901234567890123456789"_s << right << false << false << false;
        QTest::newRow("icon") << u"Partitioned"_s << left << true << false << false;
        QTest::newRow("icon, too long")
            << u"Not assignable, for more than one reason"_s << left << true << false << false;
        QTest::newRow("icon only") << QString() << left << true << false << false;
        QTest::newRow("nothing") << QString() << left << false << false << false;
        QTest::newRow("Japanese") << u"仮想マシン 一号機"_s << left << false << false << false;
        QTest::newRow("Arabic") << u"خادم الرسومات"_s << left << false << false << false;
        QTest::newRow("combining") << u"Grafikkarte u\u0308ber"_s << left << false << false << false;
        QTest::newRow("two lines") << u"first\nsecond"_s << left << false << false << false;
        QTest::newRow("line separator") << u"first\u2028second"_s << left << false << false << false;
        QTest::newRow("tab") << u"a\tb"_s << left << false << false << false;
        QTest::newRow("bold") << u"NVIDIA L40S"_s << left << false << true << false;
        QTest::newRow("check box") << u"NVIDIA L40S"_s << left << false << false << true;
    }

    void drawsAlike()
    {
        QFETCH(const QString, text);
        QFETCH(const int, alignment);
        QFETCH(const bool, icon);
        QFETCH(const bool, bold);
        QFETCH(const bool, checkable);
        QStandardItemModel model;
        auto* item = new QStandardItem(text);
        item->setTextAlignment(Qt::Alignment(alignment));
        if (icon)
            item->setIcon(QApplication::style()->standardIcon(QStyle::SP_ComputerIcon));
        if (bold) {
            QFont font = QApplication::font();
            font.setBold(true);
            item->setFont(font);
        }
        if (checkable) {
            item->setCheckable(true);
            item->setCheckState(Qt::Checked);
        }
        model.appendRow(item);
        QTreeView view;
        view.setModel(&model);
        const ui::CellDelegate fast;
        const QStyledItemDelegate usual;
        for (const qreal scale : {1.0, 2.0}) {
            for (const QStyle::State state : states()) {
                // Twice, because the second time the text is there already.
                const QImage wanted = draw(usual, view, model.index(0, 0), state, scale);
                QCOMPARE(draw(fast, view, model.index(0, 0), state, scale), wanted);
                QCOMPARE(draw(fast, view, model.index(0, 0), state, scale), wanted);
            }
        }
    }

    void anotherFontIsLaidOutAnew()
    {
        QStandardItemModel model;
        model.appendRow(new QStandardItem(u"NVIDIA A16"_s));
        QTreeView view;
        view.setModel(&model);
        const ui::CellDelegate fast;
        const QStyledItemDelegate usual;
        const auto state = QStyle::State_Enabled | QStyle::State_Active;
        const QImage before = draw(fast, view, model.index(0, 0), state, 1.0);
        QFont larger = view.font();
        larger.setPointSizeF(larger.pointSizeF() * 1.5);
        view.setFont(larger);
        const QImage after = draw(fast, view, model.index(0, 0), state, 1.0);
        QVERIFY(before != after);
        QCOMPARE(after, draw(usual, view, model.index(0, 0), state, 1.0));
    }

private:
    static QList<QStyle::State> states()
    {
        const QStyle::State on = QStyle::State_Enabled | QStyle::State_Active;
        return {on,
                on | QStyle::State_Selected,
                QStyle::State_Enabled | QStyle::State_Selected,
                on | QStyle::State_MouseOver,
                on | QStyle::State_HasFocus,
                on | QStyle::State_HasFocus | QStyle::State_Selected,
                QStyle::State_Active};
    }

    static QImage draw(const QStyledItemDelegate& delegate, const QTreeView& view, const QModelIndex& index,
                       QStyle::State state, qreal scale)
    {
        constexpr QSize size(160, 22);
        QImage image(size * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        image.fill(view.palette().color(QPalette::Base));
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.state = state;
        option.rect = QRect(QPoint(3, 1), size - QSize(6, 2));
        option.font = view.font();
        option.fontMetrics = QFontMetrics(view.font());
        option.displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
        option.decorationAlignment = Qt::AlignCenter;
        option.decorationSize = QSize(16, 16);
        option.decorationPosition = QStyleOptionViewItem::Left;
        option.showDecorationSelected = true;
        option.textElideMode = Qt::ElideRight;
        option.widget = &view;
        QPainter painter(&image);
        delegate.paint(&painter, option, index);
        return image;
    }
};

QTEST_MAIN(TestCellDelegate)
#include "tst_cell_delegate.moc"
