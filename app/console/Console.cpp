#include "app/console/Console.h"

#include "app/cli/Interrupt.h"
#include "app/composition/Components.h"
#include "app/composition/HostControls.h"
#include "app/composition/SessionFactory.h"
#include "app/composition/StateFolders.h"
#include "app/console/Screenshots.h"
#include "core/base/CrashRecorder.h"
#include "core/base/EnvironmentSecret.h"
#include "core/base/Log.h"
#include "core/fleet/EntryText.h"
#include "core/fleet/MakeFleet.h"
#include "ui/models/IconSource.h"
#include "ui/theme/Icons.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace hvgpu::console {
using namespace Qt::StringLiterals;

namespace {

QString configFolder(const Arguments& arguments)
{
    return arguments.configFolder.isEmpty() ? QFileInfo(fleet::ServerListStore::defaultPath()).path()
                                            : arguments.configFolder;
}

std::unique_ptr<fleet::Fleet> makeFleet(base::Clock& clock, const ui::Settings& settings,
                                        std::shared_ptr<fleet::ConnectionDirectory> connections)
{
    fleet::FleetOptions options;
    options.refresher.workers = static_cast<std::size_t>(settings.parallelHosts());
    app::hostGates()->setLimit(settings.operationsPerHost());
    return fleet::makeFleet(app::makeSessionFactory(), clock, options, std::move(connections));
}

/// HVGPU_PASSWORD is of the one user that the command line names, never of those in a list.
bool haveOneUser(const std::vector<fleet::ServerEntry>& named)
{
    QSet<QString> users;
    for (const fleet::ServerEntry& entry : named)
        users.insert(entry.user.toLower());
    users.remove(QString());
    return users.size() == 1;
}

} // namespace

Console::Console(Arguments arguments)
    : m_arguments(std::move(arguments))
    , m_folder(configFolder(m_arguments))
    , m_settings(QDir(m_folder).filePath(u"console.ini"_s))
    , m_background(1)
    , m_store(QDir(m_folder).filePath(u"servers.json"_s))
    , m_connections(std::make_shared<fleet::ConnectionDirectory>())
    , m_fleet(makeFleet(m_clock, m_settings, m_connections))
    , m_secrets(secrets::makeSystemStore())
    , m_passwords(std::make_unique<fleet::PasswordKeeper>(*m_fleet, *m_secrets))
    , m_activities(makeActivities())
{
    const QString crashes = app::crashFolder(
        m_arguments.configFolder.isEmpty() ? QString() : QDir(m_folder).filePath(u"crashes"_s));
    m_crashes = base::crashRecords(crashes);
    base::recordCrashes(crashes, u"hvgpu-console"_s, QStringLiteral(HVGPU_VERSION));
    installTranslations();
    ui::setIconSource([](const QString& name) { return ui::icon(name); });
    m_theme.setScheme(
        ui::Theme::fromName(m_arguments.theme.isEmpty() ? m_settings.theme() : m_arguments.theme));
    m_window = std::make_unique<ui::MainWindow>(*m_fleet, m_settings, m_theme, services());
    connect(m_window.get(), &ui::MainWindow::serversEdited, this, &Console::saveServers);
}

Console::~Console() = default;

QString Console::journals() const
{
    if (!m_arguments.configFolder.isEmpty())
        return app::journalFolder(QDir(m_folder).filePath(u"journals"_s));
    return app::journalFolder(m_arguments.demo ? m_demoJournals.path() : QString());
}

std::unique_ptr<operations::Activities> Console::makeActivities()
{
    operations::ActivitiesOptions options;
    options.journalFolder = journals();
    options.keepFinished = static_cast<std::size_t>(m_settings.keptChanges());
    options.readOnly = m_arguments.readOnly || m_settings.readOnly();
    return std::make_unique<operations::Activities>(
        app::makeHostControlFactory(app::makeSessionFactory(), m_connections, m_clock), m_clock,
        std::move(options));
}

/// English has a catalogue too: the plural forms.
void Console::installTranslations()
{
    const QString chosen = m_arguments.language.isEmpty() ? m_settings.language() : m_arguments.language;
    const QLocale locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
    QLocale::setDefault(locale);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_plurals.load(u":/translations/hvgpu_en.qm"_s))
        QCoreApplication::installTranslator(&m_plurals);
    if (m_own.load(locale, u"hvgpu"_s, u"_"_s, u":/translations"_s))
        QCoreApplication::installTranslator(&m_own);
}

ui::WindowServices Console::services()
{
    ui::WindowServices result;
    result.background = &m_background;
    result.activities = m_activities.get();
    result.passwords = m_passwords.get();
    result.components = app::components();
    result.crashes = m_crashes;
    result.readOnly = m_arguments.readOnly;
    result.openDemo = [this] { return openDemo(u"demo"_s); };
    return result;
}

base::Result<void> Console::start()
{
    base::Result<void> loaded = m_arguments.demo ? openDemo(*m_arguments.demo) : loadServers();
    if (!loaded)
        return loaded;
    m_fleet->setPollInterval(m_settings.pollInterval());
    m_window->show();
    m_activities->load();
    return {};
}

int Console::run()
{
    const cli::Interrupt interrupt;
    connect(&interrupt, &cli::Interrupt::requested, m_window.get(), &QWidget::close);
    if (m_arguments.screenshotFolder.isEmpty())
        return QApplication::exec();
    Screenshots screenshots(*m_window, *m_fleet, *m_activities, m_theme, m_arguments.screenshotFolder);
    screenshots.start();
    return QApplication::exec();
}

base::Result<void> Console::openDemo(const QString& specification)
{
    if (!m_demo) {
        auto demo = app::DemoFleet::start(specification);
        if (!demo)
            return base::fail(demo.error());
        m_demo = *std::move(demo);
    }
    for (const fleet::ServerEntry& entry : m_demo->entries())
        m_fleet->addServer(entry, m_demo->password());
    if (m_arguments.demo)
        m_listIsSaved = false;
    return {};
}

base::Result<void> Console::loadServers()
{
    m_listIsSaved = m_arguments.servers.isEmpty() && m_arguments.serverFile.isEmpty() && !m_arguments.local;
    std::vector<fleet::ServerEntry> entries;
    if (m_listIsSaved || !m_arguments.serverFile.isEmpty()) {
        auto listed = m_listIsSaved ? m_store.load() : fleet::readServerFile(m_arguments.serverFile);
        if (!listed)
            return base::fail(listed.error());
        entries = *std::move(listed);
    }
    // Where there is WMI at hand and no list yet, there is something to see at once.
    const bool firstStart = m_listIsSaved && !QFileInfo::exists(m_store.path());
    if (m_arguments.local || (firstStart && app::hasNativeWmi()))
        entries.push_back(fleet::thisComputer());
    std::vector<fleet::ServerEntry> named;
    for (const QString& text : m_arguments.servers) {
        auto entry = fleet::entryFromText(text);
        if (!entry)
            return base::fail(entry.error());
        named.push_back(*std::move(entry));
    }
    const base::Secret password = base::takeEnvironmentSecret("HVGPU_PASSWORD");
    m_passwords->addAll(entries, {});
    m_passwords->addAll(named, haveOneUser(named) ? password : base::Secret());
    m_passwords->check();
    return {};
}

void Console::saveServers()
{
    if (!m_listIsSaved)
        return;
    std::vector<fleet::ServerEntry> entries = m_fleet->servers();
    for (const fleet::ServerEntry& entry : m_passwords->waiting())
        entries.push_back(entry);
    if (m_demo) {
        std::erase_if(entries, [demo = m_demo->entries()](const fleet::ServerEntry& entry) {
            return std::ranges::find(demo, entry.id, &fleet::ServerEntry::id) != demo.end();
        });
    }
    if (const auto saved = m_store.save(entries); !saved)
        base::log::error(u"The server list could not be saved: %1"_s.arg(base::describe(saved.error())));
}

} // namespace hvgpu::console
