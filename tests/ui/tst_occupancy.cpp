#include "tests/support/FleetBuilder.h"
#include "ui/delegates/OccupancyBar.h"
#include "ui/delegates/OccupancyDelegate.h"
#include "ui/delegates/OccupancyPainter.h"
#include "ui/delegates/StatusDelegate.h"
#include "ui/models/GpuTreeModel.h"
#include "ui/models/IconSource.h"
#include "ui/models/PartitionTreeModel.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using ui::OccupancyPainter;
using State = analysis::PartitionSlot::State;

namespace {

/// @p running and @p resolved of @p count partitions, @p extra assignments too many.
ui::OccupancyValue value(int count, int running, int resolved, int extra = 0)
{
    model::Gpu gpu;
    gpu.partitioning.emplace();
    gpu.partitioning->partitionCount = static_cast<std::uint16_t>(count);
    for (int i = 0; i < running + resolved + extra; ++i) {
        model::Assignment one;
        one.vmName = u"vm%1"_s.arg(i);
        one.adapterId = QString::number(i);
        if (i < running)
            one.partitionId = static_cast<std::uint16_t>(i);
        gpu.assignments.push_back(one);
    }
    return ui::OccupancyValue::of(gpu, analysis::partitionLayout(gpu));
}

QPalette dark()
{
    QPalette palette(QColor(45, 45, 45));
    palette.setColor(QPalette::Base, QColor(30, 30, 30));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(42, 130, 218));
    return palette;
}

QImage painted(const ui::OccupancyValue& value, const QSize& size, const QPalette& palette,
               Qt::LayoutDirection direction, qreal scale = 1)
{
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    OccupancyPainter::paint(painter, value, QRect(QPoint(0, 0), size), palette, direction);
    return image;
}

/// Different colours inside a rectangle, borders left out: 1 for a plain fill, more for a pattern.
int colours(const QImage& image, const QRect& rect)
{
    QSet<QRgb> seen;
    for (int y = rect.top() + 3; y < rect.bottom() - 3; ++y)
        for (int x = rect.left() + 3; x < rect.right() - 3; ++x)
            seen.insert(image.pixel(x, y));
    return static_cast<int>(seen.size());
}

} // namespace

class TestOccupancy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cellsFillAnyWidthWithoutRest();
    void manyPartitionsBecomeBlocks();
    void statesDifferByPatternNotOnlyByColour_data();
    void statesDifferByPatternNotOnlyByColour();
    void rightToLeftMirrors();
    void doubleScaleShowsTheSameSegments();
    void unknownCountHasNoBar();
    void delegatePaintsTextAndBar();
    void statusDelegateAddsIconToWord();
    void arrowKeysWalkSegments();
    void segmentsAreAccessible();
    void sumOfAServerHasBlocks();
};

void TestOccupancy::cellsFillAnyWidthWithoutRest()
{
    const auto eight = value(8, 3, 1);
    for (int width = 40; width < 400; width += 7) {
        const auto cells = OccupancyPainter::layout(eight, QRect(5, 0, width, 20), Qt::LeftToRight);
        QCOMPARE(cells.size(), std::size_t{8});
        int next = 5;
        for (const auto& cell : cells) {
            QCOMPARE(cell.rect.left(), next);
            QVERIFY(qAbs(cell.rect.width() - width / 8) <= 1);
            next = cell.rect.right() + 1;
        }
        QCOMPARE(next, 5 + width);
    }
}

void TestOccupancy::manyPartitionsBecomeBlocks()
{
    const auto cells = OccupancyPainter::layout(value(64, 20, 4), QRect(0, 0, 640, 20), Qt::LeftToRight);
    QCOMPARE(cells.size(), std::size_t{3});
    QCOMPARE(cells[0].count, 20);
    QCOMPARE(cells[0].rect.width(), 200);
    QCOMPARE(cells[1].state, State::ResolvedAtStart);
    QCOMPARE(cells[2].count, 40);
    const auto narrow = OccupancyPainter::layout(value(16, 4, 0), QRect(0, 0, 40, 20), Qt::LeftToRight);
    QCOMPARE(narrow.size(), std::size_t{2});
    QCOMPARE(narrow[1].rect.right(), 39);
    const auto over = OccupancyPainter::layout(value(2, 2, 0, 1), QRect(0, 0, 90, 20), Qt::LeftToRight);
    QCOMPARE(over.size(), std::size_t{3});
    QCOMPARE(over[2].state, State::OverCommitted);
}

void TestOccupancy::statesDifferByPatternNotOnlyByColour_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QPalette(Qt::white);
    QTest::newRow("dark") << dark();
}

void TestOccupancy::statesDifferByPatternNotOnlyByColour()
{
    QFETCH(QPalette, palette);
    const auto all = value(4, 1, 2, 1); // one running, resolved ones, the fourth of them fills up
    const auto over = value(2, 1, 1, 1);
    const QImage image = painted(over, {300, 24}, palette, Qt::LeftToRight);
    const auto cells = OccupancyPainter::layout(over, QRect(0, 0, 300, 24), Qt::LeftToRight);
    QCOMPARE(cells.size(), std::size_t{3});
    QCOMPARE(colours(image, cells[0].rect), 1); // running: plain
    QCOMPARE(image.pixelColor(cells[0].rect.center()), palette.color(QPalette::Link));
    QVERIFY(colours(image, cells[1].rect) > 1); // resolved at start: hatched
    QVERIFY(colours(image, cells[2].rect) > 1); // over-committed: cross-hatched
    QVERIFY(OccupancyPainter::colour(State::ResolvedAtStart, palette) !=
            OccupancyPainter::colour(State::OverCommitted, palette));
    const QImage free = painted(value(4, 1, 0), {300, 24}, palette, Qt::LeftToRight);
    QCOMPARE(free.pixelColor(250, 12), palette.color(QPalette::Base));
    QCOMPARE(all.segments.size(), std::size_t{4});
}

void TestOccupancy::rightToLeftMirrors()
{
    const auto half = value(4, 2, 0);
    const QPalette palette(Qt::white);
    const QImage left = painted(half, {203, 20}, palette, Qt::LeftToRight);
    const QImage right = painted(half, {203, 20}, palette, Qt::RightToLeft);
    QCOMPARE(left.pixelColor(20, 10), palette.color(QPalette::Link));
    QCOMPARE(left.pixelColor(180, 10), palette.color(QPalette::Base));
    QCOMPARE(right.pixelColor(20, 10), palette.color(QPalette::Base));
    QCOMPARE(right.pixelColor(180, 10), palette.color(QPalette::Link));
}

void TestOccupancy::doubleScaleShowsTheSameSegments()
{
    const QPalette palette(Qt::white);
    const QImage image = painted(value(4, 1, 0), {200, 20}, palette, Qt::LeftToRight, 2);
    QCOMPARE(image.width(), 400);
    QCOMPARE(image.pixelColor(50, 20), palette.color(QPalette::Link));
    QCOMPARE(image.pixelColor(150, 20), palette.color(QPalette::Base));
}

void TestOccupancy::unknownCountHasNoBar()
{
    model::Gpu gpu;
    gpu.partitioning.emplace();
    const auto unknown = ui::OccupancyValue::of(gpu, {});
    QCOMPARE(unknown.text, u"0 of ?"_s);
    QVERIFY(OccupancyPainter::layout(unknown, QRect(0, 0, 200, 20), Qt::LeftToRight).empty());
}

void TestOccupancy::delegatePaintsTextAndBar()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 1, .partitions = 4, .vmsPerHost = 4});
    ui::GpuTreeModel model;
    model.setSnapshot(fleet.snapshot());
    const QModelIndex cell = model.index(0, ui::GpuTreeModel::Occupancy, model.index(0, 0));
    QCOMPARE(cell.data().toString(), u"4 of 4"_s);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 300, 24);
    option.palette = QPalette(Qt::white);
    option.fontMetrics = QFontMetrics(qApp->font());
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    QImage image(300, 24, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    const ui::OccupancyDelegate delegate;
    delegate.paint(&painter, option, cell);
    painter.end();
    const QRect bar = ui::OccupancyDelegate::barRect(option);
    QVERIFY(bar.left() > 20 && bar.right() < 300);
    const auto last = OccupancyPainter::layout(cell.data(ui::OccupancyRole).value<ui::OccupancyValue>(), bar,
                                               Qt::LeftToRight)[1]
                          .rect;
    QCOMPARE(image.pixelColor(last.center()), option.palette.color(QPalette::Link));
    QVERIFY(colours(image, QRect(0, 0, bar.left(), 24)) > 1); // the words
}

void TestOccupancy::statusDelegateAddsIconToWord()
{
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), u"Partitioned"_s);
    model.setData(model.index(0, 0), u"status-partitioned"_s, ui::IconNameRole);
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::green);
    QString asked;
    ui::setIconSource([&asked, &pixmap](const QString& name) {
        asked = name;
        return QIcon(pixmap);
    });
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 200, 24);
    option.decorationSize = QSize(16, 16);
    option.palette = QPalette(Qt::white);
    option.fontMetrics = QFontMetrics(QApplication::font());
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    QImage image(200, 24, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    const ui::StatusDelegate delegate;
    delegate.paint(&painter, option, model.index(0, 0));
    painter.end();
    ui::setIconSource({});
    QCOMPARE(asked, u"status-partitioned"_s);
    QCOMPARE(image.pixelColor(10, 12), QColor(Qt::green));
    QVERIFY(colours(image, QRect(24, 0, 120, 24)) > 1); // the word beside it
}

void TestOccupancy::arrowKeysWalkSegments()
{
    ui::OccupancyBar bar;
    bar.setValue(value(4, 2, 1));
    bar.resize(300, 24);
    const QSignalSpy activated(&bar, &ui::OccupancyBar::segmentActivated);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.focusedCell(), 0);
    QTest::keyClick(&bar, Qt::Key_End);
    QCOMPARE(bar.focusedCell(), 3);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.focusedCell(), 3);
    QTest::keyClick(&bar, Qt::Key_Left);
    QCOMPARE(bar.focusedCell(), 2);
    QCOMPARE(bar.cellText(2), u"Assigned to vm2; which partition is decided when the VM starts"_s);
    QTest::keyClick(&bar, Qt::Key_Space);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].toInt(), 2);
    bar.setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(&bar, Qt::Key_Left);
    QCOMPARE(bar.focusedCell(), 3);
}

void TestOccupancy::segmentsAreAccessible()
{
    ui::OccupancyBar bar;
    bar.setValue(value(4, 2, 1));
    bar.resize(300, 24);
    bar.show();
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&bar);
    QVERIFY(list != nullptr);
    QCOMPARE(list->role(), QAccessible::List);
    QVERIFY(list->text(QAccessible::Name).startsWith(u"3 of 4 partitions"_s));
    QCOMPARE(list->text(QAccessible::Value), u"3 of 4"_s);
    QCOMPARE(list->childCount(), 4);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"Partition 1: vm1, running"_s);
    QCOMPARE(list->child(3)->text(QAccessible::Name), u"Partition 2: free"_s);
    QVERIFY(list->child(0)->rect().width() > 10);
    QCOMPARE(list->indexOfChild(list->child(2)), 2);
    QCOMPARE(list->child(2)->parent(), list);
    QVERIFY(list->child(9) == nullptr);
}

void TestOccupancy::sumOfAServerHasBlocks()
{
    test::FleetBuilder fleet({.hosts = 1, .gpusPerHost = 3, .partitions = 16, .vmsPerHost = 6});
    const auto sum = ui::OccupancyValue::of(*fleet.snapshot()->hosts[0]->snapshot);
    QCOMPARE(sum.text, u"6 of 48"_s);
    const auto cells = OccupancyPainter::layout(sum, QRect(0, 0, 480, 20), Qt::LeftToRight);
    QCOMPARE(cells.size(), std::size_t{3});
    QCOMPARE(cells[2].count, 42);

    ui::GpuTreeModel gpus;
    gpus.setSnapshot(fleet.snapshot());
    QCOMPARE(gpus.index(0, ui::GpuTreeModel::Occupancy).data().toString(), u"6 of 48"_s);
    ui::PartitionTreeModel partitions;
    partitions.setSnapshot(fleet.snapshot());
    QCOMPARE(partitions.index(0, ui::PartitionTreeModel::Occupancy).data().toString(), u"6 of 48"_s);

    model::HostSnapshot automatic = *fleet.snapshot()->hosts[0]->snapshot;
    automatic.unplacedAssignments.emplace_back().automatic =
        true; // takes a partition, whichever GPU it will be on
    QCOMPARE(ui::OccupancyValue::of(automatic).text, u"7 of 48"_s);
    for (model::Gpu& gpu : automatic.gpus)
        gpu.partitioning.reset();
    QCOMPARE(ui::OccupancyValue::of(automatic).text, QString()); // not "1 of 0"
}

QTEST_MAIN(TestOccupancy)
#include "tst_occupancy.moc"
