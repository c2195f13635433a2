#include "app/cli/Password.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <utility>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

constexpr qint64 longestPassword = 4096;

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Password)

public:
    static QString emptyFile() { return tr("the first line of the file is empty"); }
    static QString noTerminal()
    {
        return tr("no terminal to ask for the password; use HVGPU_PASSWORD or --password-file");
    }
    static QString nothingEntered() { return tr("no password was entered"); }
};

base::Error problem(base::ErrorCode code, const QString& target, const QString& detail)
{
    base::Error error;
    error.layer = base::Layer::Local;
    error.code = code;
    error.operation = u"Read password"_s;
    error.target = target;
    error.detail = detail;
    return error;
}

/// The part before the end of the line, wiping the rest.
base::Secret firstLine(QByteArray bytes)
{
    for (const char end : {'\n', '\r'}) {
        if (const qsizetype at = bytes.indexOf(end); at >= 0)
            bytes.truncate(at);
    }
    base::Secret secret(bytes);
    bytes.fill('\0');
    return secret;
}

#ifdef Q_OS_WIN

class HiddenInput
{
public:
    HiddenInput()
        : m_console(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_active = GetConsoleMode(m_console, &m_before) != 0;
        if (m_active)
            SetConsoleMode(m_console, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~HiddenInput()
    {
        if (m_active)
            SetConsoleMode(m_console, m_before);
    }
    HiddenInput(const HiddenInput&) = delete;
    HiddenInput& operator=(const HiddenInput&) = delete;
    [[nodiscard]] bool isActive() const { return m_active; }

private:
    HANDLE m_console;
    DWORD m_before = 0;
    bool m_active = false;
};

#else

class HiddenInput
{
public:
    HiddenInput()
        : m_active(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_active)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_active = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~HiddenInput()
    {
        if (m_active)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    HiddenInput(const HiddenInput&) = delete;
    HiddenInput& operator=(const HiddenInput&) = delete;
    [[nodiscard]] bool isActive() const { return m_active; }

private:
    termios m_before{};
    bool m_active = false;
};

#endif

QByteArray readLine()
{
    QByteArray line;
    line.reserve(longestPassword); // so that growing leaves no copies behind
    for (int c = std::getchar(); c != EOF && c != '\n' && line.size() < longestPassword; c = std::getchar())
        line += static_cast<char>(c);
    return line;
}

} // namespace

base::Result<base::Secret> passwordFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(problem(base::ErrorCode::Io, path, file.errorString()));
    base::Secret secret = firstLine(file.read(longestPassword));
    if (secret.isEmpty())
        return base::fail(problem(base::ErrorCode::CredentialsMissing, path, Messages::emptyFile()));
    return secret;
}

base::Secret passwordFromEnvironment()
{
    constexpr const char* variable = "HVGPU_PASSWORD";
    base::Secret secret = firstLine(qgetenv(variable));
    qunsetenv(variable);
    return secret;
}

base::Result<base::Secret> passwordFromPrompt(const QString& prompt)
{
    const HiddenInput hidden;
    if (!hidden.isActive())
        return base::fail(problem(base::ErrorCode::CredentialsMissing, {}, Messages::noTerminal()));
    std::fputs(prompt.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    base::Secret secret = firstLine(readLine());
    std::fputc('\n', stderr);
    if (secret.isEmpty())
        return base::fail(problem(base::ErrorCode::CredentialsMissing, {}, Messages::nothingEntered()));
    return secret;
}

} // namespace hvgpu::cli
