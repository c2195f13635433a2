#include "app/cli/Terminal.h"

#include "app/cli/SystemTerminal.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hvgpu::cli {
namespace {

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
#ifdef Q_OS_WIN
    return text.toUtf8(); // see terminal::Utf8Output
#else
    return text.toLocal8Bit();
#endif
}

bool isInteractive()
{
    return terminal::errorIsTerminal() && terminal::inputIsTerminal();
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
    for (char c = 0; terminal::readByte(c) && c != '\n';)
        line += c;
    return terminal::decode(line).trimmed().startsWith(Messages::yesKey(), Qt::CaseInsensitive);
}

void say(const QString& message)
{
    showProgress({});
    std::fputs(harmless(u"hvgpu: "_s + message + u'\n').constData(), stderr);
}

void showProgress(const QString& text)
{
    static bool shown = false;
    if (!terminal::errorIsTerminal() || (text.isEmpty() && !shown))
        return;
    shown = !text.isEmpty();
    std::fputs("\r\x1b[K", stderr);
    std::fputs(harmless(text).constData(), stderr);
    std::fflush(stderr);
}

bool writeOutput(const QByteArray& bytes)
{
    terminal::makeOutputBinary(); // CSV brings its own line ends
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool written = std::fwrite(bytes.constData(), 1, size, stdout) == size;
    return std::fflush(stdout) == 0 && written;
}

} // namespace hvgpu::cli
