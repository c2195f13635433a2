#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace hvgpu::bench {

/// Measures how long the GUI thread is away from its event loop: the longest gap between beats of a timer
/// that fires whenever it can, and how much of the thread's own processor time went into the busiest gap (the
/// rest is waiting for a processor that others have).
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double gap = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
            const double processor = processorMs();
            m_longest = std::max(m_longest, gap);
            m_over16 += gap > 16.0 ? 1 : 0;
            m_busiest = std::max(m_busiest, processor - m_processor);
            m_busyOver16 += processor - m_processor > 16.0 ? 1 : 0;
            m_processor = processor;
            m_since.restart();
        });
    }
    void start()
    {
        m_longest = 0;
        m_over16 = 0;
        m_busiest = 0;
        m_busyOver16 = 0;
        m_processor = processorMs();
        m_since.start();
        m_timer.start(1);
    }
    void stop() { m_timer.stop(); }
    [[nodiscard]] double longestMs() const { return m_longest; }
    [[nodiscard]] int over16() const { return m_over16; }
    [[nodiscard]] double busiestMs() const { return m_busiest; }
    [[nodiscard]] int busyOver16() const { return m_busyOver16; }

private:
    static double processorMs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    double m_busiest = 0;
    double m_processor = 0;
    int m_busyOver16 = 0;
    int m_over16 = 0;
};

} // namespace hvgpu::bench
