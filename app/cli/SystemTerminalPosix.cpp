#include "app/cli/SystemTerminal.h"

#include <termios.h>
#include <unistd.h>

namespace hvgpu::cli::terminal {
namespace {

termios& shownInput()
{
    static termios settings{};
    return settings;
}

} // namespace

bool inputIsTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

bool errorIsTerminal()
{
    static const bool answer = isatty(STDERR_FILENO) == 1;
    return answer;
}

bool readByte(char& c)
{
    return ::read(STDIN_FILENO, &c, 1) == 1;
}

QString decode(const QByteArray& typed)
{
    return QString::fromLocal8Bit(typed);
}

void makeOutputBinary() {}

HiddenInput::HiddenInput()
    : m_active(inputIsTerminal() && tcgetattr(STDIN_FILENO, &shownInput()) == 0)
{
    if (!m_active)
        return;
    termios hidden = shownInput();
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    m_active = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
}

HiddenInput::~HiddenInput()
{
    if (m_active)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shownInput());
}

Utf8Output::Utf8Output() = default;
Utf8Output::~Utf8Output() = default;

} // namespace hvgpu::cli::terminal
