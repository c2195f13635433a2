#include "app/cli/SystemTerminal.h"

#include <array>
#include <cstdio>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace hvgpu::cli::terminal {
namespace {

/// NUL is a character device too, so _isatty() is not enough.
bool isConsole(DWORD handle)
{
    DWORD mode = 0;
    return GetConsoleMode(GetStdHandle(handle), &mode) != 0;
}

DWORD& shownInput()
{
    static DWORD mode = 0;
    return mode;
}

/// What was typed at the console and nobody has read yet, as UTF-8: its own code page loses characters.
class TypedBytes
{
public:
    bool next(char& c)
    {
        if (m_at == m_bytes.size() && !readMore())
            return false;
        c = m_bytes[m_at];
        m_bytes[m_at++] = '\0'; // it may be a password
        return true;
    }

private:
    bool readMore()
    {
        constexpr DWORD most = 1024;
        std::array<wchar_t, most> typed{};
        DWORD count = 0;
        if (ReadConsoleW(GetStdHandle(STD_INPUT_HANDLE), typed.data(), most, &count, nullptr) == 0 ||
            count == 0)
            return false;
        constexpr wchar_t endOfInput = 0x1a; // Ctrl+Z
        const bool ended = typed.front() == endOfInput;
        m_bytes = QStringView(typed.data(), static_cast<qsizetype>(count)).toUtf8();
        m_at = 0;
        SecureZeroMemory(typed.data(), sizeof typed);
        return !ended;
    }

    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace

bool inputIsTerminal()
{
    return isConsole(STD_INPUT_HANDLE);
}

bool errorIsTerminal()
{
    static const bool answer = [] {
        const HANDLE console = GetStdHandle(STD_ERROR_HANDLE);
        DWORD mode = 0;
        return GetConsoleMode(console, &mode) != 0 &&
               SetConsoleMode(console, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
    }();
    return answer;
}

bool readByte(char& c)
{
    static TypedBytes typed;
    return inputIsTerminal() ? typed.next(c) : _read(0, &c, 1) == 1;
}

QString decode(const QByteArray& typed)
{
    return inputIsTerminal() ? QString::fromUtf8(typed) : QString::fromLocal8Bit(typed);
}

void makeOutputBinary()
{
    _setmode(_fileno(stdout), _O_BINARY);
}

HiddenInput::HiddenInput()
{
    const HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
    m_active = GetConsoleMode(console, &shownInput()) != 0 &&
               SetConsoleMode(console, shownInput() & ~static_cast<DWORD>(ENABLE_ECHO_INPUT)) != 0;
}

HiddenInput::~HiddenInput()
{
    if (m_active)
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), shownInput());
}

Utf8Output::Utf8Output()
    : m_before(GetConsoleOutputCP())
{
    if (m_before != 0)
        SetConsoleOutputCP(CP_UTF8);
}

Utf8Output::~Utf8Output()
{
    if (m_before != 0)
        SetConsoleOutputCP(m_before);
}

} // namespace hvgpu::cli::terminal
