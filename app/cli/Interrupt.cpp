#include "app/cli/Interrupt.h"

#include "app/cli/InterruptSignals.h"

#include <chrono>

namespace hvgpu::cli {

Interrupt::Interrupt(EndsAtOnce ends)
{
    using namespace std::chrono_literals;
    signals::listen(ends == EndsAtOnce::ThirdTime ? 2 : 1);
    // A handler may do next to nothing, and a pipe to wake the event loop differs between systems.
    connect(&m_timer, &QTimer::timeout, this, &Interrupt::look);
    m_timer.start(50ms);
}

Interrupt::~Interrupt()
{
    signals::stopListening();
}

bool Interrupt::isRequested() const
{
    return signals::count() != 0;
}

void Interrupt::look()
{
    const int signalled = signals::count();
    if (signalled > 0 && m_stop.request_stop())
        Q_EMIT requested();
    if (signalled > 1) {
        m_timer.stop();
        Q_EMIT requestedAgain();
    }
}

} // namespace hvgpu::cli
