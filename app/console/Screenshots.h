#pragma once

#include "core/fleet/Fleet.h"
#include "core/operations/Activities.h"
#include "ui/commands/Actions.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace hvgpu::console {

/// Takes pictures of the pages once every server was read (or after a deadline) and ends the program.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(ui::MainWindow& window, fleet::Fleet& fleet, operations::Activities& activities,
                ui::Theme& theme, QString folder);

    void start();

private:
    struct Step
    {
        QString file; ///< empty: no picture
        std::function<void()> prepare;
        QString fills{}; ///< page whose rows are waited for, as far as that makes sense
    };

    void begin();
    void next();
    /// Lets the window come to rest, then takes the picture, if there is to be one, and goes on.
    void settle(const Step& step, int waited = 0);
    [[nodiscard]] bool isFilled(const QString& page) const;
    void take(const QString& file);
    [[nodiscard]] bool isLoaded() const;
    void addPages();
    void addChanges();
    void changeSomething();
    std::function<void()> open(ui::Command command);
    std::function<void()> look(const QString& page);
    std::function<void()> show(const QString& page, const QString& text);

    ui::MainWindow& m_window;
    fleet::Fleet& m_fleet;
    operations::Activities& m_activities;
    ui::Theme& m_theme;
    QString m_folder;
    QTimer m_wait;
    int m_waited = 0;
    std::deque<Step> m_steps;
    int m_failed = 0;
};

} // namespace hvgpu::console
