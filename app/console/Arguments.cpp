#include "app/console/Arguments.h"

#include "app/cli/QtText.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace hvgpu::console {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleArguments)
};

struct Texts
{
    std::string demo;
    std::vector<std::string> servers;
    std::string serverFile, language, theme, configFolder, screenshotFolder;
    bool readOnly = false;
    bool local = false;
};

Arguments convert(const Texts& texts, bool demo)
{
    Arguments result;
    if (demo)
        result.demo = QString::fromStdString(texts.demo);
    for (const std::string& server : texts.servers)
        result.servers.append(QString::fromStdString(server));
    result.serverFile = QString::fromStdString(texts.serverFile);
    result.language = QString::fromStdString(texts.language);
    result.theme = QString::fromStdString(texts.theme);
    result.configFolder = QString::fromStdString(texts.configFolder);
    result.screenshotFolder = QString::fromStdString(texts.screenshotFolder);
    result.readOnly = texts.readOnly;
    result.local = texts.local;
    return result;
}

void addLook(CLI::App& app, Texts& texts)
{
    using cli::utf8;
    app.add_option("--lang", texts.language, utf8(Words::tr("Language of the program: en or de")))
        ->check(CLI::IsMember({"en", "de"}));
    app.add_option("--theme", texts.theme, utf8(Words::tr("Look of the program")))
        ->check(CLI::IsMember({"system", "light", "dark"}));
    app.add_flag("--read-only", texts.readOnly,
                 utf8(Words::tr("Only look: no command that changes anything on a server")));
    app.add_option("--config", texts.configFolder,
                   utf8(Words::tr("Keep settings, server list and records of changes in this folder")))
        ->type_name("DIR");
    app.add_option("--screenshot-dir", texts.screenshotFolder,
                   utf8(Words::tr("Write pictures of the pages there once everything is read, and end")))
        ->type_name("DIR");
}

} // namespace

std::variant<Arguments, int> parseArguments(int argc, const char* const* argv)
{
    using cli::utf8;
    constexpr int usage = 2;
    Texts texts;
    CLI::App app(utf8(Words::tr("Shows and partitions the GPUs of Hyper-V servers and clusters. Options of "
                                "Qt such as -style or -platform work, too.")),
                 "hvgpu-console");
    app.set_version_flag("--version", "hvgpu-console " HVGPU_VERSION,
                         utf8(Words::tr("Print the version and exit")));
    app.set_help_flag("-h,--help", utf8(Words::tr("Print this help and exit")));
    CLI::Option* demo =
        app.add_option(
               "--demo", texts.demo,
               utf8(Words::tr("Open a simulated fleet: demo (the default), scale:HOSTSxGPUSxPARTITIONS or a "
                              "fleet file")))
            ->expected(0, 1)
            ->default_str("demo");
    app.add_flag("--local", texts.local,
                 utf8(Words::tr("Show this computer instead of the saved list (on Windows only)")));
    app.add_option("--server", texts.servers,
                   utf8(Words::tr("Show this server instead of the saved list; may be repeated")))
        ->type_name("URL")
        ->allow_extra_args(false);
    app.add_option("--servers", texts.serverFile,
                   utf8(Words::tr("Show the servers of this list instead of the saved one")))
        ->type_name("FILE")
        ->check(CLI::ExistingFile);
    addLook(app, texts);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : usage;
    }
    if (demo->count() > 0 && texts.demo.empty())
        texts.demo = "demo";
    return convert(texts, demo->count() > 0);
}

} // namespace hvgpu::console
