#include "app/cli/InterruptSignals.h"

#include <csignal>

namespace hvgpu::cli::signals {
namespace {

volatile std::sig_atomic_t received = 0;
volatile std::sig_atomic_t expected = 1;

extern "C" void onSignal(int number)
{
    received = received + 1;
    if (received >= expected)
        std::signal(number, SIG_DFL);
}

} // namespace

void listen(int handled)
{
    expected = handled;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

void stopListening()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

int count()
{
    return received;
}

} // namespace hvgpu::cli::signals
