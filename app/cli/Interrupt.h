#pragma once

#include <QObject>
#include <QTimer>

#include <stop_token>

namespace hvgpu::cli {

/// Turns Ctrl+C, and SIGTERM or the closing of the console window, into a stop request.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    /// Which signal the system deals with itself, so that no program can hang on to its terminal.
    enum class EndsAtOnce {
        SecondTime,
        ThirdTime ///< the second one is told with requestedAgain()
    };
    explicit Interrupt(EndsAtOnce ends = EndsAtOnce::SecondTime);
    ~Interrupt() override;

    /// Also true right after the signal, before requested() is emitted.
    [[nodiscard]] bool isRequested() const;
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

Q_SIGNALS:
    void requested();
    void requestedAgain();

private:
    void look();

    std::stop_source m_stop;
    QTimer m_timer;
};

} // namespace hvgpu::cli
