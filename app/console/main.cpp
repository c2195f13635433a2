#include "app/cli/Utf8Arguments.h"
#include "app/console/Arguments.h"
#include "app/console/Console.h"
#include "core/text/Text.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

#include <exception>
#include <iostream>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

/// Qt ends the program with abort() when it finds no display, so we look first.
bool hasDisplay(int argc, char** argv)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    if (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
        qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        return true;
    for (int index = 1; index < argc; ++index) {
        const std::string_view argument(argv[index]);
        if (argument == "-platform" || argument == "--platform")
            return true;
    }
    return false;
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return true;
#endif
}

void nameApplication()
{
    QCoreApplication::setApplicationName(
        u"hvgpu"_s); // the folder of settings and server list, shared with the CLI
    QCoreApplication::setApplicationVersion(QStringLiteral(HVGPU_VERSION));
}

/// The system's language, for what is said before the settings, which may choose another one, are read.
class SystemLanguage
{
    Q_DISABLE_COPY_MOVE(SystemLanguage)

public:
    SystemLanguage()
    {
        if (m_words.load(QLocale(), u"hvgpu"_s, u"_"_s, u":/translations"_s))
            QCoreApplication::installTranslator(&m_words);
    }
    ~SystemLanguage() = default; // takes the words back

private:
    QTranslator m_words;
};

auto readArguments(int argc, char** argv)
{
    const SystemLanguage language;
    hvgpu::cli::Utf8Arguments words(argc, argv);
    return hvgpu::console::parseArguments(words.count(), words.values());
}

int withoutDisplay(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const SystemLanguage language;
    const auto arguments = hvgpu::console::parseArguments(argc, argv);
    if (const int* code = std::get_if<int>(&arguments))
        return *code;
    const QString words = QCoreApplication::translate(
        "Console",
        "no display was found (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
        "Start it in a graphical session, use the command line tool hvgpu, or write pictures with");
    std::cerr << "hvgpu-console: " << words.toStdString()
              << "\n  QT_QPA_PLATFORM=offscreen hvgpu-console --demo --screenshot-dir DIR\n";
    return 1;
}

int start(int argc, char** argv)
{
    nameApplication();
    if (!hasDisplay(argc, argv))
        return withoutDisplay(argc, argv);
    const QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s); // so that the desktop's own is never loaded
    QGuiApplication::setDesktopFileName(u"hvgpu-console"_s);
    auto arguments = readArguments(argc, argv);
    if (const int* code = std::get_if<int>(&arguments))
        return *code;
    hvgpu::console::Console console(std::move(std::get<hvgpu::console::Arguments>(arguments)));
    if (const auto started = console.start(); !started) {
        const auto words = hvgpu::text::present(started.error());
        std::cerr << "hvgpu-console: " << words.title.toStdString() << '\n'
                  << words.details.toStdString() << '\n';
        return 1;
    }
    return console.run();
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return start(argc, argv);
    } catch (const std::exception& error) { // out of memory and the like
        std::cerr << "hvgpu-console: " << error.what() << '\n';
        return 1;
    }
}
