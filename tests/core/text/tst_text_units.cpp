#include "core/text/Units.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace hvgpu;
using analysis::Meaning;
using analysis::Quantity;

class TestUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void bytes_data();
    void bytes();
    void exactBytesKeepEveryDigit();
    void otherLocales();
    void quantities();
    void occupancies();
    void ages_data();
    void ages();
};

void TestUnits::bytes_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << quint64{0} << u"0 MB"_s;
    QTest::newRow("odd few") << quint64{1000} << u"1,000 bytes"_s;
    QTest::newRow("one megabyte") << quint64{1'048'576} << u"1 MB"_s;
    QTest::newRow("half a gigabyte") << quint64{536'870'912} << u"512 MB"_s;
    QTest::newRow("a sixteenth of an A2") << quint64{995'622'912} << u"949.5 MB"_s;
    QTest::newRow("rounds up to the next unit") << quint64{1'073'741'823} << u"1 GB"_s;
    QTest::newRow("an eighth of an A2, as documented") << quint64{1'991'245'824} << u"1.85 GB"_s;
    QTest::newRow("an A2") << quint64{15'929'966'592} << u"14.84 GB"_s;
    QTest::newRow("whole") << quint64{17'179'869'184} << u"16 GB"_s;
    QTest::newRow("tenth") << quint64{12'455'405'158} << u"11.6 GB"_s;
    QTest::newRow("terabyte") << quint64{1'649'267'441'664} << u"1.5 TB"_s;
}

void TestUnits::bytes()
{
    QFETCH(quint64, value);
    QTEST(text::bytes(value), "expected");
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QTEST(text::bytes(value, text::Language::English), "expected"); // in files, whoever writes them
}

void TestUnits::exactBytesKeepEveryDigit()
{
    QCOMPARE(text::exactBytes(1'991'245'824), u"1,991,245,824 bytes"_s);
    QCOMPARE(text::exactBytes(std::numeric_limits<std::uint64_t>::max()),
             u"18,446,744,073,709,551,615 bytes"_s);
    QCOMPARE(text::exactBytes((1ULL << 53U) + 1), u"9,007,199,254,740,993 bytes"_s);
}

void TestUnits::otherLocales()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(text::bytes(1'991'245'824), u"1,85 GB"_s);
    QCOMPARE(text::bytes(17'179'869'184), u"16 GB"_s);
    QVERIFY(text::exactBytes(1'991'245'824).startsWith(u"1.991.245.824"_s));
}

void TestUnits::quantities()
{
    using text::Unit;
    QCOMPARE(text::quantity(Quantity{}, Unit::Bytes), u"not reported"_s);
    QCOMPARE(text::quantity(Quantity{Meaning::Scale, 500'000'000}, Unit::Bytes), u"50 % of the GPU"_s);
    QCOMPARE(text::quantity(Quantity{Meaning::Scale, 333'333'333}, Unit::Gflops), u"33.33 % of the GPU"_s);
    QCOMPARE(text::quantity(Quantity{Meaning::Scale, 1'000'000'000}, Unit::Bytes), u"100 % of the GPU"_s);
    QCOMPARE(text::quantity(Quantity{Meaning::Amount, 1'991'245'824}, Unit::Bytes), u"1.85 GB"_s);
    QCOMPARE(text::quantity(Quantity{Meaning::Amount, 1024}, Unit::Gflops), u"1,024 GFLOPS"_s);
    QCOMPARE(text::quantity(Quantity{Meaning::Amount, 16}, Unit::Blocks540p60), u"16 × 540p60"_s);
    QCOMPARE(text::quantity(Quantity{Meaning::Amount, 0}, Unit::Bytes), u"0 MB"_s);
}

void TestUnits::occupancies()
{
    analysis::Occupancy occupancy;
    occupancy.total = 8;
    occupancy.running = 2;
    occupancy.resolvedAtStart = 1;
    QCOMPARE(text::occupancy(occupancy), u"3 of 8"_s);
    const QString spoken = text::occupancySpoken(occupancy);
    QVERIFY2(spoken.contains(u"3 of 8"_s) && spoken.contains(u"2 to running"_s) && spoken.contains(u"1 to"_s),
             qPrintable(spoken));
    occupancy.total.reset();
    QCOMPARE(text::occupancy(occupancy), u"3 of ?"_s);
    QVERIFY(text::occupancySpoken(occupancy).contains(u"not reported"_s));
}

void TestUnits::ages_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("clock set back") << qint64{-100} << u"just now"_s;
    QTest::newRow("now") << qint64{9} << u"just now"_s;
    QTest::newRow("seconds") << qint64{59} << u"59 seconds ago"_s;
    QTest::newRow("minutes") << qint64{300} << u"5 minutes ago"_s;
    QTest::newRow("hours") << qint64{3600 * 23} << u"23 hours ago"_s;
    QTest::newRow("days") << qint64{86'400 * 2 + 5} << u"2 days ago"_s;
    QTest::newRow("very long") << std::numeric_limits<qint64>::max() << u"2147483647 days ago"_s;
}

void TestUnits::ages()
{
    QFETCH(qint64, seconds);
    QTEST(text::age(std::chrono::seconds(seconds)), "expected");
}

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_text_units.moc"
