#include "core/report/Reports.h"
#include "tests/core/report/SampleFleet.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using report::Cell;
using report::Table;

namespace {

Cell cell(const Table& table, std::size_t row, const QString& id)
{
    const auto column = std::ranges::find(table.columns, id, &report::Column::id);
    if (column == table.columns.end() || row >= table.rows.size())
        return u"(no such cell)"_s;
    return table.rows[row][static_cast<std::size_t>(column - table.columns.begin())];
}

QString words(const Table& table, std::size_t row, const QString& id)
{
    const Cell value = cell(table, row, id);
    const auto* text = std::get_if<QString>(&value);
    return text == nullptr ? QString() : *text;
}

std::optional<std::uint64_t> figure(const Table& table, std::size_t row, const QString& id)
{
    const Cell value = cell(table, row, id);
    const auto* number = std::get_if<std::uint64_t>(&value);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

bool isUnknown(const Cell& value)
{
    return std::holds_alternative<std::monostate>(value);
}

} // namespace

/// Reports on plans and on what became of them.
class TestChangeReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void activityHasARowPerTarget();
    void activityTellsWhatIsNotKnown();
    void planHasTargetsThenFindings();
    void emptyOnesHaveColumns();
};

void TestChangeReports::activityHasARowPerTarget()
{
    const Table table = report::activity(tests::sampleActivities());
    QCOMPARE(table.name, u"activity"_s);
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(words(table, 0, u"kind"_s), u"set-count"_s);
    QCOMPARE(words(table, 0, u"activity_state"_s), u"ended"_s);
    QCOMPARE(words(table, 0, u"outcome"_s), u"succeeded"_s);
    QCOMPARE(words(table, 0, u"by"_s), u"ada@console"_s);
    QCOMPARE(figure(table, 0, u"before"_s).value(), 4U);
    QCOMPARE(figure(table, 0, u"after"_s).value(), 8U);
    QCOMPARE(figure(table, 0, u"calls"_s).value(), 3U);
    QCOMPARE(figure(table, 0, u"duration_ms"_s).value(), 1200U);
    QVERIFY(isUnknown(cell(table, 0, u"vm_id"_s)));
    QVERIFY(isUnknown(cell(table, 0, u"reason"_s)));

    QCOMPARE(words(table, 1, u"activity_state"_s), u"interrupted"_s);
    QCOMPARE(words(table, 1, u"target"_s), u"=web"_s);
    QCOMPARE(figure(table, 1, u"before"_s).value(), 1U);
    QCOMPARE(figure(table, 1, u"after"_s).value(), 0U);
    QCOMPARE(figure(table, 1, u"calls"_s).value(), 5U);
    QCOMPARE(figure(table, 1, u"duration_ms"_s).value(), 30'500U);
    QVERIFY(words(table, 1, u"reason"_s).contains(u"NODE1"_s));
    QCOMPARE(words(table, 2, u"outcome"_s), u"refused"_s);
    QCOMPARE(words(table, 2, u"reason"_s), u"its power state is different"_s);
}

void TestChangeReports::activityTellsWhatIsNotKnown()
{
    const Table table = report::activity(tests::sampleActivities());
    QVERIFY(std::get<bool>(cell(table, 1, u"vm_may_be_off"_s)));
    QVERIFY(!std::get<bool>(cell(table, 2, u"vm_may_be_off"_s)));
    QVERIFY(isUnknown(cell(table, 1, u"ended"_s)));
    QVERIFY(isUnknown(cell(table, 1, u"gpu_path"_s)));
    QCOMPARE(words(table, 1, u"outcome"_s), u"interrupted"_s);
    QCOMPARE(words(table, 1, u"vm_left"_s), u"may-be-off"_s);
    QVERIFY(isUnknown(cell(table, 2, u"vm_left"_s)));
    QVERIFY(words(table, 1, u"reason"_s).contains(u"ended before"_s));
}

void TestChangeReports::planHasTargetsThenFindings()
{
    const Table table = report::plan(tests::samplePlan(), tests::sampleFleet());
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(words(table, 0, u"target"_s), u"NVIDIA A2"_s);
    QCOMPARE(words(table, 0, u"severity"_s), u"note"_s);
    QCOMPARE(std::get<QStringList>(cell(table, 0, u"findings"_s)), QStringList{u"count-unchanged=8"_s});
    QCOMPARE(std::get<QStringList>(cell(table, 0, u"steps"_s)), QStringList{u"set-partition-count"_s});
    QVERIFY(!std::get<bool>(cell(table, 0, u"goes_down"_s)));
    // The whole plan.
    QVERIFY(isUnknown(cell(table, 1, u"server"_s)));
    QCOMPARE(words(table, 1, u"severity"_s), u"warning"_s);
    // Both findings about one server, the worst of them first to see.
    QCOMPARE(words(table, 2, u"server"_s), u"OLD"_s);
    QCOMPARE(words(table, 2, u"severity"_s), u"blocking"_s);
    QCOMPARE(std::get<QStringList>(cell(table, 2, u"findings"_s)).size(), 2);
    QVERIFY(isUnknown(cell(table, 2, u"before"_s)));
    QVERIFY(isUnknown(cell(table, 2, u"goes_down"_s)));
}

void TestChangeReports::emptyOnesHaveColumns()
{
    for (const Table& table : {report::activity({}), report::plan({}, {})}) {
        QVERIFY(table.rows.empty());
        QVERIFY(table.columns.size() > 10);
        QVERIFY(!report::essential(table).columns.empty());
    }
}

QTEST_GUILESS_MAIN(TestChangeReports)
#include "tst_report_changes.moc"
