#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace hvgpu::bench {

/// Measures how long the GUI thread is away from its event loop: the longest gap between beats of a timer
/// that fires whenever it can.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_over16 += static_cast<double>(m_since.nsecsElapsed()) / 1e6 > 16.0 ? 1 : 0;
            m_since.restart();
        });
    }
    void start()
    {
        m_longest = 0;
        m_over16 = 0;
        m_since.start();
        m_timer.start(1);
    }
    void stop() { m_timer.stop(); }
    [[nodiscard]] double longestMs() const { return m_longest; }
    [[nodiscard]] int over16() const { return m_over16; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    int m_over16 = 0;
};

} // namespace hvgpu::bench
