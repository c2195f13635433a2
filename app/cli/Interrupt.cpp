#include "app/cli/Interrupt.h"

#include <chrono>
#include <csignal>

namespace hvgpu::cli {
namespace {

volatile std::sig_atomic_t signalled = 0;
volatile std::sig_atomic_t handled = 1; // signals until the system's own way of dealing with them is back

extern "C" void onSignal(int number)
{
    signalled = signalled + 1;
    // Windows has reset it by now, other systems have not.
    std::signal(number, signalled < handled ? onSignal : SIG_DFL);
}

} // namespace

Interrupt::Interrupt(EndsAtOnce ends)
{
    using namespace std::chrono_literals;
    handled = ends == EndsAtOnce::ThirdTime ? 2 : 1;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    // A handler may do next to nothing, and a pipe to wake the event loop differs between systems.
    connect(&m_timer, &QTimer::timeout, this, &Interrupt::look);
    m_timer.start(50ms);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

bool Interrupt::isRequested() const
{
    return signalled != 0;
}

void Interrupt::look()
{
    if (signalled > 0 && m_stop.request_stop())
        Q_EMIT requested();
    if (signalled > 1) {
        m_timer.stop();
        Q_EMIT requestedAgain();
    }
}

} // namespace hvgpu::cli
