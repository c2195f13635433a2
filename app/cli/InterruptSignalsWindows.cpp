#include "app/cli/InterruptSignals.h"

#include <atomic>

#include <windows.h>

namespace hvgpu::cli::signals {
namespace {

std::atomic<int> received = 0;
std::atomic<int> expected = 1;

/// Runs in a thread of the system's.
BOOL WINAPI onEvent(DWORD event)
{
    const int before = received.fetch_add(1);
    if (event != CTRL_CLOSE_EVENT && event != CTRL_SHUTDOWN_EVENT && event != CTRL_LOGOFF_EVENT)
        return before < expected ? TRUE : FALSE;
    // The window is closed or the user signs off: the process ends as soon as this returns, after some
    // seconds at the latest. Whatever can be brought to an end in that time is.
    Sleep(INFINITE);
    return TRUE;
}

} // namespace

void listen(int handled)
{
    expected = handled;
    SetConsoleCtrlHandler(onEvent, TRUE);
}

void stopListening()
{
    SetConsoleCtrlHandler(onEvent, FALSE);
}

int count()
{
    return received;
}

} // namespace hvgpu::cli::signals
