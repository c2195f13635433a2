#pragma once

/// How the system says that a program shall end: InterruptSignalsPosix.cpp and InterruptSignalsWindows.cpp.
namespace hvgpu::cli::signals {

/// Counts what asks the program to end, until @p handled of them have come; the next one ends it at once.
void listen(int handled);
/// Back to the system's own way of dealing with them.
void stopListening();
[[nodiscard]] int count();

} // namespace hvgpu::cli::signals
