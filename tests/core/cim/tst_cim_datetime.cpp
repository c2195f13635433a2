#include "core/cim/DateTime.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using hvgpu::cim::DateTime;
using Micros = std::chrono::microseconds;

namespace {

DateTime at(qint64 micros)
{
    return DateTime::timestamp(std::chrono::sys_time<Micros>(Micros(micros)));
}

constexpr qint64 second = 1'000'000;
constexpr qint64 day = 86'400 * second;
constexpr qint64 year1601 = -11'644'473'600 * second;
constexpr qint64 year2025 = 1'736'424'000 * second; // 2025-01-09T12:00:00Z

} // namespace

class TestDateTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timestamps_data()
    {
        QTest::addColumn<QString>("cim");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("epoch") << u"19700101000000.000000+000"_s << u"1970-01-01T00:00:00Z"_s << qint64(0);
        QTest::newRow("never") << u"16010101000000.000000+000"_s << u"1601-01-01T00:00:00Z"_s << year1601;
        QTest::newRow("before 1970") << u"19691231235959.999999+000"_s << u"1969-12-31T23:59:59.999999Z"_s
                                     << qint64(-1);
        QTest::newRow("noon") << u"20250109120000.000000+000"_s << u"2025-01-09T12:00:00Z"_s << year2025;
        QTest::newRow("fraction") << u"20250109120000.700000+000"_s << u"2025-01-09T12:00:00.7Z"_s
                                  << year2025 + 700'000;
        QTest::newRow("one microsecond")
            << u"20250109120000.000001+000"_s << u"2025-01-09T12:00:00.000001Z"_s << year2025 + 1;
        QTest::newRow("leap day") << u"20240229000000.000000+000"_s << u"2024-02-29T00:00:00Z"_s
                                  << 19'782 * day;
        QTest::newRow("last") << u"99991231235959.999999+000"_s << u"9999-12-31T23:59:59.999999Z"_s
                              << 253'402'300'799 * second + 999'999;
        QTest::newRow("year 0") << u"00000101000000.000000+000"_s << u"0000-01-01T00:00:00Z"_s
                                << -62'167'219'200 * second;
    }
    void timestamps()
    {
        QFETCH(QString, cim);
        QFETCH(QString, iso);
        QFETCH(qint64, micros);
        const auto fromCim = DateTime::fromCim(cim);
        const auto fromIso = DateTime::fromIso(iso);
        QVERIFY(fromCim && fromIso);
        QVERIFY(!fromCim->isInterval());
        QCOMPARE(qint64(fromCim->microseconds().count()), micros);
        QCOMPARE(qint64(fromIso->microseconds().count()), micros);
        QCOMPARE(at(micros).toCim(), cim);
        QCOMPARE(at(micros).toIso(), iso);
        QVERIFY(*fromCim == at(micros));
    }

    void offsetsAndWildcards_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("east") << u"20250109120000.000000+060"_s << u"2025-01-09T11:00:00Z"_s;
        QTest::newRow("west") << u"20250109120000.000000-300"_s << u"2025-01-09T17:00:00Z"_s;
        QTest::newRow("over midnight") << u"20250101001500.000000+330"_s << u"2024-12-31T18:45:00Z"_s;
        QTest::newRow("minus zero") << u"20250109120000.000000-000"_s << u"2025-01-09T12:00:00Z"_s;
        QTest::newRow("only a date") << u"20250109******.******+***"_s << u"2025-01-09T00:00:00Z"_s;
        QTest::newRow("only a year") << u"2025**********.******+000"_s << u"2025-01-01T00:00:00Z"_s;
        QTest::newRow("no microseconds") << u"20250109120000.******+000"_s << u"2025-01-09T12:00:00Z"_s;
        QTest::newRow("milliseconds") << u"20250109120000.123***+000"_s << u"2025-01-09T12:00:00.123Z"_s;
    }
    void offsetsAndWildcards()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto read = DateTime::fromCim(text);
        QVERIFY(read);
        QCOMPARE(read->toIso(), utc);
    }

    void isoForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cim");
        QTest::newRow("offset") << u"2025-12-17T09:55:22.702341+01:00"_s << u"20251217085522.702341+000"_s;
        QTest::newRow("west") << u"2025-12-17T09:55:22-05:30"_s << u"20251217152522.000000+000"_s;
        QTest::newRow("no zone") << u"2025-12-17T09:55:22"_s << u"20251217095522.000000+000"_s;
        QTest::newRow("date only") << u"2025-12-17"_s << u"20251217000000.000000+000"_s;
        QTest::newRow("too fine") << u"2025-12-17T09:55:22.1234567899999999999999Z"_s
                                  << u"20251217095522.123456+000"_s;
        QTest::newRow("blanks") << u" \n2025-12-17T09:55:22Z "_s << u"20251217095522.000000+000"_s;
        QTest::newRow("interval") << u"P0DT0H30M0S"_s << u"00000000003000.000000:000"_s;
        QTest::newRow("captured interval") << u"P0DT0H0M0.014947S"_s << u"00000000000000.014947:000"_s;
        QTest::newRow("days only") << u"P3D"_s << u"00000003000000.000000:000"_s;
        QTest::newRow("seconds only") << u"PT90S"_s << u"00000000000130.000000:000"_s;
        QTest::newRow("hours over a day") << u"PT25H"_s << u"00000001010000.000000:000"_s;
        QTest::newRow("no years") << u"P0Y0M1DT0H0M0S"_s << u"00000001000000.000000:000"_s;
        QTest::newRow("longest") << u"P99999999DT23H59M59.999999S"_s << u"99999999235959.999999:000"_s;
    }
    void isoForms()
    {
        QFETCH(QString, text);
        QFETCH(QString, cim);
        const auto read = DateTime::fromIso(text);
        QVERIFY(read);
        QCOMPARE(read->toCim(), cim);
        const auto again = DateTime::fromCim(cim);
        QVERIFY(again);
        QVERIFY(*read == *again);
    }

    void intervals()
    {
        const auto half = DateTime::fromCim(u"00000000003000.000000:000");
        QVERIFY(half && half->isInterval());
        QVERIFY(half->microseconds() == std::chrono::minutes(30));
        QCOMPARE(half->toIso(), u"P0DT0H30M0S"_s);
        QVERIFY(!half->toQDateTime().isValid());
        QCOMPARE(DateTime::interval(std::chrono::microseconds(14'947)).toIso(), u"P0DT0H0M0.014947S"_s);
        QVERIFY(DateTime::interval(Micros(0)) != at(0));
    }

    void clampsWhatNoTextCanHold()
    {
        QCOMPARE(at(std::numeric_limits<qint64>::max()).toCim(), u"99991231235959.999999+000"_s);
        QCOMPARE(at(std::numeric_limits<qint64>::min()).toIso(), u"0000-01-01T00:00:00Z"_s);
        QCOMPARE(DateTime::interval(Micros::max()).toCim(), u"99999999235959.999999:000"_s);
        QCOMPARE(DateTime::interval(Micros(-5)).toCim(), u"00000000000000.000000:000"_s);
    }

    void qDateTime()
    {
        const QDateTime time = at(year2025 + 700'999).toQDateTime();
        QCOMPARE(time.timeSpec(), Qt::UTC);
        QCOMPARE(time, QDateTime(QDate(2025, 1, 9), QTime(12, 0, 0, 700), Qt::UTC));
        QCOMPARE(at(-1).toQDateTime(), QDateTime(QDate(1969, 12, 31), QTime(23, 59, 59, 999), Qt::UTC));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* const text : {"",
                                       "2025",
                                       "20250109120000.000000+00",
                                       "20250109120000.000000+0000",
                                       "20250109120000,000000+000",
                                       "20250109120000.000000 000",
                                       "20251309120000.000000+000",
                                       "20250230120000.000000+000",
                                       "20250109240000.000000+000",
                                       "20250109126000.000000+000",
                                       "2025010912000x.000000+000",
                                       "20250109120000.000000+0x0",
                                       "00000000240000.000000:000",
                                       "00000000003000.000000:001",
                                       "2025-01-09T12:00",
                                       "2025-01-09T12:00:00.Z",
                                       "2025-01-09T12:00:00+0100",
                                       "2025-01-09T12:00:00Zx",
                                       "-2025-01-09T12:00:00Z",
                                       "2025-02-29T00:00:00Z",
                                       "12025-01-09T12:00:00Z",
                                       "P",
                                       "PT",
                                       "P1DT",
                                       "P1Y",
                                       "P1M",
                                       "-P1D",
                                       "P1H",
                                       "PT1D",
                                       "P1",
                                       "PT1.5M",
                                       "PT1.S",
                                       "P100000000D",
                                       "P99999999DT24H",
                                       "PT999999999999999999H",
                                       "P99999999999999999999D",
                                       "never"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("arabic digits") << u"\u0662\u0660\u0662\u0665"_s + u"0109120000.000000+000"_s;
    }
    void refused()
    {
        QFETCH(QString, text);
        QVERIFY(!DateTime::fromCim(text));
        QVERIFY(!DateTime::fromIso(text));
    }
};

QTEST_GUILESS_MAIN(TestDateTime)
#include "tst_cim_datetime.moc"
