#include "app/cli/PlanFile.h"
#include "core/operations/PlanJson.h"
#include "core/operations/Planner.h"
#include "tests/core/operations/FleetOf.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace hvgpu;

namespace {

operations::Plan somePlan()
{
    test::FleetOf fleet;
    fleet.host(u"h1"_s).gpu(u"1"_s, 4).vm(u"V1"_s, model::PowerState::Running);
    operations::AssignRequest request;
    request.host = model::HostId(u"h1"_s);
    request.vms = {model::VmId(u"V1"_s)};
    return operations::plan(
        request, fleet.build(),
        {QUuid::createUuid().toString(QUuid::WithoutBraces), QDateTime::currentDateTimeUtc()});
}

} // namespace

class tst_plan_file : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansComeBack_data();
    void plansComeBack();
    void whatIsNoPlanIsRefused_data();
    void whatIsNoPlanIsRefused();
    void missingFile();
};

void tst_plan_file::plansComeBack_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one") << 1;
    QTest::newRow("several") << 3;
}

void tst_plan_file::plansComeBack()
{
    QFETCH(int, count);
    std::vector<operations::Plan> plans;
    for (int i = 0; i < count; ++i)
        plans.push_back(somePlan());
    const auto read = cli::plansFromJson(cli::plansToJson(plans));
    QVERIFY2(read, read ? "" : qPrintable(base::describe(read.error())));
    QCOMPARE(read->size(), plans.size());
    for (std::size_t i = 0; i < plans.size(); ++i)
        QCOMPARE(toJson(read->at(i)), toJson(plans.at(i)));
}

void tst_plan_file::whatIsNoPlanIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const operations::Plan plan = somePlan();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{ plan");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("something else") << QByteArray("{}");
    QTest::newRow("no plans") << QByteArray(R"({"format": "hvgpu-plans", "version": 1, "plans": []})");
    QTest::newRow("of the future") << QByteArray(R"({"format": "hvgpu-plans", "version": 2, "plans": []})");
    QTest::newRow("the same twice") << cli::plansToJson({plan, plan});
    QTest::newRow("cut off") << cli::plansToJson({plan}).chopped(20);
}

void tst_plan_file::whatIsNoPlanIsRefused()
{
    QFETCH(QByteArray, json);
    const auto plans = cli::plansFromJson(json);
    QVERIFY(!plans);
    QCOMPARE(plans.error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(!plans.error().detail.isEmpty());
}

void tst_plan_file::missingFile()
{
    const QTemporaryDir folder;
    const auto plans = cli::readPlans(folder.filePath(u"none.json"_s));
    QVERIFY(!plans);
    QCOMPARE(plans.error().code, base::ErrorCode::NotFound);
    QVERIFY(plans.error().target.endsWith(u"none.json"_s));
}

QTEST_GUILESS_MAIN(tst_plan_file)
#include "tst_plan_file.moc"
