#include "core/base/CrashHandler.h"

#include "core/base/CrashText.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <string>

#include <windows.h>

namespace hvgpu::base::crash {
namespace {

/// What the handler needs, made ready before anything happens. Never destroyed: threads may still run then.
struct Ready
{
    std::wstring path;
    std::string_view heading;
    std::atomic_flag taken = ATOMIC_FLAG_INIT;
};

Ready& ready()
{
    static auto* instance = new Ready;
    return *instance;
}

void writeAll(HANDLE file, std::string_view text)
{
    DWORD written = 0;
    WriteFile(file, text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

/// "C:\…\hvgpu.exe+0x1234"; only the module's name of the path, which may lie in a person's folder.
void addFrame(Text& text, const void* address)
{
    constexpr DWORD flags =
        GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
    HMODULE module = nullptr;
    std::array<char, MAX_PATH> name{};
    if (GetModuleHandleExA(flags, static_cast<const char*>(address), &module) != 0) {
        const std::string_view whole(name.data(), GetModuleFileNameA(module, name.data(), MAX_PATH));
        text.add(whole.substr(whole.find_last_of('\\') + 1)).add("+");
    }
    text.hexadecimal(reinterpret_cast<std::uintptr_t>(address) - reinterpret_cast<std::uintptr_t>(module))
        .add("\n");
}

void record(std::string_view what, std::uint64_t code, const void* at)
{
    const HANDLE file = CreateFileW(ready().path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return;
    writeAll(file, ready().heading);
    Text text;
    text.add("time: ").time(std::time(nullptr)).add("\n").add(what).hexadecimal(code);
    text.add("\nthread: ").decimal(GetCurrentThreadId()).add("\ncalls, innermost first:\n");
    writeAll(file, text.view());
    text.clear();
    if (at != nullptr)
        addFrame(text, at);
    writeAll(file, text.view());
    constexpr DWORD most = 62; // of CaptureStackBackTrace in old systems
    std::array<void*, most> frames{};
    const USHORT count = CaptureStackBackTrace(0, most, frames.data(), nullptr);
    for (USHORT index = 0; index < count; ++index) {
        text.clear();
        addFrame(text, frames.at(index));
        writeAll(file, text.view());
    }
    FlushFileBuffers(file);
    CloseHandle(file);
    writeAll(GetStdHandle(STD_ERROR_HANDLE),
             "Ended unexpectedly. A record of it is in the folder for crashes.\n");
}

void takeTurn()
{
    while (ready().taken.test_and_set())
        Sleep(INFINITE); // another thread writes, and ends the process
}

LONG WINAPI onException(EXCEPTION_POINTERS* exception)
{
    takeTurn();
    record("exception: ", exception->ExceptionRecord->ExceptionCode,
           exception->ExceptionRecord->ExceptionAddress);
    return EXCEPTION_EXECUTE_HANDLER; // ends the process with the exception's code, without an image of its
                                      // memory
}

extern "C" void onAbort(int number)
{
    takeTurn();
    record("signal: SIGABRT ", static_cast<std::uint64_t>(number), nullptr);
    constexpr int asAbort = 3;
    std::_Exit(asAbort);
}

} // namespace

void install(const QString& path, std::string_view heading)
{
    ready().path = path.toStdWString();
    ready().heading = heading;
    SetErrorMode(SEM_FAILCRITICALERRORS |
                 SEM_NOGPFAULTERRORBOX); // no box that waits, no image sent elsewhere
    ULONG forOverflow = 32 * 1024;
    SetThreadStackGuarantee(&forOverflow);
    SetUnhandledExceptionFilter(onException);
    std::signal(SIGABRT, onAbort); // NOLINT(cert-err33-c)
}

} // namespace hvgpu::base::crash
