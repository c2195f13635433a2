#include "core/base/CrashHandler.h"

#include "core/base/CrashText.h"

#include <QFile>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <execinfo.h>
#include <fcntl.h>
#include <string>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hvgpu::base::crash {
namespace {

struct Signal
{
    int number;
    std::string_view name;
};

constexpr std::array signals{Signal{SIGSEGV, "SIGSEGV"}, Signal{SIGBUS, "SIGBUS"}, Signal{SIGFPE, "SIGFPE"},
                             Signal{SIGILL, "SIGILL"}, Signal{SIGABRT, "SIGABRT"}};

/// What the handler needs, made ready before anything happens. Never destroyed: threads may still run then.
struct Ready
{
    std::string path;
    std::string_view heading;
    std::atomic<std::uint64_t> writer = 0; ///< the thread that writes
};

Ready& ready()
{
    static auto* instance = new Ready;
    return *instance;
}

void writeAll(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::uint64_t thisThread()
{
    return static_cast<std::uint64_t>(::syscall(SYS_gettid));
}

bool isMainThread()
{
    return thisThread() == static_cast<std::uint64_t>(::getpid());
}

void record(int number, const siginfo_t* details)
{
    constexpr int ownerOnly = 0600;
    const int file = ::open(ready().path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, ownerOnly);
    if (file < 0)
        return;
    writeAll(file, ready().heading);
    Text text;
    text.add("time: ").time(::time(nullptr)).add("\nsignal: ");
    for (const Signal& known : signals) {
        if (known.number == number)
            text.add(known.name);
    }
    // si_addr means something only when the kernel sent it for a fault.
    if (details->si_code > 0 && number != SIGABRT)
        text.add(", address ").hexadecimal(reinterpret_cast<std::uintptr_t>(details->si_addr));
    text.add(isMainThread() ? "\nthread: main" : "\nthread: worker");
    text.add("\ncalls, innermost first (for addr2line):\n");
    writeAll(file, text.view());
    constexpr int most = 64;
    std::array<void*, most> frames{};
    ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), most), file);
    ::fsync(file);
    ::close(file);
    writeAll(STDERR_FILENO, "Ended unexpectedly. What is known about it: ");
    writeAll(STDERR_FILENO, ready().path);
    writeAll(STDERR_FILENO, "\n");
}

extern "C" void onCrash(int number, siginfo_t* details, void* /*context*/)
{
    std::uint64_t writer = 0;
    if (ready().writer.compare_exchange_strong(writer, thisThread())) {
        record(number, details);
    } else {
        // Another thread that falls meanwhile must not end the process before the file is whole.
        while (writer != thisThread())
            ::pause();
    }
    ::signal(number, SIG_DFL); // NOLINT(cert-err33-c): nothing can be done about it here
    ::raise(number);
}

/// An image of the memory would hold passwords. Collectors that do not ask for the limit get an image of
/// nothing.
void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    const int filter = ::open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter < 0)
        return;
    writeAll(filter, "0");
    ::close(filter);
}

} // namespace

void install(const QString& path, std::string_view heading)
{
    ready().path = QFile::encodeName(path).toStdString();
    ready().heading = heading;
    keepMemoryPrivate();
    std::array<void*, 1> first{};
    ::backtrace(first.data(), 1); // loads what it needs, which a handler must not do
    constexpr std::size_t stackSize = std::size_t(64) * 1024;
    static auto* stack = new std::array<char, stackSize>; // for an overflow of the thread's own
    const stack_t other{stack->data(), 0, stack->size()};
    ::sigaltstack(&other, nullptr);
    struct sigaction action
    {};
    action.sa_sigaction = onCrash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    for (const Signal& signal : signals)
        ::sigaction(signal.number, &action, nullptr);
}

} // namespace hvgpu::base::crash
