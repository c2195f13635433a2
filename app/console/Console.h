#pragma once

#include "app/composition/DemoFleet.h"
#include "app/console/Arguments.h"
#include "core/base/Clock.h"
#include "core/base/CrashRecord.h"
#include "core/base/Executor.h"
#include "core/fleet/ConnectionDirectory.h"
#include "core/fleet/Fleet.h"
#include "core/fleet/PasswordKeeper.h"
#include "core/fleet/ServerListStore.h"
#include "core/operations/Activities.h"
#include "core/secrets/SecretStore.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"

#include <QString>
#include <QTemporaryDir>
#include <QTranslator>

#include <memory>
#include <vector>

namespace hvgpu::console {

/// Everything the program is made of, put together in the order it needs and taken apart in the reverse one.
/// Needs a QApplication.
class Console final : public QObject
{
    Q_OBJECT

public:
    explicit Console(Arguments arguments);
    ~Console() override;

    /// Loads the server list (or starts the demo fleet) and shows the window. The error is for standard
    /// error.
    [[nodiscard]] base::Result<void> start();
    /// Runs until the window is closed or the pictures are taken; the exit code.
    [[nodiscard]] int run();

private:
    void installTranslations();
    [[nodiscard]] base::Result<void> openDemo(const QString& specification);
    [[nodiscard]] base::Result<void> loadServers();
    void saveServers();
    [[nodiscard]] QString journals() const;
    [[nodiscard]] std::unique_ptr<operations::Activities> makeActivities();
    [[nodiscard]] ui::WindowServices services();

    Arguments m_arguments;
    QString m_folder;
    std::vector<base::CrashRecord> m_crashes; ///< of earlier runs
    ui::Settings m_settings;
    QTranslator m_plurals;
    QTranslator m_own;
    QTranslator m_qt;
    ui::Theme m_theme;
    base::SystemClock m_clock;
    base::ThreadPool m_background;
    fleet::ServerListStore m_store;
    bool m_listIsSaved = true; ///< false: the list came from the command line and stays there
    std::unique_ptr<app::DemoFleet> m_demo;
    QTemporaryDir m_demoJournals; ///< a demo fleet is as new at every start: nothing to go on with
    std::shared_ptr<fleet::ConnectionDirectory> m_connections;
    std::unique_ptr<fleet::Fleet> m_fleet;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::unique_ptr<fleet::PasswordKeeper> m_passwords;
    std::unique_ptr<operations::Activities> m_activities; // ends its work before anything above goes
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace hvgpu::console
