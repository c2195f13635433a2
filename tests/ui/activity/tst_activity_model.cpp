#include "tests/ui/activity/ActivitySamples.h"
#include "ui/activity/ActivityFace.h"
#include "ui/activity/ActivityModel.h"
#include "ui/activity/DescribeActivity.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace hvgpu;
using namespace Qt::StringLiterals;
using operations::Outcome;
using ui::ActivityFilter;
using ui::ActivityModel;

namespace {

base::Error errorOf(base::ErrorCode code)
{
    base::Error error;
    error.code = code;
    error.operation = u"Put"_s;
    error.host = u"hv02"_s;
    return error;
}

struct Tree
{
    Tree()
        : tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        model.setNow([] { return tests::activityNow(); });
    }
    void show(std::initializer_list<operations::Activity> activities)
    {
        ActivityModel::Activities all;
        for (const operations::Activity& activity : activities)
            all.push_back(tests::share(activity));
        model.show(all);
    }
    [[nodiscard]] QModelIndex at(std::initializer_list<int> rows, int column = 0) const
    {
        QModelIndex index;
        for (const int row : rows)
            index = model.index(row, 0, index);
        return index.siblingAtColumn(column);
    }
    [[nodiscard]] QString text(std::initializer_list<int> rows, int column) const
    {
        return at(rows, column).data().toString();
    }

    ActivityModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestActivityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void activityTargetStepAndCall()
    {
        Tree tree;
        tree.show({tests::countSet(u"one"_s)});
        QCOMPARE(tree.model.rowCount(), 1);
        QCOMPARE(tree.text({0}, ActivityModel::State), u"Succeeded"_s);
        QCOMPARE(tree.text({0}, ActivityModel::Server), u"hv02"_s);
        QCOMPARE(tree.text({0}, ActivityModel::By), u"admin@desk"_s);
        QCOMPARE(tree.text({0}, ActivityModel::Progress), u"1 of 1"_s);
        QCOMPARE(tree.text({0}, ActivityModel::Duration), u"2 seconds"_s);
        QCOMPARE(tree.text({0, 0}, ActivityModel::What), u"NVIDIA A2"_s);
        QCOMPARE(tree.text({0, 0, 0}, ActivityModel::What), u"Set the partition count from 4 to 8"_s);
        QCOMPARE(tree.text({0, 0, 0}, ActivityModel::State), u"Done"_s);
        QCOMPARE(tree.text({0, 0, 0, 0}, ActivityModel::What), u"Invoke Something – NVIDIA A2"_s);
        QCOMPARE(tree.text({0, 0, 0, 0}, ActivityModel::State), u"4096, job completed"_s);
        QCOMPARE(tree.at({0}, ActivityModel::State).data(ui::IconNameRole).toString(), u"done"_s);
    }

    void onlyTheRowsThatChangedAreToldOf()
    {
        Tree tree;
        operations::Activity work = tests::assigning(u"one"_s);
        tree.show({work, tests::countSet(u"two"_s)});
        QSignalSpy changed(&tree.model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&tree.model, &QAbstractItemModel::rowsInserted);
        work.targets[0].state = operations::TargetProgress::State::Running;
        work.targets[0].step = 0;
        work.targets[0].percent = 50;
        tree.show({work, tests::countSet(u"two"_s)});
        QSet<QString> keys;
        for (const QList<QVariant>& one : changed)
            keys.insert(one.first().toModelIndex().data(ui::RowKeyRole).toString());
        const QSet<QString> expected{tree.at({0}).data(ui::RowKeyRole).toString(),
                                     tree.at({0, 0}).data(ui::RowKeyRole).toString(),
                                     tree.at({0, 0, 0}).data(ui::RowKeyRole).toString()};
        QCOMPARE(keys, expected);
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(tree.at({0, 0, 0}).data(ui::ProgressRole).toInt(), 50);
        QCOMPARE(tree.at({0}).data(ui::ProgressRole).toInt(), 8); // a sixth of the first of two
    }

    void callsAndPuttingBackAreAdded()
    {
        Tree tree;
        operations::Activity work = tests::assigning(u"one"_s);
        tree.show({work});
        QCOMPARE(tree.model.rowCount(tree.at({0, 0})), 3);
        tests::finishSteps(work, 0);
        work.targets[0].report.steps.back().done = false;
        work.targets[0].report.steps.back().error = errorOf(base::ErrorCode::JobFailed);
        operations::StepReport undo;
        undo.done = true;
        undo.calls.push_back({u"Invoke Start"_s, u"cad-01"_s, std::chrono::milliseconds(5), u"0"_s});
        work.targets[0].report.undo.push_back(undo);
        tests::end(work, 0, Outcome::PutBack);
        tree.show({work});
        QCOMPARE(tree.model.rowCount(tree.at({0, 0})), 4);
        QCOMPARE(tree.text({0, 0, 2}, ActivityModel::State), u"Failed"_s);
        QCOMPARE(tree.text({0, 0, 3}, ActivityModel::What), u"Put back as it was"_s);
        QCOMPARE(tree.text({0, 0, 3, 0}, ActivityModel::State), u"0"_s);
        QCOMPARE(tree.text({0, 0}, ActivityModel::State), u"Put back"_s);
        QCOMPARE(tree.model.placeAt(tree.at({0, 0, 3, 0})).call, 0);
    }

    void newestComesFirstAndGoneOnesLeave()
    {
        Tree tree;
        tree.show({tests::countSet(u"a"_s)});
        tree.show({tests::assigning(u"b"_s), tests::countSet(u"a"_s)});
        QCOMPARE(tree.at({0}).data(ui::ActivityIdRole).toString(), u"b"_s);
        tree.show({tests::countSet(u"a"_s), tests::assigning(u"b"_s)}); // begun anew
        QCOMPARE(tree.at({0}).data(ui::ActivityIdRole).toString(), u"a"_s);
        QCOMPARE(tree.model.rowCount(), 2);
        tree.show({tests::assigning(u"b"_s)});
        QCOMPARE(tree.model.rowCount(), 1);
    }

    void keysLeadBackToTheirRows()
    {
        Tree tree;
        tree.show({tests::assigning(u"x"_s), tests::countSet(u"x1"_s)}); // one id begins with the other
        const std::initializer_list<std::initializer_list<int>> places{
            {0}, {1}, {1, 0}, {1, 0, 0}, {1, 0, 0, 0}};
        for (const auto& place : places) {
            const QModelIndex row = tree.at(place);
            QVERIFY(row.isValid());
            QCOMPARE(tree.model.indexOfKey(row.data(ui::RowKeyRole).toString()), row);
        }
        QVERIFY(!tree.model.indexOfKey(u"activity:none"_s).isValid());
    }

    void filters_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<int>("result");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QStringList>("ids");
        using Period = ActivityFilter::Period;
        using Result = ActivityFilter::Result;
        const auto row = [](const char* name, Period period, Result result, const QString& host,
                            const QStringList& ids) {
            QTest::newRow(name) << static_cast<int>(period) << static_cast<int>(result) << host << ids;
        };
        row("all", Period::All, Result::All, {}, {u"run"_s, u"good"_s, u"bad"_s, u"back"_s, u"old"_s});
        row("today", Period::Today, Result::All, {}, {u"run"_s, u"good"_s});
        row("week", Period::Week, Result::All, {}, {u"run"_s, u"good"_s, u"bad"_s});
        row("month", Period::Month, Result::All, {}, {u"run"_s, u"good"_s, u"bad"_s, u"back"_s});
        row("under way", Period::All, Result::UnderWay, {}, {u"run"_s});
        row("succeeded", Period::All, Result::Succeeded, {}, {u"good"_s, u"old"_s});
        row("not succeeded", Period::All, Result::NotSucceeded, {}, {u"bad"_s});
        row("put back", Period::All, Result::PutBack, {}, {u"back"_s});
        row("server", Period::All, Result::All, u"hv01"_s, {u"run"_s});
    }

    void filters()
    {
        QFETCH(int, period);
        QFETCH(int, result);
        QFETCH(QString, host);
        QFETCH(QStringList, ids);
        operations::Activity running = tests::assigning(u"run"_s);
        running.startedAt =
            tests::activityNow().addDays(-400); // what is under way is never hidden by its age
        operations::Activity bad = tests::countSet(u"bad"_s);
        tests::end(bad, 0, Outcome::Failed);
        bad.startedAt = tests::activityNow().addDays(-5);
        operations::Activity back = tests::countSet(u"back"_s);
        tests::end(back, 0, Outcome::Cancelled);
        back.startedAt = tests::activityNow().addDays(-20);
        operations::Activity old = tests::countSet(u"old"_s);
        old.startedAt = tests::activityNow().addDays(-300);
        Tree tree;
        tree.show({running, tests::countSet(u"good"_s), bad, back, old});
        ActivityFilter filter;
        filter.period = static_cast<ActivityFilter::Period>(period);
        filter.result = static_cast<ActivityFilter::Result>(result);
        filter.host = model::HostId(host);
        tree.model.setFilter(filter);
        QStringList shown;
        for (int row = 0; row < tree.model.rowCount(); ++row)
            shown.append(tree.at({row}).data(ui::ActivityIdRole).toString());
        QCOMPARE(shown, ids);
        QCOMPARE(tree.model.shown().size(), static_cast<std::size_t>(ids.size()));
    }

    void theScopeOfTheFleetTreeCounts()
    {
        Tree tree;
        tree.show({tests::assigning(u"one"_s), tests::countSet(u"two"_s)});
        ui::Scope scope;
        scope.kind = ui::Scope::Kind::Host;
        scope.host = model::HostId(u"hv02"_s);
        QVERIFY(!tree.model.inScope(tree.at({0}), scope));
        QVERIFY(tree.model.inScope(tree.at({1, 0}), scope));
        QCOMPARE(tree.model.contentState(scope).items, 1);
        scope.kind = ui::Scope::Kind::Entry;
        scope.entry = model::EntryId(u"hv0"_s); // an id is not another one's beginning
        QCOMPARE(tree.model.contentState(scope).items, 0);
        QVERIFY(!tree.model.contentState(scope).whenEmpty.isEmpty());
    }

    void anEmptyListSaysWhatWillBeThere()
    {
        Tree tree;
        QVERIFY(tree.model.contentState({}).whenEmpty.contains(u"appear here"_s));
        tree.show({tests::countSet(u"one"_s)});
        QVERIFY(tree.model.contentState({}).whenEmpty.isEmpty());
        ActivityFilter filter;
        filter.result = ActivityFilter::Result::UnderWay;
        tree.model.setFilter(filter);
        QVERIFY(tree.model.contentState({}).whenEmpty.contains(u"No change matches"_s));
    }

    void interruptedTargetsSaySo()
    {
        Tree tree;
        operations::Activity cut = tests::assigning(u"one"_s);
        cut.state = operations::ActivityState::Interrupted;
        cut.targets[0].state = operations::TargetProgress::State::Running;
        cut.targets[0].step = 1;
        tree.show({cut});
        QCOMPARE(tree.text({0}, ActivityModel::State), u"Interrupted"_s);
        QCOMPARE(tree.text({0, 0}, ActivityModel::State), u"Interrupted"_s);
        QCOMPARE(tree.text({0, 1}, ActivityModel::State), u"Not started"_s);
        QVERIFY(!tree.at({0, 0}).data(ui::ProgressRole).isValid());
    }

    void oddNamesStayPlainText()
    {
        Tree tree;
        operations::Activity odd = tests::assigning(u"one"_s);
        odd.plan.targets[0].name = u"<b>\"cad\"</b> & 日本"_s;
        tree.show({odd});
        QCOMPARE(tree.text({0, 0}, ActivityModel::What), odd.plan.targets[0].name);
        const QString tip = tree.at({0, 0}).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"&lt;b&gt;"_s), qUtf8Printable(tip));
    }

    void detailsOfEveryKindOfRow()
    {
        Tree tree;
        operations::Activity bad = tests::countSet(u"one"_s);
        bad.targets[0].report.steps[0].done = false;
        bad.targets[0].report.steps[0].error = errorOf(base::ErrorCode::AccessDenied);
        bad.targets[0].report.error = bad.targets[0].report.steps[0].error;
        tests::end(bad, 0, Outcome::Failed);
        tree.show({bad});
        const auto details = [&tree](std::initializer_list<int> rows) {
            return ui::activityDetails(tree.model, {tree.at(rows)});
        };
        QCOMPARE(details({0}).value(u"activityId"_s), u"one"_s);
        QCOMPARE(details({0}).value(u"servers"_s), u"hv02"_s);
        QCOMPARE(details({0, 0}).value(u"targetState"_s), u"Failed"_s);
        QVERIFY(!details({0, 0}).value(u"errorTitle"_s).isEmpty());
        QCOMPARE(details({0, 0, 0}).value(u"number"_s), u"1 of 1"_s);
        QVERIFY(!details({0, 0, 0}).value(u"errorTitle"_s).isEmpty());
        QCOMPARE(details({0, 0, 0, 0}).value(u"operation"_s), u"Invoke Something"_s);
        QCOMPARE(details({0, 0, 0, 0}).value(u"result"_s), u"4096, job completed"_s);
        QVERIFY(ui::activityDetails(tree.model, {}).isEmpty());
        const auto several = ui::activityDetails(tree.model, {tree.at({0}), tree.at({0, 0})});
        QVERIFY(several.title.contains(u'2'));
    }
};

QTEST_MAIN(TestActivityModel)
#include "tst_activity_model.moc"
