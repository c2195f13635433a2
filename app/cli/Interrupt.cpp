#include "app/cli/Interrupt.h"

#include <chrono>
#include <csignal>

namespace hvgpu::cli {
namespace {

volatile std::sig_atomic_t signalled = 0;

extern "C" void onSignal(int number)
{
    signalled = 1;
    std::signal(number, SIG_DFL);
}

} // namespace

Interrupt::Interrupt()
{
    using namespace std::chrono_literals;
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
    if (signalled == 0 || m_stop.stop_requested())
        return;
    m_timer.stop();
    m_stop.request_stop();
    Q_EMIT requested();
}

} // namespace hvgpu::cli
