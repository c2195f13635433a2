#include "app/cli/Arguments.h"
#include "app/cli/Run.h"
#include "app/cli/SystemTerminal.h"
#include "app/cli/Utf8Arguments.h"
#include "app/composition/StateFolders.h"
#include "core/base/CrashRecorder.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <exception>
#include <iostream>

using namespace Qt::StringLiterals;

namespace {

/// English has a catalogue too: the plural forms.
void installTranslations(QTranslator& english, QTranslator& own)
{
    if (english.load(u":/translations/hvgpu_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    if (own.load(QLocale(), u"hvgpu"_s, u"_"_s, u":/translations"_s))
        QCoreApplication::installTranslator(&own);
}

int start(int argc, char** argv)
{
    const hvgpu::cli::terminal::Utf8Output output;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hvgpu"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HVGPU_VERSION));
    hvgpu::base::recordCrashes(hvgpu::app::crashFolder(), u"hvgpu"_s, QStringLiteral(HVGPU_VERSION));
    QTranslator english;
    QTranslator own;
    installTranslations(english, own);
    hvgpu::cli::Utf8Arguments words(argc, argv);
    const auto arguments = hvgpu::cli::parseArguments(words.count(), words.values());
    if (const auto* code = std::get_if<hvgpu::cli::ExitCode>(&arguments))
        return *code;
    return hvgpu::cli::run(std::get<hvgpu::cli::Arguments>(arguments));
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return start(argc, argv);
    } catch (const std::exception& error) { // out of memory and the like
        std::cerr << "hvgpu: " << error.what() << '\n';
        return hvgpu::cli::Failure;
    }
}
