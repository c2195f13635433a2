#include "core/base/Clock.h"

#include <QtTest>

#include <future>
#include <thread>

using namespace std::chrono_literals;
using hvgpu::base::SystemClock;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sleepsForTheWholeDuration()
    {
        SystemClock clock;
        const auto before = clock.steadyNow();
        QVERIFY(clock.sleepFor(20ms, {}));
        QVERIFY(clock.steadyNow() - before >= 20ms);
    }

    void doesNotSleepWhenAlreadyStopped()
    {
        SystemClock clock;
        std::stop_source source;
        source.request_stop();
        const auto before = clock.steadyNow();
        QVERIFY(!clock.sleepFor(1h, source.get_token()));
        QVERIFY(clock.steadyNow() - before < 1min);
    }

    void wakesUpOnStop()
    {
        SystemClock clock;
        std::stop_source source;
        const auto before = clock.steadyNow();
        bool whole = true;
        std::jthread sleeper([&] { whole = clock.sleepFor(1h, source.get_token()); });
        source.request_stop();
        sleeper.join();
        QVERIFY(!whole);
        QVERIFY(clock.steadyNow() - before < 1min);
    }

    /// The stop may come before the sleep, while it begins, and in it.
    void everyStopEndsTheSleep()
    {
        const SystemClock clock;
        for (int i = 0; i < 200; ++i) {
            std::stop_source source;
            std::promise<void> ended;
            std::jthread sleeper([&ended, token = source.get_token()] {
                SystemClock().sleepFor(1h, token);
                ended.set_value();
            });
            const auto moment = clock.steadyNow() + std::chrono::microseconds(2 * i);
            while (clock.steadyNow() < moment)
                std::this_thread::yield();
            source.request_stop();
            if (ended.get_future().wait_for(60s) != std::future_status::ready)
                qFatal("sleep %d does not end", i);
        }
    }

    void zeroAndNegativeReturnAtOnce()
    {
        SystemClock clock;
        QVERIFY(clock.sleepFor(0ms, {}));
        QVERIFY(clock.sleepFor(-5s, {}));
    }

    void wallClockIsInThisCentury()
    {
        const auto year =
            std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(SystemClock().now())).year();
        QVERIFY(year >= std::chrono::year(2024));
        QVERIFY(year < std::chrono::year(2100));
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_base_clock.moc"
