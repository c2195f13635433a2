#pragma once

#include <QObject>
#include <QTimer>

#include <stop_token>

namespace hvgpu::cli {

/// Turns Ctrl+C (SIGINT) and SIGTERM into a stop request. A second one ends the program at once.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    Interrupt();
    ~Interrupt() override;

    /// Also true right after the signal, before requested() is emitted.
    [[nodiscard]] bool isRequested() const;
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

Q_SIGNALS:
    void requested();

private:
    void look();

    std::stop_source m_stop;
    QTimer m_timer;
};

} // namespace hvgpu::cli
