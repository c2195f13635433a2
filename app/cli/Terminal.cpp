#include "app/cli/Terminal.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

bool errorIsTerminal()
{
#ifdef Q_OS_WIN
    static const bool answer = _isatty(_fileno(stderr)) != 0;
#else
    static const bool answer = isatty(STDERR_FILENO) == 1;
#endif
    return answer;
}

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Terminal)

public:
    static QString choice() { return tr("[y/N]"); }
    static QString yesKey() { return tr("y", "key for: yes"); }
};

} // namespace

QByteArray harmless(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = u' ';
    }
    return text.toLocal8Bit();
}

bool isInteractive()
{
#ifdef Q_OS_WIN
    return errorIsTerminal() && _isatty(_fileno(stdin)) != 0;
#else
    return errorIsTerminal() && isatty(STDIN_FILENO) == 1;
#endif
}

void print(const QString& text)
{
    showProgress({});
    std::fputs(harmless(text).constData(), stderr);
}

bool confirm(const QString& question)
{
    print(question + u' ' + Messages::choice() + u' ');
    std::fflush(stderr);
    QByteArray line;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar())
        line += static_cast<char>(c);
    return QString::fromLocal8Bit(line).trimmed().startsWith(Messages::yesKey(), Qt::CaseInsensitive);
}

void say(const QString& message)
{
    showProgress({});
    std::fputs(harmless(u"hvgpu: "_s + message + u'\n').constData(), stderr);
}

void showProgress(const QString& text)
{
    static bool shown = false;
    if (!errorIsTerminal() || (text.isEmpty() && !shown))
        return;
    shown = !text.isEmpty();
    std::fputs("\r\x1b[K", stderr);
    std::fputs(harmless(text).constData(), stderr);
    std::fflush(stderr);
}

bool writeOutput(const QByteArray& bytes)
{
#ifdef Q_OS_WIN
    _setmode(_fileno(stdout), _O_BINARY); // CSV brings its own line ends
#endif
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool written = std::fwrite(bytes.constData(), 1, size, stdout) == size;
    return std::fflush(stdout) == 0 && written;
}

} // namespace hvgpu::cli
