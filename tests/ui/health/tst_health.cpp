#include "tests/support/FleetBuilder.h"
#include "ui/health/CheckRows.h"
#include "ui/health/Health.h"
#include "ui/health/HealthModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <random>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using ui::HealthView;

namespace {

constexpr std::uint16_t checkpointsOn = 3;

std::shared_ptr<const ui::Health> look(const ui::Health& before,
                                       std::shared_ptr<const fleet::FleetSnapshot> fleet,
                                       const HealthView& view, const ui::HealthLimits& limits = {})
{
    return ui::examine(before, std::move(fleet), {}, view, limits);
}

HealthView viewOf(HealthView::Page page)
{
    HealthView view;
    view.page = page;
    return view;
}

ui::Scope scopeOf(const fleet::FleetSnapshot& fleet, std::size_t host)
{
    ui::Scope scope;
    scope.kind = ui::Scope::Kind::Host;
    scope.host = fleet.hosts[host]->id;
    return scope;
}

/// Every row with its depth, as text.
void write(const ui::HealthRow& row, int depth, QStringList& lines)
{
    QStringList cells;
    for (const ui::HealthRow::Cell& cell : row.cells)
        cells << cell.text;
    lines << QString(depth, u' ') + row.key + u'|' + cells.join(u'|');
    for (const ui::HealthRow& child : row.children)
        write(child, depth + 1, lines);
}

QStringList written(const ui::HealthRows& rows)
{
    QStringList lines;
    for (const auto& row : rows)
        write(*row, 0, lines);
    return lines;
}

QStringList written(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << index.siblingAtColumn(column).data().toString();
        lines << QString(depth, u' ') + index.data(ui::RowKeyRole).toString() + u'|' + cells.join(u'|');
        lines << written(model, index, depth + 1);
    }
    return lines;
}

int countOf(const ui::HealthRows& rows)
{
    int count = 0;
    for (const auto& row : rows)
        count += ui::countRows(*row);
    return count;
}

} // namespace

class TestHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whatever changes, what is taken over from the last time is what would be found anew, and the model
    /// shows exactly that.
    void staysTrueThroughChanges_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("limit");
        QTest::newRow("checks") << static_cast<int>(HealthView::Page::Checks) << 10000;
        QTest::newRow("checks, cut") << static_cast<int>(HealthView::Page::Checks) << 150;
        QTest::newRow("findings") << static_cast<int>(HealthView::Page::Diagnoses) << 10000;
        QTest::newRow("findings, cut") << static_cast<int>(HealthView::Page::Diagnoses) << 3;
    }
    void staysTrueThroughChanges()
    {
        QFETCH(int, page);
        QFETCH(int, limit);
        test::FleetBuilder fleet({6, 2, 8, 3, 2}, 7);
        const bool isChecks = page == static_cast<int>(HealthView::Page::Checks);
        const int columns = isChecks ? 3 : 6;
        ui::HealthModel model(
            std::vector<ui::ColumnInfo>(static_cast<std::size_t>(columns), {"x", u"X"_s, {}}));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ui::HealthLimits limits{limit, limit};
        std::mt19937 random(11); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same in every run
        auto health = std::make_shared<const ui::Health>();
        int longest = 0;
        for (int step = 0; step < 60; ++step) {
            HealthView view = viewOf(static_cast<HealthView::Page>(page));
            if (step % 10 == 3)
                view.filter = {ui::HealthFilter::Results::Attention, ui::HealthFilter::Severities::Errors};
            if (step % 10 == 5 && !fleet.snapshot()->hosts.empty())
                view.scope = scopeOf(*fleet.snapshot(), random() % fleet.snapshot()->hosts.size());
            health = look(*health, fleet.snapshot(), view, limits);
            const auto afresh = look({}, fleet.snapshot(), view, limits);
            const ui::HealthRows& rows = isChecks ? health->checkRows : health->findingRows;
            QCOMPARE(written(rows), written(isChecks ? afresh->checkRows : afresh->findingRows));
            QCOMPARE(health->seriousCount(), afresh->seriousCount());
            model.show(rows, {});
            QCOMPARE(written(model), written(rows));
            longest = std::max(longest, static_cast<int>(rows.size()));
            fleet.mutate();
            fleet.commit();
        }
        QVERIFY(longest > 0);
    }

    void onlyWhatChangedIsMadeAnew()
    {
        test::FleetBuilder fleet({5, 2, 8, 3, 0});
        const HealthView view = viewOf(HealthView::Page::Checks);
        const auto before = look({}, fleet.snapshot(), view);
        fleet.data(2).vms.front().userSnapshotType = checkpointsOn;
        fleet.commit();
        const auto after = look(*before, fleet.snapshot(), view);
        QCOMPARE(after->checkRows.size(), before->checkRows.size());
        for (std::size_t i = 0; i < after->checkRows.size(); ++i) {
            QCOMPARE(after->checkRows[i] == before->checkRows[i], i != 2);
            QCOMPARE(after->entries[i] == before->entries[i], i != 2);
        }
    }

    void nothingIsKeptOfWhatNobodyLooksAt()
    {
        test::FleetBuilder fleet({3, 1, 4, 2, 0});
        fleet.fail(1, base::ErrorCode::Unreachable, true);
        fleet.commit();
        const auto checks = look({}, fleet.snapshot(), viewOf(HealthView::Page::Checks));
        const auto nothing = look(*checks, fleet.snapshot(), viewOf(HealthView::Page::None));
        QVERIFY(checks->seriousCount() >= 1);
        QCOMPARE(nothing->seriousCount(), checks->seriousCount());
        QVERIFY(nothing->checkRows.empty() && nothing->findingRows.empty());
        for (const auto& entry : nothing->entries)
            QVERIFY(entry->checks == nullptr && entry->diagnoses == nullptr);
        const auto findings = look(*nothing, fleet.snapshot(), viewOf(HealthView::Page::Diagnoses));
        QVERIFY(static_cast<int>(findings->findingRows.size()) >= findings->seriousCount());
    }

    void aLongListOfChecksEndsWithServersThatSaySo()
    {
        test::FleetBuilder fleet({6, 2, 8, 3, 0});
        HealthView view = viewOf(HealthView::Page::Checks);
        const int perServer = countOf(look({}, fleet.snapshot(), view)->checkRows) / 6;
        const ui::HealthLimits limits{2 * perServer + perServer / 2, 10};
        const auto cut = look({}, fleet.snapshot(), view, limits);
        QVERIFY(cut->isCut && cut->isTooLong && !cut->narrowed);
        QCOMPARE(cut->checkRows.size(), std::size_t{6});
        for (std::size_t i = 0; i < 6; ++i) {
            QCOMPARE(cut->checkRows[i]->isCut, i >= 2);
            QCOMPARE(cut->checkRows[i]->children.empty(), i >= 2);
            QCOMPARE(cut->checkRows[i]->cells[2].text.contains(u"select this server"_s), i >= 2);
        }
        // Nothing changed: nothing is made anew, what was left out included.
        const auto again = look(*cut, fleet.snapshot(), view, limits);
        for (std::size_t i = 0; i < 6; ++i) // 2 is the first for which there was no room: asked again
            QVERIFY(again->checkRows[i] == cut->checkRows[i] || i == 2);
        QCOMPARE(written(again->checkRows), written(cut->checkRows));

        view.scope = scopeOf(*fleet.snapshot(), 4);
        const auto one = look(*cut, fleet.snapshot(), view, limits);
        QVERIFY(one->isCut && one->narrowed && !one->isTooLong);
        QCOMPARE(one->checkRows.size(), std::size_t{1});
        QCOMPARE(one->checkRows.front()->host, fleet.snapshot()->hosts[4]->id);
        QCOMPARE(countOf(one->checkRows), perServer);
        const QString key = one->checkRows.front()->children.front().key;
        QVERIFY(ui::checkPlace(*one, one->checkRows.front()->entry, key).check != nullptr);

        view.scope = {};
        view.words = {u"checkpoints"_s};
        const auto words = look(*one, fleet.snapshot(), view, limits);
        QCOMPARE(words->checkRows.size(), std::size_t{6}); // found in all, beyond the limit, too
        view.words.clear();
        QCOMPARE(written(look(*words, fleet.snapshot(), view, limits)->checkRows), written(cut->checkRows));
    }

    void aLongListOfFindingsKeepsTheWorst()
    {
        test::FleetBuilder fleet({6, 1, 8, 3, 0});
        for (int host = 0; host < 6; ++host) {
            for (model::VirtualMachine& vm : fleet.data(host).vms)
                vm.userSnapshotType = checkpointsOn;
        }
        fleet.fail(5, base::ErrorCode::Unreachable, true);
        fleet.commit();
        HealthView view = viewOf(HealthView::Page::Diagnoses);
        const auto whole = look({}, fleet.snapshot(), view);
        QVERIFY(!whole->isCut);
        QCOMPARE(whole->shown, whole->all);
        QVERIFY(whole->all > 6);
        const ui::HealthLimits limits{10, 4};
        const auto cut = look({}, fleet.snapshot(), view, limits);
        QVERIFY(cut->isCut);
        QCOMPARE(cut->shown, 4);
        QCOMPARE(cut->all, whole->all);
        QCOMPARE(written(cut->findingRows), written(whole->findingRows).first(4));
        QCOMPARE(cut->findingRows.front()->host, fleet.snapshot()->hosts[5]->id);
        QVERIFY(cut->diagnosis(cut->findingRows.front()->key) != nullptr);
        QVERIFY(cut->diagnosis(whole->findingRows.back()->key) == nullptr);

        view.scope = scopeOf(*fleet.snapshot(), 4);
        const auto one = look(*cut, fleet.snapshot(), view, limits);
        QVERIFY(!one->findingRows.empty());
        QVERIFY(std::ranges::all_of(one->findingRows,
                                    [&](const auto& row) { return row->host == view.scope.host; }));
        QVERIFY(one->diagnosis(one->findingRows.front()->key) != nullptr);
    }
};

QTEST_MAIN(TestHealth)
#include "tst_health.moc"
