#include "core/fleet/FirstLooks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using namespace std::chrono_literals;
using fleet::FirstLooks;

namespace {

fleet::FirstLookAt lookAt(const QString& host)
{
    return {model::HostId(host), std::make_shared<const model::FirstLook>()};
}

} // namespace

class tst_fleet_first_looks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptUntilDue()
    {
        FirstLooks looks(1s);
        const FirstLooks::Time start;
        QVERIFY(!looks.nextIn(start));
        looks.add(lookAt(u"a"_s), start);
        looks.add(lookAt(u"b"_s), start + 300ms);
        looks.add(lookAt(u"c"_s), start + 400ms);
        QCOMPARE(looks.nextIn(start + 300ms).value(), 700ms);
        QVERIFY(looks.takeDue(start + 999ms).empty());
        looks.drop(model::HostId(u"b"_s));
        const auto due = looks.takeDue(start + 1s);
        QCOMPARE(due.size(), 1U);
        QCOMPARE(due[0].host, model::HostId(u"a"_s));
        QCOMPARE(looks.nextIn(start + 1s).value(), 400ms);
        QCOMPARE(looks.nextIn(start + 5s).value(), 0ms);
        QCOMPARE(looks.takeDue(start + 5s).size(), 1U);
        QVERIFY(!looks.nextIn(start + 5s));
    }
    void aNewLookReplacesTheOld()
    {
        FirstLooks looks(1s);
        const FirstLooks::Time start;
        looks.add(lookAt(u"a"_s), start);
        looks.add(lookAt(u"a"_s), start + 500ms);
        QVERIFY(looks.takeDue(start + 1s).empty());
        QCOMPARE(looks.takeDue(start + 1500ms).size(), 1U);
    }
};

QTEST_GUILESS_MAIN(tst_fleet_first_looks)
#include "tst_fleet_first_looks.moc"
