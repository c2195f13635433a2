#pragma once

#include "tests/ui/change/ChangeBench.h"
#include "ui/commands/Actions.h"
#include "ui/settings/Settings.h"
#include "ui/theme/Theme.h"
#include "ui/window/MainWindow.h"

#include <QTemporaryDir>

#include <memory>

namespace hvgpu::test {

/// An entry of the server list for each host, all read.
void listHosts(fleet::FleetSnapshot& snapshot);

/// The real window over hosts that do what they are asked: "hv01" has two A2 ("GPU1" in use by the running
/// "vm busy", "GPU2" free) and the VM "vm idle" without a partition; "hv02" has one A2 and "vm off".
class ChangeWindow
{
public:
    explicit ChangeWindow(bool readOnly = false);

    void open();
    [[nodiscard]] ui::DataTreeView* view(const QString& page) const { return window->page(page)->view(); }
    [[nodiscard]] QAction* action(ui::Command command) const { return window->actions()[command]; }
    /// Selects the first row of @p page with this text in @p column.
    bool choose(const QString& page, const QString& text, int column = 0) const;
    [[nodiscard]] QModelIndex find(const QString& page, const QString& text, int column = 0) const;
    /// A plan that sets the count of an unused GPU.
    [[nodiscard]] operations::Plan countPlan(const QString& host, const QString& gpu, std::uint16_t count);
    /// Begins it and waits for its end.
    QString run(const operations::Plan& plan);
    /// A plan that takes the partition of the running "vm BUSY" away.
    [[nodiscard]] operations::Plan unassignPlan();
    /// That plan was cut off while the guest was down; the program starts again.
    void interrupt(bool startReadOnly = false);
    /// The dialog of this name, once it is on the screen.
    [[nodiscard]] QDialog* dialog(const QString& name) const;

    QTemporaryDir folder;
    ui::Settings settings;
    ui::Theme theme;
    base::ThreadPool pool;
    ChangeBench bench;
    bool readOnly;
    QStringList desktop; ///< what was told on the desktop
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace hvgpu::test
